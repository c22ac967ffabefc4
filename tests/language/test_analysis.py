"""What can be asked of an analysis."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.analysis import Analysis, Judgement, Sentence, Token
from tests.trees import analysis_of

TREE = """
1 Two two NUM 2 nummod
2 soldiers soldier NOUN 4 nsubj:pass
3 were be AUX 4 aux:pass
4 killed kill VERB 0 root
5 in in ADP 7 case
6 Port Port PROPN 7 compound
7 Vale Vale PROPN 4 obl SpaceAfter=No
8 . . PUNCT 4 punct

1 Rebels rebel NOUN 2 nsubj
2 fled flee VERB 0 root
"""


def words(analysis: Analysis, tokens: list[int]) -> list[str]:
    return [analysis.tokens[i].text for i in tokens]


def test_dependents_stand_in_the_order_of_the_text() -> None:
    """All of them, on both sides."""
    analysis = analysis_of(TREE)
    assert words(analysis, analysis.dependents(3)) == ["soldiers", "were", "Vale", "."]


def test_dependents_of_a_relation_include_its_kinds() -> None:
    """`nsubj` finds the passive's subject too; the kind alone finds itself only."""
    analysis = analysis_of(TREE)
    assert words(analysis, analysis.dependents(3, "nsubj")) == ["soldiers"]
    assert words(analysis, analysis.dependents(3, "nsubj:pass", "obl")) == ["soldiers", "Vale"]
    assert analysis.dependents(3, "nsubj:outer") == []


def test_subtree_is_a_token_and_all_below_it() -> None:
    """Sorted, and nobody else's words."""
    analysis = analysis_of(TREE)
    assert words(analysis, analysis.subtree(6)) == ["in", "Port", "Vale"]
    assert words(analysis, analysis.subtree(3)) == ["Two", "soldiers", "were", "killed", "in", "Port", "Vale", "."]


def test_ancestors_come_nearest_first() -> None:
    """Up to the root; a root has none."""
    analysis = analysis_of(TREE)
    assert words(analysis, analysis.ancestors(5)) == ["Vale", "killed"]
    assert analysis.ancestors(3) == []


def test_trees_of_two_sentences_do_not_touch() -> None:
    """The second root has its own dependents."""
    analysis = analysis_of(TREE)
    assert words(analysis, analysis.subtree(9)) == ["Rebels", "fled"]


def test_span_and_words_are_those_of_the_text() -> None:
    """Start, end and substring."""
    analysis = analysis_of(TREE)
    start, end = analysis.span(5, 8)
    assert analysis.text[start:end] == analysis.words(5, 8) == "Port Vale."


def test_words_keep_what_stands_between_tokens() -> None:
    """Line breaks inside a phrase stay, for offsets count them."""
    analysis = analysis_of(TREE)
    analysis.text = analysis.text.replace("Port Vale", "Port\nVale")
    assert analysis.words(5, 7) == "Port\nVale"


def test_judgement_is_a_distribution_over_its_labels() -> None:
    """All of it, or the likeliest alone."""
    judgement = Judgement(["none", "ASSAULT"], np.array([[0.75, 0.25], [0.1, 0.9]], np.float32))
    assert judgement.of(0) == {"none": 0.75, "ASSAULT": 0.25}
    label, score = judgement.best(1)
    assert label == "ASSAULT" and score == pytest.approx(0.9)


@given(st.lists(st.integers(0, 20), min_size=1, max_size=12))
def test_every_token_is_below_each_of_its_ancestors(choices: list[int]) -> None:
    """Subtrees and ancestors are two sides of one relation, in any tree."""
    rows = [f"{n} w{n} w X {choice % n if n > 1 else 0} dep" for n, choice in enumerate(choices, 1)]
    rows = [row if row.split()[4] != "0" or n == 1 else row.replace(" X 0 ", " X 1 ") for n, row in enumerate(rows, 1)]
    analysis = analysis_of("\n".join(rows))
    for token in analysis.tokens:
        assert all(token.index in analysis.subtree(above) for above in analysis.ancestors(token.index))
    assert sum(len(children) for children in analysis.children) == len(analysis.tokens) - 1


def test_rare_words_tell_more_than_common_ones() -> None:
    """A word that every sentence has tells less than one of a single sentence; words without content are left out."""
    words = [("Rebels", "rebel", "NOUN"), ("shelled", "shell", "VERB"), ("the", "the", "DET"), ("rebels", "rebel", "NOUN")]
    tokens = [Token(i, i, i + 1, text, lemma, upos, {}, -1, "dep", i // 3) for i, (text, lemma, upos) in enumerate(words)]
    analysis = Analysis("....", tokens, [Sentence(0, 0, 3, 0, 3), Sentence(1, 3, 4, 3, 4)])
    assert analysis.content_words == [frozenset({"rebel", "shell"}), frozenset({"rebel"})]
    assert 0 < analysis.rarity["rebel"] < analysis.rarity["shell"]


def test_the_path_between_two_words() -> None:
    """Steps up to the head above both, and down again; words of two trees have none."""
    analysis = analysis_of("""
1 Rebels rebel NOUN 2 nsubj _
2 shelled shell VERB 0 root _
3 towns town NOUN 2 obj _
4 near near ADP 5 case _
5 Karsk Karsk PROPN 3 nmod _

1 Rain rain NOUN 2 nsubj _
2 fell fall VERB 0 root _
""")
    assert analysis.path(0, 4) == (1, 2)
    assert analysis.path(1, 1) == (0, 0)
    assert analysis.path(0, 5) is None


def test_words_and_lemmas_are_known_in_small_letters() -> None:
    """Token by token."""
    tokens = [Token(0, 0, 3, "EUs", "EU", "PROPN", {}, 1, "nsubj", 0), Token(1, 4, 8, "Said", "Say", "VERB", {}, -1, "root", 0)]
    analysis = Analysis("EUs Said", tokens, [Sentence(0, 0, 2, 0, 8)])
    assert analysis.lemmas == ["eu", "say"] and analysis.lows == ["eus", "said"]
