"""Words that tell of people killed, injured, captured or displaced."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.errors import KnowledgeError
from sayso.knowledge.numbers import line_of

KINDS = ("killed", "injured", "captured", "displaced")

_DATA = Path(__file__).parent / "data" / "tolls.toml"
_TABLES = ("transitive", "intransitive", "nouns", "states", "lethal", "modifiers")
_LISTS = ("plural", "singular", "pairs", "collective")


@dataclass(frozen=True, slots=True)
class TollWords:
    """The tables of `tolls.toml`: lemma (or word, for states) to the kind of toll, and who is a person."""

    transitive: dict[str, str]
    intransitive: dict[str, str]
    nouns: dict[str, str]
    states: dict[str, str]
    lethal: dict[str, str]
    modifiers: dict[str, str]
    doubtful: frozenset[str]
    """Verbs whose object may be a thing."""
    plural: frozenset[str]
    singular: frozenset[str]
    pairs: frozenset[str]
    collective: frozenset[str]


@cache
def load_toll_words(path: Path = _DATA) -> TollWords:
    """Read and check the toll words; KnowledgeError names file and line of a mistake."""
    text = path.read_text(encoding="utf-8")
    try:
        tables: dict[str, dict[str, Any]] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{path}: not valid TOML: {error}") from error
    for name in _TABLES:
        for word, kind in tables.setdefault(name, {}).items():
            if kind not in KINDS:
                raise KnowledgeError(f"{path}:{line_of(text, word)}: {word!r} must be one of {', '.join(KINDS)}, not {kind!r}")
    people = tables.get("people", {})
    return TollWords(
        **{name: tables[name] for name in _TABLES},
        doubtful=_words(tables.get("doubtful", {}), "verbs", path, text),
        **{name: _words(people, name, path, text) for name in _LISTS},
    )


def _words(table: dict[str, Any], name: str, path: Path, text: str) -> frozenset[str]:
    words = table.get(name, [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise KnowledgeError(f"{path}:{line_of(text, name)}: {name!r} must be a list of words")
    return frozenset(words)
