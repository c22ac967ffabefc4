"""How evidence adds up: a sum of weights in log-odds, and the chance that this comes to."""

from __future__ import annotations

import math
from collections.abc import Mapping

_MOST = 30.0
"""Log-odds beyond which nothing gets surer, and an exponent would leave the range of numbers."""


def weighed(weights: Mapping[str, float], evidence: Mapping[str, float]) -> float:
    """The log-odds that pieces of evidence add up to; what has no weight says nothing."""
    total = 0.0
    for name, value in evidence.items():
        if value and name in weights:
            total += weights[name] * value
    return total


def chance(log_odds: float) -> float:
    """The probability that log-odds stand for."""
    return 1 / (1 + math.exp(-max(-_MOST, min(_MOST, log_odds))))
