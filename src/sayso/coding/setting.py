"""When events took place: by the tree, else by the model's word, else by the same actor's act just before."""

from __future__ import annotations

from sayso.coding.dating import time_for, when_by, when_of
from sayso.coding.draft import Draft, EventDraft, StatementDraft, TimeMention
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
    """Give an undated act of speech the date on which its words were said, else that of the same actor's act just before it."""
    verbal = {name for name, type in draft.knowledge.ontology.types.items() if type.verbal}
    told = [event for event in draft.events if event.type in verbal and event.reality == "happened"]
    said = _dated_statements(draft)
    for event in told:
        if event.start is None and event.end is None:
            mention = next((time for statement, time in said if _is_told_in(event, statement)), None) or _spoke_before(draft, event, said)
            earlier = [other for other in told if other.start and _just_before(draft, other, event) and _same_actor(other, event)]
            if mention is not None:
                event.start, event.end, event.time = mention.time.start, mention.time.end, mention
            elif earlier:
                event.start, event.end, event.time = earlier[-1].start, earlier[-1].end, earlier[-1].time


def _dated_statements(draft: Draft) -> list[tuple[StatementDraft, TimeMention]]:
    """Statements and when they were made; a quotation without a cue goes on with its speaker's last words."""
    found: list[tuple[StatementDraft, TimeMention]] = []
    last: dict[int, TimeMention | None] = {}
    for statement in draft.statements:
        speaker = id(statement.speaker.actor) if statement.speaker is not None else 0
        if statement.cue is not None:
            last[speaker] = statement.time
        time = last.get(speaker)
        if speaker and time is not None and time.time.kind in ("date", "time"):
            found.append((statement, time))
    return found


def _is_told_in(event: EventDraft, statement: StatementDraft) -> bool:
    """Whether an act of speech is its speaker's own, done by these words."""
    inside = any(first <= event.trigger < last for first, last in [*statement.content, *([statement.cue] if statement.cue else [])])
    return inside and statement.speaker is not None and any(role.mention.actor is statement.speaker.actor for role in event.actors)


def _spoke_before(draft: Draft, event: EventDraft, said: list[tuple[StatementDraft, TimeMention]]) -> TimeMention | None:
    """The date of the actor's last words, if they stand just before: "she told reporters on Monday … She accused"."""
    tokens = draft.analysis.tokens
    found = None
    for statement, time in said:
        at = statement.cue[0] if statement.cue else statement.content[0][0]
        near = at < event.trigger and tokens[event.trigger].sentence - tokens[at].sentence <= _REACH
        if near and statement.speaker is not None and any(role.mention.actor is statement.speaker.actor for role in event.actors):
            found = time
    return found


def _just_before(draft: Draft, first: EventDraft, second: EventDraft) -> bool:
    tokens = draft.analysis.tokens
    return 0 <= tokens[second.trigger].sentence - tokens[first.trigger].sentence <= _REACH and first.trigger < second.trigger


def _same_actor(first: EventDraft, second: EventDraft) -> bool:
    ours = {id(role.mention.actor) for role in first.actors}
    return any(id(role.mention.actor) in ours for role in second.actors)
