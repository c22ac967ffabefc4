"""Corrections laid over the machine's record of an article: the record as people want it, the machine's own left as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from sayso.export.parse import parse_record
from sayso.record import Record

LISTS = {"event": "events", "statement": "statements", "actor": "actors", "place": "places"}
"""What a correction may be about, and where a record has it."""
DELETED, CHECKED = "deleted", "checked"
"""Fields that no record has: whether an event or a statement is taken out, and whether somebody has looked at a whole article."""
_CODED = ("type", "mode", "reality", "actors", "recipients", "toll")
"""Fields on which the codes of the user's own ontologies rest."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One change that somebody made. Values are as a record's JSON has them."""

    target: str
    """ARTICLE/e3 and the like; ARTICLE alone for what was added to it, or that it was looked at."""
    field: str
    """A field of the record's; `deleted`; of an article: what was added (event, statement, actor or place), or `checked`."""
    old: Any
    new: Any
    made_by: str
    made_at: str
    note: str | None = None
    number: int = 0
    """Its place in the order in which the dataset's corrections were made, from 1."""
    reading: str = ""
    """Which of the machine's readings of the article was corrected."""

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.target.partition("/")[0]

    @property
    def item(self) -> str:
        """The id within the record; empty for the article itself."""
        return self.target.partition("/")[2]


def apply(record: Record, corrections: Sequence[Correction]) -> Record:
    """The record with corrections made to it, in their order; those that are about nothing of it change nothing."""
    body = record.to_dict()
    deleted: dict[str, bool] = {}
    for correction in corrections:
        if correction.field == DELETED:
            deleted[correction.item] = correction.new
        elif correction.item:
            _change(find(body, correction.item), correction)
        elif correction.field in LISTS:
            body[LISTS[correction.field]].append(deepcopy(correction.new))
    _delete(body, {item for item, gone in deleted.items() if gone})
    return parse_record(body)


def find(body: dict[str, Any], item: str) -> dict[str, Any] | None:
    """The event, statement, actor or place with an id, of a record as a dict."""
    return next((entry for entry in _items(body) if entry["id"] == item), None)


def _items(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for name in LISTS.values():
        yield from body[name]


def _change(entry: dict[str, Any] | None, correction: Correction) -> None:
    if entry is None:
        return
    entry[correction.field] = deepcopy(correction.new)
    if correction.field in _CODED:
        entry.pop("codes", None)


def _delete(body: dict[str, Any], gone: set[str]) -> None:
    """Take events and statements out, and what points to them."""
    if not gone:
        return
    for name in ("events", "statements"):
        body[name] = [entry for entry in body[name] if entry["id"] not in gone]
    for statement in body["statements"]:
        statement["about"] = _without(statement["about"], gone)
        statement["via"] = None if statement["via"] in gone else statement["via"]
    for event in body["events"]:
        event["about"] = _without(event["about"], gone)
        for part in (event, *event["actors"], *event["recipients"], *event["toll"]):
            part["say_so"] = [say for say in part["say_so"] if say["statement"] not in gone]


def _without(items: list[str], gone: set[str]) -> list[str]:
    return [item for item in items if item not in gone]
