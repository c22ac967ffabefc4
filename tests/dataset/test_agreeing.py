"""Datasets and runs of one pipeline, or of two."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.stub import PIPELINE, StubCoder, reports
from sayso.article import Article
from sayso.dataset.agreeing import agree, outdated, recoded
from sayso.dataset.store import Store, article_id, pipeline_of
from sayso.errors import InputError

OLD = pipeline_of(PIPELINE)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A dataset of ten articles."""
    made = Store(tmp_path / "d.sqlite", create=True)
    for row in reports(10):
        article = Article(row["text"].replace("RAISE", ""), row["id"])
        made.add(article, StubCoder().code(article))
    agree(made, OLD, recode=False)
    return made


def test_the_same_pipeline_passes(store: Store) -> None:
    """There is nothing to be coded anew, asked for or not."""
    assert not agree(store, OLD, recode=False) and not agree(store, OLD, recode=True)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"version": "9"}, r"Sayso 0 \(this is 9\);"),
        ({"model_sha256": "x"}, "another language model;"),
        ({"knowledge_sha256": "x"}, "other knowledge files"),
        ({"version": "9", "model_sha256": "x"}, r"Sayso 0 \(this is 9\) and another language model;"),
    ],
)
def test_what_differs_is_told(store: Store, change: dict[str, str], told: str) -> None:
    """Version, model or knowledge, in words, with both ways out."""
    with pytest.raises(InputError, match=f"d\\.sqlite: it was coded with .*{told}.*--recode.*-o"):
        agree(store, pipeline_of(replace(PIPELINE, **change)), recode=False)


def test_a_recoding_lasts_until_it_is_done(store: Store) -> None:
    """It goes on without being asked for again."""
    new = pipeline_of(replace(PIPELINE, version="9"))
    assert agree(store, new, recode=True)
    assert agree(store, new, recode=False)
    recoded(store)
    assert not agree(store, new, recode=False)


def test_outdated_articles_come_as_they_were_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them, a few at a time, under the ids they came with; while they are read those coded anew drop out."""
    monkeypatch.setattr("sayso.dataset.agreeing._PAGE", 3)
    assert list(outdated(store, OLD)) == []
    new = replace(PIPELINE, version="9")
    found = []
    for item in outdated(store, pipeline_of(new)):
        assert item.article is not None
        found.append(item.article)
        store.read_anew(article_id(item.article), StubCoder(new).code(item.article))
    kept = {kept.source_id: kept.article.text for kept in store.kept()}
    assert {article.id: article.text for article in found} == kept
    assert list(outdated(store, pipeline_of(new))) == []
