"""Weights for when and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.setting_scores import FIELDS, SettingScores, load_setting_scores


def test_shipped_thresholds_are_chances() -> None:
    """A further place must be surer than the first."""
    scores = load_setting_scores()
    assert 0 < scores.when < 1 and 0 < scores.where <= scores.also_where < 1


@pytest.mark.parametrize(("field", "one", "other"), [("when", "tree", "other_tree"), ("where", "tree_violence", "other_tree")])
def test_what_hangs_on_the_trigger_is_likelier(field: str, one: str, other: str) -> None:
    """The tree is the best witness of time and place."""
    scores = load_setting_scores()
    assert scores.chance(field, [one]) > scores.chance(field, [other])


def test_surer_belief_is_likelier() -> None:
    """The model's belief that a word is the place counts for it."""
    scores = load_setting_scores()
    assert scores.chance("where", ["belief_5"]) > scores.chance("where", ["belief_0"])


def test_evidence_adds_up_and_what_is_unknown_weighs_nothing() -> None:
    """Each piece by its weight, in log-odds; without any the chance is even."""
    scores = SettingScores({"when": {"here": 1.0, "far": -1.0}}, 0.3, 0.3, 0.5)
    assert scores.chance("when", []) == scores.chance("when", ["here", "far"]) == scores.chance("when", ["moon"]) == 0.5
    assert scores.chance("when", ["here"]) == pytest.approx(0.731, abs=0.001)


@pytest.mark.parametrize("missing", ["when = 0.3", "[when]", "[where]", "also_where = 0.5"])
def test_what_is_missing_is_named(tmp_path: Path, missing: str) -> None:
    """Thresholds and both tables must be there."""
    path = tmp_path / "setting_scores.toml"
    whole = "[thresholds]\nwhen = 0.3\nwhere = 0.3\nalso_where = 0.5\n[when]\n[where]\n"
    path.write_text(whole, encoding="utf8")
    assert set(load_setting_scores(path).weights) == set(FIELDS)
    broken = tmp_path / "broken.toml"
    broken.write_text(whole.replace(missing + "\n", "", 1), encoding="utf8")
    with pytest.raises(KnowledgeError, match=r"broken.toml: needs \[thresholds\] with when, where, also_where"):
        load_setting_scores(broken)
