"""The functions of the public face."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from sayso.article import Article
from sayso.coder import Coder
from sayso.dataset import Dataset
from sayso.explaining import Explanation, explain_article
from sayso.export.rows import rows
from sayso.knowledge.actors import ActorBase, load_actors
from sayso.knowledge.who import Answer
from sayso.knowledge.who import who as ask
from sayso.language.analysis import Analysis
from sayso.readers import find_boilerplate, parse_date, read
from sayso.record import Record

__all__ = ["analyse", "code", "explain", "open", "read", "rows", "who"]


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
    return _coder().code(_article(text, published, id, title, publisher, url))


def explain(text: str, *events: str, published: str | None = None, title: str | None = None, publisher: str | None = None) -> list[Explanation]:
    """Why each event of `code(text)`, or each of those named by id (`"e3"`), is what it is: what made each field, in plain words.

    Raises InputError where the date is none, or where there is no such event.
    """
    return explain_article(_coder(), _article(text, published, "article", title, publisher, None), events)[1]


def _article(text: str, published: str | None, id: str, title: str | None, publisher: str | None, url: str | None) -> Article:
    date = parse_date(published) if published else None
    return Article(text, id, title, publisher, url, date, skipped=find_boilerplate(text))


def analyse(text: str) -> Analysis:
    """The layer beneath: sentences, tokens, lemmas, tags, trees, entities and attributions of a text."""
    return _coder().core.analyse(text)


def open(path: Path | str) -> Dataset:
    """A dataset made by `sayso run`, to be asked and exported: `with sayso.open("news.sqlite") as data: data.find(type="ASSAULT")`.

    Raises InputError where there is none.
    """
    return Dataset(path)


def who(name: str, *, on: str | None = None, actors: Sequence[Path | str] = ()) -> Answer:
    """Whom a name or a description ("Turkey's foreign minister") means on an ISO date, and where that is written.

    `actors` are files of your own, laid over the package's. Raises InputError where the date is none and KnowledgeError
    where a file has a mistake.
    """
    return ask(_base(tuple(Path(path) for path in actors)), name, on=parse_date(on) if on else None)


@cache
def _base(actors: tuple[Path, ...]) -> ActorBase:
    """One base for all questions of this process."""
    return load_actors(actors)


@cache
def _coder() -> Coder:
    """One coder for all calls of this process."""
    return Coder()
