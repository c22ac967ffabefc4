"""Partial dates and the arithmetic on them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.coding.dates import PartialDate, bounds, easter, holiday, of_day, read_iso, safe_shift, valid, week_value


@pytest.mark.parametrize(
    ("date", "iso", "timex"),
    [
        (PartialDate(2022, 11, 13), "2022-11-13", "2022-11-13"),
        (PartialDate(2022, 11), "2022-11", "2022-11"),
        (PartialDate(2022), "2022", "2022"),
        (PartialDate(None, 11, 20), "--11-20", "XXXX-11-20"),
        (PartialDate(None, 3), "--03", "XXXX-03"),
        (PartialDate(), None, "XXXX-XX-XX"),
    ],
)
def test_dates_are_written_as_exact_as_known(date: PartialDate, iso: str | None, timex: str) -> None:
    """The ISO text leaves out what is unknown, the TIMEX3 value marks it with X."""
    assert (date.iso, date.timex) == (iso, timex)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-12-14", PartialDate(2022, 12, 14)),
        ("2022-12", PartialDate(2022, 12)),
        ("2022", PartialDate(2022)),
        ("2022-12-14T05:00:00Z", PartialDate(2022, 12, 14)),
        ("2022-13", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_iso_dates_are_read_as_exact_as_given(text: str | None, expected: PartialDate | None) -> None:
    """Anything else is no date."""
    assert read_iso(text) == expected


def test_days_shift_without_a_known_year() -> None:
    """The day before 1 March in an unknown year may be the 29th of February."""
    assert PartialDate(None, 3, 1).shift_days(-1) == PartialDate(None, 2, 29)
    assert PartialDate(2023, 3, 1).shift_days(-1) == PartialDate(2023, 2, 28)


def test_months_and_years_shift_to_their_own_grain() -> None:
    """A shift by months gives a month, by years a year; without what it needs, nothing."""
    assert PartialDate(2022, 11, 16).shift_months(2) == PartialDate(2023, 1)
    assert PartialDate(None, 12, 1).shift_months(1) == PartialDate(None, 1)
    assert PartialDate(2022).shift_months(1) == PartialDate()
    assert PartialDate(2022, 11).shift_years(-2) == PartialDate(2020)
    assert PartialDate(None, 11).shift_years(1) == PartialDate()


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2022-11-13", "2022-11-13", "2022-11-13"),
        ("2022-11-13TNI", "2022-11-13", "2022-11-13"),
        ("2022-11", "2022-11", "2022-11"),
        ("XXXX-11-20", "--11-20", "--11-20"),
        ("2022-W46", "2022-11-14", "2022-11-20"),
        ("2022-W46-WE", "2022-11-19", "2022-11-20"),
        ("2022-Q3", "2022-07", "2022-09"),
        ("2022-H2", "2022-07", "2022-12"),
        ("2018-SU", "2018", "2018"),
        ("199", "1990", "1999"),
        ("18", "1800", "1899"),
        ("2022-W60", None, None),
        ("PAST_REF", None, None),
        ("P3D", None, None),
        ("XXXX-WXX-5", None, None),
    ],
)
def test_values_have_bounds(value: str, start: str | None, end: str | None) -> None:
    """A TIMEX3 date value gives its first and last date; what is no date gives none."""
    assert bounds(value) == (start, end)


@pytest.mark.parametrize(("year", "month", "day"), [(2000, 4, 23), (2016, 3, 27), (2018, 4, 1), (2024, 3, 31)])
def test_easter(year: int, month: int, day: int) -> None:
    """Easter Sunday of some years."""
    assert easter(year) == datetime.date(year, month, day)


@pytest.mark.parametrize(
    ("rule", "year", "expected"),
    [
        ("12-25", 2022, "2022-12-25"),
        ("11/4/4", 2022, "2022-11-24"),
        ("11/4/4+1", 2022, "2022-11-25"),
        ("05/1/-1", 2022, "2022-05-30"),
        ("11/1/1+1", 2022, "2022-11-08"),
        ("easter-2", 2022, "2022-04-15"),
        ("2001-09-11", 2022, "2001-09-11"),
    ],
)
def test_holidays_follow_their_rules(rule: str, year: int, expected: str) -> None:
    """Fixed days, nth weekdays, days counted from Easter and days of history."""
    assert holiday(rule, year).isoformat() == expected


def test_no_month_has_more_days_than_it_has() -> None:
    """29 February may be; 31 April may not."""
    assert valid(2, 29)
    assert not valid(4, 31)
    assert not valid(13, None)
    assert valid(None, 31)


@given(st.dates(), st.integers(min_value=-(10**7), max_value=10**7))
def test_shifts_stay_in_the_calendar(day: datetime.date, days: int) -> None:
    """However far, a shifted day is a day."""
    assert datetime.date.min <= safe_shift(day, days) <= datetime.date.max


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_day_lies_in_its_week(day: datetime.date) -> None:
    """The bounds of the week of a day hold the day."""
    start, end = bounds(week_value(day))
    if start is not None and end is not None:
        assert start <= day.isoformat() <= end
    assert of_day(day).known_day == day
