"""Records to files: JSON Lines, JSON, CSV and Parquet. Text goes to a stream; Parquet needs a file that takes bytes."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import BytesIO
from typing import IO, BinaryIO

from sayso.export.rows import CODES, COLUMNS, Row
from sayso.record import Record

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_COUNTS = ("trigger_start", "trigger_end", *(name for name in COLUMNS if name.endswith(("_min", "_max"))))
_NUMBERS = ("latitude", "longitude", "confidence")


def write_jsonl(records: Iterable[Record], stream: IO[str]) -> None:
    """One record per line."""
    for record in records:
        stream.write(record.to_json() + "\n")
        stream.flush()


def write_json(records: Iterable[Record], stream: IO[str]) -> None:
    """All records as one JSON array."""
    stream.write("[\n")
    for number, record in enumerate(records):
        stream.write((",\n" if number else "") + record.to_json(indent=1))
    stream.write("\n]\n")


def write_csv(rows: Iterable[Row], stream: IO[str], *, coded: bool = False) -> None:
    """One line per event, with a column of `codes` where asked for. A cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    writer = csv.DictWriter(Lines(stream), _columns(coded=coded))
    writer.writeheader()
    for row in rows:
        writer.writerow({column: harmless(value) for column, value in row.items()})


class Lines:
    """Ends lines with a line feed alone; asked to do so, the writer of `csv` would leave lone carriage returns in cells unquoted."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, line: str) -> int:
        """Write one whole row."""
        return self._stream.write(line.removesuffix("\r\n") + "\n")


def write_parquet(rows: Iterable[Row], stream: BinaryIO, *, coded: bool = False) -> None:
    """One row per event, columns typed as text, whole numbers or numbers; with a column of `codes` where asked for."""
    import pyarrow
    from pyarrow import parquet

    kinds = {name: pyarrow.int64() for name in _COUNTS} | {name: pyarrow.float64() for name in _NUMBERS}
    schema = pyarrow.schema([(column, kinds.get(column, pyarrow.string())) for column in _columns(coded=coded)])
    whole = BytesIO()  # a pipe cannot tell where it stands, and the writer asks
    parquet.write_table(pyarrow.Table.from_pylist(list(rows), schema=schema), whole)
    stream.write(whole.getbuffer())


def _columns(*, coded: bool) -> list[str]:
    return [*COLUMNS, *([CODES] if coded else [])]


def harmless(value: object) -> object:
    """A cell that no spreadsheet runs: text that begins like a formula gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
