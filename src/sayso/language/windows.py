"""Cut a text into stretches the encoder reads at once, never inside what could be one sentence if it can be helped."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.article import Span

LIMIT = 80
"""Words in a window, at most: the trees are best in short windows, the attributions no better in long ones."""

_BLANK = re.compile(r"\n[^\S\n]*\n\s*|\r\n\r\n\s*")
_LINE = re.compile(r"\r?\n\s*")
_STOPS = frozenset(".?!。…")
_CLOSERS = frozenset("\"'”’)]»")


def breaks(text: str, words: Sequence[Span]) -> list[int]:
    """Indices of the words that begin a paragraph; a line break counts unless the text is wrapped at a fixed width."""
    starts = [start for start, _ in words]
    pattern = _BLANK if _is_wrapped(text) else _LINE
    found = {0, *(bisect_left(starts, match.end()) for match in pattern.finditer(text))}
    return sorted(at for at in found if at < len(words))


def cut(text: str, words: Sequence[Span], *, limit: int = LIMIT) -> list[tuple[int, int]]:
    """Windows `[first, last)` of at most `limit` words that cover all words in order."""
    if not words:
        return []
    pieces: list[tuple[int, int]] = []
    edges = [*breaks(text, words), len(words)]
    for first, last in itertools.pairwise(edges):
        pieces.extend(_cut_paragraph(text, words, first, last, limit))
    windows = [pieces[0]]
    for first, last in pieces[1:]:
        if last - windows[-1][0] <= limit:
            windows[-1] = (windows[-1][0], last)
        else:
            windows.append((first, last))
    return windows


def _cut_paragraph(text: str, words: Sequence[Span], first: int, last: int, limit: int) -> list[tuple[int, int]]:
    """Cut a paragraph that is too long, after a full stop where there is one in the window's last two thirds."""
    pieces = []
    while last - first > limit:
        at = first + limit
        while at > first + limit // 3 and not _may_start_sentence(text, words, at):
            at -= 1
        at = at if at > first + limit // 3 else first + limit
        pieces.append((first, at))
        first = at
    return [*pieces, (first, last)]


def _may_start_sentence(text: str, words: Sequence[Span], at: int) -> bool:
    """Whether a sentence could begin at this word: the one before ends with a stop, or a closing mark after a stop."""
    before = text[words[at - 1][0] : words[at - 1][1]]
    if before[-1] in _STOPS:
        return text[words[at][0] : words[at][1]] not in _CLOSERS
    if before not in _CLOSERS or at < 2:
        return False
    return text[words[at - 2][1] - 1] in _STOPS


def _is_wrapped(text: str) -> bool:
    """Whether lines are broken at a fixed width, as in old wire copy: many lines, nearly all long ones alike."""
    lines = [len(line) for line in text.split("\n") if line.strip()]
    if len(lines) < 6:
        return False
    longest = max(lines)
    if not 40 <= longest <= 120:
        return False
    full = sum(1 for length in lines if length >= 0.75 * longest)
    return full >= 0.6 * len(lines)
