"""Dates of which only a part may be known, and the arithmetic on them that time expressions need."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass, replace

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_VALUE_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX)(?:-(\d\d))?)?(?:T.*)?")
_VALUE_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?(?:T.*)?")
_VALUE_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12])")
_LEAP = 2000
"""Stands in for an unknown year: a leap year, so that 29 February is a day of it."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month or year; None is unknown. Without a year a month and day may still be known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str | None:
        """`2022-11-13`, `2022-11`, `2022`, `--11-20`, or None when nothing is known."""
        if self.year is None and self.month is None:
            return None
        pieces = [f"{self.year:04d}" if self.year is not None else "-"]
        pieces += [f"{piece:02d}" for piece in (self.month, self.day) if piece is not None]
        return "-".join(pieces)

    @property
    def timex(self) -> str:
        """The TIMEX3 value: as `iso`, with X for unknown digits."""
        return (self.iso or "XXXX-XX-XX").replace("--", "XXXX-") if self.year is None else str(self.iso)

    @property
    def known_day(self) -> datetime.date | None:
        """The day, when year, month and day are all known."""
        return self._day() if self.year is not None else None

    def _day(self) -> datetime.date | None:
        if self.month is None or self.day is None:
            return None
        try:
            return datetime.date(self.year or _LEAP, self.month, self.day)
        except ValueError:
            return None

    def coarse(self, unit: str) -> PartialDate:
        """Cut to year (Y) or month (M)."""
        return replace(self, month=None, day=None) if unit == "Y" else replace(self, day=None)

    def shift_days(self, days: int) -> PartialDate:
        """So many days on; what is unknown stays unknown."""
        day = self._day()
        if day is None:
            return PartialDate()
        moved = safe_shift(day, days)
        return PartialDate(moved.year if self.year is not None else None, moved.month, moved.day)

    def shift_months(self, months: int) -> PartialDate:
        """So many months on, cut to the month."""
        if self.month is None:
            return PartialDate()
        count = (self.year or _LEAP) * 12 + self.month - 1 + months
        year = count // 12
        if not 1 <= year <= 9999:
            return PartialDate()
        return PartialDate(year if self.year is not None else None, count % 12 + 1)

    def shift_years(self, years: int) -> PartialDate:
        """So many years on, cut to the year."""
        if self.year is None or not 1 <= self.year + years <= 9999:
            return PartialDate()
        return PartialDate(self.year + years)


def read_iso(text: str | None) -> PartialDate | None:
    """An ISO date as exact as given; None when it is none."""
    match = _ISO.match(text or "")
    if match is None:
        return None
    year, month, day = (int(piece) if piece else None for piece in match.groups())
    return PartialDate(year, month, day) if valid(month, day) else None


def valid(month: int | None, day: int | None) -> bool:
    """Whether there can be such a month and such a day of it."""
    if month is not None and not 1 <= month <= 12:
        return False
    return day is None or (month is None and 1 <= day <= 31) or (month is not None and 1 <= day <= calendar.monthrange(_LEAP, month)[1])


def safe_shift(day: datetime.date, days: int) -> datetime.date:
    """`day + days`, stopping at the ends of the calendar."""
    at = min(max(day.toordinal() + days, 1), datetime.date.max.toordinal())
    return datetime.date.fromordinal(at)


def of_day(day: datetime.date) -> PartialDate:
    """A known day as a partial date."""
    return PartialDate(day.year, day.month, day.day)


def week_value(day: datetime.date) -> str:
    """The TIMEX3 value of the ISO week of a day: `2022-W46`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def bounds(value: str) -> tuple[str | None, str | None]:
    """First and last ISO date of a TIMEX3 date value, as exact as known; (None, None) for what is no date."""
    date = _VALUE_DATE.fullmatch(value)
    if date:
        year, month, day = (int(piece) if piece and piece.isdigit() else None for piece in date.groups())
        text = PartialDate(year, month, day).iso
        return text, text
    week = _VALUE_WEEK.fullmatch(value)
    if week:
        return _week_bounds(int(week[1]), int(week[2]), weekend=bool(week[3]))
    part = _VALUE_PART.fullmatch(value)
    if part:
        size = 3 if part[2][0] == "Q" else 6
        last = int(part[2][1]) * size
        return f"{part[1]}-{last - size + 1:02d}", f"{part[1]}-{last:02d}"
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value)
    if season:
        return season[1], season[1]
    if re.fullmatch(r"\d{3}", value):
        return value + "0", value + "9"
    if re.fullmatch(r"\d{2}", value):
        return value + "00", value + "99"
    return None, None


def _week_bounds(year: int, week: int, *, weekend: bool) -> tuple[str | None, str | None]:
    try:
        monday = datetime.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None, None
    first = safe_shift(monday, 5 if weekend else 0)
    return first.isoformat(), safe_shift(monday, 6).isoformat()


def easter(year: int) -> datetime.date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return datetime.date(year, month, day + 1)


def holiday(rule: str, year: int) -> datetime.date:
    """The day of a holiday (a rule of `times.toml`) in a year."""
    if rule.startswith("easter"):
        return safe_shift(easter(year), int(rule[6:]))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", rule):
        return datetime.date.fromisoformat(rule)
    if "/" not in rule:
        month, day = map(int, rule.split("-"))
        return datetime.date(year, month, day)
    month_text, weekday_text, nth_text = rule.split("/")
    nth, _, extra = nth_text.partition("+")
    return safe_shift(_nth_weekday(year, int(month_text), int(weekday_text), int(nth)), int(extra or 0))


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> datetime.date:
    if nth < 0:
        last = datetime.date(year, month, calendar.monthrange(year, month)[1])
        return safe_shift(last, -((last.isoweekday() - weekday) % 7))
    first = datetime.date(year, month, 1)
    return safe_shift(first, (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
