"""Web pages: the report without the page around it, and what the page says of itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from sayso.errors import InputError
from sayso.readers.dates import date_in_url, parse_date
from sayso.readers.decoding import decode

_CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([\w-]+)""", re.IGNORECASE)
_LD = re.compile(r"<script[^>]+application/ld\+json[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL)
_META_DATES = re.compile(
    r"""<meta[^>]+(?:property|name|itemprop)=["'](?:article:published_time|datePublished|date|dc\.date|dcterms\.date|pubdate|publish-date|og:article:published_time)["'][^>]*>""",
    re.IGNORECASE,
)  # fmt: skip
_CONTENT = re.compile(r"""content=["']([^"']+)["']""", re.IGNORECASE)
_TIME = re.compile(r"""<time[^>]+datetime=["']([^"']+)["']""", re.IGNORECASE)


def read_html(data: bytes, *, name: str) -> dict[str, Any]:
    """Text, title, publisher, address and date of a page, as a row of fields.

    Raises InputError where the page holds no report.
    """
    from trafilatura import bare_extraction

    declared = _CHARSET.search(data[:4096])
    page = decode(data, name=name, declared=declared.group(1).decode("ascii") if declared else None)
    found = bare_extraction(page, include_comments=False, include_tables=False, with_metadata=True) if page.strip() else None
    row = _as_dict(found)
    text = (row.get("text") or row.get("raw_text") or "").strip()
    if not text:
        raise InputError(f"{name}: no report was found on this page; save the article's text as .txt instead.")
    return {
        "text": text,
        "title": row.get("title"),
        "publisher": row.get("sitename"),
        "url": row.get("url"),
        "published": _published(page, row.get("url")),
        "language": row.get("language"),
    }


def _as_dict(found: Any) -> dict[str, Any]:
    if found is None:
        return {}
    return dict(found) if isinstance(found, dict) else dict(found.as_dict())


def _published(page: str, url: str | None) -> str | None:
    """The date that the page states, the surest place first; None where no place has a readable one."""
    for stated in _stated(page):
        try:
            return parse_date(stated)
        except InputError:
            continue
    return date_in_url(url) if url else None


def _stated(page: str) -> Iterator[str]:
    for block in _LD.findall(page):
        try:
            yield from _dates_in(json.loads(block))
        except (ValueError, RecursionError):
            continue
    for meta in _META_DATES.findall(page):
        yield from _CONTENT.findall(meta)
    yield from _TIME.findall(page)[:1]


def _dates_in(value: Any) -> Iterator[str]:
    """Every `datePublished` in linked data, however deep."""
    if isinstance(value, dict):
        stated = value.get("datePublished")
        if isinstance(stated, str):
            yield stated
        for inner in value.values():
            yield from _dates_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _dates_in(inner)
