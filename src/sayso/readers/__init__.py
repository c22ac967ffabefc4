"""From files to articles. Bytes are decoded once, here; text that comes as text keeps every character."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sayso.article import Article
from sayso.errors import InputError
from sayso.readers.boilerplate import find_boilerplate
from sayso.readers.dates import date_in_head, date_in_url, parse_date
from sayso.readers.decoding import decode, without_surrogates
from sayso.readers.html import read_html
from sayso.readers.rows import Located, columns_of, read_csv, read_json, read_jsonl, read_parquet
from sayso.readers.sources import Source, cannot_read, format_of, sources_of

__all__ = ["find_boilerplate", "parse_date", "read"]

_TABLES = {"jsonl": read_jsonl, "json": read_json, "csv": read_csv, "parquet": read_parquet}


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
    date = parse_date(published, where="--published") if published else None
    for path in paths:
        for item in _items(path, columns or {}):
            try:
                article = item if isinstance(item, InputError) else _article(*item, published=date, publisher=publisher)
            except InputError as error:
                article = error
            if isinstance(article, Article):
                yield article
            elif on_error is None:
                raise article
            else:
                on_error(article)


Item = tuple[str, str, Mapping[str, Any]]
"""Where an article stands, the id it gets if it has none, and its fields."""


def _items(path: str, columns: Mapping[str, str]) -> Iterator[Item | InputError]:
    """The articles behind one path, each as its fields or as what is wrong with it."""
    try:
        sources = sources_of(path)
    except InputError as error:
        yield error
        return
    for source in sources:
        try:
            yield from _in_file(source, columns)
        except InputError as error:
            yield error


def _in_file(source: Source, columns: Mapping[str, str]) -> Iterator[Item | InputError]:
    try:
        with source.open() as stream:
            kind = format_of(source, stream)
            data = stream.read()
    except (OSError, EOFError, zlib.error) as error:
        raise cannot_read(source.name, error) from error
    if kind == "text":
        yield source.name, source.id, {"text": decode(data, name=source.name)}
    elif kind == "html":
        yield source.name, source.id, read_html(data, name=source.name)
    else:
        yield from _in_table(source, _TABLES[kind](data, name=source.name), columns)


def _in_table(source: Source, rows: Iterator[Located], columns: Mapping[str, str]) -> Iterator[Item | InputError]:
    found: dict[str, str] = {}
    names: list[str] | None = None
    empty = True
    for number, (where, row) in enumerate(rows, 1):
        empty = False
        if isinstance(row, InputError):
            yield row
            continue
        if list(row) != names:
            names = list(row)
            try:
                found = columns_of(names, columns, where=where)
            except InputError as error:
                yield error
                found = {}
        if found:
            yield where, f"{source.id}-{number}", {field: row[column] for field, column in found.items()}
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
