"""Time told from another time, and durations."""

from __future__ import annotations

from typing import Any

import pytest

from tests.coding.timex.support import only, read


@pytest.mark.parametrize(
    ("text", "words", "fields"),
    [
        ("last week they", "last week", {"unit": "W", "direction": "last"}),
        ("this year they", "this year", {"unit": "Y", "direction": "this"}),
        ("next month they", "next month", {"unit": "M", "direction": "next"}),
        ("last November they", "last November", {"unit": "month", "month": 11, "direction": "last"}),
        ("next Friday they", "next Friday", {"unit": "weekday", "weekday": 5, "direction": "next"}),
        ("last summer they", "last summer", {"unit": "season", "code": "SU", "direction": "last"}),
        ("that same day they", "that same day", {"unit": "D", "direction": "same"}),
        ("this coming week they", "this coming week", {"unit": "W", "direction": "next"}),
        ("this past week they", "this past week", {"unit": "W", "direction": "last"}),
    ],
)
def test_directions_lead_to_units(text: str, words: str, fields: dict[str, Any]) -> None:
    """Units, months, weekdays and seasons."""
    assert only(text) == (words, {"form": "relative", **fields})


@pytest.mark.parametrize(
    ("text", "words", "unit", "number"),
    [
        ("in the past two months they", "the past two months", "M", 2),
        ("for the next five years they", "the next five years", "Y", 5),
        ("in the last few days they", "the last few days", "D", None),
        ("in the past week they", "the past week", "W", 1),
        ("in the past years they", "the past years", "Y", None),
    ],
)
def test_counted_directions_are_spans(text: str, words: str, unit: str, number: float | None) -> None:
    """From then till now, or from now on."""
    found, fields = only(text)
    assert (found, fields["form"], fields["unit"], fields.get("number")) == (words, "span", unit, number)


@pytest.mark.parametrize("text", ["last man standing", "next door", "this town", "that bridge", "the last word"])
def test_directions_of_things_are_no_times(text: str) -> None:
    """Last men, next doors."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words", "number", "direction"),
    [
        ("two weeks ago they", "two weeks ago", 2, "ago"),
        ("three days later they", "three days later", 3, "after"),
        ("two weeks earlier they", "two weeks earlier", 2, "before"),
        ("a year ago they", "a year ago", 1, "ago"),
        ("two days before.", "two days before", 2, "before"),
        ("ten years from now they", "ten years from now", 10, "hence"),
        ("a couple of weeks ago they", "a couple of weeks ago", 2, "ago"),
        ("half a year ago they", "half a year ago", 0.5, "ago"),
        ("two and a half years ago they", "two and a half years ago", 2.5, "ago"),
        ("the day before, they", "the day before", 1, "before"),
    ],
)
def test_offsets_have_a_number_and_a_direction(text: str, words: str, number: float, direction: str) -> None:
    """Back, on, or from now."""
    found, fields = only(text)
    assert (found, fields["form"], fields["number"], fields["direction"]) == (words, "offset", number, direction)


@pytest.mark.parametrize("text", ["two days before the raid they", "two days after the raid they"])
def test_before_an_event_is_no_offset_of_a_date(text: str) -> None:
    """What it is counted from is told in words; the duration is all there is."""
    _, fields = only(text)
    assert (fields["form"], fields["number"]) == ("duration", 2)


@pytest.mark.parametrize(
    ("text", "words", "unit", "number"),
    [
        ("a three-month siege", "three - month", "M", 3),
        ("for two weeks they", "two weeks", "W", 2),
        ("for 48 hours they", "48 hours", "H", 48),
        ("for several months they", "several months", "M", None),
        ("a weeks-long siege", "weeks - long", "W", None),
        ("for years they", "years", "Y", None),
        ("two full days they", "two full days", "D", 2),
        ("for a decade they", "a decade", "E", 1),
        ("for 2.5 years they", "2.5 years", "Y", 2.5),
    ],
)
def test_durations_have_a_unit_and_perhaps_a_number(text: str, words: str, unit: str, number: float | None) -> None:
    """In words and in figures."""
    found, fields = only(text)
    assert (found, fields["form"], fields["unit"], fields.get("number")) == (words, "duration", unit, number)


@pytest.mark.parametrize("text", ["a 12-year-old boy", "she is nineteen years old", "six months of age"])
def test_ages_are_left_out(text: str) -> None:
    """How old somebody is dates nothing."""
    assert read(text) == []


@pytest.mark.parametrize("text", ["wait a second", "three quarters of them"])
def test_units_that_measure_nothing_are_none(text: str) -> None:
    """Seconds that are moments, quarters that are shares."""
    assert read(text) == []


def test_weekend_needs_its_preposition() -> None:
    """Over the weekend."""
    assert only("over the weekend they")[1] == {"form": "relative", "unit": "WE", "direction": "this"}
