"""Sentences with phrases in brackets: whether find_actors puts these in one chain."""

from __future__ import annotations

import re

from sayso.article import Article
from sayso.coder import Coder
from sayso.coding.actors import find_actors
from sayso.coding.draft import Draft


def chains_of(coder: Coder, marked: str, *, published: str | None = "2022-12-14") -> list[int | None]:
    """For each phrase in brackets the number of the chain that has it as a mention, None where none has."""
    text, spans = _unmark(marked)
    draft = Draft(Article(text, published=published), coder.core.analyse(text), coder.knowledge)
    find_actors(draft)
    home = {draft.analysis.span(m.first, m.last): number for number, chain in enumerate(draft.chains) for m in chain}
    return [home.get(span) for span in spans]


def one_chain(coder: Coder, marked: str) -> bool:
    """Whether all phrases in brackets are mentions of one and the same."""
    found = set(chains_of(coder, marked))
    return len(found) == 1 and None not in found


def none_shared(coder: Coder, marked: str) -> bool:
    """Whether no two phrases in brackets are in one chain."""
    found = [chain for chain in chains_of(coder, marked) if chain is not None]
    return len(found) == len(set(found))


def _unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    text, spans, start = "", [], 0
    for part in re.split(r"([\[\]])", marked):
        if part == "[":
            start = len(text)
        elif part == "]":
            spans.append((start, len(text)))
        else:
            text += part
    return text, spans
