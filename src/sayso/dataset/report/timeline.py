"""Events in time: which days, weeks, months, quarters or years a chart shows, and how many of each type fall into each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.dataset.report.figures import Row

_MOST = 60
"""Steps that a chart can show on paper and on a telephone."""
_STRAY = 0.15
"""Share of events that may be left out at the early end, where reports look back; a fifth as many at the late end."""
_THIN = 0.05
"""Share of the fullest year's events up to which a year may be left out there."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(slots=True)
class Timeline:
    """`steps` are labels of the time steps in order; `counts` has for each type the events of each step."""

    unit: str
    steps: list[str]
    counts: dict[str, list[int]]
    left_out: int
    """Dated events that lie outside, or whose date is not exact enough for a step."""

    def of(self, types: Sequence[str]) -> list[int]:
        """The events of some types in each step."""
        return [sum(self.counts[type][step] for type in types if type in self.counts) for step in range(len(self.steps))]


def timeline(days: Sequence[Row]) -> Timeline:
    """The timeline of what happened, in the finest unit with no more than sixty steps."""
    known = [row for row in days if row["start"][:4].isdigit()]
    total = sum(row["count"] for row in days)
    if not known:
        return Timeline("year", [], {}, total)
    years = _years(known)
    known = [row for row in known if years[0] <= row["start"][:4] <= years[1]]
    unit, steps = _steps(known)
    place = {step: number for number, step in enumerate(steps)}
    counts: dict[str, list[int]] = {}
    left_out = total
    for row in known:
        step = _step(row["start"], unit)
        if step in place:
            counts.setdefault(row["type"], [0] * len(steps))[place[step]] += row["count"]
            left_out -= row["count"]
    return Timeline(unit, [_label(step, unit) for step in steps], counts, left_out)


def _years(rows: Sequence[Row]) -> tuple[str, str]:
    """The first and the last year, without the stray ones at either end."""
    years: Counter[str] = Counter()
    for row in rows:
        years[row["start"][:4]] += row["count"]
    ordered, total = sorted(years), sum(years.values())
    first, last, thin = 0, len(ordered) - 1, max(years.values()) * _THIN
    stray = 0
    while first < last and years[ordered[first]] <= thin and stray + years[ordered[first]] <= total * _STRAY:
        stray += years[ordered[first]]
        first += 1
    stray = 0
    while last > first and years[ordered[last]] <= thin and stray + years[ordered[last]] <= total * _STRAY / 5:
        stray += years[ordered[last]]
        last -= 1
    return ordered[first], ordered[last]


def _steps(rows: Sequence[Row]) -> tuple[str, list[str]]:
    """The finest unit that most dates are exact enough for, and every step from the first to the last."""
    total = sum(row["count"] for row in rows)
    for unit, length in (("day", 10), ("week", 10), ("month", 7), ("quarter", 7)):
        exact = [row for row in rows if len(row["start"]) >= length]
        if sum(row["count"] for row in exact) < 0.7 * total:
            continue
        steps = list(_between(min(row["start"] for row in exact), max(row["start"] for row in exact), unit))
        if len(steps) <= _MOST:
            return unit, steps
    years = sorted(row["start"][:4] for row in rows)
    return "year", [f"{year:04}" for year in range(int(years[0]), int(years[-1]) + 1)][-_MOST:]


def _between(first: str, last: str, unit: str) -> Iterator[str]:
    """Every step from one date to another; a few more than a chart can show at most."""
    step, end = str(_step(first, unit)), str(_step(last, unit))
    for _ in range(_MOST + 1):
        yield step
        if step >= end:
            return
        step = _next(step, unit)


def _next(step: str, unit: str) -> str:
    if unit == "month":
        year, month = int(step[:4]), int(step[5:7])
        return f"{year + month // 12:04}-{month % 12 + 1:02}"
    if unit == "quarter":
        return f"{int(step[:4]) + 1:04}-01" if step[5:7] == "10" else f"{step[:4]}-{int(step[5:7]) + 3:02}"
    return (date.fromisoformat(step) + timedelta(days=7 if unit == "week" else 1)).isoformat()


def _step(start: str, unit: str) -> str | None:
    """The step that a date falls into; a week is known by its Monday, a quarter by its first month. None where the date is not exact enough."""
    length = {"year": 4, "quarter": 7, "month": 7}.get(unit, 10)
    if len(start) < length:
        return None
    if unit == "week":
        day = date.fromisoformat(start[:10])
        return (day - timedelta(days=day.weekday())).isoformat()
    if unit == "quarter":
        return f"{start[:4]}-{(int(start[5:7]) - 1) // 3 * 3 + 1:02}"
    return start[:length]


def _label(step: str, unit: str) -> str:
    if unit == "year":
        return step
    month = f"{MONTHS[int(step[5:7]) - 1]} {step[:4]}"
    if unit == "quarter":
        return f"{step[:4]} Q{int(step[5:7]) // 3 + 1}"
    return month if unit == "month" else f"{int(step[8:10])} {month}"
