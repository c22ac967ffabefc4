"""On whose word events rest."""

from __future__ import annotations

from sayso.coding.carriers import carriers_of, evidence
from sayso.coding.draft import Draft, EventDraft, Mention, Role, StatementDraft
from sayso.coding.sayso import attribute_events
from sayso.knowledge.sayso_scores import load_sayso_scores
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

1 Markets market NOUN 2 nsubj _
2 burned burn VERB 0 root _
3 . . PUNCT 2 punct _
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


def test_what_is_said_of_a_deed_that_may_be_the_event_is_about_it() -> None:
    """But the event does not rest on that."""
    draft = draft_of(TREE)
    event, statement = bombing(draft), said(draft)
    event.trigger, event.triggers, event.alluded = 7, (7, 8), [3, 4]
    draft.statements = [statement]
    attribute_events(draft)
    assert (event.sayings, statement.about) == ([], [event])


def test_event_outside_statements_is_the_publishers() -> None:
    """Nobody is quoted for it: the list is empty."""
    draft = draft_of(TREE)
    event = bombing(draft)
    attribute_events(draft)
    assert event.sayings == [] and event.disputed == []


def test_mention_in_the_publishers_own_voice_speaks_against() -> None:
    """What the publisher also states by itself rests less on anybody's word."""
    draft = draft_of(TREE)
    event, statement = bombing(draft), said(draft)
    carriers = carriers_of([statement])
    scores = load_sayso_scores()
    alone = scores.chance(evidence(draft.analysis, event, statement, carriers))
    event.merged = [8]
    assert scores.chance(evidence(draft.analysis, event, statement, carriers)) < alone


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


def chance(draft: Draft, event: EventDraft, statement: StatementDraft) -> float:
    return load_sayso_scores().chance(evidence(draft.analysis, event, statement, carriers_of([statement])))


def test_deed_behind_an_article_is_more_often_taken_as_known() -> None:
    """ "The bombing" is less somebody's claim than "a bombing": who speaks of it only knows of it."""
    known, new = draft_of(KNOWN), draft_of(KNOWN.replace("the", "a"))
    event = EventDraft("ASSAULT", None, 3, (3, 4))
    regrets = [StatementDraft(mention(draft, "Norland"), (1, 2), [(2, 4)], "indirect", "say") for draft in (known, new)]
    assert chance(known, event, regrets[0]) < chance(new, event, regrets[1])


def test_threat_is_less_a_word_for_the_deed_than_a_statement() -> None:
    """What is threatened has not been told."""
    draft = draft_of(TREE)
    event = bombing(draft)
    assert chance(draft, event, said(draft, "threaten")) < chance(draft, event, said(draft))
