"""Which words stand in quotation marks, and where each quotation begins and ends."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.language.analysis import Analysis, Tokens

_OPEN = frozenset("“«„")
_CLOSE = frozenset("”»")
_PLAIN = frozenset({'"', "''", "``", "＂"})
_OWN = {"‘": "’", "„": "“"}
"""Opening marks and what closes them alone: an apostrophe elsewhere closes nothing, and “ mostly opens."""
_LONGEST = 400
"""Words after which an unclosed quotation is taken to have been closed unseen."""


@dataclass(slots=True)
class Quotation:
    """Tokens `[first, last)` between the marks; `closed` is false where no closing mark was found."""

    first: int
    last: int
    closed: bool


def find_quotations(analysis: Analysis) -> list[Quotation]:
    """Quotations in order. One that is not closed ends with its paragraph, and goes on if the next begins with a mark."""
    found: list[Quotation] = []
    start: int | None = None
    plain = False
    for token in analysis.tokens:
        if start is not None and (_is_break(analysis, token.index) or token.index - start > _LONGEST):
            _close(found, start, token.index, closed=False)
            start = None
        mark = token.text
        opens = mark in _OPEN or (mark in _PLAIN and start is None) or (mark == "‘" and start is None)
        closes = start is not None and (mark in _CLOSE or (mark in _PLAIN and plain) or mark == _OWN.get(analysis.tokens[start - 1].text))
        if closes and start is not None:
            _close(found, start, token.index, closed=True)
            start = None
        elif opens and start is None:
            start, plain = token.index + 1, mark in _PLAIN
    if start is not None:
        _close(found, start, len(analysis.tokens), closed=False)
    return found


def _close(found: list[Quotation], first: int, last: int, *, closed: bool) -> None:
    if last > first:
        found.append(Quotation(first, last, closed))


def _is_break(analysis: Analysis, at: int) -> bool:
    """Whether a paragraph begins with this token."""
    return at > 0 and "\n" in analysis.text[analysis.tokens[at - 1].end : analysis.tokens[at].start]


def quoted_tokens(analysis: Analysis, quotations: list[Quotation]) -> list[bool]:
    """For each token whether it stands in quotation marks."""
    inside = [False] * len(analysis.tokens)
    for quotation in quotations:
        inside[quotation.first : quotation.last] = [True] * (quotation.last - quotation.first)
    return inside


def form_of(analysis: Analysis, content: list[Tokens], inside: list[bool]) -> str:
    """`direct` where all words are quoted, `mixed` where some are, else `indirect`."""
    words = [i for first, last in content for i in range(first, last) if analysis.tokens[i].upos != "PUNCT"]
    quoted = sum(inside[i] for i in words)
    if quoted and quoted >= len(words) - 1:
        return "direct"
    return "mixed" if quoted else "indirect"
