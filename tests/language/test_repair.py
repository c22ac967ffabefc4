"""Relations that no treebank has are put right."""

from __future__ import annotations

import pytest

from sayso.language.repair import repair, retag
from tests.trees import analysis_of

PASSIVE = """
1 Two two NUM 2 nummod _
2 men man NOUN 4 nsubj:pass _
3 were be AUX 4 aux:pass _
4 killed kill VERB 0 root _
5 {case} {case} {upos} 6 case _
6 soldiers soldier NOUN 4 {relation} _
7 . . PUNCT 4 punct _
"""


def repaired(case: str, relation: str, upos: str = "ADP") -> str:
    """The relation of "soldiers" afterwards."""
    analysis = analysis_of(PASSIVE.format(case=case, relation=relation, upos=upos))
    repair(analysis.tokens)
    return analysis.tokens[5].relation


def test_behind_by_stands_the_agent_of_a_passive() -> None:
    """ "killed by soldiers": neither subject nor object."""
    assert repaired("by", "nsubj:pass") == "obl:agent"


def test_behind_other_prepositions_stands_an_oblique() -> None:
    """ "killed with soldiers"."""
    assert repaired("with", "obj") == "obl"


def test_obliques_stay_as_they_are() -> None:
    """Only subjects and objects are doubted."""
    assert repaired("by", "obl") == "obl"


def test_words_that_are_no_prepositions_change_nothing() -> None:
    """A genitive or an adverb taken for a case."""
    assert repaired("about", "obj", "ADV") == "obj"


def test_a_noun_has_modifiers_for_obliques() -> None:
    """ "the attack by rebels"."""
    analysis = analysis_of("""
1 attack attack NOUN 0 root _
2 by by ADP 3 case _
3 rebels rebel NOUN 1 obj _
""")
    repair(analysis.tokens)
    assert analysis.tokens[2].relation == "nmod"


@pytest.mark.parametrize(
    ("word", "tag", "relation", "expected"),
    [
        ("jailed", "NOUN", "aux", "VERB"),
        ("jailed", "NOUN", "amod", "NOUN"),
        ("Jed", "PROPN", "aux", "PROPN"),
        ("surrendered", "PRON", "amod", "VERB"),
        ("insurgents", "PRON", "amod", "NOUN"),
        ("themselves", "PRON", "amod", "PRON"),
        ("theirs", "PRON", "amod", "PRON"),
        ("walls", "VERB", "amod", "VERB"),
    ],
)
def test_tags_that_the_words_around_belie(word: str, tag: str, relation: str, expected: str) -> None:
    """What has an auxiliary and ends in -ed is a verb; new words are no pronouns."""
    tags = ["AUX", tag]
    retag(["has", word], tags, [1, 1], [relation, "root"])
    assert tags == ["AUX", expected]


@pytest.mark.parametrize(("relation", "expected"), [("obj", "VERB"), ("obl", "ADV")])
def test_what_has_a_subject_and_an_object_is_a_verb(relation: str, expected: str) -> None:
    """A subject alone may stand with an adverb: "the firm is headed north"."""
    tags = ["NOUN", "ADV", "NOUN"]
    retag(["government", "blocked", "access"], tags, [1, -1, 1], ["nsubj", "root", relation])
    assert tags[1] == expected


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [("said", "AUX", "VERB"), ("Would", "AUX", "AUX"), ("’s", "AUX", "AUX"), ("people", "PRON", "NOUN"), ("they", "PRON", "PRON")],
)
def test_no_new_words_join_the_closed_ones(word: str, tag: str, expected: str) -> None:
    """Auxiliaries and pronouns are a list that was closed long ago."""
    tags = [tag]
    retag([word], tags, [-1], ["root"])
    assert tags == [expected]


def test_a_subject_in_ing_that_governs_nothing_is_a_noun() -> None:
    """ "Fighting raged" tells of no verb "fight"."""
    tags = ["VERB", "VERB"]
    retag(["Fighting", "raged"], tags, [1, -1], ["nsubj", "root"])
    assert tags == ["NOUN", "VERB"]


@pytest.mark.parametrize(("relation", "expected"), [("obj", "VERB"), ("xcomp", "VERB"), ("amod", "NOUN")])
def test_a_subject_in_ing_that_governs_like_a_verb_is_one(relation: str, expected: str) -> None:
    """ "Fighting fires costs money"; adjectives hang on nouns."""
    tags = ["VERB", "NOUN", "VERB", "NOUN"]
    retag(["Fighting", "fires", "costs", "money"], tags, [2, 0, -1, 2], ["nsubj", relation, "root", "obj"])
    assert tags[0] == expected


@pytest.mark.parametrize(("word", "relation"), [("Fighting", "csubj"), ("Fighting", "advcl"), ("Wounded", "nsubj")])
def test_other_verbs_that_govern_nothing_stay(word: str, relation: str) -> None:
    """Only subjects in -ing are doubted."""
    tags = ["VERB", "VERB"]
    retag([word, "rested"], tags, [1, -1], [relation, "root"])
    assert tags == ["VERB", "VERB"]
