"""Places: which words name one, and which place that is."""

from __future__ import annotations

import pytest

from sayso.article import Article
from sayso.coder import Coder
from sayso.coding.actors import find_actors
from sayso.coding.draft import Draft
from sayso.coding.places import find_places
from sayso.coding.siting import places_for
from sayso.record import Place


def draft_of(coder: Coder, text: str) -> Draft:
    draft = Draft(Article(text), coder.core.analyse(text), coder.knowledge)
    find_actors(draft)
    find_places(draft)
    return draft


def places(coder: Coder, text: str) -> dict[str, Place]:
    return {m.place.name: m.place for m in draft_of(coder, text).places}


def test_town_is_a_point_with_its_country(coder: Coder) -> None:
    """A town has coordinates, country and precision."""
    homs = places(coder, "Shells fell in Homs on Friday.")["Homs"]
    assert (homs.country, homs.precision) == ("SYR", "city")
    assert homs.latitude == pytest.approx(34.7, abs=0.3)


def test_namesake_is_chosen_by_what_the_text_says_it_lies_in(coder: Coder) -> None:
    """Tripoli in Lebanon is not the capital of Libya."""
    assert places(coder, "Gunmen fought in Tripoli, Lebanon, on Friday.")["Tripoli"].country == "LBN"


def test_compass_words_belong_to_the_name(coder: Coder) -> None:
    """ "northern Syria" is a region of Syria."""
    found = places(coder, "The army advanced in northern Syria.")["northern Syria"]
    assert (found.country, found.precision) == ("SYR", "region")


def test_one_name_is_one_place(coder: Coder) -> None:
    """Two mentions, one place."""
    draft = draft_of(coder, "Shells fell in Homs. Rescuers reached Homs at night.")
    assert len({id(m.place) for m in draft.places}) == 1 and len(draft.places[0].place.mentions) == 2


def test_place_of_an_event_is_not_the_speakers(coder: Coder) -> None:
    """What is said in Geneva happened in Homs."""
    draft = draft_of(coder, "He said in Geneva that rebels had bombed a market in Homs.")
    bombed = next(t.index for t in draft.analysis.tokens if t.text == "bombed")
    assert [m.place.name for m in places_for(draft, bombed, type="ASSAULT")] == ["Homs"]


def test_province_is_named_in_english(coder: Coder) -> None:
    """A town tells its province; a province is its own."""
    found = places(coder, "Shells fell in Mosul. Troops left Nineveh province on Friday.")
    assert found["Mosul"].admin1 == "Nineveh"
    assert next(place for name, place in found.items() if name.startswith("Nineveh")).precision == "admin1"


def test_country_lies_in_its_middle(coder: Coder) -> None:
    """Not in its capital."""
    iraq = places(coder, "Troops returned to Iraq on Friday.")["Iraq"]
    assert (iraq.latitude, iraq.longitude, iraq.precision) == (33.0, 44.0, "country")


def test_unknown_place_is_kept_with_the_articles_country(coder: Coder) -> None:
    """Without a point: nothing is made up."""
    found = places(coder, "Syrian troops shelled the village of Qarzabad in Syria on Friday. Rebels in Syria fled to Qarzabad.")
    unknown = found.get("Qarzabad")
    assert unknown is None or (unknown.country, unknown.latitude) == ("SYR", None)
