"""The map."""

from __future__ import annotations

import re

import pytest

from sayso.dataset.report.words import country
from sayso.dataset.report.world import WORLD, frame, outlines, views, world_map

SYRIA = [{"latitude": 36.2, "longitude": 37.2, "name": "Aleppo; Syria", "country": "SYR", "count": 9}]
ALL = [SYRIA[0] | {"latitude": lat, "longitude": lon} for lat, lon in ((40.7, -74.0), (35.7, 139.7), (-33.9, 151.2), (51.5, 0.0))]


def test_outlines_belong_to_countries() -> None:
    """Every code is one of a country that has a name; there are nearly as many as countries."""
    assert all(re.fullmatch("[A-Z]{3}", code) and country(code) != code for code in outlines())
    assert len(outlines()) > 170


@pytest.mark.parametrize(("code", "longitude", "latitude"), [("SYR", 38.0, 35.0), ("LSO", 28.2, -29.6), ("FRA", 2.5, 46.5), ("XKX", 20.9, 42.6)])
def test_outlines_lie_where_the_countries_do(code: str, longitude: float, latitude: float) -> None:
    """The middle of a country is within its outline."""
    inside = False
    for ring in outlines()[code].split("z")[:-1]:
        numbers = [int(number) for number in re.findall(r"-?\d+", ring)]
        x, y = numbers[:2]
        points = [(x, y)]
        for step in range(2, len(numbers), 2):
            x, y = x + numbers[step], y + numbers[step + 1]
            points.append((x, y))
        for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True):
            if (y1 > latitude * 10) != (y2 > latitude * 10) and longitude * 10 < x1 + (latitude * 10 - y1) * (x2 - x1) / (y2 - y1):
                inside = not inside
    assert inside


def test_no_line_runs_across_the_map() -> None:
    """What crosses the 180th meridian is cut there."""
    steps = [abs(int(number)) for path in outlines().values() for number in re.findall(r"-?\d+", path.replace("M", "l"))]
    wide = [
        abs(int(step)) for path in outlines().values() for ring in path.split("z")[:-1] for step in re.findall(r"-?\d+", ring.partition("l")[2])[::2]
    ]
    assert steps and max(wide) < 1800


def test_the_frame_holds_the_places() -> None:
    """With room around them, and inside the world."""
    west, south, east, north = frame(SYRIA)
    assert west < 37.2 < east and south < 36.2 < north and 24 <= east - west < 60
    edge = frame([SYRIA[0] | {"latitude": 83.0, "longitude": -179.0}])
    assert edge[0] >= WORLD[0] and edge[3] <= WORLD[3]
    assert frame([]) == frame(ALL) == WORLD


def test_a_few_stray_places_do_not_widen_the_frame() -> None:
    """One event of a hundred elsewhere is left outside; the other view has it."""
    points = [SYRIA[0] | {"count": 99}, ALL[0] | {"count": 1}]
    assert frame(points) == frame(SYRIA) and views(points)[1] == WORLD


def test_the_world_can_be_looked_at_more_closely() -> None:
    """Where events are everywhere, the other view is where half of them are."""
    first, second = views([SYRIA[0] | {"count": 60}, *ALL])
    assert first == WORLD and second == frame(SYRIA)


def test_countries_are_shaded_and_places_drawn() -> None:
    """The more, the stronger and the larger; both say their numbers."""
    points = [SYRIA[0], SYRIA[0] | {"latitude": 33.5, "count": 1, "name": "<Damascus>"}]
    svg = world_map([{"country": "SYR", "count": 100}, {"country": "IRQ", "count": 1}], points)
    assert svg.count('class="shade5"') == 1 and svg.count('class="shade1"') == 1 and "<title>Syria: 100</title>" in svg
    sizes = [float(size) for size in re.findall(r'data-size="([\d.]+)"', svg)]
    assert sizes == sorted(sizes, reverse=True) and len(set(sizes)) == 2
    assert "&lt;Damascus&gt;: 1" in svg and "Aleppo: 9" in svg
