"""The grammar as a whole: the longest reading at each word, and all expressions of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.coding.timex.calendar import DECADE, DECADE_NAMES
from sayso.coding.timex.clock import HOURS, PER, ClockReader
from sayso.coding.timex.words import START_MODS, Expression, Words
from sayso.knowledge.numbers import NumberWords, load_numbers
from sayso.knowledge.timewords import TimeWords, load_time_words

_EDGES = {
    "beginning": "JAN",
    "start": "JAN",
    "dawn": "START",
    "end": "DEC",
    "close": "DEC",
    "middle": "MID",
    "course": "",
    "rest": "",
    "remainder": "",
    "height": "",
    "duration": "",
}


class Grammar(ClockReader):
    """One pass over the words of a text."""

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
        if word in START_MODS:
            after = self.word(at + 1, start=at)
            found.append((at + 1 + (after in {"in", "-", "on", "of"}), START_MODS[word]))
            if after in {"or", "and", "to"} and self.word(at + 2, start=at) in START_MODS:
                found.append((at + 3, ""))
        edge = at + 1 if word in {"the", "very"} else at
        if self.word(edge, start=at) in _EDGES and self.word(edge + 1, start=at) == "of":
            found.append((edge + 2, _EDGES[self.low[edge]]))
        if self.word(edge, start=at) in {"early", "late", "latter", "first", "last"} and self.word(edge + 1, start=at) in {
            "part",
            "days",
            "weeks",
            "months",
            "hours",
        }:
            found.append((edge + 3, "") if self.word(edge + 2, start=at) == "of" else (end, ""))
        if word == "the":
            found.append((at + 1, "the"))
        return [(start, "" if mod == "the" else mod) for start, mod in found if start < end and self._takes_article(start, mod)]

    def _takes_article(self, start: int, mod: str) -> bool:
        """After a plain "the", only what is usually said with one."""
        if mod != "the":
            return True
        word = self.low[start]
        return (
            word in self.times.directions
            or word in self.times.seasons
            or word in self.times.parts
            or bool(
                DECADE.fullmatch(word)
                or word in DECADE_NAMES
                or word in self.numbers.ordinals
                or re.fullmatch(r"\d{1,2}(st|nd|rd|th)", word)
                or word in START_MODS
            )
        )


_HOLLOW = frozenset({"the", "a", "an", "every", "half", "several", "few", "many", "some", "numerous", "couple", "very"})
"""Words that expressions begin with and that say nothing of time."""
_SOON = 7
"""Words within which what begins with a hollow word must come to the point."""

Production = Callable[[Grammar, int], Expression | None]

PRODUCTIONS: tuple[Production, ...] = (
    Grammar.numeric, Grammar.weekday_first, Grammar.month_first, Grammar.day_first, Grammar.year_alone, Grammar.decade,
    Grammar.ordinal_part, Grammar.season, Grammar.relative, Grammar.counted, Grammar.clock, Grammar.part_of, Grammar.day_in_month,
    Grammar.repeated, Grammar.named, Grammar.the_day_after, Grammar.the_weekend,
)  # fmt: skip


def read_expressions(words: Words) -> list[Expression]:
    """All time expressions of a text, in order and without overlap; ages are left out."""
    grammar = Grammar(words, load_time_words(), load_numbers())
    openings = _openings(words.low, grammar.times, grammar.numbers)
    found: list[Expression] = []
    at = 0
    while at < len(words.low):
        expression = _continued(grammar, at, found) or (grammar.expression(at) if openings[at] else None)
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


def _openings(low: Sequence[str], times: TimeWords, numbers: NumberWords) -> list[bool]:
    """Where an expression may start: at a word of time, at an article or a count that has one soon after it, or at a phrase of the tables."""
    solid = _solid(times)
    hollow = {*numbers.cardinals, *numbers.ordinals, *_HOLLOW}
    timely = [_is_timely(word, solid) for word in low]
    found = [here or (word in hollow and True in timely[at + 1 : at + _SOON]) for at, (word, here) in enumerate(zip(low, timely, strict=True))]
    for at, word in enumerate(low):
        if word in times.phrases and not found[at]:
            found[at] = any(len(phrase) == 1 or low[at + 1 : at + 2] == [phrase[1]] for phrase, _, _ in times.phrases[word])
    return found


def _solid(times: TimeWords) -> set[str]:
    """Words that speak of time by themselves."""
    tables = (times.months, times.weekdays, times.units, times.seasons, times.parts, times.directions, times.sets)
    more = (START_MODS, _EDGES, PER, DECADE_NAMES, HOURS)
    return {*(word for table in (*tables, *more) for word in table), "ad", "a.d.", "latter"} - _HOLLOW


def _is_timely(word: str, solid: set[str]) -> bool:
    if word in solid or word[0].isdigit():
        return True
    return word.startswith(("mid-", "'", "’", "‘")) or word.endswith("days") or (word.endswith(".") and word[:-1] in solid)
