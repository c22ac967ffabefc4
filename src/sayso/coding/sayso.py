"""On whose word each event rests, and what is disputed about it."""

from __future__ import annotations

from sayso.coding.carriers import Carriers, carriers_of, evidence, told_in
from sayso.coding.draft import Draft, EventDraft, Role, Saying, StatementDraft
from sayso.knowledge.cues import stance_of
from sayso.knowledge.sayso_scores import load_sayso_scores
from sayso.language.analysis import Analysis

_ROLE_WORDS = frozenset({"involvement", "involved", "responsibility", "responsible", "role", "behind", "part", "hand", "carry", "link", "connection", "accusation", "allegation", "claim", "charge"})  # fmt: skip
"""Words of a denial that speak of who did it, not of whether it happened."""
_REACH = 3
"""Sentences back over which a denial of involvement refers to an event."""


def attribute_events(draft: Draft) -> None:
    """Fill `sayings` and `disputed` of events and of their roles and tolls, and `about` of statements."""
    carriers = carriers_of(draft.statements)
    starts = {token.start: token.index for token in draft.analysis.tokens}
    for event in draft.events:
        told = told_in(event, carriers)
        for statement in told:
            statement.about.append(event)
        event.sayings = _distinct([_saying(statement) for statement in told if _rests(draft.analysis, event, statement, carriers)])
        _attribute_tolls(event, starts, carriers)
    _attribute_blame(draft)
    _attribute_denials(draft)
    for event in draft.events:
        _mark_disputes(event)


def _rests(analysis: Analysis, event: EventDraft, statement: StatementDraft, carriers: Carriers) -> bool:
    scores = load_sayso_scores()
    return scores.chance(evidence(analysis, event, statement, carriers)) >= scores.enough


def _saying(statement: StatementDraft) -> Saying:
    return Saying(statement, stance_of(statement.act))


def _distinct(sayings: list[Saying]) -> list[Saying]:
    """One saying for each speaker and stance."""
    unique = {(id(s.statement.speaker.actor) if s.statement.speaker else 0, s.stance): s for s in reversed(sayings)}
    return list(reversed(unique.values()))


def _attribute_tolls(event: EventDraft, starts: dict[int, int], carriers: Carriers) -> None:
    """A toll that stands in a statement rests on its speaker; conflicting tolls stay apart."""
    for toll in event.tolls:
        around = carriers.get(starts.get(toll.span[0], -1), [])
        toll.sayings = [_saying(around[0])] if around else []


def _attribute_blame(draft: Draft) -> None:
    """Who is blamed for an event is one of its actors on the accuser's word."""
    for event in draft.events:
        if event.type != "ACCUSE":
            continue
        said = [s for s in draft.statements if s.act == "accuse" and s.cue and s.cue[0] <= event.trigger < s.cue[1]]
        for deed in event.about:
            for accused in event.recipients:
                role = next((r for r in deed.actors if r.mention.actor is accused.mention.actor), None)
                if role is None and not deed.actors and said:
                    role = Role(accused.mention)
                    deed.actors.append(role)
                if role is not None and said:
                    role.sayings = _distinct([*role.sayings, Saying(said[0], "asserts")])


def _attribute_denials(draft: Draft) -> None:
    """A denial whose content names no event speaks of the last one that the denier, or somebody, was charged with."""
    tokens = draft.analysis.tokens
    for statement in draft.statements:
        if statement.act != "deny":
            continue
        about_role = _speaks_of_role(draft.analysis, statement)
        events = list(statement.about) or (_denied_event(draft, statement) if about_role else [])
        sentence = tokens[statement.content[0][0]].sentence
        for event in events:
            if event not in statement.about:
                statement.about.append(event)
            if about_role and event.actors and abs(tokens[event.trigger].sentence - sentence) <= 10:
                event.sayings = [s for s in event.sayings if s.statement is not statement]
                for role in event.actors:
                    role.sayings = _distinct([*role.sayings, Saying(statement, "denies")])


def _speaks_of_role(analysis: Analysis, statement: StatementDraft) -> bool:
    words = [analysis.tokens[i] for first, last in statement.content for i in range(first, last)]
    return any(word.lemma.lower() in _ROLE_WORDS or word.text.lower() in _ROLE_WORDS for word in words)


def _denied_event(draft: Draft, statement: StatementDraft) -> list[EventDraft]:
    """The nearest deed before a denial that somebody is blamed for, or that is an assault."""
    tokens = draft.analysis.tokens
    at = statement.content[0][0]
    before = [
        e
        for e in draft.events
        if e.type in ("ASSAULT", "COERCE", "MOBILIZE")
        and any(_near(tokens[h].sentence, tokens[at].sentence) for h in [e.trigger, *e.merged] if h < at)
    ]
    blamed = [e for e in before if any(r.sayings for r in e.actors)]
    return (blamed or before)[-1:]


def _near(sentence: int, other: int) -> bool:
    return 0 <= other - sentence <= _REACH


def _mark_disputes(event: EventDraft) -> None:
    """A field is disputed where one denies it and another, or the publisher, asserts it; of a charge the deed is, never the charge."""
    if event.type == "ACCUSE":
        return
    if any(s.stance in ("denies", "doubts") for role in event.actors for s in role.sayings):
        event.disputed.append("actors")
    stances = {s.stance for s in event.sayings}
    if "denies" in stances and event.reality not in ("negated", "planned", "requested", "threatened"):
        event.disputed.append("reality")
    for kind in {toll.kind for toll in event.tolls}:
        figures = {(toll.min, toll.max) for toll in event.tolls if toll.kind == kind}
        speakers = {id(s.statement.speaker) for toll in event.tolls if toll.kind == kind for s in toll.sayings}
        if len(figures) > 1 and len(speakers) > 1:
            event.disputed.append("toll")
    event.disputed = list(dict.fromkeys(event.disputed))
