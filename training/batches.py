"""Examples to padded tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
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
    """One padded batch of examples of one kind."""

    kind: str
    examples: list[Example]
    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    valid: Tensor
    size: int


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
    arrays = {name: np.zeros((len(rows), longest), np.int64) for name in ("pieces", "shapes", "mask")}
    first_array, valid = np.zeros((len(rows), most), np.int64), np.zeros((len(rows), most), bool)
    for n, (ids, shapes, first) in enumerate(rows):
        arrays["pieces"][n, : len(ids)], arrays["shapes"][n, : len(ids)], arrays["mask"][n, : len(ids)] = ids, shapes, 1
        first_array[n, : len(first)], valid[n, : len(first)] = first, True
    tensors = {name: torch.from_numpy(a) for name, a in arrays.items()}
    return Batch(
        examples[0].kind, examples, tensors["pieces"], tensors["shapes"], tensors["mask"], torch.from_numpy(first_array), torch.from_numpy(valid),
        longest * len(rows),
    )  # fmt: skip


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
