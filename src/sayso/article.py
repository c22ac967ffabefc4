"""An article as it comes through the door: text, decoded once, and what is known about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

Span = tuple[int, int]
"""`[start, end)` in code points of `Article.text`."""


@dataclass(frozen=True, slots=True)
class Article:
    """One news report. Offsets in every record count code points of `text`, which is never changed."""

    text: str
    id: str = "article"
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    """ISO date, as exact as known: `2022-12-14`, `2022-12`, `2022`."""
    language: str = "en"
    skipped: tuple[Span, ...] = field(default=())
    """Spans of boilerplate that are part of the text but not of the report."""

    @property
    def sha256(self) -> str:
        """Digest of the text, by which two copies of an article are the same article."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
