"""Codes of a user's own ontologies: which of a scheme's types an event is, by its rules or by the trigger that names it."""

from __future__ import annotations

from sayso.coding.draft import Draft, EventDraft, Role
from sayso.knowledge.schemes import LEFT_OUT, Asked, Scheme


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
    rule = scheme.rule_for(asked(draft, event))
    if rule is None:
        own = f"{event.type}: {event.mode}" if event.mode else event.type
        return own if event.type in scheme.own else None
    return None if rule.code == LEFT_OUT else rule.code


def trigger_code(draft: Draft, event: EventDraft, scheme: Scheme) -> str | None:
    """The code that a trigger of the scheme's own gives the event, the first of its mentions that has one."""
    codes = {(trigger.place, trigger.code) for trigger in scheme.triggers}
    for token in (event.trigger, *event.merged):
        trigger = draft.named_by.get(token)
        if trigger is not None and trigger.code is not None and (trigger.place, trigger.code) in codes:
            return trigger.code
    return None


def asked(draft: Draft, event: EventDraft) -> Asked:
    """What rules may ask of an event."""
    tolls = {toll.kind for toll in event.tolls if toll.min != 0}

    def words(whole: bool) -> set[str]:
        return _words(draft, event, whole=whole)

    return Asked(event.type, event.mode, event.reality, event.contexts, _sectors(event.actors), _sectors(event.recipients), tolls, words)


def _sectors(roles: list[Role]) -> list[list[str]]:
    """Of each actor its sectors."""
    return [actor.sector for actor in {id(role.mention.actor): role.mention.actor for role in roles}.values()]


def _words(draft: Draft, event: EventDraft, *, whole: bool) -> set[str]:
    """Lemmas of the triggers of an event's mentions, or of all its sentences."""
    tokens, sentences = draft.analysis.tokens, draft.analysis.sentences
    spans = [(sentences[n].first, sentences[n].last) for n in event.evidence]
    places = [i for first, last in spans for i in range(first, last)] if whole else [*range(*event.triggers), event.trigger, *event.merged]
    return {tokens[i].lemma.lower() for i in places}


def _put_instead(draft: Draft, scheme: Scheme) -> None:
    """Only events that have a code are listed, under its type and mode."""
    draft.events = [event for event in draft.events if event.codes]
    for event in draft.events:
        event.type, event.mode = scheme.parts((event.codes or {})[scheme.name])
