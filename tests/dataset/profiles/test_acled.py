"""ACLED's columns."""

from __future__ import annotations

import pytest

from sayso.dataset.happening import Party, Spot
from tests.dataset.datasets import NEVER, happening
from tests.dataset.profiles.rows import part, row

PEOPLE = Party("villagers", "group", "SYR", ("CVL",))


def test_a_clash() -> None:
    """Types, sides and place as ACLED names them."""
    found = row("acled", happening())
    assert (found["disorder_type"], found["event_type"], found["sub_event_type"]) == ("Political violence", "Battles", "Armed clash")
    assert (found["actor1"], found["inter1"], found["actor2"], found["inter2"]) == ("Northern Army", "State forces", "Ridge Front", "Rebel group")
    assert (found["interaction"], found["civilian_targeting"]) == ("State forces-Rebel group", None)
    assert (found["iso"], found["region"], found["country"], found["admin1"], found["location"]) == (760, "Middle East", "Syria", "Homs", "Homs")
    assert str(found["event_id_cnty"]).startswith("SYR") and str(found["event_id_cnty"])[3:].isdigit()


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-03-04", "2024-03-04", ("2024-03-04", 2024, 1)),
        ("2024-03-04", "2024-03-06", ("2024-03-04", 2024, 2)),
        ("2024-03-04", "2024-05-06", ("2024-03-04", 2024, 3)),
        ("2024-03", "2024-03", ("2024-03-16", 2024, 3)),
        ("2023", None, ("2023-07-02", 2023, 3)),
        (None, None, (None, None, None)),
    ],
)
def test_days(start: str | None, end: str | None, expected: tuple[object, ...]) -> None:
    """The day, or the middle of the month or year, with the precision that tells it."""
    assert part("acled", happening(start=start, end=end), "event_date", "year", "time_precision") == expected


def test_violence_against_civilians_targets_them() -> None:
    """The column says so in ACLED's words."""
    found = row("acled", happening(recipients=(PEOPLE,), trigger="shot"))
    assert (found["event_type"], found["interaction"], found["civilian_targeting"]) == (
        "Violence against civilians",
        "State forces-Civilians",
        "Civilian targeting",
    )


@pytest.mark.parametrize(("mode", "kind", "disorder"), [("demo", "Protesters", "Demonstrations"), ("riot", "Rioters", "Demonstrations")])
def test_people_in_the_street_are_known_by_what_they_do(mode: str, kind: str, disorder: str) -> None:
    """Protesters, or rioters, on their own."""
    one = happening(type="PROTEST", mode=mode, actors=(PEOPLE,), recipients=())
    assert part("acled", one, "inter1", "interaction", "disorder_type", "actor2") == (kind, f"{kind} only", disorder, None)


def test_excessive_force_is_of_two_disorders() -> None:
    """As ACLED counts it."""
    one = happening(type="PROTEST", mode="demo", actors=(PEOPLE,), recipients=(), tolls={**NEVER, "killed": (2, 2)})
    assert part("acled", one, "sub_event_type", "disorder_type") == ("Excessive force against protesters", "Political violence; Demonstrations")


def test_both_sides_of_a_mutual_event() -> None:
    """Without recipients, the second who does it is actor2, and nobody is counted twice."""
    army, front, third = happening().actors[0], happening().recipients[0], Party("Hill Brigade", sectors=("REB",))
    one = happening(actors=(army, front, third), recipients=())
    assert part("acled", one, "actor1", "assoc_actor_1", "actor2", "assoc_actor_2") == ("Northern Army", None, "Ridge Front", "Hill Brigade")
    one = happening(actors=(army, third), recipients=(front,))
    assert part("acled", one, "actor1", "assoc_actor_1", "actor2", "assoc_actor_2") == ("Northern Army", "Hill Brigade", "Ridge Front", None)


def test_nobody_told_is_empty() -> None:
    """No actor, no sort, no interaction."""
    one = happening(actors=(), recipients=())
    assert part("acled", one, "actor1", "inter1", "actor2", "inter2", "interaction") == (None,) * 5


@pytest.mark.parametrize(("toll", "fatalities"), [((6, 6), 6), ((81, None), 81), ((None, 40), 40), ((None, None), None), ((0, 0), 0)])
def test_fatalities(toll: tuple[int | None, int | None], fatalities: int | None) -> None:
    """One figure; none told is empty, not 0."""
    assert part("acled", happening(tolls={**NEVER, "killed": toll}), "fatalities") == (fatalities,)


@pytest.mark.parametrize(("precision", "code"), [("point", 1), ("city", 1), ("admin2", 2), ("admin1", 3), ("country", 3), (None, None)])
def test_geo_precision(precision: str | None, code: int | None) -> None:
    """From the sort of place."""
    assert part("acled", happening(precision=precision), "geo_precision") == (code,)


def test_what_acled_does_not_code_is_left_out() -> None:
    """A request is none of its types, and a planned deed has not happened."""
    assert row("acled", happening(type="REQUEST", mode=None)) == {} and row("acled", happening(reality="planned")) == {}


def test_a_district_is_named() -> None:
    """Where a place of the event is one."""
    places = (Spot("Homs", "SYR", "Homs", 1.0, 2.0, "city", 1), Spot("Talbiseh", "SYR", "Homs", 1.0, 2.0, "admin2", 2))
    assert part("acled", happening(places=places), "admin2") == ("Talbiseh",)
