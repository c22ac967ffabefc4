"""Outlines of countries from TopoJSON."""

from __future__ import annotations

from typing import Any

from sayso.dataset.report.world import outlines
from training.outlines import line, rings

TOPOLOGY: dict[str, Any] = {
    "transform": {"scale": [1.0, 1.0], "translate": [0.0, 0.0]},
    # two arcs that make a square of two degrees, each a first point and steps from it
    "arcs": [[[0, 0], [2, 0], [0, 2]], [[0, 0], [0, 2], [2, 0]]],
}


def polygon(*arcs: int) -> dict[str, Any]:
    return {"type": "Polygon", "arcs": [list(arcs)]}


def test_arcs_join_into_rings() -> None:
    """An arc below zero is taken backwards; points that two arcs share stand once, degrees are in tenths."""
    assert list(rings(TOPOLOGY, polygon(0, ~1))) == [[(0, 0), (20, 0), (20, 20), (0, 20)]]


def test_every_ring_of_every_part_is_kept() -> None:
    """Holes and islands too."""
    several = {"type": "MultiPolygon", "arcs": [[[0, ~1], [0, ~1]], [[0, ~1]]]}
    assert len(list(rings(TOPOLOGY, several))) == 3


def test_specks_are_dropped() -> None:
    """What is smaller than a tenth of a degree has no shape left."""
    small = {**TOPOLOGY, "transform": {"scale": [0.001, 0.001], "translate": [0.0, 0.0]}}
    assert list(rings(small, polygon(0, ~1))) == []


def test_a_ring_across_the_180th_meridian_is_cut_there() -> None:
    """One part on either side, each ending at the line."""
    topology = {**TOPOLOGY, "arcs": [[[179, 0], [-358, 0], [0, 2], [358, 0], [0, -2]]]}
    east, west = sorted(rings(topology, polygon(0)), key=lambda ring: ring[0][0] < 0)
    assert {x for x, _ in east} == {1790, 1800} and {x for x, _ in west} == {-1790, -1800}
    assert {y for _, y in (*east, *west)} == {0, 20}


def test_a_line_is_read_as_it_was_written() -> None:
    """First point, then steps."""
    assert line("SYR", [[(0, 0), (20, 0), (20, 20)], [(5, -5), (6, -5), (6, -6)]]) == "SYR\t0,0,20,0,0,20 5,-5,1,0,0,-1\n"
    assert all(path.startswith("M") and path.endswith("z") for path in outlines().values())
