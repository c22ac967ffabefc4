"""The event ontology: types, modes, contexts and realities, as `data/ontology.toml` lists them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sayso.errors import KnowledgeError
from sayso.knowledge.rows import parse_toml, read_text

_DATA = Path(__file__).parent / "data" / "ontology.toml"


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the sixteen types; a verbal type is an act of speech that may be about a deed."""

    name: str
    about: str
    modes: tuple[str, ...]
    verbal: bool = False


@dataclass(frozen=True, slots=True)
class Ontology:
    """What an event can be. `contexts` maps a word to the contexts it points to, `hints` a type, type and mode, or sector (`@MIL`)."""

    types: dict[str, EventType]
    realities: tuple[str, ...]
    contexts: dict[str, tuple[str, ...]]
    context_names: tuple[str, ...]
    hints: dict[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def load_ontology(path: Path = _DATA) -> Ontology:
    """Read the ontology; KnowledgeError names the file and what is wrong with it."""
    data = parse_toml(path, read_text(path))
    for table in ("types", "contexts", "realities"):
        if not data.get(table):
            raise KnowledgeError(f"{path}: the table {table!r} is missing or empty")
    types = {name: _type(path, name, entry) for name, entry in data["types"].items()}
    names = tuple(data["contexts"])
    return Ontology(types, tuple(data["realities"]), _by_word(data["contexts"]), names, _hints(path, data.get("hints", {}), types, names))


def _type(path: Path, name: str, entry: dict[str, Any]) -> EventType:
    unknown = sorted(set(entry) - {"about", "modes", "verbal"})
    if unknown or "modes" not in entry:
        problem = f"unknown key {unknown[0]!r}" if unknown else "no modes"
        raise KnowledgeError(f"{path}: type {name!r} has {problem}; use about, modes and verbal")
    return EventType(name, str(entry.get("about", "")), tuple(entry["modes"]), bool(entry.get("verbal", False)))


def _hints(path: Path, data: dict[str, Any], types: dict[str, EventType], names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    known = {"types", "sectors"}
    if set(data) - known:
        raise KnowledgeError(f"{path}: hints has the unknown table {min(set(data) - known)!r}; use types and sectors")
    for key in data.get("types", {}):
        type, _, mode = key.partition("/")
        if type not in types or (mode and mode not in types[type].modes):
            raise KnowledgeError(f"{path}: the hint {key!r} is no type, nor a type and its mode")
    found = {**data.get("types", {}), **{f"@{sector}": contexts for sector, contexts in data.get("sectors", {}).items()}}
    for key, contexts in found.items():
        unknown = sorted(set(contexts) - set(names))
        if unknown:
            raise KnowledgeError(f"{path}: the hint {key!r} names the context {unknown[0]!r}, which is not there")
    return {key: tuple(contexts) for key, contexts in found.items()}


def _by_word(contexts: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, words in contexts.items():
        for word in words:
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}
