"""Weights of evidence for places."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.place_scores import load_place_scores


def test_weights_of_the_package_are_read() -> None:
    """Larger places are likelier, and so are those that lie where the text says."""
    scores = load_place_scores()
    assert scores.rounds >= 1 and 0 <= scores.sure < 1
    assert scores.first["size"] > 0 and scores.weights["inside"] > 0 > scores.weights["not_inside"]


@pytest.mark.parametrize("content", ["", "rounds = ", "rounds = 1\nsure = 0.1\n[first]\n", "rounds = 'x'\nsure = 0\n[first]\n[weights]\n"])
def test_mistake_is_named_with_its_file(tmp_path: Path, content: str) -> None:
    """What is missing or no number."""
    path = tmp_path / "scores.toml"
    path.write_text(content, encoding="utf8")
    with pytest.raises(KnowledgeError, match=r"scores\.toml"):
        load_place_scores(path)
