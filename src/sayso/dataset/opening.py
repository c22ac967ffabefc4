"""A dataset opened for reading, in either form: one SQLite file, or a folder of Parquet with or without its database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.dataset.store import DATABASE, Store
from sayso.errors import InputError

_SCHEMA = Path(__file__).parent / "schema.sql"
_WITHIN = ("articles_text", "sqlite_", "shingles", "alike")
"""What tables that only serve the database itself begin with."""
_ROWS = 2_000


def open_store(path: Path) -> Store:
    """The dataset at a path; InputError where there is none."""
    return FolderStore(path) if is_parquet(path) else Store(path)


def is_parquet(path: Path) -> bool:
    """Is it a folder of Parquet alone, without a database?"""
    return path.is_dir() and not (path / DATABASE).exists()


def tables_of(connection: sqlite3.Connection) -> list[str]:
    """The tables of a dataset by name."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in found if not name.startswith(_WITHIN)]


def parquet_tables(folder: Path) -> dict[str, list[Path]]:
    """The files of each table of a folder: `events.parquet`, or all those in `events/`, in the order of their names. InputError where there are none."""
    single = {file.stem: [file] for file in folder.glob("*.parquet")}
    several = {part.name: sorted(part.rglob("*.parquet")) for part in folder.iterdir() if part.is_dir()}
    found = {name: files for name, files in sorted({**several, **single}.items()) if files}
    if "articles" not in found:
        raise InputError(f"{folder}: this folder holds no dataset; name one made with `sayso run ARTICLES -o {folder}/`.")
    return found


class FolderStore(Store):
    """A folder of Parquet, read into a database of its own that is gone when it is closed; what is written to it changes no file."""

    def __init__(self, path: Path) -> None:
        """Read a folder; InputError where it is no dataset."""
        files = parquet_tables(path)
        self.path = path
        self.connection = sqlite3.connect("", isolation_level=None)  # the empty name is a database of its own on disk, deleted when closed
        self.connection.executescript(_SCHEMA.read_text(encoding="utf8"))
        with self.transaction():
            for table in tables_of(self.connection):
                for file in files.get(table, ()):
                    self._fill(table, file)

    def _fill(self, table: str, file: Path) -> None:
        own = [name for _, name, *_ in self.connection.execute(f"PRAGMA table_info({table})")]
        for names, rows in _batches(file):
            kept = [name for name in own if name in names]
            quoted, marks = ", ".join(f'"{name}"' for name in kept), ", ".join("?" * len(kept))
            cells = zip(*(rows[name] for name in kept), strict=True)
            self.connection.executemany(f"INSERT OR REPLACE INTO {table} ({quoted}) VALUES ({marks})", cells)


def _batches(file: Path) -> Iterator[tuple[list[str], dict[str, list[Any]]]]:
    import pyarrow
    from pyarrow import parquet

    try:
        for batch in parquet.ParquetFile(file).iter_batches(batch_size=_ROWS):
            yield batch.schema.names, batch.to_pydict()
    except (pyarrow.ArrowException, OSError) as error:
        raise InputError(f"{file}: cannot be read as Parquet ({error}); write the dataset anew with `sayso run`.") from error
