"""The weights by which reports are taken for one happening."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.story_scores import load_story_scores


def test_what_ships_loads() -> None:
    """It says something for and something against."""
    scores = load_story_scores()
    assert scores.weights["around"] > 0 > scores.weights["bias"] and scores.not_compared < 0


def test_weights_add_up(tmp_path: Path) -> None:
    """Each column counts by its weight, one without a weight not at all."""
    path = tmp_path / "scores.tsv"
    path.write_text("bias\t-1\nnames\t2\twhy\nnot_compared\t-3\n", encoding="utf8")
    scores = load_story_scores(path)
    found = scores.sameness({"bias": np.ones(2), "names": np.array([0.0, 1.5]), "other": np.ones(2)})
    assert found.tolist() == [-1.0, 2.0] and scores.not_compared == -3


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("bias\tmuch\n", "scores.tsv:1"),
        ("bias\n", "scores.tsv:1"),
        ("bias\t1\n", "not_compared"),
        ("bias\t1\nnot_compared\t0\n", "below zero"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, problem: str) -> None:
    """The message names the file, the line and what is missing."""
    path = tmp_path / "scores.tsv"
    path.write_text(text, encoding="utf8")
    with pytest.raises(KnowledgeError, match=problem):
        load_story_scores(path)
