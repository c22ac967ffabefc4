"""Questions in SQL, answered by DuckDB over either form of a dataset; nothing that is asked changes the dataset."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.dataset.opening import TABLES, parquet_files
from sayso.dataset.store import Store
from sayso.errors import InputError

_ROWS = 10_000
_OFFLINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def ask(path: Path, question: str) -> Any:
    """The answer as an Arrow table. InputError where DuckDB is not installed or does not understand the question."""
    import pyarrow

    duckdb = _duckdb()
    with duckdb.connect(":memory:", config=_OFFLINE) as connection:
        named = [table for table in TABLES if re.search(rf"\b{table}\b", question, re.IGNORECASE)]
        if path.is_dir():
            _view_folder(connection, path, named)
        else:
            _copy_file(connection, path, named)
        try:
            answer = connection.sql(question)
        except duckdb.Error as error:
            raise InputError(f"DuckDB cannot answer: {error}\nThe tables are {', '.join(TABLES)}; docs/exports.md tells of their columns.") from error
        return answer.to_arrow_table() if answer is not None else pyarrow.table({})


def _duckdb() -> Any:
    try:
        import duckdb
    except ImportError as error:
        raise InputError("questions in SQL need DuckDB; install it with: pip install 'sayso[sql]'") from error
    return duckdb


def _view_folder(connection: Any, folder: Path, tables: list[str]) -> None:
    if not parquet_files(folder, "articles"):
        raise InputError(f"{folder}: this folder holds no dataset; name one made with `sayso run ARTICLES -o {folder}`.")
    for table in tables:
        if files := parquet_files(folder, table):
            listed = ", ".join("'" + str(file).replace("'", "''") + "'" for file in files)
            connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet([{listed}], union_by_name = true)")


def _copy_file(connection: Any, path: Path, tables: list[str]) -> None:
    """The tables that a question names, by way of Arrow: DuckDB's own reader of SQLite is an extension that has to be fetched."""
    with Store(path) as store:
        for table in tables:
            connection.register("rows", table_schema(store.connection, table).empty_table())
            connection.execute(f"CREATE TABLE {table} AS SELECT * FROM rows")
            for batch in batches(store.connection, table):
                connection.register("rows", batch)  # one by one: SQLite answers in this thread only
                connection.execute(f"INSERT INTO {table} SELECT * FROM rows")
            connection.unregister("rows")


def table_schema(connection: sqlite3.Connection, table: str) -> Any:
    """A table's columns as Arrow has them, typed as declared."""
    import pyarrow

    kinds = {"TEXT": pyarrow.string(), "INTEGER": pyarrow.int64(), "REAL": pyarrow.float64()}
    return pyarrow.schema([(name, kinds[kind]) for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({table})")])


def batches(connection: sqlite3.Connection, table: str) -> Iterator[Any]:
    """A table of SQLite as Arrow tables of some thousand rows each, in the order of their ids."""
    import pyarrow

    schema = table_schema(connection, table)
    names = ", ".join(f'"{name}"' for name in schema.names)
    cursor = connection.execute(f"SELECT {names} FROM {table} ORDER BY {'id' if 'id' in schema.names else names}")
    while rows := cursor.fetchmany(_ROWS):
        columns = [pyarrow.array(values, kind) for values, kind in zip(zip(*rows, strict=True), schema.types, strict=True)]
        yield pyarrow.Table.from_arrays(columns, schema=schema)
