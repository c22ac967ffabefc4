"""Edges of contents: phrases whole, gaps closed, joining words left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.language.analysis import Analysis, Attribution, Tokens
from sayso.language.contents import fill_quotations, make_whole
from tests.trees import analysis_of

REPORTED = """
1 Officials official NOUN 2 nsubj
2 reported report VERB Tense=Past 0 root
3 However however ADV 8 advmod
4 , , PUNCT 8 punct
5 the the DET 7 det
6 late late ADJ 7 amod
7 storm storm NOUN 8 nsubj
8 spared spare VERB Tense=Past 2 ccomp
9 the the DET 11 det
10 lone lone ADJ 11 amod
11 lighthouse lighthouse NOUN 8 obj
12 . . PUNCT 2 punct
"""
OPENED = """
1 However however ADV 4 advmod
2 , , PUNCT 4 punct
3 storms storm NOUN 4 nsubj
4 passed pass VERB Tense=Past 0 root
5 , , PUNCT 4 punct
6 officials official NOUN 7 nsubj
7 said say VERB Tense=Past 4 parataxis
"""


def contents(tree: str, *spans: Tokens, source: Tokens = (0, 1), cue: Tokens = (1, 2)) -> list[Tokens]:
    """The content spans of an attribution after they have been made whole."""
    found = Attribution([source], [cue], list(spans))
    make_whole(analysis_of(tree), found)
    return found.content


def test_the_first_words_of_a_phrase_are_taken_in() -> None:
    """ "Storm spared it" without its article and adjective is no whole phrase."""
    assert contents(REPORTED, (6, 11)) == [(4, 11)]


def test_the_head_of_the_last_phrase_is_taken_in() -> None:
    """ "The lone" ends in the middle of a phrase: the lighthouse belongs to it."""
    assert contents(REPORTED, (4, 10)) == [(4, 11)]


def test_words_between_two_pieces_are_taken_in() -> None:
    """A content that breaks over a word or two goes on."""
    assert contents(REPORTED, (4, 6), (8, 11)) == [(4, 11)]


def test_words_of_cue_and_source_stay_outside() -> None:
    """Neither a gap nor a phrase reaches over them."""
    assert contents(REPORTED, (6, 7), (8, 11), cue=(7, 8)) == [(4, 7), (8, 11)]
    assert contents(REPORTED, (6, 11), cue=(5, 6)) == [(6, 11)]


def test_a_word_that_joins_the_sentence_to_the_last_is_left_out() -> None:
    """ "However, storms passed" claims that storms passed."""
    assert contents(OPENED, (0, 4), source=(5, 6), cue=(6, 7)) == [(2, 4)]


def test_a_joining_word_within_a_sentence_stays() -> None:
    """Only what opens the sentence joins it to another."""
    assert contents(REPORTED, (2, 11)) == [(2, 11)]


def test_a_whole_content_is_left_as_it_is() -> None:
    """Nothing is added to what begins and ends with a phrase."""
    assert contents(REPORTED, (4, 11)) == [(4, 11)]


def test_no_content_no_edges() -> None:
    """An attribution without content stays without."""
    assert contents(REPORTED) == []


@given(st.lists(st.tuples(st.integers(2, 10), st.integers(1, 4)), max_size=3), st.integers(0, 11))
def test_contents_stay_apart_from_the_cue_and_within_the_text(pieces: list[tuple[int, int]], cue: int) -> None:
    """Whatever the model marks: spans hold words, lie in the text, in order, and never take the cue in."""
    analysis: Analysis = analysis_of(REPORTED)
    free = sorted({at for first, length in pieces for at in range(first, min(12, first + length))} - {cue})
    spans = [(at, at + 1) for at in free]
    found = Attribution([], [(cue, cue + 1)], spans)
    make_whole(analysis, found)
    covered = [at for first, last in found.content for at in range(first, last)]
    assert set(free) <= {*covered, 2, 3}
    assert cue not in covered and len(covered) == len(set(covered)) and all(first < last for first, last in found.content)


QUOTED = """
1 “ “ PUNCT 4 punct
2 We we PRON 4 nsubj
3 will will AUX 4 aux
4 stay stay VERB 0 root
5 until until SCONJ 7 mark
6 it it PRON 7 nsubj
7 ends end VERB 4 advcl
8 , , PUNCT 4 punct
9 ” ” PUNCT 4 punct
10 he he PRON 11 nsubj
11 said say VERB 4 parataxis
"""
INSIDE = (1, 8)
SAID = 10


def _filled(content: Tokens, *, cue: int = SAID, ends: tuple[int, ...] = (), claim: bool = False) -> list[Tokens]:
    analysis = analysis_of(QUOTED)
    found = Attribution([(9, 10)], [(cue, cue + 1)], [content])
    (analysis.claims if claim else analysis.attributions).append(found)
    fill_quotations(analysis, ends)
    return found.content


def test_a_content_that_begins_in_a_quotation_begins_with_it() -> None:
    """And ends with it."""
    assert _filled((3, 6)) == [INSIDE]
    assert _filled((3, 6), claim=True) == [INSIDE]


def test_a_content_that_is_the_quotation_stays() -> None:
    """With its marks, or without them."""
    assert _filled(INSIDE) == [INSIDE]
    assert _filled((0, 9)) == [(0, 9)]


def test_a_cue_within_the_quotation_bounds_the_content() -> None:
    """What stands on its other side is not said by it."""
    assert _filled((5, 7), cue=3) == [(5, 8)]
    assert _filled((1, 3), cue=4) == [(1, 3)]


def test_a_content_that_a_window_cuts_goes_on_over_everything() -> None:
    """Even over the cue of another."""
    assert _filled((1, 3), cue=4, ends=(3,)) == [INSIDE]


def test_contents_outside_of_quotations_stay() -> None:
    """Nothing is drawn in."""
    assert _filled((9, 11)) == [(9, 11)]
