"""The map: outlines of countries, shaded by how much happened there, and the places themselves as circles."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from sayso.dataset.report.figures import Row
from sayso.dataset.report.html import text
from sayso.dataset.report.words import country

_OUTLINES = Path(__file__).parent / "world.tsv"
_WIDE = 1000.0
_SHADES = 5
_LARGEST, _SMALLEST = 16.0, 3.0
Box = tuple[float, float, float, float]
"""West, south, east and north in degrees."""
WORLD: Box = (-180.0, -57.0, 180.0, 84.0)


@cache
def outlines() -> dict[str, str]:
    """By country the outlines as SVG paths, in tenths of a degree, north upwards being the caller's business."""
    found = {}
    for line in _OUTLINES.read_text(encoding="utf8").splitlines():
        if not line.startswith("#"):
            code, rings = line.split("\t")
            found[code] = "".join(_path(ring.split(",")) for ring in rings.split(" "))
    return found


def _path(numbers: Sequence[str]) -> str:
    return f"M{numbers[0]} {numbers[1]}l{' '.join(numbers[2:])}z"


def frame(points: Sequence[Row], share: float = 0.95) -> Box:
    """The part of the world in which this share of the events lies, with room around it, at least 24 degrees wide."""
    if not points:
        return WORLD
    west, east = _middle([(row["longitude"], row["count"]) for row in points], share)
    south, north = _middle([(row["latitude"], row["count"]) for row in points], share)
    wide, high = max((east - west) * 1.2, 24.0), max((north - south) * 1.2, 16.0)
    wide, high = max(wide, high * 1.6), max(high, wide / 2.4)
    if wide > 240 or high > 110:
        return WORLD
    middle_x = min(max((west + east) / 2, WORLD[0] + wide / 2), WORLD[2] - wide / 2)
    middle_y = min(max((south + north) / 2, WORLD[1] + high / 2), WORLD[3] - high / 2)
    return middle_x - wide / 2, middle_y - high / 2, middle_x + wide / 2, middle_y + high / 2


def _middle(places: Sequence[tuple[float, int]], share: float) -> tuple[float, float]:
    """Between which degrees the middle share of the events lies."""
    ordered, total, seen = sorted(places), sum(count for _, count in places), 0
    low = high = ordered[0][0]
    for degree, count in ordered:
        if seen <= total * (1 - share) / 2:
            low = degree
        if seen < total * (1 + share) / 2:
            high = degree
        seen += count
    return low, high


def views(points: Sequence[Row]) -> tuple[Box, Box]:
    """What the map shows at first, and what a button on the page shows instead: the whole world, or the part where half of all happened."""
    first = frame(points)
    return (first, WORLD) if first != WORLD else (WORLD, frame(points, 0.5))


def world_map(countries: Sequence[Row], points: Sequence[Row]) -> str:
    """The map as SVG; `data-views` has its two views, parted by a comma."""
    box, other = views(points)
    flat = math.cos(math.radians((box[1] + box[3]) / 2))
    first, second = (" ".join(f"{number:.1f}" for number in _view(each, flat)) for each in (box, other))
    shades = _shades(countries)
    title = f"Map of the places where it happened: {len(points)} places in {len(countries)} countries; the table below has the same."
    parts = [
        f'<svg id="map" viewBox="{first}" data-views="{first},{second}" role="img" aria-label="{title}"><title>{title}</title>',
        f'<g class="land" transform="scale({flat:.4f} -1)">',
    ]
    for code, path in outlines().items():
        count = next((row["count"] for row in countries if row["country"] == code), 0)
        told = f"<title>{text(country(code))}: {count:,}</title>" if count else ""
        parts.append(f'<path class="shade{shades.get(code, 0)}" d="{path}">{told}</path>' if told else f'<path d="{path}"/>')
    parts.append("</g><g>")
    parts += _circles(points, flat, _view(box, flat)[2] / _WIDE)
    return "".join(parts) + "</g></svg>"


def _view(box: Box, flat: float) -> tuple[float, float, float, float]:
    return box[0] * 10 * flat, -box[3] * 10, (box[2] - box[0]) * 10 * flat, (box[3] - box[1]) * 10


def _shades(countries: Sequence[Row]) -> dict[str, int]:
    """A shade from 1 to 5 by the power of the count."""
    most = max((row["count"] for row in countries), default=1)
    return {row["country"]: 1 + min(_SHADES - 1, int(_SHADES * math.log(row["count"] + 1) / math.log(most + 2))) for row in countries}


def _circles(points: Sequence[Row], flat: float, scale: float) -> Iterator[str]:
    """The largest first, so that small ones stay visible upon them."""
    most = max((row["count"] for row in points), default=1)
    for row in points:
        radius = max(_SMALLEST, _LARGEST * math.sqrt(row["count"] / most)) * scale
        name = (row["name"] or "").partition("; ")[0]
        told = f"{text(name)}: {row['count']:,}"
        yield (
            f'<circle cx="{row["longitude"] * 10 * flat:.1f}" cy="{-row["latitude"] * 10:.1f}" r="{radius:.2f}" data-size="{radius / scale:.2f}">'
            f"<title>{told}</title></circle>"
        )
