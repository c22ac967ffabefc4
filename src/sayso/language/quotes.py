"""Which words stand in quotation marks, and where each quotation begins and ends."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.language.analysis import Analysis, Tokens

_OPEN = frozenset("“«„")
_CLOSE = frozenset("”»")
_PLAIN = frozenset({'"', "''", "``", "＂"})
_OWN = {"‘": "’", "„": "“"}
"""Opening marks and what closes them alone: an apostrophe elsewhere closes nothing, and “ mostly opens."""
_MARKS = frozenset().union(_OPEN, _CLOSE, _PLAIN, _OWN, _OWN.values())
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
    tokens = analysis.tokens
    for at in [i for i, token in enumerate(tokens) if token.text in _MARKS]:
        if start is not None and (over := _end_unclosed(analysis, start, at + 1)):
            _close(found, start, over, closed=False)
            start = None
        mark = tokens[at].text
        if start is None:
            if mark in _OPEN or mark in _PLAIN or mark == "‘":
                start, plain = at + 1, mark in _PLAIN
        elif mark in _CLOSE or (mark in _PLAIN and plain) or mark == _OWN.get(tokens[start - 1].text):
            _close(found, start, at, closed=True)
            start = None
    if start is not None:
        over = _end_unclosed(analysis, start, len(tokens))
        _close(found, start, over or len(tokens), closed=False)
    return found


def _end_unclosed(analysis: Analysis, first: int, last: int) -> int | None:
    """The token of `[first, last)` before which a quotation that begins with the first is over though nothing closed it."""
    tokens = analysis.tokens
    if first < last <= first + _LONGEST and "\n" not in analysis.text[tokens[first - 1].start : tokens[last - 1].start]:
        return None
    return next((at for at in range(first, last) if at - first > _LONGEST or _is_break(analysis, at)), None)


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
