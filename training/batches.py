"""Examples to padded tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from sayso.language.shapes import shape
from training.labels import IGNORE
from training.windows import Example

CLS, SEP, MOST_PIECES = 101, 102, 6
MASK = "[MASK]"
"""The word that stands for a hidden one; it is a piece of its own."""


class Pieces:
    """Words to wordpieces, each word looked up once."""

    def __init__(self, path: str) -> None:
        self.tokenizer = Tokenizer.from_file(path)
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self._known: dict[str, list[int]] = {}

    def of(self, word: str) -> list[int]:
        """The first six pieces of a word; the unknown piece for what has none."""
        found = self._known.get(word)
        if found is None:
            found = self.tokenizer.encode(word, add_special_tokens=False).ids[:MOST_PIECES] or [100]
            self._known[word] = found
        return found


@dataclass(slots=True)
class Batch:
    """One padded batch of examples of one kind. `words` marks real words, `first` is the index of each word's first piece."""

    kind: str
    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    words: Tensor
    size: int
    tags: dict[str, Tensor] = field(default_factory=dict)
    trees: dict[str, Tensor] = field(default_factory=dict)
    """`heads`, `relations` and the number of each word's sentence, of treebank examples."""
    links: dict[str, Tensor] = field(default_factory=dict)
    """`rows` [links, (example, anchor, role)], `targets` and `judged` [links, words], of examples with cues or triggers."""
    folds: Tensor | None = None
    """Which fold each hand-coded example is in; -1 for all others."""
    values: Tensor | None = None
    """How certain it is that each word happened; nan where nobody said."""

    def to(self, device: torch.device) -> Batch:
        """The same batch on a device."""
        moved = {name: {key: part.to(device, non_blocking=True) for key, part in getattr(self, name).items()} for name in ("tags", "trees", "links")}
        plain = {name: getattr(self, name).to(device, non_blocking=True) for name in ("pieces", "shapes", "mask", "first", "words")}
        rest: dict[str, Any] = {
            name: None if (part := getattr(self, name)) is None else part.to(device, non_blocking=True) for name in ("folds", "values")
        }
        return Batch(kind=self.kind, size=self.size, **plain, **moved, **rest)


def make_batch(examples: list[Example], pieces: Pieces) -> Batch:
    """Pad examples of one kind into tensors."""
    rows: list[tuple[list[int], list[int], list[int]]] = []
    for example in examples:
        ids, shapes, first = [CLS], [4], []
        for word in example.words:
            got = pieces.of(word)
            first.append(len(ids))
            ids.extend(got)
            shapes.extend([shape(word)] * len(got))
        ids, shapes = [*ids[:511], SEP], [*shapes[:511], 4]
        rows.append((ids, shapes, [min(f, 510) for f in first]))
    longest, most = max(len(r[0]) for r in rows), max(len(r[2]) for r in rows)
    batch = Batch(
        examples[0].kind,
        padded([r[0] for r in rows], longest, 0),
        padded([r[1] for r in rows], longest, 0),
        padded([[1] * len(r[0]) for r in rows], longest, 0),
        padded([r[2] for r in rows], most, 0),
        padded([[1] * len(r[2]) for r in rows], most, 0),
        longest * len(rows),
    )
    batch.folds = torch.tensor([example.fold for example in examples])
    batch.tags = {name: padded([e.tags[name] for e in examples], most) for name in examples[0].tags}
    if examples[0].heads is not None:
        batch.trees = {
            "heads": padded([e.heads or [] for e in examples], most),
            "relations": padded([e.relations or [] for e in examples], most),
            "sentences": padded([e.sentences or [] for e in examples], most, -1),
        }
    if any(e.anchors for e in examples):
        batch.links = _links(examples, most)
    if examples[0].values is not None:
        values = np.full((len(examples), most), np.nan, np.float32)
        for n, example in enumerate(examples):
            values[n, : len(example.values or [])] = example.values
        batch.values = torch.from_numpy(values)
    return batch


def _links(examples: list[Example], width: int) -> dict[str, Tensor]:
    """The judged (cue or trigger, role) pairs of a batch, with which words fill the role and which are judged."""
    place: dict[tuple[int, int, int], int] = {}
    for n, example in enumerate(examples):
        for anchor, roles in example.anchors.items():
            for role in roles:
                place.setdefault((n, anchor, role), len(place))
    targets: NDArray[np.float32] = np.zeros((len(place), width), np.float32)
    judged: NDArray[np.float32] = np.zeros((len(place), width), np.float32)
    for (n, _, _), row in place.items():
        judged[row, : len(examples[n].words)] = 1
    for n, example in enumerate(examples):
        for anchor, word, role in example.links:
            if (row := place.get((n, anchor, role), -1)) >= 0:
                targets[row, word] = 1
        for anchor, word, role in example.unjudged:
            if (row := place.get((n, anchor, role), -1)) >= 0:
                judged[row, word] = 0
    return {"rows": torch.tensor(list(place)), "targets": torch.from_numpy(targets), "judged": torch.from_numpy(judged)}


def batches(examples: list[Example], pieces: Pieces, rng: random.Random, *, size: int) -> Iterator[Batch]:
    """Batches of about `size` pieces, of examples alike in length, in random order."""
    lengths = [sum(len(pieces.of(w)) for w in e.words) + 2 for e in examples]
    order = sorted(range(len(examples)), key=lambda i: lengths[i] + rng.random() * 8)
    groups: list[list[int]] = [[]]
    for i in order:
        if groups[-1] and (len(groups[-1]) + 1) * max(lengths[i], lengths[groups[-1][0]]) > size:
            groups.append([])
        groups[-1].append(i)
    rng.shuffle(groups)
    for group in groups:
        if group:
            yield make_batch([examples[i] for i in group], pieces)


def padded(rows: list[list[int]], width: int, fill: int = IGNORE) -> Tensor:
    """Rows of labels as one tensor."""
    out = np.full((len(rows), width), fill, np.int64)
    for n, row in enumerate(rows):
        out[n, : len(row)] = row
    return torch.from_numpy(out)
