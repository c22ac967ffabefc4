"""How what two reports share adds up: the weights of `data/story_scores.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.errors import KnowledgeError
from sayso.knowledge.rows import read_rows

_DATA = Path(__file__).parent / "data" / "story_scores.tsv"
NOT_COMPARED = "not_compared"


@dataclass(frozen=True, slots=True)
class StoryScores:
    """Weights in log-odds by the name of what is shared or differs."""

    weights: Mapping[str, float]
    not_compared: float
    """What a pair counts for that was no candidate, where two groups of reports are compared."""

    def sameness(self, features: Mapping[str, NDArray[np.float64]]) -> NDArray[np.float64]:
        """Log-odds that two reports are of one happening, for many pairs: a column of numbers for each feature."""
        total: NDArray[np.float64] = np.sum([self.weights.get(name, 0.0) * column for name, column in features.items()], axis=0)
        return total


@cache
def load_story_scores(path: Path = _DATA) -> StoryScores:
    """Read the weights; KnowledgeError names the file, the line and what is wrong."""
    weights: dict[str, float] = {}
    for where, columns in read_rows(path):
        try:
            weights[columns[0]] = float(columns[1])
        except (IndexError, ValueError) as error:
            raise KnowledgeError(f"{where}: write a feature, a tab and its weight as a number") from error
    if NOT_COMPARED not in weights or "bias" not in weights:
        raise KnowledgeError(f"{path}: needs lines for `bias` and `{NOT_COMPARED}`")
    if weights[NOT_COMPARED] >= 0:
        raise KnowledgeError(f"{path}: `{NOT_COMPARED}` must be below zero; two of which nothing is known are not one story")
    return StoryScores(weights, weights.pop(NOT_COMPARED))
