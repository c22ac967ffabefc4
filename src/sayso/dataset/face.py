"""A dataset as Python sees it: what `sayso find`, `show`, `sql` and `export` do, as methods."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from sayso.dataset.corrections import Correction, correct
from sayso.dataset.finding import Query
from sayso.dataset.frames import Rows
from sayso.dataset.happenings import count, happenings, members
from sayso.dataset.happenings import story as story_of
from sayso.dataset.opening import is_parquet, open_store, tables_of
from sayso.dataset.parquet import write_folder
from sayso.dataset.profiles import PROFILES, Counts, export
from sayso.dataset.profiles.flat import COLUMNS
from sayso.dataset.profiles.tabular import arrow_schema
from sayso.dataset.reading import reading
from sayso.dataset.sql import ask, batches, table_schema
from sayso.dataset.store import DATABASE
from sayso.errors import InputError
from sayso.record import Record
from sayso.writing import opened_whole


class Dataset:
    """An open dataset, of either form. Use it in a `with`, or close it."""

    def __init__(self, path: Path | str) -> None:
        """Open it; InputError where there is none."""
        self.path = Path(path)
        self.store = open_store(self.path)

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    def __enter__(self) -> Dataset:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def find(self, *, stories: bool = False, **wanted: str | Sequence[str] | bool | None) -> Rows:
        """The events that have all that is wanted, or the stories, ordered by date; all of them where nothing is.

        Keywords are the fields of `sayso.dataset.finding.Query`, each a value or a list of alternatives: type, mode, actor, recipient, place,
        start, end, reality, disputed, said_by, text. InputError for what is no type, mode, reality or date.
        """
        query = query_of(**wanted)

        def rows() -> Iterator[dict[str, Any]]:
            return ({column.name: column.of(found) for column in COLUMNS} for found in happenings(self.store, query, stories=stories))

        def schema() -> Any:
            return arrow_schema(COLUMNS)

        def number() -> int:
            return count(self.store, query, stories=stories)

        return Rows(rows, schema, number)

    def table(self, name: str) -> Rows:
        """All rows of one table as it is kept: articles, actors, places, statements, events, links, stories, corrections."""
        known = tables_of(self.store.connection)
        if name not in known:
            raise InputError(f"{name!r} is no table of a dataset; choose from {', '.join(known)}.")

        def rows() -> Iterator[dict[str, Any]]:
            return (row for batch in batches(self.store.connection, name) for row in batch.to_pylist())

        def schema() -> Any:
            return table_schema(self.store.connection, name)

        def number() -> int:
            return int(next(self.store.rows(f"SELECT count(*) AS found FROM {name}"))["found"])

        return Rows(rows, schema, number)

    def article(self, key: str) -> dict[str, Any]:
        """One article's row, its text with it; KeyError where there is none, as with the next three."""
        return self._row("articles", key)

    def event(self, key: str) -> dict[str, Any]:
        """One event's row by its id (`ARTICLE/e3`); `detail` is the event as the record has it."""
        return self._row("events", key)

    def statement(self, key: str) -> dict[str, Any]:
        """One statement's row by its id (`ARTICLE/s1`)."""
        return self._row("statements", key)

    def story(self, key: str) -> dict[str, Any]:
        """One story's row, also by the id that it had before it grew; `told_by` has its events, the earliest told first."""
        found = story_of(self.store, key)
        if found is None:
            raise KeyError(key)
        return {**self._row("stories", found.id), "told_by": [event["id"] for event in members(self.store, found.id)]}

    def record(self, key: str) -> Record:
        """What was read in an article, by its id, as people corrected it; of a copy the reading that stands for it."""
        return reading(self.store, key)[1]

    def sql(self, question: str) -> Any:
        """The answer of DuckDB as a `pyarrow.Table`; InputError where it is not installed or does not understand."""
        return ask(self.path, question)

    def export(
        self, profile: str, path: Path | str, *, stories: bool = False, bare: bool = False, **wanted: str | Sequence[str] | bool | None
    ) -> Counts:
        """Write what `find` finds to a file, by a profile (`docs/exports.md`); how many were written and left out. It appears once it is whole."""
        if profile not in PROFILES:
            raise InputError(f"{profile!r} is no profile; choose from {', '.join(PROFILES)}.")
        chosen = PROFILES[profile]
        with opened_whole(Path(path), binary=chosen.binary) as stream:
            return export(self.store, chosen, stream, query=query_of(**wanted), stories=stories, bare=bare)

    def correct(self, key: str, *, by: str, at: str | None = None, note: str | None = None, **values: Any) -> list[Correction]:
        """Give fields of an event, statement, actor or place other values (`docs/corrections.md`); what was changed, nothing where all was so already.

        `by` is who says so, `at` when (ISO; without it, now). InputError where there is no such thing, a value cannot be, or only Parquet files are there.
        """
        if is_parquet(self.path):
            raise InputError(f"{self.path}: only Parquet files are here; corrections are kept in {DATABASE}, which `sayso run` writes beside them.")
        made = correct(self.store, key, values, by=by, at=at, note=note)
        if made and self.path.is_dir():
            write_folder(self.store, self.path)
        return made

    def to_arrow(self) -> Any:
        """All events as a `pyarrow.Table`."""
        return self.find().to_arrow()

    def to_pandas(self) -> Any:
        """All events as a `pandas.DataFrame`."""
        return self.find().to_pandas()

    def to_polars(self) -> Any:
        """All events as a `polars.DataFrame`."""
        return self.find().to_polars()

    def _row(self, table: str, key: str) -> dict[str, Any]:
        row = next(self.store.rows(f"SELECT * FROM {table} WHERE id = ?", (key,)), None)
        if row is None:
            raise KeyError(key)
        return {name: json.loads(value) if value and name in _JSON else value for name, value in row.items()}


_JSON = frozenset(("detail", "spans", "mentions", "pipeline", "record", "codes"))
"""Columns that hold JSON."""
_MANY = frozenset(field.name for field in fields(Query) if str(field.type).startswith("tuple"))


def query_of(**wanted: str | Sequence[str] | bool | None) -> Query:
    """A query of keywords, each a value or several."""
    known = {field.name for field in fields(Query)}
    unknown = sorted(set(wanted) - known)
    if unknown:
        raise InputError(f"{unknown[0]!r} is nothing to find events by; choose from {', '.join(sorted(known))}.")
    values = {name: _several(value) if name in _MANY else value for name, value in wanted.items() if value is not None}
    return Query(**values)  # type: ignore[arg-type]


def _several(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]
