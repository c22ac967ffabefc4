"""Actors in TOML: the same facts as in the tables, under names, for those who would rather not count columns.

source = "our own desk, March 2024"

[[actor]]
name = "Northern Front"
aliases = ["NF", "Front of the North"]
kind = "organization"        # or person, population
country = "SYR"              # none: left out
sectors = ["REB"]
offices = ["government [REB GOV] 2024-12-08.."]
notes = "split from the Eastern Front in 2023"

[[noun]]
words = ["lighthouse keeper"]
sectors = ["CVL"]
kind = "person"              # or group, organization
belongs = "-"                # or office, state

[[title]]
title = "harbour master"
others = ["master of the harbour"]
sectors = ["GOV"]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sayso.errors import KnowledgeError
from sayso.knowledge.rows import read_text

_STEMS = {"person": "leaders", "population": "peoples", "organization": "organizations"}
"""The table that holds actors of each kind."""
_LISTS = {"aliases": "|", "sectors": " ", "offices": ";", "words": "|", "others": "|"}
"""Keys whose values are lists, and what parts their items in a table."""
_KEYS = {
    "actor": ("name", "aliases", "kind", "country", "sectors", "offices", "notes"),
    "noun": ("words", "sectors", "kind", "belongs"),
    "title": ("title", "others", "sectors"),
}
_NEEDED = {"actor": ("name", "kind"), "noun": ("words", "kind"), "title": ("title", "sectors")}
_HEADER = re.compile(r"\s*\[\[\s*(\w+)\s*\]\]")
_PARTING = re.compile(r"[|\t\n]")


def read_toml(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """The rows that a file's entries are in a table: which table, where the entry begins (`file:number`), its columns.

    Raises KnowledgeError for all that is wrong in the file, line by line.
    """
    text = read_text(path)
    found = _parsed(path, text)
    lines = _beginnings(text)
    strange = _strange(found)
    if strange:
        raise KnowledgeError(f"{path}: {', '.join(strange)} is not understood; a file has source, {', '.join(f'[[{part}]]' for part in _KEYS)}")
    mistakes: list[str] = []
    rows: list[tuple[str, str, list[str]]] = []
    for part in _KEYS:
        for index, entry in enumerate(found.get(part, [])):
            place = f"{path}:{lines.get((part, index), 1)}"
            wrong = list(_mistakes(part, entry))
            mistakes += [f"{place}: {mistake}" for mistake in wrong]
            if not wrong:
                rows.append(_row(part, entry, place))
    if mistakes:
        raise KnowledgeError("\n".join(mistakes))
    yield from rows


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise KnowledgeError(f"{path}:{line[1] if line else text.count(chr(10)) + 1}: is no TOML: {error}") from error


def _beginnings(text: str) -> dict[tuple[str, int], int]:
    """The line on which each entry begins, by its part and its place in it."""
    found: dict[tuple[str, int], int] = {}
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        if header:
            part = header[1]
            found[part, counts.get(part, 0)] = number
            counts[part] = counts.get(part, 0) + 1
    return found


def _strange(found: Mapping[str, Any]) -> list[str]:
    """Names at the top of a file that mean nothing, or hold no entries."""
    entries = [name for name in _KEYS if name in found and not _is_list_of_tables(found[name])]
    return [*(name for name in found if name not in _KEYS and name != "source"), *entries]


def _is_list_of_tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _mistakes(part: str, entry: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong in one entry before its columns are read."""
    for name, value in entry.items():
        if name not in _KEYS[part]:
            yield f"{name!r} is not understood; an entry of [[{part}]] has {', '.join(_KEYS[part])}"
        elif name in _LISTS and not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            yield f'{name} is a list of texts, as in {name} = ["..."]'
        elif name not in _LISTS and not isinstance(value, str):
            yield f'{name} is a text, as in {name} = "..."'
        elif any(_PARTING.search(item) for item in ([value] if isinstance(value, str) else value)):
            yield f"{name} holds a bar, a tab or a line's end, which no name has"
    yield from (f"{name} is wanting; every [[{part}]] has one" for name in _NEEDED[part] if not entry.get(name))
    if part == "actor" and entry.get("kind") and entry["kind"] not in _STEMS:
        yield f"an actor's kind is {', '.join(_STEMS)}, not {entry['kind']!r}"


def _row(part: str, entry: Mapping[str, Any], place: str) -> tuple[str, str, list[str]]:
    def column(name: str) -> str:
        value = entry.get(name)
        return _LISTS[name].join(value) or "-" if isinstance(value, list) else value or "-"

    if part == "noun":
        return "nouns", place, [column("words"), column("sectors"), column("kind"), column("belongs")]
    if part == "title":
        return "offices", place, [column("title"), column("others"), column("sectors")]
    sides = ("offices", "sectors") if entry["kind"] == "person" else ("sectors", "offices")
    return _STEMS[entry["kind"]], place, [column(name) for name in ("name", "aliases", "country", *sides, "notes")]
