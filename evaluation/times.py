"""Scores time expressions against TimeML files: TIMEX3 values end to end, as TempEval-3 scores them.

A found expression matches a gold one when they share a character; each is used once. `value_f1` counts matched pairs with
the same value, `span_f1` matched pairs, `type_f1` matched pairs of the same type.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sayso.article import Span
from sayso.coding.times import parse_times
from sayso.record import Time

FindTimes = Callable[[str, str | None], list[Time]]

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A TIMEX3 of the gold standard: its characters, type (lower case) and value."""

    span: Span
    kind: str
    value: str


def read_timeml(source: str) -> tuple[str, str | None, list[GoldTime]]:
    """Text, date of creation and time expressions of a TimeML document."""
    created = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', source, re.DOTALL)
    body = re.search(r"<TEXT>(.*)</TEXT>", source, re.DOTALL)
    text, gold, opened = "", [], None
    at, inner = 0, body[1] if body else ""
    for tag in _TAG.finditer(inner):
        text += html.unescape(inner[at : tag.start()])
        at = tag.end()
        if tag[2] != "TIMEX3":
            continue
        if not tag[1]:
            opened = (len(text), dict(_ATTRIBUTE.findall(tag[3])))
        elif opened:
            gold.append(GoldTime((opened[0], len(text)), opened[1].get("type", "").lower(), opened[1].get("value", "")))
            opened = None
    return text + html.unescape(inner[at:]), created[1] if created else None, gold


def from_words(text: str, published: str | None) -> list[Time]:
    """The expressions read without the language model."""
    return parse_times(text, published=published)


def match(gold: list[GoldTime], found: list[Time]) -> list[tuple[GoldTime, Time]]:
    """Pairs that overlap, each used once, in order of the text."""
    pairs, used = [], set()
    for wanted in gold:
        for index, time in enumerate(found):
            if index not in used and time.span[0] < wanted.span[1] and wanted.span[0] < time.span[1]:
                used.add(index)
                pairs.append((wanted, time))
                break
    return pairs


def score_times(folder: Path, *, find: FindTimes = from_words) -> dict[str, float]:
    """Value, span and type F1 (0 to 100) over all `*.tml` files of a folder; `find(text, published)` reads the times."""
    counts = {"gold": 0, "found": 0, "span": 0, "value": 0, "type": 0}
    for path in sorted(folder.glob("*.tml")):
        text, published, gold = read_timeml(path.read_text(encoding="utf-8", errors="replace"))
        found = find(text, published)
        pairs = match(gold, found)
        counts["gold"] += len(gold)
        counts["found"] += len(found)
        counts["span"] += len(pairs)
        counts["value"] += sum(one.value == two.value for one, two in pairs)
        counts["type"] += sum(one.kind == two.kind for one, two in pairs)
    total = counts["gold"] + counts["found"]
    scores = {f"{name}_f1": round(200 * counts[name] / total, 2) if total else 0.0 for name in ("value", "span", "type")}
    return {**scores, "gold": float(counts["gold"]), "found": float(counts["found"])}
