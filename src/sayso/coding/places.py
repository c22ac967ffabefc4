"""Places: which words name one, and which place on the map that is. One name means one place in an article."""

from __future__ import annotations

from sayso.coding.draft import Draft, PlaceMention
from sayso.coding.locating import locate
from sayso.coding.mentions import head_of
from sayso.coding.toponyms import Toponym, find_toponyms
from sayso.knowledge.names import key
from sayso.knowledge.places import Candidate
from sayso.record import Place


def find_places(draft: Draft) -> None:
    """Fill `draft.places` with every toponym, resolved as far as text and gazetteer allow."""
    toponyms = find_toponyms(draft)
    chosen = locate(draft, toponyms)
    known: dict[str, Place] = {}
    for toponym in toponyms:
        place = known.setdefault(key(toponym.name), _place(draft, toponym, chosen[toponym.key]))
        place.mentions.append(draft.analysis.span(toponym.first, toponym.last))
        head = head_of(draft.analysis, toponym.first, toponym.last)
        draft.places.append(PlaceMention(toponym.first, toponym.last, head, place))


def _place(draft: Draft, toponym: Toponym, chosen: Candidate | None) -> Place:
    if chosen is None:
        return Place("", toponym.name, draft.main_country)
    partly = toponym.first < toponym.base
    return Place(
        "", toponym.name, chosen.country, chosen.admin1 or (chosen.name if chosen.precision == "admin1" else None), chosen.latitude, chosen.longitude,
        "region" if partly and chosen.precision in ("country", "admin1") else chosen.precision, None if partly else chosen.geonames_id,
    )  # fmt: skip
