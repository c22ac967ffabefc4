"""An article of a dataset with the reading that stands for it, corrected as people corrected it."""

from __future__ import annotations

from sayso.article import Article
from sayso.dataset.corrections.reading import corrected
from sayso.dataset.store import Store
from sayso.record import Record


def reading(store: Store, key: str) -> tuple[Article, Record]:
    """The article that stands for one (itself, unless it is a copy), and what was read in it. KeyError where there is none."""
    kept = next(store.kept(key), None) if key else None
    if kept is None:
        raise KeyError(key)
    if kept.copy_of is not None:
        return reading(store, kept.copy_of)
    if kept.record is None:
        raise KeyError(key)
    return kept.article, corrected(store.connection, kept.article.id, kept.record, kept.article.text)
