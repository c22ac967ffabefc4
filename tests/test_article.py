"""An article as it comes through the door."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Article


def test_text_is_all_that_is_needed() -> None:
    """The rest has its plain values."""
    article = Article("The army moved.")
    assert (article.id, article.language, article.published, article.skipped) == ("article", "en", None, ())


def test_article_cannot_be_changed() -> None:
    """Offsets in every record count on it."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        Article("A.").text = "B."  # type: ignore[misc]


def test_digest_is_of_the_text_alone() -> None:
    """Two copies under two names are one article; one letter more is another."""
    assert Article("A.", "x", published="2022").sha256 == Article("A.", "y").sha256
    assert Article("A.").sha256 != Article("A. ").sha256


def test_digest_is_sha256_of_utf8() -> None:
    """Anyone can compute it."""
    assert Article("").sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@given(st.text(st.characters()))
def test_any_text_has_a_digest(text: str) -> None:
    """Half characters too."""
    assert len(Article(text).sha256) == 64
