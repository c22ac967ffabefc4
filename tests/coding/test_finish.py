"""The draft as a record."""

from __future__ import annotations

from sayso.coding.draft import EventDraft, Role, Saying, StatementDraft
from sayso.coding.finish import finish
from sayso.record import Pipeline
from tests.coding.event_support import draft_of
from tests.coding.test_sayso import TREE, mention

PIPELINE = Pipeline("0", "m", "k")


def test_ids_follow_the_text() -> None:
    """Events and statements are numbered in the order in which they stand."""
    draft = draft_of(TREE)
    later, earlier = EventDraft("REJECT", None, 7, (7, 8)), EventDraft("ASSAULT", None, 3, (3, 4))
    draft.events = [later, earlier]
    record = finish(draft, PIPELINE)
    assert [(e.id, e.type) for e in record.events] == [("e1", "ASSAULT"), ("e2", "REJECT")]


def test_trigger_and_evidence_are_characters_of_the_text() -> None:
    """Tokens become spans; the evidence is the whole sentence."""
    draft = draft_of(TREE)
    draft.events = [EventDraft("ASSAULT", None, 3, (3, 4))]
    (event,) = finish(draft, PIPELINE).events
    text = draft.article.text
    assert text[slice(*event.trigger_span)] == "bombed"
    assert [text[slice(*span)] for span in event.evidence_spans] == ["Norland said rebels bombed markets ."]


def test_one_actor_is_one_participant() -> None:
    """Two mentions of an actor in one role are one entry."""
    draft = draft_of(TREE)
    role = Role(mention(draft, "Rebels"))
    draft.events = [EventDraft("ASSAULT", None, 3, (3, 4), actors=[role, Role(role.mention)])]
    assert len(finish(draft, PIPELINE).events[0].actors) == 1


def test_links_to_what_did_not_stay_are_left_out() -> None:
    """A deed or a statement that was dropped leaves no dangling id."""
    draft = draft_of(TREE)
    gone = StatementDraft(None, None, [(2, 5)], "indirect", "say")
    draft.events = [EventDraft("ACCUSE", None, 3, (3, 4), about=[EventDraft("ASSAULT", None, 7, (7, 8))], sayings=[Saying(gone, "asserts")])]
    (event,) = finish(draft, PIPELINE).events
    assert event.about == [] and event.say_so == []


def test_statement_keeps_speaker_cue_and_content() -> None:
    """Every part of a statement points at its words."""
    draft = draft_of(TREE)
    draft.statements = [StatementDraft(mention(draft, "Norland"), (1, 2), [(2, 5)], "indirect", "say")]
    record = finish(draft, PIPELINE)
    (statement,) = record.statements
    text = draft.article.text
    assert statement.speaker is not None and record.actor(statement.speaker).name == "Norland"
    assert statement.cue_span is not None and text[slice(*statement.cue_span)] == "said"
    assert [text[slice(*span)] for span in statement.content_spans] == ["rebels bombed markets"]
