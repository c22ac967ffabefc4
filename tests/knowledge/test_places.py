"""Look-ups in the gazetteer."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import ModelError
from sayso.knowledge import digest
from sayso.knowledge.gazetteer_file import Row, write_gazetteer
from sayso.knowledge.places import FILE, Gazetteer, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The gazetteer of the package."""
    return load_gazetteer()


def test_names_are_compared_without_case_and_diacritics(gazetteer: Gazetteer) -> None:
    """One place, however it is spelled."""
    assert gazetteer.candidates("São Paulo") == gazetteer.candidates("sao paulo") != ()


def test_regions_of_the_news_are_known(gazetteer: Gazetteer) -> None:
    """Places that are neither towns nor provinces."""
    assert gazetteer.candidates("Donbas")[0].precision == "region"
    assert gazetteer.candidates("Sahel")[0].country is None


@pytest.mark.parametrize(
    ("name", "country", "precision", "point"),
    [
        ("Iraq", "IRQ", "country", (33.0, 44.0)),
        ("Idlib Governorate", "SYR", "admin1", (35.8, 36.7)),
        ("Alabama", "USA", "admin1", (32.75, -86.75)),
        ("Homs", "SYR", "city", (34.7, 36.7)),
        ("Kutupalong", "BGD", "point", (21.2, 92.2)),
        ("Donbas", "UKR", "region", (48.3, 38.0)),
        ("Tuscaloosa County", "USA", "admin2", (33.3, -87.5)),
    ],
)
def test_every_kind_of_place_is_known(gazetteer: Gazetteer, name: str, country: str, precision: str, point: tuple[float, float]) -> None:
    """Countries lie in their middle, not in their capital; provinces, counties, towns, regions and camps have points too."""
    found = next(c for c in gazetteer.candidates(name) if (c.country, c.precision) == (country, precision))
    assert (found.latitude, found.longitude) == pytest.approx(point, abs=0.6)


def test_capital_is_known_as_one(gazetteer: Gazetteer) -> None:
    """Damascus is, Aleppo is not."""
    assert any(c.capital for c in gazetteer.candidates("Damascus"))
    assert not any(c.capital and c.country == "SYR" for c in gazetteer.candidates("Aleppo"))


@pytest.mark.parametrize(("short", "province"), [("Ala.", "Alabama"), ("N.Y.", "New York"), ("ON", "Ontario"), ("Wash", "Washington")])
def test_short_forms_of_provinces(gazetteer: Gazetteer, short: str, province: str) -> None:
    """As newspapers and the post write them."""
    assert [c.name for c in gazetteer.abbreviated(short)] == [province]


def test_short_form_is_spelled_as_it_stands(gazetteer: Gazetteer) -> None:
    """ "in" is no Indiana, "me" no Maine."""
    assert gazetteer.abbreviated("in") == gazetteer.abbreviated("me") == ()


def test_town_comes_before_the_province_of_its_name(gazetteer: Gazetteer) -> None:
    """Geneva is first of all a town, though its canton has more people."""
    first, *others = gazetteer.candidates("Geneva")
    assert (first.precision, first.country) == ("city", "CHE")
    assert any(c.precision == "admin1" and c.population > first.population for c in others)


def test_country_of_a_town(gazetteer: Gazetteer) -> None:
    """The country of a town of some size; none for a name nobody bears."""
    assert gazetteer.country_of("Homs") == "SYR"
    assert gazetteer.country_of("Nowhereville upon Nothing") is None


def test_unknown_name_has_no_candidates(gazetteer: Gazetteer) -> None:
    """Nothing is made up."""
    assert gazetteer.candidates("Nowhereville upon Nothing") == ()
    assert gazetteer.candidates("") == ()


def test_gazetteer_is_small() -> None:
    """The package ships no more than 15 MB of places."""
    assert FILE.stat().st_size <= 15_000_000


def test_missing_file_is_said_plainly(tmp_path: Path) -> None:
    """The error names the file and the mend."""
    with pytest.raises(ModelError, match="install sayso again"):
        load_gazetteer(tmp_path / "none.bin")


