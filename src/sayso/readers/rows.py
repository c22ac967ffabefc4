"""JSON, JSONL, CSV and Parquet: one article per object or row, columns by name or by the user's mapping.

JSONL and CSV are read line by line and Parquet a few rows at a time, so that a file may be larger than memory; JSON is read whole.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, BinaryIO

from sayso.errors import InputError
from sayso.readers.decoding import decode, lines_of

FIELDS = ("id", "text", "title", "published", "publisher", "url", "language")
"""The fields of an article in a row."""
_OTHER_NAMES = {
    "id": ("id", "article_id", "doc_id", "uid"),
    "text": ("text", "body", "content", "article_text", "fulltext", "full_text", "maintext"),
    "title": ("title", "headline"),
    "published": ("published", "date", "publication_date", "published_at", "pubdate", "date_publish"),
    "publisher": ("publisher", "source", "outlet", "source_name"),
    "url": ("url", "link", "source_url"),
    "language": ("language", "lang"),
}
_END = "\0end of table"
"""A line after the last: where it is part of a cell, a quotation mark was never closed."""
Located = tuple[str, Mapping[str, Any] | InputError]
"""Where a row stands (`dump.csv, row 3`), and the row, or why it is none."""


def columns_of(names: list[str], mapping: Mapping[str, str], *, where: str) -> dict[str, str]:
    """For each field the column that holds it: as the user says, else by its usual names (capitals do not count).

    Raises InputError where a column that the user names is missing, or where none holds the text.
    """
    known = {name.lower().strip(): name for name in reversed(names)}
    found: dict[str, str] = {}
    for field, column in mapping.items():
        if field not in FIELDS:
            raise InputError(f"{where}: there is no field {field!r}; choose one of {', '.join(FIELDS)}.")
        if column not in names:
            raise InputError(f"{where}: there is no column {column!r}; it has {', '.join(names[:20]) or 'none'}.")
        found[field] = column
    for field, usual in _OTHER_NAMES.items():
        if field not in found:
            named = next((known[name] for name in usual if name in known), None)
            if named is not None:
                found[field] = named
    if "text" not in found:
        raise InputError(f"{where}: no column holds the text (columns: {', '.join(names[:20]) or 'none'}); name it, as in --column text=body.")
    return found


def read_jsonl(stream: BinaryIO, *, name: str) -> Iterator[Located]:
    """One object per line; blank lines are passed over, and a bad line spoils no other."""
    for number, line in enumerate(lines_of(stream, name=name), 1):
        if line.strip():
            where = f"{name}, line {number}"
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield where, InputError(f"{where}: this is no JSON ({error}); every line must be one whole object.", data=line)
                continue
            yield where, _object(row, where)


def _object(row: Any, where: str) -> Mapping[str, Any] | InputError:
    if isinstance(row, dict):
        return row
    return InputError(f"{where}: expected an object with a text, found {type(row).__name__}.", data=json.dumps(row))


def read_json(stream: BinaryIO, *, name: str) -> Iterator[Located]:
    """One object, or an array of objects; what holds one object per line is read as JSONL."""
    data = stream.read()
    text = decode(data, name=name)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        if text.lstrip().startswith("{") and "\n" in text.strip():
            yield from read_jsonl(io.BytesIO(data), name=name)
            return
        raise InputError(f"{name}: this is no JSON; expected an object, an array of objects, or one object per line.") from None
    for number, row in enumerate(value if isinstance(value, list) else [value], 1):
        where = f"{name}, item {number}" if isinstance(value, list) else name
        yield where, _object(row, where)


def read_csv(stream: BinaryIO, *, name: str) -> Iterator[Located]:
    """A header and one article per row; commas, semicolons or tabs part the columns."""
    csv.field_size_limit(2**31 - 1)
    lines = (part for line in lines_of(stream, name=name) for part in io.StringIO(line, newline=""))
    first = next(lines, "")
    reader = csv.reader(chain([first], lines, [_END]), delimiter=_delimiter(first))
    header = next(reader, [])
    try:
        for number, cells in enumerate(reader, 2):
            if any(cell.strip() for cell in cells) and cells != [_END]:
                where = f"{name}, row {number}"
                row = "\n".join(cells).removesuffix(_END)
                if cells[-1].endswith(_END):
                    yield (
                        where,
                        InputError(
                            f"{where}: a quotation mark opens a cell here and none closes it; close it, or double it inside a text.", data=row
                        ),
                    )
                elif len(cells) > len(header):
                    yield (
                        where,
                        InputError(f"{where}: {len(cells)} cells for {len(header)} columns; put texts with commas in double quotes.", data=row),
                    )
                else:
                    yield where, dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
    except csv.Error as error:
        raise InputError(f"{name}: the table cannot be read ({error}); save it as CSV in UTF-8.") from error


def _delimiter(header: str) -> str:
    """The one of comma, semicolon and tab that is most frequent in the header."""
    return max(",;\t", key=header.count)


def read_parquet(stream: BinaryIO, *, name: str) -> Iterator[Located]:
    """One article per row."""
    import pyarrow
    from pyarrow import parquet

    try:
        plain = isinstance(getattr(stream, "raw", None), io.FileIO) and stream.seekable()
        table = parquet.ParquetFile(stream if plain else pyarrow.BufferReader(stream.read()))
        number = 0
        for batch in table.iter_batches(batch_size=256):
            for row in batch.to_pylist():
                number += 1
                yield f"{name}, row {number}", row
    except (pyarrow.ArrowException, OSError, ValueError, OverflowError) as error:
        reason = str(error).partition("\n")[0]
        raise InputError(f"{name}: this is no whole Parquet file ({reason}); write it again.") from error
