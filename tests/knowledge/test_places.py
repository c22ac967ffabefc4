"""Look-ups in the gazetteer."""

from __future__ import annotations

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
