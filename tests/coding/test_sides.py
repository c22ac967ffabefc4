"""Sides that are understood: states of leaders, people of places."""

from __future__ import annotations

import pytest

from sayso.coding.draft import Draft, EventDraft, PlaceMention
from sayso.coding.sides import add_states, listed_beside, people_hit, settle_victims
from sayso.record import Place
from tests.coding.event_support import draft_of, names, role

TREE = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 bombed bomb VERB Tense=Past 0 root _
3 Kobani Kobani PROPN 2 obj _
4 leader leader NOUN 2 obl Actor=leader
"""


def _draft(type: str = "ASSAULT") -> tuple[Draft, EventDraft]:
    draft = draft_of(TREE)
    leader = next(actor for actor in draft.actors if actor.name == "leader")
    leader.kind, leader.country, leader.sector = "person", "TUR", ["GOV"]
    event = EventDraft(type, None, 1, (1, 2), evidence=[0])
    event.actors = [role(draft, "leader")]
    draft.events = [event]
    draft.places = [PlaceMention(2, 3, 2, Place("p1", "Kobani", country="SYR", precision="city"))]
    return draft, event


@pytest.mark.parametrize(("type", "listed"), [("ASSAULT", ["leader", "Turkey"]), ("CONSULT", ["leader"])])
def test_the_state_stands_beside_its_leader(type: str, listed: list[str]) -> None:
    """Deeds done with the state's means list the state too; talks do not."""
    draft, event = _draft(type)
    add_states(draft)
    assert names(event.actors) == listed


def test_a_state_is_listed_once() -> None:
    """A state that is listed already, on either side, is not added."""
    draft, event = _draft()
    event.recipients = [role(draft, "Turkey")]
    add_states(draft)
    assert names(event.actors) == ["leader"]


def test_other_persons_bring_no_state() -> None:
    """A person without office acts for nobody else."""
    draft, event = _draft()
    event.actors[0].mention.actor.sector = ["CVL"]
    add_states(draft)
    assert names(event.actors) == ["leader"]


def test_people_of_a_place_that_is_hit() -> None:
    """Where only a place is hit, its people are, with the place's country."""
    draft, event = _draft()
    people = people_hit(draft, event, {"obj": [2]})
    assert people is not None
    actor = people.mention.actor
    assert (actor.name, actor.country, actor.sector, actor.kind) == ("people in Kobani", "SYR", ["CVL"], "population")
    assert len({a.id for a in draft.actors}) == len(draft.actors)


def test_the_people_of_a_place_are_one_actor() -> None:
    """Two attacks on one place hit the same people."""
    draft, event = _draft()
    first, second = (people_hit(draft, event, {"obj": [2]}) for _ in range(2))
    assert first is not None and second is not None
    assert first.mention.actor is second.mention.actor


def test_named_victims_leave_no_room_for_the_place() -> None:
    """Who is named as hit is hit, and other deeds hit no people."""
    draft, event = _draft()
    event.recipients = [role(draft, "Turkey")]
    assert people_hit(draft, event, {"obj": [2]}) is None
    draft, event = _draft("CONSULT")
    assert people_hit(draft, event, {"obj": [2]}) is None


@pytest.mark.parametrize("type", ["ASSAULT", "AID", "COERCE", "MOBILIZE", "SANCTION", "CONCEDE"])
def test_deeds_of_state_are_six(type: str) -> None:
    """A leader does them with the state's means."""
    draft, event = _draft(type)
    add_states(draft)
    assert names(event.actors) == ["leader", "Turkey"]


@pytest.mark.parametrize("type", ["CONSULT", "ACCUSE", "THREATEN", "REQUEST", "PROTEST", "AGREE"])
def test_words_are_a_leaders_own(type: str) -> None:
    """Who talks, blames or threatens does it in person."""
    draft, event = _draft(type)
    add_states(draft)
    assert names(event.actors) == ["leader"]


@pytest.mark.parametrize(
    ("kind", "sector", "country", "listed"),
    [
        ("person", ["MIL"], "TUR", True),
        ("person", ["CVL", "GOV"], "TUR", True),
        ("organization", ["GOV"], "TUR", False),
        ("person", [], "TUR", False),
        ("person", ["GOV"], "SYR", False),
        ("person", ["GOV"], None, False),
    ],
)
def test_only_who_leads_a_state_that_is_named_brings_it(kind: str, sector: list[str], country: str | None, listed: bool) -> None:
    """Persons of government or army, whose country the article names."""
    draft, event = _draft()
    leader = event.actors[0].mention.actor
    leader.kind, leader.sector, leader.country = kind, sector, country
    add_states(draft)
    assert (names(event.actors) == ["leader", "Turkey"]) is listed


