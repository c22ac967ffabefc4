"""When events took place: by the tree, else by the model's word, else by the same actor's act just before."""

from __future__ import annotations

from sayso.coding.dating import time_for, when_by, when_of
from sayso.coding.draft import Draft, EventDraft, TimeMention
from sayso.knowledge.ontology import load_ontology
from sayso.language.analysis import Argument

_SURE = 0.5
"""Score from which the model's word for the time of an event is taken."""
_REACH = 2
"""Sentences over which an act of the same actor lends its date."""


def set_in_time(draft: Draft, event: EventDraft, arguments: list[Argument]) -> None:
    """Date an event by the time expression that the tree, or failing that the model, gives it."""
    event.time = time_for(draft, event.trigger)
    if event.time is not None:
        event.start, event.end = when_of(draft, event.trigger)
        return
    event.time = _by_model(draft, arguments)
    if event.time is not None:
        event.start, event.end = when_by(draft, event.trigger, event.time)


def _by_model(draft: Draft, arguments: list[Argument]) -> TimeMention | None:
    scored = [(a.score, -a.word) for a in arguments if a.role == "time" and a.score >= _SURE]
    for _, word in sorted(scored, reverse=True):
        for mention in draft.times:
            if mention.first <= -word < mention.last and mention.time.kind != "set":
                return mention
    return None


def share_dates(draft: Draft) -> None:
    """Give an undated act of speech the date of the same actor's act of speech just before it."""
    verbal = {name for name, type in load_ontology().types.items() if type.verbal}
    told = [event for event in draft.events if event.type in verbal and event.reality == "happened"]
    for event in told:
        if event.start is None and event.end is None:
            earlier = [other for other in told if other.start and _just_before(draft, other, event) and _same_actor(other, event)]
            if earlier:
                event.start, event.end, event.time = earlier[-1].start, earlier[-1].end, earlier[-1].time


def _just_before(draft: Draft, first: EventDraft, second: EventDraft) -> bool:
    tokens = draft.analysis.tokens
    return 0 <= tokens[second.trigger].sentence - tokens[first.trigger].sentence <= _REACH and first.trigger < second.trigger


def _same_actor(first: EventDraft, second: EventDraft) -> bool:
    ours = {id(role.mention.actor) for role in first.actors}
    return any(id(role.mention.actor) in ours for role in second.actors)
