"""From what a time expression says to the date it means, given the article's date and what was mentioned before."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.coding.dates import PartialDate, bounds, holiday, of_day, safe_shift
from sayso.coding.reckoning import (
    BACK,
    ON,
    SEASON_END,
    before,
    offset_days,
    relative_month,
    relative_season,
    relative_weekday,
    shift_unit,
    sign,
    steps,
    this_weekend,
)
from sayso.coding.timex import Expression, duration_value

_ANAPHORIC = frozenset({"previous", "following", "same", "that"})
_DAY_OR_LESS = frozenset({"D", "NI", "H", "TM", "S"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means: the fields of `record.Time`, and the date that later expressions may refer to."""

    kind: str
    value: str | None
    start: str | None = None
    end: str | None = None
    date: PartialDate | None = None


@dataclass(slots=True)
class Setting:
    """What is known when an expression is read. `narrative` texts tell of another time than that of publication."""

    published: PartialDate | None = None
    narrative: bool = False
    last: PartialDate | None = None
    """The date mentioned last."""
    told: PartialDate | None = None
    """The date a narrative has come to: asides to distant years leave it alone."""
    last_day: PartialDate | None = None
    """The day mentioned last, which "the same day" and "two days later" refer to."""
    local: PartialDate | None = None
    """The date mentioned last in the same sentence."""

    @property
    def today(self) -> datetime.date | None:
        """The article's day, if known to the day."""
        return self.published.known_day if self.published else None

    @property
    def base(self) -> PartialDate:
        """What anaphoric expressions refer to."""
        return self.last or self.published or PartialDate()

    @property
    def base_day(self) -> PartialDate:
        """The day that "that day" refers to."""
        return self.last_day or self.published or PartialDate()


def is_narrative(expressions: Sequence[Expression], published: PartialDate | None) -> bool:
    """Whether a text tells of years well before its publication, as histories do, and hardly of the present days."""
    if published is None or published.year is None:
        return False
    years = [e.year for e in expressions if e.form == "calendar" and e.year is not None]
    past = [year for year in years if year <= published.year - 2]
    present = sum(e.form in {"weekday", "day"} or (e.form == "relative" and e.direction in {"last", "this", "next"}) for e in expressions)
    return len(past) >= 6 and len(past) >= 0.6 * len(years) and present <= 0.2 * len(past)


def mean(found: Expression, setting: Setting, tense: str) -> Meaning:
    """The meaning of an expression; `tense` is past, present or future (what the verb it belongs to says)."""
    if found.form in _SIMPLE:
        return _simple(found)
    if found.form == "span":
        return _span(found, setting)
    if found.form == "offset" and found.number is None and found.direction in {"before", "after"}:
        return Meaning("duration", duration_value(None, found.unit))
    value = _date_value(found, setting, tense)
    if isinstance(value, str):
        start, end = _bounds_of_unit(found, value, setting, tense)
        return Meaning("date", value, start, end, _as_date(start or value))
    return _narrowed(found, _dated(found, value), setting)


_SIMPLE = frozenset({"reference", "set", "duration"})


def _simple(found: Expression) -> Meaning:
    if found.form == "reference":
        return Meaning("date", found.code)
    if found.form == "set":
        return Meaning("set", found.code)
    return Meaning("duration", duration_value(found.number, found.unit))


def _dated(found: Expression, date: PartialDate | None) -> Meaning:
    """A (partial) date, with the part of the day or clock time if one was said."""
    if date is None or (date.year is None and date.month is None):
        if found.part:
            return Meaning("time", "XXXX-XX-XX" + found.part)
        return Meaning("date", f"XXXX-WXX-{found.weekday}" if found.weekday else None)
    if found.part and date.day is not None:
        return Meaning("time", date.timex + found.part, date.iso, date.iso, date)
    return Meaning("date", date.timex, date.iso, date.iso, date)


def _as_date(value: str) -> PartialDate | None:
    start, _ = bounds(value)
    if start is None or start.startswith("-"):
        return None
    pieces = [int(piece) for piece in start.split("-")]
    year, month, day = (*pieces, None, None)[:3]
    return PartialDate(year, month, day)


def _bounds_of_unit(found: Expression, value: str, setting: Setting, tense: str) -> tuple[str | None, str | None]:
    """First and last day of a week, season, decade …, as a reporter means them."""
    start, end = bounds(value)
    today = setting.today
    if today is None or found.unit not in {"W", "F"}:
        return start, end
    if found.form == "offset":
        day = safe_shift(today, round((found.number or 0) * (7 if found.unit == "W" else 14)) * sign(found)).isoformat()
        return day, day
    if found.direction == "last" and today.isoweekday() == 7:
        # On a Sunday "last week" is the one that has just gone by.
        return safe_shift(today, -7).isoformat(), safe_shift(today, -1).isoformat()
    if found.direction == "this" and tense == "past" and start and end and start <= today.isoformat() < end:
        return start, today.isoformat()
    return start, end


