"""Contents of attributions made whole: their edges are put where phrases begin and end.

The model scores each word by itself, so a span may lose the first or the last word of a phrase ("reported Monday | [the storm] had
turned"), break over a few words, or begin with a word that only joins the sentence to the last one ("However, …").
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.language.analysis import Analysis, Attribution, Tokens
from sayso.language.quotes import find_quotations

_BEFORE_HEAD = frozenset({
    "det", "det:predet", "amod", "compound", "nummod", "nsubj", "nsubj:pass", "case", "mark", "advmod", "nmod:poss", "aux", "aux:pass", "cop", "expl", "flat",
})  # fmt: skip
"""Relations of words that stand before their head and are no phrase without it."""
_JOINS = frozenset({
    "however", "still", "but", "and", "meanwhile", "instead", "yet", "indeed", "moreover", "nevertheless", "also", "so", "then", "besides",
    "furthermore", "additionally",
})  # fmt: skip
_GAP = 6
"""Words that a content may be broken by."""
_REACH = 4
"""Words among which the head of the last word is looked for."""


def fill_quotations(analysis: Analysis, ends: Sequence[int]) -> None:
    """Contents reach to the ends of the quotation that they begin or end in, unless the cue or its source stands between.

    One that ends at one of `ends`, where a window cuts it short, goes on whatever stands there.
    """
    edges = set(ends)
    quotations = [quotation for quotation in find_quotations(analysis) if quotation.closed]
    for found in [*analysis.attributions, *analysis.claims]:
        taken = {at for spans in (found.cue, found.source) for first, last in spans for at in range(first, last)}
        for place, (first, last) in enumerate(found.content):
            around = next((q for q in quotations if q.first < first < q.last), None)
            begin = around.first if around is not None and taken.isdisjoint(range(around.first, first)) else first
            over = next((q for q in quotations if q.first < last < q.last), None)
            cut = last in edges or (over is not None and over.first <= begin and taken.isdisjoint(range(last, over.last)))
            found.content[place] = (begin, over.last if over is not None and cut else last)


def make_whole(analysis: Analysis, found: Attribution) -> None:
    """Put the edges of a content right, in place; words of the cue and the source stay outside."""
    taken = {at for spans in (found.cue, found.source) for first, last in spans for at in range(first, last)}
    spans: list[Tokens] = []
    for first, last in sorted(found.content):
        if spans and first - spans[-1][1] <= _GAP and taken.isdisjoint(range(spans[-1][1], first)):
            first = spans.pop()[0]
        spans.append((first, last))
    for place, (first, last) in enumerate(spans):
        others = taken.union(*(range(*span) for other, span in enumerate(spans) if other != place))
        first = _begin(analysis, first, last, others)
        spans[place] = _without_joint(analysis, first, last), _end(analysis, first, last, others)
    found.content = spans


def _begin(analysis: Analysis, first: int, last: int, others: set[int]) -> int:
    """Where a span begins once the words before it that belong to its own are in: "[the storm] had turned"."""
    tokens = analysis.tokens
    while first > 0 and first - 1 not in others:
        before = tokens[first - 1]
        if before.sentence != tokens[first].sentence or before.relation not in _BEFORE_HEAD or not first <= before.head < last:
            break
        if before.text.lower() in _JOINS:
            break
        first -= 1
    return first


def _end(analysis: Analysis, first: int, last: int, others: set[int]) -> int:
    """Where a span ends once the head of its last phrase is in: "a lone black [valedictorian]"."""
    tokens = analysis.tokens
    at = last - 1
    while at > first and tokens[at].upos == "PUNCT":
        at -= 1
    head = tokens[at].head
    if not last <= head < last + _REACH or tokens[head].sentence != tokens[at].sentence or tokens[at].relation not in _BEFORE_HEAD:
        return last
    reached = range(last, head + 1)
    return last if not others.isdisjoint(reached) or any(tokens[i].upos == "PUNCT" for i in reached) else head + 1


def _without_joint(analysis: Analysis, first: int, last: int) -> int:
    """Where a span begins without a word that opens the sentence and joins it to the last: "[However,] he will go"."""
    tokens = analysis.tokens
    opens = first == 0 or tokens[first - 1].sentence != tokens[first].sentence
    if not opens or tokens[first].text.lower() not in _JOINS or tokens[first].relation not in ("advmod", "cc", "discourse"):
        return first
    after = first + 1
    while after < last and tokens[after].upos == "PUNCT":
        after += 1
    return after if after < last else first
