"""What other data sets call countries."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.dataset.countries import NOWHERE, codes_by_name, country, country_names, load_countries
from sayso.errors import KnowledgeError


def test_countries_have_the_codes_of_each_data_set() -> None:
    """Numbers, letters and regions; Yemen and Germany have other state numbers since they united."""
    syria, germany, yemen = country("SYR"), country("DEU"), country("YEM")
    assert (syria.number, syria.fips, syria.cow, syria.gw, syria.acled_region, syria.ucdp_region) == (
        760,
        "SY",
        652,
        652,
        "Middle East",
        "Middle East",
    )
    assert (germany.cow, germany.gw) == (255, 260) and (yemen.cow, yemen.gw) == (679, 678)


def test_what_has_no_country_has_no_codes() -> None:
    """None, and letters that are no country's."""
    assert country(None) == country("QQQ") == NOWHERE


def test_every_state_with_a_number_has_regions_and_a_name() -> None:
    """And no two states share a number."""
    states = [one for one in load_countries().values() if one.gw]
    assert all(one.acled_region and one.ucdp_region and one.fips and one.iso in country_names() for one in states)
    for numbers in ([one.gw for one in states], [one.cow for one in states], [one.fips for one in states]):
        assert len(numbers) == len(set(numbers))


def test_regions_are_those_of_the_data_sets() -> None:
    """ACLED's and UCDP's own names."""
    assert {one.ucdp_region for one in load_countries().values()} <= {"Africa", "Americas", "Asia", "Europe", "Middle East", None}
    assert country("AFG").acled_region == "Caucasus and Central Asia" and country("SDN").acled_region == "Northern Africa"


@pytest.mark.parametrize(("name", "iso"), [("turkey", "TUR"), ("syria", "SYR"), ("cote d ivoire", "CIV"), ("bahamas", "BHS")])
def test_countries_are_known_by_name(name: str, iso: str) -> None:
    """In plain letters."""
    assert codes_by_name()[name] == iso


def test_a_broken_line_is_told(tmp_path: Path) -> None:
    """File and line."""
    path = tmp_path / "c.tsv"
    path.write_text("SYR\t760\n", encoding="utf8")
    with pytest.raises(KnowledgeError, match=r"c\.tsv:1: expected 7 columns"):
        load_countries(path)
