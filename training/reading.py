"""What the network reads: all kinds of examples by their shares, in batches without end."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from torch.utils.data import IterableDataset, get_worker_info

from training.batches import MASK, Batch, Pieces, batches
from training.coded import CodedPage, Mentions, corpus, fold_of, read_coded
from training.labels import IGNORE, Labels, fixed_sets
from training.windows import (
    Example,
    attribution_examples,
    count_labels,
    entity_examples,
    factuality_examples,
    plain_examples,
    read_conllu,
    read_entities,
    tree_documents,
    tree_examples,
)

SHARES = {"tree": 0.32, "entity": 0.14, "attribution": 0.3, "coded": 0.2, "factuality": 0.04}
"""How much of the labelled reading each kind of data gets, in pieces."""
GOING_ON = {"tree": 0.2, "entity": 0.1, "attribution": 0.22, "coded": 0.48}
"""The same for a network that knows all but the newest hand-coded articles."""
PLAIN = 0.35
"""As much again is unlabelled where there are teachers."""
BLANKED = 0.07
"""Share of the words of hand-coded and attribution articles that are hidden, as there are few and their words are soon known by heart."""
CAPITALS = 0.05
"""Share of the examples that are read in capitals."""


@dataclass(slots=True)
class Source:
    """Documents of one kind, and how one of them is cut into examples; it is cut anew each time."""

    documents: list[Any]
    examples: Callable[[Any, random.Random], Iterable[Example]]


def label_sets(data: Path) -> Labels:
    """All label sets, from the treebanks and from the codebook."""
    return Labels({**count_labels(_trees(data)), **fixed_sets()})


def _trees(data: Path) -> list[Any]:
    return [tree for name in ("ud_ewt", "gum") for tree in read_conllu(data / "data" / name / "train.conllu")]


def sources(data: Path, labels: Labels, mentions: dict[str, Mentions]) -> dict[str, Source]:
    """Every kind of data."""
    articles = read_coded(data)
    folds = fold_of(articles)
    pages = [CodedPage(article, labels, mentions.get(article.id, {}), fold=folds[article.id]) for article in articles]
    quoted = (data / "data" / "polnear" / "train.jsonl").read_text(encoding="utf8").splitlines()
    facts = [e for part in ("uw", "uds_ih2") for e in factuality_examples(data / "data" / "factuality" / part / "train.jsonl")]
    return {
        "tree": Source(tree_documents(_trees(data)), lambda trees, rng: tree_examples(trees, labels, rng)),
        "entity": Source(read_entities(data / "data" / "ner_worldwide" / "train.tsv"), lambda document, rng: entity_examples(document, labels, rng)),
        "attribution": Source([json.loads(line) for line in quoted], attribution_examples),
        "coded": Source(pages, CodedPage.examples),
        "factuality": Source(facts, lambda example, rng: [example]),
        "plain": Source([article["text"] for article in corpus(data)], plain_examples),
    }


class Reading(IterableDataset[Batch]):
    """Batches of all kinds by their shares, without end. Each of several workers reads documents of its own."""

    def __init__(self, found: dict[str, Source], pieces: Pieces, *, shares: dict[str, float], size: int, seed: int) -> None:
        self.sources, self.pieces, self.shares, self.size, self.seed = found, pieces, shares, size, seed

    def __iter__(self) -> Iterator[Batch]:
        worker = get_worker_info()
        place, of = (worker.id, worker.num_workers) if worker else (0, 1)
        streams = {kind: self._stream(self.sources[kind], place, of) for kind in self.shares}
        read: Counter[str] = Counter()
        while True:
            kind = max(self.shares, key=lambda k: self.shares[k] / (read[k] + 1))
            batch = next(streams[kind])
            read[kind] += batch.size
            yield batch

    def _stream(self, source: Source, place: int, of: int) -> Iterator[Batch]:
        """Epoch after epoch; in each the workers share out the documents anew."""
        shared = random.Random(self.seed)
        rng = random.Random(self.seed * 1000 + place)
        order = list(range(len(source.documents)))
        while True:
            shared.shuffle(order)
            examples = [changed(e, rng) for n in order[place::of] for e in source.examples(source.documents[n], rng)]
            yield from batches(examples, self.pieces, rng, size=self.size)


def changed(example: Example, rng: random.Random) -> Example:
    """The example, perhaps in capitals, perhaps with words hidden."""
    return with_blanks(in_capitals(example) if rng.random() < CAPITALS else example, rng)


def with_blanks(example: Example, rng: random.Random) -> Example:
    """The same words, some hidden; never cues and triggers, which would leave nothing to judge."""
    if example.kind not in ("attribution", "coded", "plain"):
        return example
    words = [MASK if n not in example.anchors and rng.random() < BLANKED else word for n, word in enumerate(example.words)]
    return replace(example, words=words)


def in_capitals(example: Example) -> Example:
    """The same words in capitals; lemma scripts, which speak of letters, are then not judged."""
    if example.kind not in ("tree", "attribution", "coded", "plain"):
        return example
    tags = {name: [IGNORE] * len(row) if name == "lemma" else row for name, row in example.tags.items()}
    return replace(example, words=[word.upper() for word in example.words], tags=tags)
