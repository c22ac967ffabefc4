"""Deeds that answer a deed: "strikes in retaliation for a bombing in Istanbul that killed six".

Two deeds of one kind stand in one sentence, and they are two sides': what hangs on the deed that is answered (its date, place
and victims) is its own, and who answers it did not do it.
"""

from __future__ import annotations

from sayso.coding.draft import Draft, EventDraft, Role
from sayso.language.analysis import Analysis

_ANSWERS = frozenset({"retaliation", "retaliate", "reprisal", "revenge", "avenge", "vengeance", "response", "respond", "answer", "reaction"})
_HARMS = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "MOBILIZE"})


def part_answers(draft: Draft) -> None:
    """Take from deeds that answer what is the answered deed's, and from those the doer of the answer."""
    tokens = draft.analysis.tokens
    for answered in draft.events:
        if answered.type not in _HARMS or not is_answered(draft.analysis, answered.trigger):
            continue
        own = set(draft.analysis.subtree(answered.trigger))
        for answer in draft.events:
            beside = tokens[answer.trigger].sentence == tokens[answered.trigger].sentence and answer.trigger not in own
            if beside and answer.type in _HARMS:
                _part(answer, answered, own)


def is_answered(analysis: Analysis, trigger: int) -> bool:
    """Whether a deed hangs on a word of answering: `retaliation for the bombing`, `in response to the attack`, `avenged the killing`."""
    tokens = analysis.tokens
    cases = {tokens[i].lemma.lower() for i in analysis.dependents(trigger, "case", "fixed")}
    above = {tokens[i].lemma.lower() for i in analysis.ancestors(trigger)[:2]}
    return not _ANSWERS.isdisjoint(cases | above)


def _part(answer: EventDraft, answered: EventDraft, own: set[int]) -> None:
    answer.recipients = [role for role in answer.recipients if role.mention.head not in own]
    if answer.time is not None and answer.time.first in own:
        answer.time, answer.start, answer.end, answer.dated = None, None, None, 1.0
    answer.places = [place for place in answer.places if place.head not in own]
    doers = {id(role.mention.actor) for role in answer.actors}
    answered.actors = [role for role in answered.actors if id(role.mention.actor) not in doers or _names(role, own)]


def _names(role: Role, own: set[int]) -> bool:
    """Whether the words of the deed themselves name who did it."""
    return role.mention.head in own
