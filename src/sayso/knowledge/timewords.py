"""Calendar words: months, weekdays, units, seasons, holidays and the words that point to a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from sayso.errors import KnowledgeError
from sayso.knowledge.numbers import line_of
from sayso.knowledge.rows import parse_toml, read_text

Phrase = tuple[str, ...]

_DATA = Path(__file__).parent / "data" / "times.toml"
_RULE = re.compile(r"\d\d-\d\d|\d\d/[1-7]/-?[1-5](\+\d+)?|easter[+-]\d+|\d{4}-\d\d-\d\d")
_STRINGS = ("units", "seasons", "parts", "directions", "references", "sets", "holidays")
_NUMBERS = {"months": 12, "weekdays": 7}


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The tables of `times.toml`. Phrases of several words are found by their first word in `phrases`."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    seasons: dict[str, str]
    parts: dict[str, str]
    directions: dict[str, str]
    sets: dict[str, str]
    phrases: dict[str, list[tuple[Phrase, str, Any]]]
    """First word to (phrase, table, value), longest phrase first; tables references, days and holidays."""


@cache
def load_time_words(path: Path = _DATA) -> TimeWords:
    """Read and check the calendar words; KnowledgeError names file and line of a mistake."""
    text = read_text(path)
    tables: dict[str, dict[str, Any]] = parse_toml(path, text)
    for name in (*_STRINGS, *_NUMBERS, "days"):
        for word, value in tables.setdefault(name, {}).items():
            problem = _problem(name, value)
            if problem:
                raise KnowledgeError(f"{path}:{line_of(text, word)}: {word!r} in [{name}] {problem}, not {value!r}")
    return TimeWords(
        **{name: tables[name] for name in ("months", "weekdays", "units", "seasons", "parts", "directions", "sets")},
        phrases=_by_first_word(tables),
    )


def word_set(words: str) -> frozenset[str]:
    """The words of a string, as a set to look up in."""
    return frozenset(words.split())


def _problem(table: str, value: Any) -> str | None:
    if table in _NUMBERS:
        return None if isinstance(value, int) and 1 <= value <= _NUMBERS[table] else f"must be 1 to {_NUMBERS[table]}"
    if table == "days":
        well = isinstance(value, list) and len(value) == 2 and isinstance(value[0], int) and isinstance(value[1], str)
        return None if well else "must be [days, part of the day]"
    if not isinstance(value, str) or not value:
        return "must be a code"
    if table == "holidays" and not _is_rule(value):
        return "must be a rule like 12-25, 11/4/4 or easter-2"
    return None


def _is_rule(value: str) -> bool:
    """Whether a holiday's rule gives a day of every year; 29 February does not."""
    if not _RULE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value if len(value) == 10 else f"2023-{value[:2]}-01" if "/" in value else f"2023-{value}")
    except ValueError:
        return value.startswith("easter")
    return True


def _by_first_word(tables: dict[str, dict[str, Any]]) -> dict[str, list[tuple[Phrase, str, Any]]]:
    found: dict[str, list[tuple[Phrase, str, Any]]] = {}
    for table in ("references", "days", "holidays"):
        for phrase, value in tables[table].items():
            words = tuple(_split(phrase))
            found.setdefault(words[0], []).append((words, table, value))
    for entries in found.values():
        entries.sort(key=_length, reverse=True)
    return found


def _split(phrase: str) -> list[str]:
    """Words as the tokeniser cuts them: a possessive ending is a word of its own."""
    return re.sub(r"('s?)(?=\s|$)", r" \1", phrase).replace("present-day", "present - day").split()


def _length(entry: tuple[Phrase, str, Any]) -> int:
    return len(entry[0])
