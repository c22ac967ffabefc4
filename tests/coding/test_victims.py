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
