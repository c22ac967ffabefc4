"""Places: which words name one, and which place on the map that is.

Countries and provinces are settled first; they then vote on the towns, which are weighed by country, by what the text says they
lie in ("X, Y"), by what lies near, and by size. One name means one place in an article.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.coding.draft import Draft, PlaceMention
from sayso.coding.mentions import head_of
from sayso.knowledge.names import key
from sayso.knowledge.places import Candidate
from sayso.language.analysis import Analysis
from sayso.record import Place

_COMPASS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "north-east",
        "north-west",
        "south-east",
        "south-west",
        "north-eastern",
        "north-western",
        "south-eastern",
        "south-western",
        "central",
        "upper",
        "lower",
        "mid",
        "northernmost",
        "southernmost",
        "occupied",
    ]
)
_GROUPS = "groups:"
"""How the ids of armed groups begin."""
_LABELS = frozenset({"Location", "Facility"})
_LOCATIVE = frozenset(
    {"in", "at", "near", "from", "to", "into", "around", "outside", "of", "across", "inside", "towards", "toward", "over", "through", "on"}
)
_KNOWN_SIZE = 15_000
"""Inhabitants from which a capitalised word behind a preposition is taken for a town though the model did not mark it."""
_COARSE = {"country": 5, "admin1": 4, "region": 3, "admin2": 2, "city": 1, "point": 0}
_NEAR_KM = 300.0


@dataclass(slots=True, eq=False)
class Toponym:
    """A name of a place at one spot: tokens `[first, last)`, of which `[base, last)` is the name without compass words."""

    first: int
    last: int
    base: int
    name: str
    found: tuple[Candidate, ...] = ()


@dataclass(slots=True)
class Votes:
    """What an article says of where it plays."""

    countries: Counter[str] = field(default_factory=Counter)
    provinces: Counter[str] = field(default_factory=Counter)
    points: list[tuple[float, float]] = field(default_factory=list)


def find_places(draft: Draft) -> None:
    """Fill `draft.places` with every toponym, resolved as far as text and gazetteer allow."""
    toponyms = _toponyms(draft)
    votes = _votes(draft, toponyms)
    chosen: dict[str, Candidate | None] = {}
    for toponym in sorted(toponyms, key=_coarsest_first):
        base = key(draft.analysis.words(toponym.base, toponym.last))
        if base not in chosen:
            chosen[base] = _choose(draft, toponym, toponyms, votes)
            _note(votes, chosen[base])
    known: dict[str, Place] = {}
    for toponym in toponyms:
        base = key(draft.analysis.words(toponym.base, toponym.last))
        place = known.setdefault(key(toponym.name), _place(draft, toponym, chosen[base], votes))
        place.mentions.append(draft.analysis.span(toponym.first, toponym.last))
        head = head_of(draft.analysis, toponym.first, toponym.last)
        draft.places.append(PlaceMention(toponym.first, toponym.last, head, place))


def _coarsest_first(toponym: Toponym) -> tuple[int, int]:
    best = toponym.found[0] if toponym.found else None
    return (-_COARSE[best.precision] if best and best.population > 100_000 else 0, toponym.first)


def _toponyms(draft: Draft) -> list[Toponym]:
    analysis, taken = draft.analysis, set[int]()
    found: list[Toponym] = []
    named = _inside_names(draft)
    for entity in analysis.entities:
        if entity.label in _LABELS and entity.first in named and entity.last - 1 in named:
            continue
        if entity.label in _LABELS:
            found += [_toponym(draft, first, last) for first, last in _parts(analysis, entity.first, entity.last)]
        if entity.label in _LABELS or entity.last - entity.first > 1:
            taken.update(range(entity.first, entity.last))
    for token in analysis.tokens:
        if token.upos == "PROPN" and token.index not in taken and token.text[:1].isupper() and _is_locative(analysis, token.index):
            toponym = _toponym(draft, token.index, token.index + 1)
            if any(c.population >= _KNOWN_SIZE for c in toponym.found):
                found.append(toponym)
    return sorted([*found, *_again(draft, found, taken)], key=_start)


def _inside_names(draft: Draft) -> set[int]:
    """Tokens of armed groups whose names have several words: "Jaish al-Adl" holds no town of Jaish."""
    return {
        i
        for mention in draft.mentions
        if mention.kind == "name" and (mention.actor.knowledge_id or "").startswith(_GROUPS) and mention.last - mention.first > 1
        for i in range(mention.first, mention.last)
    }


def _again(draft: Draft, found: list[Toponym], taken: set[int]) -> list[Toponym]:
    """Further mentions of towns already found, where the tree has no preposition to show that they are places."""
    covered = {i for toponym in found for i in range(toponym.first, toponym.last)}
    names = {draft.analysis.tokens[t.first].text for t in found if t.last - t.first == 1}
    tokens = draft.analysis.tokens
    return [_toponym(draft, t.index, t.index + 1) for t in tokens if t.upos == "PROPN" and t.text in names and t.index not in covered | taken]


def _parts(analysis: Analysis, first: int, last: int) -> list[tuple[int, int]]:
    """ "Tripoli, Lebanon" is two toponyms."""
    commas = [i for i in range(first, last) if analysis.tokens[i].text == ","]
    edges = [first - 1, *commas, last]
    return [(a + 1, b) for a, b in pairwise(edges) if b > a + 1]


def _start(toponym: Toponym) -> int:
    return toponym.first


def _is_locative(analysis: Analysis, token: int) -> bool:
    cases = [analysis.tokens[c].text.lower() for c in analysis.dependents(token, "case")]
    return bool(cases) and cases[0] in _LOCATIVE and not analysis.dependents(token, "flat", "compound", "nmod:desc")


def _toponym(draft: Draft, first: int, last: int) -> Toponym:
    """A toponym with its compass words: "northern Syria", "north and northeast Syria"."""
    analysis = draft.analysis
    tokens = analysis.tokens
    if last - first > 1 and tokens[first].text.lower() == "the":
        first += 1
    base = first
    while base < last - 1 and (tokens[base].text.lower() in _COMPASS or tokens[base].upos in ("CCONJ", "ADP", "DET") or tokens[base].text == "-"):
        if _is_known(draft, base, last):
            break
        base += 1
    start = first
    while start > 0 and tokens[start - 1].sentence == tokens[first].sentence and _is_compass(analysis, start - 1, start):
        start -= 1
    name = " ".join(analysis.words(start, last).split())
    return Toponym(start, last, base, name, _candidates(draft, base, last))


def _is_compass(analysis: Analysis, at: int, start: int) -> bool:
    """A compass word, or "and", a comma or a hyphen between two of them."""
    word = analysis.tokens[at].text.lower()
    if word in _COMPASS:
        return True
    after = analysis.tokens[start].text.lower()
    before = analysis.tokens[at - 1].text.lower() if at else ""
    return word in ("and", "-", ",") and after in _COMPASS and before in _COMPASS


def _is_known(draft: Draft, first: int, last: int) -> bool:
    """Whether the whole name, compass words included, is a place of its own ("North Korea", "South Kivu")."""
    return bool(_candidates(draft, first, last))


def _candidates(draft: Draft, first: int, last: int) -> tuple[Candidate, ...]:
    """What the gazetteer has for a name; a country's other names count too."""
    words = draft.analysis.words(first, last)
    name = words[:-2] if words.endswith(("'s", "’s")) else words
    found = draft.knowledge.places.candidates(name)
    if not any(c.precision == "country" for c in found):
        code = draft.knowledge.actors.country(name)
        details = draft.knowledge.actors.details(code) if code else None
        if details is not None and key(name) in {key(n) for n in (details.entry.name, *details.entry.aliases)}:
            own = [c for c in draft.knowledge.places.candidates(details.entry.name) if c.precision == "country"]
            return (*(own or [Candidate(None, details.entry.name, code, None, None, None, 10**7, "country")]), *found)
    return found


