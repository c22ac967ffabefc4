"""Drafts of hand-made trees with events at given words, to count tolls in."""

from __future__ import annotations

from sayso.article import Article
from sayso.coding.draft import Draft, EventDraft
from sayso.coding.times import find_times
from sayso.knowledge import Knowledge
from tests.trees import analysis_of


def draft_of(conllu: str, *events: tuple[str, str]) -> Draft:
    """A draft with times and with events: pairs of type and trigger word."""
    analysis = analysis_of(conllu)
    draft = Draft(Article(analysis.text, published="2022-12-14"), analysis, object.__new__(Knowledge))
    find_times(draft)
    for kind, word in events:
        at = next(token.index for token in analysis.tokens if token.text == word)
        draft.events.append(EventDraft(kind, None, at, (at, at + 1)))
    return draft


def tolls(draft: Draft) -> list[list[tuple[str, int | None, int | None]]]:
    """Kind and bounds of the tolls of each event."""
    return [[(toll.kind, toll.min, toll.max) for toll in event.tolls] for event in draft.events]


def clause(text: str, *rows: str) -> str:
    """A tree in which each row says part of speech, head and relation of the word in its place, and `=lemma` where that differs."""
    found = []
    for number, (word, row) in enumerate(zip(text.split(), rows, strict=True), 1):
        upos, head, relation, *lemma = row.split()
        feats = "Number=Plur" if upos == "NOUN" and word.endswith("s") else "_"
        found.append(f"{number} {word} {lemma[0] if lemma else word.lower()} {upos} {feats} {head} {relation}")
    return "\n".join(found)
