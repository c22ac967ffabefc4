"""What is disputed about an event: who denies it, or his part in it, or its toll, against somebody else's word or the publisher's."""

from __future__ import annotations

from sayso.coding.carriers import Carriers
from sayso.coding.draft import Draft, EventDraft, Mention, Role, Saying, StatementDraft
from sayso.coding.sides import share_a_side
from sayso.coding.statements import cue_at
from sayso.knowledge.cues import load_cues
from sayso.language.analysis import Analysis

_PART = frozenset({"involvement", "involved", "involve", "responsibility", "responsible", "role", "behind", "complicity", "carry"})
"""Words of a denial that speak of who did it, not of whether it happened."""
_CHARGE = frozenset({"accusation", "allegation", "claim", "charge", "report", "wrongdoing", "guilt", "readout", "account", "version", "statement", "remark", "sentiment", "suggestion"})  # fmt: skip
"""Words of a denial for what others say, which need not be told again."""
_FIGURE = frozenset({"figure", "toll", "number", "count", "tally", "statistic", "estimate"})
_OVERSTATED = frozenset({"exaggerate", "exaggerated", "exaggeration", "inflate", "inflated", "overstate", "overstated"})
_OF_THE_CLAIM = frozenset({"ccomp", "xcomp", "obj", "conj", "nsubj", "nsubj:pass", "compound", "acl", "nmod", "obl", "appos", "parataxis"})
"""Relations through which a claim reaches down to what it is about: "the allegation of torture", "had nothing to do with the attack"."""
_DEEP = 3
_AGAINST = frozenset({"deny", "doubt"})
_CHARGEABLE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "REQUEST", "THREATEN", "AID"})
_UNREAL = frozenset({"negated", "planned", "requested", "threatened"})
_BACK, _FAR = 3, 12
"""Sentences over which a denial refers back to a deed, and to a deed that its speaker is named for."""
_LIKELY = 0.5


def contest(draft: Draft, carriers: Carriers) -> None:
    """Fill `disputed`, with the denials and doubts that it rests on in `sayings` of events, roles and tolls."""
    for statement in draft.statements:
        if statement.speaker is not None and (statement.act == "deny" or _goes_with_denial(draft.analysis, statement)):
            for event in _denied(draft, statement):
                _note(draft.analysis, event, statement, carriers)
        elif statement.act == "doubt":
            for event in (event for event in statement.about if _is_told(draft.analysis, event, statement)):
                event.sayings.append(Saying(statement, "doubts"))
        _contest_toll(draft, statement)
    for event in draft.events:
        event.disputed = _disputed(draft.analysis, event, carriers)


def _denied(draft: Draft, statement: StatementDraft) -> list[EventDraft]:
    """The events that a denial is of: those that it tells of; one that is told elsewhere; what others say; what its speaker is named for."""
    told = [event for event in draft.events if _is_told(draft.analysis, event, statement)]
    echoed = _nearest(draft, statement, [event for event in draft.events if event not in told and _echoes(draft, event, statement)], _FAR)
    if told or echoed:
        return told + echoed
    if not _object(draft.analysis, statement).isdisjoint(_CHARGE):
        named = _named(draft, statement)
        others = [e for e in draft.events if any(s.statement.speaker and id(s.statement.speaker.actor) in named for s in e.sayings)]
        said = [event for event in others if _distance(draft.analysis, event, statement) <= _BACK]
        if said:
            return said
    if not _object(draft.analysis, statement).isdisjoint(_CHARGE | _PART):
        own = [e for e in draft.events if e.type in _CHARGEABLE and any(_is_by(role, statement.speaker) for role in e.actors)]
        before = [e for e in draft.events if e.type == "ASSAULT" and e.trigger < statement.content[0][0]]
        blamed = [e for e in before if any(role.sayings for role in e.actors)]
        return _nearest(draft, statement, own, _FAR) or _nearest(draft, statement, blamed, _BACK) or _nearest(draft, statement, before, _BACK)
    return []


def _goes_with_denial(analysis: Analysis, statement: StatementDraft) -> bool:
    """ "Disputed the report, saying": what is said gives reasons for a denial."""
    beside = [verb for verb in _cue_verbs(analysis, statement) if statement.cue and not statement.cue[0] <= verb < statement.cue[1]]
    entries = [cue_at(analysis, verb, load_cues()) for verb in beside]
    return any(entry is not None and entry.act == "deny" for entry in entries)


def _is_told(analysis: Analysis, event: EventDraft, statement: StatementDraft) -> bool:
    """Whether a denial or doubt is of this event, and not of something that the content says of it."""
    content = statement.tokens
    return any(head in content and _reaches(analysis, head, content) for head in (event.trigger, *event.merged))


def _reaches(analysis: Analysis, head: int, content: set[int]) -> bool:
    at = head
    for _ in range(_DEEP):
        token = analysis.tokens[at]
        if token.head not in content:
            return True
        if token.relation not in _OF_THE_CLAIM:
            return False
        at = token.head
    return False


def _echoes(draft: Draft, event: EventDraft, statement: StatementDraft) -> bool:
    """Whether a denial speaks of a deed that is told elsewhere: its word or its kind, and those who take part or the place."""
    content, tokens = statement.tokens, draft.analysis.tokens
    claimed = [i for i in sorted(content) if tokens[i].upos in ("NOUN", "VERB") and _reaches(draft.analysis, i, content)]
    lemmas = {tokens[i].lemma.lower() for i in claimed}
    judged = draft.analysis.judgements.get("event")
    kinds = {label for i in claimed for label, chance in [judged.best(i)] if chance >= _LIKELY} if judged is not None else set()
    if event.type not in kinds and lemmas.isdisjoint(tokens[head].lemma.lower() for head in (event.trigger, *event.merged)):
        return False
    named = _named(draft, statement)
    by_speaker = any(_is_by(role, statement.speaker) for role in event.actors)
    at_place = any(place.head in content for place in event.places)
    return by_speaker or at_place or any(id(role.mention.actor) in named for role in (*event.actors, *event.recipients))


