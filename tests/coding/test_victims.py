"""Who was hurt, by the tree and by the words beside a verb."""

from __future__ import annotations

from sayso.coding.counting import CountReader
from sayso.coding.victims import beside, is_passive, subjects, victims
from tests.coding.event_support import draft_of

HELD = """
1 She she PRON 2 nsubj _
2 left leave VERB 0 root _
3 and and CCONJ 6 cc _
4 is be AUX 6 aux _
5 being be AUX 6 aux _
6 held hold VERB 2 conj _
"""
FLED = """
1 Families family NOUN 0 root _
2 who who PRON 3 nsubj _
3 fled flee VERB 1 acl:relcl _
"""
KILLED = """
1 Shells shell NOUN 2 nsubj _
2 killed kill VERB 0 root _
3 at at ADP 5 case _
4 least least ADJ 5 nmod _
5 six six NUM 6 nummod _
6 farmers farmer NOUN 2 dep _
"""
INJURED = """
1 Bombs bomb NOUN 2 nsubj _
2 injured injure VERB 0 root _
3 at at ADP 5 case _
4 least least ADJ 5 nmod _
5 81 81 NUM 2 dep _
6 in in ADP 7 case _
7 Istanbul Istanbul PROPN 2 obl _
"""
BETWEEN = """
1 Shells shell NOUN 2 nsubj _
2 killed kill VERB 0 root _
3 {word} {word} {upos} 4 case _
4 20 20 NUM 7 nummod _
5 and and CCONJ 6 cc _
6 30 30 NUM 4 conj _
7 people people NOUN 2 dep _
"""
FORCED = """
1 Raids raid NOUN 2 nsubj _
2 forced force VERB 0 root _
3 farmers farmer NOUN 2 {relation} _
4 to to PART 5 mark _
5 flee flee VERB 2 xcomp _
"""


def test_helpers_before_a_joined_verb_make_it_passive() -> None:
    """Its victim is the subject of the verb that it is joined to."""
    reader = CountReader(draft_of(HELD))
    assert is_passive(reader, 5) and not is_passive(reader, 1)
    assert victims(reader, 5) == [0]


def test_the_noun_before_a_clause_is_its_subject() -> None:
    """`families who fled` are the families."""
    assert subjects(CountReader(draft_of(FLED)), 2) == [0]


def test_the_words_behind_a_verb_help_where_the_tree_does_not() -> None:
    """Across the words that bound a number."""
    reader = CountReader(draft_of(KILLED))
    assert victims(reader, 1) == []
    assert beside(reader, 1, passive=False) == [5]


def test_a_number_before_a_preposition_is_the_victims() -> None:
    """ "Injured at least 81 in Istanbul", where the tree gives no object."""
    reader = CountReader(draft_of(INJURED))
    assert victims(reader, 1) == []
    assert beside(reader, 1, passive=False) == [4]


def test_the_words_behind_a_verb_reach_across_a_range() -> None:
    """ "Killed between 20 and 30 people"."""
    assert beside(CountReader(draft_of(BETWEEN.format(word="between", upos="ADP"))), 1, passive=False) == [6]


def test_and_ends_what_stands_beside_a_verb() -> None:
    """But for that of a range."""
    assert beside(CountReader(draft_of(BETWEEN.format(word="some", upos="DET"))), 1, passive=False) == [3]


def test_who_is_forced_to_flee_flees() -> None:
    """It is the object of what forces them, not its subject."""
    assert subjects(CountReader(draft_of(FORCED.format(relation="obj"))), 4) == [2]


def test_without_an_object_the_subject_flees() -> None:
    """ "Farmers began to flee"."""
    assert subjects(CountReader(draft_of(FORCED.format(relation="dep"))), 4) == [0]
