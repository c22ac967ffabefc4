"""Corrections of a text that count for a near copy of it: what they are about and what they say, found again in the other text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sayso.article import Span
from sayso.dataset.corrections.applying import Correction
from sayso.dataset.corrections.finding import occurrences
from sayso.knowledge.names import key
from sayso.record import Record


class NotThereError(Exception):
    """What a correction is about, or says, is not in the other text."""


class Mover:
    """From one reading to another. Where both texts are the same, or nothing was read of the one, everything stays as it is."""

    def __init__(self, source: Record | None, text: str, target: Record, other: str) -> None:
        self.same = source is None or text == other
        self.text, self.other = text, other
        self.ids = {} if source is None or self.same else _pairs(source, text, target, other)

    def moved(self, correction: Correction, article: str) -> Correction | None:
        """The correction as one of the other article's; None where that has nothing like it."""
        if self.same:
            return replace(correction, target="/".join(filter(None, (article, correction.item))))
        try:
            item = self.item(correction.item) if correction.item else ""
            return replace(correction, target="/".join(filter(None, (article, item))), new=self._value(correction.new))
        except NotThereError:
            return None

    def item(self, item: str) -> str:
        """The id in the other reading."""
        if self.same or item.startswith("x"):
            return item
        if item not in self.ids:
            raise NotThereError(item)
        return self.ids[item]

    def _value(self, value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {field: self._value(part, field) for field, part in value.items()}
        if name in ("id", "time", "knowledge_id"):
            return None if name == "time" else value
        if isinstance(value, list) and len(value) == 2 and all(type(offset) is int for offset in value):
            return self._span(value)
        if isinstance(value, list):
            return [self._value(part) for part in value]
        return self.ids.get(value, value) if isinstance(value, str) else value

    def _span(self, span: list[int]) -> list[int]:
        """The same words in the other text, those nearest to where they stand in this one."""
        found = occurrences(self.other, self.text[slice(*span)])
        if not found:
            raise NotThereError(span)
        share = len(self.other) / len(self.text)
        return min(found, key=lambda one: abs(one[0] - span[0] * share))


def _pairs(source: Record, text: str, target: Record, other: str) -> dict[str, str]:
    """Ids of the one reading with those of the other that say the same."""
    found: dict[str, str] = {}
    for mine, theirs in (
        (((a.id, key(a.name)) for a in source.actors), ((a.id, key(a.name)) for a in target.actors)),
        (((p.id, (key(p.name), p.country)) for p in source.places), ((p.id, (key(p.name), p.country)) for p in target.places)),
        (((s.id, _words(text, s.content_spans)) for s in source.statements), ((s.id, _words(other, s.content_spans)) for s in target.statements)),
        (
            ((e.id, _words(text, [e.trigger_span, *e.evidence_spans])) for e in source.events),
            ((e.id, _words(other, [e.trigger_span, *e.evidence_spans])) for e in target.events),
        ),
    ):
        found |= _matched(mine, theirs)
    return found


def _matched(mine: Iterable[tuple[str, Any]], theirs: Iterable[tuple[str, Any]]) -> dict[str, str]:
    waiting: dict[Any, list[str]] = {}
    for item, sign in theirs:
        waiting.setdefault(sign, []).append(item)
    return {item: waiting[sign].pop(0) for item, sign in mine if waiting.get(sign)}


def _words(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    return tuple(" ".join(text[start:end].split()) for start, end in spans)
