"""Weights of evidence."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import KnowledgeError
from sayso.knowledge.event_scores import EventScores, load_event_scores, log_odds
from sayso.knowledge.ontology import load_ontology


def test_shipped_thresholds_are_probabilities() -> None:
    """Both say how probable something must be."""
    scores = load_event_scores()
    assert 0 < scores.weak < 1
    assert 0 < scores.keep < 1


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


SCORES = EventScores(
    {"bias": -1.0, "noun": 0.5}, {"ASSAULT": 2.0}, {"same_word": 3.0, "far": -1.0}, {"actor": {"frame": 4.0}, "recipient": {"frame": -4.0}}, 0.5, 0.2
)


def test_weights_and_the_types_own_add_up() -> None:
    """Minus one, a half and two are one and a half."""
    assert log_odds(SCORES.probability("ASSAULT", {"bias": 1.0, "noun": 1.0})) == pytest.approx(1.5)
    assert log_odds(SCORES.probability("CONSULT", {"bias": 1.0, "noun": 1.0})) == pytest.approx(-0.5)


def test_features_of_nought_weigh_nothing() -> None:
    """Whatever their weight."""
    assert SCORES.probability("X", {"noun": 0.0}) == 0.5


def test_roles_have_weights_of_their_own() -> None:
    """What speaks for an actor may speak against a recipient."""
    assert SCORES.part("actor", {"frame": 1.0}) > 0.9 > 0.1 > SCORES.part("recipient", {"frame": 1.0})
    with pytest.raises(KeyError):
        SCORES.part("place", {})


def test_events_are_listed_by_weights_of_their_own() -> None:
    """Here by how sure their surest mention is, and how new they are."""
    scores = EventScores({}, {}, {}, {}, 0.5, 0.2, listed={"surest": 2.0, "new": 1.0})
    assert log_odds(scores.listing({"surest": 0.5, "new": -0.5, "moon": 3.0})) == pytest.approx(0.5)


def test_without_such_weights_the_surest_mention_decides() -> None:
    """As sure as that."""
    assert log_odds(SCORES.listing({"surest": 1.5, "new": -3.0})) == pytest.approx(1.5)


def test_sameness_is_in_log_odds() -> None:
    """And not bounded."""
    assert SCORES.sameness({"same_word": 1.0, "far": 2.0}) == 1.0
    assert SCORES.sameness({}) == 0.0


@given(st.floats(0.01, 0.99))
def test_log_odds_are_those_of_the_probability(probability: float) -> None:
    """Turned back, the same."""
    assert 1 / (1 + math.exp(-log_odds(probability))) == pytest.approx(probability)


def test_log_odds_of_certainty_stop_at_the_margin() -> None:
    """As near as one allows."""
    assert log_odds(1.0) == pytest.approx(-log_odds(0.0)) == pytest.approx(log_odds(0.998))
    assert log_odds(1.0, margin=0.1) == pytest.approx(log_odds(0.9))


def test_optional_tables_may_be_wanting(tmp_path: Path) -> None:
    """Weights and thresholds are enough."""
    path = tmp_path / "event_scores.toml"
    path.write_text("[weights]\nbias = 1.0\n[thresholds]\nkeep = 0.5\nweak = 0.2\n", encoding="utf-8")
    scores = load_event_scores(path)
    assert (scores.keep, scores.weak, scores.merge, scores.types, scores.merging, scores.listed, scores.parts) == (
        0.5,
        0.2,
        0.0,
        {},
        {},
        {},
        {"actor": {}, "recipient": {}},
    )


def test_shipped_weights_are_numbers() -> None:
    """Every one of them finite."""
    scores = load_event_scores()
    tables = [scores.weights, scores.types, scores.merging, scores.listed, *scores.parts.values()]
    assert all(math.isfinite(weight) for table in tables for weight in table.values())


def test_shipped_types_are_those_of_the_ontology() -> None:
    """A weight for a type that is none would weigh nothing."""
    assert set(load_event_scores().types) <= set(load_ontology().types)
