"""Words in and around the names of places."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.place_words import load_place_words


def test_words_of_the_package_are_read() -> None:
    """In small letters, as they are compared."""
    words = load_place_words()
    assert "road" in words.generic and "courthouse" in words.civic and "geneva" in words.venues
    assert all(word == word.lower() for word in words.generic | words.civic | words.venues)


@pytest.mark.parametrize("content", ["", "generic = 'road'", "generic = 1\ncivic = 'court'", "generic = "])
def test_mistake_is_named_with_its_file(tmp_path: Path, content: str) -> None:
    """What is missing or no text."""
    path = tmp_path / "words.toml"
    path.write_text(content, encoding="utf8")
    with pytest.raises(KnowledgeError, match=r"words\.toml"):
        load_place_words(path)
