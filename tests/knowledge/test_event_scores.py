"""Weights of evidence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import KnowledgeError
from sayso.knowledge.event_scores import EventScores, load_event_scores, log_odds


def test_shipped_thresholds_are_ordered() -> None:
    """What is listed is also evidence."""
    scores = load_event_scores()
    assert 0 < scores.weak <= scores.keep < 1


def test_a_higher_prior_is_more_probable() -> None:
    """The prior of a trigger counts for the event."""
    scores = load_event_scores()
    assert scores.probability("ASSAULT", {"prior": 2.0}) > scores.probability("ASSAULT", {"prior": -2.0})


@given(st.floats(0, 1))
def test_log_odds_are_finite(probability: float) -> None:
    """Certainty has finite log-odds, so that no single piece of evidence decides alone."""
    assert abs(log_odds(probability)) < 7


@given(st.floats(-1e6, 1e6))
def test_probabilities_stay_probabilities(value: float) -> None:
    """Extreme features neither overflow nor leave [0, 1]."""
    scores = EventScores({"prior": 1.0}, {}, {}, {}, 0.5, 0.2)
    assert 0 <= scores.probability("ASSAULT", {"prior": value}) <= 1


def test_unknown_features_weigh_nothing() -> None:
    """A feature without a weight changes nothing."""
    scores = EventScores({"prior": 1.0}, {}, {}, {}, 0.5, 0.2)
    assert scores.probability("ASSAULT", {"prior": 1.0, "moon": 5.0}) == scores.probability("ASSAULT", {"prior": 1.0})


def test_missing_thresholds_are_named(tmp_path: Path) -> None:
    """A file without thresholds is refused."""
    path = tmp_path / "event_scores.toml"
    path.write_text("[weights]\nbias = 1.0\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="keep and weak"):
        load_event_scores(path)


def test_broken_toml_is_named(tmp_path: Path) -> None:
    """A file that is no TOML is refused by name."""
    path = tmp_path / "event_scores.toml"
    path.write_text("[weights", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"event_scores\.toml"):
        load_event_scores(path)
