"""What of an event matters for its time and place: what kind of happening it is, how it is told, and how far other words are."""

from __future__ import annotations

from bisect import bisect_left

from sayso.coding.draft import Draft, EventDraft
from sayso.language.analysis import Analysis

_KINDS = {"ASSAULT": "violence", "PROTEST": "violence", "CONSULT": "meeting"}
_FAR = 12
"""Steps to a word of another tree."""


def kind_of(draft: Draft, event: EventDraft) -> str:
    """`violence`, `meeting`, `words` (what is done by speaking) or `deed`."""
    types = draft.knowledge.ontology.types
    spoken = event.type in types and types[event.type].verbal
    return _KINDS.get(event.type, "words" if spoken else "deed")


def told_as(analysis: Analysis, token: int) -> str:
    """The form of a trigger: noun, perfect, pluperfect, modal, past, present, passive, participle, infinitive or bare."""
    trigger = analysis.tokens[token]
    if trigger.upos not in ("VERB", "AUX"):
        return "noun"
    helpers = [analysis.tokens[i] for i in analysis.dependents(token, "aux")]
    for helper in helpers:
        if helper.lemma == "have":
            return "pluperfect" if helper.feats.get("Tense") == "Past" else "perfect"
        if helper.lemma in ("will", "would", "could", "may", "might", "shall", "should", "can", "must"):
            return "modal"
    be = next((helper for helper in helpers if helper.lemma == "be"), None)
    if be is not None:
        return "was" if be.feats.get("Tense") == "Past" else "is"
    form = trigger.feats.get("VerbForm")
    if form in ("Inf", "Ger", "Part"):
        return {"Inf": "infinitive", "Ger": "gerund", "Part": "participle"}[form]
    return {"Past": "past", "Pres": "present"}.get(trigger.feats.get("Tense", ""), "bare")


def steps_between(analysis: Analysis, one: int, other: int) -> tuple[int, int]:
    """Steps up through the tree from one word to a head above both, and down from there to the other."""
    return analysis.path(one, other) or (_FAR, _FAR)


def away(sentences: int) -> str:
    """How many sentences away something stands, in words."""
    if sentences == 0:
        return "here"
    if sentences > 0:
        return "next" if sentences == 1 else "after"
    return {-1: "before1", -2: "before2"}.get(sentences, "before5" if sentences >= -5 else "far")


def band(value: float, limits: tuple[float, ...]) -> int:
    """In which band between the limits a number lies, the lowest being 0."""
    return bisect_left(limits, value)
