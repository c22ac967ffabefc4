"""Scores to structure."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.decode import runs, sentence_numbers, softmax, spans_by_odds, spans_by_tags

THREE = np.array([3.0], np.float32)


def test_sentences_begin_where_the_model_or_a_paragraph_says() -> None:
    """A word begins a sentence by its score or by standing first in a paragraph; the first word always does."""
    scores = np.array([[1, 0], [1, 0], [0, 1], [1, 0], [1, 0]], np.float32)
    forced = np.array([False, False, False, True, False])
    assert sentence_numbers(scores, forced).tolist() == [0, 0, 1, 2, 2]


def test_bio_tags_become_spans() -> None:
    """`B-` begins a span, `I-` of the same label goes on with it."""
    assert spans_by_tags(["B-Person", "I-Person", "O", "B-Location", "B-Location"]) == [
        ("Person", 0, 2),
        ("Location", 3, 4),
        ("Location", 4, 5),
    ]


def test_inside_tag_with_nothing_to_continue_begins_a_span() -> None:
    """A tagger's slip loses no entity."""
    assert spans_by_tags(["O", "I-Person", "I-Location"]) == [("Person", 1, 2), ("Location", 2, 3)]


def test_one_doubtful_word_does_not_break_a_span() -> None:
    """Breaking a content in two costs more than one word's doubt."""
    odds = np.array([[-9, 5, 5, -1, 5, 5, -9]], np.float32)
    assert spans_by_odds(odds, THREE)[0].tolist() == [False, True, True, True, True, True, False]


def test_clear_gap_breaks_a_span() -> None:
    """A reporter's insertion inside a quotation is left out."""
    odds = np.array([[5, 5, -6, -6, -6, 5, 5]], np.float32)
    assert runs(spans_by_odds(odds, THREE)[0]) == [(0, 2), (5, 7)]


def test_nothing_likely_gives_no_span() -> None:
    """Low odds everywhere: empty."""
    assert not spans_by_odds(np.full((2, 6), -2.0, np.float32), np.ones(2, np.float32)).any()


def test_probabilities_sum_to_one() -> None:
    """Also for large scores, without overflow."""
    assert np.allclose(softmax(np.array([[1000.0, 0.0], [1.0, 1.0]], np.float32)).sum(axis=1), 1)


def score(chosen: np.ndarray, odds: np.ndarray, switch: float) -> float:
    changes = np.flatnonzero(np.diff(np.concatenate([[0], chosen.astype(int)])))
    return float((odds * chosen).sum() - switch * len(changes))


@given(st.lists(st.floats(-6, 6), min_size=1, max_size=9))
def test_chosen_path_is_the_best_of_all(values: list[float]) -> None:
    """Against trying every on/off path."""
    odds = np.array([values], np.float32)
    found = score(spans_by_odds(odds, THREE)[0], odds[0], 3.0)
    every = [np.array([bool(n >> i & 1) for i in range(len(values))]) for n in range(2 ** len(values))]
    assert found >= max(score(path, odds[0], 3.0) for path in every) - 1e-3


@given(st.lists(st.booleans(), max_size=30))
def test_runs_hold_exactly_the_true_positions(values: list[bool]) -> None:
    """Stretches cover what is chosen and nothing else."""
    found = [at for first, last in runs(np.array(values, bool)) for at in range(first, last)]
    assert found == [at for at, value in enumerate(values) if value]