def _votes(draft: Draft, toponyms: list[Toponym]) -> Votes:
    """Countries by how often states, nationals and countries are named."""
    votes = Votes()
    for actor in draft.actors:
        if actor.country:
            votes.countries[actor.country] += min(4, len(actor.mentions))
    for toponym in toponyms:
        if toponym.found and toponym.found[0].precision in ("country", "admin1") and toponym.found[0].country:
            votes.countries[toponym.found[0].country] += 2
    if draft.main_country:
        votes.countries[draft.main_country] += 2
    return votes


def _note(votes: Votes, chosen: Candidate | None) -> None:
    if chosen is None:
        return
    if chosen.admin1:
        votes.provinces[chosen.admin1] += 1
    if chosen.country and chosen.precision in ("city", "admin1"):
        votes.countries[chosen.country] += 1
    if chosen.precision in ("city", "point") and chosen.latitude is not None and chosen.longitude is not None:
        votes.points.append((chosen.latitude, chosen.longitude))


def _choose(draft: Draft, toponym: Toponym, toponyms: list[Toponym], votes: Votes) -> Candidate | None:
    if not toponym.found:
        return None
    container = _container(draft, toponym, toponyms)
    total = sum(votes.countries.values()) or 1
    scored = [(_score(candidate, container, votes, total), -rank, candidate) for rank, candidate in enumerate(toponym.found)]
    return max(scored, key=_by_score)[2]


