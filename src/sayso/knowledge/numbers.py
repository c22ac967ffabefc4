"""Number words, and how to read a count of things out of a run of words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.errors import KnowledgeError
from sayso.knowledge.rows import parse_toml, read_text

_DATA = Path(__file__).parent / "data" / "numbers.toml"
_DIGITS = re.compile(r"\d{1,3}(?:,\d{2,3})+|\d+")
_DECIMAL = re.compile(r"(\d+)\.(\d+)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_DASHES = frozenset({"-", "–"})
_SENSES = frozenset({"least", "most", "about"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count with open ends (`at least 81` is 81 to None) that ends before word `last`."""

    min: int | None
    max: int | None
    last: int


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of `numbers.toml`; phrases are tuples of lower-cased words."""

    cardinals: dict[str, int]
    multipliers: dict[str, int]
    packs: dict[str, int]
    vague: dict[str, int]
    ordinals: dict[str, int]
    bounds: dict[tuple[str, ...], str]
    after: dict[tuple[str, ...], str]

    def cardinal(self, words: Sequence[str], at: int) -> tuple[int, int] | None:
        """The whole number that starts at word `at`, and where it ends: `twenty - one` gives 21 and `at + 3`."""
        return _read_cardinal(self, words, at)

    def ordinal(self, words: Sequence[str], at: int) -> tuple[int, int] | None:
        """The ordinal that starts at word `at`, and where it ends: `twenty - first` gives 21 and `at + 3`."""
        word = words[at]
        if word in self.ordinals:
            return self.ordinals[word], at + 1
        if word[:1].isdigit() and word[-2:] in {"st", "nd", "rd", "th"} and word[:-2].isdecimal():
            return int(word[:-2]), at + 1
        tens = self.cardinals.get(word, 0)
        after = at + 1 + (at + 1 < len(words) and words[at + 1] in _DASHES)
        if tens >= 20 and after < len(words) and 0 < self.ordinals.get(words[after], 0) < 10:
            return tens + self.ordinals[words[after]], after + 1
        return None

    def quantity(self, words: Sequence[str], at: int) -> Quantity | None:
        """The count that starts at word `at`, with the bounds that words like `at least` or `or more` give it."""
        return _read_quantity(self, words, at)


@cache
def load_numbers(path: Path = _DATA) -> NumberWords:
    """Read and check the number words; KnowledgeError names file and line of a mistake."""
    text = read_text(path)
    tables: dict[str, dict[str, Any]] = parse_toml(path, text)
    return NumberWords(
        cardinals=_counts(tables, "cardinals", path, text),
        multipliers=_counts(tables, "multipliers", path, text),
        packs=_counts(tables, "packs", path, text),
        vague=_counts(tables, "vague", path, text),
        ordinals=_counts(tables, "ordinals", path, text),
        bounds=_phrases(tables, "bounds", path, text),
        after=_phrases(tables, "after", path, text),
    )


def line_of(text: str, key: str) -> int:
    """The line on which a TOML key stands, for messages."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.split("=")[0].strip().strip('"') == key:
            return number
    return 1


def _counts(tables: dict[str, dict[str, Any]], name: str, path: Path, text: str) -> dict[str, int]:
    table = tables.get(name, {})
    for word, value in table.items():
        if not isinstance(value, int) or value < 0:
            raise KnowledgeError(f"{path}:{line_of(text, word)}: {word!r} must be a whole number, not {value!r}")
    return dict(table)


def _phrases(tables: dict[str, dict[str, Any]], name: str, path: Path, text: str) -> dict[tuple[str, ...], str]:
    table = tables.get(name, {})
    for phrase, sense in table.items():
        if sense not in _SENSES:
            raise KnowledgeError(f"{path}:{line_of(text, phrase)}: {phrase!r} must be least, most or about, not {sense!r}")
    return {tuple(phrase.split()): sense for phrase, sense in table.items()}


def _digits(word: str) -> int | None:
    if _DIGITS.fullmatch(word):
        return int(word.replace(",", ""))
    if _THOUSANDS.fullmatch(word):
        return int(word.replace(".", ""))
    return None


def _tens_and_ones(numbers: NumberWords, words: Sequence[str], at: int) -> tuple[int, int] | None:
    value = numbers.cardinals.get(words[at])
    if value is None:
        return None
    after = at + 1 + (at + 1 < len(words) and words[at + 1] in _DASHES)
    if 20 <= value <= 90 and after < len(words) and 0 < numbers.cardinals.get(words[after], 0) < 10:
        return value + numbers.cardinals[words[after]], after + 1
    return value, at + 1


