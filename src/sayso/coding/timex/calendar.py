"""Dates by the calendar: days, months, weekdays, years, decades, centuries and seasons."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.coding.dates import valid
from sayso.coding.timex.words import HYPHENS, LEADERS, Expression, Reader

_SHORT_YEAR = re.compile(r"\d\d")
_GLUED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?([a-z]{3,})")
_NUMERIC = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})")
DECADE = re.compile(r"(?:(\d\d)|['’‘])?(\d0)['’]?s")
_DASHES = frozenset({"-", "–", "—", "to", "and", "or"})
DECADE_NAMES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}


class CalendarReader(Reader):
    """Reads what names a date by the calendar."""

    def numeric(self, at: int) -> Expression | None:
        """2022-11-13, 13/11/2022, 05-08-2021."""
        match = _NUMERIC.fullmatch(self.low[at])
        if match is None:
            return self._glued(at)
        one, two, three = int(match[1]), int(match[3]), int(match[4])
        if len(match[1]) == 4:
            year, month, day = one, two, three
        elif len(match[4]) not in (2, 4):
            return None
        else:
            day, month, year = one, two, three if len(match[4]) == 4 else 2000 + three
            if month > 12:
                day, month = month, day
        if not 1000 <= year < 2200 or not valid(month, day) or not day:
            return None
        return Expression(at, at + 1, "calendar", year=year, month=month, day=day)

    def _glued(self, at: int) -> Expression | None:
        """21July 2022, where the space was forgotten."""
        match = _GLUED.fullmatch(self.low[at])
        month = self.times.months.get(match[2]) if match else None
        if match is None or month is None or not valid(month, int(match[1])):
            return None
        return self._with_year(Expression(at, at + 1, "calendar", month=month, day=int(match[1])))

    def month_first(self, at: int) -> Expression | None:
        """November 13, 2015; Nov. 13th; November the 13th; November 2015; November last year; November."""
        month = self.month(at, start=at)
        if month is None:
            return None
        number, end = month
        the = end + (self.word(end, start=at) == "the")
        day = self.day_number(the, start=at)
        if day and valid(number, day[0]) and not (day[0] <= 31 and self.word(day[1], start=at) in self.times.parts and day[1] - the > 1):
            return self._with_year(Expression(at, day[1], "calendar", month=number, day=day[0]))
        return self._with_year(Expression(at, end, "calendar", month=number))

    def day_first(self, at: int) -> Expression | None:
        """13 November 2015, 13th of November, 13 and 14 November (the first of them), 3-5 May."""
        day = self.day_number(at, start=at)
        if day is None:
            return None
        end = day[1] + (self.word(day[1], start=at) == "of")
        month = self.month(end, start=at)
        if month and valid(month[0], day[0]):
            return self._with_year(Expression(at, month[1], "calendar", month=month[0], day=day[0]))
        if self.word(day[1], start=at) in _DASHES and self.low[at][0].isdigit():
            after = self.day_first(day[1] + 1) if day[1] + 1 < self.words.ends[at] else None
            if after and after.form == "calendar" and after.month and after.day and after.day > day[0] and self._is_figure(day[1] + 1):
                return Expression(at, day[1], "calendar", year=after.year, month=after.month, day=day[0], of=after.of)
        return None

    def _with_year(self, found: Expression) -> Expression:
        """Add the year after a month or day: `, 2015`, `of 2015`, `last year`, `of that year`, `BC`."""
        start, end = found.first, found.last
        for skipped in (",", "of", "in", ""):
            if skipped and self.word(end, start=start) != skipped:
                continue
            after = end + bool(skipped)
            year = self.year(after, start=start)
            if year and not (skipped == "in" and found.day is None) and not self._counts_things(year[1], start=start, year=year[0]):
                return replace(found, last=year[1], year=year[0])
            relative = self._relative_unit(after) if after < self.words.ends[start] and skipped != "in" else None
            if relative and relative.unit == "Y" and relative.form == "relative":
                return replace(found, last=relative.last, of=relative)
        return found

    def weekday_first(self, at: int) -> Expression | None:
        """Friday; Friday night; Friday, Nov. 13; Friday the 13th of May; Tuesday last week; Fridays."""
        name = self.bare(at, start=at)
        weekday = self.times.weekdays.get(name)
        if weekday is None:
            plural = self.times.weekdays.get(name[:-1]) if name.endswith("days") else None
            return Expression(at, at + 1, "set", code=f"XXXX-WXX-{plural}") if plural else None
        if not self.words.raw[at][0].isupper() and len(name) < 6:
            return None
        found = Expression(at, self._skip_stop(at + 1, start=at) if len(name) <= 5 else at + 1, "weekday", weekday=weekday)
        found = self._with_part(found)
        for skip in (1, 2, 0):
            gap = self.low[found.last : found.last + skip]
            if found.last + skip >= self.words.ends[at] or not all(word in {",", "the", "on", "("} for word in gap):
                continue
            date = self._calendar(found.last + skip)
            if date and date.day:
                closing = date.last + (self.word(date.last, start=at) == ")" and "(" in gap)
                return self._with_part(replace(date, first=at, last=closing, weekday=weekday, part=found.part))
        week = self._relative_unit(found.last + (self.word(found.last, start=at) == "of")) if found.last + 1 < self.words.ends[at] else None
        if week and week.unit == "W" and week.form == "relative":
            return replace(found, last=week.last, of=week)
        return found if len(name) > 3 or self.words.raw[at].endswith(".") or self._beside_date(at) else None

    def _beside_date(self, at: int) -> bool:
        """Whether the short "Sun", "Sat" or "Wed" can be trusted to be a day."""
        return at + 1 < self.words.ends[at] and bool(self.bare(at + 1, start=at) in self.times.months)

    def _calendar(self, at: int) -> Expression | None:
        return self.numeric(at) or self.month_first(at) or self.day_first(at)

    def _calendar_day(self, at: int) -> Expression | None:
        found = self._calendar(at)
        return found if found and found.day else None

    def _with_part(self, found: Expression) -> Expression:
        """Add a part of the day: `Friday night`, `yesterday at noon`."""
        after = self.word(found.last, start=found.first)
        skip = 1 if after in {"at", "in"} or after in HYPHENS else 0
        if after == "in" and self.word(found.last + 1, start=found.first) == "the":
            skip = 2
        name = self.word(found.last + skip, start=found.first)
        part = self.times.parts.get(name, "")
        if not part or name.endswith("s") or (skip == 1 and not part.startswith("T1") and after != "at"):
            return found
        return replace(found, last=found.last + skip + 1, part=part)

    def _dated(self, at: int) -> Expression | None:
        return self.weekday_first(at) or self._calendar_day(at) or self._phrase(at, "days")

    def year_alone(self, at: int) -> Expression | None:
        """2015, 490 BC, AD 70, 2007-08 (the first year of it)."""
        era = self._era(at)
        if era:
            return era
        year = self.year(at, start=at)
        if year is None or self._counts_things(at + 1, start=at, year=year[0]):
            return None
        before = self.low[at - 1] if at else ""
        if before in {
            "$",
            "£",
            "€",
            "no.",
            "#",
            "flight",
            "room",
            "than",
            "least",
            "nearly",
            "almost",
            "page",
            "resolution",
            "some",
        }:
            return None
        if year[0] < 1500 and before not in {"in", "since", "of", "by", "until", "from"}:
            return None
        return Expression(at, year[1], "calendar", year=year[0])

    def _era(self, at: int) -> Expression | None:
        word = self.low[at]
        era = self.word(at + 1, start=at).replace(".", "")
        if word.isdecimal() and len(word) < 5 and era in {"bc", "bce"}:
            return Expression(at, at + 2, "fixed", code=f"BC{int(word):04d}")
        if word.isdecimal() and len(word) < 5 and era in {"ad", "ce"} and int(word):
            return Expression(at, at + 2, "fixed", code=f"{int(word):04d}")
        if word.replace(".", "") == "ad" and self.word(at + 1, start=at).isdecimal() and self.words.raw[at].isupper():
            return Expression(at, at + 2, "fixed", code=f"{int(self.low[at + 1]):04d}")
        return None

    def short_year(self, at: int, before: Expression) -> Expression | None:
        """The second year of 2007-08 or 1914/18, after the first has been read."""
        if before.year is None or before.month or before.last != at - 1 or self.low[at - 1] not in {"-", "–", "/"}:
            return None
        if not _SHORT_YEAR.fullmatch(self.low[at]) or int(self.low[at]) <= before.year % 100:
            return None
        return Expression(at, at + 1, "calendar", year=before.year // 100 * 100 + int(self.low[at]))

    def later_day(self, at: int, before: Expression) -> Expression | None:
        """The second day of May 3-5 or May 3 and 5, after the first has been read."""
        if not before.day or not before.month or before.last != at - 1 or self.low[at - 1] not in _DASHES:
            return None
        day = self.day_number(at, start=at) if self._is_figure(at) else None
        if day is None or day[0] <= before.day or not valid(before.month, day[0]) or self.month(day[1], start=at):
            return None
        after = self.word(day[1], start=at)
        if self.low[at - 1] in {"and", "or", "to"} and after and after[0].isalpha() and after not in LEADERS:
            return None
        return self._with_year(Expression(at, day[1], "calendar", year=before.year, month=before.month, day=day[0], of=before.of))

    def decade(self, at: int) -> Expression | None:
        """1990s, '90s, the nineties."""
        match = DECADE.fullmatch(self.low[at])
        if match and (match[1] or not self.low[at][0].isdigit() or (at and self.low[at - 1] == "the")):
            return Expression(at, at + 1, "fixed", code=(match[1] or "19") + match[2][0])
        if self.low[at] in DECADE_NAMES and at and self.low[at - 1] in {"the", "early", "late", "mid", "mid-"}:
            return Expression(at, at + 1, "fixed", code=f"19{DECADE_NAMES[self.low[at]]}")
        year = self.year(at, start=at)
        if year and year[0] % 10 == 0 and self.word(at + 1, start=at) in {"'s", "’s"} and at and self.low[at - 1] == "the":
            return Expression(at, at + 2, "fixed", code=str(year[0])[:3])
        return None

    def ordinal_part(self, at: int) -> Expression | None:
        """19th century; third quarter of 2008; the first half of the year."""
        ordinal = self.numbers.ordinal(self.low, at) if self.low[at] in self.numbers.ordinals or self._is_figure(at) else None
        value, end = ordinal or ({"latter": 2, "last": 4}.get(self.low[at], 0), at + 1)
        if not value:
            return None
        end += self.word(end, start=at) in HYPHENS
        noun = self.word(end, start=at)
        if noun == "century" and ordinal:
            return self._with_era(Expression(at, end + 1, "fixed", code=f"{value - 1:02d}"))
        if noun == "half" and value <= 2:
            return self._part_of_year(Expression(at, end + 1, "yearpart", code=f"H{value}"))
        if noun == "quarter" and value <= 4:
            return self._part_of_year(Expression(at, end + 1, "yearpart", code=f"Q{value}"))
        return None

    def _with_era(self, found: Expression) -> Expression:
        if self.word(found.last, start=found.first).replace(".", "") in {"bc", "bce"}:
            return replace(found, last=found.last + 1, code=f"BC{int(found.code):02d}")
        return found

    def _part_of_year(self, found: Expression) -> Expression | None:
        end = found.last + (self.word(found.last, start=found.first) in {"of", "in"})
        year = self.year(end, start=found.first)
        if year:
            return replace(found, last=year[1], year=year[0])
        end += self.word(end, start=found.first) == "the"
        if self.word(end, start=found.first) == "year":
            return replace(found, last=end + 1)
        relative = self._relative_unit(end) if end < self.words.ends[found.first] else None
        if relative and relative.unit == "Y":
            return replace(found, last=relative.last, of=relative)
        return found if found.code[0] == "Q" else None

    def season(self, at: int) -> Expression | None:
        """summer 2018, the autumn of 2014, winter (not the verb "fall" or the water "spring")."""
        word = self.low[at]
        code = self.times.seasons.get(word)
        if code is None:
            return None
        found = self._with_year(Expression(at, at + 1, "season", code=code))
        if found.last > at + 1 or (at and self.low[at - 1] in self.times.directions):
            return found
        before = self.low[at - 1] if at else ""
        leading = before if before not in {"the", "this"} else (self.low[at - 2] if at > 1 else "")
        wanted = leading in {"in", "during", "by", "since", "until", "early", "late", "mid", "of", "for", "through", "throughout"}
        clear = before in {"in", "during", "early", "late", "this", "mid"} or (before == "the" and wanted)
        if word in {"summer", "winter", "autumn", "wintertime", "summertime", "springtime"}:
            return found if clear or wanted else None
        return found if before == "the" and clear and self.word(at + 1, start=at) != "of" else None
