"""Logistic regression with a pull towards weights that are known already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Row = tuple[dict[str, float], float, float]
"""Evidence by name, whether it is so (0 or 1), and how much the example counts."""
LEAST = 4
"""Examples in which a piece of evidence must occur to be weighed."""


def fit(rows: Sequence[Row], *, strength: float, known: Mapping[str, float] | None = None) -> dict[str, float]:
    """Weights by name of evidence; `known` are those to stay near, zero where there are none."""
    known = known or {}
    often: dict[str, int] = {}
    for evidence, _, _ in rows:
        for name, value in evidence.items():
            often[name] = often.get(name, 0) + bool(value)
    names = sorted(name for name, count in often.items() if count >= LEAST)
    x = matrix([evidence for evidence, _, _ in rows], names)
    y, counts = np.array([row[1] for row in rows]), np.array([row[2] for row in rows])
    found = ridge(x, y, counts, strength=strength, prior=np.array([known.get(name, 0.0) for name in names]))
    return dict(known) | dict(zip(names, map(float, found), strict=True))


def matrix(evidence: Sequence[Mapping[str, float]], names: Sequence[str]) -> Floats:
    """One row for each example, one column for each name."""
    return np.array([[one.get(name, 0.0) for name in names] for one in evidence])


def ridge(x: Floats, y: Floats, counts: Floats, *, strength: float, prior: Floats) -> Floats:
    """The weights, by damped Newton steps."""
    found = prior.copy()
    for _ in range(200):
        p = 1 / (1 + np.exp(-np.clip(x @ found, -30, 30)))
        slope = x.T @ ((p - y) * counts) + strength * (found - prior)
        curve = (x * (p * (1 - p) * counts)[:, None]).T @ x + strength * np.eye(x.shape[1])
        step = 0.5 * np.linalg.solve(curve, slope)
        found = found - step
        if np.abs(step).max() < 1e-6:
            break
    return found
