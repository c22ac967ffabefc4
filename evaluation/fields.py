"""Scores the dates and tolls of events whose triggers are given: what those steps do when the events step makes no mistake."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sayso.article import Article
from sayso.coding.draft import Draft, EventDraft
from sayso.coding.times import find_times, when_of
from sayso.coding.tolls import count_tolls
from sayso.knowledge import Knowledge
from sayso.language.analysis import Analysis

Analyse = Callable[[str, str], Analysis]
"""Article id and text to its analysis."""

Gold = dict[str, Any]


def date_matches(gold: str | None, found: str | None) -> bool:
    """Right at the grain of the gold: gold 2022-11 accepts 2022-11-13."""
    return found is None if gold is None else bool(found) and str(found)[: len(gold)] == gold


def head_of(analysis: Analysis, start: int, end: int) -> tuple[int, int, int] | None:
    """The head token of the characters `[start, end)`, with the first and last token."""
    inside = [token.index for token in analysis.tokens if token.start < end and start < token.end]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    heads = [i for i in inside if not first <= analysis.tokens[i].head < last and analysis.tokens[i].upos != "PUNCT"]
    return (heads or inside)[0], first, last


def gold_events(gold: Gold, analysis: Analysis) -> Iterator[tuple[Gold, EventDraft]]:
    """The gold events whose trigger is found in its evidence, as draft events without any other field."""
    for event in gold["events"]:
        trigger = event["trigger"] if isinstance(event["trigger"], str) else event["trigger"][0]
        for piece in event["evidence"]:
            at = analysis.text.find(piece)
            inner = piece.find(trigger) if isinstance(trigger, str) else -1
            found = head_of(analysis, at + inner, at + inner + len(trigger)) if at >= 0 and inner >= 0 else None
            if found:
                yield event, EventDraft(event["type"], event["mode"], found[0], (found[1], found[2]), reality=event["reality"])
                break


def draft_of(gold: Gold, analysis: Analysis, knowledge: Knowledge) -> tuple[Draft, list[Gold]]:
    """A draft with the gold's own triggers as events, times and tolls filled in; and the gold event of each."""
    draft = Draft(Article(analysis.text, published=gold["published"]), analysis, knowledge)
    find_times(draft)
    wanted = []
    for event, found in gold_events(gold, analysis):
        wanted.append(event)
        draft.events.append(found)
    for found in draft.events:
        found.start, found.end = when_of(draft, found.trigger)
    count_tolls(draft)
    return draft, wanted


def score_fields(folder: Path, *, analyse: Analyse, knowledge: Knowledge) -> dict[str, float]:
    """Accuracy of `when` (as the gold scorer counts it), its precision where gold gives none, and toll F1, in percent."""
    when_right = when_all = false_dates = undated = hit = found_tolls = gold_tolls = 0
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
        draft, wanted = draft_of(gold, analyse(path.stem, text), knowledge)
        for event, found in zip(wanted, draft.events, strict=True):
            if not event.get("core", True):
                continue
            when = event["when"]
            if when["start"] or when["end"]:
                when_all += 1
                when_right += date_matches(when["start"], found.start) and (
                    when["end"] is None or date_matches(when["end"], found.end or found.start)
                )
            else:
                undated += 1
                false_dates += found.start is not None
            right, many, wanted_tolls = _tolls(event, found)
            hit, found_tolls, gold_tolls = hit + right, found_tolls + many, gold_tolls + wanted_tolls
    total = found_tolls + gold_tolls
    return {
        "when": round(100 * when_right / max(when_all, 1), 2),
        "when_n": float(when_all),
        "dated_though_undated": round(100 * false_dates / max(undated, 1), 2),
        "toll_f1": round(200 * hit / max(total, 1), 2),
        "toll_p": round(100 * hit / max(found_tolls, 1), 2),
        "toll_r": round(100 * hit / max(gold_tolls, 1), 2),
        "toll_n": float(gold_tolls),
    }


def _tolls(event: Gold, found: EventDraft) -> tuple[int, int, int]:
    one = Counter((toll["kind"], toll["min"], toll["max"]) for toll in event.get("toll", []))
    two = Counter((toll.kind, toll.min, toll.max) for toll in found.tolls)
    return sum((one & two).values()), sum(two.values()), sum(one.values())
