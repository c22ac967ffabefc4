"""On whose word events rest."""

from __future__ import annotations

from sayso.coding.draft import Draft, EventDraft, Mention, Role, StatementDraft
from sayso.coding.sayso import attribute_events
from sayso.knowledge.triggers import load_triggers
from sayso.record import Actor
from tests.coding.event_support import draft_of

TREE = """
1 Norland norland PROPN 2 nsubj Actor=Norland
2 said say VERB 0 root _
3 rebels rebel NOUN 4 nsubj Actor=Rebels
4 bombed bomb VERB 2 ccomp _
5 markets market NOUN 4 obj _
6 . . PUNCT 2 punct _

1 Rebels rebel NOUN 2 nsubj _
2 denied deny VERB 0 root _
3 involvement involvement NOUN 2 obj _
4 . . PUNCT 2 punct _
"""


def mention(draft: Draft, name: str) -> Mention:
    return next(m for m in draft.mentions if m.actor.name == name)


def bombing(draft: Draft) -> EventDraft:
    """The bombing by the rebels, in the content of Norland's statement."""
    event = EventDraft("ASSAULT", None, 3, (3, 4), actors=[Role(mention(draft, "Rebels"))])
    draft.events = [event]
    return event


def said(draft: Draft, act: str = "say") -> StatementDraft:
    return StatementDraft(mention(draft, "Norland"), (1, 2), [(2, 5)], "indirect", act)


def test_event_in_a_statement_rests_on_its_speaker() -> None:
    """Norland asserts the bombing, and the statement is about it."""
    draft = draft_of(TREE)
    event, statement = bombing(draft), said(draft)
    draft.statements = [statement]
    attribute_events(draft)
    assert [(s.statement, s.stance) for s in event.sayings] == [(statement, "asserts")]
    assert statement.about == [event]


def test_what_somebody_must_do_is_the_speakers_own_act() -> None:
    """The request made by "they must" rests on nobody's word, as the statement is the request."""
    draft = draft_of(TREE)
    event, statement = bombing(draft), said(draft)
    event.type = "REQUEST"
    draft.statements = [statement]
    draft.named_by[3] = load_triggers().modals["must"][0]
    attribute_events(draft)
    assert event.sayings == [] and statement.about == []


def test_event_outside_statements_is_the_publishers() -> None:
    """Nobody is quoted for it: the list is empty."""
    draft = draft_of(TREE)
    event = bombing(draft)
    attribute_events(draft)
    assert event.sayings == [] and event.disputed == []


def test_mention_in_the_publishers_own_voice_wins() -> None:
    """What the publisher also states by itself needs nobody's word."""
    draft = draft_of(TREE)
    event = bombing(draft)
    event.merged = [8]
    draft.statements = [said(draft)]
    attribute_events(draft)
    assert event.sayings == []


def test_denial_of_what_is_told_disputes_its_reality() -> None:
    """A denied event is disputed, not negated."""
    draft = draft_of(TREE)
    event = bombing(draft)
    draft.statements = [said(draft, "deny")]
    attribute_events(draft)
    assert [s.stance for s in event.sayings] == ["denies"] and event.disputed == ["reality"]


def test_denial_of_involvement_disputes_the_actors() -> None:
    """Who denies having had a part contests the actors of the last deed."""
    draft = draft_of(TREE)
    event = bombing(draft)
    denial = StatementDraft(mention(draft, "Rebels"), (7, 8), [(8, 9)], "indirect", "deny")
    draft.statements = [denial]
    attribute_events(draft)
    assert [s.stance for s in event.actors[0].sayings] == ["denies"]
    assert event.disputed == ["actors"] and denial.about == [event]


def test_blame_is_the_accusers_word_for_the_actor() -> None:
    """An ACCUSE about a deed puts the accused among its actors, on the accuser's word."""
    draft = draft_of(TREE)
    deed = EventDraft("ASSAULT", None, 4, (4, 5))
    accused = Mention(2, 3, 2, "nominal", Actor("x", "Rebels", "group"))
    accuse = EventDraft("ACCUSE", None, 1, (1, 2), recipients=[Role(accused)], about=[deed])
    draft.events = [accuse, deed]
    draft.statements = [StatementDraft(mention(draft, "Norland"), (1, 2), [(2, 5)], "indirect", "accuse")]
    attribute_events(draft)
    assert [(r.mention.actor.name, [s.stance for s in r.sayings]) for r in deed.actors] == [("Rebels", ["asserts"])]


KNOWN = """
1 Norland norland PROPN 2 nsubj Actor=Norland
2 regretted regret VERB 0 root _
3 the the DET 4 det _
4 bombing bombing NOUN 2 obj _
5 . . PUNCT 2 punct _
"""


def test_deed_behind_an_article_is_taken_as_known() -> None:
    """ "The bombing" is nobody's claim: who speaks of it only knows of it."""
    draft = draft_of(KNOWN)
    event = EventDraft("ASSAULT", None, 3, (3, 4))
    draft.events = [event]
    draft.statements = [StatementDraft(mention(draft, "Norland"), (1, 2), [(2, 4)], "indirect", "say")]
    attribute_events(draft)
    assert event.sayings == [] and draft.statements[0].about == [event]


def test_threat_is_nobodys_word_for_the_deed() -> None:
    """What is threatened has not been told."""
    draft = draft_of(TREE)
    event = bombing(draft)
    draft.statements = [said(draft, "threaten")]
    attribute_events(draft)
    assert event.sayings == []


def test_charge_that_is_denied_is_not_disputed_itself() -> None:
    """Nobody doubts that the accuser accused."""
    draft = draft_of(TREE)
    event = EventDraft("ACCUSE", None, 3, (3, 4))
    draft.events = [event]
    draft.statements = [said(draft, "deny")]
    attribute_events(draft)
    assert event.disputed == []