def test_state_is_listed_by_its_nearest_mention() -> None:
    """The one that stands closest to the deed."""
    draft = draft_of(TREE + "5 Turkey Turkey PROPN 2 obl Actor=Turkey\n")
    leader = next(actor for actor in draft.actors if actor.name == "leader")
    leader.kind, leader.country, leader.sector = "person", "TUR", ["GOV"]
    event = EventDraft("ASSAULT", None, 3, (3, 4), evidence=[0])
    event.actors, draft.events = [role(draft, "leader")], [event]
    add_states(draft)
    assert event.actors[1].mention.head == 4


def test_two_leaders_bring_their_state_once() -> None:
    """One state, one entry."""
    draft, event = _draft()
    event.actors = [role(draft, "leader"), role(draft, "leader")]
    add_states(draft)
    assert names(event.actors) == ["leader", "leader", "Turkey"]


@pytest.mark.parametrize("relation", ["on", "of", "against", "in", "at", "obj", "into", "across"])
def test_place_is_hit_by_what_stands_before_it(relation: str) -> None:
    """As object, or behind a preposition that says where the blow fell."""
    draft, event = _draft()
    assert people_hit(draft, event, {relation: [2]}) is not None


@pytest.mark.parametrize("relation", ["from", "near", "by", "subj"])
def test_place_a_blow_comes_from_is_not_hit(relation: str) -> None:
    """Nor one it fell near."""
    draft, event = _draft()
    assert people_hit(draft, event, {relation: [2]}) is None


def test_words_that_are_no_places_have_no_people() -> None:
    """A leader is no town."""
    draft, event = _draft()
    assert people_hit(draft, event, {"obj": [3]}) is None


def test_people_are_mentioned_where_their_place_is() -> None:
    """The span is that of the place's name."""
    draft, event = _draft()
    people = people_hit(draft, event, {"obj": [2]})
    assert people is not None
    (span,) = people.mention.actor.mentions
    assert draft.analysis.text[slice(*span)] == "Kobani"


def hit(*, type: str = "ASSAULT", kind: str = "nominal", country: str | None = None, sector: str = "CVL") -> str | None:
    """The country of who is hit at Kobani, afterwards."""
    draft, event = _draft(type)
    event.recipients = [role(draft, "leader")]
    event.places = draft.places
    mention = event.recipients[0].mention
    mention.kind, mention.actor.country, mention.actor.sector = kind, country, [sector]
    settle_victims(event)
    return mention.actor.country


def test_victims_are_of_the_country_where_they_are_hit() -> None:
    """Where the text tells of no other; a name has its own."""
    assert hit() == "SYR"
    assert hit(country="TUR") == "TUR"
    assert hit(kind="name") is None


def test_only_locals_who_are_hurt_are_settled() -> None:
    """Peacekeepers come from abroad, and whom one meets may be a guest."""
    assert hit(sector="IGO") is None
    assert hit(type="CONSULT") is None


LIST = """
1 Rebels rebel NOUN 2 nsubj Actor=Rebels
2 killed kill VERB 0 root _
3 Ann Ann PROPN 2 obj Actor=Ann
4 , , PUNCT 5 punct _
5 Bob Bob PROPN 3 conj Actor=Bob
6 and and CCONJ 7 cc _
7 Cid Cid PROPN 3 conj Actor=Cid
"""


def _killing(trigger: int = 1, kind: str = "person") -> tuple[Draft, EventDraft]:
    draft = draft_of(LIST)
    draft.heads = {mention.head: mention for mention in draft.mentions}
    for actor in draft.actors[1:]:
        actor.kind = kind
    event = EventDraft("ASSAULT", None, trigger, (trigger, trigger + 1), evidence=[0])
    event.actors, event.recipients = [role(draft, "Rebels")], [role(draft, "Cid")]
    return draft, event


def test_all_persons_of_a_list_are_recipients() -> None:
    """Whoever of them was found first brings the others."""
    draft, event = _killing()
    assert names(listed_beside(draft, event)) == ["Ann", "Bob"]


def test_lists_of_bodies_are_left_alone() -> None:
    """Only persons suffer one fate because they stand in one list."""
    draft, event = _killing(kind="organization")
    assert listed_beside(draft, event) == []


def test_who_is_described_by_a_clause_stands_alone() -> None:
    """The deed below a name is told of that name only."""
    draft, event = _killing(trigger=4)
    event.recipients = [role(draft, "Ann")]
    assert listed_beside(draft, event) == []


def test_the_people_of_a_place_are_a_guess() -> None:
    """Who is named in another mention of the deed takes their part."""
    draft, event = _draft()
    event.recipients = []
    found = people_hit(draft, event, {"obj": [2]})
    assert found is not None
    assert found.chance < 0.5
