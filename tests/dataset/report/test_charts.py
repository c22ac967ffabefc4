"""Charts as SVG."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from sayso.dataset.report.charts import columns, ranges, small_columns


def shapes(svg: str, tag: str, kind: str = "") -> list[ElementTree.Element]:
    return [shape for shape in ElementTree.fromstring(svg).iter(tag) if kind in (shape.get("class") or "")]


def test_columns_stand_upon_each_other() -> None:
    """Each as high as its count, from the ground up; none is nothing."""
    bars = shapes(columns(["2023", "2024"], [(0, "Words", [4, 0]), (3, "Deeds", [2, 8])], "Events"), "rect")
    places = [(bar.get("class"), float(bar.get("y") or 0), float(bar.get("height") or 0)) for bar in bars]
    (_, low, words), (_, high, deeds), (_, _, all_deeds) = places
    assert [kind for kind, _, _ in places] == ["fill0", "fill3", "fill3"]
    assert words == pytest.approx(2 * deeds) and all_deeds == pytest.approx(4 * deeds, abs=0.2) and high + deeds == pytest.approx(low, abs=0.2)


def test_columns_say_what_they_are() -> None:
    """Each its step, count and name, whatever letters these have."""
    svg = columns(["<2024>"], [(0, "Words & deeds", [1234])], 'Events "per" year')
    assert [title.text for title in shapes(svg, "title")] == ['Events "per" year', "<2024>: 1,234 words & deeds"]


@pytest.mark.parametrize("steps", [1, 9, 60])
def test_labels_do_not_crowd(steps: int) -> None:
    """At most eight below, whatever the number of steps, and all within the picture."""
    svg = columns([str(step) for step in range(steps)], [(0, "Words", [1] * steps)], "Events")
    assert 1 <= len(shapes(svg, "text", "middle")) <= 9
    assert all(float(bar.get("x") or 0) + float(bar.get("width") or 0) <= 900 for bar in shapes(svg, "rect"))


def test_no_events_no_columns() -> None:
    """The axes stand alone."""
    assert shapes(columns(["2024"], [(0, "Words", [0])], "Events"), "rect") == []
    assert 'd=""' in small_columns([], 0, "AID")


def test_small_columns_show_even_one() -> None:
    """A single event beside a thousand is seen."""
    heights = [float(height) for height in re.findall(r"v-([\d.]+)", small_columns([1000, 1], 3, "ASSAULT"))]
    assert heights == [40.0, 1.0]


@pytest.mark.parametrize(("least", "most", "dots", "arrow"), [(6, 6, 1, False), (6, 10, 2, False), (81, None, 1, True), (None, 40, 1, False)])
def test_ranges(least: int | None, most: int | None, dots: int, arrow: bool) -> None:
    """One dot for a figure, two for a range, an arrow where the upper end is open."""
    svg = ranges(least, most, 100, "killed")
    assert len(shapes(svg, "circle")) == dots and any((path.get("d") or "").endswith("z") for path in shapes(svg, "path")) is arrow


def test_ranges_lie_on_powers_of_ten() -> None:
    """Ten lies midway between one and a hundred."""
    places = [float(circle.get("cx") or 0) for count in (1, 10, 100) for circle in shapes(ranges(count, count, 100, "killed"), "circle")]
    assert places[1] - places[0] == pytest.approx(places[2] - places[1], abs=0.11)
