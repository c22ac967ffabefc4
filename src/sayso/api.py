"""The functions of the public face."""

from __future__ import annotations

from functools import cache

from sayso.article import Article
from sayso.coder import Coder
from sayso.export.rows import rows
from sayso.language.analysis import Analysis
from sayso.readers import find_boilerplate, parse_date, read
from sayso.record import Record

__all__ = ["analyse", "code", "read", "rows"]


def code(
    text: str,
    *,
    published: str | None = None,
    id: str = "article",
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Record:
    """Code one article given as text; `published` is its ISO date, as exact as known (`2022-12-14`, `2022-12`, `2022`).

    Raises InputError where the date is none. Offsets in the record count code points of `text`.
    """
    date = parse_date(published) if published else None
    article = Article(text, id, title, publisher, url, date, skipped=find_boilerplate(text))
    return _coder().code(article)


def analyse(text: str) -> Analysis:
    """The layer beneath: sentences, tokens, lemmas, tags, trees, entities and attributions of a text."""
    return _coder().core.analyse(text)


@cache
def _coder() -> Coder:
    """One coder for all calls of this process."""
    return Coder()
