"""What an explanation is made of."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from sayso.article import Span

SOURCES = ("trigger", "frame", "rule", "score", "model", "none")
"""What can have made a field: a trigger or frame of the knowledge files, a rule of a step, weights that add evidence up, the language
model alone, or nothing."""


@dataclass(slots=True)
class Reason:
    """Why a field has a value: `by` is one of SOURCES, `text` says it in words, `span` is where it was read, if at one place."""

    field: str
    value: str
    by: str
    text: str
    span: Span | None = None


@dataclass(slots=True)
class Explanation:
    """The reasons for every field of one event of a record."""

    event: str
    type: str
    mode: str | None
    trigger: str
    confidence: float
    reasons: list[Reason] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """The explanation as plain dicts and lists."""
        return asdict(self)

    def of(self, name: str) -> list[Reason]:
        """The reasons for one field."""
        return [reason for reason in self.reasons if reason.field == name]
