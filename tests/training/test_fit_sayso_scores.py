"""What weights of say-so are fitted on, and how they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.coding.draft import StatementDraft
from sayso.knowledge.sayso_scores import load_sayso_scores
from tests.coding.event_support import draft_of
from training.fit_sayso_scores import says, write
from training.unseen import Coded

TREE = """
1 Norland norland PROPN 2 nsubj Actor=Norland
2 denied deny VERB 0 root _
3 involvement involvement NOUN 2 obj _
4 . . PUNCT 2 punct _
"""


def coded(act: str, *, named: bool = True) -> tuple[Coded, StatementDraft]:
    draft = draft_of(TREE)
    actor = {"ref": "n", "name": "Norland", "aliases": [], "kind": "group", "country": "NOR", "sector": ["GOV"]}
    statement = StatementDraft(draft.mentions[0] if named else None, (1, 2), [(2, 3)], "indirect", act)
    return Coded("one", draft, [], [], {"n": actor}), statement


@pytest.mark.parametrize(("act", "stance", "right"), [("deny", "denies", True), ("say", "asserts", True), ("say", "denies", False)])
def test_speaker_and_stance_must_agree(act: str, stance: str, right: bool) -> None:
    """Who asserts what the coder has him deny is not right."""
    article, statement = coded(act)
    assert says(article, {"speaker": "n", "stance": stance}, statement) is right


def test_nobody_is_only_nobody() -> None:
    """An unnamed speaker of the coder's is no named one of ours."""
    article, statement = coded("say")
    assert not says(article, {"speaker": None, "stance": "asserts"}, statement)
    article, statement = coded("say", named=False)
    assert says(article, {"speaker": None, "stance": "asserts"}, statement)
    assert not says(article, {"speaker": "n", "stance": "asserts"}, statement)


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    """Names with a colon too."""
    path = tmp_path / "scores.toml"
    write(path, {"noun": 0.25, "as_acl:relcl": -1.5}, 0.4)
    scores = load_sayso_scores(path)
    assert scores.weights == {"noun": 0.25, "as_acl:relcl": -1.5} and scores.enough == 0.4