def _by_score(scored: tuple[float, int, Candidate]) -> tuple[float, int]:
    return scored[0], scored[1]


def _score(candidate: Candidate, container: Toponym | None, votes: Votes, total: int) -> float:
    """How well a candidate fits: size in powers of ten, the country's share of votes, containment, neighbours."""
    score = math.log10(candidate.population + 10)
    score += {"country": 5.0, "region": 0.5, "admin1": 0.3}.get(candidate.precision, 0.0)
    if candidate.country:
        score += 4.0 * votes.countries[candidate.country] / total + (0.8 if votes.countries[candidate.country] else 0.0)
    if candidate.admin1 and votes.provinces[candidate.admin1]:
        score += 1.0
    if container is not None and any(_contains(outer, candidate) for outer in container.found[:4]):
        score += 5.0
    if candidate.latitude is not None and candidate.longitude is not None and candidate.precision != "country":
        near = [p for p in votes.points[-12:] if distance_km(p, (candidate.latitude, candidate.longitude)) < _NEAR_KM]
        score += min(1.5, 0.75 * len(near))
    return score


def _contains(outer: Candidate, inner: Candidate) -> bool:
    if outer.country != inner.country:
        return False
    return outer.precision == "country" or (outer.precision == "admin1" and outer.name == inner.admin1) or (outer.precision == "region")


def _container(draft: Draft, toponym: Toponym, toponyms: list[Toponym]) -> Toponym | None:
    """The place that the text says this one lies in: "X, Y", "X (Y)", "X in Y"."""
    for other in toponyms:
        gap = other.first - toponym.last
        if 0 < gap <= 3 and draft.analysis.tokens[toponym.last].text.lower() in (",", "(", "in", "of"):
            return other
    return None


def _place(draft: Draft, toponym: Toponym, chosen: Candidate | None, votes: Votes) -> Place:
    if chosen is None:
        country = draft.main_country or next((c for c, _ in votes.countries.most_common(1)), None)
        return Place("", toponym.name, country)
    partly = toponym.first < toponym.base
    return Place(
        "", toponym.name, chosen.country, chosen.admin1, chosen.latitude, chosen.longitude,
        "region" if partly and chosen.precision in ("country", "admin1") else chosen.precision, None if partly else chosen.geonames_id,
    )  # fmt: skip


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two points (latitude, longitude) in degrees."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))
