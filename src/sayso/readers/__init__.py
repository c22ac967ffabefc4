"""From files to articles. Bytes are decoded once, here; text that comes as text keeps every character."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BufferedReader
from typing import Any

from sayso.article import Article
from sayso.errors import InputError
from sayso.readers.boilerplate import find_boilerplate
from sayso.readers.dates import date_in_head, date_in_url, parse_date
from sayso.readers.decoding import decode, without_surrogates
from sayso.readers.html import read_html
from sayso.readers.rows import Located, columns_of, read_csv, read_json, read_jsonl, read_parquet
from sayso.readers.sources import Source, cannot_read, format_of, position, sources_of

__all__ = ["Found", "find", "find_boilerplate", "parse_date", "read"]

_TABLES = {"jsonl": read_jsonl, "json": read_json, "csv": read_csv, "parquet": read_parquet}


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at one place of the input: an article, or why there is none."""

    source: str
    """The file."""
    offset: int | None
    """Number of the line, row or item in it; None where the file is one article, or cannot be read as a whole."""
    article: Article | None = None
    error: InputError | None = None
    read: int = 0
    """Bytes of the file that have been read up to here."""


def read(
    paths: Sequence[str],
    *,
    published: str | None = None,
    publisher: str | None = None,
    columns: Mapping[str, str] | None = None,
    on_error: Callable[[InputError], None] | None = None,
) -> Iterator[Article]:
    """Articles of files, folders, patterns and `-`, in order; `published` and `publisher` fill in where a file says nothing.

    `columns` maps fields of an article to the columns of a table that hold them. What cannot be read is given to `on_error` and
    passed over; without it, the first InputError ends the reading.
    """
    for found in find(paths, published=published, publisher=publisher, columns=columns):
        if found.article:
            yield found.article
        elif found.error and on_error:
            on_error(found.error)
        elif found.error:
            raise found.error


def find(
    paths: Sequence[str], *, published: str | None = None, publisher: str | None = None, columns: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """What `read` reads: each article with the place where it stands, and what cannot be read with the reason. No table is held in memory but JSON."""
    date = parse_date(published, where="--published") if published else None
    return (found for path in paths for found in _behind(path, columns or {}, date, publisher))


def _behind(path: str, columns: Mapping[str, str], published: str | None, publisher: str | None) -> Iterator[Found]:
    try:
        sources = sources_of(path)
    except InputError as error:
        yield Found(path, None, error=error)
        return
    for source in sources:
        yield from _in_file(source, columns, published, publisher)


def _in_file(source: Source, columns: Mapping[str, str], published: str | None, publisher: str | None) -> Iterator[Found]:
    try:
        with source.open() as stream:
            for place, item in _items(source, stream, columns):
                try:
                    if isinstance(item, InputError):
                        raise item
                    article = _article(*item, published=published, publisher=publisher)
                    yield Found(source.name, place, article, read=position(stream))
                except InputError as error:
                    if error.data is None and not isinstance(item, InputError):
                        error.data = json.dumps(item[2], ensure_ascii=False, default=str)
                    yield Found(source.name, place, error=error, read=position(stream))
    except (OSError, EOFError, zlib.error) as error:
        yield Found(source.name, None, error=cannot_read(source.name, error))
    except InputError as error:
        yield Found(source.name, None, error=error)


Item = tuple[str, str, Mapping[str, Any]]
"""Where an article stands, the id it gets if it has none, and its fields."""


def _items(source: Source, stream: BufferedReader, columns: Mapping[str, str]) -> Iterator[tuple[int | None, Item | InputError]]:
    """The articles of one file, each with its number in it, as its fields or as what is wrong with it."""
    kind = format_of(source, stream)
    if kind == "text":
        yield None, (source.name, source.id, {"text": decode(stream.read(), name=source.name)})
    elif kind == "html":
        yield None, (source.name, source.id, read_html(stream.read(), name=source.name))
    else:
        yield from _in_table(source, _TABLES[kind](stream, name=source.name), columns)


def _in_table(source: Source, rows: Iterator[Located], columns: Mapping[str, str]) -> Iterator[tuple[int | None, Item | InputError]]:
    found: dict[str, str] = {}
    names: list[str] | None = None
    empty = True
    for number, (where, row) in enumerate(rows, 1):
        empty = False
        place = int(where.rpartition(" ")[2]) if where != source.name else None
        if isinstance(row, InputError):
            yield place, row
            continue
        if list(row) != names:
            names = list(row)
            try:
                found = columns_of(names, columns, where=where)
            except InputError as error:
                error.data = json.dumps(row, ensure_ascii=False, default=str)
                yield place, error
                found = {}
        if found:
            yield place, (where, f"{source.id}-{number}", {field: row[column] for field, column in found.items()})
    if empty:
        raise InputError(f"{source.name}: there is no article in this file; it is empty.")


def _article(where: str, fallback: str, fields: Mapping[str, Any], *, published: str | None, publisher: str | None) -> Article:
    """An article from its fields; InputError where the text is missing or the date is none."""
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError(f"{where}: there is no text; an article needs some.")
    text = without_surrogates(text)
    url = _string(fields.get("url"))
    stated = fields.get("published")
    date = parse_date(stated, where=where) if _string(stated) else None
    return Article(
        text,
        _string(fields.get("id")) or without_surrogates(fallback),
        _string(fields.get("title")),
        _string(fields.get("publisher")) or publisher,
        url,
        date or published or (date_in_url(url) if url else None) or date_in_head(text),
        _string(fields.get("language")) or "en",
        find_boilerplate(text),
    )


def _string(value: Any) -> str | None:
    return without_surrogates(str(value)).strip() or None if value is not None else None
