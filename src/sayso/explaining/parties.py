"""Why somebody is an actor or recipient of an event."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.coding.arguments import ENOUGH, Candidate, Found, candidates
from sayso.coding.draft import EventDraft, Role
from sayso.explaining.reasons import Reason
from sayso.explaining.replay import Replay

_RELATIONS = {
    "subj": "its subject", "obj": "its object", "iobj": "its indirect object", "poss": "its owner", "compound": "the word before it",
    "light": "the subject of the verb that carries it", "faced": "who comes under it", "targeting": "what it hits", "deed": "its clause",
}  # fmt: skip
_FIELDS = {"actor": "actors", "recipient": "recipients"}
_UNDERSTOOD = 1.0
"""Chance of those whom another event, a statement or their state gives the role: nobody weighed it."""


def role_reasons(replay: Replay, event: EventDraft, role: str, ids: dict[int, str]) -> Iterator[Reason]:
    """One reason for each who plays the role, or why nobody does."""
    played = event.actors if role == "actor" else event.recipients
    if not played:
        yield Reason(_FIELDS[role], "none", "none", _nobody(replay, event, role))
    for one in played:
        yield _reason(replay, event, role, one, ids)


def _nobody(replay: Replay, event: EventDraft, role: str) -> str:
    found = replay.founds.get(event.trigger)
    if found is not None and role == "recipient" and found.frame.mutual:
        return f"in a mutual event (frame “{found.frame.name}”) all sides are actors"
    return "the frame names nobody, and nobody near is likely enough"


def _reason(replay: Replay, event: EventDraft, role: str, one: Role, ids: dict[int, str]) -> Reason:
    mention = one.mention
    name, words = mention.actor.name, replay.text(mention.first, mention.last)
    span = replay.span(mention.first, mention.last)
    field = _FIELDS[role]
    for token in replay.mentions(event) if one.chance < _UNDERSTOOD else ():
        found = replay.founds.get(token)
        candidate = _candidate(replay, found, role, one) if found is not None else None
        if found is not None and candidate is not None:
            by, text = _weighed(found, role, words, one, candidate)
            return Reason(field, name, by, text, span)
    return Reason(field, name, "rule", _understood(replay, event, role, one, words, ids), span)


def _candidate(replay: Replay, found: Found, role: str, one: Role) -> Candidate | None:
    """The candidate of the second run that stands where the one of the record stands."""
    place = (one.mention.first, one.mention.last)
    weighed = candidates(replay.scene, found, role, replay.arguments.get(found.event.trigger, []))
    return next((c for c in weighed if (c.mention.first, c.mention.last) == place or c.mention.actor.name == one.mention.actor.name), None)


def _weighed(found: Found, role: str, words: str, one: Role, candidate: Candidate) -> tuple[str, str]:
    relation = _relation(found, role, one)
    if candidate.frame:
        where = f", where the frame “{found.frame.name}” looks for the {role}" if relation else f", as the frame “{found.frame.name}” has it"
        stands = _RELATIONS.get(relation) or f"behind “{relation.removeprefix('obj_')}”"
        base, by = f"“{words}” is {stands}{where}" if relation else f"“{words}”{where}", "frame"
    elif candidate.said:
        base, by = f"“{words}” {'says' if role == 'actor' else 'is told'} the words that are the event", "rule"
    elif candidate.model:
        base, by = f"the frame does not name “{words}”; the language model does, with {candidate.model:.0%}", "model"
    else:
        base, by = f"no one is named by the frame; “{words}” stands in the same sentence", "score"
    return by, f"{base}; together {one.chance:.0%} sure" + (", the likeliest of those there" if one.chance < ENOUGH else "")


def _relation(found: Found, role: str, one: Role) -> str:
    """The relation of the frame in which somebody stands; empty where it is not the word itself that stands in it."""
    slots = found.slots
    names = (*slots.actor, *slots.joint) if role == "actor" else slots.recipient
    inside = range(one.mention.first, one.mention.last)
    return next((name for name in names if any(token in inside for token in found.relations.get(name, ()))), "")


def _understood(replay: Replay, event: EventDraft, role: str, one: Role, words: str, ids: dict[int, str]) -> str:
    """Sides that no frame of the event itself gives."""
    actor = one.mention.actor
    if role == "recipient" and actor.name.startswith("people in "):
        return f"nobody is named as hit, so it is the people of “{words}”"
    if any(saying.statement.act == "accuse" for saying in one.sayings):
        return f"“{words}” is blamed for it by a statement"
    leaders = [other for other in event.actors if other.mention.actor.kind == "person" and other.mention.actor.country == actor.country]
    if role == "actor" and actor.kind == "country" and leaders:
        return f"“{words}” is the state of {leaders[0].mention.actor.name}, who leads it"
    act = next((other for other in replay.draft.events if event in other.about), None)
    told = (
        f"{ids[id(act)]} (“{replay.word(act.trigger)}”) speaks of this event, and its frame says"
        if act is not None
        else "an event that speaks of it says"
    )
    return f"{told} that “{words}” is its {role}"
