"""Contexts: what an event is about besides its type, by the words of its sentence."""

from __future__ import annotations

from collections import Counter

from sayso.coding.draft import EventDraft
from sayso.knowledge.ontology import load_ontology
from sayso.language.analysis import Analysis

_MOST = 3
"""An event gets at most this many contexts, the best supported first."""


def contexts_of(analysis: Analysis, event: EventDraft) -> list[str]:
    """The contexts that the words in the event's sentences point to, in the order of the ontology."""
    ontology = load_ontology()
    votes: Counter[str] = Counter()
    for number in sorted(set(event.evidence)):
        sentence = analysis.sentences[number]
        words = {analysis.tokens[i].lemma.lower() for i in range(sentence.first, sentence.last)}
        for word in sorted(words):
            votes.update(ontology.contexts.get(word, ()))
    order = {name: place for place, name in enumerate(ontology.context_names)}
    ranked = [name for _, _, name in sorted((-count, order[name], name) for name, count in votes.items())]
    return sorted(ranked[:_MOST], key=order.__getitem__)
