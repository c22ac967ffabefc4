"""What one asserts and another denies."""

from __future__ import annotations

import pytest

from sayso.coding.carriers import carriers_of
from sayso.coding.disputes import contest
from sayso.coding.draft import Draft, EventDraft, Mention, Role, Saying, StatementDraft, TollDraft
from sayso.coding.sayso import attribute_events
from tests.coding.event_support import draft_of

DENIAL = """
1 Norland norland PROPN 2 nsubj Actor=Norland
2 said say VERB 0 root _
3 rebels rebel NOUN 4 nsubj Actor=Rebels
4 bombed bomb VERB 2 ccomp _
5 markets market NOUN 4 obj _
6 . . PUNCT 2 punct _

1 Rebels rebel NOUN 2 nsubj Actor=Rebels
2 denied deny VERB 0 root _
3 {object} {object} NOUN 2 obj _
4 . . PUNCT 2 punct _
"""


def mention(draft: Draft, name: str) -> Mention:
    return next(m for m in draft.mentions if m.actor.name == name)


def denied(object: str, *, act: str = "deny", quoted: bool = True) -> tuple[Draft, EventDraft, StatementDraft]:
    """A bombing by the rebels, told by Norland or the publisher, and what the rebels say of it."""
    draft = draft_of(DENIAL.format(object=object))
    event = EventDraft("ASSAULT", None, 3, (3, 4), actors=[Role(mention(draft, "Rebels"))])
    denial = StatementDraft(mention(draft, "Rebels"), (7, 8), [(8, 9)], "indirect", act)
    draft.events = [event]
    told = [StatementDraft(mention(draft, "Norland"), (1, 2), [(2, 5)], "indirect", "say")]
    draft.statements = [*(told if quoted else []), denial]
    attribute_events(draft)
    return draft, event, denial


def stances(event: EventDraft) -> list[str]:
    return [saying.stance for saying in event.sayings]


def test_denial_of_involvement_disputes_the_actors() -> None:
    """Who denies having had a part contests who did it."""
    _, event, denial = denied("involvement")
    assert [s.stance for s in event.actors[0].sayings] == ["denies"]
    assert event.disputed == ["actors"] and denial.about == [event]


def test_denied_charge_that_rests_on_somebodys_word_disputes_that_it_happened() -> None:
    """Norland says it, the rebels deny the allegation."""
    _, event, _ = denied("allegation")
    assert event.disputed == ["reality"] and "denies" in stances(event)


def test_denied_charge_that_the_publisher_tells_as_fact_disputes_the_actors() -> None:
    """It happened: what the rebels deny is that they did it."""
    _, event, _ = denied("allegation", quoted=False)
    assert event.disputed == ["actors"] and event.sayings == []


def test_denial_finds_the_deed_by_its_word() -> None:
    """A deed that is named again in the denial, though that mention was no event of its own."""
    draft = draft_of(DENIAL.format(object="markets"))
    event = EventDraft("COERCE", None, 4, (4, 5), actors=[Role(mention(draft, "Rebels"))])
    draft.events = [event]
    denial = StatementDraft(mention(draft, "Rebels"), (7, 8), [(8, 9)], "indirect", "deny")
    draft.analysis.tokens[8].lemma = "market"
    draft.statements = [denial]
    attribute_events(draft)
    assert event.disputed == ["reality"] and denial.about == [event]


def test_denial_of_something_else_disputes_nothing() -> None:
    """Rumours of a wedding say nothing of the bombing."""
    _, event, denial = denied("wedding")
    assert event.disputed == [] and denial.about == []


def test_only_what_somebody_asserts_is_disputed() -> None:
    """A deed that only its denial tells of is not contested by anybody."""
    draft, event, denial = denied("wedding")
    event.trigger, event.triggers, event.sayings = 8, (8, 9), []
    draft.statements = [denial]
    attribute_events(draft)
    assert stances(event) == ["denies"] and event.disputed == []


def test_who_admits_and_denies_does_not_dispute() -> None:
    """The rebels confirm the bombing, and deny an allegation about it."""
    draft, event, denial = denied("allegation")
    admission = StatementDraft(mention(draft, "Rebels"), (1, 2), [(2, 5)], "indirect", "confirm")
    draft.statements, event.sayings = [denial], [Saying(admission, "confirms")]
    contest(draft, carriers_of([admission, denial]))
    assert stances(event) == ["confirms", "denies"] and event.disputed == []


