"""Coreference's scorer: reading GUM's brackets, our chains as clusters, and which of our mentions is which of the gold's."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.clusters import CorefCounts
from evaluation.coreference import Phrase, align, count, gold_clusters, gold_mentions, own_clusters
from evaluation.coreference import score as score_coreference
from evaluation.figures import MissingDataError, System
from evaluation.treebank import GoldDocument, read_documents
from sayso.article import Article
from sayso.coder import Coder, run
from sayso.coding.actors import find_actors
from sayso.coding.draft import Draft
from sayso.coding.places import find_places

CONLLU = """# newdoc id = d1
# newpar
# text = The old baker of Elmridge and her son laughed.
1	The	the	DET	_	_	3	det	_	Entity=(9-person-new-nnnnn-cf1-3,7-sgl(1-person-new-nnnnn-cf1-3-coref
2	old	old	ADJ	_	_	3	amod	_	_
3	baker	baker	NOUN	_	_	9	nsubj	_	_
4	of	of	ADP	_	_	5	case	_	_
5	Elmridge	Elmridge	PROPN	_	_	3	nmod	_	Entity=(2-place-new-nnnnn-cf2-1-coref)1)
6	and	and	CCONJ	_	_	8	cc	_	_
7	her	her	PRON	_	_	8	nmod:poss	_	Entity=(3-person-new-nnnnn-cf3-2-sgl(1-person-giv:act-nnnnn-cf1-1-ana)
8	son	son	NOUN	_	_	3	conj	_	Entity=3)9)
9	laughed	laugh	VERB	_	_	0	root	_	SpaceAfter=No
10	.	.	PUNCT	_	_	9	punct	_	_

# text = It is small.
1	It	it	PRON	_	_	3	nsubj	_	Entity=(2-place-giv:act-nnnnn-cf1-1-ana)
2	is	be	AUX	_	_	3	cop	_	_
3	small	small	ADJ	_	_	0	root	_	Entity=(4-abstract-new-nnnnn-cf2-1-sgl)|SpaceAfter=No
4	.	.	PUNCT	_	_	3	punct	_	_
"""


@pytest.fixture
def document(tmp_path: Path) -> GoldDocument:
    """One document of two sentences."""
    path = tmp_path / "dev.conllu"
    path.write_text(CONLLU, encoding="utf8")
    return read_documents(path)[0]


def phrase(start: int, end: int, *heads: tuple[int, int]) -> Phrase:
    return Phrase((start, end), frozenset(heads or {(start, end)}))


def test_brackets_nest_and_close_by_number(document: GoldDocument) -> None:
    """Each mention has its characters, entity and type, however the brackets lie in each other."""
    found = {(m.entity, m.type, document.text[slice(*m.phrase.span)]) for m in gold_mentions(document.sentences[0])}
    assert found == {
        ("9", "person", "The old baker of Elmridge and her son"),
        ("1", "person", "The old baker of Elmridge"),
        ("2", "place", "Elmridge"),
        ("3", "person", "her son"),
        ("1", "person", "her"),
    }


def test_heads_are_the_minimal_span_and_the_head_in_the_tree(document: GoldDocument) -> None:
    """The third word of the phrase, of which the tree says the same."""
    mention = next(m for m in gold_mentions(document.sentences[0]) if document.text[slice(*m.phrase.span)] == "The old baker of Elmridge")
    assert {document.text[slice(*head)] for head in mention.phrase.heads} == {"baker"}


def test_other_types_are_left_out(document: GoldDocument) -> None:
    """Of four entities the abstract one is no cluster."""
    words = sorted(sorted(document.text[slice(*p.span)] for p in cluster) for cluster in gold_clusters(document))
    assert words == [["Elmridge", "It"], ["The old baker of Elmridge", "her"], ["The old baker of Elmridge and her son"], ["her son"]]


def test_short_phrase_is_the_mention_with_its_head() -> None:
    """ "baker" is "the old baker of Elmridge", not the town in it."""
    baker, town = phrase(0, 25, (8, 13)), phrase(17, 25)
    assert align([town, baker], [phrase(8, 13)]) == {phrase(8, 13): baker}


def test_same_characters_come_before_a_shared_head() -> None:
    """Two gold mentions with one head: the one that is exactly ours."""
    both, first = phrase(0, 11, (0, 3)), phrase(0, 3)
    assert align([both, first], [phrase(0, 3)]) == {phrase(0, 3): first}


def test_gold_mention_is_taken_once() -> None:
    """The second phrase of ours for one head is nobody's."""
    gold = phrase(0, 9, (6, 9))
    assert list(align([gold], [phrase(4, 9, (6, 9)), phrase(2, 9, (6, 9))]).values()) == [gold]


def test_exact_spans_ask_for_the_same_characters() -> None:
    """A shared head is not enough."""
    assert align([phrase(0, 9, (6, 9))], [phrase(6, 9)], exact=True) == {}


def test_unknown_mentions_of_ours_cost_precision() -> None:
    """A chain of which one mention is no gold mention has a link too many."""
    counts = CorefCounts()
    one, two, stray = phrase(0, 3), phrase(5, 8), phrase(20, 23)
    count([[one, two]], [[one, two, stray]], counts)
    assert (counts.muc.right_wanted, counts.muc.wanted) == (1, 1)
    assert (counts.muc.right_found, counts.muc.found) == (1, 2)


def test_places_join_the_state_of_their_name(coder: Coder) -> None:
    """Kenya that acts and Kenya where something lies are one cluster; Nairobi, named twice, another."""
    text = "Kenya closed its border. Traders from Kenya were stuck near Nairobi. Others went back to Nairobi."
    draft = Draft(Article(text), coder.core.analyse(text), coder.knowledge)
    run(draft, (find_actors, find_places))
    words = [[text[slice(*p.span)] for p in cluster] for cluster in own_clusters(draft)]
    assert next(cluster for cluster in words if "Kenya" in cluster).count("Kenya") == 2
    assert ["Nairobi", "Nairobi"] in words


def test_missing_data_is_said(tmp_path: Path) -> None:
    """Without GUM the scorer says which file is not there."""
    with pytest.raises(MissingDataError, match=r"dev\.conllu"):
        score_coreference(tmp_path, "dev", System())


def test_relative_pronouns_and_adjectives_are_not_looked_at(coder: Coder) -> None:
    """GUM marks neither, so ours cost nothing; the pronoun that is no relative one stays."""
    text = "Kenyan soldiers, who left the town, came back when they were hungry."
    draft = Draft(Article(text), coder.core.analyse(text), coder.knowledge)
    run(draft, (find_actors, find_places))
    words = {text[slice(*p.span)] for cluster in own_clusters(draft) for p in cluster}
    assert {"who", "Kenyan"}.isdisjoint(words) and {"Kenyan soldiers", "they"} <= words
