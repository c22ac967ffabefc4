"""How evidence adds up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.weighing import chance, weighed


def test_what_has_no_weight_says_nothing() -> None:
    """Each piece counts by its weight times its value."""
    assert weighed({"a": 2.0, "b": -1.0}, {"a": 0.5, "b": 3.0, "c": 9.0}) == -2.0
    assert weighed({"a": 2.0}, {}) == 0.0


def test_no_evidence_is_an_even_chance() -> None:
    """Log-odds of nothing."""
    assert chance(0.0) == 0.5
    assert chance(1.0) == pytest.approx(1 - chance(-1.0))


@given(st.floats(allow_nan=False))
def test_every_chance_is_between_none_and_all(log_odds: float) -> None:
    """However much speaks for or against it."""
    assert 0 < chance(log_odds) < 1