def _nearest(draft: Draft, statement: StatementDraft, events: list[EventDraft], reach: int) -> list[EventDraft]:
    """The nearest of some events, the earlier one where two are as near; none beyond `reach` sentences."""
    near = [event for event in events if _distance(draft.analysis, event, statement) <= reach]
    return sorted(near, key=lambda event: (_distance(draft.analysis, event, statement), event.trigger))[:1]


def _distance(analysis: Analysis, event: EventDraft, statement: StatementDraft) -> int:
    at = analysis.tokens[statement.content[0][0]].sentence
    return min(abs(at - analysis.tokens[head].sentence) for head in (event.trigger, *event.merged))


def _is_by(role: Role, speaker: Mention | None) -> bool:
    return speaker is not None and (role.mention.actor is speaker.actor or share_a_side(role.mention.actor, speaker.actor))


def _note(analysis: Analysis, event: EventDraft, statement: StatementDraft, carriers: Carriers) -> None:
    """Add a denial to the event, or to its actors where it is of their part, or of a charge whose deed the publisher tells as fact."""
    if event not in statement.about:
        statement.about.append(event)
    words = _object(analysis, statement)
    of_charge = not words.isdisjoint(_CHARGE) and _is_publishers(event, carriers)
    saying = Saying(statement, "denies")
    if event.actors and (of_charge or not words.isdisjoint(_PART)):
        own = [role for role in event.actors if _is_by(role, statement.speaker)]
        for role in own or event.actors:
            role.sayings.append(saying)
    else:
        event.sayings.append(saying)


def _is_publishers(event: EventDraft, carriers: Carriers) -> bool:
    """Whether the publisher tells the event in its own voice."""
    return any(not carriers.get(head) for head in (event.trigger, *event.merged))


def _contest_toll(draft: Draft, statement: StatementDraft) -> None:
    """ "The figure is exaggerated": the last count before it is doubted."""
    words = {draft.analysis.tokens[i].lemma.lower() for i in statement.tokens}
    if words.isdisjoint(_FIGURE) or (statement.act not in _AGAINST and words.isdisjoint(_OVERSTATED)):
        return
    counted = [event for event in draft.events if event.tolls and event.trigger < statement.content[0][0]]
    for event in _nearest(draft, statement, counted, _BACK):
        for toll in event.tolls:
            toll.sayings.append(Saying(statement, "doubts"))


def _disputed(analysis: Analysis, event: EventDraft, carriers: Carriers) -> list[str]:
    """The fields that one denies and another, or the publisher, asserts; of a charge the deed is, never the charge."""
    if event.type == "ACCUSE":
        return []
    found = ["actors"] if any(saying.stance == "denies" for role in event.actors for saying in role.sayings) else []
    # Who denies that a deed was his does not deny the deed.
    denied = any(saying.stance == "denies" and _object(analysis, saying.statement).isdisjoint(_PART) for saying in event.sayings)
    if denied and event.reality not in _UNREAL and _is_asserted(event, carriers):
        found.append("reality")
    if any(saying.stance == "doubts" for toll in event.tolls for saying in toll.sayings):
        found.append("toll")
    return found


def _is_asserted(event: EventDraft, carriers: Carriers) -> bool:
    """Whether anybody tells of an event but those who deny it, and none of these admits it."""
    stances: dict[int, set[str]] = {}
    for saying in event.sayings:
        stances.setdefault(id(saying.statement.speaker.actor) if saying.statement.speaker else 0, set()).add(saying.stance)
    admitted = all("confirms" in said for said in stances.values() if "denies" in said)
    heads = (event.trigger, *event.merged)
    return not admitted and any(not carriers.get(head) or any(s.act not in _AGAINST for s in carriers[head]) for head in heads)


def _object(analysis: Analysis, statement: StatementDraft) -> set[str]:
    """What a denial is of in the first place: lemmas of its cue, of what hangs on this or its verb, and at the top of the content."""
    content = statement.tokens
    top = [i for i in content if analysis.tokens[i].head not in content]
    above = [i for cue in _cue_verbs(analysis, statement) for i in (cue, *analysis.children[cue])]
    below = [child for i in top for child in analysis.dependents(i, "obj", "xcomp", "obl", "compound", "nmod") if child in content]
    return {analysis.tokens[i].lemma.lower() for i in (*top, *above, *below)}


def _cue_verbs(analysis: Analysis, statement: StatementDraft) -> list[int]:
    """The words of a cue, and the verb that it goes with: "disputed the report, saying"."""
    if statement.cue is None:
        return []
    token = analysis.tokens[statement.cue[0]]
    return [*range(*statement.cue), *([token.head] if token.relation in ("advcl", "xcomp") else [])]


def _named(draft: Draft, statement: StatementDraft) -> set[int]:
    """Those who are named in a denial, or in what its verb denies, but for the speaker."""
    tokens = statement.tokens
    for verb in _cue_verbs(draft.analysis, statement):
        for child in draft.analysis.dependents(verb, "obj"):
            tokens.update(draft.analysis.subtree(child))
    speaker = statement.speaker.actor if statement.speaker else None
    return {id(mention.actor) for mention in draft.mentions if mention.head in tokens and mention.actor is not speaker}
