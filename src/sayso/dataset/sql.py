"""Questions in SQL, answered by DuckDB over either form of a dataset; nothing that is asked changes the dataset."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.dataset.opening import is_parquet, parquet_tables, tables_of
from sayso.dataset.store import Store
from sayso.errors import InputError
from sayso.readers.decoding import without_surrogates

_ROWS = 10_000
_OFFLINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def ask(path: Path, question: str) -> Any:
    """The answer as an Arrow table. InputError where DuckDB is not installed or does not understand the question."""
    import pyarrow

    duckdb = _duckdb()
    with duckdb.connect(":memory:", config=_OFFLINE) as connection:
        tables = _view_folder(connection, path) if is_parquet(path) else _copy_file(connection, path, question)
        try:
            answer = connection.sql(without_surrogates(question))
        except duckdb.Error as error:
            raise InputError(f"DuckDB cannot answer: {error}\nThe tables are {', '.join(tables)}; docs/exports.md tells of their columns.") from error
        return answer.to_arrow_table() if answer is not None else pyarrow.table({})


def _duckdb() -> Any:
    try:
        import duckdb
    except ImportError as error:
        raise InputError("questions in SQL need DuckDB; install it with: pip install 'sayso[sql]'") from error
    return duckdb


def _view_folder(connection: Any, folder: Path) -> list[str]:
    """Every table of a folder as a view of its files; the tables there are."""
    found = parquet_tables(folder)
    for table, files in found.items():
        listed = ", ".join("'" + str(file).replace("'", "''") + "'" for file in files)
        connection.execute(f'CREATE VIEW "{table}" AS SELECT * FROM read_parquet([{listed}], union_by_name = true)')
    return list(found)


def _copy_file(connection: Any, path: Path, question: str) -> list[str]:
    """The tables that a question names, by way of Arrow: DuckDB's own reader of SQLite is an extension that has to be fetched."""
    with Store(path) as store:
        tables = tables_of(store.connection)
        for table in tables:
            if not re.search(rf"\b{table}\b", question, re.IGNORECASE):
                continue
            connection.register("rows", table_schema(store.connection, table).empty_table())
            connection.execute(f"CREATE TABLE {table} AS SELECT * FROM rows")
            for batch in batches(store.connection, table):
                connection.register("rows", batch)  # one by one: SQLite answers in this thread only
                connection.execute(f"INSERT INTO {table} SELECT * FROM rows")
            connection.unregister("rows")
        return tables


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