def _narrowed(found: Expression, meaning: Meaning, setting: Setting) -> Meaning:
    """A month within the year, where "the start of", "the end of" or "a year ago" says it."""
    date = meaning.date
    if date is None or date.year is None or date.month is not None:
        return meaning
    if found.mod in {"JAN", "DEC"}:
        month = f"{date.year:04d}-{'01' if found.mod == 'JAN' else '12'}"
        return replace(meaning, start=month, end=month)
    if found.form == "offset" and found.number == 1 and found.unit == "Y" and found.direction == "ago" and setting.published:
        month = replace(date, month=setting.published.month).iso or ""
        return replace(meaning, start=month, end=month)
    return meaning


def _date_value(found: Expression, setting: Setting, tense: str) -> PartialDate | str | None:
    reader = _READERS.get(found.form)
    return reader(found, setting, tense) if reader else None


# -- calendar dates -----------------------------------------------------------------------------------------------------


def _calendar(found: Expression, setting: Setting, tense: str) -> PartialDate | str | None:
    date = PartialDate(found.year, found.month, found.day)
    if found.year is not None:
        return date
    return replace(date, year=_year_of(found, setting, tense))


def _year_of(found: Expression, setting: Setting, tense: str) -> int | None:
    """The year of a month or day that names none."""
    if found.of is not None:
        said = _date_value(found.of, setting, tense)
        return said.year if isinstance(said, PartialDate) else None
    published = setting.published
    if setting.narrative and setting.told and setting.told.year:
        return _told_year(found, setting.told)
    if published is None or published.year is None or found.month is None:
        return None
    if published.month is None:
        return published.year
    if found.weekday and found.day:
        matching = _year_with_weekday(found, published.year)
        if matching:
            return matching
    return _fitting_year(found, published, tense)


def _told_year(found: Expression, told: PartialDate) -> int:
    """The year a narrative has come to: the one told last, or the next where a month goes far back."""
    year, month = told.year or 1, told.month
    return year + (month is not None and found.month is not None and month - found.month >= _TURN)


_TURN = 8
"""Months by which a narrative goes back within its year only by going on to the next."""


def _year_with_weekday(found: Expression, year: int) -> int | None:
    for candidate in (year, year - 1, year + 1):
        day = PartialDate(candidate, found.month, found.day).known_day
        if day and day.isoweekday() == found.weekday:
            return candidate
    return None


def _fitting_year(found: Expression, published: PartialDate, tense: str) -> int:
    """The year that puts a month (and day) where the tense wants it, else nearest to the article."""
    year, month = published.year or 0, found.month or 1
    distance = (month - (published.month or 1)) * 31
    if found.day is not None and published.day is not None:
        distance += found.day - published.day
    behind, ahead = _WINDOW[tense, found.day is not None]
    return year + 1 if distance < -behind else year - 1 if distance > ahead else year


_WINDOW = {
    ("past", True): (300, 65),
    ("past", False): (366, 0),
    ("present", True): (235, 130),
    ("present", False): (235, 130),
    ("future", True): (20, 345),
    ("future", False): (0, 366),
}
"""Days back and ahead within which a day (True) or a month (False) of the article's year is taken, by the verb's tense."""


def _weekday(found: Expression, setting: Setting, tense: str) -> PartialDate | str | None:
    if found.of is not None:
        week = _date_value(found.of, setting, tense)
        monday = bounds(week)[0] if isinstance(week, str) else None
        return of_day(safe_shift(datetime.date.fromisoformat(monday), (found.weekday or 1) - 1)) if monday else None
    today = setting.last.known_day if setting.narrative and setting.last else setting.today
    if today is None or found.weekday is None:
        return None
    back = (today.isoweekday() - found.weekday) % 7
    return of_day(safe_shift(today, (-back) % 7 if tense == "future" else -back))


def _month_day(found: Expression, setting: Setting, tense: str) -> PartialDate | str | None:
    base = setting.base
    return replace(base, day=found.day) if base.month else None


def _day_word(found: Expression, setting: Setting, tense: str) -> PartialDate | str | None:
    published = setting.published
    return published.shift_days(int(found.number or 0)) if published and published.day else None


def _clock(found: Expression, setting: Setting, tense: str) -> PartialDate | str | None:
    near = setting.local or (setting.last if setting.narrative else setting.published)
    return near if near and near.day else None


def _fixed(found: Expression, setting: Setting, tense: str) -> PartialDate | str | None:
    return found.code


def _season(found: Expression, setting: Setting, tense: str) -> PartialDate | str | None:
    year = found.year or (_year_of(found, setting, tense) if found.of else None)
    if year is None and setting.narrative and setting.last:
        year = setting.last.year
    if year is None and setting.published and setting.published.year:
        year = setting.published.year
        started = (setting.published.month or 12) >= SEASON_END[found.code] - 2
        year -= tense == "past" and not started
    return f"{year:04d}-{found.code}" if year else f"XXXX-{found.code}"


