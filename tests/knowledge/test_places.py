"""Look-ups in the gazetteer."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sayso.errors import ModelError
from sayso.knowledge.places import Gazetteer, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer of the package."""
    return load_gazetteer()


def test_largest_place_of_a_name_comes_first(gazetteer: Gazetteer) -> None:
    """Paris is first of all the capital of France."""
    first = gazetteer.candidates("Paris")[0]
    assert (first.country, first.precision) == ("FRA", "city")
    assert first.latitude == pytest.approx(48.85, abs=0.1)


def test_names_are_compared_without_case_and_diacritics(gazetteer: Gazetteer) -> None:
    """One place, however it is spelled."""
    assert gazetteer.candidates("São Paulo") == gazetteer.candidates("sao paulo")


def test_regions_of_the_news_are_known(gazetteer: Gazetteer) -> None:
    """Places that are neither towns nor provinces."""
    assert gazetteer.candidates("Donbas")[0].precision == "region"
    assert gazetteer.candidates("Sahel")[0].country is None


def test_country_of_a_town(gazetteer: Gazetteer) -> None:
    """The country of a town of some size; none for a name nobody bears."""
    assert gazetteer.country_of("Homs") == "SYR"
    assert gazetteer.country_of("Nowhereville upon Nothing") is None


def test_unknown_name_has_no_candidates(gazetteer: Gazetteer) -> None:
    """Nothing is made up."""
    assert gazetteer.candidates("Nowhereville upon Nothing") == ()
    assert gazetteer.candidates("") == ()


def test_missing_file_is_said_plainly(tmp_path: Path) -> None:
    """The error names the file and the mend."""
    with pytest.raises(ModelError, match="install sayso again"):
        load_gazetteer(tmp_path / "none.sqlite")


def small_gazetteer(tmp_path: Path) -> Gazetteer:
    """Three places of two names."""
    path = tmp_path / "gazetteer.sqlite"
    db = sqlite3.connect(path)
    db.executescript(
        """
        CREATE TABLE place (id INTEGER PRIMARY KEY, geonames INTEGER, name TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL, pop INTEGER, prec TEXT);
        CREATE TABLE name (key TEXT, id INTEGER);
        INSERT INTO place VALUES (1, 11, 'Oldmill', 'XNL', 'North', 1.0, 2.0, 500, 'city'), (2, 12, 'Oldmill', 'XSL', NULL, 3.0, 4.0, 90000, 'city'),
            (3, NULL, 'Wide Sea', '', NULL, NULL, NULL, 0, 'region');
        INSERT INTO name VALUES ('oldmill', 1), ('oldmill', 2), ('wide sea', 3);
        """
    )
    db.close()
    return load_gazetteer(path)


def test_candidates_are_ordered_by_size(tmp_path: Path) -> None:
    """With everything that is known of each."""
    large, small = small_gazetteer(tmp_path).candidates("OLDMILL")
    assert (large.geonames_id, large.country, large.admin1, large.latitude, large.population) == (12, "XSL", None, 3.0, 90000)
    assert (small.geonames_id, small.country, small.admin1) == (11, "XNL", "North")


def test_sea_has_no_country_and_no_point(tmp_path: Path) -> None:
    """An empty country is none."""
    (sea,) = small_gazetteer(tmp_path).candidates("the Wide Sea")
    assert (sea.country, sea.latitude, sea.longitude, sea.precision) == (None, None, None, "region")


def test_country_of_the_largest_place_of_a_name_counts(tmp_path: Path) -> None:
    """If it is of some size."""
    gazetteer = small_gazetteer(tmp_path)
    assert gazetteer.country_of("Oldmill") == "XSL"
    assert gazetteer.country_of("Wide Sea") is None


def test_damaged_file_is_said_plainly(tmp_path: Path) -> None:
    """At the first look-up, with the mend."""
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(b"nonsense" * 1000)
    with pytest.raises(ModelError, match=r"damaged.*install sayso again"):
        load_gazetteer(path).candidates("Oldmill")


@pytest.mark.parametrize("name", ["Oldmill'; DROP TABLE place; --", '"', "%", "_", "\0", "x" * 10_000])
def test_odd_names_find_nothing_and_break_nothing(tmp_path: Path, name: str) -> None:
    """Quotes, wildcards, NUL bytes, endless names."""
    gazetteer = small_gazetteer(tmp_path)
    assert gazetteer.candidates(name) == ()
    assert len(gazetteer.candidates("Oldmill")) == 2
