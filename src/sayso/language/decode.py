"""Scores to structure: sentences, trees, entities, attributions and arguments."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.language.encoder import Floats
from sayso.language.trees import FORBIDDEN, best_tree, no_trees

Ints = NDArray[np.int64]

ROLES = ("source", "content", "speaker", "said", "actor", "recipient", "place", "time", "about", "told")
"""Links that the model scores: the first two as PolNeAR marks them, the next two as the codebook does, the rest of events:
who takes part, where and when, the deed that they are about, and the cues of those on whose word they rest."""
AT_ONCE = 64
"""Heads whose relations are scored at once: enough to keep the processor busy, and few enough for its cache."""
PLAIN_STOP = 3.0
"""Log-odds that a full stop behind a plain word adds to a sentence's beginning."""
NEVER = -20.0
"""Log-odds of what cannot be."""
SWITCH = (0.8, 1.15)
"""Cost, in log-odds, of beginning or ending a source and a content: a source may be one word, and it takes some evidence to break a content in two."""
SWITCH_CLAIMED = (0.8, 1.5)
"""The same for statements by the codebook, whose contents are hardly ever broken."""


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
    """Probabilities over the labels of each word: `scores[word, label]`."""
    highest = np.ascontiguousarray(scores.T).max(axis=0)  # turned about, because the maximum of many short rows takes long
    exp = np.exp(scores - highest[:, None])
    return np.asarray(exp / exp.sum(axis=-1, keepdims=True), np.float32)


def sentence_edges(start_scores: Floats, forced: Iterable[int], likely: Sequence[int] = (), never: Sequence[int] = ()) -> list[int]:
    """Where sentences begin, and the end of the last.

    `forced` are words that begin a paragraph or window, `likely` those behind a plain full stop, `never` those that go on with the words before them.
    """
    odds = start_scores[:, 1] - start_scores[:, 0]
    odds[list(likely)] += PLAIN_STOP
    begins = odds > 0
    begins[list(never)] = False
    begins[list(forced)] = True
    begins[:1] = True
    return [*np.flatnonzero(begins).tolist(), len(begins)]


def trees(scores: WindowScores, edges: Sequence[int], weights: dict[str, Floats], *, root: int) -> tuple[Ints, Ints]:
    """For each word its head (itself for a root) and the number of its relation; sentences lie between the `edges`, and `root` is the relation of roots."""
    queries = scores.arc_dependent @ weights["arc"]
    bias = scores.arc_head @ weights["arc_head"]
    heads = np.zeros(len(queries), np.int64)
    tables: list[Floats] = []
    for first, last in itertools.pairwise(edges):
        tables.append(queries[first:last] @ scores.arc_head[first:last].T + bias[None, first:last])
        heads[first:last] = tables[-1].argmax(axis=1) + first
    for number in no_trees(heads, edges):
        first, last = edges[number : number + 2]
        heads[first:last] = best_tree(tables[number]) + first
    return heads, relations(scores, heads, weights["relation"], root=root)


def relations(scores: WindowScores, heads: Ints, weight: Floats, *, root: int) -> Ints:
    """The best relation of each word to its head; `root` is for roots, all of them and no others.

    The larger of the two products is made once for each head, not for each word. Heads of about as many words are taken together; one that
    has fewer than the others has its last one scored again in place of those that it wants.
    """
    dependent, head = with_one(scores.relation_dependent), with_one(scores.relation_head)
    count, width, _ = weight.shape
    by_head = weight.transpose(2, 0, 1).reshape(width, -1)
    best = np.zeros(len(heads), np.int64)
    ordered = np.argsort(heads, kind="stable")
    sizes = np.bincount(heads, minlength=len(heads))
    last = np.cumsum(sizes) - 1
    governors = np.argsort(sizes, kind="stable")[np.count_nonzero(sizes == 0) :]
    room = np.empty((AT_ONCE, count * width), np.float32)
    for first in range(0, len(governors), AT_ONCE):
        some = governors[first : first + AT_ONCE, None]
        words = ordered[np.maximum(last[some] - np.arange(sizes[some[-1, 0]]), last[some] - sizes[some] + 1)]
        halfway = np.matmul(head[some[:, 0]], by_head, out=room[: len(some)]).reshape(-1, count, width)
        choices = np.matmul(dependent[words], halfway.transpose(0, 2, 1))
        choices[:, :, root] = FORBIDDEN
        best[words] = choices.argmax(axis=2)
    return np.where(heads == np.arange(len(heads)), root, best)


def with_one(x: Floats) -> Floats:
    """Append a constant one, which gives a bilinear form its linear parts."""
    return np.concatenate([x, np.ones((len(x), 1), np.float32)], axis=1)


def link_scores(
    scores: WindowScores, anchors: Sequence[int], windows: Sequence[tuple[int, int]], roles: Sequence[int] | slice, weight: Floats
) -> Iterator[tuple[tuple[int, int], slice, Floats]]:
    """Log-odds [roles, anchors, words] that a word of a window fills a role of a cue or trigger in it.

    `anchors` are those of all windows, in order; those of one are the slice that comes with its scores. Windows without any are left out.
    """
    if not anchors:
        return
    queries, linked = with_one(scores.anchor[anchors])[None] @ weight[roles], with_one(scores.linked).T
    for first, last in windows:
        some = slice(bisect_left(anchors, first), bisect_left(anchors, last))
        if some.start < some.stop:
            yield (first, last), some, np.asarray(queries[:, some] @ linked[:, first:last], np.float32)


def spans_by_odds(odds: Floats, switch: Floats) -> NDArray[np.bool_]:
    """Which words are in: the best on/off path for each row of log-odds, where changing state costs the row's `switch`.

    What matters of the paths up to a word is only by how much the best that is on there leads the best that is off. Where either leads by
    more than a switch costs, so it is whatever follows; elsewhere a word is as the next one.
    """
    lead = np.empty((odds.shape[1], len(odds)), np.float32)
    behind = -switch
    ahead = np.full(len(odds), -np.inf, np.float32)
    for row, gain in zip(lead, odds.T, strict=True):
        np.maximum(ahead, behind, out=row)
        np.minimum(row, switch, out=row)
        row += gain
        ahead = row
    settled = np.abs(lead) > switch
    settled[-1] = True
    numbers = np.where(settled, np.arange(len(lead))[:, None], len(lead))
    decisive = np.minimum.accumulate(numbers[::-1], axis=0)[::-1]
    return np.take_along_axis(lead > 0, decisive, axis=0).T


def runs(chosen: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Stretches `[first, last)` of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], chosen, [False]]).astype(np.int8))).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))


def spans_by_chance(chances: Floats, *, begin: float, goes_on: float) -> list[tuple[int, int]]:
    """Spans from probabilities [words, (out, first, inside)]: begun by a likely word, gone on with while words are likely enough and begin no other."""
    inside = 1 - chances[:, 0]
    further = ((inside > goes_on) & (chances[:, 1] <= begin)).tolist()
    found: list[tuple[int, int]] = []
    end = 0
    for at in np.flatnonzero(inside > begin).tolist():
        if at >= end:
            end = at + 1
            while end < len(further) and further[end]:
                end += 1
            found.append((at, end))
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
