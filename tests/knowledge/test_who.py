"""What is known of a name, why, and what decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.knowledge.actors import ActorBase, load_actors
from sayso.knowledge.who import Answer, nearest, source, who


@pytest.fixture(scope="module")
def base() -> ActorBase:
    """The package's actors, loaded once."""
    return load_actors()


def names(answer: Answer) -> list[str]:
    """Those found, by name."""
    return [known.entry.name for known in answer.found]


def test_name_is_found_with_its_place(base: ActorBase) -> None:
    """The answer names the file and the line on which the entry stands."""
    [known] = who(base, "Hayat Tahrir al-Sham").found
    line = Path(known.file).read_text(encoding="utf-8").splitlines()[known.line - 1]
    assert line.startswith("Hayat Tahrir al-Sham\t")
    assert known.why == "by name"


def test_alias_is_named(base: ActorBase) -> None:
    """Whoever is found by an alias is found by that alias."""
    assert who(base, "HTS").found[0].why == "by the alias HTS"


@pytest.mark.parametrize(("on", "office"), [("2015-06-01", "foreign minister"), ("2025-01-01", None), (None, None)])
def test_office_is_the_one_held_on_the_date(base: ActorBase, on: str | None, office: str | None) -> None:
    """On a date the office then held is given, none where none was held or no date is asked for."""
    [known] = who(base, "Mevlüt Çavuşoğlu", on=on).found
    assert (known.office.title if known.office else None) == office


@pytest.mark.parametrize(
    "name", ["Turkey's foreign minister", "Turkish foreign minister", "the foreign minister of Turkey", "Turkish minister of foreign affairs"]
)
def test_description_finds_the_holder(base: ActorBase, name: str) -> None:
    """A country and a title, in any order, mean who held the office on the date."""
    answer = who(base, name, on="2015-06-01")
    assert names(answer) == ["Mevlüt Çavuşoğlu"]
    assert answer.found[0].why == "foreign minister of TUR on 2015-06-01"


def test_office_without_a_known_holder_is_told(base: ActorBase) -> None:
    """Where nobody is known to have held an office on the date, those who are known for other dates are named."""
    answer = who(base, "Turkish foreign minister", on="1890-01-01")
    assert not answer.found
    assert "no holder on 1890-01-01" in answer.meanings[0] and "Mevlüt Çavuşoğlu (2014-08-29 to 2023-06-03)" in answer.meanings[0]


def test_seat_stands_for_its_government(base: ActorBase) -> None:
    """A capital means the state whose government sits there."""
    assert names(who(base, "Ankara")) == ["Turkey"]


def test_nationality_and_noun_are_meanings(base: ActorBase) -> None:
    """Words that name nobody are explained: whose nationality, which kind of actor."""
    assert who(base, "Turkish").meanings == ["a nationality: of TUR"]
    [meaning] = who(base, "gendarmes").meanings
    assert "person COP" in meaning and "nouns.tsv:" in meaning


def test_namesakes_and_what_decides(base: ActorBase) -> None:
    """Of those who share a name all are listed, the one in office first, with what tells them apart."""
    answer = who(base, "King Abdullah", on="2018")
    assert [known.country for known in answer.found] == ["JOR", "SAU"]
    assert any("JOR, SAU" in way for way in answer.decided_by)
    assert any("date" in way for way in answer.decided_by)


def test_last_name_alone(base: ActorBase) -> None:
    """A last name finds its bearers and says that more is needed."""
    found = {known.entry.name: known.why for known in who(base, "Hague").found}
    assert "last name" in found["William Hague"]


def test_nobody_is_listed_twice(base: ActorBase) -> None:
    """Whoever is found by name and by last name is found once."""
    found = names(who(base, "Erdoğan", on="2020"))
    assert len(found) == len(set(found))


def test_nearest_names_for_one_that_is_unknown(base: ActorBase) -> None:
    """A misspelt name is answered with those that are spelt like it."""
    answer = who(base, "Hayat Tahrir al-Shaam")
    assert not answer.found and "Hayat Tahrir al-Sham" in answer.nearest


@pytest.mark.parametrize("name", ["", "  ", "zzqqxxyy", "'", "of", "the of the"])
def test_nothing_is_known_of_nothing(base: ActorBase, name: str) -> None:
    """Odd names are answered with nobody, not with an error."""
    answer = who(base, name)
    assert not answer.found and not answer.decided_by
    assert nearest(base, name) == answer.nearest


def test_overlay_is_named_with_its_source(tmp_path: Path) -> None:
    """An entry of one's own comes from one's own file, with the source and the notes given there."""
    path = tmp_path / "mine.toml"
    path.write_text('source = "our desk"\n\n[[actor]]\nname = "Harbour Front"\nkind = "organization"\nnotes = "new"\n', encoding="utf-8")
    [known] = who(load_actors([path]), "Harbour Front").found
    assert (known.file, known.line, known.entry.notes) == (str(path), 3, "new")
    assert source(known.file) == "our desk"


def test_source_of_a_table_is_its_first_line(tmp_path: Path) -> None:
    """A comment at the top says what a table is; a table without one, and a file that is gone, say nothing."""
    path = tmp_path / "groups.tsv"
    path.write_text("# Groups; from the register\nHarbour Front\t-\tPRT\n", encoding="utf-8")
    assert source(str(path)) == "Groups; from the register"
    path.write_text("Harbour Front\t-\tPRT\n", encoding="utf-8")
    assert source(str(path)) == source(str(tmp_path / "gone.tsv")) == ""
