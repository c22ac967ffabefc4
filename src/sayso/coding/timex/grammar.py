"""The grammar as a whole: the longest reading at each word, and all expressions of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.coding.timex.calendar import DECADE, DECADE_NAMES
from sayso.coding.timex.clock import HOURS, PER, ClockReader
from sayso.coding.timex.words import START_MODS, VAGUE_OPENINGS, Expression, Words
from sayso.knowledge.numbers import load_numbers
from sayso.knowledge.timewords import load_time_words

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
        for production in productions_at(self.low[at]):
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

_FIGURE = "0"
"""What stands for all words that begin with a figure where productions are listed by their first words."""
_QUOTE = "'"
"""What stands for all words that begin with an apostrophe."""


def productions_at(word: str) -> Sequence[Production]:
    """The productions that may begin with a word."""
    return _by_first_word().get(_FIGURE if word[0].isdigit() else _QUOTE if word[0] in "'’‘" else word, ())


@cache
def _by_first_word() -> dict[str, list[Production]]:
    times, numbers = load_time_words(), load_numbers()
    days = (*times.weekdays, *(f"{day}s" for day in times.weekdays if day.endswith("day")))
    found: dict[str, list[Production]] = {}
    for production, words in (
        (Grammar.numeric, {_FIGURE}),
        (Grammar.weekday_first, _with_stops(days)),
        (Grammar.month_first, _with_stops(times.months)),
        (Grammar.day_first, {_FIGURE, *numbers.ordinals, "twenty", "thirty"}),
        (Grammar.year_alone, {_FIGURE, "ad", "ad.", "a.d", "a.d."}),
        (Grammar.decade, {_FIGURE, _QUOTE, *DECADE_NAMES}),
        (Grammar.ordinal_part, {_FIGURE, *numbers.ordinals, "latter", "last"}),
        (Grammar.season, {*times.seasons}),
        (Grammar.relative, {"the", *times.directions}),
        (Grammar.counted, {_FIGURE, *VAGUE_OPENINGS, *numbers.cardinals, *times.units, "a", "an", "half"}),
        (Grammar.clock, {_FIGURE, *numbers.cardinals}),
        (Grammar.part_of, {*times.parts}),
        (Grammar.day_in_month, {_FIGURE}),
        (Grammar.repeated, {*times.sets, *PER, "every", "each"}),
        (Grammar.named, {_FIGURE, *times.phrases}),
        (Grammar.the_day_after, {"the"}),
        (Grammar.the_weekend, {"the"}),
    ):
        for word in words:
            found.setdefault(word, []).append(production)
    return found


def _with_stops(words: Iterable[str]) -> set[str]:
    """Words that may be cut short ("Nov."), with their stops and without."""
    return {form for word in words for form in (word, f"{word}.")}


def read_expressions(words: Words) -> list[Expression]:
    """All time expressions of a text, in order and without overlap; ages are left out."""
    grammar = Grammar(words, load_time_words(), load_numbers())
    openings = _openings(words.low)
    found: list[Expression] = []
    end, joined = 0, -1
    for at, opens in enumerate(openings):
        if at < end:
            continue
        expression = _continued(grammar, at, found[-1]) if at == joined else None
        if expression is None and opens:
            expression = grammar.expression(at)
        if expression is None:
            continue
        if expression.form != "age" and (not found or expression.first >= found[-1].last):
            found.append(expression)
            joined = expression.last + 1
        end = expression.last
    return found


def _continued(grammar: Grammar, at: int, before: Expression) -> Expression | None:
    """The second half of a range whose first half has just been read."""
    return (grammar.short_year(at, before) or grammar.later_day(at, before)) if before.form == "calendar" else None


def _openings(low: Sequence[str]) -> list[bool]:
    """Where an expression may start: at a word of time, at an article or a count that has one soon after it, or at a phrase of the tables."""
    openers = _openers()
    words_of_time = {word for word in set(low) if _is_timely(word, openers.solid)}
    timely = [word in words_of_time for word in low]
    found = [timely[at] or (word in openers.hollow and True in timely[at + 1 : at + _SOON]) for at, word in enumerate(low)]
    for at, word in enumerate(low):
        if word in openers.phrases and not found[at]:
            found[at] = not openers.phrases[word].isdisjoint(("", *low[at + 1 : at + 2]))
    return found


@dataclass(frozen=True, slots=True)
class _Openers:
    """Words that speak of time by themselves, words that begin with something of time after them, and what follows the first words of phrases
    ("" where the first is all).
    """

    solid: frozenset[str]
    hollow: frozenset[str]
    phrases: dict[str, frozenset[str]]


@cache
def _openers() -> _Openers:
    times, numbers = load_time_words(), load_numbers()
    tables = (times.months, times.weekdays, times.units, times.seasons, times.parts, times.directions, times.sets)
    more = (START_MODS, _EDGES, PER, DECADE_NAMES, HOURS)
    return _Openers(
        frozenset((*(word for table in (*tables, *more) for word in table), "ad", "a.d.", "latter")) - _HOLLOW,
        frozenset((*numbers.cardinals, *numbers.ordinals, *_HOLLOW)),
        {word: frozenset((*phrase, "")[1] for phrase, _, _ in phrases) for word, phrases in times.phrases.items()},
    )


def _is_timely(word: str, solid: frozenset[str]) -> bool:
    if word in solid or word[0].isdigit():
        return True
    return word.startswith(("mid-", "'", "’", "‘")) or word.endswith("days") or (word.endswith(".") and word[:-1] in solid)
