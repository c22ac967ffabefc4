"""Changes that somebody asks for, checked, written down as corrections, and shown by the dataset's rows."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sayso.dataset.corrections.adding import add
from sayso.dataset.corrections.applying import CHECKED, DELETED, LISTS, Correction, apply_to, find
from sayso.dataset.corrections.checking import problems
from sayso.dataset.corrections.desk import Desk
from sayso.dataset.corrections.moving import NotThereError
from sayso.dataset.corrections.reading import corrections_of, item_of_copy, reading_id, readings, standing
from sayso.dataset.corrections.values import read_changes
from sayso.errors import InputError
from sayso.export.parse import parse_record
from sayso.readers.dates import parse_date

if TYPE_CHECKING:
    from sayso.dataset.store import Store

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?")
_TOLD = 20


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody asks for: other values, to take out or bring back, to add, or to note that a whole article was looked at."""

    target: str
    set: Mapping[str, Any] = field(default_factory=dict)
    add: str | None = None
    """`event` or `statement`: adds one to the article, with the values of `set`."""
    deleted: bool | None = None
    checked: bool = False
    note: str | None = None
    by: str | None = None
    at: str | None = None
    source: str = ""
    """Where it is asked for (`changes.jsonl:3`), for messages."""


def make(store: Store, changes: Iterable[Change], *, by: str | None, at: str | None = None) -> list[Correction]:
    """Write down what changes: all of it, or nothing where something is wrong; what is so already is passed over.

    InputError has one sentence for each of the first mistakes.
    """
    now = at or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    made: list[Correction] = []
    wrong: list[str] = []
    pages: dict[str, _Page] = {}
    with _alone(store):
        number = store.connection.execute("SELECT coalesce(max(number), 0) FROM corrections").fetchone()[0]
        for change in changes:
            try:
                stamp = (_name(change.by or by), _time(change.at or now))
                for correction in _page(store, change, pages).corrections(change, *stamp):
                    number += 1
                    made.append(replace(correction, number=number))
                    _write(store, made[-1], pages[correction.article].json)
            except InputError as error:
                wrong.append(f"{change.source}: {error}" if change.source else str(error))
                if len(wrong) >= _TOLD:
                    break
        if wrong:
            raise InputError("\n".join(wrong))
        for key in sorted({correction.article for correction in made}):
            pages[key].write_rows(store)
    return made


@contextmanager
def _alone(store: Store) -> Iterator[None]:
    """One transaction; InputError where the dataset cannot be written to."""
    try:
        with store.transaction():
            yield
    except sqlite3.OperationalError as error:
        raise InputError(
            f"{store.path}: cannot be written to ({error}); wait until other programs have finished with it, and check its rights."
        ) from error


def _page(store: Store, change: Change, pages: dict[str, _Page]) -> _Page:
    """The article that a change is about, by the reading that stands for it."""
    key = standing(store.connection, change.target.partition("/")[0])
    if key not in pages:
        pages[key] = _Page(store, key)
    return pages[key]


