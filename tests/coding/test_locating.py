"""Which of its namesakes a name means."""

from __future__ import annotations

import math

import pytest

from sayso.article import Article
from sayso.coder import Coder
from sayso.coding.actors import find_actors
from sayso.coding.draft import Draft
from sayso.coding.locating import Name, areas_of, contains, distance_km, locate, names_of, settled, softmax, support_of
from sayso.coding.toponyms import Toponym, find_toponyms
from sayso.knowledge.places import Candidate, load_gazetteer

FAR = Candidate(1, "Oldmill", "XSL", None, 50.0, 50.0, 90_000, "city", number=1, province=91)
NEAR = Candidate(2, "Oldmill", "XNL", "North", 1.0, 2.0, 900, "city", number=2, province=92, county=93)
NORTH = Candidate(3, "North", "XNL", "North", 1.5, 2.5, 9_000, "admin1", number=92, province=92)
LAND = Candidate(4, "Land", "XNL", None, 2.0, 3.0, 10**7, "country", number=4)


def toponym(first: int, name: str, *found: Candidate) -> Toponym:
    return Toponym(first, first + 1, first, name, name.lower(), found)


def named(*chances: float) -> Name:
    """Oldmill, far or near, with these chances."""
    return Name("oldmill", [toponym(0, "Oldmill", FAR, NEAR)], [FAR, NEAR], list(chances))


def located(coder: Coder, text: str, url: str | None = None) -> dict[str, Candidate | None]:
    draft = Draft(Article(text, url=url), coder.core.analyse(text), coder.knowledge)
    find_actors(draft)
    return locate(draft, find_toponyms(draft))


@pytest.mark.parametrize(
    ("text", "name", "area"),
    [
        ("Gunmen fought in Tripoli, Lebanon, on Friday.", "tripoli", "LBN"),
        ("A fire broke out in Paris, Texas, on Friday.", "paris", "Texas"),
        ("A fire broke out in Paris on Friday.", "paris", "FRA"),
        ("A fire broke out in Alexandria, La., on Friday.", "alexandria", "Louisiana"),
        ("Police in Cairo and in Alexandria arrested ten people, the government of Egypt said.", "alexandria", "EGY"),
    ],
)
def test_namesakes_are_told_apart_by_the_text(coder: Coder, text: str, name: str, area: str) -> None:
    """By what a town lies in, by the other places, else by size."""
    place = located(coder, text)[name]
    assert place is not None and area in (place.country, place.admin1)


def test_publishers_home_tells_namesakes_apart(coder: Coder) -> None:
    """A paper of Tennessee writes of the Columbia in Tennessee."""
    place = located(coder, "A fire broke out in Columbia on Friday.", "https://columbiadailyherald.com/1")["columbia"]
    assert place is not None and place.admin1 == "Tennessee"


def test_unknown_name_means_nothing(coder: Coder) -> None:
    """It is kept, without a place."""
    assert located(coder, "Shells fell in Qarzabad-on-Nothing on Friday.").get("qarzabad on nothing") is None


def test_one_name_has_all_its_mentions() -> None:
    """And the places of any of them, each once."""
    first, second, other = toponym(0, "Oldmill", FAR), toponym(5, "Oldmill", FAR, NEAR), toponym(9, "Land", LAND)
    one, two = names_of([first, second, other])
    assert (one.mentions, one.found) == ([first, second], [FAR, NEAR])
    assert two.found == [LAND]


def test_small_namesake_counts_where_its_province_is_named() -> None:
    """However many larger ones there are."""
    larger = [Candidate(100 + n, "Oldmill", "XSL", None, 50.0, float(n), 90_000 - n, "city", number=100 + n) for n in range(40)]
    alone = names_of([toponym(0, "Oldmill", *larger, NEAR)])[0]
    beside = names_of([toponym(0, "Oldmill", *larger, NEAR), toponym(4, "North", NORTH)])[0]
    assert NEAR not in alone.found and NEAR in beside.found


