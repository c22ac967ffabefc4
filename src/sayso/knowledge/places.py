"""Where names are: look-ups in the gazetteer of the package, one SQLite file."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sayso.errors import ModelError
from sayso.knowledge.names import key

FILE = Path(__file__).parent / "data" / "places" / "gazetteer.sqlite"
_QUERY = """
    SELECT place.geonames, place.name, place.country, place.admin1, place.lat, place.lon, place.pop, place.prec
    FROM name JOIN place USING (id) WHERE name.key = ? ORDER BY place.pop DESC, place.id
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean. `country` is ISO 3166 alpha-3 (None where in several), degrees are WGS 84."""

    geonames_id: int | None
    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    population: int
    precision: str


class Gazetteer:
    """Places by name; names are compared without case, diacritics and hyphens."""

    def __init__(self, path: Path = FILE) -> None:
        if not path.exists():
            raise ModelError(f"The gazetteer {path} is missing; install sayso again.")
        self._db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._look_up = lru_cache(maxsize=20_000)(self._query)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """All places of this name, the largest first."""
        return self._look_up(key(name))

    def country_of(self, name: str) -> str | None:
        """The country of the largest place of this name, if it is a town of some size, a province or a region."""
        found = self.candidates(name)
        return found[0].country if found and found[0].population >= 20_000 else None

    def _query(self, wanted: str) -> tuple[Candidate, ...]:
        try:
            rows = self._db.execute(_QUERY, (wanted,)).fetchall()
        except sqlite3.DatabaseError as error:
            raise ModelError(f"The gazetteer is damaged ({error}); install sayso again.") from error
        return tuple(Candidate(r[0], r[1], r[2] or None, *r[3:]) for r in rows)


def load_gazetteer(path: Path = FILE) -> Gazetteer:
    """Open the gazetteer; nothing is read before the first look-up."""
    return Gazetteer(path)
