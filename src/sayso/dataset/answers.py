"""An answer in SQL, written for people or for programs."""

from __future__ import annotations

import csv
import json
from typing import IO, Any

from sayso.dataset.profiles.tabular import Counted
from sayso.export.files import Lines, harmless

_WIDE = 60
"""Characters of a cell that a table shows."""


def write_answer(answer: Any, stream: IO[Any], form: str) -> None:
    """An Arrow table as a table to read, JSON Lines, CSV or Parquet."""
    if form == "parquet":
        import pyarrow
        from pyarrow import parquet

        parquet.write_table(answer, pyarrow.PythonFile(Counted(stream), mode="w"))
    elif form == "csv":
        writer = csv.writer(Lines(stream))
        writer.writerow(answer.column_names)
        writer.writerows([harmless(value) for value in row.values()] for batch in answer.to_batches() for row in batch.to_pylist())
    elif form == "jsonl":
        stream.writelines(json.dumps(row, ensure_ascii=False, default=_plain) + "\n" for batch in answer.to_batches() for row in batch.to_pylist())
    else:
        _put(answer, stream)


def _put(answer: Any, stream: IO[str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from sayso.export.table import flat, plain, put

    shown = Table(box=None, padding=(0, 1), header_style="dim")
    for field in answer.schema:
        shown.add_column(field.name, justify="left" if str(field.type) in ("string", "large_string") else "right", overflow="fold")
    for row in answer.to_pylist():
        cells = ["" if value is None else flat(plain(str(value))) for value in row.values()]
        shown.add_row(*(Text(cell if len(cell) <= _WIDE else cell[: _WIDE - 1] + "…") for cell in cells))
    put(shown, Console(file=stream, width=None if stream.isatty() else 160, highlight=False, markup=False, emoji=False))


def _plain(value: object) -> Any:
    """Decimals as numbers, dates as text."""
    from decimal import Decimal

    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
