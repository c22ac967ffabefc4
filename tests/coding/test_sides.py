"""Sides that are understood: states of leaders, people of places."""

from __future__ import annotations

import pytest

from sayso.coding.draft import Draft, EventDraft, PlaceMention
from sayso.coding.sides import add_states, people_hit
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
