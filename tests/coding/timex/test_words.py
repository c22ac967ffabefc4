"""The small readings everything else is made of."""

from __future__ import annotations

import pytest

from sayso.coding.timex.grammar import Grammar
from sayso.coding.timex.words import duration_value
from sayso.knowledge.numbers import load_numbers
from sayso.knowledge.timewords import load_time_words
from tests.coding.timex.support import words_of


def reader(text: str) -> Grammar:
    return Grammar(words_of(text), load_time_words(), load_numbers())


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        (2, "W", "P2W"),
        (2.5, "H", "PT2H30M"),
        (0.5, "H", "PT0.5H"),
        (30, "TM", "PT30M"),
        (10, "S", "PT10S"),
        (2, "E", "P20Y"),
        (1, "C", "P100Y"),
        (1, "F", "P2W"),
        (3, "NI", "P3D"),
        (None, "W", "PXW"),
        (None, "TM", "PTXM"),
        (0.5, "Y", "P0.5Y"),
        (1.0, "D", "P1D"),
    ],
)
def test_durations_are_written_as_timex3_has_them(number: float | None, unit: str, expected: str) -> None:
    """Decades are years, fortnights weeks, nights days; some are X."""
    assert duration_value(number, unit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two weeks", (2, 1)),
        ("several weeks", (None, 1)),
        ("a few weeks", (None, 2)),
        ("a couple of weeks", (2, 3)),
        ("a dozen weeks", (12, 2)),
        ("a week", (1, 1)),
        ("half a week", (0.5, 2)),
        ("two and a half weeks", (2.5, 4)),
        ("2.5 weeks", (2.5, 1)),
        ("weeks", None),
    ],
)
def test_counts_of_units(text: str, expected: tuple[float | None, int] | None) -> None:
    """A number and where it ends; None for what is vague."""
    assert reader(text).count(0, start=0) == expected


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("November 13", 0, (11, 1)),
        ("Nov. 13", 0, (11, 1)),
        ("november", 0, (11, 1)),
        ("nov 13", 0, None),
        ("May 13", 0, (5, 1)),
        ("in May they", 1, (5, 2)),
        ("they May go", 1, None),
        ("Ms May in May", 3, (5, 4)),
        ("Ms May left", 1, None),
        ("Octember", 0, None),
    ],
)
def test_months_are_known_by_their_neighbours(text: str, at: int, expected: tuple[int, int] | None) -> None:
    """Short forms need a capital; those that are other words too need a day or a preposition."""
    assert reader(text).month(at, start=0) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13", (13, 1)),
        ("13th", (13, 1)),
        ("31", (31, 1)),
        ("32", None),
        ("0", None),
        ("first", (1, 1)),
        ("twenty first", (21, 2)),
        ("fortieth", None),
        ("man", None),
    ],
)
def test_days_of_the_month(text: str, expected: tuple[int, int] | None) -> None:
    """One to thirty-one, in figures and in words."""
    assert reader(text).day_number(0, start=0) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("2015", (2015, 1)), ("1066", (1066, 1)), ("2199", (2199, 1)), ("2200", None), ("999", None), ("02015", None)]
)
def test_years_have_four_figures(text: str, expected: tuple[int, int] | None) -> None:
    """From 1000 to 2199."""
    assert reader(text).year(0, start=0) == expected


def test_words_past_the_end_are_empty() -> None:
    """Nobody reads over the end of a sentence."""
    read = reader("on Friday")
    assert (read.word(5, start=0), read.word(-1, start=0), read.bare(1, start=0)) == ("", "", "friday")


def test_closing_stop_is_left_off_where_names_are_looked_up() -> None:
    """`Nov.` is `nov`; a lone stop stays one."""
    read = reader("on Nov. 13")
    assert read.bare(1, start=0) == "nov"
    assert reader(". x").bare(0, start=0) == "."