def _year_part(found: Expression, setting: Setting, tense: str) -> PartialDate | str | None:
    year = found.year or (_year_of(found, setting, tense) if found.of else None)
    if year is None:
        near = setting.base if setting.narrative else (setting.published or setting.base)
        year = near.year
    return f"{year:04d}-{found.code}" if year else None


def _holiday(found: Expression, setting: Setting, tense: str) -> PartialDate | str | None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", found.code):
        return of_day(holiday(found.code, 1))
    year = found.year or (_year_of(found, setting, tense) if found.of else None)
    near = setting.last if setting.narrative and setting.last else setting.published
    if year is None and near and near.year:
        year = _holiday_year(found, near, tense)
    if year is not None:
        return of_day(holiday(found.code, year))
    fixed = re.fullmatch(r"(\d\d)-(\d\d)", found.code)
    return PartialDate(None, int(fixed[1]), int(fixed[2])) if fixed else None


def _holiday_year(found: Expression, near: PartialDate, tense: str) -> int:
    year = near.year or 1
    today = near.known_day
    if today is None or found.direction == "this":
        return year
    days = {candidate: holiday(found.code, candidate) for candidate in (year - 1, year, year + 1) if 1 <= candidate <= 9998}
    gone = [candidate for candidate, day in days.items() if day <= today]
    to_come = [candidate for candidate, day in days.items() if day >= today]
    if found.direction == "next" or (tense == "future" and not found.direction):
        return to_come[0] if to_come else year
    if found.direction == "last" or tense == "past":
        return gone[-1] if gone else year
    return min((abs((day - today).days), candidate) for candidate, day in days.items())[1]


# -- relative to the article or to what was mentioned before --------------------------------------------------------------


def _anchor(found: Expression, setting: Setting) -> PartialDate:
    """Where "last", "the next" and "that" count from."""
    anaphoric = found.direction in _ANAPHORIC or (found.unit == "D" and found.direction == "next")
    if found.unit in _DAY_OR_LESS and anaphoric:
        return setting.base_day
    return setting.base if anaphoric or setting.narrative else (setting.published or PartialDate())


def _relative(found: Expression, setting: Setting, tense: str) -> PartialDate | str | None:
    anchor = _anchor(found, setting)
    if found.unit == "weekday":
        return relative_weekday(found, anchor, tense)
    if found.unit == "month":
        return relative_month(found, anchor)
    if found.unit == "season":
        return relative_season(found, anchor)
    moved = steps(found.direction)
    if found.unit in _DAY_OR_LESS:
        return anchor.shift_days(moved) if anchor.day else (anchor if moved == 0 else None)
    if found.unit == "WE" and found.direction == "this":
        return this_weekend(anchor, tense)
    return shift_unit(anchor, found.unit, moved)


def _offset(found: Expression, setting: Setting, tense: str) -> PartialDate | str | None:
    """two weeks ago, three days later."""
    forward = found.direction in {"after", "hence"}
    near = setting.base_day if found.unit in _DAY_OR_LESS else setting.base
    anchor = (setting.published or PartialDate()) if found.direction in {"ago", "hence"} else near
    if found.number is None:
        return "FUTURE_REF" if found.direction == "hence" else "PAST_REF"
    count = found.number if forward else -found.number
    if found.unit in _DAY_OR_LESS:
        return offset_days(anchor, found.unit, count)
    if found.unit in {"E", "C"}:
        return anchor.shift_years(round(count * (10 if found.unit == "E" else 100)))
    if found.unit in {"W", "F"} and (anchor.day is None or found.direction not in {"ago", "hence"}):
        return anchor.shift_days(round(count * (14 if found.unit == "F" else 7)))
    if found.unit == "Y" and found.number % 1:
        return anchor.shift_months(round(count * 12))
    return shift_unit(anchor, found.unit, count)


def _span(found: Expression, setting: Setting) -> Meaning:
    """the past two months, the next three days: a duration of which one end is known."""
    value = duration_value(found.number, found.unit)
    anchor = setting.base if setting.narrative or found.direction in _ANAPHORIC else (setting.published or PartialDate())
    other = before(anchor, found.number, found.unit, forward=found.direction in ON)
    if other is None or found.direction not in BACK | ON:
        return Meaning("duration", value)
    ends = (other, anchor.iso) if found.direction in BACK else (anchor.iso, other)
    return Meaning("duration", value, *ends)


_READERS = {
    "calendar": _calendar, "weekday": _weekday, "monthday": _month_day, "day": _day_word, "clock": _clock, "fixed": _fixed,
    "season": _season, "yearpart": _year_part, "holiday": _holiday, "relative": _relative, "offset": _offset,
}  # fmt: skip
