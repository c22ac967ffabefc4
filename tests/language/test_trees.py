"""Trees from scores."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.trees import best_tree, no_trees


def is_tree(heads: list[int]) -> bool:
    roots = [i for i, head in enumerate(heads) if head == i]
    if len(roots) != 1:
        return False
    for start in range(len(heads)):
        at = start
        for _ in heads:
            at = heads[at]
        if at != roots[0]:
            return False
    return True


def best_by_trying_all(scores: np.ndarray, root: int) -> float:
    size = len(scores)
    return max(
        sum(scores[i, head] for i, head in enumerate(heads))
        for heads in itertools.product(range(size), repeat=size)
        if heads[root] == root and is_tree(list(heads))
    )


def test_clear_scores_give_their_tree() -> None:
    """Where each word's best head makes a tree, that is the answer."""
    scores = np.full((3, 3), -5.0, np.float32)
    scores[0, 1] = scores[1, 1] = scores[2, 1] = 5.0
    assert best_tree(scores).tolist() == [1, 1, 1]


def test_cycle_is_broken_where_it_costs_least() -> None:
    """Two words that want each other as head still make a tree."""
    scores = np.array([[2.0, 3.0, 0.0], [4.0, 1.0, 0.0], [1.0, 2.0, 0.0]], np.float32)
    heads = best_tree(scores).tolist()
    assert is_tree(heads)
    root = next(i for i, head in enumerate(heads) if head == i)
    assert sum(scores[i, h] for i, h in enumerate(heads)) == pytest.approx(best_by_trying_all(scores, root))


def test_single_word_is_its_own_root() -> None:
    """A sentence of one word is a tree."""
    assert best_tree(np.zeros((1, 1), np.float32)).tolist() == [0]


def test_of_two_roots_the_one_stays_that_loses_most_by_going() -> None:
    """Scores of two words cannot be compared, only what each gains over its next best head: 3 over 1 is more than 4 over 2.5."""
    scores = np.array([[3.0, 1.0, 0.0], [2.5, 4.0, 0.0], [0.0, 5.0, 1.0]], np.float32)
    assert best_tree(scores).tolist() == [0, 0, 1]


@given(st.integers(2, 4), st.integers(0, 10_000))
def test_found_tree_is_the_best_with_its_root(size: int, seed: int) -> None:
    """Against trying every tree with the same root: the same score."""
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    heads = best_tree(scores).tolist()
    assert is_tree(heads)
    root = next(i for i, head in enumerate(heads) if head == i)
    found = sum(scores[i, h] for i, h in enumerate(heads))
    assert found == pytest.approx(best_by_trying_all(scores, root), abs=1e-4)


@given(st.integers(1, 40), st.integers(0, 10_000))
def test_any_scores_give_a_tree(size: int, seed: int) -> None:
    """Random scores, as of a text that is no language, still give one root and no cycle."""
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    assert is_tree(best_tree(scores).tolist())


def test_two_cycles_are_both_broken() -> None:
    """Each pair wants itself; one tree of all comes out, and it is the best over its root."""
    scores = np.full((5, 5), -9.0, np.float32)
    scores[0, 0] = 1.0
    scores[1, 2] = scores[2, 1] = scores[3, 4] = scores[4, 3] = 8.0
    scores[1, 0], scores[2, 0], scores[3, 1], scores[4, 0] = 1.0, 2.0, 3.0, 0.5
    heads = best_tree(scores).tolist()
    assert heads == [0, 2, 0, 1, 3]


def test_where_nobody_wants_to_be_root_the_likeliest_is() -> None:
    """A ring of words is cut open at its best root."""
    scores = np.array([[0.0, 5.0, 0.0], [0.0, 2.0, 5.0], [5.0, 0.0, 1.0]], np.float32)
    heads = best_tree(scores).tolist()
    assert heads[1] == 1 and is_tree(heads)


def test_equal_scores_give_a_tree() -> None:
    """Ties are settled somehow, and the same way twice."""
    scores = np.zeros((6, 6), np.float32)
    assert is_tree(best_tree(scores).tolist())
    assert best_tree(scores).tolist() == best_tree(scores).tolist()


def test_scores_are_not_changed() -> None:
    """The caller's array is only read."""
    scores = np.random.default_rng(3).normal(size=(8, 8)).astype(np.float32)
    before = scores.copy()
    best_tree(scores)
    assert (scores == before).all()


def test_a_sentence_of_a_window_full_of_words_is_read_fast() -> None:
    """210 words of noise: the longest that a window may be."""
    scores = np.random.default_rng(5).normal(size=(210, 210)).astype(np.float32)
    assert is_tree(best_tree(scores).tolist())


@given(st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=5), max_size=6))
def test_sentences_that_are_no_trees_are_found_among_all(drawn: list[list[int]]) -> None:
    """Each by itself, wherever it stands in the text."""
    sentences = [[head % len(heads) for head in heads] for heads in drawn]
    edges = [0, *itertools.accumulate(len(heads) for heads in sentences)]
    whole = np.array([first + head for first, heads in zip(edges, sentences, strict=False) for head in heads], np.int64)
    assert no_trees(whole, edges) == [number for number, heads in enumerate(sentences) if not is_tree(heads)]
