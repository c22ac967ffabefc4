"""Mentions of one happening become one event; what is left too weak is dropped.

Two mentions are the same when their types agree and nothing that both know sets them apart: actors, recipients, dates,
places, tolls, reality. How much must speak for it depends on how near they are and how they are worded.
"""

from __future__ import annotations

from sayso.coding.draft import Draft, EventDraft, Role
from sayso.knowledge.event_scores import load_event_scores
from sayso.language.analysis import Analysis

_CAMPAIGN = frozenset({"campaign", "offensive", "operation", "war", "battle", "siege"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "its", "their", "his", "her"})
_ENOUGH = 1.0


def merge_events(draft: Draft) -> None:
    """Merge the mentions of each event and keep the events that are probable enough."""
    scores = load_event_scores()
    merged: list[EventDraft] = []
    into: dict[int, EventDraft] = {}
    for event in sorted(draft.events, key=_order):
        best = _same(draft.analysis, event, merged)
        if best is None:
            merged.append(event)
            into[id(event)] = event
        else:
            _merge(draft.analysis, best, event)
            into[id(event)] = best
    kept = [event for event in merged if event.confidence >= scores.keep]
    _relink(draft, kept, into)
    draft.events = kept


def _order(event: EventDraft) -> tuple[int, int]:
    return event.trigger, event.triggers[0]


def _same(analysis: Analysis, event: EventDraft, merged: list[EventDraft]) -> EventDraft | None:
    best: tuple[float, int] | None = None
    for place, other in enumerate(merged):
        likeness = _likeness(analysis, other, event)
        if likeness >= _ENOUGH and (best is None or (likeness, place) > best):
            best = likeness, place
    return merged[best[1]] if best is not None else None


def _likeness(analysis: Analysis, first: EventDraft, second: EventDraft) -> float:
    """What speaks for two mentions being one event, less what speaks against; at least one is enough."""
    if first.type != second.type or _linked(first, second):
        return -9.0
    total = 0.0
    same_word = _lemma(analysis, first) == _lemma(analysis, second)
    total += 0.7 if same_word else 0.0
    total += 0.4 if first.mode == second.mode and first.mode is not None else -0.8 if first.mode and second.mode and first.mode != second.mode else 0.0
    total += _roles_alike(first.actors, second.actors) + _roles_alike(first.recipients, second.recipients)
    total += _definite(analysis, second)
    total += _dates_alike(first, second) + _places_alike(first, second) + _tolls_alike(first, second)
    total += 0.0 if first.reality == second.reality else -0.6
    distance = analysis.tokens[second.trigger].sentence - max(first.evidence)
    total += 0.2 if distance <= 1 else -0.1 * min(distance - 1, 5)
    return total


def _linked(first: EventDraft, second: EventDraft) -> bool:
    return second in first.about or first in second.about


def _lemma(analysis: Analysis, event: EventDraft) -> str:
    return analysis.tokens[event.trigger].lemma.lower()


def _roles_alike(first: list[Role], second: list[Role]) -> float:
    if not first or not second:
        return 0.1
    ours, theirs = ({id(role.mention.actor) for role in roles} for roles in (first, second))
    if ours & theirs:
        return 0.6
    countries = {role.mention.actor.country for role in first} & {role.mention.actor.country for role in second}
    return 0.1 if countries - {None} else -1.2


def _definite(analysis: Analysis, event: EventDraft) -> float:
    """A definite noun goes back to something told; an indefinite one brings something new."""
    token = analysis.tokens[event.trigger]
    if token.upos not in ("NOUN", "PROPN"):
        return 0.0
    words = {analysis.tokens[i].lemma.lower() for i in analysis.children[event.trigger]}
    if words & _DEFINITE:
        return 0.6
    return -0.5 if words & {"a", "an", "another", "new", "second", "further", "other"} else 0.1


def _dates_alike(first: EventDraft, second: EventDraft) -> float:
    if not first.start or not second.start:
        return 0.0
    shorter, longer = sorted((first.start, second.start), key=len)
    return 0.5 if longer.startswith(shorter) else -1.0


def _places_alike(first: EventDraft, second: EventDraft) -> float:
    ours, theirs = ({id(p.place) for p in event.places} for event in (first, second))
    if not ours or not theirs:
        return 0.0
    return 0.3 if ours & theirs else -0.5


def _tolls_alike(first: EventDraft, second: EventDraft) -> float:
    ours, theirs = ({(t.kind, t.min, t.max) for t in event.tolls} for event in (first, second))
    if not ours or not theirs:
        return 0.0
    return 0.8 if ours & theirs else -0.4


def _merge(analysis: Analysis, kept: EventDraft, more: EventDraft) -> None:
    """Fold a mention into an event: evidence adds up, what is empty is filled."""
    if more.confidence > kept.confidence + 0.25:
        kept.trigger, kept.triggers = more.trigger, more.triggers
    kept.evidence = sorted(set(kept.evidence) | set(more.evidence))
    kept.confidence = max(kept.confidence, more.confidence)
    kept.mode = kept.mode or more.mode
    kept.actors = kept.actors or more.actors
    kept.recipients = kept.recipients or more.recipients
    if kept.start is None and kept.end is None:
        kept.start, kept.end, kept.time = more.start, more.end, more.time
    kept.places = kept.places or more.places
    kept.tolls.extend(t for t in more.tolls if (t.kind, t.min, t.max) not in {(k.kind, k.min, k.max) for k in kept.tolls})
    kept.sayings.extend(more.sayings)
    kept.about.extend(d for d in more.about if d not in kept.about)
    if kept.reality not in ("happened", "ongoing") and more.reality in ("happened", "ongoing"):
        kept.reality = more.reality
    kept.contexts = sorted({*kept.contexts, *more.contexts})
    kept.why.append(f"merged with {analysis.tokens[more.trigger].text!r} in sentence {analysis.tokens[more.trigger].sentence}")


def _relink(draft: Draft, kept: list[EventDraft], into: dict[int, EventDraft]) -> None:
    """Point links of events and statements to the merged events that stay."""
    for event in kept:
        event.about = _links(event.about, kept, into, but=event)
    for statement in draft.statements:
        statement.about = _links(statement.about, kept, into)


def _links(links: list[EventDraft], kept: list[EventDraft], into: dict[int, EventDraft], *, but: EventDraft | None = None) -> list[EventDraft]:
    found: list[EventDraft] = []
    for link in links:
        target = into.get(id(link), link)
        if target in kept and target is not but and target not in found:
            found.append(target)
    return found
