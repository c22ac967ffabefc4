"""Counting from a date."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.coding.dates import PartialDate, of_day
from sayso.coding.reckoning import (
    before,
    offset_days,
    relative_month,
    relative_season,
    relative_weekday,
    shift_long,
    shift_unit,
    sign,
    steps,
    this_weekend,
)
from sayso.coding.timex import Expression

WEDNESDAY = PartialDate(2022, 12, 14)
MONTH, YEAR = PartialDate(2022, 12), PartialDate(2022)
days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


def expression(**fields: object) -> Expression:
    return Expression(0, 1, "x", **fields)  # type: ignore[arg-type]


def weekday(direction: str, number: int, *, tense: str = "past", anchor: PartialDate = WEDNESDAY) -> str | None:
    found = relative_weekday(expression(direction=direction, weekday=number), anchor, tense)
    return found.iso if found else None


@pytest.mark.parametrize(
    ("direction", "expected"), [("last", -1), ("past", -1), ("previous", -1), ("next", 1), ("coming", 1), ("following", 1), ("this", 0), ("", 0)]
)
def test_directions_are_steps(direction: str, expected: int) -> None:
    """Back, on, or the one that is on."""
    assert steps(direction) == expected


@pytest.mark.parametrize(("direction", "expected"), [("after", 1), ("hence", 1), ("before", -1), ("ago", -1), ("earlier", -1)])
def test_offsets_have_a_sign(direction: str, expected: int) -> None:
    """After and hence go on, everything else goes back."""
    assert sign(expression(direction=direction)) == expected


@pytest.mark.parametrize(
    ("direction", "number", "expected"),
    [
        ("last", 5, "2022-12-09"),
        ("last", 3, "2022-12-07"),
        ("last", 2, "2022-12-13"),
        ("next", 5, "2022-12-16"),
        ("next", 3, "2022-12-21"),
        ("next", 2, "2022-12-20"),
        ("that", 5, "2022-12-09"),
        ("that", 3, "2022-12-14"),
    ],
)
def test_weekdays_are_counted_from_the_day(direction: str, number: int, expected: str) -> None:
    """Last Wednesday said on a Wednesday is a week ago, next Wednesday in a week."""
    assert weekday(direction, number) == expected


@pytest.mark.parametrize(
    ("tense", "number", "expected"),
    [("past", 5, "2022-12-09"), ("future", 5, "2022-12-16"), ("past", 3, "2022-12-14"), ("future", 3, "2022-12-14"), ("present", 1, "2022-12-19")],
)
def test_this_weekday_follows_the_verb(tense: str, number: int, expected: str) -> None:
    """What has happened this Friday was last, what will is next."""
    assert weekday("this", number, tense=tense) == expected


@pytest.mark.parametrize("anchor", [MONTH, YEAR, PartialDate(), PartialDate(None, 12, 14)])
def test_without_a_known_day_there_is_no_weekday(anchor: PartialDate) -> None:
    """A month has many Fridays."""
    assert weekday("last", 5, anchor=anchor) is None


@given(days, st.integers(1, 7), st.sampled_from(["last", "next"]))
def test_weekdays_are_within_a_week(day: datetime.date, number: int, direction: str) -> None:
    """The right weekday, one to seven days off, on the right side."""
    found = relative_weekday(expression(direction=direction, weekday=number), of_day(day), "past")
    assert found is not None and found.known_day is not None and found.known_day.isoweekday() == number
    distance = (found.known_day - day).days
    assert 1 <= (distance if direction == "next" else -distance) <= 7


@pytest.mark.parametrize(
    ("direction", "month", "anchor", "expected"),
    [
        ("last", 11, WEDNESDAY, "2022-11"),
        ("last", 12, WEDNESDAY, "2021-12"),
        ("next", 12, WEDNESDAY, "2023-12"),
        ("next", 1, WEDNESDAY, "2023-01"),
        ("this", 3, WEDNESDAY, "2022-03"),
        ("last", 3, PartialDate(2022, 2), "2021-03"),
        ("next", 3, PartialDate(2022, 2), "2022-03"),
        ("last", 3, YEAR, "2022-03"),
        ("last", 3, PartialDate(), "--03"),
    ],
)
def test_months_are_counted_from_the_month(direction: str, month: int, anchor: PartialDate, expected: str) -> None:
    """Last December said in December is last year's."""
    assert relative_month(expression(direction=direction, month=month), anchor).iso == expected


