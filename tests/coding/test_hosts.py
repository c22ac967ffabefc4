"""Whom a visit is paid to."""

from __future__ import annotations

import pytest

from sayso.coding.arguments import Found
from sayso.coding.draft import Draft, EventDraft, PlaceMention, Role
from sayso.coding.hosts import host
from sayso.coding.scene import Scene
from sayso.record import Place
from tests.coding.event_support import draft_of, role

TRAVELLED = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 travelled travel VERB Tense=Past|VerbForm=Fin 0 root _
3 {case} {case} ADP 4 case _
4 {goal} {goal} PROPN 2 obl _
5 after after ADP 6 case _
6 Iran Iran PROPN 2 obl Actor=Iran
"""
TRIP = """
1 trip trip NOUN 0 root _
2 of of ADP 3 case _
3 Turkey Turkey PROPN 1 nmod Actor=Turkey
4 {case} {case} ADP 5 case _
5 {goal} {goal} PROPN 3 nmod _
"""
PLACES = {"Moscow": ("RUS", "city"), "Kazan": ("RUS", "city"), "Ankara": ("TUR", "city"), "Kenya": ("KEN", "country"), "Iran": ("IRA", "country")}


def drafted(tree: str, goal: str, case: str = "to") -> Draft:
    """A visit by Turkey, whose goal is a known place."""
    draft = draft_of(tree.format(goal=goal, case=case))
    country, precision = PLACES[goal]
    at = next(token.index for token in draft.analysis.tokens if token.text == goal)
    draft.places = [PlaceMention(at, at + 1, at, Place("p1", goal, country, precision=precision))]
    return draft


def received(draft: Draft, *, frame: str = "visit", recipients: tuple[str, ...] = (), actors: tuple[str, ...] = ("Turkey",)) -> Role | None:
    """Who receives the visit that the verb or the noun of the draft names."""
    scene = Scene(draft)
    at = next(token.index for token in draft.analysis.tokens if token.text in ("travelled", "trip"))
    event = EventDraft("CONSULT", "visit", at, (at, at + 1), actors=[role(draft, name) for name in actors])
    event.recipients = [role(draft, name) for name in recipients]
    return host(scene, Found(event, scene.frames.named[frame], [at], frame.endswith("noun"), relations=scene.relations([at])))


@pytest.mark.parametrize(("goal", "country", "state"), [("Moscow", "RUS", "Russia"), ("Kenya", "KEN", "Kenya")])
def test_a_visit_to_a_state_or_its_capital_is_paid_to_the_state(goal: str, country: str, state: str) -> None:
    """With a chance that leaves room for others."""
    found = received(drafted(TRAVELLED, goal))
    assert found is not None
    actor = found.mention.actor
    assert (actor.kind, actor.name, actor.country, found.chance) == ("country", state, country, 0.5)


def test_a_visit_to_another_town_is_paid_to_nobody() -> None:
    """Only the seat of a government stands for it."""
    assert received(drafted(TRAVELLED, "Kazan")) is None


def test_who_travels_to_his_own_capital_visits_nobody() -> None:
    """He goes home."""
    draft = drafted(TRAVELLED, "Ankara")
    assert received(draft) is None


def test_who_visits_somebody_that_is_named_visits_no_state() -> None:
    """Whoever is named receives him."""
    assert received(drafted(TRAVELLED, "Moscow"), recipients=("Iran",)) is None


def test_a_visit_by_nobody_is_paid_to_nobody() -> None:
    """Whose own the capital may be is not known."""
    assert received(drafted(TRAVELLED, "Moscow"), actors=()) is None


def test_a_journey_from_a_capital_is_no_visit_to_it() -> None:
    """The frame says which prepositions lead to a goal."""
    assert received(drafted(TRAVELLED, "Moscow", "from")) is None


def test_other_events_are_paid_to_nobody() -> None:
    """Support that goes to a capital is no visit."""
    assert received(drafted(TRAVELLED, "Moscow"), frame="support") is None


def test_the_goal_of_a_trip_may_hang_on_the_traveller() -> None:
    """ "The trip of Turkey to Moscow", as the tree has it."""
    found = received(drafted(TRIP, "Moscow"), frame="visit_noun")
    assert found is not None and found.mention.actor.name == "Russia"


def test_what_else_hangs_on_the_traveller_is_no_goal() -> None:
    """ "The trip of Turkey in Moscow"."""
    assert received(drafted(TRIP, "Moscow", "in"), frame="visit_noun") is None


def test_a_state_that_the_article_has_is_no_second_actor() -> None:
    """It has one mention more."""
    draft = drafted(TRAVELLED, "Moscow")
    draft.mentions[1].actor.country = "RUS"
    found = received(draft)
    assert found is not None and found.mention.actor is draft.mentions[1].actor
    assert len(draft.actors) == 2


def test_a_state_that_the_article_has_not_becomes_one_of_its_actors() -> None:
    """With the place's words as its mention."""
    draft = drafted(TRAVELLED, "Moscow")
    found = received(draft)
    assert found is not None and draft.actors[-1] is found.mention.actor and draft.mentions[-1] is found.mention
    assert [draft.analysis.text[slice(*span)] for span in found.mention.actor.mentions] == ["Moscow"]
