"""A dataset is of one pipeline: version, language model and knowledge. Another is noticed, and the dataset may be coded anew with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sayso.article import Article
from sayso.dataset.store import Store
from sayso.errors import InputError
from sayso.readers import Found, find_boilerplate

_PAGE = 64


def agree(store: Store, pipeline: str, *, recode: bool) -> bool:
    """See that a dataset and a run are of one pipeline. Is what the dataset holds to be coded anew?

    Raises InputError where they are not, and `recode` is not asked for. A recoding that was cut off goes on without being asked for.
    """
    known = _meta(store, "pipeline")
    if known is None:
        _note(store, "pipeline", pipeline)
    elif known != pipeline:
        if not recode:
            raise InputError(
                f"{store.path}: it was coded with {_difference(json.loads(known), json.loads(pipeline))}; "
                "add --recode to code its articles anew, or name another dataset with -o."
            )
        with store.transaction():
            _note(store, "pipeline", pipeline)
            _note(store, "recoding", "yes")
    return _meta(store, "recoding") is not None


def recoded(store: Store) -> None:
    """Note that all of it has been coded anew."""
    store.connection.execute("DELETE FROM meta WHERE key = 'recoding'")


def outdated(store: Store, pipeline: str) -> Iterator[Found]:
    """The articles that a dataset holds from another pipeline, as a reader finds them."""
    last = ""
    sql = "SELECT id FROM articles WHERE id > ? AND pipeline <> ? ORDER BY id LIMIT ?"
    while keys := store.connection.execute(sql, (last, pipeline, _PAGE)).fetchall():
        for (last,) in keys:
            kept = next(store.kept(last))
            a = kept.article
            article = Article(a.text, kept.source_id, a.title, a.publisher, a.url, a.published, a.language, find_boilerplate(a.text))
            yield Found(str(store.path), None, article)


def _meta(store: Store, key: str) -> str | None:
    row = store.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def _note(store: Store, key: str, value: str) -> None:
    store.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def _difference(one: dict[str, Any], other: dict[str, Any]) -> str:
    """In what a dataset's pipeline differs from this run's, in words."""
    found = []
    if one.get("version") != other["version"]:
        found.append(f"Sayso {one.get('version')} (this is {other['version']})")
    if one.get("model") != other["model"]:
        found.append("another language model")
    if one.get("knowledge") != other["knowledge"]:
        found.append("other knowledge files (the package's, or your own given as options)")
    return " and ".join(found)
