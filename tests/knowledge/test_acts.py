"""Words that go with acts, and the weights of evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.acts import HARM, load_act_marks, load_act_scores
from sayso.knowledge.cues import ACTS


def test_every_mark_goes_with_an_act_or_with_harm() -> None:
    """No other groups of words."""
    assert {act for phrases in load_act_marks().values() for _, act in phrases} <= {*ACTS, HARM}


def test_phrases_are_kept_under_their_first_word() -> None:
    """Further words follow."""
    assert (("to",), "request") in load_act_marks()["need"]


def test_unknown_act_is_refused_with_its_line(tmp_path: Path) -> None:
    """The message names file and line."""
    path = tmp_path / "acts.tsv"
    path.write_text("# head\nsing\tla la\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"acts\.tsv:2"):
        load_act_marks(path)


@pytest.mark.parametrize("text", ["bias\tone\n", "bias\t1\t2\n", "bias" + "\t0" * len(ACTS) + "\n"])
def test_weights_that_are_wrong_are_refused(tmp_path: Path, text: str) -> None:
    """No number, too few numbers, and no line for the model."""
    path = tmp_path / "scores.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"scores\.tsv"):
        load_act_scores(path)


def test_totals_add_up_what_is_known(tmp_path: Path) -> None:
    """Evidence without a weight counts nothing."""
    path = tmp_path / "scores.tsv"
    path.write_text("model\t0.5\nbias" + "\t1" * len(ACTS) + "\nquestion" + "\t2" * len(ACTS) + "\n", encoding="utf-8")
    assert load_act_scores(path).totals({"bias": 1.0, "question": 1.0, "unheard": 1.0}) == [3.0] * len(ACTS)
