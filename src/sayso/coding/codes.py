"""Codes of a user's own ontologies: which of a scheme's types an event is, by its rules or by the trigger that names it."""

from __future__ import annotations

from sayso.coding.draft import Draft, EventDraft, Role
from sayso.knowledge.schemes import LEFT_OUT, NOBODY, Rule, Scheme

_EITHER_SIDE = 2
"""Parties that must be of a rule's `sides`: one on each side, or two among the actors where nobody is acted upon."""


def code_events(draft: Draft) -> None:
    """Give every event its codes, and put those of the one scheme in the place of PLOVER's types where the user wants that."""
    knowledge = draft.knowledge
    for event in draft.events:
        found = {scheme.name: code_of(draft, event, scheme) for scheme in knowledge.schemes}
        event.codes = {name: code for name, code in found.items() if code is not None} if knowledge.schemes else None
    if knowledge.instead:
        _put_instead(draft, knowledge.schemes[0])


def code_of(draft: Draft, event: EventDraft, scheme: Scheme) -> str | None:
    """The code that a scheme gives an event: its own trigger's, else that of the first rule that fits, else its own type; None for none."""
    if event.reality not in scheme.realities:
        return None
    named = trigger_code(draft, event, scheme)
    if named is not None:
        return named
    found = next((rule.code for rule in scheme.rules if fits(draft, event, rule)), None)
    if found is None and event.type in scheme.own:
        return f"{event.type}: {event.mode}" if event.mode else event.type
    return None if found == LEFT_OUT else found


def trigger_code(draft: Draft, event: EventDraft, scheme: Scheme) -> str | None:
    """The code that a trigger of the scheme's own gives the event, the first of its mentions that has one."""
    codes = {(trigger.place, trigger.code) for trigger in scheme.triggers}
    for token in (event.trigger, *event.merged):
        trigger = draft.named_by.get(token)
        if trigger is not None and trigger.code is not None and (trigger.place, trigger.code) in codes:
            return trigger.code
    return None


def fits(draft: Draft, event: EventDraft, rule: Rule) -> bool:
    """Does an event have one of the values of everything that a rule asks for?"""
    return all(_has(draft, event, key, values) for key, values in rule.asks.items())


def _has(draft: Draft, event: EventDraft, key: str, values: frozenset[str]) -> bool:
    if key == "sides":
        return _both_sides(event, values)
    return bool(values & _values(draft, event, key))


def _values(draft: Draft, event: EventDraft, key: str) -> set[str]:
    """What an event has of a thing that rules ask for."""
    if key == "type":
        return {event.type}
    if key == "mode":
        return {event.mode or LEFT_OUT}
    if key in ("actors", "recipients"):
        return _sectors(event.actors if key == "actors" else event.recipients)
    if key == "reality":
        return {event.reality}
    if key == "contexts":
        return set(event.contexts)
    if key == "toll":
        return {toll.kind for toll in event.tolls if toll.min != 0}
    return _words(draft, event, whole=key == "words")


def _sectors(roles: list[Role]) -> set[str]:
    return {sector for role in roles for sector in role.mention.actor.sector} or ({NOBODY} if not roles else set())


def _words(draft: Draft, event: EventDraft, *, whole: bool) -> set[str]:
    """Lemmas of the triggers of an event's mentions, or of all its sentences."""
    tokens, sentences = draft.analysis.tokens, draft.analysis.sentences
    spans = [(sentences[n].first, sentences[n].last) for n in event.evidence]
    places = [i for first, last in spans for i in range(first, last)] if whole else [*range(*event.triggers), event.trigger, *event.merged]
    return {tokens[i].lemma.lower() for i in places}


def _both_sides(event: EventDraft, sectors: frozenset[str]) -> bool:
    of_them = [[role for role in side if sectors & set(role.mention.actor.sector)] for side in (event.actors, event.recipients)]
    if event.recipients:
        return all(of_them)
    return len({id(role.mention.actor) for role in of_them[0]}) >= _EITHER_SIDE


def _put_instead(draft: Draft, scheme: Scheme) -> None:
    """Only events that have a code are listed, under its type and mode."""
    draft.events = [event for event in draft.events if event.codes]
    for event in draft.events:
        event.type, event.mode = scheme.parts((event.codes or {})[scheme.name])
