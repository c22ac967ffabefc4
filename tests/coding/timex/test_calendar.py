"""Dates by the calendar."""

from __future__ import annotations

from typing import Any

import pytest

from tests.coding.timex.support import only, read


@pytest.mark.parametrize(
    ("text", "words", "fields"),
    [
        ("on 2022-11-13 they", "2022-11-13", {"year": 2022, "month": 11, "day": 13}),
        ("on 13/11/2022 they", "13/11/2022", {"year": 2022, "month": 11, "day": 13}),
        ("on 11/13/2022 they", "11/13/2022", {"year": 2022, "month": 11, "day": 13}),
        ("on 13/11/22 they", "13/11/22", {"year": 2022, "month": 11, "day": 13}),
        ("on November 13, 2015, they", "November 13 , 2015", {"year": 2015, "month": 11, "day": 13}),
        ("on Nov. 13 they", "Nov. 13", {"month": 11, "day": 13}),
        ("on November the 13th they", "November the 13th", {"month": 11, "day": 13}),
        ("in November 2015 they", "November 2015", {"year": 2015, "month": 11}),
        ("in November they", "November", {"month": 11}),
        ("on 13 November 2015 they", "13 November 2015", {"year": 2015, "month": 11, "day": 13}),
        ("on 13th of November they", "13th of November", {"month": 11, "day": 13}),
        ("in 2015 they", "2015", {"year": 2015}),
        ("on 21July 2022 they", "21July 2022", {"year": 2022, "month": 7, "day": 21}),
    ],
)
def test_days_months_and_years(text: str, words: str, fields: dict[str, Any]) -> None:
    """In figures and in words, as exact as they are."""
    assert only(text) == (words, {"form": "calendar", **fields})


@pytest.mark.parametrize("text", ["on 32/13/2022 they", "on 2022-02-30 they", "on 13-11-0022 they", "version 1.2.3 of it", "on 00/00/2022 they"])
def test_figures_that_are_no_day_are_none(text: str) -> None:
    """The calendar has no such day, or no such year."""
    assert read(text) == []


@pytest.mark.parametrize("text", ["she may go", "they march on", "Theresa May said", "in a sun hat", "he sat down", "the second man"])
def test_words_that_only_look_like_dates_are_none(text: str) -> None:
    """Verbs, names and things."""
    assert read(text) == []


@pytest.mark.parametrize("text", ["$ 2015 each", "flight 2015 left", "some 2015 men", "more than 2015 men", "2000 troops came", "1200 monks came"])
def test_numbers_of_four_figures_that_count_are_no_years(text: str) -> None:
    """Money, flights and people."""
    assert read(text) == []


def test_weekday_alone_and_with_a_part_of_the_day() -> None:
    """Friday, Friday night."""
    assert only("on Friday they") == ("Friday", {"form": "weekday", "weekday": 5})
    assert only("on Friday night they") == ("Friday night", {"form": "weekday", "weekday": 5, "part": "TNI"})


def test_weekday_belongs_to_the_date_after_it() -> None:
    """One expression, with or without a comma."""
    for text, words in (("on Friday, Nov. 13, they", "Friday , Nov. 13"), ("on Friday the 13th of May they", "Friday the 13th of May")):
        found, fields = only(text)
        assert found == words and fields["weekday"] == 5 and fields["day"] == 13


def test_weekdays_in_the_plural_come_again() -> None:
    """On Fridays is every week."""
    assert only("on Fridays they") == ("Fridays", {"form": "set", "code": "XXXX-WXX-5"})


def test_weekday_of_a_week_that_is_told() -> None:
    """Tuesday of last week."""
    ((words, found),) = read("on Tuesday last week they")
    assert words == "Tuesday last week" and found.weekday == 2 and found.of is not None and found.of.unit == "W"


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("in the 1990s they", "1990s", "199"),
        ("in the '80s they", "'80s", "198"),
        ("in the nineties they", "nineties", "199"),
        ("in the 19th century they", "19th century", "18"),
        ("in the first century BC they", "first century BC", "BC00"),
        ("in 490 BC they", "490 BC", "BC0490"),
        ("in AD 70 they", "AD 70", "0070"),
    ],
)
def test_decades_centuries_and_eras_are_codes(text: str, words: str, code: str) -> None:
    """Fixed, whatever the article's date; what stands before them may belong to them."""
    found, fields = only(text)
    assert found.endswith(words) and fields["form"] == "fixed" and fields["code"] == code


@pytest.mark.parametrize(
    ("text", "words", "fields"),
    [
        ("in the third quarter of 2008 they", "third quarter of 2008", {"year": 2008, "code": "Q3"}),
        ("in the first half of 2008 they", "first half of 2008", {"year": 2008, "code": "H1"}),
        ("in the first half of the year they", "first half of the year", {"code": "H1"}),
        ("in the second quarter they", "second quarter", {"code": "Q2"}),
    ],
)
def test_quarters_and_halves_of_years(text: str, words: str, fields: dict[str, Any]) -> None:
    """Of a year that is told, or of that one."""
    found, known = only(text)
    assert found.endswith(words) and known == {"form": "yearpart", **fields}


def test_half_of_anything_else_is_no_time() -> None:
    """The first half was dull."""
    assert read("the first half was dull") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [("in summer 2018 they", "SU"), ("in the autumn of 2014 they", "FA"), ("in the winter they", "WI"), ("in spring 2011 they", "SP")],
)
def test_seasons_are_times(text: str, code: str) -> None:
    """With a year, or behind a preposition of time."""
    _, fields = only(text)
    assert fields["form"] == "season" and fields["code"] == code


@pytest.mark.parametrize("text", ["the fall of the town", "they fall back", "a spring of water", "Winter said"])
def test_seasons_that_are_other_words_are_none(text: str) -> None:
    """Verbs, waters and names."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on May 3-5 they", [3, 5]),
        ("on 3-5 May they", [3, 5]),
        ("on May 3 and 5 they", [3]),
        ("on May 3 to 5, they", [3, 5]),
        ("on May 5-3 they", [5]),
    ],
)
def test_ranges_of_days_are_two_expressions(text: str, days: list[int]) -> None:
    """The month is said once; a smaller number after a larger one is no day."""
    assert [found.day for _, found in read(text) if found.month == 5] == days


@pytest.mark.parametrize(("text", "years"), [("in 2007-08 they", [2007, 2008]), ("in 2014-12 they", [2014]), ("in 1914-18 they", [1914, 1918])])
def test_second_year_may_be_short(text: str, years: list[int]) -> None:
    """Two figures that go on."""
    assert [found.year for _, found in read(text) if found.form == "calendar"][: len(years)] == years
