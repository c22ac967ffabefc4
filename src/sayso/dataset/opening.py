"""A dataset opened for reading, in either form: one SQLite file, or a folder with a Parquet file or a folder of them for each table."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.dataset.store import Store
from sayso.errors import InputError

TABLES = ("meta", "shards", "articles", "actors", "places", "statements", "events", "links", "stories", "corrections")
"""The tables of a dataset, in either form."""
_SCHEMA = Path(__file__).parent / "schema.sql"
_ROWS = 2_000


def open_store(path: Path) -> Store:
    """The dataset at a path; InputError where there is none."""
    return FolderStore(path) if path.is_dir() else Store(path)


def parquet_files(folder: Path, table: str) -> list[Path]:
    """The files that hold a table: `events.parquet`, or all those in `events/`, in the order of their names."""
    single = folder / f"{table}.parquet"
    return [single] if single.is_file() else sorted((folder / table).rglob("*.parquet"))


class FolderStore(Store):
    """A folder of Parquet, read into a database of its own that is gone when it is closed; what is written to it changes no file."""

    def __init__(self, path: Path) -> None:
        """Read a folder; InputError where it is no dataset."""
        if not parquet_files(path, "articles"):
            raise InputError(f"{path}: this folder holds no dataset; name one made with `sayso run ARTICLES -o {path}`.")
        self.path = path
        self.connection = sqlite3.connect("", isolation_level=None)  # the empty name is a database of its own on disk, deleted when closed
        self.connection.executescript(_SCHEMA.read_text(encoding="utf8"))
        with self.transaction():
            for table in TABLES:
                self._fill(table)

    def _fill(self, table: str) -> None:
        own = [name for _, name, *_ in self.connection.execute(f"PRAGMA table_info({table})")]
        for file in parquet_files(self.path, table):
            for names, rows in _batches(file):
                kept = [name for name in own if name in names]
                quoted, marks = ", ".join(f'"{name}"' for name in kept), ", ".join("?" * len(kept))
                rows_of_table = zip(*(rows[name] for name in kept), strict=True)
                self.connection.executemany(f"INSERT OR REPLACE INTO {table} ({quoted}) VALUES ({marks})", rows_of_table)


def _batches(file: Path) -> Iterator[tuple[list[str], dict[str, list[Any]]]]:
    import pyarrow
    from pyarrow import parquet

    try:
        for batch in parquet.ParquetFile(file).iter_batches(batch_size=_ROWS):
            yield batch.schema.names, batch.to_pydict()
    except (pyarrow.ArrowException, OSError) as error:
        raise InputError(f"{file}: cannot be read as Parquet ({error}); write the dataset anew with `sayso run`.") from error
