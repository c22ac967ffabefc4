"""Mentions of one happening become one event; what is left too weak is dropped.

Two mentions are the same when their types agree and what they share outweighs what sets them apart: actors, recipients,
dates, places, tolls, wording, distance. The weights are in `event_scores.toml` under [merging].
"""

from __future__ import annotations

import math

from sayso.coding.contexts import contexts_of
from sayso.coding.draft import Draft, EventDraft, Role
from sayso.coding.listing import Group, listing_features
from sayso.coding.sameness import Told, are_apart, goes_on, pair_features
from sayso.coding.sides import add_states
from sayso.coding.tolls import combine_tolls, without_parts
from sayso.knowledge.event_scores import EventScores, load_event_scores
from sayso.knowledge.weighing import chance
from sayso.language.analysis import Analysis

_MARGIN = 0.25
"""How much more probable a later mention must be to give the event its trigger."""
_GUESS = 0.5
"""Chance below which a role was guessed."""
_NEVER, _ALWAYS = -99.0, 99.0
_AS_GOOD = 0.5
"""Log-odds that a group may be less like a mention that only refers back ("the attack"): of such groups it is the last one told."""
_EASIER = 0.5
"""Log-odds by which a mention that only refers back may be less like a group: it means something that was told."""
_MAYBE = -1.5
"""Log-odds from which a deed that is not listed may be another, so that what is said about it is about that."""
_MEMBERS = 6
"""How many of the latest members of a group a mention is compared with."""


def merge_events(draft: Draft) -> None:
    """Merge the mentions of each event and keep the events that are probable enough."""
    scores = load_event_scores()
    into: dict[int, EventDraft] = {}
    merged: list[EventDraft] = []
    groups = cluster(draft.analysis, draft.events, scores)
    listed = [scores.listing(features) for features in listing_features(draft.analysis, groups)]
    for group, probability in zip(groups, listed, strict=True):
        event = fold(draft.analysis, group)
        event.confidence = probability
        into.update((id(told.event), event) for told in group.told)
        merged.append(event)
    kept = [event for event in merged if event.confidence >= scores.keep]
    for group in groups:
        # Who condemns "the attack" condemns the one that it may be, though it be not sure enough to be merged.
        if group.like is not None and into[id(group.told[0].event)] not in kept:
            same = into[id(group.like.told[0].event)]
            same.alluded.extend(told.event.trigger for told in group.told)
            into.update((id(told.event), same) for told in group.told)
    _relink(draft, kept, into)
    draft.events = kept
    add_states(draft)
    for event in kept:
        event.contexts = contexts_of(draft.analysis, event)


def cluster(analysis: Analysis, events: list[EventDraft], scores: EventScores) -> list[Group]:
    """Mentions in groups, one an event: each joins the group it is most like, if it is like enough."""
    groups: list[Group] = []
    for event in sorted(events, key=_order):
        told = Told(analysis, event)
        all_like = [(_likeness(analysis, group.told, told, scores), place) for place, group in enumerate(groups) if group.type == event.type]
        alike = [one for one in all_like if one[0] > scores.merge - _EASIER * told.refers_back]
        if not alike:
            most = max(all_like, default=(_NEVER, -1))
            groups.append(Group([], math.prod(1 - chance(likeness) for likeness, _ in all_like), groups[most[1]] if most[0] > _MAYBE else None))
            groups[-1].add(told)
        elif told.refers_back:
            least = max(alike)[0] - _AS_GOOD
            groups[max((_order(groups[place].told[-1].event), place) for likeness, place in alike if likeness >= least)[1]].add(told)
        else:
            groups[max(alike)[1]].add(told)
    return groups


def fold(analysis: Analysis, group: Group) -> EventDraft:
    """The mentions of a group as one event, the first of them."""
    first, *others = (told.event for told in group.told)
    for more in others:
        _merge(analysis, first, more)
    return first


def _order(event: EventDraft) -> tuple[int, int]:
    return event.trigger, event.triggers[0]


def _likeness(analysis: Analysis, group: list[Told], told: Told, scores: EventScores) -> float:
    """Log-odds that the mention is the same as a group's members; above the threshold it is.

    Their mean, but for a mention that only refers back: it is the nearest of them that it must be like.
    """
    if any(goes_on(analysis, member.event, told.event) for member in group):
        return _ALWAYS
    if any(are_apart(member, told) for member in group):
        return _NEVER
    totals = [scores.sameness(pair_features(member, told)) for member in group[-_MEMBERS:]]
    return max(totals) if told.refers_back else sum(totals) / len(totals)


def _merge(analysis: Analysis, kept: EventDraft, more: EventDraft) -> None:
    """Fold a mention into an event: evidence adds up, what is empty is filled."""
    beside = analysis.tokens[kept.trigger].sentence == analysis.tokens[more.trigger].sentence
    if more.confidence > kept.confidence + _MARGIN:
        kept.merged.append(kept.trigger)
        kept.trigger, kept.triggers = more.trigger, more.triggers
    else:
        kept.merged.append(more.trigger)
    kept.evidence = sorted(set(kept.evidence) | set(more.evidence))
    kept.confidence = max(kept.confidence, more.confidence)
    kept.mode = kept.mode or more.mode
    choose = _likelier if beside else _surer
    kept.actors = choose(kept.actors, _others(more.actors, kept.recipients))
    kept.recipients = choose(kept.recipients, _others(more.recipients, kept.actors))
    if (more.start or more.end) and (more.dated > kept.dated or not (kept.start or kept.end)):
        kept.start, kept.end, kept.time, kept.dated = more.start, more.end, more.time, more.dated
    if more.places and (more.sited > kept.sited or not kept.places):
        kept.places, kept.sited = more.places, more.sited
    kept.tolls = without_parts(analysis.text, combine_tolls([*kept.tolls, *more.tolls]))
    kept.sayings.extend(more.sayings)
    kept.about.extend(d for d in more.about if d not in kept.about)
    if kept.reality not in ("happened", "ongoing") and more.reality in ("happened", "ongoing"):
        kept.reality = more.reality
    kept.why.append(f"merged with {analysis.tokens[more.trigger].text!r} in sentence {analysis.tokens[more.trigger].sentence}")


def _likelier(roles: list[Role], others: list[Role]) -> list[Role]:
    """Who plays a role by two mentions of one sentence, which tell the same: by that which is likelier to be right."""
    return others if _mean(others) > _mean(roles) else roles


def _mean(roles: list[Role]) -> float:
    return sum(role.chance for role in roles) / len(roles) if roles else 0.0


def _surer(roles: list[Role], others: list[Role]) -> list[Role]:
    """Who plays a role by the earlier mention, unless that was a guess and the later one is not."""
    guessed = all(role.chance < _GUESS for role in roles)
    return others if guessed and any(role.chance >= _GUESS for role in others) else roles or others


def _others(roles: list[Role], across: list[Role]) -> list[Role]:
    """Those who do not already stand on the other side: nobody arrests himself."""
    there = {id(role.mention.actor) for role in across}
    return [role for role in roles if id(role.mention.actor) not in there]


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
