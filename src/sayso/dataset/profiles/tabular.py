"""Rows as CSV, as text parted by tabs, and as Parquet: streamed, the same rows giving the same bytes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import islice
from typing import IO, Any

from sayso.dataset.profiles.columns import Column, Task, Value
from sayso.export.files import Lines, harmless

_GROUP = 10_000
"""Rows of one group of a Parquet file, which is what stands in memory."""
_BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def rows_of(task: Task) -> Iterator[dict[str, Value]]:
    """Every happening as one flat row."""
    return ({column.name: column.of(happening) for column in task.columns} for happening in task.happenings)


def write_csv(task: Task, stream: IO[str]) -> None:
    """A line of names, then one line per row. A cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    _write_csv(task, stream, tags=False)


def write_tagged_csv(task: Task, stream: IO[str]) -> None:
    """The same, with HXL's row of hashtags below the names."""
    _write_csv(task, stream, tags=True)


def _write_csv(task: Task, stream: IO[str], *, tags: bool) -> None:
    writer = csv.writer(Lines(stream))
    writer.writerow([column.name for column in task.columns])
    if tags:
        writer.writerow([column.tag for column in task.columns])
    for row in rows_of(task):
        writer.writerow([harmless(value) for value in row.values()])


def write_tabs(task: Task, stream: IO[str]) -> None:
    """Cells parted by tabs, without quotes, as GDELT and POLECAT have it; breaks inside a cell become blanks."""
    stream.write("\t".join(column.name for column in task.columns) + "\n")
    _write_tabs(task, stream)


def write_gdelt(task: Task, stream: IO[str]) -> None:
    """The same; files of the bare published columns have no line of names, like GDELT's own."""
    if not task.bare:
        write_tabs(task, stream)
    else:
        _write_tabs(task, stream)


def _write_tabs(task: Task, stream: IO[str]) -> None:
    for row in rows_of(task):
        stream.write("\t".join(_BREAKS.sub(" ", _cell(value)) for value in row.values()) + "\n")


def _cell(value: Value) -> str:
    return "" if value is None else str(harmless(value))


def write_parquet(task: Task, stream: IO[Any]) -> None:
    """One row group after another."""
    import pyarrow
    from pyarrow import parquet

    wanted = arrow_schema(task.columns)
    rows = rows_of(task)
    with parquet.ParquetWriter(pyarrow.PythonFile(Counted(stream), mode="w"), wanted) as writer:
        while group := list(islice(rows, _GROUP)):
            writer.write_table(pyarrow.Table.from_pylist(group, schema=wanted))


def arrow_schema(columns: tuple[Column, ...]) -> Any:
    """The columns as Arrow types them: text, whole numbers, numbers."""
    import pyarrow

    kinds = {"text": pyarrow.string(), "whole": pyarrow.int64(), "number": pyarrow.float64()}
    return pyarrow.schema([(column.name, kinds[column.kind]) for column in columns])


class Counted:
    """A stream that knows where it stands, which a pipe does not and the writer of Parquet asks."""

    closed = False

    def __init__(self, stream: IO[Any]) -> None:
        self._stream, self._written = stream, 0

    def write(self, data: bytes) -> int:
        """Write and count."""
        self._stream.write(data)
        self._written += len(data)
        return len(data)

    def tell(self) -> int:
        """How much has been written."""
        return self._written

    def flush(self) -> None:
        """Pass on what waits."""
        self._stream.flush()
