"""The corrections that a dataset holds, read back and laid over its records."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from sayso.dataset.corrections.applying import Correction, applies, apply
from sayso.dataset.corrections.moving import Mover
from sayso.errors import InputError
from sayso.export.parse import parse_record
from sayso.record import Record

_COLUMNS = "target, field, old, new, made_by, made_at, note, number"


def corrected(connection: sqlite3.Connection, key: str, record: Record, text: str) -> Record:
    """The record of a reading with every correction made to it or to a copy of its article."""
    own = corrections_of(connection, key, record, text)
    return apply(record, own) if own else record


def corrections_of(connection: sqlite3.Connection, key: str, record: Record, text: str) -> list[Correction]:
    """The corrections that count for an article whose reading stands, oldest first; those of its copies as if made to it."""
    found = []
    for correction in _of_articles(connection, [key, *_copies(connection, key)]):
        moved = correction if correction.article == key else mover(connection, correction.article, record, text).moved(correction, key)
        found += [moved] if moved else []
    return found


def counts(connection: sqlite3.Connection, correction: Correction) -> bool:
    """Whether a correction still has something to correct in the reading that stands for its article."""
    key = standing(connection, correction.article)
    ((_, machine, _, text),) = readings(connection, [key])
    own = corrections_of(connection, key, machine, text)
    return any(one.number == correction.number and applies(machine, one) for one in own)


def mover(connection: sqlite3.Connection, copy: str, record: Record, text: str) -> Mover:
    """What takes ids and values of a copy to the reading that stands for it."""
    row = connection.execute("SELECT record, text FROM articles WHERE id = ?", (copy,)).fetchone()
    return Mover(parse_record(json.loads(row[0])) if row[0] else None, row[1], record, text)


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
    found = list(_of_articles(connection, [article]))
    return [correction for correction in found if correction.target == target or not slash]


def readings(connection: sqlite3.Connection, keys: list[str] | None = None) -> Iterator[tuple[str, Record, Record, str]]:
    """Articles whose readings stand (or those of these ids): id, the machine's record, the corrected one, and the text."""
    if keys is None:
        keys = [key for (key,) in connection.execute("SELECT id FROM articles WHERE copy_of IS NULL AND record IS NOT NULL ORDER BY id")]
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


def _correction(row: tuple[str, str, str, str, str, str, str | None, int]) -> Correction:
    found = Correction(*row)
    return replace(found, old=json.loads(found.old), new=json.loads(found.new))
