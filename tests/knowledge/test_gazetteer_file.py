"""The gazetteer's file: what is written is read again, byte for byte the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.gazetteer_file import MAGIC, GazetteerFile, Row, squeeze, unsqueeze, write_gazetteer

NORTH = Row("North", "XNL", "admin1", {"north"}, 1.5, 2.5, 40_000, 5, "XN.01", "", "XN.01")
NORTHERN_COUNTY = Row("Oldmill County", "XNL", "admin2", {"oldmill county"}, 1.25, 2.25, 9_000, 6, "XN.01", "XN.01.7", "XN.01.7")
OLDMILL = Row("Oldmill", "XNL", "city", {"oldmill", "oldemylle"}, 1.1, -2.2, 8_000, 7, "XN.01", "XN.01.7", capital=True)
WIDE_SEA = Row("Wide Sea", "", "region", {"wide sea"})


def written(path: Path, *rows: Row) -> GazetteerFile:
    write_gazetteer(rows, path)
    return GazetteerFile(path)


def test_place_is_found_by_each_of_its_names(tmp_path: Path) -> None:
    """By the main one and by the others."""
    file = written(tmp_path / "g", OLDMILL, WIDE_SEA)
    assert file.find("oldmill") == file.find("oldemylle") != []
    assert file.name(file.find("oldmill")[0]) == "Oldmill"


def test_place_keeps_what_is_known_of_it(tmp_path: Path) -> None:
    """Id, point, population, country, precision, and that it is a capital."""
    file = written(tmp_path / "g", OLDMILL)
    entry = file.entry(file.find("oldmill")[0])
    assert (entry.geonames_id, entry.latitude, entry.longitude, entry.population) == (7, 1.1, -2.2, 8_000)
    assert (entry.country, entry.precision, entry.capital) == ("XNL", "city", True)


def test_place_knows_what_it_lies_in(tmp_path: Path) -> None:
    """Province and county, in whatever order they came."""
    file = written(tmp_path / "g", OLDMILL, NORTHERN_COUNTY, NORTH, Row("Land", "XNL", "country", {"land"}))
    entry = file.entry(file.find("oldmill")[0])
    assert (file.name(entry.admin1), file.name(entry.admin2)) == ("North", "Oldmill County")


def test_place_without_point_or_country_has_none(tmp_path: Path) -> None:
    """A sea lies nowhere and belongs to nobody."""
    file = written(tmp_path / "g", WIDE_SEA)
    entry = file.entry(file.find("wide sea")[0])
    assert (entry.latitude, entry.longitude, entry.country, entry.geonames_id) == (None, None, "", 0)


def test_namesakes_are_all_found(tmp_path: Path) -> None:
    """A hundred of one name lie in more than one block."""
    rows = [Row("Oldmill", "XNL", "city", {"oldmill", f"oldmill {number}"}, 0.0, number / 10, number) for number in range(150)]
    file = written(tmp_path / "g", *rows)
    assert {file.entry(number).population for number in file.find("oldmill")} == set(range(150))
    assert all(file.entry(file.find(f"oldmill {number}")[0]).population == number for number in range(150))


def test_unknown_name_is_not_found(tmp_path: Path) -> None:
    """Neither before the first nor after the last, neither a beginning nor nothing."""
    file = written(tmp_path / "g", OLDMILL)
    assert [file.find(name) for name in ("a", "zzz", "old", "oldmill ", "", "oldmill\t0", "\n")] == [[]] * 7


def test_empty_gazetteer_knows_nothing(tmp_path: Path) -> None:
    """And breaks nothing."""
    file = written(tmp_path / "g")
    assert (file.count, file.find("oldmill")) == (0, [])


def test_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the order of their names."""
    for name, names in (("one", {"oldmill", "oldemylle"}), ("two", {"oldemylle", "oldmill"})):
        write_gazetteer([NORTH, Row("Oldmill", "XNL", "city", names, 1.1, -2.2)], tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_failure_leaves_the_old_file(tmp_path: Path) -> None:
    """A gazetteer is replaced whole or not at all."""
    path = tmp_path / "g"
    written(path, OLDMILL)
    before = path.read_bytes()

    def broken() -> object:
        yield NORTH
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError):
        write_gazetteer(broken(), path)  # type: ignore[arg-type]
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["g"]


def test_other_file_is_refused(tmp_path: Path) -> None:
    """It is no gazetteer of this version."""
    path = tmp_path / "g"
    path.write_bytes(b"x" * 100)
    with pytest.raises(ValueError, match="no gazetteer"):
        GazetteerFile(path)
    assert len(MAGIC) < 100


@given(st.integers(0, 2_000_000_000))
def test_population_keeps_three_digits(population: int) -> None:
    """Sixteen bits hold it to one part in a thousand."""
    squeezed = squeeze(population)
    assert 0 <= squeezed < 1 << 16
    assert abs(unsqueeze(squeezed) - population) <= population / 1000
