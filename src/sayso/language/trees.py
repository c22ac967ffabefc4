"""Dependency trees from the scores of every word as head of every other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

FORBIDDEN = -1e6


def best_tree(scores: Floats) -> Ints:
    """Heads of one sentence from `scores[dependent, head]`; the root is its own head, and there is exactly one.

    The best head of each word is the answer when it makes a tree, as it nearly always does; else the maximum spanning tree
    over the likeliest root.
    """
    heads: Ints = scores.argmax(axis=1)
    if _is_tree(heads):
        return heads
    heads, root = _single_root(scores, heads)
    if _is_tree(heads):
        return heads
    return _rooted_tree(scores.astype(np.float64), root)


def no_trees(heads: Ints, edges: Sequence[int]) -> list[int]:
    """Numbers of the sentences between the `edges` whose words, with these heads, make no tree: there is not one root, or a word leads to none."""
    own = np.arange(len(heads))
    reached = heads
    for _ in range(len(heads).bit_length()):
        reached = reached[reached]
    starts = np.array(edges[:-1], np.int64)
    lost = np.logical_or.reduceat(heads[reached] != reached, starts)
    return np.flatnonzero(lost | (np.add.reduceat(heads == own, starts, dtype=np.int64) != 1)).tolist()


def _single_root(scores: Floats, heads: Ints) -> tuple[Ints, int]:
    """Of several roots (or of all words, where there is none) the one that loses most by being none; all others take their best heads.

    Only scores of one word can be compared, so each candidate is measured against its own next best head.
    """
    own = np.arange(len(heads))
    roots = np.flatnonzero(heads == own)
    candidates = roots if len(roots) else own
    others = scores.copy()
    np.fill_diagonal(others, FORBIDDEN)
    again: Ints = others.argmax(axis=1)
    lost = scores[own, own] - others[own, again]
    root = int(candidates[lost[candidates].argmax()])
    again[root] = root
    return again, root


def _is_tree(heads: Ints) -> bool:
    """Whether there is one root and every word leads to it."""
    own = np.arange(len(heads))
    if int((heads == own).sum()) != 1:
        return False
    reached = heads
    for _ in range(max(1, len(heads).bit_length())):
        reached = reached[reached]
    return bool((reached == reached[0]).all() and heads[reached[0]] == reached[0])


def _rooted_tree(scores: NDArray[np.float64], root: int) -> Ints:
    """Chu-Liu/Edmonds with a given root."""
    work = scores.copy()
    np.fill_diagonal(work, FORBIDDEN)
    work[root, :] = FORBIDDEN
    work[root, root] = 0.0
    heads: Ints = work.argmax(axis=1)
    heads[root] = root
    cycle = _find_cycle(heads.tolist(), root)
    if not cycle:
        return heads
    members = np.array(cycle)
    outside = np.delete(np.arange(len(scores)), members)
    inside_score = work[members, heads[members]]
    into = work[np.ix_(members, outside)] - inside_score[:, None]
    out_of = work[np.ix_(outside, members)]
    small = np.full((len(outside) + 1, len(outside) + 1), FORBIDDEN)
    small[:-1, :-1] = work[np.ix_(outside, outside)]
    small[-1, :-1] = into.max(axis=0)
    small[:-1, -1] = out_of.max(axis=1)
    small_root = int(np.flatnonzero(outside == root)[0])
    found = _rooted_tree(small, small_root)
    return _expand(found, heads, members, outside, into, out_of)


def _expand(found: Ints, heads: Ints, members: Ints, outside: Ints, into: NDArray[np.float64], out_of: NDArray[np.float64]) -> Ints:
    """Undo the contraction of a cycle: it is broken where its new head enters."""
    result = heads.copy()
    for at, word in enumerate(outside):
        head = found[at]
        result[word] = members[out_of[at].argmax()] if head == len(outside) else outside[head]
    entry = found[-1]
    broken = int(into[:, entry].argmax())
    result[members[broken]] = outside[entry]
    return result


def _find_cycle(heads: list[int], root: int) -> list[int]:
    """The words of one cycle that does not hold the root, or none."""
    done = {root}
    for start in range(len(heads)):
        path: list[int] = []
        at = start
        while at not in done:
            done.add(at)
            path.append(at)
            at = heads[at]
        if at in path:
            return path[path.index(at) :]
    return []
