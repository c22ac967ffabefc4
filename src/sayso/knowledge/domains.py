"""Country-code domains of the web: `data/domains.tsv`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sayso.errors import KnowledgeError

_DATA = Path(__file__).parent / "data" / "domains.tsv"


@cache
def load_domains(path: Path = _DATA) -> dict[str, str]:
    """Domain ending to the ISO 3166 alpha-3 code of its country; KnowledgeError names file and line of a mistake."""
    found: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) != 2 or len(columns[1]) != 3:
            raise KnowledgeError(f"{path}:{number}: expected a domain and a country's three letters, parted by a tab")
        found[columns[0]] = columns[1]
    return found
