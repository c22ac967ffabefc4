"""Coreference within documents against GUM, all genres: CoNLL F1, without singletons.

Gold are the clusters of persons (groups of people included), organisations and places, their pronouns among them; clusters of other types
are left out. Ours are the chains of actors and of places, as the steps of the coder up to `find_places` leave them, read from raw text.
Whatever we put in a chain counts, also where GUM has it in a cluster of another type.

GUM's mentions are whole noun phrases with their modifiers and ours short phrases, so a mention of ours is the gold mention that has the
same head: one of the tokens of its minimal span (GUM marks them), or the head of its span in the gold tree. Where several gold mentions
share that token ("[[Kim] and Lee]"), it is the one with the same characters, else the shortest that no other mention has taken. The figure
for exact spans counts only those with the same characters. Relative pronouns and adjectives of nationality are no mentions in GUM, so ours are
not looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.clusters import Cluster, CorefCounts
from evaluation.figures import Figures, System
from evaluation.treebank import GoldDocument, GoldSentence, Span, read_documents
from sayso.article import Article
from sayso.coder import run
from sayso.coding.actors import find_actors
from sayso.coding.draft import Draft, Mention
from sayso.coding.places import find_places

TYPES = frozenset({"person", "organization", "place"})
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_BRACKET = re.compile(r"\((?P<opened>[^()]+)(?P<single>\))?|(?P<closed>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention: its characters, and those of the tokens that count as its head."""

    span: Span
    heads: frozenset[Span]


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A phrase, its entity's number in the document and its type."""

    phrase: Phrase
    entity: str
    type: str


def gold_mentions(sentence: GoldSentence) -> Iterator[GoldMention]:
    """The mentions that a sentence's `Entity` brackets mark: `(12-person-new-…-minspan-…` opens one, `12)` closes it."""
    opened: list[tuple[list[str], int]] = []
    for at, entity in enumerate(sentence.entities):
        for bracket in _BRACKET.finditer(entity):
            if bracket["opened"]:
                opened.append((bracket["opened"].split("-"), at))
            if bracket["single"] or bracket["closed"]:
                name = bracket["closed"] or opened[-1][0][0]
                place = next(n for n in reversed(range(len(opened))) if opened[n][0][0] == name)
                fields, first = opened.pop(place)
                yield GoldMention(_phrase(sentence, first, at + 1, fields[5]), fields[0], fields[1])


def _phrase(sentence: GoldSentence, first: int, last: int, least: str) -> Phrase:
    """A phrase of tokens; `least` are the places, from 1, of its minimal span's tokens."""
    heads = {first + int(n) - 1 for n in least.split(",")}
    heads.update(i for i in range(first, last) if not first <= sentence.heads[i] < last and sentence.upos[i] != "PUNCT")
    return Phrase((sentence.spans[first][0], sentence.spans[last - 1][1]), frozenset(sentence.spans[i] for i in heads))


def gold_clusters(document: GoldDocument) -> list[list[Phrase]]:
    """Clusters of the types that count; a cluster is of the type that most of its mentions have."""
    entities: dict[str, list[GoldMention]] = {}
    for sentence in document.sentences:
        for mention in gold_mentions(sentence):
            entities.setdefault(mention.entity, []).append(mention)
    return [[m.phrase for m in mentions] for mentions in entities.values() if Counter(m.type for m in mentions).most_common(1)[0][0] in TYPES]


def own_clusters(draft: Draft) -> list[list[Phrase]]:
    """The chains of actors and places; a place whose name heads a mention of an actor ("Kenya") is in the actor's chain."""
    chains: dict[int, dict[int, Phrase]] = {}
    home: dict[int, int] = {}
    for number, mentions in enumerate(draft.chains):
        for mention in mentions:
            if not _is_unmarked(draft, mention) and mention.head not in home:
                home[mention.head] = number
                chains.setdefault(number, {})[mention.head] = _own_phrase(draft, mention.first, mention.last, mention.head)
    names: dict[int, int] = {}
    for place in draft.places:
        if place.head in home:
            names.setdefault(id(place.place), home[place.head])
    for place in draft.places:
        if place.head not in home:
            chain = names.get(id(place.place), id(place.place))
            chains.setdefault(chain, {})[place.head] = _own_phrase(draft, place.first, place.last, place.head)
    return [list(chain.values()) for chain in chains.values()]


def _is_unmarked(draft: Draft, mention: Mention) -> bool:
    """Relative pronouns, and adjectives of nationality before a noun, are no mentions in GUM."""
    token = draft.analysis.tokens[mention.head]
    return token.text.lower() in _RELATIVE if mention.kind == "pronoun" else token.upos == "ADJ" and token.relation == "amod"


def _own_phrase(draft: Draft, first: int, last: int, head: int) -> Phrase:
    token = draft.analysis.tokens[head]
    return Phrase(draft.analysis.span(first, last), frozenset({(token.start, token.end)}))


def align(gold: Iterable[Phrase], own: Iterable[Phrase], *, exact: bool = False) -> dict[Phrase, Phrase]:
    """For each phrase of ours the gold phrase that it is, if any; no gold phrase is taken twice."""
    left = sorted(gold, key=_length)
    found: dict[Phrase, Phrase] = {}
    phrases = sorted(own, key=_length)
    for fits in (_same,) if exact else (_same, _same_head):
        for phrase in phrases:
            match = next((g for g in left if phrase not in found and fits(g, phrase)), None)
            if match is not None:
                left.remove(match)
                found[phrase] = match
    return found


def _length(phrase: Phrase) -> tuple[int, Span]:
    return phrase.span[1] - phrase.span[0], phrase.span


def _same(gold: Phrase, own: Phrase) -> bool:
    return gold.span == own.span


def _same_head(gold: Phrase, own: Phrase) -> bool:
    return any(a < d and c < b for a, b in gold.heads for c, d in own.heads)


def count(gold: Sequence[Sequence[Phrase]], own: Sequence[Sequence[Phrase]], counts: CorefCounts, *, exact: bool = False) -> None:
    """Add one document; a phrase of ours that is no gold mention is a mention of its own."""
    matched = align((p for c in gold for p in c), (p for c in own for p in c), exact=exact)
    named: list[Cluster] = [frozenset[Hashable](("gold", p.span, p.heads) for p in c) for c in gold]
    ours: list[Cluster] = []
    for cluster in own:
        pairs = [(p, matched.get(p)) for p in cluster]
        ours.append(frozenset[Hashable](("gold", m.span, m.heads) if m else ("own", p.span, p.heads) for p, m in pairs))
    counts.add(named, ours)


def score(data: Path, split: str, system: System) -> Figures:
    """F1 of MUC, B-cubed and CEAF-e, their mean, and that mean with exact spans."""
    documents = read_documents(data / "data" / "gum" / f"{split}.conllu")
    heads, spans = CorefCounts(), CorefCounts()
    coder = system.coder
    for document, analysis in zip(documents, coder.core.analyse_many([d.text for d in documents]), strict=True):
        draft = Draft(Article(document.text, document.name), analysis, coder.knowledge)
        run(draft, (find_actors, find_places))
        gold, own = gold_clusters(document), own_clusters(draft)
        count(gold, own, heads)
        count(gold, own, spans, exact=True)
    named = {f"coreference {name}": value for name, value in heads.figures.items()}
    return {**named, "coreference conll, exact spans": spans.figures["conll"]}