@pytest.mark.parametrize(
    ("direction", "code", "anchor", "expected"),
    [
        ("last", "SU", WEDNESDAY, "2022-SU"),
        ("last", "SU", PartialDate(2022, 7), "2021-SU"),
        ("this", "SU", PartialDate(2022, 7), "2022-SU"),
        ("next", "SU", WEDNESDAY, "2023-SU"),
        ("next", "SU", PartialDate(2022, 3), "2022-SU"),
        ("next", "SU", PartialDate(2022, 7), "2023-SU"),
        ("last", "SP", PartialDate(2022, 6), "2022-SP"),
        ("last", "SU", PartialDate(), "XXXX-SU"),
    ],
)
def test_seasons_are_counted_by_whether_they_are_over(direction: str, code: str, anchor: PartialDate, expected: str) -> None:
    """Last summer said in July is last year's, said in December this year's."""
    assert relative_season(expression(direction=direction, code=code), anchor) == expected


@pytest.mark.parametrize(
    ("unit", "count", "expected"),
    [("M", -1, "2022-11"), ("M", 1, "2023-01"), ("M", 0, "2022-12"), ("Y", -1, "2021"), ("Y", 10, "2032")],
)
def test_months_and_years_are_shifted(unit: str, count: int, expected: str) -> None:
    """Over the end of a year; the result is as coarse as the unit."""
    found = shift_unit(WEDNESDAY, unit, count)
    assert isinstance(found, PartialDate) and found.iso == expected


@pytest.mark.parametrize(
    ("unit", "count", "expected"),
    [
        ("W", 0, "2022-W50"),
        ("W", -1, "2022-W49"),
        ("W", 3, "2023-W01"),
        ("F", -1, "2022-W48"),
        ("WE", -1, "2022-W49-WE"),
        ("WE", 1, "2022-W51-WE"),
        ("E", 0, "202"),
        ("E", -1, "201"),
        ("C", -1, "19"),
        ("Q", 0, "2022-Q4"),
        ("Q", 1, "2023-Q1"),
        ("Q", -4, "2021-Q4"),
    ],
)
def test_weeks_quarters_decades_and_centuries_are_values(unit: str, count: int, expected: str) -> None:
    """As TIMEX3 writes them."""
    assert shift_unit(WEDNESDAY, unit, count) == expected


@pytest.mark.parametrize(
    ("unit", "anchor"),
    [("W", MONTH), ("F", YEAR), ("WE", MONTH), ("Q", YEAR), ("E", PartialDate(None, 12, 14)), ("C", PartialDate()), ("H", WEDNESDAY)],
)
def test_what_the_anchor_does_not_tell_is_unknown(unit: str, anchor: PartialDate) -> None:
    """A year has no week, an unknown year no decade, and hours are no unit of days."""
    assert shift_unit(anchor, unit, 1) is None


def test_missing_count_is_nought() -> None:
    """The unit the anchor lies in."""
    assert shift_unit(WEDNESDAY, "W", None) == "2022-W50"


def test_quarters_wrap_at_the_years_end() -> None:
    """Each month has its quarter."""
    assert [shift_long(PartialDate(2022, month), "Q", 0) for month in (1, 3, 4, 6, 7, 9, 10, 12)] == [
        f"2022-Q{quarter}" for quarter in (1, 1, 2, 2, 3, 3, 4, 4)
    ]


@pytest.mark.parametrize(
    ("day", "tense", "expected"),
    [
        (WEDNESDAY, "past", "2022-W49-WE"),
        (WEDNESDAY, "future", "2022-W50-WE"),
        (PartialDate(2022, 12, 17), "past", "2022-W50-WE"),
        (PartialDate(2022, 12, 18), "future", "2022-W50-WE"),
    ],
)
def test_weekend_follows_the_verb_unless_it_is_on(day: PartialDate, tense: str, expected: str) -> None:
    """On a Saturday this weekend is now."""
    assert this_weekend(day, tense) == expected


def test_weekend_of_an_unknown_day_is_unknown() -> None:
    """A month has several."""
    assert this_weekend(MONTH, "past") is None


@pytest.mark.parametrize(
    ("unit", "count", "expected"),
    [
        ("D", 3, "2022-12-17"),
        ("D", -14, "2022-11-30"),
        ("NI", 1, "2022-12-15"),
        ("H", 48, "2022-12-16"),
        ("H", 5, "2022-12-14"),
        ("MIN", 500, "2022-12-14"),
    ],
)
def test_days_and_hours_are_counted_from_a_day(unit: str, count: float, expected: str) -> None:
    """Hours make days only when there are enough of them."""
    found = offset_days(WEDNESDAY, unit, count)
    assert found is not None and found.iso == expected


