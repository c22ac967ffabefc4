"""Scores to structure: sentences, trees, entities, attributions and arguments."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.language.encoder import Floats
from sayso.language.trees import FORBIDDEN, best_tree

Ints = NDArray[np.int64]

ROLES = ("source", "content", "speaker", "said", "actor", "recipient", "place", "time", "about", "told")
"""Links that the model scores: the first two as PolNeAR marks them, the next two as the codebook does, the rest of events:
who takes part, where and when, the deed that they are about, and the cues of those on whose word they rest."""
AT_ONCE = 256
"""Words whose relations are scored at once: enough to keep the processor busy, and few enough for its cache."""
PLAIN_STOP = 3.0
"""Log-odds that a full stop behind a plain word adds to a sentence's beginning."""
NEVER = -20.0
"""Log-odds of what cannot be."""
SWITCH = (0.8, 1.5)
"""Cost, in log-odds, of beginning or ending a source and a content: a source may be one word, and it takes some evidence to break a content in two."""


@dataclass(slots=True)
class WindowScores:
    """The model's scores by head, one row per word."""

    tags: dict[str, Floats]
    arc_dependent: Floats
    arc_head: Floats
    relation_dependent: Floats
    relation_head: Floats
    anchor: Floats
    linked: Floats


def split_scores(tags: Floats, projections: Floats, labels: dict[str, list[str]], heads: list[str], sizes: list[int]) -> WindowScores:
    """Cut the flat outputs of the encoder into heads and projections."""
    tag_edges = np.cumsum([len(labels[head]) for head in heads])[:-1]
    parts = np.split(projections, np.cumsum(np.repeat(sizes, 2))[:-1], axis=-1)
    return WindowScores(dict(zip(heads, np.split(tags, tag_edges, axis=-1), strict=True)), *parts)


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    exp = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(exp / exp.sum(axis=-1, keepdims=True), np.float32)


def sentence_edges(start_scores: Floats, forced: Iterable[int], likely: Sequence[int] = ()) -> list[int]:
    """Where sentences begin, and the end of the last; `forced` are words that begin a paragraph or window, `likely` those behind a plain full stop."""
    odds = start_scores[:, 1] - start_scores[:, 0]
    odds[list(likely)] += PLAIN_STOP
    begins = odds > 0
    begins[list(forced)] = True
    begins[:1] = True
    return [*np.flatnonzero(begins).tolist(), len(begins)]


def trees(scores: WindowScores, edges: Sequence[int], weights: dict[str, Floats], *, root: int) -> tuple[Ints, Ints]:
    """For each word its head (itself for a root) and the number of its relation; sentences lie between the `edges`, and `root` is the relation of roots."""
    queries = scores.arc_dependent @ weights["arc"]
    bias = scores.arc_head @ weights["arc_head"]
    heads = np.zeros(len(queries), np.int64)
    for first, last in itertools.pairwise(edges):
        heads[first:last] = best_tree(queries[first:last] @ scores.arc_head[first:last].T + bias[None, first:last]) + first
    return heads, relations(scores, heads, weights["relation"], root=root)


def relations(scores: WindowScores, heads: Ints, weight: Floats, *, root: int) -> Ints:
    """The best relation of each word to its head; `root` is for roots, all of them and no others."""
    dependent = with_one(scores.relation_dependent)
    head = with_one(scores.relation_head[heads])
    count, width, _ = weight.shape
    best = np.zeros(len(heads), np.int64)
    for first in range(0, len(heads), AT_ONCE):
        some = slice(first, first + AT_ONCE)
        halfway = (dependent[some] @ weight.transpose(1, 0, 2).reshape(width, -1)).reshape(-1, count, width)
        choices = np.matmul(halfway, head[some, :, None])[:, :, 0]
        choices[:, root] = FORBIDDEN
        best[some] = choices.argmax(axis=1)
    return np.where(heads == np.arange(len(heads)), root, best)


def with_one(x: Floats) -> Floats:
    """Append a constant one, which gives a bilinear form its linear parts."""
    return np.concatenate([x, np.ones((len(x), 1), np.float32)], axis=1)


def link_scores(scores: WindowScores, anchors: Sequence[int], words: tuple[int, int], roles: Sequence[int], weight: Floats) -> Floats:
    """Log-odds [roles, anchors, words] that a word of `[first, last)` fills a role of a cue or trigger."""
    query = with_one(scores.anchor[anchors])[None] @ weight[roles]
    return np.asarray(query @ with_one(scores.linked[slice(*words)]).T, np.float32)


def spans_by_odds(odds: Floats, switch: Floats) -> NDArray[np.bool_]:
    """Which words are in: the best on/off path for each row of log-odds, where changing state costs the row's `switch`."""
    rows, words = odds.shape
    cost = switch[:, None]
    back = np.zeros((words, rows, 2), np.int8)
    score = np.zeros((rows, 2), np.float32)
    score[:, 1] = odds[:, 0] - switch
    for at in range(1, words):
        flipped = score[:, ::-1] - cost
        back[at] = flipped > score
        score = np.maximum(score, flipped)
        score[:, 1] += odds[:, at]
    state = score.argmax(axis=1)
    chosen = np.zeros((rows, words), bool)
    index = np.arange(rows)
    for at in range(words - 1, -1, -1):
        chosen[:, at] = state == 1
        state = np.where(back[at, index, state] == 1, 1 - state, state)
    return chosen


def runs(chosen: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Stretches `[first, last)` of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], chosen, [False]]).astype(np.int8)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def spans_by_chance(chances: Floats, *, begin: float, goes_on: float) -> list[tuple[int, int]]:
    """Spans from probabilities [words, (out, first, inside)]: begun by a likely word, gone on with while words are likely enough and begin no other."""
    inside = (1 - chances[:, 0]).tolist()
    first = chances[:, 1].tolist()
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(inside):
        end = at + 1
        if inside[at] > begin:
            while end < len(inside) and inside[end] > goes_on and first[end] <= begin:
                end += 1
            found.append((at, end))
        at = end
    return found


def spans_by_tags(best: list[str]) -> list[tuple[str, int, int]]:
    """(label, first, last) of BIO tags; an `I-` that continues nothing begins a span."""
    found: list[tuple[str, int, int]] = []
    for at, tag in enumerate(best):
        if tag == "O":
            continue
        place, _, label = tag.partition("-")
        if place == "I" and found and found[-1][2] == at and found[-1][0] == label:
            found[-1] = (label, found[-1][1], at + 1)
        else:
            found.append((label, at, at + 1))
    return found


__all__ = [
    "FORBIDDEN",
    "NEVER",
    "ROLES",
    "WindowScores",
    "link_scores",
    "relations",
    "runs",
    "sentence_edges",
    "softmax",
    "spans_by_chance",
    "spans_by_odds",
    "spans_by_tags",
    "split_scores",
    "trees",
    "with_one",
]
