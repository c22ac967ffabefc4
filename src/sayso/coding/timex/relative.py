"""Time told from another time, and durations: last week, two years ago, the day before, three-month."""

from __future__ import annotations

from dataclasses import replace

from sayso.coding.timex.calendar import CalendarReader
from sayso.coding.timex.words import HYPHENS, Expression

_SUFFIXES = {
    "ago": "ago",
    "earlier": "before",
    "before": "before",
    "previously": "before",
    "prior": "before",
    "later": "after",
    "afterwards": "after",
    "afterward": "after",
    "after": "after",
    "hence": "hence",
    "on": "after",
}


class RelativeReader(CalendarReader):
    """Reads what counts from another time."""

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
        unit = self.times.units.get(word) if word != "night" else None
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
        hyphen = self.word(end, start=at) in HYPHENS
        end += hyphen
        if self.word(end, start=at) in {"full", "whole", "more", "straight", "consecutive", "long", "calendar", "successive"}:
            end += 1
        name = self.word(end, start=at)
        unit = self.times.units.get(name)
        if unit in {None, "Q"} or (unit in {"WE", "NI"} and not name.endswith("s")):
            return None
        if self.low[at] in {"a", "an"} and end == at + 1 and (name.endswith("s") or not self._article_counts(at, end)):
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

    def _bare_plural(self, at: int) -> Expression | None:
        """years of war, for weeks, decades-long, decades ago."""
        name = self.low[at]
        unit = self.times.units.get(name)
        if unit in {None, "S", "NI", "WE", "Q"} or not (name.endswith("s") or name in {"week", "month", "year", "day", "decade"}):
            return None
        found = self._suffixed(Expression(at, at + 1, "duration", unit=unit or ""))
        long = found.last > at + 1
        if long or not name.endswith("s"):
            return (
                replace(found, number=1)
                if not name.endswith("s") and long and found.form == "duration"
                else (found if long and name.endswith("s") else None)
            )
        before, after = self.low[at - 1] if at else "", self.word(at + 1, start=at)
        clear = before in {"for", "in", "within", "over", "after", "of", "by", "last", "took", "take", "lasted", "just", "mere"} or after == "of"
        return found if clear and unit not in {"TM"} and before != "recent" else None

    def _suffixed(self, found: Expression) -> Expression:
        """Add `ago`, `earlier`, `later`, `from now`, `-long`."""
        start, end = found.first, found.last
        word = self.word(end, start=start)
        if word in {"-", "–", "long"}:
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
        """Whether "before" or "after" ends its phrase (`two days after.`) and opens no other (`two days after the attack`)."""
        if word == "on":
            return self.word(at + 1, start=start) in {",", "."}
        if word in {"ago", "earlier", "later", "hence", "previously", "afterwards", "afterward"}:
            return True
        after = self.word(at + 1, start=start)
        return not after or not (after[0].isalnum() or after in {'"', "“"})

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