def small_gazetteer(tmp_path: Path) -> Gazetteer:
    """Places of two names, one of them in a province."""
    path = tmp_path / "gazetteer.bin"
    rows = [
        Row("Land", "XNL", "country", {"land"}, 2.0, 2.0, 90_500),
        Row("North", "XNL", "admin1", {"north"}, 1.5, 2.5, 500, 10, "XN.01", "", "XN.01"),
        Row("Oldmill", "XNL", "city", {"oldmill"}, 1.0, 2.0, 500, 11, "XN.01"),
        Row("Oldmill", "XSL", "city", {"oldmill"}, 3.0, 4.0, 90_000, 12),
        Row("Wide Sea", "", "region", {"wide sea"}),
    ]
    write_gazetteer(rows, path)
    return load_gazetteer(path)


def test_candidates_are_ordered_by_size(tmp_path: Path) -> None:
    """With everything that is known of each."""
    large, small = small_gazetteer(tmp_path).candidates("OLDMILL")
    assert (large.geonames_id, large.country, large.admin1, large.latitude) == (12, "XSL", None, 3.0)
    assert large.population == pytest.approx(90_000, rel=0.001)
    assert (small.geonames_id, small.country, small.admin1) == (11, "XNL", "North")


def test_province_of_a_town_is_a_place(tmp_path: Path) -> None:
    """It is found by the number that the town carries."""
    gazetteer = small_gazetteer(tmp_path)
    small = gazetteer.candidates("Oldmill")[1]
    province = gazetteer.place(small.province)
    assert (province.name, province.precision, province.number) == ("North", "admin1", small.province)


def test_sea_has_no_country_and_no_point(tmp_path: Path) -> None:
    """An empty country is none."""
    (sea,) = small_gazetteer(tmp_path).candidates("the Wide Sea")
    assert (sea.country, sea.latitude, sea.longitude, sea.precision) == (None, None, None, "region")


def test_country_of_the_largest_place_of_a_name_counts(tmp_path: Path) -> None:
    """If it is of some size."""
    gazetteer = small_gazetteer(tmp_path)
    assert gazetteer.country_of("Oldmill") == "XSL"
    assert gazetteer.country_of("Wide Sea") is None


def test_foreign_file_is_said_plainly(tmp_path: Path) -> None:
    """With the mend."""
    path = tmp_path / "gazetteer.bin"
    path.write_bytes(b"nonsense" * 1000)
    with pytest.raises(ModelError, match=r"damaged.*install sayso again"):
        load_gazetteer(path)


def test_empty_file_is_said_plainly(tmp_path: Path) -> None:
    """It cannot even be mapped."""
    path = tmp_path / "gazetteer.bin"
    path.write_bytes(b"")
    with pytest.raises(ModelError, match="install sayso again"):
        load_gazetteer(path)


def test_torn_file_is_said_plainly(tmp_path: Path) -> None:
    """One that ends too early is damaged, whenever that shows."""
    small_gazetteer(tmp_path)
    path = tmp_path / "gazetteer.bin"
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(ModelError, match="damaged"):
        load_gazetteer(path).candidates("Oldmill")


@pytest.mark.parametrize("name", ["Oldmill'; DROP TABLE place; --", '"', "%", "_", "\0", "\ud800", "x" * 10_000])
def test_odd_names_find_nothing_and_break_nothing(tmp_path: Path, name: str) -> None:
    """Quotes, wildcards, NUL bytes, lone surrogates, endless names."""
    gazetteer = small_gazetteer(tmp_path)
    assert gazetteer.candidates(name) == ()
    assert len(gazetteer.candidates("Oldmill")) == 2


def test_own_gazetteer_changes_the_digest(tmp_path: Path) -> None:
    """A record tells by which knowledge it was made."""
    small_gazetteer(tmp_path)
    assert digest([tmp_path / "gazetteer.bin"]) != digest()
