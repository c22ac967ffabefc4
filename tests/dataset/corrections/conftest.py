"""A dataset with one small article."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.article import Article
from sayso.dataset.store import Store, article_id
from tests.records import TEXT, small_record

ARTICLE = Article(TEXT, "a-1", "Market bombed", "The Herald", None, "2024-03-06")
KEY = article_id(ARTICLE)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A dataset with one article: rebels bomb a market, Norland says so, the rebels deny it."""
    made = Store(tmp_path / "d.sqlite", create=True)
    made.add(ARTICLE, small_record())
    return made
