"""The corrections that a dataset holds, read back and laid over its records."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from sayso.dataset.corrections.applying import Correction, apply
from sayso.dataset.corrections.moving import Mover
from sayso.errors import InputError
from sayso.export.parse import parse_record
from sayso.record import Record

_COLUMNS = "target, field, old, new, made_by, made_at, note, number, reading"


def corrected(connection: sqlite3.Connection, key: str, record: Record, text: str) -> Record:
    """The record of a reading with every correction made to it, to an older reading of its article, or to that of a copy."""
    own = corrections_of(connection, key, record, text)
    return apply(record, own) if own else record


def corrections_of(connection: sqlite3.Connection, key: str, record: Record, text: str) -> list[Correction]:
    """The corrections that count for an article whose reading stands, oldest first, as if all were made to this reading."""
    made = _of_articles(connection, [key, *_copies(connection, key)])
    now = reading_id(record) if made else ""
    movers: dict[str, Mover] = {}
    found = []
    for correction in made:
        if correction.reading == now and correction.article == key:
            found.append(correction)
            continue
        if correction.reading not in movers:
            movers[correction.reading] = _mover_of_reading(connection, correction.reading, record, text)
        moved = movers[correction.reading].moved(correction, key)
        found += [moved] if moved else []
    return found


def reading_id(record: Record) -> str:
    """What one of the machine's readings is known by."""
    return hashlib.sha256(record.to_json().encode("utf8", "surrogatepass")).hexdigest()[:16]


def _mover_of_reading(connection: sqlite3.Connection, reading: str, record: Record, text: str) -> Mover:
    sql = "SELECT r.record, a.text FROM readings r JOIN articles a ON a.id = r.article WHERE r.id = ?"
    body, other = connection.execute(sql, (reading,)).fetchone()
    return Mover(parse_record(json.loads(body)), other, record, text)


def item_of_copy(connection: sqlite3.Connection, copy: str, item: str, record: Record, text: str) -> str:
    """The id in the reading that stands for a copy of what the copy's own reading calls `item`; NotThereError where it has nothing like it."""
    body, other = connection.execute("SELECT record, text FROM articles WHERE id = ?", (copy,)).fetchone()
    return Mover(parse_record(json.loads(body)), other, record, text).item(item) if body else item


def standing(connection: sqlite3.Connection, article: str) -> str:
    """The article whose reading stands for one; InputError where the dataset has no such article."""
    row = connection.execute("SELECT copy_of FROM articles WHERE id = ?", (article,)).fetchone()
    if row is None:
        raise InputError(f"{article}: the dataset has no article of this id; `sayso find` lists events with theirs, as ARTICLE/e3.")
    return article if row[0] is None else standing(connection, row[0])


def all_corrections(connection: sqlite3.Connection, target: str | None = None) -> list[Correction]:
    """Every correction in the order in which they were made, or those of one article, event, statement, actor or place."""
    if target is None:
        return [_correction(row) for row in connection.execute(f"SELECT {_COLUMNS} FROM corrections ORDER BY number")]
    article, slash, _ = target.partition("/")
    found = _of_articles(connection, [article])
    return [correction for correction in found if correction.target == target or not slash]


def any_corrections(connection: sqlite3.Connection, article: str) -> bool:
    """Whether an article has been corrected under its own id."""
    sql = "SELECT 1 FROM corrections WHERE target = ? OR (target > ? AND target < ?) LIMIT 1"
    return connection.execute(sql, (article, f"{article}/", f"{article}0")).fetchone() is not None


def counts(connection: sqlite3.Connection, correction: Correction) -> bool:
    """Whether a correction still has something to correct in the reading that stands for its article."""
    key = standing(connection, correction.article)
    ((_, machine, _, text),) = readings(connection, [key])
    return any(one.number == correction.number for one in corrections_of(connection, key, machine, text))


def readings(connection: sqlite3.Connection, keys: list[str]) -> Iterator[tuple[str, Record, Record, str]]:
    """Of articles whose readings stand: id, the machine's record, the corrected one, and the text."""
    for key in keys:
        row = connection.execute("SELECT record, text FROM articles WHERE id = ?", (key,)).fetchone()
        if row is None or row[0] is None:
            raise InputError(f"{key}: nothing was read of this article, so there is nothing to correct.")
        record = parse_record(json.loads(row[0]))
        yield key, record, corrected(connection, key, record, row[1]), row[1]


def _copies(connection: sqlite3.Connection, key: str) -> list[str]:
    if connection.execute("SELECT 1 FROM corrections LIMIT 1").fetchone() is None:
        return []
    return [copy for (copy,) in connection.execute("SELECT id FROM articles WHERE copy_of = ? ORDER BY id", (key,))]


def _of_articles(connection: sqlite3.Connection, articles: list[str]) -> list[Correction]:
    found = []
    for article in articles:
        sql = f"SELECT {_COLUMNS} FROM corrections WHERE target = ? OR (target > ? AND target < ?)"
        found += [_correction(row) for row in connection.execute(sql, (article, f"{article}/", f"{article}0"))]
    return sorted(found, key=_by_number)


def _by_number(correction: Correction) -> int:
    return correction.number


def _correction(row: tuple[str, str, str, str, str, str, str | None, int, str]) -> Correction:
    found = Correction(*row)
    return replace(found, old=json.loads(found.old), new=json.loads(found.new))
