"""Cues of statements: which act each performs and where its content stands, from `data/cues.tsv`.

A line has three columns, parted by tabs: the cue (its lemma, further words after it), the act, and where the content may stand:
`clause`, `obj` or prepositions, parted by blanks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.rows import read_rows

ACTS = ("say", "confirm", "deny", "accuse", "criticise", "request", "threaten", "promise", "support", "refuse", "doubt")
STANCES = {"deny": "denies", "doubt": "doubts", "confirm": "confirms"}
"""How the speaker of an act stands to what the content says; every other act asserts it."""
_FILE = Path(__file__).parent / "data" / "cues.tsv"


def stance_of(act: str) -> str:
    """How the speaker of an act stands to what the content says."""
    return STANCES.get(act, "asserts")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: `head` is its first lemma, `rest` the words that must follow it."""

    head: str
    rest: tuple[str, ...]
    act: str
    contents: tuple[str, ...]


@cache
def load_cues(path: Path = _FILE) -> dict[str, tuple[Cue, ...]]:
    """Cues by their first lemma, the longest first. Raises KnowledgeError with file and line of the first mistake."""
    found: dict[str, list[Cue]] = {}
    for place, columns in read_rows(path):
        if len(columns) != 3 or not columns[0].strip():
            raise KnowledgeError(f"{place}: a cue has three columns (cue, act, content), parted by tabs; here are {len(columns)}.")
        words, act = columns[0].split(), columns[1]
        if act not in ACTS:
            raise KnowledgeError(f"{place}: {act!r} is no act; choose one of {', '.join(ACTS)}.")
        found.setdefault(words[0], []).append(Cue(words[0], tuple(words[1:]), act, tuple(columns[2].split())))
    return {head: tuple(sorted(cues, key=_longest)) for head, cues in found.items()}


def _longest(cue: Cue) -> tuple[int, str]:
    return -len(cue.rest), " ".join(cue.rest)
