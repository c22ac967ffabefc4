"""Treebanks: reading them, and what raw text earns."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.figures import Counts, MissingDataError
from evaluation.treebank import GoldDocument, _count_raw, _first, read_documents
from sayso.language.analysis import Analysis
from tests.trees import analysis_of

CONLLU = """# newdoc id = d1
# sent_id = 1
1	They	they	PRON	_	_	2	nsubj	_	Entity=(1)
2	fled	flee	VERB	_	_	0	root	_	SpaceAfter=No
2.1	gone	go	VERB	_	_	_	_	_	_
3	.	.	PUNCT	_	_	2	punct	_	_

# newdoc id = d2
# newpar
1-2	can't	_	_	_	_	_	_	_	_
1	ca	can	AUX	_	_	3	aux	_	_
2	n't	not	PART	_	_	3	advmod	_	_
3	go	go	VERB	_	_	0	root	_	_
"""


def documents(tmp_path: Path) -> list[GoldDocument]:
    path = tmp_path / "x.conllu"
    path.write_text(CONLLU, encoding="utf8")
    return read_documents(path)


def raw(document: GoldDocument, analysis: Analysis) -> list[float]:
    """F1 of tokens, words, sentences, attachment and lemmas."""
    counts = tuple(Counts() for _ in range(5))
    _count_raw(document, analysis, counts)
    return [found.f1 for found in counts]


def test_documents_have_their_names_and_texts(tmp_path: Path) -> None:
    """Blanks stand where the treebank has them."""
    assert [(d.name, d.text.rstrip()) for d in documents(tmp_path)] == [("d1", "They fled."), ("d2", "can't go")]


def test_empty_nodes_are_left_out(tmp_path: Path) -> None:
    """What nobody wrote is no word."""
    (sentence,) = documents(tmp_path)[0].sentences
    assert sentence.words == ["They", "fled", "."] and sentence.heads == [1, -1, 1]


def test_entities_stand_at_their_words(tmp_path: Path) -> None:
    """As the last column has them."""
    assert documents(tmp_path)[0].sentences[0].entities == ["(1)", "", ""]


def test_words_of_a_contraction_share_its_characters(tmp_path: Path) -> None:
    """One token on the surface, two words."""
    document = documents(tmp_path)[1]
    (sentence,) = document.sentences
    assert [document.text[s:e] for s, e in sentence.surface] == ["can't", "go"]
    assert [document.text[s:e] for s, e in sentence.spans] == ["ca", "n't", "go"]


def test_perfect_reading_is_a_hundred(tmp_path: Path) -> None:
    """In every figure."""
    own = analysis_of("1 They they PRON 2 nsubj\n2 fled flee VERB 0 root SpaceAfter=No\n3 . . PUNCT 2 punct")
    assert raw(documents(tmp_path)[0], own) == [100.0] * 5


def test_wrong_head_costs_attachment_only(tmp_path: Path) -> None:
    """One of three words."""
    own = analysis_of("1 They they PRON 2 nsubj\n2 fled flee VERB 0 root SpaceAfter=No\n3 . . PUNCT 1 punct")
    assert raw(documents(tmp_path)[0], own) == [100.0, 100.0, 100.0, 66.67, 100.0]


def test_wrong_relation_and_lemma_cost_their_own(tmp_path: Path) -> None:
    """Each one of three."""
    own = analysis_of("1 They he PRON 2 obj\n2 fled flee VERB 0 root SpaceAfter=No\n3 . . PUNCT 2 punct")
    assert raw(documents(tmp_path)[0], own) == [100.0, 100.0, 100.0, 66.67, 66.67]


def test_sentence_cut_in_two_is_no_sentence(tmp_path: Path) -> None:
    """Words stay right, sentences are wrong."""
    own = analysis_of("1 They they PRON 0 root\n\n1 fled flee VERB 0 root SpaceAfter=No\n2 . . PUNCT 1 punct")
    tokens, words, sentences, _, _ = raw(documents(tmp_path)[0], own)
    assert (tokens, words, sentences) == (100.0, 100.0, 0.0)


def test_contraction_that_is_cut_right_is_one_token(tmp_path: Path) -> None:
    """Its words touch and make it up."""
    own = analysis_of("1 ca can AUX 3 aux SpaceAfter=No\n2 n't not PART 3 advmod\n3 go go VERB 0 root")
    assert raw(documents(tmp_path)[1], own)[:2] == [100.0, 100.0]


def test_contraction_left_whole_costs_words_and_no_token(tmp_path: Path) -> None:
    """One word where there are two."""
    own = analysis_of("1 can't can AUX 2 aux\n2 go go VERB 0 root")
    tokens, words, *_ = raw(documents(tmp_path)[1], own)
    assert tokens == 100.0 and words == 40.0


def test_first_documents_hold_at_least_so_many_sentences(tmp_path: Path) -> None:
    """Whole documents; all of them where no number is given."""
    found = documents(tmp_path)
    assert [len(_first(found, count)) for count in (1, 2, 9, None)] == [1, 2, 2, 2]


def test_missing_treebank_is_said(tmp_path: Path) -> None:
    """By its path."""
    with pytest.raises(MissingDataError, match=r"x\.conllu"):
        read_documents(tmp_path / "x.conllu")
