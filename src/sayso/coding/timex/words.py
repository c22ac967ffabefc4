"""Words as the grammar looks at them, and the small readings everything else is made of: months, years, counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.knowledge.numbers import NumberWords
from sayso.knowledge.timewords import TimeWords, word_set

_YEAR = re.compile(r"1\d{3}|20\d\d|21\d\d")
_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_MILITARY = re.compile(r"0\d{3}")
"""An hour as armies write it: "0600 hours" is no duration."""
HYPHENS = frozenset({"-", "–"})
START_MODS = {"early": "START", "late": "END", "earlier": "", "later": "", "mid": "MID", "mid-": "MID"}
_VAGUE_COUNTS = {
    ("a", "few"): "X",
    ("several",): "X",
    ("many",): "X",
    ("some",): "X",
    ("few",): "X",
    ("numerous",): "X",
    ("couple",): "2",
}
VAGUE_OPENINGS = frozenset(phrase[0] for phrase in _VAGUE_COUNTS)
LEADERS = word_set("in on since until till by of from before after during between for through throughout to around about circa and or at")
_TIMELY = frozenset({"in", "since", "until", "till", "during", "throughout"})
_COUNTED = word_set(
    "people persons troops soldiers fighters men women children police civilians dollars euros pounds rupees miles kilometres "
    "kilometers km metres meters feet homes houses families members workers tons tonnes percent others refugees militants "
    "rebels protesters students"
)


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


class Reader:
    """Looks at the words of a text. Every method reads what starts at word `at` and gives None where that is something else."""

    def __init__(self, words: Words, times: TimeWords, numbers: NumberWords) -> None:
        """A reader of these words with this knowledge."""
        self.words = words
        self.low = words.low
        self.times = times
        self.surnames = self._surnames()
        self.times = times
        self.numbers = numbers

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
        if self.low[at] in self.surnames:
            return before in _TIMELY or before in self.times.directions or before in START_MODS
        if _DAY.fullmatch(before) or before in LEADERS or before in self.times.directions or before in START_MODS:
            return before not in {"and", "or", "to", "for"} or self.words.raw[at].istitle()
        if self.low[at] not in {"may", "march", "august"} or not self.words.raw[at].istitle():
            return False
        return before == "the" or (self.words.proper is not None and self.words.proper[at])

    def _surnames(self) -> frozenset[str]:
        """Months that are somebody's name in this text: "Theresa May" or "Ms May" is there."""
        raw, low = self.words.raw, self.low
        return frozenset(
            low[at]
            for at in range(1, len(low))
            if low[at] in {"may", "march", "august"} and raw[at].istitle() and self._forename(raw[at - 1], low[at - 1])
        )

    def _forename(self, raw: str, low: str) -> bool:
        known = low in LEADERS or low in self.times.directions or low in START_MODS or low in self.times.weekdays or low in self.times.months
        return raw.istitle() and raw[:1].isalpha() and not known and low not in {"the", "a", "an"}

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
        if _MILITARY.fullmatch(word):
            return None
        if word == "half":
            after = self.word(at + 1, start=start)
            return (0.5, at + 2) if after in {"a", "an"} or after in HYPHENS else (0.5, at + 1)
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
        joined = [word for word in self.low[end : end + 5] if word not in HYPHENS]
        if joined[:3] == ["and", "a", "half"]:
            dashes = sum(word in HYPHENS for word in self.low[end : end + 5])
            return value + 0.5, min(end + 3 + min(dashes, 2), self.words.ends[start])
        return value, end

    def _is_figure(self, at: int) -> bool:
        return self.low[at][:1].isdigit()

    def _counts_things(self, end: int, *, start: int, year: int) -> bool:
        """Whether a number of four figures counts what comes after it."""
        after = self.word(end, start=start)
        if after in _COUNTED or after in self.numbers.multipliers:
            return True
        return year % 100 == 0 and len(after) > 3 and after.endswith("s") and self.words.raw[end].islower()

    def _rate(self, at: int) -> bool:
        before = self.low[at - 1] if at else ""
        return before[:1].isdigit() or before in self.numbers.multipliers or before in {"times", "twice", "once", "hours", "days"}

    def _phrase(self, at: int, *tables: str) -> Expression | None:
        """The longest fixed phrase of `times.toml` in one of these tables: references, days, holidays."""
        for phrase, table, value in self.times.phrases.get(self.low[at], ()):
            end = at + len(phrase)
            if table not in tables or end > self.words.ends[at] or (len(phrase) > 1 and not self._same_words(phrase, at)):
                continue
            if table == "references":
                return Expression(at, end, "reference", code=value)
            if table == "days":
                return self._with_part(Expression(at, end, "day", number=value[0], part=value[1]))
            if self.words.raw[at][0].isupper() or self.words.raw[at][0].isdigit():
                return self._with_part(self._with_year(Expression(at, end, "holiday", code=value)))
        return None

    def _same_words(self, phrase: Sequence[str], at: int) -> bool:
        low = self.low
        for offset in range(1, len(phrase)):
            word = low[at + offset]
            if word != phrase[offset] and word.replace("’", "'") != phrase[offset]:
                return False
        return True

    # What the parts of the grammar below need of each other.

    def _relative_unit(self, at: int) -> Expression | None:
        raise NotImplementedError

    def _with_year(self, found: Expression) -> Expression:
        raise NotImplementedError

    def _with_part(self, found: Expression) -> Expression:
        raise NotImplementedError

    def month_first(self, at: int) -> Expression | None:
        """See `calendar.py`."""
        raise NotImplementedError


def duration_value(number: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration: 2.5 hours is `PT2.5H`, two decades `P20Y`, some weeks `PXW`."""
    code, factor = {"E": ("Y", 10), "C": ("Y", 100), "F": ("W", 2), "NI": ("D", 1)}.get(unit, (unit, 1))
    if unit == "H" and number is not None and number % 1 == 0.5 and number > 1:
        return f"PT{int(number)}H30M"
    count = "X" if number is None else f"{number * factor:g}"
    return f"PT{count}{code[-1]}" if code in {"H", "TM", "S"} else f"P{count}{code}"
