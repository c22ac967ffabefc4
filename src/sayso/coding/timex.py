"""The grammar of time expressions: which words are one, and what they say, before any date is worked out.

`read_expressions(words)` walks over the words of a text once. At a word that can begin a time expression it tries the
productions below and keeps the longest reading. Nothing here knows the article's date: see `timing.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sayso.coding.dates import valid
from sayso.knowledge.numbers import NumberWords, load_numbers
from sayso.knowledge.timewords import TimeWords, load_time_words

_YEAR = re.compile(r"1\d{3}|20\d\d|21\d\d")
_SHORT_YEAR = re.compile(r"\d\d")
_NUMERIC = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})")
_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_DECADE = re.compile(r"(?:(\d\d)|['’‘])?(\d0)['’]?s")  # noqa: RUF001 - typographic apostrophes
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.h]([0-5]\d)")
_GLUED_CLOCK = re.compile(r"(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?([ap])\.?m\.?")
_HALF_DAY = {"am": 0, "a.m": 0, "a.m.": 0, "pm": 12, "p.m": 12, "p.m.": 12}
_ZONES = frozenset("gmt est edt cst cdt mst mdt pst pdt utc bst cet cest ist wat eat cat sast local et pt".split())
_DASHES = frozenset({"-", "–", "—", "to", "and", "or"})  # noqa: RUF001
_HYPHENS = frozenset({"-", "–"})  # noqa: RUF001
_START_MODS = {"early": "START", "late": "END", "earlier": "", "later": "", "mid": "MID", "mid-": "MID"}
_EDGES = {
    "beginning": "START", "start": "START", "dawn": "START", "end": "END", "close": "END", "middle": "MID", "course": "", "rest": "",
    "remainder": "", "height": "", "duration": "",
}
_VAGUE_COUNTS = {("a", "few"): "X", ("several",): "X", ("many",): "X", ("some",): "X", ("few",): "X", ("numerous",): "X", ("couple",): "2"}
_SUFFIXES = {
    "ago": "ago", "earlier": "before", "before": "before", "previously": "before", "prior": "before",
    "later": "after", "afterwards": "after", "afterward": "after", "after": "after", "hence": "hence", "on": "after",
}
_LEADERS = frozenset("in on since until till by of from before after during between for through throughout to around about circa and or at".split())
_COUNTED = frozenset(
    "people persons troops soldiers fighters men women children police civilians dollars euros pounds rupees miles kilometres kilometers km "
    "metres meters feet homes houses families members workers tons tonnes percent others refugees militants rebels protesters students".split()
)
_DECADE_NAMES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}
_PER = frozenset({"a", "an", "per", "each"})


@dataclass(slots=True)
class Words:
    """The words of a text: as written, lower-cased, and where each sentence ends (`ends[i]` for word `i`)."""

    raw: Sequence[str]
    low: Sequence[str]
    ends: Sequence[int]
    proper: Sequence[bool] | None = None
    """Whether a word is a proper noun, where a tagger has said so."""


@dataclass(frozen=True, slots=True)
class Expression:
    """What the words `[first, last)` say about time. `form` says which of the fields are filled."""

    first: int
    last: int
    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str = ""
    number: float | None = None
    direction: str = ""
    part: str = ""
    code: str = ""
    mod: str = ""
    of: Expression | None = None


Production = Callable[["Grammar", int], Expression | None]


class Grammar:
    """One pass over the words of a text. A method `_x(at)` reads one kind of expression that starts at word `at`."""

    def __init__(self, words: Words, times: TimeWords, numbers: NumberWords) -> None:
        self.words = words
        self.low = words.low
        self.times = times
        self.numbers = numbers

    # -- looking at words -------------------------------------------------------------------------------------------

    def word(self, at: int, *, start: int) -> str:
        """The lower-cased word at `at`, or "" past the end of the sentence in which `start` stands."""
        return self.low[at] if 0 <= at < self.words.ends[start] else ""

    def bare(self, at: int, *, start: int) -> str:
        """As `word`, without a closing full stop, as months and weekdays are looked up."""
        word = self.word(at, start=start)
        return word[:-1] if word.endswith(".") and len(word) > 1 else word

    def _skip_stop(self, at: int, *, start: int) -> int:
        """Step over the stop of an abbreviation that the tokeniser left alone."""
        return at + 1 if self.word(at, start=start) == "." and len(self.low[at - 1]) <= 4 and at + 1 < self.words.ends[start] else at

    def month(self, at: int, *, start: int) -> tuple[int, int] | None:
        """The number of the month named at `at`, and where it ends."""
        name = self.bare(at, start=start)
        number = self.times.months.get(name)
        if number is None or not (self.words.raw[at][0].isupper() or len(name) > 5):
            return None
        if name in {"may", "march", "mar", "dec", "jan", "jun", "sep", "august"} and not self._surely_month(at, start=start):
            return None
        end = self._skip_stop(at + 1, start=start) if len(name) <= 4 and name not in {"may", "june", "july"} else at + 1
        return number, end

    def _surely_month(self, at: int, *, start: int) -> bool:
        """Whether "May" or "March" here is the month, by its neighbours or its tag."""
        after, before = self.word(at + 1, start=start), self.low[at - 1] if at > 0 else ""
        if _DAY.fullmatch(after) or _YEAR.fullmatch(after):
            return True
        if _DAY.fullmatch(before) or before in _LEADERS or before in self.times.directions or before in _START_MODS:
            return before not in {"and", "or", "to", "for"} or self.words.raw[at].istitle()
        if self.low[at] not in {"may", "march", "august"} or not self.words.raw[at].istitle():
            return False
        return before == "the" or (self.words.proper is not None and self.words.proper[at])

    def day_number(self, at: int, *, start: int) -> tuple[int, int] | None:
        """A day of the month in figures, or as an ordinal word."""
        word = self.word(at, start=start)
        match = _DAY.fullmatch(word)
        if match:
            end = at + 1
            if self.word(end, start=start) in {"st", "nd", "rd", "th"}:
                end += 1
            return int(match[1]), end
        ordinal = self.numbers.ordinal(self.low, at) if word in self.numbers.ordinals or word in {"twenty", "thirty"} else None
        return ordinal if ordinal and ordinal[0] <= 31 else None

    def year(self, at: int, *, start: int) -> tuple[int, int] | None:
        """A year in four figures."""
        word = self.word(at, start=start)
        return (int(word), at + 1) if _YEAR.fullmatch(word) else None

    def count(self, at: int, *, start: int) -> tuple[float | None, int] | None:
        """A number of units: (2.5, end), or (None, end) for "several" and "a few"."""
        word = self.word(at, start=start)
        for phrase in (2, 1):
            found = _VAGUE_COUNTS.get(tuple(self.low[at : at + phrase]))
            if found:
                return (None if found == "X" else 2, at + phrase)
        if word in {"a", "an"}:
            return self._article(at, start=start)
        if word == "half":
            after = self.word(at + 1, start=start)
            return (0.5, at + 2) if after in {"a", "an"} or after in _HYPHENS else (0.5, at + 1)
        number = self.numbers.cardinal(self.low, at) if word[:1].isdigit() or word in self.numbers.cardinals else None
        if number is None:
            return (float(word), at + 1) if re.fullmatch(r"\d\.\d", word) else None
        return self._halves(number, start=start)

    def _article(self, at: int, *, start: int) -> tuple[float | None, int]:
        """`a`, `a couple of`, `a dozen`, `a half`."""
        after = self.word(at + 1, start=start)
        if after in {"couple", "dozen"}:
            end = at + 2 + (self.word(at + 2, start=start) == "of")
            return self.numbers.packs[after], end
        return (0.5, at + 2) if after == "half" else (1, at + 1)

    def _halves(self, number: tuple[int, int], *, start: int) -> tuple[float, int]:
        value, end = number
        if self.word(end, start=start) == "1/2":
            return value + 0.5, end + 1
        joined = [word for word in self.low[end : end + 5] if word not in _HYPHENS]
        if joined[:3] == ["and", "a", "half"]:
            dashes = sum(word in _HYPHENS for word in self.low[end : end + 5])
            return value + 0.5, min(end + 3 + min(dashes, 2), self.words.ends[start])
        return value, end

    # -- whole dates ------------------------------------------------------------------------------------------------

    def numeric(self, at: int) -> Expression | None:
        """2022-11-13, 13/11/2022, 05-08-2021."""
        match = _NUMERIC.fullmatch(self.low[at])
        if match is None:
            return None
        one, two, three = int(match[1]), int(match[3]), int(match[4])
        if len(match[1]) == 4:
            year, month, day = one, two, three
        else:
            day, month, year = one, two, three if len(match[4]) == 4 else 2000 + three
            if month > 12:
                day, month = month, day
        if not 1000 <= year < 2200 or not valid(month, day) or not day:
            return None
        return Expression(at, at + 1, "calendar", year=year, month=month, day=day)

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

    def _is_figure(self, at: int) -> bool:
        return self.low[at][:1].isdigit()

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

    def _counts_things(self, end: int, *, start: int, year: int) -> bool:
        """Whether a number of four figures counts what comes after it."""
        after = self.word(end, start=start)
        if after in _COUNTED or after in self.numbers.multipliers:
            return True
        return year % 100 == 0 and len(after) > 3 and after.endswith("s") and self.words.raw[end].islower()

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

    def _with_part(self, found: Expression) -> Expression:
        """Add a part of the day: `Friday night`, `yesterday at noon`."""
        after = self.word(found.last, start=found.first)
        skip = 1 if after in {"at", "in"} or after in _HYPHENS else 0
        if after == "in" and self.word(found.last + 1, start=found.first) == "the":
            skip = 2
        name = self.word(found.last + skip, start=found.first)
        part = self.times.parts.get(name, "")
        if not part or name.endswith("s") or (skip == 1 and not part.startswith("T1") and after != "at"):
            return found
        return replace(found, last=found.last + skip + 1, part=part)

    # -- years, decades, centuries ------------------------------------------------------------------------------------

    def year_alone(self, at: int) -> Expression | None:
        """2015, 490 BC, AD 70, 2007-08 (the first year of it)."""
        era = self._era(at)
        if era:
            return era
        year = self.year(at, start=at)
        if year is None or self._counts_things(at + 1, start=at, year=year[0]):
            return None
        before = self.low[at - 1] if at else ""
        if before in {"$", "£", "€", "no.", "#", "flight", "room", "than", "least", "nearly", "almost", "page", "resolution", "some"}:
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
        if before.year is None or before.month or before.last != at - 1 or self.low[at - 1] not in {"-", "–", "/"}:  # noqa: RUF001
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
        if self.low[at - 1] in {"and", "or", "to"} and after and after[0].isalpha() and after not in _LEADERS:
            return None
        return self._with_year(Expression(at, day[1], "calendar", year=before.year, month=before.month, day=day[0], of=before.of))

    def decade(self, at: int) -> Expression | None:
        """1990s, '90s, the nineties."""
        match = _DECADE.fullmatch(self.low[at])
        if match and (match[1] or not self.low[at][0].isdigit() or (at and self.low[at - 1] == "the")):
            return Expression(at, at + 1, "fixed", code=(match[1] or "19") + match[2][0])
        if self.low[at] in _DECADE_NAMES and at and self.low[at - 1] in {"the", "early", "late", "mid", "mid-"}:
            return Expression(at, at + 1, "fixed", code=f"19{_DECADE_NAMES[self.low[at]]}")
        year = self.year(at, start=at)
        if year and year[0] % 10 == 0 and self.word(at + 1, start=at) in {"'s", "’s"} and at and self.low[at - 1] == "the":  # noqa: RUF001
            return Expression(at, at + 2, "fixed", code=str(year[0])[:3])
        return None

    def ordinal_part(self, at: int) -> Expression | None:
        """19th century; third quarter of 2008; the first half of the year."""
        ordinal = self.numbers.ordinal(self.low, at) if self.low[at] in self.numbers.ordinals or self._is_figure(at) else None
        value, end = ordinal or ({"latter": 2, "last": 4}.get(self.low[at], 0), at + 1)
        if not value:
            return None
        end += self.word(end, start=at) in _HYPHENS
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

    # -- relative to something --------------------------------------------------------------------------------------

    def relative(self, at: int) -> Expression | None:
        """last week, this November, next Friday, the past two months, that same day, last summer."""
        return self._relative_unit(at)

    def _relative_unit(self, at: int) -> Expression | None:
        start = at
        if self.low[at] == "the":
            at += 1
        direction = self.times.directions.get(self.word(at, start=start), "")
        if not direction:
            return None
        at += 1
        if direction in {"that", "this"} and self.word(at, start=start) in {"same", "very", "past", "coming", "last", "next"}:
            direction = {"past": "last", "last": "last", "coming": "next", "next": "next"}.get(self.low[at], "same")
            at += 1
        if direction in {"same", "that"} and self.word(at, start=start) == "very":
            at += 1
        return self._directed(start, at, direction)

    def _directed(self, start: int, at: int, direction: str) -> Expression | None:
        word = self.word(at, start=start)
        unit = self.times.units.get(word)
        if unit and direction == "past" and unit not in {"S", "TM", "NI", "WE"}:
            return Expression(start, at + 1, "span", unit=unit, number=None if word.endswith("s") else 1, direction=direction)
        if unit and not word.endswith("s"):
            return self._with_part(Expression(start, at + 1, "relative", unit=unit, direction=direction))
        if word in self.times.parts and direction in {"last", "this", "that", "same", "next", "previous", "following"}:
            return Expression(start, at + 1, "relative", unit="D", direction=direction, part=self.times.parts[word])
        month = self.month(at, start=start)
        if month:
            return self._month_directed(start, at, month, direction)
        weekday = self.times.weekdays.get(self.bare(at, start=start))
        if weekday and len(word) > 3:
            return self._with_part(Expression(start, at + 1, "relative", unit="weekday", weekday=weekday, direction=direction))
        if word in self.times.seasons:
            return Expression(start, at + 1, "relative", unit="season", code=self.times.seasons[word], direction=direction)
        holiday = self._phrase(at, "holidays") if word and direction in {"last", "next", "this"} else None
        if holiday:
            return replace(holiday, first=start, direction=direction)
        return self._directed_count(start, at, direction)

    def _month_directed(self, start: int, at: int, month: tuple[int, int], direction: str) -> Expression:
        dated = self.month_first(at)
        if dated and dated.day:
            return replace(dated, first=start)
        return Expression(start, month[1], "relative", unit="month", month=month[0], direction=direction)

    def _directed_count(self, start: int, at: int, direction: str) -> Expression | None:
        """`past two months`, `last few days`, `next five years`, `first ten days` are spans; "these two weeks" is not."""
        if at >= self.words.ends[start] or direction in {"same", "that", "this"}:
            return None
        number = self.count(at, start=start)
        if number is None or self.low[at] in {"a", "an"}:
            return None
        unit = self.times.units.get(self.word(number[1], start=start))
        if not unit or unit in {"S", "TM"}:
            return None
        return Expression(start, number[1] + 1, "span", unit=unit, number=number[0], direction=direction)

    def counted(self, at: int) -> Expression | None:
        """two years ago, three days later, two-week, a month, weeks-long, five and a half hours."""
        number = self.count(at, start=at)
        if number is None:
            return self._bare_plural(at)
        value, end = number
        end += self.word(end, start=at) == "of" and self.low[at] in {"couple"}
        hyphen = self.word(end, start=at) in _HYPHENS
        end += hyphen
        if self.word(end, start=at) in {"full", "whole", "more", "straight", "consecutive", "long", "calendar", "successive"}:
            end += 1
        name = self.word(end, start=at)
        unit = self.times.units.get(name)
        if unit in {None, "Q"} or (unit in {"WE", "NI"} and not name.endswith("s")):
            return None
        if self.low[at] in {"a", "an"} and not self._article_counts(at, end):
            return None
        found = Expression(at, end + 1, "duration", unit=unit or "", number=value, direction="adjective" if hyphen else "")
        return self._suffixed(found)

    def _article_counts(self, at: int, end: int) -> bool:
        """Whether "a year" measures time: not "$5 a day", "a second", "a day of rage"."""
        before, after = self.low[at - 1] if at else "", self.word(end + 1, start=at)
        if self.times.units[self.low[end]] in {"S"}:
            return False
        if self.low[end] in {"day", "night", "week", "hour", "minute"} and after not in _SUFFIXES and after != "-":
            return before in {"for", "in", "within", "than", "about", "after", "over", "under", "almost", "nearly", "half"}
        return not self._rate(at)

    def _rate(self, at: int) -> bool:
        before = self.low[at - 1] if at else ""
        return before[:1].isdigit() or before in self.numbers.multipliers or before in {"times", "twice", "once", "hours", "days"}

    def _bare_plural(self, at: int) -> Expression | None:
        """years of war, for weeks, decades-long, decades ago."""
        name = self.low[at]
        unit = self.times.units.get(name)
        if unit in {None, "S", "NI", "WE", "Q"} or not (name.endswith("s") or name in {"week", "month", "year", "day", "decade"}):
            return None
        found = self._suffixed(Expression(at, at + 1, "duration", unit=unit or ""))
        long = found.last > at + 1
        if long or not name.endswith("s"):
            return replace(found, number=1) if not name.endswith("s") and long and found.form == "duration" else (found if long and name.endswith("s") else None)
        before, after = self.low[at - 1] if at else "", self.word(at + 1, start=at)
        clear = before in {"for", "in", "within", "over", "after", "of", "by", "last", "took", "take", "lasted", "just", "mere"} or after == "of"
        return found if clear and unit not in {"TM"} and before != "recent" else None

    def _suffixed(self, found: Expression) -> Expression:
        """Add `ago`, `earlier`, `later`, `from now`, `-long`."""
        start, end = found.first, found.last
        word = self.word(end, start=start)
        if word in {"-", "–", "long"}:  # noqa: RUF001
            long = end + (word != "long")
            if self.word(long, start=start) == "long":
                return replace(found, last=long + 1, direction="adjective")
            if self.word(long, start=start) == "old":
                return replace(found, last=long + 1, form="age")
            return found
        if word == "old" or (word == "of" and self.word(end + 1, start=start) == "age"):
            return replace(found, form="age")
        if word == "from" and self.word(end + 1, start=start) in {"now", "today"}:
            return replace(found, last=end + 2, form="offset", direction="hence")
        suffix = _SUFFIXES.get(word)
        if suffix and self._closes(end, word, start=start):
            return replace(found, last=end + 1, form="offset", direction=suffix)
        return found

    def _closes(self, at: int, word: str, *, start: int) -> bool:
        """Whether "before" or "after" ends its phrase (`two days after.`) and does not open another (`two days after the attack`)."""
        if word == "on":
            return self.word(at + 1, start=start) in {",", "."}
        if word in {"ago", "earlier", "later", "hence", "previously", "afterwards", "afterward"}:
            return True
        after = self.word(at + 1, start=start)
        return not after or not (after[0].isalnum() or after in {'"', "“"})

    # -- clock times, sets, names -------------------------------------------------------------------------------------

    def clock(self, at: int) -> Expression | None:
        """5 p.m., 5:30pm Friday, 10:35, 0600 GMT, 6 o'clock, 4 in the morning."""
        time = self._clock_face(at)
        if time is None:
            return None
        value, end = time
        if self.word(end, start=at) == "." and self.word(end + 1, start=at)[:1].isalpha():
            end += 1
        while self.bare(end, start=at) in _ZONES or (self.word(end, start=at) == "time" and self.low[end - 1] in {"local"}):
            end += 1
        found = Expression(at, end, "clock", part=value)
        for skip in (0, 1):
            gap = self.low[end : end + skip]
            if end + skip < self.words.ends[at] and all(word in {"on", ",", "of"} for word in gap):
                date = self._dated(end + skip)
                if date:
                    return replace(date, first=at, part=value)
        return found

    def _clock_face(self, at: int) -> tuple[str, int] | None:
        word, after = self.low[at], self.word(at + 1, start=at)
        glued = _GLUED_CLOCK.fullmatch(word)
        if glued:
            return _clock_value(int(glued[1]), int(glued[2] or 0), 12 if glued[3] == "p" else 0), at + 1
        face = _CLOCK.fullmatch(word)
        hour, minute = (int(face[1]), int(face[2])) if face else (0, 0)
        if not face and (word.isdecimal() and len(word) <= 2 and int(word) <= 24):
            hour = int(word)
        elif not face and word in self.numbers.cardinals and 0 < self.numbers.cardinals[word] <= 12:
            hour = self.numbers.cardinals[word]
        elif not face:
            return self._four_figures(at)
        return self._half_day(at, hour, minute, after, bool(face))

    def _half_day(self, at: int, hour: int, minute: int, after: str, face: bool) -> tuple[str, int] | None:
        if after in _HALF_DAY and 0 < hour <= 12:
            return _clock_value(hour, minute, _HALF_DAY[after]), at + 2
        if after in {"o'clock", "o’clock"}:  # noqa: RUF001
            return self._of_the_day(at + 2, hour, minute, start=at) or (f"T{hour:02d}:{minute:02d}", at + 2)
        spoken = self._of_the_day(at + 1, hour, minute, start=at)
        if spoken:
            return spoken
        trusted = face and (":" in self.low[at] or after in _ZONES or "h" in self.low[at])
        scored = at and self.low[at - 1] in {"at", "by", "around", "about", "until", "from", "before", "after", "since", "to", "-"}
        return (f"T{hour:02d}:{minute:02d}", at + 1) if trusted and (scored or after in _ZONES) else None

    def _of_the_day(self, at: int, hour: int, minute: int, *, start: int) -> tuple[str, int] | None:
        """`in the morning`, after the hour."""
        if self.word(at, start=start) != "in" or self.word(at + 1, start=start) != "the" or not 0 < hour <= 12:
            return None
        part = self.word(at + 2, start=start)
        if part not in {"morning", "afternoon", "evening"}:
            return None
        return _clock_value(hour, minute, 0 if part == "morning" else 12), at + 3

    def _four_figures(self, at: int) -> tuple[str, int] | None:
        word, after = self.low[at], self.word(at + 1, start=at)
        if word.isdecimal() and len(word) == 4 and int(word[:2]) < 24 and int(word[2:]) < 60 and (after in _ZONES or after in {"hours", "hrs"}):
            return f"T{word[:2]}:{word[2:]}", at + 2 if after in {"hours", "hrs"} else at + 1
        return None

    def _dated(self, at: int) -> Expression | None:
        return self.weekday_first(at) or self._calendar_day(at) or self._phrase(at, "days")

    def _calendar_day(self, at: int) -> Expression | None:
        found = self._calendar(at)
        return found if found and found.day else None

    def part_of(self, at: int) -> Expression | None:
        """the night of July 7, the evening of Friday, midnight on Sunday, dawn on Sunday; noon, midnight."""
        part = self.times.parts.get(self.low[at])
        if part is None or self.low[at].endswith("s"):
            return None
        if self.word(at + 1, start=at) in {"of", "on"} and at + 2 < self.words.ends[at]:
            date = self._dated(at + 2 + (self.low[at + 2] == "the"))
            if date:
                return replace(date, first=at, part=part)
        date = self._dated(at + 1) if part.startswith(("T1", "T2")) and at + 1 < self.words.ends[at] else None
        if date:
            return replace(date, first=at, part=part)
        return Expression(at, at + 1, "clock", part=part) if part.startswith(("T1", "T2")) and self._hour_word(at) else None

    def _hour_word(self, at: int) -> bool:
        return at > 0 and self.low[at - 1] in {"at", "by", "before", "after", "until", "around", "about", "since", "from", "to"}

    def day_in_month(self, at: int) -> Expression | None:
        """the 20th, where no noun follows."""
        word, after = self.low[at], self.word(at + 1, start=at)
        if not re.fullmatch(r"\d{1,2}(st|nd|rd|th)", word) or at < 2 or self.low[at - 1] != "the":
            return None
        if self.low[at - 2] not in {"on", "until", "since", "by", "and", "from", "to"} or (after and after[0].isalpha() and after not in _LEADERS):
            return None
        return Expression(at - 1, at + 1, "monthday", day=int(word[:-2]))

    def repeated(self, at: int) -> Expression | None:
        """every day, each Friday, every two weeks, daily, twice a week's "a week"."""
        word = self.low[at]
        if word in self.times.sets:
            return Expression(at, at + 1, "set", code=self.times.sets[word])
        if word in {"every", "each"}:
            return self._every(at)
        unit = self.times.units.get(self.word(at + 1, start=at), "") if word in _PER else ""
        if unit in {"D", "W", "M", "Y", "H", "NI"} and not self.low[at + 1].endswith("s") and (word == "per" or self._rate(at)):
            return Expression(at, at + 2, "set", code=duration_value(1, "D" if unit == "NI" else unit))
        return None

    def _every(self, at: int) -> Expression | None:
        after = self.word(at + 1, start=at)
        weekday, month = self.times.weekdays.get(after), self.times.months.get(after)
        if weekday:
            return Expression(at, at + 2, "set", code=f"XXXX-WXX-{weekday}")
        if month:
            return Expression(at, at + 2, "set", code=f"XXXX-{month:02d}")
        if after in self.times.seasons:
            return Expression(at, at + 2, "set", code=f"XXXX-{self.times.seasons[after]}")
        if after in self.times.parts and not after.endswith("s") and after != "night":
            return Expression(at, at + 2, "set", code=f"XXXX-XX-XX{self.times.parts[after]}")
        number = self.count(at + 1, start=at) if after else None
        value, end = number if number and after not in {"a", "an"} else (1.0, at + 1)
        unit = self.times.units.get(self.word(end, start=at))
        return Expression(at, end + 1, "set", code=duration_value(value, "D" if unit == "NI" else unit)) if unit else None

    def _phrase(self, at: int, table: str) -> Expression | None:
        """A fixed phrase of `times.toml` from this table: references, days or holidays."""
        for phrase, where, value in self.times.phrases.get(self.low[at], ()):
            end = at + len(phrase)
            if where != table or end > self.words.ends[at] or not self._same_words(phrase, at):
                continue
            if table == "references":
                return Expression(at, end, "reference", code=value)
            if table == "holidays":
                if not self.words.raw[at][0].isupper() and not self.words.raw[at][0].isdigit():
                    return None
                return self._with_part(self._with_year(Expression(at, end, "holiday", code=value)))
            return self._with_part(Expression(at, end, "day", number=value[0], part=value[1]))
        return None

    def _same_words(self, phrase: Sequence[str], at: int) -> bool:
        return all(self.low[at + i].replace("’", "'") == word for i, word in enumerate(phrase))  # noqa: RUF001

    def reference(self, at: int) -> Expression | None:
        """now, currently, recently, the near future."""
        return self._phrase(at, "references")

    def day_word(self, at: int) -> Expression | None:
        """today, last night, the day before yesterday."""
        return self._phrase(at, "days")

    def holiday(self, at: int) -> Expression | None:
        """Christmas Eve, Thanksgiving 2015, 9/11."""
        return self._phrase(at, "holidays")

    def the_weekend(self, at: int) -> Expression | None:
        """over the weekend, at the weekend."""
        if self.low[at] == "the" and self.word(at + 1, start=at) == "weekend" and at and self.low[at - 1] in {"over", "at", "on", "during", "in"}:
            return Expression(at, at + 2, "relative", unit="WE", direction="this")
        return None

    def the_day_after(self, at: int) -> Expression | None:
        """the day before, a day earlier, the next day is under `relative`; "the day before the attack" is left alone."""
        if self.low[at] != "the" or self.word(at + 1, start=at) not in {"day", "night", "morning", "year", "month", "week"}:
            return None
        word = self.word(at + 2, start=at)
        if word not in {"before", "after"} or not self._closes(at + 2, word, start=at):
            return None
        unit = self.times.units.get(self.low[at + 1], "D")
        return Expression(at, at + 3, "offset", unit="D" if unit == "NI" else unit, number=1, direction=word)

    # -- all together ---------------------------------------------------------------------------------------------------

    def core(self, at: int) -> Expression | None:
        """The longest reading without a leading "early", "the end of"."""
        best: Expression | None = None
        for production in PRODUCTIONS:
            found = production(self, at)
            if found and (best is None or found.last > best.last):
                best = found
        return best

    def expression(self, at: int) -> Expression | None:
        """The longest time expression that starts at word `at`."""
        word = self.low[at]
        if word.startswith("mid-") and len(word) > 4:
            return self._glued_mid(at)
        best = self.core(at)
        for start, mod in self._modifiers(at):
            found = self.core(start) or self._after_article(start)
            usable = found and found.form not in {"duration", "reference", "age", "set", "offset", "clock", "span"}
            if found and usable and (best is None or found.last > best.last):
                best = replace(found, first=at, mod=mod or found.mod)
        return best

    def _after_article(self, at: int) -> Expression | None:
        if self.low[at] not in {"the", "this"} or at + 1 >= self.words.ends[at]:
            return None
        if self.low[at] == "the" and self.low[at + 1] in {"weekend", "year", "month", "week", "day", "decade", "century"}:
            unit = self.times.units[self.low[at + 1]]
            return Expression(at, at + 2, "relative", unit=unit, direction="this" if unit == "WE" else "same")
        return self.core(at + 1)

    def _glued_mid(self, at: int) -> Expression | None:
        """`mid-October 2018` where the tokeniser keeps `mid-October` whole."""
        raw, low = list(self.words.raw), list(self.low)
        raw[at], low[at] = raw[at][4:], low[at][4:]
        inner = Grammar(Words(raw, low, self.words.ends, self.words.proper), self.times, self.numbers)
        found = inner.core(at)
        return replace(found, mod="MID") if found and found.form in {"calendar", "fixed", "weekday", "relative"} else None

    def _modifiers(self, at: int) -> list[tuple[int, str]]:
        """Where an expression could start after words like `early`, `late in`, `the end of`, and what they mean."""
        found: list[tuple[int, str]] = []
        end = self.words.ends[at]
        word = self.low[at]
        if word in _START_MODS:
            after = self.word(at + 1, start=at)
            found.append((at + 1 + (after in {"in", "-", "on", "of"}), _START_MODS[word]))
            if after in {"or", "and", "to"} and self.word(at + 2, start=at) in _START_MODS:
                found.append((at + 3, ""))
        edge = at + 1 if word in {"the", "very"} else at
        if self.word(edge, start=at) in _EDGES and self.word(edge + 1, start=at) == "of":
            found.append((edge + 2, _EDGES[self.low[edge]]))
        if self.word(edge, start=at) in {"early", "late", "latter", "first", "last"} and self.word(edge + 1, start=at) in {"part", "days", "weeks", "months", "hours"}:
            found.append((edge + 3, "") if self.word(edge + 2, start=at) == "of" else (end, ""))
        if word == "the":
            found.append((at + 1, "the"))
        return [(start, "" if mod == "the" else mod) for start, mod in found if start < end and self._takes_article(start, mod)]

    def _takes_article(self, start: int, mod: str) -> bool:
        """After a plain "the", only what is usually said with one."""
        if mod != "the":
            return True
        word = self.low[start]
        return word in self.times.directions or word in self.times.seasons or word in self.times.parts or bool(
            _DECADE.fullmatch(word) or word in _DECADE_NAMES or word in self.numbers.ordinals or re.fullmatch(r"\d{1,2}(st|nd|rd|th)", word)
            or word in _START_MODS
        )


