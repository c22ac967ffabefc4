"""Weights by logistic regression."""

from __future__ import annotations

import numpy as np
import pytest

from training.ridge import LEAST, fit, matrix, ridge


def test_evidence_that_goes_with_yes_gets_weight() -> None:
    """And what goes with no gets less than none."""
    rows = [({"bias": 1.0, "yes": 1.0}, 1.0, 1.0)] * 20 + [({"bias": 1.0, "no": 1.0}, 0.0, 1.0)] * 20
    found = fit(rows, strength=1.0)
    assert found["yes"] > 1 > -1 > found["no"] and abs(found["bias"]) < 0.1


def test_rare_evidence_is_not_weighed() -> None:
    """It would only be learned by heart."""
    rows = [({"bias": 1.0, "rare": 1.0}, 1.0, 1.0)] * (LEAST - 1) + [({"bias": 1.0}, 0.0, 1.0)] * 20
    assert set(fit(rows, strength=1.0)) == {"bias"}


def test_known_weights_stay_where_nothing_speaks_against_them() -> None:
    """Also those of evidence that does not occur."""
    rows = [({"bias": 1.0}, 1.0, 1.0), ({"bias": 1.0}, 0.0, 1.0)] * 10
    found = fit(rows, strength=5.0, known={"bias": 0.0, "elsewhere": 2.5})
    assert found["elsewhere"] == 2.5 and found["bias"] == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("strength", [0.5, 5.0, 50.0])
def test_stronger_pull_means_smaller_steps_from_what_is_known(strength: float) -> None:
    """The weight lies between the known one and the one that the rows alone would give."""
    x, y = np.ones((40, 1)), np.ones(40)
    near, nearer = (ridge(x, y, np.ones(40), strength=s, prior=np.array([1.0]))[0] for s in (strength, strength * 2))
    assert 1.0 < nearer < near


def test_examples_count_by_their_weight() -> None:
    """An example that counts nothing changes nothing."""
    rows = [({"bias": 1.0}, 1.0, 1.0)] * 10 + [({"bias": 1.0}, 0.0, 0.0)] * 100
    assert fit(rows, strength=1.0)["bias"] == pytest.approx(fit(rows[:10], strength=1.0)["bias"])


def test_missing_evidence_is_zero() -> None:
    """One column for each name, in order."""
    assert matrix([{"b": 2.0}, {"a": 1.0}], ["a", "b"]).tolist() == [[0.0, 2.0], [1.0, 0.0]]
