"""Cut a text into stretches the encoder reads at once, never inside what could be one sentence if it can be helped."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.article import Span

LIMIT = 70
"""Words in a window, as a rule: the trees are best in short windows, the attributions no better in long ones."""
STRETCH = 3
"""How many times as long a window may be rather than break a sentence."""

_BLANK = re.compile(r"\n[^\S\n]*\n\s*|\r\n\r\n\s*")
_LINE = re.compile(r"\r?\n\s*")
_STOPS = frozenset(".?!。…")
_CLOSERS = frozenset("\"'”’)]»")
_PLAIN = frozenset("\"'")


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
    """Cut a paragraph that is too long where a sentence may end: in a window's last two thirds, else as soon after as there is one."""
    pieces = []
    while last - first > limit:
        places = [*range(first + limit, first + limit // 3, -1), *range(first + limit + 1, min(last, first + STRETCH * limit) + 1)]
        at = next((place for place in places if place == last or _may_start_sentence(text, words, place)), first + limit)
        pieces.append((first, at))
        first = at
    return [*pieces, (first, last)] if last > first else pieces


def plain_stops(words: Sequence[str]) -> list[int]:
    """Indices of capitalised words behind a full stop that ends no abbreviation: it stands behind a word too long to be one."""
    stops = (at for at in range(2, len(words)) if words[at - 1] == ".")
    return [at for at in stops if words[at][:1].isupper() and words[at - 2].isalpha() and len(words[at - 2]) >= _least(words[at - 2])]


def going_on(words: Sequence[str]) -> list[int]:
    """Indices of words in small letters behind another such word: nothing between them ends a sentence."""
    small = [word.islower() and word.isalpha() for word in words]
    return [at for at, (before, word) in enumerate(itertools.pairwise(small), start=1) if before and word]


def _least(word: str) -> int:
    """Letters from which a word is no abbreviation."""
    return 3 if word.islower() else 5


def _may_start_sentence(text: str, words: Sequence[Span], at: int) -> bool:
    """Whether a sentence could begin at this word: the one before is a stop, or a closing mark after a stop."""
    before = at - 1
    if _is_closing(text, words[at]):
        return False
    if _is_closing(text, words[before]) and before:
        before -= 1
    return _STOPS.issuperset(text[slice(*words[before])])


def _is_closing(text: str, word: Span) -> bool:
    """Whether a word is a closing mark; a plain quotation mark is one where no blank stands before it."""
    mark = text[slice(*word)]
    return mark in _CLOSERS and (mark not in _PLAIN or (word[0] > 0 and not text[word[0] - 1].isspace()))


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
