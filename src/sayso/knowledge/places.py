"""Where names are: look-ups in the gazetteer of the package, or in one built from the full dump of GeoNames."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sayso.errors import ModelError
from sayso.knowledge.gazetteer_file import Entry, GazetteerFile
from sayso.knowledge.names import key, short_key

FILE = Path(__file__).parent / "data" / "places" / "gazetteer.bin"
_OF_SOME_SIZE = 20_000
"""Inhabitants from which a town's name alone tells a country."""


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
    admin2: str | None = None
    number: int = -1
    """Its number in the gazetteer; `province` and `county` are those of the divisions it lies in, 0 for none."""
    province: int = 0
    county: int = 0
    capital: bool = False
    """Whether it is the capital of a country."""


class Gazetteer:
    """Places by name; names are compared without case, diacritics and hyphens."""

    def __init__(self, path: Path = FILE) -> None:
        self.path = path
        try:
            self._file = GazetteerFile(path)
        except OSError as error:
            raise ModelError(f"The gazetteer {path} is missing; install sayso again, or build it anew with `sayso places build`.") from error
        except (ValueError, KeyError, zlib.error) as error:
            raise self._damaged(error) from error
        self._look_up = lru_cache(maxsize=1024)(self._find)
        self._division = lru_cache(maxsize=1024)(self._file.name)

    def forget(self) -> None:
        """Remember no place that was looked up before."""
        self._look_up.cache_clear()
        self._division.cache_clear()
        self._file.forget()

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """All places of this name, the largest first."""
        return self._look_up(key(name))

    def abbreviated(self, short: str) -> tuple[Candidate, ...]:
        """The provinces that a short form stands for (`Ala.`, `N.Y.`, `NSW`), spelled as it stands in the text."""
        return self._look_up(short_key(short))

    def place(self, number: int) -> Candidate:
        """The place of a number, as `Candidate.province` gives it."""
        return self._candidate(number, self._file.entry(number))

    def country_of(self, name: str) -> str | None:
        """The country of the largest place of this name, if it is a town of some size, a province or a region."""
        found = self.candidates(name)
        return found[0].country if found and found[0].population >= _OF_SOME_SIZE else None

    def _find(self, wanted: str) -> tuple[Candidate, ...]:
        try:
            found = [self._candidate(number, self._file.entry(number)) for number in self._file.find(wanted)]
        except (ValueError, IndexError, zlib.error) as error:
            raise self._damaged(error) from error
        return tuple(candidate for _, _, candidate in sorted(_ranked(found), key=_largest_first))

    def _candidate(self, number: int, entry: Entry) -> Candidate:
        return Candidate(
            entry.geonames_id or None, self._file.name(number), entry.country or None, self._division(entry.admin1) if entry.admin1 else None,
            entry.latitude, entry.longitude, entry.population, entry.precision,
            self._division(entry.admin2) if entry.admin2 else None, number, entry.admin1, entry.admin2, entry.capital,
        )  # fmt: skip

    def _damaged(self, error: Exception) -> ModelError:
        return ModelError(f"The gazetteer {self.path} is damaged ({error}); install sayso again, or build it anew with `sayso places build`.")


def _ranked(found: list[Candidate]) -> list[tuple[int, int, Candidate]]:
    """Candidates with what they are ordered by: a province or county comes behind the town in it that bears its name."""
    towns: dict[int, int] = {}
    for candidate in found:
        if candidate.precision == "city":
            for division in (candidate.province, candidate.county):
                towns[division] = max(candidate.population, towns.get(division, 0))
    return [
        (min(c.population, towns[c.number] - 1) if c.precision in ("admin1", "admin2") and c.number in towns else c.population, c.number, c)
        for c in found
    ]


def _largest_first(ranked: tuple[int, int, Candidate]) -> tuple[int, int]:
    return -ranked[0], ranked[1]


def load_gazetteer(path: Path = FILE) -> Gazetteer:
    """Open a gazetteer; it is mapped into memory and read where look-ups need it."""
    return Gazetteer(path)
