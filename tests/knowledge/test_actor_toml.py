"""Actors in TOML: the same facts as in the tables, and what is said of a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import actor_toml
from sayso.knowledge.actor_toml import read_toml
from sayso.knowledge.actors import ActorBase, load_actors


def written(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def load(folder: Path, text: str) -> ActorBase:
    return load_actors([written(folder, text)])


ACTOR = '[[actor]]\nname = "Harbour Front"\nkind = "organization"\n'


def test_example_of_the_docs_is_read(tmp_path: Path) -> None:
    """What the module shows as an example is right: an actor, a noun and a title with all their keys."""
    text = "\n".join(line.removeprefix("    ") for line in (actor_toml.__doc__ or "").splitlines()[1:])
    base = load(tmp_path, text)
    [front] = base.look_up("Front of the North")
    assert (front.name, front.country, front.notes) == ("Northern Front", "SYR", "split from the Eastern Front in 2023")
    assert front.side_on("2023-01-01") == ("SYR", ("REB",)) and front.side_on("2025-01-01") == ("SYR", ("REB", "GOV"))
    assert base.noun("lighthouse keepers") is not None
    assert base.title("master of the harbour") == "harbour master"


def test_person_with_offices(tmp_path: Path) -> None:
    """A person's offices are written as in the tables; titles of the same file may be used."""
    text = '[[actor]]\nname = "Ana Exemplo"\nkind = "person"\ncountry = "PRT"\noffices = ["harbour master 2001..2009"]\n'
    base = load(tmp_path, text + '[[title]]\ntitle = "harbour master"\nsectors = ["GOV"]\n')
    holder = base.holder("harbour master", "PRT", on="2005")
    assert holder is not None and holder.name == "Ana Exemplo"


def test_row_says_where_its_entry_begins(tmp_path: Path) -> None:
    """Each row carries the file and the line of its header."""
    path = written(tmp_path, "# mine\n" + ACTOR + "\n  [[ actor ]]\n" + ACTOR.split("\n", 1)[1])
    assert [place for _, place, _ in read_toml(path)] == [f"{path}:2", f"{path}:6"]


@pytest.mark.parametrize(
    ("text", "line", "complaint"),
    [
        ('[[actor]]\nname = "X\n', 2, "is no TOML"),
        ("\n[[actor]]\nkind = 'person'\n", 2, "name is wanting"),
        ("[[actor]]\nname = 'X'\n", 1, "kind is wanting"),
        ("[[actor]]\nname = 'X'\nkind = 'ship'\n", 1, "person, population, organization, not 'ship'"),
        ("[[actor]]\nname = 'X'\nkind = 'person'\nalias = ['Y']\n", 1, "'alias' is not understood"),
        ("[[actor]]\nname = 'X'\nkind = 'person'\naliases = 'Y'\n", 1, "aliases is a list of texts"),
        ("[[actor]]\nname = 7\nkind = 'person'\n", 1, "name is a text"),
        ("[[actor]]\nname = 'X|Y'\nkind = 'person'\n", 1, "name holds a bar"),
        ("[[actor]]\nname = 'X'\nkind = 'person'\ncountry = 'Syria'\n", 1, "three capital letters"),
        ("[[actor]]\nname = 'X'\nkind = 'person'\ncountry = 'QQQ'\n", 1, "no country has the code 'QQQ'"),
        ("[[actor]]\nname = 'X'\nkind = 'person'\nsectors = ['ARMY']\n", 1, "'ARMY' is no sector"),
        ("[[actor]]\nname = 'X'\nkind = 'person'\noffices = ['gardener']\n", 1, "gardener"),
        ("\n\n[[noun]]\nwords = ['keeper']\nkind = 'thing'\n", 3, "person, group or organization"),
        ("[[noun]]\nkind = 'person'\n", 1, "words is wanting"),
        ("[[title]]\ntitle = 'keeper of seals'\n", 1, "sectors is wanting"),
    ],
)
def test_mistake_is_named_with_file_and_line(tmp_path: Path, text: str, line: int, complaint: str) -> None:
    """The message says where the entry begins, what is wrong and what was expected."""
    with pytest.raises(KnowledgeError, match=complaint) as caught:
        load(tmp_path, text)
    assert f"mine.toml:{line}:" in str(caught.value)


@pytest.mark.parametrize("text", ["actors = 1\n", "[actor]\nname = 'X'\n", "actor = ['X']\n"])
def test_file_of_something_else_is_refused(tmp_path: Path, text: str) -> None:
    """What is no list of entries is named, with what a file holds."""
    with pytest.raises(KnowledgeError, match=r"\[\[actor\]\]"):
        load(tmp_path, text)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Two bad entries and a bad table give one error that names all three places."""
    table = tmp_path / "groups.tsv"
    table.write_text("Harbour Front\t-\tPRT\tARMY\n", encoding="utf-8")
    path = written(tmp_path, "[[actor]]\nname = 'X'\n\n[[actor]]\nkind = 'person'\n")
    with pytest.raises(KnowledgeError) as caught:
        load_actors([table, path])
    told = str(caught.value)
    assert "mine.toml:1:" in told and "mine.toml:4:" in told and "groups.tsv:1:" in told


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """A file that is not UTF-8 is named."""
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KnowledgeError, match="UTF-8"):
        load_actors([path])


def test_empty_file_adds_nothing(tmp_path: Path) -> None:
    """An empty overlay leaves the base as it is."""
    assert len(load(tmp_path, "")) == len(load_actors())
