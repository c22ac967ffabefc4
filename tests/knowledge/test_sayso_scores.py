"""Weights of evidence for say-so."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.sayso_scores import SaysoScores, load_sayso_scores


def test_weights_of_the_package_are_read() -> None:
    """A publisher's own mention speaks against, a claim of its own for resting on a speaker."""
    scores = load_sayso_scores()
    assert 0 < scores.enough < 1
    assert scores.weights["publisher_too"] < 0 < scores.weights["as_ccomp"]


def test_evidence_without_a_weight_changes_nothing() -> None:
    """What was never weighed is left out."""
    scores = SaysoScores({"noun": 1.0}, 0.5)
    assert scores.chance({"noun": 1.0, "moon": 9.0}) == scores.chance({"noun": 1.0}) > scores.chance({}) == 0.5


@pytest.mark.parametrize("content", ["", "enough = 0.5", "enough = 0.5\n[weights]\nnoun = 'x'\n", "enough = 'x'\n[weights]\n", "[weights"])
def test_mistake_is_named_with_its_file(tmp_path: Path, content: str) -> None:
    """What is missing or no number."""
    path = tmp_path / "scores.toml"
    path.write_text(content, encoding="utf8")
    with pytest.raises(KnowledgeError, match=r"scores\.toml"):
        load_sayso_scores(path)
