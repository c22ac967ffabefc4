"""What other data sets call countries: their numbers, letters and regions by ISO 3166 code (`countries.tsv`), and names of countries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.names import key
from sayso.knowledge.rows import read_rows

_COLUMNS = 7
_NAMES = Path(__file__).parents[1] / "knowledge" / "data" / "actors" / "countries.tsv"


@dataclass(frozen=True, slots=True)
class Country:
    """One country by its codes; None where a data set has none for it."""

    iso: str
    number: int | None
    fips: str | None
    cow: int | None
    """Correlates of War."""
    gw: int | None
    """Gleditsch and Ward."""
    acled_region: str | None
    ucdp_region: str | None


NOWHERE = Country("", None, None, None, None, None, None)
"""The country of what has none, or one without codes."""


@cache
def load_countries(path: Path = Path(__file__).parent / "countries.tsv") -> dict[str, Country]:
    """Countries by ISO 3166 alpha-3 code. Raises KnowledgeError, naming file and line."""
    found = {}
    for place, columns in read_rows(path):
        if len(columns) != _COLUMNS:
            raise KnowledgeError(f"{place}: expected {_COLUMNS} columns, parted by tabs")
        iso, number, fips, cow, gw, acled, ucdp = (None if column == "-" else column for column in columns)
        found[str(iso)] = Country(str(iso), _whole(number), fips, _whole(cow), _whole(gw), acled, ucdp)
    return found


def country(iso: str | None) -> Country:
    """The country of an ISO code."""
    return load_countries().get(iso or "", NOWHERE)


@cache
def country_names() -> dict[str, str]:
    """Names of countries by ISO code."""
    return {columns[0]: columns[1] for _, columns in read_rows(_NAMES)}


@cache
def codes_by_name() -> dict[str, str]:
    """ISO codes by every name of a country, in its plainest spelling (`sayso.knowledge.names.key`)."""
    return {key(name): columns[0] for _, columns in read_rows(_NAMES) for name in (columns[1], *columns[2].split("|")) if name != "-"}


def _whole(text: str | None) -> int | None:
    return int(text) if text else None
