"""Where newspapers are at home: `data/places/outlets.tsv`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sayso.article import Article
from sayso.errors import KnowledgeError
from sayso.knowledge.domains import parts_of
from sayso.knowledge.places import Candidate, Gazetteer
from sayso.knowledge.rows import read_rows

_DATA = Path(__file__).parent / "data" / "places" / "outlets.tsv"


@cache
def load_outlets(path: Path = _DATA) -> dict[str, tuple[str, str]]:
    """Town and province or country of an outlet, by its domain; KnowledgeError names file and line of a mistake."""
    found = {}
    for place, columns in read_rows(path):
        if len(columns) != 3:
            raise KnowledgeError(f"{place}: expected a domain, a town and its province or country, parted by tabs")
        found[columns[0]] = (columns[1], columns[2])
    return found


def home_of(article: Article, places: Gazetteer) -> Candidate | None:
    """The town in which an article's publisher is at home, by its address; None where that is not known."""
    labels = (parts_of(article.url or "").hostname or "").split(".")
    outlets = load_outlets()
    domain = next((known for at in range(len(labels) - 1) if (known := ".".join(labels[at:])) in outlets), None)
    return _town(*outlets[domain], places) if domain else None


def _town(town: str, area: str, places: Gazetteer) -> Candidate | None:
    """The largest town of a name in a province (`Texas`) or a country (`IRL`)."""
    return next((c for c in places.candidates(town) if c.precision == "city" and area in (c.admin1, c.country)), None)
