"""The words of the report: classes of event types, sides of a conflict, and names of countries."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import sayso.knowledge
from sayso.knowledge.rows import read_rows

CLASSES = {
    "Words of cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "Deeds of cooperation": ("COOPERATE", "AID", "RETREAT"),
    "Words of conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "Deeds of conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
"""PLOVER's types by its four classes."""
OTHER_CLASS = "Other types"
SIDES = {"state": "state", "armed": "armed groups", "civil": "civil", "international": "international bodies"}
"""What a side is within its country."""
NOWHERE = "no country"
PARTS = {
    "trigger": "the word that names the event",
    "actor": "who did it",
    "recipient": "to whom",
    "place": "where",
    "time": "when",
    "toll": "toll",
    "speaker": "on whose word",
}
"""What is highlighted in evidence."""
_COUNTRIES = Path(sayso.knowledge.__file__).parent / "data" / "actors" / "countries.tsv"


def class_of(type: str) -> str:
    """The class of an event type; types of a user's own ontology have none."""
    return next((name for name, types in CLASSES.items() if type in types), OTHER_CLASS)


def class_number(name: str) -> int:
    """The number of a class, by which it has its colour."""
    return [*CLASSES, OTHER_CLASS].index(name)


@cache
def _names() -> dict[str, str]:
    return {columns[0]: columns[1] for _, columns in read_rows(_COUNTRIES)}


def country(code: str | None) -> str:
    """A country's name; its code where it has none."""
    return _names().get(code, code) if code else NOWHERE


def side(written: str) -> str:
    """The name of a side, as `SYR/armed` or `/international` has it."""
    code, _, part = written.partition("/")
    if not code:
        return {"international": "International bodies", "armed": "Armed groups of no country", "civil": "Others of no country"}.get(
            part, "States of no name"
        )
    return f"{country(code)}: {SIDES[part]}"
