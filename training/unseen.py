"""Hand-coded articles as networks read them that were trained without them: what weights are fitted on.

What a network says of articles that it was trained on is too good to be true, and weights fitted on it trust it too much.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.article import Article
from sayso.coder import STEPS, run
from sayso.coding.draft import Draft, EventDraft
from sayso.coding.events import find_events
from sayso.knowledge import Knowledge
from sayso.knowledge.names import pieces
from sayso.language.core import LanguageCore
from sayso.readers import find_boilerplate
from sayso.record import Actor
from training.coded import FOLDS, CodedArticle, fold_of, read_coded

BEFORE = STEPS[: STEPS.index(find_events)]
TITLES = frozenset({"the", "a", "an", "mr", "mrs", "ms", "dr", "president", "gen", "general"})
SHORT = 3
"""Letters of a word that is too short to tell two names to be the same."""


@dataclass(slots=True)
class Coded:
    """A hand-coded article: its draft up to the events, and what the coder found."""

    id: str
    draft: Draft
    gold: list[dict[str, Any]]
    statements: list[dict[str, Any]]
    actors: dict[str, dict[str, Any]]
    """By their refs."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options that choose data and networks."""
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder that holds gold/train and data/corpus")
    parser.add_argument("--networks", type=Path, nargs="+", required=True, help="exported networks: one for each fold, or one")
    parser.add_argument(
        "--unseen",
        choices=("fold", "own", "all"),
        default="fold",
        help="what a single network does not know: fold 0; that and all our own; or all, where its views do not count",
    )
    parser.add_argument("--gently", action="store_true", help="pull towards the weights that stand in the file, not towards zero")


def unseen_articles(data: Path, networks: Sequence[Path], unseen: str) -> Iterator[Coded]:
    """Every hand-coded article that one of the networks does not know; the drafts as they are before the events."""
    knowledge = Knowledge.load()
    cores = [LanguageCore.load(folder) for folder in networks]
    articles = read_coded(data)
    fold = fold_of(articles)
    for one in articles:
        if len(cores) == FOLDS:
            yield _read(one, cores[fold[one.id]], knowledge)
        elif unseen == "all" or fold[one.id] == 0 or (unseen == "own" and one.own):
            yield _read(one, cores[0], knowledge)


def _read(one: CodedArticle, core: LanguageCore, knowledge: Knowledge) -> Coded:
    article = Article(one.text, id=one.id, published=one.published, skipped=find_boilerplate(one.text))
    draft = Draft(article, core.analyse(one.text, skipped=article.skipped), knowledge)
    run(draft, BEFORE)
    return Coded(one.id, draft, one.gold["events"], one.gold["statements"], {actor["ref"]: actor for actor in one.gold["actors"]})


# --- which of ours is which of the coder's ----------------------------------------------------------------------------------


def spans_of(text: str, pieces: str | list[str]) -> list[tuple[int, int]]:
    """Where verbatim pieces stand in a text."""
    found = [(text.find(piece), len(piece)) for piece in ([pieces] if isinstance(pieces, str) else pieces)]
    return [(start, start + length) for start, length in found if start >= 0]


def overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Does any of the spans share a character with `[start, end)`?"""
    return any(s < end and start < e for s, e in spans)


def matching(article: Coded, event: EventDraft, *, exact: bool = False) -> list[int]:
    """Gold events of the same type with the trigger in their evidence, or only those that share the trigger itself."""
    token, text = article.draft.analysis.tokens[event.trigger], article.draft.article.text
    found, same = [], []
    for place, gold in enumerate(article.gold):
        if event.type in {gold["type"], *gold.get("also_ok", [])} and overlaps(spans_of(text, gold["evidence"]), token.start, token.end):
            found.append(place)
            if overlaps(_trigger_spans(text, gold), token.start, token.end):
                same.append(place)
    return same or found if exact else found


def _trigger_spans(text: str, gold: dict[str, Any]) -> list[tuple[int, int]]:
    triggers = [gold["trigger"]] if isinstance(gold["trigger"], str) else gold["trigger"]
    inside = spans_of(text, gold["evidence"])
    found = [(text.find(t, s, e), len(t)) for s, e in inside for t in triggers]
    return [(start, start + length) for start, length in found if start >= 0]


def same_actor(gold: dict[str, Any], actor: Actor, text: str) -> bool:
    """Is an actor of ours the coder's: do they share a name, or a person's last name, or is one name part of the other, and no country speaks against it?"""
    if gold.get("country") and actor.country and gold["country"] != actor.country:
        return False
    theirs = {_words(name) for name in (gold["name"], *gold.get("aliases", ()))} - {()}
    ours = {_words(name) for name in (actor.name, *(text[start:end] for start, end in actor.mentions))} - {()}
    if theirs & ours:
        return True
    if gold.get("kind") == "country" and gold.get("country") and gold["country"] == actor.country and set(gold.get("sector", ())) & set(actor.sector):
        return True
    return any(_alike(one, other, person=gold.get("kind") == "person") for one in theirs for other in ours)


def _alike(one: tuple[str, ...], other: tuple[str, ...], *, person: bool) -> bool:
    if person and one[-1] == other[-1] and len(one[-1]) > SHORT:
        return True
    within = set(one) <= set(other) or set(other) <= set(one)
    return within and min(max(map(len, one)), max(map(len, other))) > SHORT


def _words(name: str) -> tuple[str, ...]:
    """The words of a name without titles and articles."""
    return tuple(word for word in pieces(name) if word not in TITLES)
