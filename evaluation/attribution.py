"""Attributions against PolNeAR: each role exact as a set of words, the whole triple, and whether one is found at all."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from evaluation.figures import Counts, Figures, MissingDataError, System, shared
from sayso.language.analysis import Analysis, Tokens

ROLES = ("source", "cue", "content")
HUMANS = {"source": 77.8, "cue": 70.8, "content": 69.1, "triple": 60.1, "detection": 83.4}
"""How well six annotators agree among themselves."""
Triple = tuple[frozenset[int], ...]


def own_triples(analysis: Analysis) -> list[Triple]:
    """Source, cue and content of each attribution that has a content, as sets of words without punctuation."""
    return [tuple(_words(analysis, spans) for spans in (found.source, found.cue, found.content)) for found in analysis.attributions if found.content]


def _words(analysis: Analysis, spans: list[Tokens]) -> frozenset[int]:
    return frozenset(i for first, last in spans for i in range(first, last) if analysis.tokens[i].upos != "PUNCT")


def gold_triples(analysis: Analysis, attributions: list[dict[str, Any]]) -> list[Triple]:
    """The same of the gold, whose spans count characters."""
    at = {c: t.index for t in analysis.tokens if t.upos != "PUNCT" for c in range(t.start, t.end)}
    return [tuple(frozenset(at[c] for start, end in a[role] for c in range(start, end) if c in at) for role in ROLES) for a in attributions]


def count(gold: list[Triple], own: list[Triple], counts: dict[str, Counts]) -> None:
    """Add one document: roles that are empty on a side do not count there; detection asks for cues that share a word."""
    for n, role in enumerate(ROLES):
        wanted, found = [t[n] for t in gold if t[n]], [t[n] for t in own if t[n]]
        counts[role].add(shared(found, wanted), len(found), len(wanted))
    counts["triple"].add(shared(own, gold), len(own), len(gold))
    left = [t[1] for t in gold]
    hits = 0
    for triple in own:
        match = next((cue for cue in left if cue & triple[1]), None)
        if match is not None:
            left.remove(match)
            hits += 1
    counts["detection"].add(hits, len(own), len(gold))


def score(data: Path, split: str, system: System, *, first: int | None = None) -> Figures:
    """F1 of each role, triple and detection. An article with several annotators counts once for each of them."""
    path = data / "data" / "polnear" / f"{split}.jsonl"
    if not path.exists():
        raise MissingDataError(f"{path} is not there")
    articles = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()][:first]
    by_text: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for article in articles:
        by_text[article["text"]].append(article)
    counts = {name: Counts() for name in HUMANS}
    for (_, versions), analysis in zip(by_text.items(), system.core.analyse_many(list(by_text)), strict=True):
        own = own_triples(analysis)
        for version in versions:
            count(gold_triples(analysis, version["attributions"]), own, counts)
    return {f"attribution {name}": found.f1 for name, found in counts.items()}
