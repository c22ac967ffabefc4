"""The draft as a record."""

from __future__ import annotations

from sayso.coding.draft import Draft, EventDraft, Mention, PlaceMention, Role, Saying, StatementDraft, TimeMention, TollDraft
from sayso.coding.finish import finish
from sayso.record import Actor, Pipeline, Place, Time
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


def nominal(draft: Draft, name: str, token: int) -> Mention:
    """A description that no name stands for, mentioned once."""
    found = Mention(token, token + 1, token, "nominal", Actor("", name, "group", mentions=[draft.analysis.span(token, token + 1)]))
    draft.mentions.append(found)
    return found


def test_description_that_nothing_refers_to_is_left_out() -> None:
    """Markets play no part; those who are named stay in any case."""
    draft = draft_of(TREE)
    nominal(draft, "markets", 4)
    assert sorted(a.name for a in finish(draft, PIPELINE).actors) == ["Norland", "Rebels"]


def test_description_with_a_part_stays() -> None:
    """Whoever is a recipient is an actor of the record."""
    draft = draft_of(TREE)
    draft.events = [EventDraft("ASSAULT", None, 3, (3, 4), recipients=[Role(nominal(draft, "markets", 4))])]
    record = finish(draft, PIPELINE)
    (recipient,) = record.events[0].recipients
    assert record.actor(recipient.actor).name == "markets"


def test_actors_are_numbered_by_first_mention() -> None:
    """a1 is who the text names first, whatever order the steps found them in; repeated spans are one."""
    draft = draft_of(TREE)
    for found in draft.mentions:
        found.actor.mentions += [draft.analysis.span(found.first, found.last)] * 2
    draft.mentions.reverse()
    actors = finish(draft, PIPELINE).actors
    assert [(a.id, a.name) for a in actors] == [("a1", "Norland"), ("a2", "Rebels")]
    assert len(actors[0].mentions) == 1


def test_places_and_times_are_numbered_in_the_text() -> None:
    """Two mentions of a place are one place; ids follow the first mention."""
    draft = draft_of(TREE)
    early, late = Place("", "Markets"), Place("", "Involvement")
    draft.places = [PlaceMention(8, 9, 8, late), PlaceMention(4, 5, 4, early), PlaceMention(0, 1, 0, early)]
    first, second = (Time("", draft.analysis.span(i, i + 1), "date", None) for i in (1, 7))
    draft.times = [TimeMention(7, 8, second), TimeMention(1, 2, first)]
    record = finish(draft, PIPELINE)
    assert [(p.id, p.name) for p in record.places] == [("p1", "Markets"), ("p2", "Involvement")]
    assert [(t.id, t.span) for t in record.times] == [("t1", first.span), ("t2", second.span)]


def test_event_points_at_its_place_and_time() -> None:
    """`where` and `when` hold ids of the record and the words of the date."""
    draft = draft_of(TREE)
    place, time = Place("", "Markets"), Time("", draft.analysis.span(1, 2), "date", "2024-03-04")
    draft.places, draft.times = [PlaceMention(4, 5, 4, place)], [TimeMention(1, 2, time)]
    draft.events = [EventDraft("ASSAULT", None, 3, (3, 4), time=draft.times[0], start="2024-03-04", end="2024-03-04", places=draft.places * 2)]
    (event,) = finish(draft, PIPELINE).events
    assert event.where == ["p1"]
    assert (event.when.start, event.when.time, event.when.span) == ("2024-03-04", "t1", time.span)


def test_toll_keeps_its_bounds_and_its_speakers() -> None:
    """Who vouches for a figure stands beside it, once."""
    draft = draft_of(TREE)
    statement = StatementDraft(mention(draft, "Norland"), (1, 2), [(2, 5)], "indirect", "say")
    toll = TollDraft("killed", 6, None, None, draft.analysis.span(4, 5), [Saying(statement, "asserts"), Saying(statement, "asserts")])
    draft.statements = [statement]
    draft.events = [EventDraft("ASSAULT", None, 3, (3, 4), tolls=[toll])]
    (kept,) = finish(draft, PIPELINE).events[0].toll
    assert (kept.kind, kept.min, kept.max) == ("killed", 6, None)
    assert [(say.statement, say.stance) for say in kept.say_so] == [("s1", "asserts")]


def test_statement_within_a_statement_points_outward() -> None:
    """`via` is the outer statement's id, or the outer speaker's where there is no statement."""
    draft = draft_of(TREE)
    outer = StatementDraft(mention(draft, "Norland"), (1, 2), [(2, 5)], "indirect", "say")
    inner = StatementDraft(mention(draft, "Rebels"), (3, 4), [(4, 5)], "indirect", "say", via=outer)
    relayed = StatementDraft(mention(draft, "Rebels"), (7, 8), [(8, 9)], "indirect", "deny", via=mention(draft, "Norland").actor)
    draft.statements = [relayed, inner, outer]
    record = finish(draft, PIPELINE)
    norland = next(a.id for a in record.actors if a.name == "Norland")
    assert [s.via for s in record.statements] == [None, "s1", norland]


def test_finishing_twice_gives_the_same_bytes() -> None:
    """Ids do not depend on what was numbered before."""
    draft = draft_of(TREE)
    draft.events = [EventDraft("ASSAULT", None, 3, (3, 4), actors=[Role(mention(draft, "Rebels"))], disputed=["reality", "actors", "actors"])]
    assert finish(draft, PIPELINE).to_json() == finish(draft, PIPELINE).to_json()
    assert finish(draft, PIPELINE).events[0].disputed == ["actors", "reality"]
