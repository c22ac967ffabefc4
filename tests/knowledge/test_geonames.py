"""A gazetteer from the dump of GeoNames."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.knowledge.geonames import build, is_name, precision_of, row_of
from sayso.knowledge.places import Gazetteer, load_gazetteer


def line(gid: int, name: str, kind: str, code: str, *, others: str = "", admin: tuple[str, str] = ("01", ""), people: int = 0) -> str:
    """One line of a dump: a place in Syria."""
    columns = [
        gid,
        name,
        name,
        others,
        "35.5",
        "36.5",
        kind,
        code,
        "SY",
        "",
        admin[0],
        admin[1],
        "",
        "",
        people,
        "",
        "",
        "Asia/Damascus",
        "2024-01-01",
    ]
    return "\t".join(map(str, columns))


DUMP = [
    line(11, "Old Mill", "P", "PPL", others="Tahuna,طاحونة,tahwnt", admin=("01", "7"), people=700),
    line(12, "Northern Land", "A", "ADM1"),
    line(13, "Mill County", "A", "ADM2", admin=("01", "7")),
    line(14, "Syria", "A", "PCLI", admin=("00", ""), people=20_000_000),
    line(15, "Old Mill Airport", "S", "AIRP"),
    line(16, "Grey School", "S", "SCH"),
    line(17, "Mill Lake", "H", "LK"),
    line(18, "Capital", "P", "PPLC", people=9_000),
]


def zipped(path: Path, text: str, name: str = "allCountries.txt") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "Not this one.")
        archive.writestr(name, text)
    return path


@pytest.fixture
def gazetteer(tmp_path: Path) -> Gazetteer:
    """The gazetteer of the small dump."""
    build(zipped(tmp_path / "allCountries.zip", "\n".join(DUMP) + "\n"), tmp_path / "world.bin")
    return load_gazetteer(tmp_path / "world.bin")


def test_town_of_the_dump_is_found(gazetteer: Gazetteer) -> None:
    """With its country, province and county, and by its other names in Latin letters."""
    (town,) = gazetteer.candidates("Old Mill")
    assert (town.geonames_id, town.country, town.admin1, town.admin2, town.precision) == (11, "SYR", "Northern Land", "Mill County", "city")
    assert (town.latitude, town.longitude, town.population) == (35.5, 36.5, 700)
    assert gazetteer.candidates("Tahuna") == (town,)
    assert gazetteer.candidates("tahwnt") == gazetteer.candidates("طاحونة") == ()


@pytest.mark.parametrize(
    ("name", "precision"),
    [("Syria", "country"), ("Northern Land province", "admin1"), ("Mill County", "admin2"), ("Old Mill Airport", "point"), ("Mill Lake", "region")],
)
def test_every_kind_of_place_has_its_precision(gazetteer: Gazetteer, name: str, precision: str) -> None:
    """Countries, provinces, counties, airports, waters."""
    assert [c.precision for c in gazetteer.candidates(name)] == [precision]


def test_capital_is_known_as_one(gazetteer: Gazetteer) -> None:
    """GeoNames says which towns are."""
    assert [c.capital for c in gazetteer.candidates("Capital")] == [True]


def test_places_that_news_does_not_name_are_left_out(gazetteer: Gazetteer) -> None:
    """Schools, for one."""
    assert gazetteer.candidates("Grey School") == ()


def test_regions_of_the_package_are_in_it(gazetteer: Gazetteer) -> None:
    """The dump has no Donbas."""
    assert gazetteer.candidates("Donbas")[0].precision == "region"


def test_text_file_does_as_well(tmp_path: Path) -> None:
    """For those who have unpacked it."""
    path = tmp_path / "SY.txt"
    path.write_text("\n".join(DUMP), encoding="utf8")
    build(path, tmp_path / "world.bin")
    assert load_gazetteer(tmp_path / "world.bin").candidates("Old Mill") != ()


def test_same_dump_gives_the_same_bytes(tmp_path: Path) -> None:
    """Each time."""
    dump = zipped(tmp_path / "SY.zip", "\n".join(DUMP), "SY.txt")
    for name in ("one", "two"):
        build(dump, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize(("text", "told"), [("", "empty"), ("one\ttwo\n", "line 1: has 2 columns"), (DUMP[0] + "\nx\n", "line 2: has 1 columns")])
def test_what_is_no_dump_is_named_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    """And nothing is left behind."""
    with pytest.raises(InputError, match=told):
        build(zipped(tmp_path / "bad.zip", text), tmp_path / "world.bin")
    assert not (tmp_path / "world.bin").exists()


def test_archive_without_text_and_broken_archive_are_named(tmp_path: Path) -> None:
    """By their paths."""
    with pytest.raises(InputError, match=r"none\.zip: has no \.txt"):
        build(zipped(tmp_path / "none.zip", "", "picture.png"), tmp_path / "world.bin")
    (tmp_path / "torn.zip").write_bytes(b"PK nonsense")
    with pytest.raises(InputError, match=r"torn\.zip: is no ZIP file"):
        build(tmp_path / "torn.zip", tmp_path / "world.bin")


def test_other_encoding_is_named(tmp_path: Path) -> None:
    """GeoNames writes UTF-8."""
    path = tmp_path / "SY.txt"
    path.write_bytes(b"\xff\xfe" * 40)
    with pytest.raises(InputError, match="not UTF-8"):
        build(path, tmp_path / "world.bin")


@pytest.mark.parametrize(
    ("kind", "code", "precision"), [("P", "PPLX", "city"), ("A", "ADM2", "admin2"), ("H", "WLL", None), ("S", "HTL", None), ("V", "FRST", None)]
)
def test_precision_of_features(kind: str, code: str, precision: str | None) -> None:
    """Classes and codes of GeoNames."""
    assert precision_of(kind, code) == precision


@pytest.mark.parametrize(("name", "good"), [("Ḩimş", True), ("Hama", True), ("hama", False), ("Хама", False), ("Ba", False), ("", False)])
def test_names_are_latin_and_begin_with_a_capital(name: str, good: bool) -> None:
    """Others do not stand in English news."""
    assert is_name(name) is good


def test_country_outside_the_table_is_left_empty() -> None:
    """Nothing is made up."""
    row = row_of(DUMP[0], {}, {})
    assert row is not None and row.country == ""
