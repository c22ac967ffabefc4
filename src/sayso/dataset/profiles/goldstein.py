"""Goldstein's scale from conflict (-10) to cooperation (10), by CAMEO code (`goldstein.tsv`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.rows import read_rows


@cache
def goldstein(path: Path = Path(__file__).parent / "goldstein.tsv") -> dict[str, float]:
    """Weights by code. Raises KnowledgeError, naming file and line."""
    found = {}
    for place, columns in read_rows(path):
        if len(columns) != 2:
            raise KnowledgeError(f"{place}: expected a code and a weight, parted by a tab")
        found[columns[0]] = float(columns[1])
    return found
