"""How evidence adds up: a sum of weights in log-odds, and the chance that this comes to."""

from __future__ import annotations

import math
from collections.abc import Mapping

_MOST = 30.0
"""Log-odds beyond which nothing gets surer, and an exponent would leave the range of numbers."""


def weighed(weights: Mapping[str, float], evidence: Mapping[str, float]) -> float:
    """The log-odds that pieces of evidence add up to; what has no weight says nothing."""
    total, weight = 0.0, weights.get
    for name, value in evidence.items():
        if value:
            total += weight(name, 0.0) * value
    return total


def chance(log_odds: float) -> float:
    """The probability that log-odds stand for."""
    if not -_MOST < log_odds < _MOST:
        log_odds = math.copysign(_MOST, log_odds)
    return 1 / (1 + math.exp(-log_odds))
