"""Whom a visit is paid to, where that is told by a place: "travelled to Moscow" is a visit to Russia."""

from __future__ import annotations

from sayso.coding.arguments import Found
from sayso.coding.chains import state_actor
from sayso.coding.draft import Mention, Role
from sayso.coding.scene import Scene

_VISITS = frozenset({"visit", "visit_noun"})
_CHANCE = 0.5
"""How sure it is that a state whose capital is visited receives the visitors."""


def host(scene: Scene, found: Found) -> Role | None:
    """The state to which, or to whose seat of government, a visit goes; nobody where it is the visitors' own, or somebody is named."""
    event = found.event
    if found.frame.name not in _VISITS or event.recipients or not event.actors:
        return None
    own = {role.mention.actor.country for role in event.actors}
    for token in _goals(scene, found):
        code = _state_at(scene, token)
        if code is not None and code not in own:
            return Role(_state(scene, token, code), chance=_CHANCE)
    return None


def _goals(scene: Scene, found: Found) -> list[int]:
    """Where a visit goes: what the frame says, or what hangs on the visitor, as in "the trip of the president to Riyadh"."""
    goals = [token for relation in found.slots.recipient for token in found.relations.get(relation, ())]
    below = [i for role in found.event.actors for i in scene.analysis.dependents(role.mention.head, "nmod") if scene.has_case(i, "to")]
    return goals + below


def _state_at(scene: Scene, token: int) -> str | None:
    """The state that a token names, or whose seat of government it names."""
    place = scene.places.get(token)
    if place is None:
        return None
    return place.place.country if place.place.precision == "country" else scene.draft.knowledge.actors.seat(place.place.name)


def _state(scene: Scene, token: int, code: str) -> Mention:
    """A state as an actor of the article: one that is there already, or a new one."""
    draft = scene.draft
    actor = next((actor for actor in draft.actors if actor.kind == "country" and actor.country == code), None)
    if actor is None:
        actor = state_actor(draft.knowledge.actors, code)
        draft.actors.append(actor)
    place = scene.places[token]
    mention = Mention(place.first, place.last, token, "name", actor)
    actor.mentions.append(draft.analysis.span(place.first, place.last))
    draft.mentions.append(mention)
    return mention