def test_days_are_not_counted_from_a_month() -> None:
    """Three days after December is nothing that is known."""
    assert offset_days(MONTH, "D", 3) is None


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        (3, "D", "2022-12-11"),
        (2, "W", "2022-11-30"),
        (1, "F", "2022-11-30"),
        (48, "H", "2022-12-12"),
        (3, "M", "2022-09"),
        (1, "Q", "2022-09"),
        (2, "Y", "2020-12"),
        (10, "Y", "2012-12"),
        (2, "E", "2002"),
        (1, "C", "1922"),
        (30, "Y", "1992"),
    ],
)
def test_long_ago_is_known_less_exactly(number: float, unit: str, expected: str) -> None:
    """Days and weeks to the day, months and a few years to the month, more to the year."""
    assert before(WEDNESDAY, number, unit) == expected


def test_forward_goes_the_other_way() -> None:
    """In two weeks, in three months."""
    assert before(WEDNESDAY, 2, "W", forward=True) == "2022-12-28"
    assert before(WEDNESDAY, 3, "M", forward=True) == "2023-03"


@pytest.mark.parametrize(("anchor", "number", "unit"), [(MONTH, 3, "D"), (WEDNESDAY, None, "D"), (WEDNESDAY, 3, "S"), (PartialDate(), 3, "Y")])
def test_what_cannot_be_counted_is_unknown(anchor: PartialDate, number: float | None, unit: str) -> None:
    """No day, no number, no unit of the calendar, no year."""
    assert before(anchor, number, unit) is None


@given(days, st.integers(-2000, 2000))
def test_days_forward_and_back_cancel_out(day: datetime.date, count: int) -> None:
    """So many days on and as many back."""
    there = offset_days(of_day(day), "D", count)
    assert there is not None and offset_days(there, "D", -count) == of_day(day)


@given(
    st.builds(PartialDate, st.none() | st.integers(1, 9999), st.none() | st.integers(1, 12)),
    st.sampled_from(["D", "W", "F", "WE", "M", "Q", "Y", "E", "C", "H"]),
    st.integers(-30000, 30000),
)
def test_any_shift_stays_in_the_calendar(anchor: PartialDate, unit: str, count: int) -> None:
    """What falls out of it is unknown, and nothing is raised."""
    found = shift_unit(anchor, unit, count)
    if isinstance(found, str):
        assert re.fullmatch(r"\d{4}-(W\d\d(-WE)?|Q[1-4])|\d{3}|\d\d", found)
    elif found is not None:
        assert found.year is None or 1 <= found.year <= 9999


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [(16, 0, "2022-W50-WE"), (17, 0, "2022-W50-WE"), (18, 0, "2022-W50-WE"), (17, -1, "2022-W49-WE"), (18, 1, "2022-W51-WE")],
)
def test_weekends_are_counted_from_any_day(day: int, count: int, expected: str) -> None:
    """From a Friday, a Saturday and a Sunday."""
    assert shift_unit(PartialDate(2022, 12, day), "WE", count) == expected


@pytest.mark.parametrize(
    ("direction", "code", "month", "expected"),
    [
        ("last", "FA", 12, "2022-FA"),
        ("last", "FA", 11, "2021-FA"),
        ("last", "WI", 12, "2021-WI"),
        ("next", "WI", 9, "2022-WI"),
        ("next", "WI", 10, "2023-WI"),
        ("next", "SU", 5, "2022-SU"),
        ("next", "SU", 6, "2023-SU"),
        ("last", "SP", 5, "2021-SP"),
    ],
)
def test_seasons_end_with_their_last_month(direction: str, code: str, month: int, expected: str) -> None:
    """While one is on, the last is the year before's and the next the year after's."""
    assert relative_season(expression(direction=direction, code=code), PartialDate(2022, month)) == expected


@pytest.mark.parametrize(("direction", "expected"), [("last", "2022-SU"), ("next", "2023-SU"), ("this", "2022-SU")])
def test_season_of_a_year_alone_is_counted_from_its_end(direction: str, expected: str) -> None:
    """An article that has only its year."""
    assert relative_season(expression(direction=direction, code="SU"), YEAR) == expected
