"""Events in time."""

from __future__ import annotations

import pytest

from sayso.dataset.report.timeline import timeline


def rows(**counts: int) -> list[dict[str, object]]:
    """Assaults by date; `d2024_03_01=2`."""
    return [{"type": "ASSAULT", "start": name[1:].replace("_", "-"), "count": count} for name, count in counts.items()]


def test_a_few_days_are_days() -> None:
    """Every day from the first to the last, the empty ones too."""
    line = timeline(rows(d2024_02_28=2, d2024_03_01=1))
    assert (line.unit, line.steps, line.counts) == ("day", ["28 Feb 2024", "29 Feb 2024", "1 Mar 2024"], {"ASSAULT": [2, 0, 1]})


@pytest.mark.parametrize(
    ("last", "unit", "first"),
    [("2024_06_01", "week", "1 Jan 2024"), ("2026_06_01", "month", "Jan 2024"), ("2034_06_01", "quarter", "2024 Q1"), ("2049_06_01", "year", "2024")],
)
def test_the_unit_grows_with_the_span(last: str, unit: str, first: str) -> None:
    """Never more than sixty steps; whatever lies between is there."""
    line = timeline(rows(**{"d2024_01_03": 5, f"d{last}": 5}))
    assert (line.unit, line.steps[0], sum(line.counts["ASSAULT"]), line.left_out) == (unit, first, 10, 0)
    assert len(line.steps) <= 60


def test_dates_less_exact_than_a_step_are_left_out() -> None:
    """And counted; so are those of no known year."""
    line = timeline([*rows(d2024_01_03=8, d2024_01_09=8, d2024_01=2, d2024=1), {"type": "ASSAULT", "start": "--01-04", "count": 3}])
    assert (line.unit, sum(line.counts["ASSAULT"]), line.left_out) == ("day", 16, 6)


def test_mostly_inexact_dates_make_a_coarser_unit() -> None:
    """Where most events have a month only, months are shown."""
    line = timeline(rows(d2024_01_03=2, d2024_01=4, d2024_03=4))
    assert (line.unit, line.counts["ASSAULT"]) == ("month", [6, 0, 4])


def test_a_look_back_does_not_stretch_the_chart() -> None:
    """A few events of long ago are left out and counted."""
    line = timeline(rows(d1948_05_14=1, d1967_06_05=2, d2024_01_03=60, d2024_02_03=40))
    assert (line.steps[0], line.left_out) == ("3 Jan 2024", 3)


def test_old_events_stay_where_they_are_many() -> None:
    """Half of a dataset is no look back."""
    assert timeline(rows(d1948_05_14=50, d1949_06_05=50)).left_out == 0


def test_no_dates_no_steps() -> None:
    """Nothing can be drawn."""
    line = timeline([{"type": "ASSAULT", "start": "--01-04", "count": 3}])
    assert (line.steps, line.left_out) == ([], 3) and timeline([]).left_out == 0


def test_types_are_added_up() -> None:
    """Of a class, step by step."""
    line = timeline([*rows(d2024_01_01=2, d2024_01_02=3), {"type": "COERCE", "start": "2024-01-02", "count": 4}])
    assert line.of(("ASSAULT", "COERCE", "AID")) == [2, 7]
