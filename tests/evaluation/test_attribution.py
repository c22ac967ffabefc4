"""Attributions: sets of words, and what they earn."""

from __future__ import annotations

import pytest

from evaluation.attribution import HUMANS, Triple, count, gold_triples, own_triples
from evaluation.figures import Counts
from sayso.language.analysis import Analysis, Attribution
from tests.trees import analysis_of

TREE = """
1 Norland Norland PROPN 2 nsubj
2 said say VERB 0 root SpaceAfter=No
3 , , PUNCT 2 punct
4 rebels rebel NOUN 5 nsubj
5 fled flee VERB 2 ccomp SpaceAfter=No
6 . . PUNCT 2 punct
"""


def triple(source: set[int], cue: set[int], content: set[int]) -> Triple:
    return frozenset(source), frozenset(cue), frozenset(content)


def figures(gold: list[Triple], own: list[Triple]) -> dict[str, float]:
    counts = {name: Counts() for name in HUMANS}
    count(gold, own, counts)
    return {name: found.f1 for name, found in counts.items()}


def attributed(*found: Attribution) -> Analysis:
    analysis = analysis_of(TREE)
    analysis.attributions = list(found)
    return analysis


def test_own_attributions_are_words_without_punctuation() -> None:
    """Pieces of a role are one set."""
    analysis = attributed(Attribution([(0, 1)], [(1, 2)], [(2, 4), (4, 6)]))
    assert own_triples(analysis) == [triple({0}, {1}, {3, 4})]


def test_attribution_without_a_content_is_none() -> None:
    """Nobody says anything."""
    assert own_triples(attributed(Attribution([(0, 1)], [(1, 2)], []))) == []


def test_gold_characters_become_words() -> None:
    """Every word that they touch, commas left out."""
    analysis = analysis_of(TREE)
    start = analysis.text.index("rebels")
    spans = {"source": [[0, 7]], "cue": [[8, 13]], "content": [[start + 2, len(analysis.text)]]}
    assert gold_triples(analysis, [spans]) == [triple({0}, {1}, {3, 4})]


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (triple({0}, {1}, {3, 4}), {"source": 100.0, "cue": 100.0, "content": 100.0, "triple": 100.0, "detection": 100.0}),
        (triple({9}, {1}, {3, 4}), {"source": 0.0, "cue": 100.0, "content": 100.0, "triple": 0.0, "detection": 100.0}),
        (triple({0}, {1, 2}, {3, 4}), {"source": 100.0, "cue": 0.0, "content": 100.0, "triple": 0.0, "detection": 100.0}),
        (triple({0}, {7}, {3, 4}), {"source": 100.0, "cue": 0.0, "content": 100.0, "triple": 0.0, "detection": 0.0}),
    ],
)
def test_roles_are_exact_and_detection_is_not(own: Triple, expected: dict[str, float]) -> None:
    """Cues that share a word are the same attribution."""
    assert figures([triple({0}, {1}, {3, 4})], [own]) == expected


def test_role_that_is_empty_on_a_side_does_not_count_there() -> None:
    """An unnamed source is neither wanted nor found."""
    assert figures([triple(set(), {1}, {3})], [triple(set(), {1}, {3})])["source"] == 0.0
    assert figures([triple({0}, {1}, {3})], [triple(set(), {1}, {3})])["source"] == 0.0


def test_one_cue_is_found_once() -> None:
    """Two of ours for one of the gold's."""
    found = figures([triple({0}, {1}, {3})], [triple({0}, {1}, {3}), triple({0}, {1}, {4})])
    assert found["detection"] == found["triple"] == 66.67


def test_nothing_found_of_nothing_wanted_is_nought() -> None:
    """No division by zero."""
    assert set(figures([], []).values()) == {0.0}
