"""A dataset as a folder of Parquet: one file a table, made anew from the folder's `dataset.sqlite`, each by rename."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sayso.dataset.store import Store
from sayso.writing import replacing

TABLES = {
    "articles": "id",
    "actors": "id",
    "places": "id",
    "statements": "id",
    "events": "id",
    "links": "source, relation, field, target, position",
    "stories": "id",
    "corrections": "number",
    "readings": "id",
    "quarantine": 'source, "offset", article, sha256, reason',
}
"""The tables of a folder, and by what their rows are ordered."""
LEFT_OUT = {"articles": ("number", "runs"), "quarantine": ("shard", "position")}
"""Columns that only serve the database itself."""
_ROWS = 4096


def write_folder(store: Store, folder: Path) -> None:
    """Write every table of a dataset as `TABLE.parquet` into a folder. The same dataset gives the same bytes; memory does not grow with it."""
    import pyarrow
    from pyarrow import parquet

    for table, order in TABLES.items():
        schema = pyarrow.schema(_columns(store, table))
        names = ", ".join(f'"{name}"' for name in schema.names)
        cursor = store.connection.execute(f"SELECT {names} FROM {table} ORDER BY {order}")
        with replacing(folder / f"{table}.parquet") as waiting, parquet.ParquetWriter(waiting, schema, compression="zstd") as writer:
            while rows := cursor.fetchmany(_ROWS):
                columns = [pyarrow.array(values, kind) for values, kind in zip(zip(*rows, strict=True), schema.types, strict=True)]
                writer.write_batch(pyarrow.record_batch(columns, schema=schema))


def _columns(store: Store, table: str) -> list[tuple[str, Any]]:
    import pyarrow

    kinds = {"TEXT": pyarrow.string(), "INTEGER": pyarrow.int64(), "REAL": pyarrow.float64()}
    left_out = LEFT_OUT.get(table, ())
    return [(name, kinds[kind]) for _, name, kind, *_ in store.connection.execute(f"PRAGMA table_info({table})") if name not in left_out]
