"""Cue words for whether a deed came about: `data/realities.tsv`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.ontology import load_ontology
from sayso.knowledge.rows import read_rows

_DATA = Path(__file__).parent / "data" / "realities.tsv"
_PARTS = ("verb", "noun", "adjective", "modifier", "aux", "trigger")


@cache
def load_realities(path: Path = _DATA) -> dict[tuple[str, str], str]:
    """(word, part) to the reality it gives a deed; KnowledgeError names file and line of a mistake."""
    realities = load_ontology().realities
    found: dict[tuple[str, str], str] = {}
    for place, columns in read_rows(path):
        if len(columns) != 3 or columns[1] not in _PARTS or columns[2] not in realities:
            raise KnowledgeError(f"{place}: expected word, one of {', '.join(_PARTS)}, and a reality, parted by tabs")
        found[columns[0], columns[1]] = columns[2]
    return found
