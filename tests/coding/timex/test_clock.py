"""Clock times, parts of the day, and what repeats."""

from __future__ import annotations

from typing import Any

import pytest

from tests.coding.timex.support import only, read


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        ("at 5 p.m. they", "5 p.m.", "T17:00"),
        ("at 5:30pm they", "5:30 pm", "T17:30"),
        ("at 12 a.m. they", "12 a.m.", "T00:00"),
        ("at 12 p.m. they", "12 p.m.", "T12:00"),
        ("at 10:35 they", "10:35", "T10:35"),
        ("the 10:35 GMT train", "10:35 GMT", "T10:35"),
        ("at 0600 GMT they", "0600 GMT", "T06:00"),
        ("at 0600 hours they", "0600 hours", "T06:00"),
        ("at six o'clock they", "six o'clock", "T06:00"),
        ("at 4 in the morning they", "4 in the morning", "T04:00"),
        ("at 4 in the afternoon they", "4 in the afternoon", "T16:00"),
        ("at 9 a.m. local time they", "9 a.m. local time", "T09:00"),
    ],
)
def test_clock_faces_are_read(text: str, words: str, part: str) -> None:
    """In halves of the day and in twenty-four hours."""
    found, fields = only(text)
    assert fields == {"form": "clock", "part": part}
    assert found.replace(" ", "") == words.replace(" ", "")


@pytest.mark.parametrize(
    "text", ["they won 10:35 there", "verse 3:16 says", "13 p.m. is none", "at 25:10 they", "at 0675 GMT they", "at 5 they left"]
)
def test_numbers_that_are_no_clock_are_none(text: str) -> None:
    """Scores, verses and hours that no day has."""
    assert [words for words, found in read(text) if found.form == "clock"] == []


def test_clock_takes_the_day_beside_it() -> None:
    """With "on", a comma or nothing between."""
    for text in ("at 5 p.m. on Friday they", "at 5 p.m. Friday they", "at 5 p.m., Friday, they"):
        _, fields = only(text)
        assert (fields["form"], fields["weekday"], fields["part"]) == ("weekday", 5, "T17:00")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("on the night of July 7 they", "night of July 7"),
        ("on the evening of Friday they", "evening of Friday"),
        ("at midnight on Sunday they", "midnight on Sunday"),
    ],
)
def test_part_of_a_day_that_is_told(text: str, words: str) -> None:
    """One expression."""
    found, fields = only(text)
    assert found.endswith(words) and fields["part"].startswith("T")


@pytest.mark.parametrize("word", ["noon", "midnight"])
def test_hours_with_a_name(word: str) -> None:
    """Behind a preposition of time."""
    found, fields = only(f"at {word} they")
    assert found == word and fields["form"] == "clock"
    assert read(f"a {word} raid") == []


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("every day they", "every day", "P1D"),
        ("each Friday they", "each Friday", "XXXX-WXX-5"),
        ("every two weeks they", "every two weeks", "P2W"),
        ("every November they", "every November", "XXXX-11"),
        ("every summer they", "every summer", "XXXX-SU"),
        ("every night they", "every night", "P1D"),
        ("twice a week they", "a week", "P1W"),
        ("$ 5 per hour they", "per hour", "PT1H"),
        ("daily they", "daily", "P1D"),
        ("every morning they", "every morning", "XXXX-XX-XXTMO"),
    ],
)
def test_what_repeats_is_a_set(text: str, words: str, code: str) -> None:
    """With its period or its day."""
    assert only(text) == (words, {"form": "set", "code": code})


@pytest.mark.parametrize(
    ("text", "expected"), [("on the 20th, they", 20), ("by the 3rd they", None), ("until the 21st and", 21), ("on the 20th floor", None)]
)
def test_day_of_the_month_alone(text: str, expected: int | None) -> None:
    """Where no noun follows that it counts."""
    days = [found.day for _, found in read(text) if found.form == "monthday"]
    assert days == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("today they", {"form": "day", "number": 0}),
        ("yesterday they", {"form": "day", "number": -1}),
        ("tomorrow they", {"form": "day", "number": 1}),
        ("they rest now", {"form": "reference", "code": "PRESENT_REF"}),
    ],
)
def test_days_and_references_with_a_name(text: str, fields: dict[str, Any]) -> None:
    """Counted from the article's day, or only named."""
    assert only(text)[1] == fields


def test_holidays_need_a_capital() -> None:
    """Easter is one; an easter egg in small letters is none."""
    assert only("at Easter they")[1]["form"] == "holiday"
    assert read("an easter egg") == []
