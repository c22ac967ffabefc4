"""Corrections of one reading that count for another: one that a newer version made of the same text, or that of a near copy.

What a correction is about, and whom and which words it names, are found again by what they say.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from sayso.article import Span
from sayso.dataset.corrections.applying import Correction
from sayso.dataset.corrections.finding import occurrences
from sayso.knowledge.names import key
from sayso.record import Record

Signs = dict[str, tuple[Hashable, ...]]
"""By id what something is known by, the surest sign first."""


class NotThereError(Exception):
    """What a correction is about, or says, is not in the other reading."""


class Mover:
    """From one reading to another."""

    def __init__(self, source: Record, text: str, target: Record, other: str) -> None:
        self.text, self.other = text, other
        self.ids: dict[str, str] = {}
        self.known: set[str] = set()
        for mine, theirs in zip(_signs(source, text), _signs(target, other), strict=True):
            self.known |= mine.keys()
            self.ids |= _pairs(mine, theirs)

    def moved(self, correction: Correction, article: str) -> Correction | None:
        """The correction as one of the other article's; None where that has nothing like it."""
        try:
            item = self.item(correction.item) if correction.item else ""
            return replace(correction, target=f"{article}/{item}" if item else article, new=self._value(correction.new))
        except NotThereError:
            return None

    def item(self, item: str) -> str:
        """The id in the other reading; what people added keeps its own."""
        if item.startswith("x"):
            return item
        if item not in self.ids:
            raise NotThereError(item)
        return self.ids[item]

    def _value(self, value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {field: self._value(part, field) for field, part in value.items()}
        if name == "time":
            return None
        if isinstance(value, list) and len(value) == 2 and all(type(offset) is int for offset in value):
            return self._span(value)
        if isinstance(value, list):
            return [self._value(part) for part in value]
        return self.item(value) if isinstance(value, str) and value in self.known else value

    def _span(self, span: list[int]) -> list[int]:
        """The same words in the other text, those nearest to where they stand in this one."""
        if self.text == self.other:
            return span
        found = occurrences(self.other, self.text[slice(*span)])
        if not found:
            raise NotThereError(span)
        share = len(self.other) / len(self.text)
        return min(found, key=lambda one: abs(one[0] - span[0] * share))


def _signs(record: Record, text: str) -> tuple[Signs, ...]:
    """What actors, places, statements and events are known by."""
    return (
        {a.id: ((key(a.name), a.country), key(a.name), _words(text, a.mentions[:1])) for a in record.actors},
        {p.id: ((key(p.name), p.country), _words(text, p.mentions[:1])) for p in record.places},
        {s.id: (_words(text, s.content_spans), _words(text, s.content_spans[:1])) for s in record.statements},
        {
            e.id: (
                (e.type, _words(text, [e.trigger_span, *e.evidence_spans])),
                (e.trigger_span, _words(text, [e.trigger_span])),
                (e.type, _words(text, [e.trigger_span])),
            )
            for e in record.events
        },
    )


def _pairs(mine: Signs, theirs: Signs) -> dict[str, str]:
    """Ids of the one with those of the other that have the same sign, sign by sign and in the order of the text; each counts once."""
    found: dict[str, str] = {}
    for number in range(max(map(len, mine.values()), default=0)):
        waiting: dict[Hashable, list[str]] = {}
        taken = set(found.values())
        for item, signs in theirs.items():
            if item not in taken:
                waiting.setdefault(signs[number], []).append(item)
        for item, signs in mine.items():
            if item not in found and signs[number] and waiting.get(signs[number]):
                found[item] = waiting[signs[number]].pop(0)
    return found


def _words(text: str, spans: Sequence[Span] | Iterable[Span]) -> tuple[str, ...]:
    return tuple(" ".join(text[start:end].split()) for start, end in spans)