class _Page:
    """An article with its corrections so far."""

    def __init__(self, store: Store, key: str) -> None:
        ((_, self.machine, _, self.text),) = readings(store.connection, [key])
        self.connection, self.key = store.connection, key
        self.json, self.reading = self.machine.to_json(), reading_id(self.machine)
        self.before = corrections_of(self.connection, key, self.machine, self.text)
        self.body = self._applied(self.before)
        self.record = parse_record(self.body)

    def write_rows(self, store: Store) -> None:
        """Show what was corrected; events stay in their stories until these are linked anew."""
        stories = store.connection.execute("SELECT story, id FROM events WHERE article = ? AND story IS NOT NULL", (self.key,)).fetchall()
        store.write_rows(self.key, self.machine, self.text)
        store.connection.executemany("UPDATE events SET story = ? WHERE id = ?", stories)

    def _applied(self, corrections: list[Correction]) -> dict[str, Any]:
        """The machine's record as a dict, with spans as lists as corrections have them, and corrections made to it."""
        body: dict[str, Any] = json.loads(self.json)
        return apply_to(body, corrections)

    def corrections(self, change: Change, by: str, at: str) -> list[Correction]:
        """What a change comes to; it counts for the changes that come after it."""
        item = self._item(change.target)
        desk = Desk(self.record, self.text, {str(c.new["id"]) for c in self.before if c.field in LISTS and not c.item})
        found = [(self._target(item), name, value) for name, value in self._values(desk, change, item).items()]
        found = json.loads(json.dumps([*((self.key, kind, entry) for kind, entry in desk.added), *found]))
        drafts = [Correction(target, name, self._old(target, name), new, by, at, change.note, reading=self.reading) for target, name, new in found]
        drafts = [draft for draft in drafts if draft.old != draft.new]
        if all(draft.field == CHECKED for draft in drafts):
            self.before += drafts
            return drafts
        body = self._applied([*self.before, *drafts])
        try:
            corrected = parse_record(body)
        except InputError as error:
            raise InputError(f"{change.target}: {', '.join(change.set)} cannot be read; docs/corrections.md has what each field takes.") from error
        for touched in dict.fromkeys(draft.item or (draft.new["id"] if draft.field in LISTS else "") for draft in drafts):
            for problem in problems(corrected, touched, self.text):
                raise InputError(f"{self._target(touched)}: {problem}")
        self.before += drafts
        self.record, self.body = corrected, body
        return drafts

    def _item(self, target: str) -> str:
        """The id within the standing reading's record that a target names."""
        article, _, item = target.partition("/")
        if article == self.key or not item:
            return item
        try:
            return item_of_copy(self.connection, article, item, self.machine, self.text)
        except NotThereError:
            raise InputError(
                f"{target}: the article is a copy of {self.key}, whose reading stands for it and has nothing like this; correct that one."
            ) from None

    def _target(self, item: str) -> str:
        return f"{self.key}/{item}" if item else self.key

    def _values(self, desk: Desk, change: Change, item: str) -> dict[str, Any]:
        """The fields that the change gives what it is about; what it adds goes to the desk."""
        if change.add:
            add(desk, change.target, change.add, change.set)
            return {}
        values: dict[str, Any] = {CHECKED: True} if change.checked and not item else {}
        if not item:
            if change.set or change.deleted is not None:
                raise InputError(f"{change.target}: name what is to be corrected in the article, as {change.target}/e3 for its third event.")
            return values
        kind, entry = self._entry(item)
        if change.deleted is not None:
            if kind not in ("event", "statement"):
                raise InputError(f"{change.target}: events and statements can be taken out; for others, correct the events that name them.")
            values[DELETED] = change.deleted
        try:
            return values | read_changes(desk, kind, entry, change.set)
        except InputError as error:
            raise InputError(f"{change.target}: {error}") from error

    def _entry(self, item: str) -> tuple[str, dict[str, Any]]:
        """What an id names, also where it has been taken out."""
        bodies = (self.body, self._applied([one for one in self.before if one.field != DELETED]) if not find(self.body, item) else {})
        for kind, name in LISTS.items():
            for entry in (entry for body in bodies for entry in body.get(name, ())):
                if entry["id"] == item:
                    return kind, entry
        counts = ", ".join(f"{len(self.body[name])} {name}" for name in LISTS.values())
        raise InputError(f"{self._target(item)}: the article has nothing of this id; it has {counts}, as {self.key}/e1.")

    def _old(self, target: str, name: str) -> Any:
        """What a field is before the change."""
        item = target.partition("/")[2]
        if name in (DELETED, CHECKED):
            return next((c.new for c in reversed(self.before) if c.field == name and c.item == item), False)
        if not item:
            return None
        return self._entry(item)[1].get(name)


def _name(by: str | None) -> str:
    if not by or not by.strip():
        raise InputError("a correction needs to say who makes it; give a name with --by.")
    return by.strip()


def _time(at: str) -> str:
    return at if _TIME.fullmatch(at) else parse_date(at)


def _write(store: Store, correction: Correction, machine: str) -> None:
    """Add one entry; its id is made of what it says and of what was said of the field before, so that histories are told apart."""
    store.connection.execute("INSERT OR IGNORE INTO readings VALUES (?, ?, ?)", (correction.reading, correction.article, machine))
    before = store.connection.execute(
        "SELECT id FROM corrections WHERE target = ? AND field = ? ORDER BY number DESC LIMIT 1", (correction.target, correction.field)
    ).fetchone()
    old, new = (json.dumps(value, ensure_ascii=False) for value in (correction.old, correction.new))
    parts = [before[0] if before else "", correction.target, correction.field, new, correction.made_by, correction.made_at, correction.note]
    key = hashlib.sha256(json.dumps(parts).encode("utf8", "surrogatepass")).hexdigest()[:16]
    row = (
        key,
        correction.number,
        correction.target,
        correction.field,
        old,
        new,
        correction.made_by,
        correction.made_at,
        correction.note,
        correction.reading,
    )
    store.connection.execute("INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
