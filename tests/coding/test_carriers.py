"""What speaks for an event resting on a statement."""

from __future__ import annotations

from sayso.coding.carriers import carriers_of, evidence, told_in
from sayso.coding.draft import Draft, EventDraft, StatementDraft
from tests.coding.event_support import draft_of

TREE = """
1 Officials official NOUN 2 nsubj Actor=Officials
2 said say VERB 0 root _
3 witnesses witness NOUN 4 nsubj Actor=Witnesses
4 claimed claim VERB 2 ccomp _
5 talks talk NOUN 8 nsubj _
6 after after ADP 7 case _
7 shelling shelling NOUN 5 nmod _
8 failed fail VERB 4 ccomp _
9 . . PUNCT 2 punct _
"""


def outer_and_inner(draft: Draft) -> tuple[StatementDraft, StatementDraft]:
    officials, witnesses = draft.mentions
    return StatementDraft(officials, (1, 2), [(2, 8)], "indirect", "say"), StatementDraft(witnesses, (3, 4), [(4, 8)], "indirect", "say")


def test_innermost_statement_comes_first() -> None:
    """Of nested statements the one that is nearest to the words."""
    outer, inner = outer_and_inner(draft_of(TREE))
    assert carriers_of([outer, inner])[7] == [inner, outer]
    assert carriers_of([outer, inner])[2] == [outer]


def test_statements_of_all_mentions_tell_of_an_event_once() -> None:
    """Two mentions in one content are told by one statement."""
    draft = draft_of(TREE)
    outer, inner = outer_and_inner(draft)
    event = EventDraft("ASSAULT", None, 6, (6, 7), merged=[7, 2])
    assert told_in(event, carriers_of([outer, inner])) == [inner, outer]


def test_how_a_word_stands_in_the_content_is_evidence() -> None:
    """The shelling is only what the talks came after; the failure is what is claimed."""
    draft = draft_of(TREE)
    outer, inner = outer_and_inner(draft)
    carriers = carriers_of([outer, inner])
    shelling = evidence(draft.analysis, EventDraft("ASSAULT", None, 6, (6, 7)), inner, carriers)
    failure = evidence(draft.analysis, EventDraft("CONSULT", None, 7, (7, 8)), inner, carriers)
    assert {"as_nmod", "below_nsubj", "noun", "new"} <= shelling.keys()
    assert "as_ccomp" in failure and not any(name.startswith("below_") for name in failure)


def test_depth_of_nesting_is_evidence() -> None:
    """Who passes a claim on does not stand for it as who makes it."""
    draft = draft_of(TREE)
    outer, inner = outer_and_inner(draft)
    carriers, event = carriers_of([outer, inner]), EventDraft("ASSAULT", None, 6, (6, 7))
    assert "depth_0" in evidence(draft.analysis, event, inner, carriers)
    assert "depth_1" in evidence(draft.analysis, event, outer, carriers)


def test_mention_outside_all_statements_is_the_publishers() -> None:
    """It lowers the share of mentions that somebody is quoted for."""
    draft = draft_of(TREE)
    outer, inner = outer_and_inner(draft)
    found = evidence(draft.analysis, EventDraft("ASSAULT", None, 6, (6, 7), merged=[8]), inner, carriers_of([outer, inner]))
    assert found["publisher_too"] == 1 and found["share"] == 0.5
