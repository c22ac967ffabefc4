"""The dataset in one SQLite file: opened, filled with records, read back."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.article import Article
from sayso.dataset.corrections.reading import corrected
from sayso.dataset.tables import Rows, rows_of
from sayso.errors import InputError
from sayso.export.parse import parse_record
from sayso.record import Pipeline, Record

SCHEMA = "sayso-dataset/1"
DATABASE = "dataset.sqlite"
"""A folder's database; what is read of a folder is read there, for Parquet is only as new as the last run."""
_SQL = Path(__file__).parent / "schema.sql"
_OF_A_READING = {"actors": "id", "places": "id", "statements": "id", "events": "id", "links": "source"}
"""The tables that hold what was read in an article, each with the column of ids by which it is found there."""


def article_id(article: Article) -> str:
    """Sixteen hex digits made of what an article is: the same one given twice is one, two outlets' copies of a text are two."""
    parts = (article.sha256, article.publisher, article.url, article.published, article.title)
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Kept:
    """An article of a dataset, with its record where it was read itself."""

    article: Article
    """Its `id` is that of the dataset."""
    source_id: str
    record: Record | None
    copy_of: str | None


class Store:
    """An open dataset. Everything is written in transactions, so that a reader never sees half of one."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open a dataset, a file or a folder; InputError where it is none, or is not there and not to be made."""
        path = database_of(path)
        if not create and not path.exists():
            raise InputError(f"{path}: there is no such dataset; make one with `sayso run ARTICLES -o {path}`.")
        self.path = path
        try:
            self.connection = sqlite3.connect(path, isolation_level=None)
            self.connection.execute("PRAGMA journal_mode = WAL")
            self._check(create)
        except sqlite3.Error as error:
            raise InputError(f"{path}: this is no dataset of Sayso ({error}); name one made with `sayso run`.") from error

    def _check(self, create: bool) -> None:
        tables = {name for (name,) in self.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables and create:
            with self.transaction():
                for statement in _statements(_SQL.read_text(encoding="utf8")):
                    self.connection.execute(statement)
                self.connection.execute("INSERT INTO meta VALUES ('schema', ?)", (SCHEMA,))
        elif "meta" not in tables or self.connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() != (SCHEMA,):
            raise InputError(
                f"{self.path}: this is no dataset of Sayso, or one of another version ({SCHEMA} is read); name one made with `sayso run`."
            )

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All of it or nothing."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def add(self, article: Article, record: Record | None, *, copy_of: str | None = None, written: str | None = None) -> str:
        """Put an article in, with its record, and give its id back; one that is there already is left as it is.

        `written` is the record's JSON, where it has been made before.
        """
        key = article_id(article)
        row = {
            "id": key,
            "source_id": article.id,
            "title": article.title,
            "publisher": article.publisher,
            "url": article.url,
            "published": article.published,
            "language": article.language,
            "length": len(article.text),
            "sha256": article.sha256,
            "text": article.text,
            "copy_of": copy_of,
            "record": (written or record.to_json()) if record else None,
            "pipeline": pipeline_of(record.pipeline) if record else "{}",
        }
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        added = self.connection.execute(f"INSERT OR IGNORE INTO articles ({names}) VALUES ({marks})", tuple(row.values())).rowcount
        if added and record and copy_of is None:
            self.write_rows(key, record, article.text)
        return key

    def read_anew(self, key: str, record: Record, *, written: str | None = None) -> None:
        """Put another record, made by another version or with other knowledge, in the place of an article's; `written` is its JSON, as in `add`."""
        values = written or record.to_json(), pipeline_of(record.pipeline), key
        self.connection.execute("UPDATE articles SET record = ?, pipeline = ? WHERE id = ?", values)
        self.stand(key)

    def rename(self, key: str, source_id: str) -> None:
        """Note another id with which an article came, in its record too."""
        with self.transaction():
            self.connection.execute("UPDATE articles SET source_id = ? WHERE id = ?", (source_id, key))
            kept = next(self.kept(key))
            if kept.record:
                kept.record.article.id = source_id
                self.connection.execute("UPDATE articles SET record = ? WHERE id = ?", (kept.record.to_json(), key))

    def stand(self, key: str) -> None:
        """Write the rows of an article anew, if its own reading stands."""
        kept = next(self.kept(key))
        if kept.record and kept.copy_of is None:
            self.write_rows(key, kept.record, kept.article.text)

    def write_rows(self, key: str, record: Record, text: str) -> None:
        """Write anew the rows of a reading, with the corrections made to it: its actors, places, statements, events and links."""
        self.drop_rows(key)
        for table, rows in rows_of(key, corrected(self.connection, key, record, text), text).items():
            self._insert(table, rows)

    def drop_rows(self, key: str) -> None:
        """Take out the rows of a reading that no longer stands; its record stays."""
        for table, column in _OF_A_READING.items():  # by the ids, which begin with the article's: not every table is indexed by article
            self.connection.execute(f"DELETE FROM {table} WHERE {column} >= ? AND {column} < ?", (f"{key}/", f"{key}0"))

    def _insert(self, table: str, rows: Rows) -> None:
        if rows:
            names = ", ".join(f'"{name}"' for name in rows[0])
            marks = ", ".join("?" * len(rows[0]))
            self.connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", [tuple(row.values()) for row in rows])

    def kept(self, key: str | None = None) -> Iterator[Kept]:
        """The articles, or the one with this id, in the order of their ids."""
        where, values = ("WHERE id = ?", (key,)) if key else ("", ())
        for row in self.connection.execute(
            f"SELECT id, source_id, title, publisher, url, published, language, text, copy_of, record FROM articles {where} ORDER BY id", values
        ):
            yield _kept(row)

    def rows(self, sql: str, values: tuple[Any, ...] = ()) -> Iterator[dict[str, Any]]:
        """The rows of a query, each by its columns' names."""
        found = self.connection.execute(sql, values)
        names = [column[0] for column in found.description]
        return (dict(zip(names, row, strict=True)) for row in found)


def database_of(path: Path) -> Path:
    """The SQLite file of a dataset that is a file, or a folder."""
    return path / DATABASE if path.is_dir() else path


def pipeline_of(made: Pipeline) -> str:
    """What a record was made with, as the dataset writes it down."""
    return json.dumps({"version": made.version, "model": made.model_sha256, "knowledge": made.knowledge_sha256})


def _kept(row: tuple[Any, ...]) -> Kept:
    key, source_id, title, publisher, url, published, language, text, copy_of, record = row
    article = Article(text, key, title, publisher, url, published, language)
    return Kept(article, source_id, parse_record(json.loads(record)) if record else None, copy_of)


def _statements(sql: str) -> Iterator[str]:
    """The statements of a script one by one, so that they can stand in one transaction."""
    waiting = ""
    for line in sql.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""
