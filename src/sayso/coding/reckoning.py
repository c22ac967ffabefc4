"""Counting from a date: weeks, months and years on or back, the last Friday, the coming summer."""

from __future__ import annotations

from sayso.coding.dates import PartialDate, of_day, safe_shift, week_value
from sayso.coding.timex import Expression

SEASON_END = {"SP": 5, "SU": 8, "FA": 11, "WI": 12}
BACK = frozenset({"last", "past", "previous"})
ON = frozenset({"next", "coming", "following"})


def steps(direction: str) -> int:
    """-1 for what was before, 1 for what comes after, 0 for the one that is on."""
    return -1 if direction in BACK else 1 if direction in ON else 0


def sign(found: Expression) -> int:
    """1 for an offset forwards, -1 for one back."""
    return 1 if found.direction in {"after", "hence"} else -1


def shift_unit(anchor: PartialDate, unit: str, steps: float | None) -> PartialDate | str | None:
    """The unit (week, month, …) so many steps from the one the anchor lies in."""
    count = round(steps or 0)
    if unit == "M":
        return anchor.shift_months(count)
    if unit == "Y":
        return anchor.shift_years(count)
    if unit in {"W", "F", "WE"}:
        day = anchor.known_day
        if day is None:
            return None
        week = safe_shift(day, count * (14 if unit == "F" else 7))
        if unit == "WE":
            week = safe_shift(day, 7 * count if day.isoweekday() < 6 or count else 0)
            return week_value(week) + "-WE"
        return week_value(week)
    return shift_long(anchor, unit, count)


def this_weekend(anchor: PartialDate, tense: str) -> str | None:
    """The weekend a report speaks of: that which is on or just over, or the coming one where the verb looks ahead."""
    day = anchor.known_day
    if day is None:
        return None
    return week_value(day if tense == "future" or day.isoweekday() >= 6 else safe_shift(day, -7)) + "-WE"


def shift_long(anchor: PartialDate, unit: str, count: int) -> str | None:
    """Decades, centuries and quarters."""
    if anchor.year is None:
        return None
    if unit == "E":
        return _counted(anchor.year // 10 + count, digits=3)
    if unit == "C":
        return _counted(anchor.year // 100 + count, digits=2)
    if unit == "Q" and anchor.month:
        index = anchor.year * 4 + (anchor.month - 1) // 3 + count
        year = _counted(index // 4, digits=4)
        return f"{year}-Q{index % 4 + 1}" if year else None
    return None


def _counted(number: int, *, digits: int) -> str | None:
    """A year, decade or century with all its digits; None outside the calendar."""
    return f"{number:0{digits}d}" if 0 <= number < 10**digits else None


def relative_weekday(found: Expression, anchor: PartialDate, tense: str) -> PartialDate | None:
    """last Friday, next Friday, this Friday, that Friday."""
    day = anchor.known_day
    if day is None or found.weekday is None:
        return None
    back = (day.isoweekday() - found.weekday) % 7
    if found.direction in BACK:
        return of_day(safe_shift(day, -(back or 7)))
    if found.direction in ON:
        return of_day(safe_shift(day, 7 - back))
    if found.direction == "this":
        return of_day(safe_shift(day, -back if tense == "past" else (-back) % 7))
    return of_day(safe_shift(day, -back))


def relative_month(found: Expression, anchor: PartialDate) -> PartialDate:
    """last November, this November, next November."""
    month = found.month or 1
    year = anchor.year
    if year is not None and anchor.month is not None:
        if found.direction in BACK:
            year -= month >= anchor.month
        elif found.direction in ON:
            year += month <= anchor.month
        elif found.direction == "that":
            year = anchor.year
    return PartialDate(year, month)


def relative_season(found: Expression, anchor: PartialDate) -> str:
    """last summer, this winter: a year and a season."""
    year = anchor.year
    if year is None:
        return f"XXXX-{found.code}"
    over = (anchor.month or 12) > SEASON_END[found.code]
    if found.direction in BACK:
        year -= not over
    elif found.direction in ON:
        year += over or (anchor.month or 12) >= SEASON_END[found.code] - 2
    return f"{year:04d}-{found.code}"


def offset_days(anchor: PartialDate, unit: str, count: float) -> PartialDate | None:
    """So many days or hours from a day."""
    if not anchor.day:
        return None
    days = count if unit in {"D", "NI"} else count / 24 if unit == "H" else 0
    return anchor.shift_days(int(days))


def before(anchor: PartialDate, number: float | None, unit: str, *, forward: bool = False) -> str | None:
    """The ISO date a duration before (or after) a date: to the day for days and weeks, else to the month or year."""
    if number is None:
        return None
    count = number if forward else -number
    if unit in {"D", "W", "F", "NI", "H"}:
        if not anchor.day:
            return None
        return anchor.shift_days(round(count * {"W": 7, "F": 14, "H": 1 / 24}.get(unit, 1))).iso
    if unit in {"M", "Q"}:
        return anchor.shift_months(round(count * (3 if unit == "Q" else 1))).iso
    years = count * {"Y": 1, "E": 10, "C": 100}.get(unit, 0)
    if not years:
        return None
    return anchor.shift_months(round(years * 12)).iso if anchor.month and abs(years) <= 10 else anchor.shift_years(round(years)).iso
