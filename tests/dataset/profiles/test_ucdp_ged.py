"""UCDP GED's columns."""

from __future__ import annotations

import pytest

from sayso.dataset.happening import Happening, Party
from tests.dataset.datasets import NEVER, happening
from tests.dataset.profiles.rows import part, row

STATE, REBELS = Party("Northern Army", "organization", "SYR", ("MIL",)), Party("Ridge Front", "organization", None, ("REB",))
PEOPLE = Party("villagers", "group", "SYR", ("CVL",))


def deadly(killed: tuple[int | None, int | None] = (6, 6), **values: object) -> Happening:
    return happening(tolls={**NEVER, "killed": killed}, **values)


@pytest.mark.parametrize(
    ("actors", "recipients", "violence"),
    [
        ((STATE,), (REBELS,), 1),
        ((REBELS,), (STATE,), 1),
        ((STATE, REBELS), (), 1),
        ((REBELS,), (REBELS,), 2),
        ((REBELS,), (PEOPLE,), 3),
        ((STATE,), (PEOPLE,), 3),
        ((), (PEOPLE,), None),
        ((STATE,), (), None),
        ((PEOPLE,), (STATE,), None),
    ],
)
def test_types_of_violence(actors: tuple[Party, ...], recipients: tuple[Party, ...], violence: int | None) -> None:
    """State-based, non-state, one-sided; not known where a side is not told."""
    assert part("ucdp-ged", deadly(actors=actors, recipients=recipients), "type_of_violence") == (violence,)


@pytest.mark.parametrize(
    ("killed", "expected"),
    [((6, 6), (6, 6, 6)), ((81, None), (81, None, 81)), ((None, 40), (40, 40, None)), ((3, 9), (3, 9, 3))],
)
def test_estimates(killed: tuple[int | None, int | None], expected: tuple[object, ...]) -> None:
    """Best, high and low; an open bound is empty."""
    assert part("ucdp-ged", deadly(killed), "best", "high", "low") == expected


def test_the_dead_add_up_to_the_best_estimate() -> None:
    """Civilians in one-sided violence, of unknown side in other; the sides' own are never told."""
    for recipients, dead in (((PEOPLE,), (6, None)), ((REBELS,), (None, 6))):
        assert part("ucdp-ged", deadly(recipients=recipients), "deaths_civilians", "deaths_unknown", "deaths_a", "deaths_b") == (*dead, None, None)


@pytest.mark.parametrize(
    "one",
    [
        happening(),
        deadly((0, 0)),
        deadly((None, 0)),
        deadly(reality="planned"),
        deadly(type="PROTEST"),
    ],
)
def test_what_nobody_died_of_is_left_out(one: Happening) -> None:
    """Without a toll, with none dead, not happened, or no violence."""
    assert row("ucdp-ged", one) == {}


@pytest.mark.parametrize(
    ("latitude", "longitude", "cell"),
    [(-89.9, -179.9, 1), (0.1, 0.1, 130 * 0 + 180 * 720 + 361), (89.9, 179.9, 259200), (90.0, 180.0, 259200), (34.7, 36.7, 249 * 720 + 434)],
)
def test_cells_of_prio_grid(latitude: float, longitude: float, cell: int) -> None:
    """Half-degree cells, counted from the south-west, 720 a row."""
    assert part("ucdp-ged", deadly(latitude=latitude, longitude=longitude), "priogrid_gid") == (cell,)


def test_points_are_longitude_then_latitude() -> None:
    """As well-known text has them."""
    assert part("ucdp-ged", deadly(latitude=34.7, longitude=36.7), "geom_wkt") == ("POINT (36.7 34.7)",)
    assert part("ucdp-ged", deadly(latitude=None, longitude=None), "geom_wkt", "priogrid_gid") == (None, None)


def test_countries_by_number() -> None:
    """Gleditsch and Ward's, of the place and of a state that is a side."""
    assert part("ucdp-ged", deadly(), "country", "country_id", "region", "gwnoa", "gwnob") == ("Syria", 652, "Middle East", 652, None)


@pytest.mark.parametrize(
    ("start", "end", "precision", "first", "last"),
    [
        ("2024-03-04", "2024-03-04", 1, "2024-03-04", "2024-03-04"),
        ("2024-03-04", "2024-03-06", 2, "2024-03-04", "2024-03-06"),
        ("2024-03-04", "2024-03-10", 3, "2024-03-04", "2024-03-10"),
        ("2024-02", "2024-02", 4, "2024-02-01", "2024-02-29"),
        ("2024", "2024", 5, "2024-01-01", "2024-12-31"),
        (None, None, None, None, None),
    ],
)
def test_days(start: str | None, end: str | None, precision: int | None, first: str | None, last: str | None) -> None:
    """First and last day that it may have had, and how exact that is."""
    assert part("ucdp-ged", deadly(start=start, end=end), "date_prec", "date_start", "date_end") == (precision, first, last)


def test_sources() -> None:
    """Publisher, date and title in quotes, as UCDP writes them."""
    assert part("ucdp-ged", deadly(), "source_article", "source_office", "code_status", "dyad_name") == (
        '"The Herald", "2024-03-06", "A title"',
        "The Herald",
        "Machine",
        "Northern Army - Ridge Front",
    )
