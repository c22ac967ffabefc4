"""The article on which somebody is working: its record as corrected so far, and what is added to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sayso.record import Record

_LETTERS = {"event": "x", "statement": "xs", "actor": "xa", "place": "xp"}


@dataclass(slots=True)
class Desk:
    """`record` has the corrections made before; `added` are events, statements, actors and places that are new with this one."""

    record: Record
    text: str
    taken: set[str]
    """Ids that earlier additions to the article, or to copies of it, have."""
    added: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def add(self, kind: str, entry: dict[str, Any]) -> str:
        """Add an entry under an id of its own (x1, xs1, xa1, xp1: ids that no machine gives), and give the id back."""
        letters, number = _LETTERS[kind], 1
        while f"{letters}{number}" in self.taken:
            number += 1
        entry = {"id": f"{letters}{number}", **entry}
        self.taken.add(entry["id"])
        self.added.append((kind, entry))
        return str(entry["id"])

    def entries(self, kind: str) -> list[dict[str, Any]]:
        """What was added of one kind."""
        return [entry for added, entry in self.added if added == kind]
