"""The helpers that all scorers share."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.figures import Counts, paired, per_cent, shared


def test_documents_add_up() -> None:
    """F1 is taken over all documents together, not as a mean of each."""
    counts = Counts()
    counts.add(1, 1, 1)
    counts.add(0, 2, 0)
    assert (counts.right, counts.found, counts.wanted, counts.f1) == (1, 3, 1, 50.0)


def test_shares_are_rounded_to_a_hundredth() -> None:
    """Two of three is 66.67."""
    assert per_cent(2, 3) == 66.67


def test_shared_counts_a_repeated_member_as_often_as_both_have_it() -> None:
    """Twice here and three times there is twice."""
    assert shared(["a", "a"], ["a", "a", "a"]) == 2


def same(one: object, other: object) -> bool:
    return one == other


def test_one_answer_earns_one_credit() -> None:
    """A member that fits several is paired once."""
    assert paired(["x"], ["x", "x"], same) == 1


def test_two_answers_to_one_question_earn_one_credit() -> None:
    """What is wanted once is found once."""
    assert paired(["x", "x"], ["x"], same) == 1


def test_nothing_pairs_with_nothing() -> None:
    """Empty lists make no pairs."""
    assert paired([], ["x"], same) == paired(["x"], [], same) == paired([], [], same) == 0


def within(one: str, other: str) -> bool:
    return one in other


def test_a_greedy_choice_is_mended() -> None:
    """The member that fits both makes room for the one that fits only the first."""
    assert paired(["a", "b"], ["ab", "a"], within) == 2
    assert paired(["b", "a"], ["ab", "b"], within) == 2


def test_a_long_chain_of_choices_is_mended() -> None:
    """Each must move by one to let the last one in."""
    assert paired(["ab", "bc", "cd", "a"], ["a", "b", "c", "d"], lambda one, other: other in one) == 4


@given(st.lists(st.sets(st.integers(0, 3)), max_size=4))
def test_pairs_are_as_many_as_any_choice_can_make(wishes: list[set[int]]) -> None:
    """Against trying every order of the other list."""
    places = list(range(4))
    best = max(sum(place in wish for wish, place in zip(wishes, order, strict=False)) for order in itertools.permutations(places))
    assert paired(wishes, places, set.__contains__) == best


@pytest.mark.parametrize(("right", "found", "wanted"), [(0, 5, 0), (0, 0, 5), (0, 3, 3)])
def test_nothing_right_is_nought(right: int, found: int, wanted: int) -> None:
    """Whatever was found or wanted."""
    counts = Counts()
    counts.add(right, found, wanted)
    assert counts.f1 == 0.0