def _read_cardinal(numbers: NumberWords, words: Sequence[str], at: int) -> tuple[int, int] | None:
    decimal = _DECIMAL.fullmatch(words[at])
    if decimal and at + 1 < len(words) and words[at + 1] in numbers.multipliers:
        scale = numbers.multipliers[words[at + 1]]
        return int(decimal[1]) * scale + int(decimal[2]) * scale // 10 ** len(decimal[2]), at + 2
    whole = _digits(words[at])
    if whole is not None:
        return _scaled(numbers, words, whole, at + 1)
    if words[at] in {"a", "an"} and at + 1 < len(words) and words[at + 1] in numbers.multipliers:
        return _scaled(numbers, words, 1, at + 1)
    if words[at] == "half":
        return _half(numbers, words, at + 1)
    small = _tens_and_ones(numbers, words, at)
    return _scaled(numbers, words, *small) if small else None


def _half(numbers: NumberWords, words: Sequence[str], at: int) -> tuple[int, int] | None:
    """`half a million`, `half - a - million`, from the word after "half"."""
    while at < len(words) and (words[at] in _DASHES or words[at] in {"a", "an"}):
        at += 1
    scale = numbers.multipliers.get(words[at]) if at < len(words) else None
    return (scale // 2, at + 1) if scale else None


def _scaled(numbers: NumberWords, words: Sequence[str], value: int, at: int) -> tuple[int, int]:
    """Go on from `value` through "hundred and five thousand …"."""
    total, current = 0, value
    while at < len(words):
        scale = numbers.multipliers.get(words[at])
        if scale:
            current *= scale
            at += 1
            if scale >= 1000:
                total, current = total + current, 0
            continue
        joined = at + 1 if words[at] == "and" and (total or current >= 100) else at
        if (total == 0 and current < 100) or joined >= len(words):
            break
        part = _tens_and_ones(numbers, words, joined)
        if part is None or (current and current % 100):
            break
        current, at = current + part[0], part[1]
    return total + current, at


def _read_quantity(numbers: NumberWords, words: Sequence[str], at: int) -> Quantity | None:
    sense, start = _phrase(numbers.bounds, words, at)
    if start >= len(words):
        return None
    found = _bare_quantity(numbers, words, start)
    if found is None:
        return None
    if sense == "least":
        found = Quantity(found.min, None, found.last)
    elif sense == "most":
        found = Quantity(None, found.max if found.max is not None else found.min, found.last)
    sense, end = _phrase(numbers.after, words, found.last)
    if sense == "least":
        found = Quantity(found.min, None, end)
    elif sense == "most":
        found = Quantity(None, found.max, end)
    return found


def _bare_quantity(numbers: NumberWords, words: Sequence[str], at: int) -> Quantity | None:
    word = words[at]
    if word in numbers.vague:
        return _vague(numbers, words, at)
    if word in {"a", "an"} and at + 1 < len(words) and words[at + 1] in numbers.packs:
        size = numbers.packs[words[at + 1]]
        return Quantity(size, size, at + 2)
    if word == "half" and tuple(words[at + 1 : at + 3]) == ("a", "dozen"):
        return Quantity(6, 6, at + 3)
    number = numbers.cardinal(words, at)
    if number is None:
        return None
    value, end = number
    if end < len(words) and words[end] in numbers.packs:
        value, end = value * numbers.packs[words[end]], end + 1
    return _range(numbers, words, value, end)


def _vague(numbers: NumberWords, words: Sequence[str], at: int) -> Quantity:
    """`hundreds`, `tens of thousands`, `several dozen`."""
    least, end = numbers.vague[words[at]], at + 1
    if end + 1 < len(words) and words[end] == "of" and words[end + 1] in numbers.vague:
        # "thousands" alone means at least two of them.
        return Quantity(least * (numbers.vague[words[end + 1]] // 2), None, end + 2)
    scale = numbers.multipliers.get(words[end]) or numbers.packs.get(words[end]) if end < len(words) else None
    return Quantity(least * scale, None, end + 1) if scale else Quantity(least, None, end)


def _range(numbers: NumberWords, words: Sequence[str], low: int, end: int) -> Quantity:
    """`10 to 12`, `10-12`, `five or six`."""
    if end + 1 < len(words) and (words[end] in {"to", "or"} or words[end] in _DASHES):
        upper = numbers.cardinal(words, end + 1)
        if upper and upper[0] > low:
            return Quantity(low, upper[0], upper[1])
    return Quantity(low, low, end)


def _phrase(phrases: dict[tuple[str, ...], str], words: Sequence[str], at: int) -> tuple[str | None, int]:
    for length in (3, 2, 1):
        phrase = tuple(words[at : at + length])
        sense = phrases.get(phrase)
        if sense:
            return sense, at + len(phrase)
    return None, at