def test_country_holds_its_towns_and_no_others() -> None:
    """Itself it does not hold."""
    assert contains(LAND, NEAR) and contains(LAND, NORTH)
    assert not contains(LAND, FAR) and not contains(LAND, LAND)


def test_province_holds_what_lies_in_it() -> None:
    """By number, so that a namesake of the province does not."""
    assert contains(NORTH, NEAR)
    assert not contains(NORTH, FAR) and not contains(NORTH, NORTH) and not contains(NEAR, NORTH)


def test_region_holds_what_lies_near_in_its_country() -> None:
    """Regions have no borders in the gazetteer."""
    plain = Candidate(None, "Wide Plain", "XNL", None, 1.5, 2.0, 1, "region", number=7)
    assert contains(plain, NEAR)
    assert not contains(plain, FAR)


def test_names_support_the_areas_they_lie_in() -> None:
    """By their chances; a slight chance says nothing."""
    name = named(0.01, 0.99)
    support = support_of([name], [areas_of(name)])
    assert support.countries["XNL"] == pytest.approx(0.99 * support.total)
    assert support.divisions[92] == support.divisions[93] == support.countries["XNL"]
    assert support.countries["XSL"] == 0
    assert support.cells[1, 2] == support.cells[2, 3] > 0 == support.cells[5, 5]


def test_more_mentions_weigh_more() -> None:
    """So does a place at the beginning."""
    late, often = named(0.5, 0.5), named(0.5, 0.5)
    late.mentions = [toponym(900, "Oldmill", FAR, NEAR)]
    often.mentions = [toponym(900 + n, "Oldmill", FAR, NEAR) for n in range(9)]
    assert late.weight < named(0.5, 0.5).weight < often.weight


def test_likeliest_place_is_taken() -> None:
    """Of two alike the larger one."""
    assert settled(named(0.2, 0.8), load_gazetteer(), sure=0.0) is NEAR
    assert settled(named(0.5, 0.5), load_gazetteer(), sure=0.0) is FAR


def test_doubt_is_told_as_the_province(coder: Coder) -> None:
    """Many towns of one name in one province, none of them likely: the province it is."""
    places = coder.knowledge.places
    (alabama,) = places.abbreviated("Ala.")
    towns = [Candidate(n, "Oldmill", "USA", "Alabama", 33.0, -87.0, 100, "city", number=n, province=alabama.number) for n in range(5)]
    name = Name("oldmill", [toponym(0, "Oldmill", *towns)], towns, [0.2] * 5)
    place = settled(name, places, sure=0.3)
    assert place is not None and (place.name, place.precision) == ("Alabama", "admin1")


def test_nothing_known_is_nothing_settled() -> None:
    """A name without places."""
    assert settled(Name("x", [toponym(0, "X")], []), load_gazetteer(), sure=0.3) is None


def test_chances_sum_to_one() -> None:
    """Also of scores too large to raise."""
    assert softmax([]) == []
    assert softmax([5000.0, 5000.0]) == [0.5, 0.5]
    assert math.isclose(sum(softmax([1.0, -3.0, 2.5])), 1.0)


@pytest.mark.parametrize(("one", "other", "km"), [((0, 0), (0, 0), 0), ((0, 0), (0, 1), 111.2), ((51.5, -0.1), (48.9, 2.35), 338)])
def test_distance(one: tuple[float, float], other: tuple[float, float], km: float) -> None:
    """Great-circle distance in kilometres."""
    assert distance_km(one, other) == pytest.approx(km, rel=0.01)


def test_articles_do_not_touch_one_another(coder: Coder) -> None:
    """The same article means the same places after another one."""
    text = "A fire broke out in Columbia on Friday."
    before = located(coder, text)
    located(coder, "A fire broke out in Columbia, Tennessee, on Friday.")
    assert located(coder, text) == before
