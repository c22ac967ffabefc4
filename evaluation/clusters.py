"""The three scores of coreference, each as precision and recall over the clusters of many documents.

MUC counts links (Vilain et al. 1995), B-cubed mentions (Bagga and Baldwin 1998), CEAF-e the clusters of the best one-to-one alignment (Luo
2005, with his fourth similarity). Their mean F1 is the CoNLL score (Pradhan et al. 2012).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from evaluation.figures import Figures, per_cent

Cluster = frozenset[Hashable]


@dataclass(slots=True)
class Share:
    """What is right, of what is found and of what is wanted; parts of a mention count."""

    right_found: float = 0.0
    found: float = 0.0
    right_wanted: float = 0.0
    wanted: float = 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall in per cent; 0 where nothing is right."""
        precision = self.right_found / self.found if self.found else 0.0
        recall = self.right_wanted / self.wanted if self.wanted else 0.0
        return per_cent(2 * precision * recall, precision + recall)


@dataclass(slots=True)
class CorefCounts:
    """The three scores summed over documents."""

    muc: Share = field(default_factory=Share)
    b_cubed: Share = field(default_factory=Share)
    ceaf_e: Share = field(default_factory=Share)

    def add(self, gold: Sequence[Cluster], own: Sequence[Cluster]) -> None:
        """Count one document; clusters of one mention are left out of both."""
        gold, own = ([c for c in clusters if len(c) > 1] for clusters in (gold, own))
        for share, way in ((self.muc, _links), (self.b_cubed, _mentions)):
            right, total = way(gold, own)
            share.right_wanted, share.wanted = share.right_wanted + right, share.wanted + total
            right, total = way(own, gold)
            share.right_found, share.found = share.right_found + right, share.found + total
        alike = similarity(gold, own)
        self.ceaf_e.right_found += alike
        self.ceaf_e.right_wanted += alike
        self.ceaf_e.found += len(own)
        self.ceaf_e.wanted += len(gold)

    @property
    def figures(self) -> Figures:
        """F1 of each and their mean."""
        parts = {"muc": self.muc.f1, "b-cubed": self.b_cubed.f1, "ceaf-e": self.ceaf_e.f1}
        return {**parts, "conll": round(sum(parts.values()) / 3, 2)}


def _links(these: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, float]:
    """Links of these clusters that the others keep, and all of them."""
    home = {mention: n for n, other in enumerate(others) for mention in other}
    kept = total = 0
    for cluster in these:
        alone = sum(mention not in home for mention in cluster)
        kept += len(cluster) - alone - len({home[mention] for mention in cluster if mention in home})
        total += len(cluster) - 1
    return kept, total


def _mentions(these: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, float]:
    """For each mention the share of its cluster that it has beside it in the others' one, and how many mentions there are."""
    home = {mention: other for other in others for mention in other}
    right = sum(len(cluster & home[mention]) / len(cluster) for cluster in these for mention in cluster if mention in home)
    return right, sum(len(cluster) for cluster in these)


def similarity(gold: Sequence[Cluster], own: Sequence[Cluster]) -> float:
    """Twice the shared mentions over all of both, summed over the one-to-one alignment for which this is most."""
    home = {mention: n for n, cluster in enumerate(own) for mention in cluster}
    alike = np.zeros((len(gold), len(own)))
    for row, cluster in enumerate(gold):
        for column, both in Counter(home[mention] for mention in cluster if mention in home).items():
            alike[row, column] = 2 * both / (len(cluster) + len(own[column]))
    return most(alike)


def most(gains: NDArray[np.float64]) -> float:
    """The greatest sum of a matrix with at most one cell from each row and column (Hungarian method, one augmenting path a row)."""
    if gains.size == 0:
        return 0.0
    costs = -(gains if gains.shape[0] <= gains.shape[1] else gains.T)
    rows, columns = costs.shape
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=int)  # row, from 1, that holds a column; column 0 is where a path starts
    for row in range(1, rows + 1):
        owner[0], at = row, 0
        slack, before, done = np.full(columns + 1, np.inf), np.zeros(columns + 1, dtype=int), np.zeros(columns + 1, dtype=bool)
        while owner[at]:
            done[at] = True
            reduced = costs[owner[at] - 1] - of_row[owner[at]] - of_column[1:]
            better = ~done[1:] & (reduced < slack[1:])
            slack[1:][better], before[1:][better] = reduced[better], at
            nearest = int(np.where(done, np.inf, slack)[1:].argmin()) + 1
            step = slack[nearest]
            of_row[owner[done]] += step
            of_column[done] -= step
            slack[~done] -= step
            at = nearest
        while at:
            owner[at] = owner[before[at]]
            at = int(before[at])
    return -sum(float(costs[row - 1, column]) for column, row in enumerate(owner[1:].tolist()) if row)
