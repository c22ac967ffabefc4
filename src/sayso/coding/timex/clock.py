"""Clock times, parts of the day, what repeats, and names of days: 5 p.m., the night of July 7, every Friday, Easter."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.coding.timex.relative import RelativeReader
from sayso.coding.timex.words import LEADERS, Expression, duration_value
from sayso.knowledge.timewords import word_set

_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.h]([0-5]\d)")
_GLUED_CLOCK = re.compile(r"(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?([ap])\.?m\.?")
_HALF_DAY = {"am": 0, "a.m": 0, "a.m.": 0, "pm": 12, "p.m": 12, "p.m.": 12}
_ZONES = word_set("gmt est edt cst cdt mst mdt pst pdt utc bst cet cest ist wat eat cat sast local et pt")
_FULL_HOUR = frozenset({"o'clock", "o’clock"})
HOURS = _FULL_HOUR.union(_HALF_DAY, _ZONES)
"""Words that make a number before them an hour."""
PER = frozenset({"a", "an", "per", "each"})


class ClockReader(RelativeReader):
    """Reads times of the day and fixed phrases."""

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
        if after in _FULL_HOUR:
            return self._of_the_day(at + 2, hour, minute, start=at) or (f"T{hour:02d}:{minute:02d}", at + 2)
        spoken = self._of_the_day(at + 1, hour, minute, start=at)
        if spoken:
            return spoken
        trusted = face and (":" in self.low[at] or after in _ZONES or "h" in self.low[at])
        scored = at and self.low[at - 1] in {
            "at",
            "by",
            "around",
            "about",
            "until",
            "from",
            "before",
            "after",
            "since",
            "to",
            "-",
        }
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
        if self.low[at - 2] not in {"on", "until", "since", "by", "and", "from", "to"} or (after and after[0].isalpha() and after not in LEADERS):
            return None
        return Expression(at - 1, at + 1, "monthday", day=int(word[:-2]))

    def repeated(self, at: int) -> Expression | None:
        """every day, each Friday, every two weeks, daily, twice a week's "a week"."""
        word = self.low[at]
        if word in self.times.sets:
            return Expression(at, at + 1, "set", code=self.times.sets[word])
        if word in {"every", "each"}:
            return self._every(at)
        unit = self.times.units.get(self.word(at + 1, start=at), "") if word in PER else ""
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

    def named(self, at: int) -> Expression | None:
        """now, the near future, today, last night, Christmas Eve, Thanksgiving 2015, 9/11."""
        return self._phrase(at, "references", "days", "holidays") if self.low[at] in self.times.phrases else None


def _clock_value(hour: int, minute: int, half: int) -> str:
    return f"T{hour % 12 + half:02d}:{minute:02d}"