PRODUCTIONS: tuple[Production, ...] = (
    Grammar.numeric, Grammar.weekday_first, Grammar.month_first, Grammar.day_first, Grammar.year_alone, Grammar.decade,
    Grammar.ordinal_part, Grammar.season, Grammar.relative, Grammar.counted, Grammar.clock, Grammar.part_of, Grammar.day_in_month,
    Grammar.repeated, Grammar.reference, Grammar.day_word, Grammar.holiday, Grammar.the_day_after, Grammar.the_weekend,
)  # fmt: skip


def duration_value(number: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration: 2.5 hours is `PT2.5H`, two decades `P20Y`, some weeks `PXW`."""
    code, factor = {"E": ("Y", 10), "C": ("Y", 100), "F": ("W", 2), "NI": ("D", 1)}.get(unit, (unit, 1))
    if unit == "H" and number is not None and number % 1 == 0.5 and number > 1:
        return f"PT{int(number)}H30M"
    count = "X" if number is None else f"{number * factor:g}"
    return f"PT{count}{code[-1]}" if code in {"H", "TM", "S"} else f"P{count}{code}"


def read_expressions(words: Words) -> list[Expression]:
    """All time expressions of a text, in order and without overlap; ages are left out."""
    grammar = Grammar(words, load_time_words(), load_numbers())
    starters = _starters(grammar.times, grammar.numbers)
    found: list[Expression] = []
    at = 0
    while at < len(words.low):
        expression = _continued(grammar, at, found) or (grammar.expression(at) if _may_start(words.low[at], starters) else None)
        if expression is None:
            at += 1
            continue
        if expression.form != "age" and (not found or expression.first >= found[-1].last):
            found.append(expression)
        at = max(expression.last, at + 1)
    return found


def _continued(grammar: Grammar, at: int, found: list[Expression]) -> Expression | None:
    """The second half of a range whose first half has just been read."""
    if not found or found[-1].form != "calendar" or found[-1].last != at - 1:
        return None
    return grammar.short_year(at, found[-1]) or grammar.later_day(at, found[-1])


def _starters(times: TimeWords, numbers: NumberWords) -> frozenset[str]:
    words = {*times.months, *times.weekdays, *times.units, *times.seasons, *times.parts, *times.directions, *times.sets, *times.phrases}
    words |= {*numbers.cardinals, *numbers.ordinals, *_START_MODS, *_EDGES, *_PER, *_DECADE_NAMES, "the", "a", "an", "every", "half", "several"}
    return frozenset({*words, "few", "many", "some", "numerous", "couple", "latter", "ad", "a.d.", "very"})


def _may_start(word: str, starters: frozenset[str]) -> bool:
    return word in starters or word[0].isdigit() or word[-1] in ".s" or word.startswith(("mid-", "'", "’", "‘"))  # noqa: RUF001


def _clock_value(hour: int, minute: int, half: int) -> str:
    return f"T{hour % 12 + half:02d}:{minute:02d}"
