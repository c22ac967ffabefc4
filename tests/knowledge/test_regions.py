"""Hand-written places and what is said of mistakes in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.regions import read_abbreviations, read_countries, read_points, region_rows

LEAST_REGIONS = 600


def table(tmp_path: Path, line: str) -> Path:
    path = tmp_path / "table.tsv"
    path.write_text(f"# what it is\n{line}\n", encoding="utf8")
    return path


def test_many_regions_are_known() -> None:
    """Those that news names, each once."""
    names = [row.name for row in region_rows()]
    assert len(names) >= LEAST_REGIONS
    assert len(names) == len(set(names))


def test_region_is_a_row_with_all_its_names(tmp_path: Path) -> None:
    """Names are compared by their keys; `-` is nothing."""
    (row,) = region_rows(table(tmp_path, "Wide Plain\tThe Plain|Big Plain\t-\t1.5\t-2.5\tregion"))
    assert (row.name, row.country, row.precision, row.latitude, row.longitude) == ("Wide Plain", "", "region", 1.5, -2.5)
    assert row.names == {"wide plain", "plain", "big plain"}


def test_points_of_all_countries_are_known() -> None:
    """Each country of the table of codes has its middle."""
    points = read_points()
    assert [code for code in read_countries() if code not in points and code not in ("BL", "BQ", "BV", "HM", "UM", "AN", "CS")] == []


def test_states_have_short_forms() -> None:
    """All fifty, and the district."""
    assert sum(code.startswith("US.") for code in read_abbreviations()) == 51


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Plain\t-\t-\t1.5\t-2.5", "expected name"),
        ("Plain\t-\t-\tnorth\t-2.5\tregion", "no degrees"),
        ("Plain\t-\t-\t91\t-2.5\tregion", "outside the world"),
        ("Plain\t-\t-\t1.5\t-2.5\tplanet", "planet"),
    ],
)
def test_mistake_in_a_region_is_named_with_its_line(tmp_path: Path, line: str, told: str) -> None:
    """File, line and what is wrong."""
    with pytest.raises(KnowledgeError, match=rf"table\.tsv:2: .*{told}"):
        list(region_rows(table(tmp_path, line)))


def test_mistakes_in_the_other_tables_are_named(tmp_path: Path) -> None:
    """Points, short forms and codes of countries."""
    path = table(tmp_path, "XN")
    for read in (read_points, read_abbreviations, read_countries):
        with pytest.raises(KnowledgeError, match=r"table\.tsv:2: expected"):
            read(path)
