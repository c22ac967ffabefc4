"""Contexts: what an event is about besides its type, by the words of its sentences, its type and mode, and who takes part."""

from __future__ import annotations

from collections import defaultdict

from sayso.coding.draft import EventDraft
from sayso.knowledge.ontology import Ontology, load_ontology
from sayso.language.analysis import Analysis

_MOST = 3
"""An event gets at most this many contexts, the best supported first."""
_NEAR = 8
"""Tokens from the trigger within which a word counts twice."""
_SHARE = 0.67
"""A further context needs this share of the best one's support."""
_BY_TYPE = 1.0
_BY_SECTOR = 0.5
_ENOUGH = 0.5


def contexts_of(analysis: Analysis, event: EventDraft) -> list[str]:
    """The contexts that have most support, in the order of the ontology."""
    ontology = load_ontology()
    votes = support(analysis, event, ontology)
    order = {name: place for place, name in enumerate(ontology.context_names)}
    least = max(_ENOUGH, _SHARE * max(votes.values(), default=0.0))
    ranked = sorted((-count, order[name], name) for name, count in votes.items() if count >= least)
    return sorted([name for _, _, name in ranked[:_MOST]], key=order.__getitem__)


def support(analysis: Analysis, event: EventDraft, ontology: Ontology) -> dict[str, float]:
    """How much speaks for each context."""
    votes: defaultdict[str, float] = defaultdict(float)
    for word, near in words_of(analysis, event, ontology).items():
        for name in ontology.contexts[word]:
            votes[name] += 2.0 if near else 1.0
    for key, weight in hints_of(event):
        for name in ontology.hints.get(key, ()):
            votes[name] += weight
    return dict(votes)


def words_of(analysis: Analysis, event: EventDraft, ontology: Ontology) -> dict[str, bool]:
    """The lemmas and forms of an event's sentences that point to a context: does one stand near a trigger?"""
    triggers = (event.trigger, *event.merged)
    found: dict[str, bool] = {}
    lemmas, lows = analysis.lemmas, analysis.lows
    for number in sorted(set(event.evidence)):
        for at in range(analysis.sentences[number].first, analysis.sentences[number].last):
            for word in (lemmas[at], lows[at]):
                if word in ontology.contexts and not found.get(word, False):
                    found[word] = any(abs(at - trigger) <= _NEAR for trigger in triggers)
    return found


def hints_of(event: EventDraft) -> list[tuple[str, float]]:
    """The keys of hints that an event has, each with its weight: type, type and mode, sectors of those who take part."""
    sectors = sorted({sector for role in event.actors + event.recipients for sector in role.mention.actor.sector})
    return [(event.type, _BY_TYPE), (f"{event.type}/{event.mode}", _BY_TYPE), *((f"@{sector}", _BY_SECTOR) for sector in sectors)]


def reasons_for(analysis: Analysis, event: EventDraft) -> dict[str, list[str]]:
    """The words and hints that point to each context."""
    ontology = load_ontology()
    found: dict[str, list[str]] = {}
    for word in sorted(words_of(analysis, event, ontology)):
        for name in ontology.contexts[word]:
            found.setdefault(name, []).append(f"the word “{word}”")
    for key, _ in hints_of(event):
        for name in ontology.hints.get(key, ()):
            found.setdefault(name, []).append(f"the sector {key[1:]}" if key.startswith("@") else f"the type {key}")
    return found
