"""Scores to structure."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.decode import (
    WindowScores,
    link_scores,
    relations,
    runs,
    sentence_edges,
    softmax,
    spans_by_chance,
    spans_by_odds,
    spans_by_tags,
    split_scores,
    trees,
    with_one,
)

THREE = np.array([3.0], np.float32)


def test_sentences_begin_where_the_model_or_a_paragraph_says() -> None:
    """A word begins a sentence by its score or by standing first in a paragraph; the first word always does."""
    scores = np.array([[1, 0], [1, 0], [0, 1], [1, 0], [1, 0]], np.float32)
    assert sentence_edges(scores, {3}) == [0, 2, 3, 5]


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


def window(words: int, *, labels: int = 3, width: int = 2) -> WindowScores:
    """Scores of nought for a window of so many words."""
    flat = np.zeros((words, width), np.float32)
    return WindowScores({"upos": np.zeros((words, labels), np.float32)}, flat.copy(), flat.copy(), flat.copy(), flat.copy(), flat.copy(), flat.copy())


def test_flat_scores_are_cut_into_heads_and_projections() -> None:
    """In the order of the heads, each as wide as it has labels; projections come in pairs."""
    tags = np.arange(10, dtype=np.float32).reshape(2, 5)
    projections = np.arange(24, dtype=np.float32).reshape(2, 12)
    found = split_scores(tags, projections, {"upos": ["A", "B"], "ner": ["O", "B-X", "I-X"]}, ["upos", "ner"], [1, 2, 3])
    assert found.tags["upos"].tolist() == [[0, 1], [5, 6]] and found.tags["ner"].tolist() == [[2, 3, 4], [7, 8, 9]]
    assert found.arc_dependent.tolist() == [[0], [12]] and found.arc_head.tolist() == [[1], [13]]
    assert found.relation_dependent.tolist() == [[2, 3], [14, 15]] and found.linked.tolist() == [[9, 10, 11], [21, 22, 23]]


def test_first_word_begins_a_sentence_whatever_its_score() -> None:
    """There is always a first sentence."""
    assert sentence_edges(np.array([[9, 0]], np.float32), ()) == [0, 1]


def test_a_constant_one_is_appended() -> None:
    """Bilinear forms get their linear parts."""
    assert with_one(np.zeros((2, 1), np.float32)).tolist() == [[0, 1], [0, 1]]


def test_only_roots_have_the_relation_of_roots() -> None:
    """Even where another word's best relation would be it."""
    scores = window(2)
    weight = np.zeros((3, 3, 3), np.float32)
    weight[0, 2, 2] = 5.0  # the linear part likes relation 0 for every word
    weight[2, 2, 2] = 1.0
    assert relations(scores, np.array([0, 0]), weight, root=0).tolist() == [0, 2]


def test_trees_do_not_cross_sentences() -> None:
    """Each sentence has a root, and heads lie inside it."""
    scores = window(4)
    scores.arc_dependent[:] = 1.0
    scores.arc_head[:] = np.array([[0], [0], [9], [0]], np.float32)  # every word would like the third as its head
    weights = {"arc": np.eye(2, dtype=np.float32), "arc_head": np.zeros(2, np.float32), "relation": np.zeros((3, 3, 3), np.float32)}
    heads, _ = trees(scores, [0, 2, 4], weights, root=0)
    assert set(heads[:2]) <= {0, 1} and heads[2:].tolist() == [2, 2]


def test_links_are_scored_for_every_role_anchor_and_word() -> None:
    """Each role weighs in its own way; only the roles that are asked for are scored."""
    scores = window(3)
    scores.anchor[1] = [1.0, 0.0]
    scores.linked[2] = [0.0, 1.0]
    weight = np.zeros((2, 3, 3), np.float32)
    weight[0, 0, 1], weight[1, 0, 1] = 7.0, -7.0
    [(_, _, found)] = link_scores(scores, [1], [(0, 3)], [0, 1], weight)
    assert found.shape == (2, 1, 3)
    assert found[:, 0].tolist() == [[0, 0, 7], [0, 0, -7]]
    [(_, some, found)] = link_scores(scores, [0, 1], [(0, 3)], [1], weight)
    assert found[0].tolist() == [[0, 0, 0], [0, 0, -7]] and some == slice(0, 2)


