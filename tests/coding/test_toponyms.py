"""Toponyms: which words name a place."""

from __future__ import annotations

import pytest

from sayso.article import Article
from sayso.coder import Coder
from sayso.coding.actors import find_actors
from sayso.coding.draft import Draft
from sayso.coding.toponyms import Toponym, find_toponyms, toponym_at


def draft_of(coder: Coder, text: str) -> Draft:
    draft = Draft(Article(text), coder.core.analyse(text), coder.knowledge)
    find_actors(draft)
    return draft


def toponyms(coder: Coder, text: str) -> list[Toponym]:
    return find_toponyms(draft_of(coder, text))


def names(coder: Coder, text: str) -> list[str]:
    return [toponym.name for toponym in toponyms(coder, text)]


def of_words(coder: Coder, text: str, words: str) -> Toponym:
    """The toponym that these words of a text would be."""
    draft = draft_of(coder, text)
    start = text.index(words)
    inside = [t.index for t in draft.analysis.tokens if t.start < start + len(words) and start < t.end]
    return toponym_at(draft, inside[0], inside[-1] + 1)


def test_toponyms_come_in_the_order_of_the_text(coder: Coder) -> None:
    """Each with the places it may mean."""
    found = toponyms(coder, "Shells fell in Homs on Friday. Rebels left Damascus for Idlib.")
    assert [t.name for t in found] == ["Homs", "Damascus", "Idlib"]
    assert all(t.found for t in found)


def test_town_and_what_it_lies_in_are_two(coder: Coder) -> None:
    """ "Tripoli, Lebanon"."""
    assert names(coder, "Gunmen fought in Tripoli, Lebanon, on Friday.") == ["Tripoli", "Lebanon"]


def test_compass_words_stand_before_the_base(coder: Coder) -> None:
    """ "northern Syria" is looked up as Syria."""
    toponym = of_words(coder, "The army advanced in northern Syria.", "northern Syria")
    assert (toponym.name, toponym.key, toponym.base - toponym.first) == ("northern Syria", "syria", 1)


def test_capitalised_compass_word_may_be_part_of_the_name(coder: Coder) -> None:
    """North Korea is no part of Korea."""
    toponym = of_words(coder, "A missile was fired from North Korea.", "North Korea")
    assert (toponym.key, toponym.found[0].country) == ("north korea", "PRK")


@pytest.mark.parametrize(
    ("text", "words", "province"), [("A fire in Oldmill, Ala., killed two.", "Ala.", "Alabama"), ("He moved to Dayton, OH, in May.", "OH", "Ohio")]
)
def test_short_form_behind_a_comma_is_its_province(coder: Coder, text: str, words: str, province: str) -> None:
    """As newspapers write it, and as the post does."""
    assert [c.name for c in of_words(coder, text, words).found] == [province]


def test_short_form_alone_is_none(coder: Coder) -> None:
    """OR without a town before it is no Oregon."""
    assert all(c.name != "Oregon" for c in of_words(coder, "Answer YES OR NO.", "OR").found)


def test_other_spellings_are_looked_up_too(coder: Coder) -> None:
    """St. is Saint, Ft. is Fort."""
    assert any(c.name.endswith("Cloud") for c in of_words(coder, "Police in Saint Cloud said so.", "Saint Cloud").found)
    assert any(c.name == "Fort Worth" for c in of_words(coder, "Police in Ft. Worth said so.", "Ft. Worth").found)


def test_word_for_what_a_place_is_may_be_left_out(coder: Coder) -> None:
    """ "the town of X", "X city"."""
    assert of_words(coder, "Rebels left Homs city.", "Homs city").found[0].country == "SYR"
    assert of_words(coder, "Rebels left the city of Homs.", "city of Homs").found[0].country == "SYR"


def test_building_lies_where_its_name_says(coder: Coder) -> None:
    """A county's courthouse, a city's port."""
    assert of_words(coder, "He stood in the Tuscaloosa County Courthouse.", "Tuscaloosa County Courthouse").found[0].admin1 == "Alabama"
    assert of_words(coder, "Ships left the Port of Los Angeles.", "Port of Los Angeles").found[0].admin1 == "California"


def test_other_name_of_a_country_is_the_country(coder: Coder) -> None:
    """With its middle."""
    found = of_words(coder, "He returned to the U.K. in May.", "U.K.").found[0]
    assert (found.country, found.precision) == ("GBR", "country")
    assert found.latitude == pytest.approx(54.8, abs=0.5)


def test_words_for_buildings_and_streets_alone_are_none(coder: Coder) -> None:
    """They name nothing."""
    assert not {"House", "Road", "Center"} & set(names(coder, "Lawmakers in the House met near the Road and the Center."))


def test_town_inside_a_groups_name_is_none(coder: Coder) -> None:
    """ "Jaish al-Adl" holds no town."""
    assert "Jaish al-Adl" not in names(coder, "Jaish al-Adl killed two guards in Zahedan on Monday.")


def test_armed_group_named_like_a_town_is_none(coder: Coder) -> None:
    """There is an Isis in Iran's gazetteer."""
    assert "Isis" not in names(coder, "Fighters of Isis fled to Raqqa. The villages of Isis fell.")


def test_people_are_no_place(coder: Coder) -> None:
    """Nor where the gazetteer knows nothing of the name."""
    found = names(coder, "Two Britons were held in Raqqa with other Britons and three Mauritians.")
    assert "Raqqa" in found and not {"Britons", "Mauritians"} & set(found)


def test_person_named_like_a_town_is_none(coder: Coder) -> None:
    """Obama is a town in Japan."""
    assert "Obama" not in names(coder, "Barack Obama spoke in Chicago. A letter from Obama was read.")


def test_each_mention_of_a_town_is_one_toponym(coder: Coder) -> None:
    """Met again, and never twice at one spot."""
    assert names(coder, "Shells fell in Homs. Rescuers reached Homs at night.") == ["Homs", "Homs"]