def test_reason_beside_a_denial_is_one() -> None:
    """ "Disputed the report, saying": what is said need not hold a "not"."""
    text = """
1 Norland norland PROPN 2 nsubj Actor=Norland
2 said say VERB 0 root _
3 rebels rebel NOUN 4 nsubj _
4 bombed bomb VERB 2 ccomp _
5 markets market NOUN 4 obj _
6 . . PUNCT 2 punct _

1 Rebels rebel NOUN 2 nsubj Actor=Rebels
2 disputed dispute VERB 0 root _
3 the the DET 4 det _
4 Norland norland PROPN 5 compound Actor=Norland
5 report report NOUN 2 obj _
6 saying say VERB 2 advcl _
7 it it PRON 8 nsubj _
8 errs err VERB 6 ccomp _
9 . . PUNCT 2 punct _
"""
    draft = draft_of(text)
    event = EventDraft("ASSAULT", None, 3, (3, 4))
    draft.events = [event]
    told = StatementDraft(mention(draft, "Norland"), (1, 2), [(2, 5)], "indirect", "say")
    reason = StatementDraft(mention(draft, "Rebels"), (11, 12), [(12, 14)], "indirect", "say")
    draft.statements = [told, reason]
    attribute_events(draft)
    assert stances(event) == ["asserts", "denies"] and event.disputed == ["reality"]


FIGURE = """
1 Markets market NOUN 2 nsubj _
2 burned burn VERB 0 root _
3 . . PUNCT 2 punct _

1 Norland norland PROPN 2 nsubj Actor=Norland
2 said say VERB 0 root _
3 the the DET 4 det _
4 figure figure NOUN 6 nsubj _
5 was be AUX 6 cop _
6 {word} {word} ADJ 2 ccomp _
7 . . PUNCT 2 punct _
"""


def counted(word: str) -> EventDraft:
    draft = draft_of(FIGURE.format(word=word))
    event = EventDraft("ASSAULT", None, 1, (1, 2), tolls=[TollDraft("killed", 9, 9, None, (0, 7))])
    draft.events = [event]
    draft.statements = [StatementDraft(mention(draft, "Norland"), (4, 5), [(5, 9)], "indirect", "say")]
    attribute_events(draft)
    return event


def test_figure_that_is_called_exaggerated_is_disputed() -> None:
    """The toll, not the deed."""
    event = counted("exaggerated")
    assert event.disputed == ["toll"] and [s.stance for s in event.tolls[0].sayings] == ["doubts"]


def test_figure_that_is_only_spoken_of_is_not() -> None:
    """ "The figure was final" doubts nothing."""
    assert counted("final").disputed == []


def test_conflicting_tolls_alone_are_no_dispute() -> None:
    """Two sources count differently; neither says that the other is wrong."""
    draft, event, _ = denied("wedding")
    event.tolls = [TollDraft("killed", 9, 9, None, (0, 7)), TollDraft("killed", 12, 12, None, (8, 12))]
    attribute_events(draft)
    assert event.disputed == []


def test_charge_that_is_denied_is_not_disputed_itself() -> None:
    """Nobody doubts that the accuser accused."""
    draft = draft_of(DENIAL.format(object="involvement"))
    event = EventDraft("ACCUSE", None, 3, (3, 4), actors=[Role(mention(draft, "Rebels"))])
    draft.events = [event]
    draft.statements = [StatementDraft(mention(draft, "Rebels"), (1, 2), [(2, 5)], "indirect", "deny")]
    attribute_events(draft)
    assert event.disputed == []


def by_nobody(object: str) -> EventDraft:
    """A bombing by nobody in particular, told by Norland, and what the rebels deny."""
    draft = draft_of(DENIAL.format(object=object))
    event = EventDraft("ASSAULT", None, 3, (3, 4))
    draft.events = [event]
    told = StatementDraft(mention(draft, "Norland"), (1, 2), [(2, 5)], "indirect", "say")
    draft.statements = [told, StatementDraft(mention(draft, "Rebels"), (7, 8), [(8, 9)], "indirect", "deny")]
    attribute_events(draft)
    return event


@pytest.mark.parametrize(("object", "disputed"), [("responsibility", []), ("involvement", []), ("allegation", ["reality"])])
def test_denial_of_a_part_in_a_deed_does_not_dispute_that_it_happened(object: str, disputed: list[str]) -> None:
    """Though the deed has no actor whose part it could be; of the charge it does."""
    event = by_nobody(object)
    assert (stances(event), event.disputed) == (["asserts", "denies"], disputed)
