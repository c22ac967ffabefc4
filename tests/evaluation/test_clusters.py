"""Scores of clusters on the worked example of Pradhan et al. (2014) and on edges."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.clusters import Cluster, CorefCounts, most, similarity


def clusters(*words: str) -> list[Cluster]:
    return [frozenset[object](word) for word in words]


def figures(gold: list[Cluster], own: list[Cluster]) -> dict[str, float]:
    counts = CorefCounts()
    counts.add(gold, own)
    return counts.figures


def test_worked_example() -> None:
    """Mentions a to g in two clusters, found with c moved, e missed, h and i added."""
    assert figures(clusters("abc", "defg"), clusters("ab", "cd", "fghi")) == {"muc": 40.0, "b-cubed": 45.45, "ceaf-e": 52.0, "conll": 45.82}


def test_all_right() -> None:
    """The same clusters are 100 in each score."""
    assert set(figures(clusters("abc", "de"), clusters("ed", "cba")).values()) == {100.0}


def test_nothing_found() -> None:
    """No clusters are 0, not an error."""
    assert set(figures(clusters("abc"), []).values()) == {0.0}


def test_clusters_of_one_mention_do_not_count() -> None:
    """Neither ours nor the gold's singletons change a figure."""
    assert figures(clusters("ab", "c"), clusters("ab", "d", "e")) == figures(clusters("ab"), clusters("ab"))


def test_one_cluster_for_two_loses_precision_alone() -> None:
    """Everything in one cluster: MUC recall is full, one link of three is wrong."""
    counts = CorefCounts()
    counts.add(clusters("ab", "cd"), clusters("abcd"))
    assert counts.muc.right_wanted == counts.muc.wanted == 2
    assert (counts.muc.right_found, counts.muc.found) == (2, 3)
    assert counts.b_cubed.right_found == 2.0 and counts.b_cubed.found == 4


def test_documents_are_summed() -> None:
    """Two documents are one count, not a mean of two figures."""
    counts = CorefCounts()
    counts.add(clusters("abcd"), clusters("abcd"))
    counts.add(clusters("ab"), [])
    assert (counts.muc.right_wanted, counts.muc.wanted, counts.muc.found) == (3, 4, 3)


def test_alignment_is_the_best_of_all() -> None:
    """The pair that is most alike is given up where two other pairs are more together."""
    assert most(np.array([[0.9, 0.8], [0.8, 0.0]])) == pytest.approx(1.6)


def test_alignment_of_nothing() -> None:
    """An empty matrix aligns nothing."""
    assert similarity([], clusters("ab")) == 0.0


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(st.integers(0, 20), min_size=n, max_size=n), min_size=1, max_size=5)))
def test_alignment_against_all_permutations(rows: list[list[int]]) -> None:
    """The Hungarian method finds what trying every assignment finds."""
    gains = np.array(rows, dtype=float)
    wide = gains if gains.shape[0] <= gains.shape[1] else gains.T
    best = max(sum(wide[row, column] for row, column in enumerate(order)) for order in permutations(range(wide.shape[1]), wide.shape[0]))
    assert most(gains) == pytest.approx(best)
