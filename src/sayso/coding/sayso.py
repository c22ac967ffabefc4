"""On whose word each event rests, and what is disputed about it."""

from __future__ import annotations

from sayso.coding.draft import Draft, EventDraft, Role, Saying, StatementDraft
from sayso.knowledge.cues import STANCES
from sayso.language.analysis import Analysis

_ROLE_WORDS = frozenset({"involvement", "involved", "responsibility", "responsible", "role", "behind", "part", "hand", "carry", "link", "connection", "accusation", "allegation", "claim", "charge"})  # fmt: skip
"""Words of a denial that speak of who did it, not of whether it happened."""
_NOT_TELLING = frozenset({"threaten", "criticise"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our"})
"""Words before a noun for something that is known."""
_OF_THE_CLAIM = frozenset({"ccomp", "xcomp", "obj", "conj", "nsubj", "nsubj:pass", "compound", "acl", "nmod", "obl"})
"""Relations through which a claim reaches down to what it is about: "the allegation of torture", "had nothing to do with the attack"."""
_DEEP = 4
_REACH = 3
"""Sentences back over which a denial of involvement refers to an event."""


def attribute_events(draft: Draft) -> None:
    """Fill `sayings` and `disputed` of events and of their roles and tolls, and `about` of statements."""
    covering = _covering(draft)
    starts = {token.start: token.index for token in draft.analysis.tokens}
    for event in draft.events:
        heads = [event.trigger, *event.merged]
        carriers = [_carriers(draft, head, covering) for head in heads]
        for statement in {id(s): s for found in carriers for s in found}.values():
            statement.about.append(event)
        if all(carriers):
            told = [found[0] for head, found in zip(heads, carriers, strict=True) if _tells(draft.analysis, head, found[0])]
            event.sayings = _distinct([_saying(statement) for statement in told])
        else:
            judged = [found[0] for head, found in zip(heads, carriers, strict=True) if found and _judges(draft.analysis, head, found[0])]
            event.sayings = _distinct([_saying(statement) for statement in judged])
        _attribute_tolls(event, starts, covering)
    _attribute_blame(draft)
    _attribute_denials(draft)
    for event in draft.events:
        _mark_disputes(event)


def _carriers(draft: Draft, head: int, covering: dict[int, list[StatementDraft]]) -> list[StatementDraft]:
    """The statements that tell of a mention, the innermost first; "they must go" is itself the act of whoever says it."""
    named = draft.named_by.get(head)
    return covering.get(head, [])[named is not None and named.pos == "modal" :]


def _tells(analysis: Analysis, head: int, statement: StatementDraft) -> bool:
    """Whether a statement says that something happened, and does not take it as known: "the invasion", "talks after the attack".

    Threats and criticism speak of what is or may be; they are nobody's word for it.
    """
    if statement.act in STANCES:
        return _judges(analysis, head, statement)
    if statement.act in _NOT_TELLING:
        return False
    token = analysis.tokens[head]
    known = token.relation == "nmod" or any(analysis.tokens[child].text.lower() in _KNOWN for child in analysis.children[head])
    return not (token.upos in ("NOUN", "PROPN") and known)


def _judges(analysis: Analysis, head: int, statement: StatementDraft) -> bool:
    """Whether a denial, doubt or confirmation is of this event, and not of something that the content says of it."""
    if statement.act not in STANCES:
        return False
    inside = {token for first, last in statement.content for token in range(first, last)}
    at = head
    for _ in range(_DEEP):
        token = analysis.tokens[at]
        if token.head not in inside:
            return True
        if token.relation not in _OF_THE_CLAIM:
            return False
        at = token.head
    return False


def _covering(draft: Draft) -> dict[int, list[StatementDraft]]:
    """For each token the statements whose content holds it, the innermost first."""
    found: dict[int, list[StatementDraft]] = {}
    for statement in sorted(draft.statements, key=_size):
        for first, last in statement.content:
            for token in range(first, last):
                found.setdefault(token, []).append(statement)
    return found


def _size(statement: StatementDraft) -> int:
    return sum(last - first for first, last in statement.content)


def _saying(statement: StatementDraft) -> Saying:
    return Saying(statement, STANCES.get(statement.act, "asserts"))


def _distinct(sayings: list[Saying]) -> list[Saying]:
    """One saying for each speaker and stance."""
    unique = {(id(s.statement.speaker.actor) if s.statement.speaker else 0, s.stance): s for s in reversed(sayings)}
    return list(reversed(unique.values()))


def _attribute_tolls(event: EventDraft, starts: dict[int, int], covering: dict[int, list[StatementDraft]]) -> None:
    """A toll that stands in a statement rests on its speaker; conflicting tolls stay apart."""
    for toll in event.tolls:
        carriers = covering.get(starts.get(toll.span[0], -1), [])
        toll.sayings = [_saying(carriers[0])] if carriers else []


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
