"""Addresses of the web, and the countries of their domains: `data/domains.tsv`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from sayso.errors import KnowledgeError
from sayso.knowledge.rows import read_rows

_DATA = Path(__file__).parent / "data" / "domains.tsv"


@cache
def load_domains(path: Path = _DATA) -> dict[str, str]:
    """Domain ending to the ISO 3166 alpha-3 code of its country; KnowledgeError names file and line of a mistake."""
    found: dict[str, str] = {}
    for place, columns in read_rows(path):
        if len(columns) != 2 or len(columns[1]) != 3:
            raise KnowledgeError(f"{place}: expected a domain and a country's three letters, parted by a tab")
        found[columns[0]] = columns[1]
    return found


def parts_of(address: str) -> SplitResult:
    """The parts of an address; of one that cannot be taken apart, none."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")