def test_links_stay_in_their_window() -> None:
    """Anchors have scores for the words of their own window; one without anchors has none."""
    scores = window(5)
    scores.anchor[:, 0], scores.linked[:, 1] = [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]
    weight = np.zeros((1, 3, 3), np.float32)
    weight[0, 0, 1] = 1.0
    found = [(words, some, odds.tolist()) for words, some, odds in link_scores(scores, [0, 3, 4], [(0, 2), (2, 3), (3, 5)], [0], weight)]
    assert found == [((0, 2), slice(0, 1), [[[1, 2]]]), ((3, 5), slice(1, 3), [[[16, 20], [20, 25]]])]
    assert list(link_scores(scores, [], [(0, 5)], [0], weight)) == []


def test_switching_costs_as_each_row_says() -> None:
    """A cheap role takes one word, a dear one leaves it."""
    odds = np.array([[-1, 1, -1], [-1, 1, -1]], np.float32)
    found = spans_by_odds(odds, np.array([0.3, 2.0], np.float32))
    assert found.tolist() == [[False, True, False], [False, False, False]]


def test_span_may_reach_to_the_last_word() -> None:
    """Ending with the window costs nothing."""
    assert runs(spans_by_odds(np.array([[-5, 5, 5]], np.float32), THREE)[0]) == [(1, 3)]


@given(st.lists(st.integers(0, 5), min_size=6, max_size=6))
def test_relations_are_the_best_by_the_form_whoever_shares_a_head(heads: list[int]) -> None:
    """Against the bilinear form of each word and its head by itself."""
    numbers = np.random.default_rng(0)
    scores = window(6)
    scores.relation_dependent[:], scores.relation_head[:] = numbers.normal(size=(2, 6, 2))
    weight = numbers.normal(size=(4, 3, 3)).astype(np.float32)
    form = np.einsum("wd,rde,we->wr", with_one(scores.relation_dependent), weight, with_one(scores.relation_head[heads]))
    expected = [0 if head == word else 1 + int(form[word, 1:].argmax()) for word, head in enumerate(heads)]
    assert relations(scores, np.array(heads), weight, root=0).tolist() == expected


@pytest.mark.parametrize("tags", [[], ["O"], ["O", "O", "O"]])
def test_no_tags_no_spans(tags: list[str]) -> None:
    """Nothing but outside."""
    assert spans_by_tags(tags) == []


def test_same_label_after_a_gap_is_another_span() -> None:
    """What is parted is two."""
    assert spans_by_tags(["B-X", "O", "I-X"]) == [("X", 0, 1), ("X", 2, 3)]


def test_labels_may_hold_hyphens() -> None:
    """Only the first one parts place and label."""
    assert spans_by_tags(["B-a-b", "I-a-b"]) == [("a-b", 0, 2)]


@given(st.lists(st.sampled_from(["O", "B-X", "I-X", "B-Y", "I-Y"]), max_size=20))
def test_spans_cover_exactly_the_tagged_words(tags: list[str]) -> None:
    """In order, each word once, with its own label."""
    covered = [(at, label) for label, first, last in spans_by_tags(tags) for at in range(first, last)]
    assert covered == [(at, tag[2:]) for at, tag in enumerate(tags) if tag != "O"]


def chances(*rows: tuple[float, float, float]) -> np.ndarray:
    return np.array(rows, np.float32)


def test_a_span_begins_with_a_likely_word_and_takes_in_less_likely_ones() -> None:
    """ "accusing her of": sure of the first word, fairly sure of the others."""
    found = spans_by_chance(chances((0.1, 0.8, 0.1), (0.6, 0.0, 0.4), (0.9, 0.0, 0.1), (0.6, 0.0, 0.4)), begin=0.7, goes_on=0.3)
    assert found == [(0, 2)]


def test_a_word_that_begins_another_span_ends_the_one_before() -> None:
    """Two cues side by side."""
    assert spans_by_chance(chances((0.1, 0.9, 0.0), (0.1, 0.9, 0.0)), begin=0.7, goes_on=0.3) == [(0, 1), (1, 2)]


def test_no_words_have_no_spans() -> None:
    """An empty window."""
    assert spans_by_chance(np.zeros((0, 3), np.float32), begin=0.7, goes_on=0.3) == []


def test_a_plain_full_stop_makes_a_beginning_likelier() -> None:
    """Where the model is not sure of the contrary."""
    scores = np.array([[0, 9], [2, 0], [2, 0], [9, 0]], np.float32)
    assert sentence_edges(scores, ()) == [0, 4]
    assert sentence_edges(scores, (), [1, 3]) == [0, 1, 4]
    assert sentence_edges(scores, (), [1, 3], [1]) == [0, 4]
    assert scores[1].tolist() == [2, 0]
