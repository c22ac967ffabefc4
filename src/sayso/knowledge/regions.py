"""Places written by hand: regions, waters, borders, airports and camps (`regions.tsv`), middles of countries and provinces (`points.tsv`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.gazetteer_file import PRECISIONS, Row
from sayso.knowledge.names import key, short_key
from sayso.knowledge.rows import read_rows

FOLDER = Path(__file__).parent / "data" / "places"
_WEIGHT = 1_000_000
"""Inhabitants that a region counts as: news names it as often as a large town."""


def read_points(path: Path = FOLDER / "points.tsv") -> dict[str, tuple[float, float]]:
    """Latitude and longitude by ISO 3166 code. Raises KnowledgeError, naming file and line."""
    found = {}
    for place, columns in read_rows(path):
        if len(columns) != 3:
            raise KnowledgeError(f"{place}: expected a code, a latitude and a longitude, parted by tabs")
        found[columns[0]] = _point(place, columns[1], columns[2])
    return found


def read_countries(path: Path = FOLDER / "countries.tsv") -> dict[str, str]:
    """ISO 3166 alpha-3 codes by alpha-2. Raises KnowledgeError, naming file and line."""
    found = {}
    for place, columns in read_rows(path):
        if len(columns) != 2 or len(columns[0]) != 2 or len(columns[1]) != 3:
            raise KnowledgeError(f"{place}: expected two and three letters of a country, parted by a tab")
        found[columns[0]] = columns[1]
    return found


def region_rows(path: Path = FOLDER / "regions.tsv") -> Iterator[Row]:
    """Regions as rows of the gazetteer. Raises KnowledgeError, naming file and line."""
    for place, columns in read_rows(path):
        if len(columns) != 6:
            raise KnowledgeError(f"{place}: expected name, other names, country, latitude, longitude and precision, parted by tabs")
        name, others, country, latitude, longitude, precision = columns
        if precision not in PRECISIONS:
            raise KnowledgeError(f"{place}: precision {precision!r} is none of {', '.join(PRECISIONS)}")
        keys = {key(other) for other in (name, *others.split("|")) if other != "-"}
        yield Row(name, "" if country == "-" else country, precision, keys, *_point(place, latitude, longitude), _WEIGHT)


def read_abbreviations(path: Path = FOLDER / "abbreviations.tsv") -> dict[str, set[str]]:
    """Keys of the short forms of provinces (`~Ala`), by GeoNames' code. Raises KnowledgeError, naming file and line."""
    found: dict[str, set[str]] = {}
    for place, columns in read_rows(path):
        if len(columns) != 2:
            raise KnowledgeError(f"{place}: expected a province's code and its short forms, parted by a tab")
        found.setdefault(columns[0], set()).update(short_key(short) for short in columns[1].split("|"))
    return found


def _point(place: str, latitude: str, longitude: str) -> tuple[float, float]:
    try:
        point = float(latitude), float(longitude)
    except ValueError as error:
        raise KnowledgeError(f"{place}: {latitude!r}, {longitude!r} are no degrees") from error
    if abs(point[0]) > 90 or abs(point[1]) > 180:
        raise KnowledgeError(f"{place}: {latitude}, {longitude} lie outside the world")
    return point
