"""Expressions of a line of text, as the grammar reads them."""

from __future__ import annotations

from typing import Any

from sayso.coding.timex import Expression, Words, read_expressions
from sayso.language.tokenise import tokenise


def words_of(text: str) -> Words:
    """The words of one sentence."""
    raw = [text[start:end] for start, end in tokenise(text)]
    return Words(raw, [word.lower() for word in raw], [len(raw)] * len(raw))


def read(text: str) -> list[tuple[str, Expression]]:
    """Each expression with its words."""
    words = words_of(text)
    return [(" ".join(words.raw[found.first : found.last]), found) for found in read_expressions(words)]


def only(text: str) -> tuple[str, dict[str, Any]]:
    """The words of the only expression, and the fields that it fills."""
    ((words, found),) = read(text)
    names = ("form", "year", "month", "day", "weekday", "unit", "number", "direction", "part", "code", "mod")
    return words, {name: value for name in names if (value := getattr(found, name)) not in (None, "")}
