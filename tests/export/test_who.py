"""What is known of a name, written for people and programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.export.who import as_dict, as_text
from sayso.knowledge.actors import ActorBase, load_actors
from sayso.knowledge.who import who

MINE = """source = "our desk"
[[actor]]
name = "Ana Exemplo"
aliases = ["Exemplo"]
kind = "person"
country = "PRT"
offices = ["mayor 2001..2004", "ambassador@- [IGO] 2006.."]
notes = "moved in 2006"
"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> ActorBase:
    """The package's actors with one more."""
    path = tmp_path_factory.mktemp("own") / "mine.toml"
    path.write_text(MINE, encoding="utf-8")
    return load_actors([path])


def test_text_marks_the_office_held(base: ActorBase) -> None:
    """Side, reason, aliases, offices with the one of the date marked, notes, and where it is written."""
    lines = as_text(who(base, "Exemplo", on="2003")).splitlines()
    assert lines[:6] == [
        "Ana Exemplo · person · PRT · GOV on 2003",
        "  found    by the alias Exemplo",
        "  also     Exemplo",
        "  offices >mayor, GOV, 2001 to 2004",
        "           ambassador (of no state), IGO, 2006 to now, as far as is known",
        "  notes    moved in 2006",
    ]
    assert lines[6].endswith("mine.toml:2: our desk")


def test_text_without_a_date_marks_none(base: ActorBase) -> None:
    """Without a date no office is marked."""
    assert ">" not in as_text(who(base, "Ana Exemplo"))


def test_text_says_that_no_office_was_held(base: ActorBase) -> None:
    """Between two offices the last one counts, and the text says so."""
    assert "none held on 2005: counts by the last office" in as_text(who(base, "Ana Exemplo", on="2005"))


def test_text_for_nobody(base: ActorBase) -> None:
    """An unknown name is answered with those spelt like it and how to add one's own."""
    text = as_text(who(base, "Ana Exemplu"))
    assert text.startswith("Nobody called Ana Exemplu is known. Spelt like it: Ana Exemplo.") and "--actors FILE" in text


def test_text_of_namesakes_says_what_decides(base: ActorBase) -> None:
    """Several bearers are followed by what tells them apart."""
    assert "Which of them an article means is decided by\n  - the country" in as_text(who(base, "King Abdullah"))


def test_text_of_a_noun(base: ActorBase) -> None:
    """A noun is explained with its line in the package, told from the package on."""
    assert as_text(who(base, "herders")).startswith("herders is a noun for a kind of actor:")
    assert "(sayso/knowledge/data/actors/nouns.tsv:" in as_text(who(base, "herders"))


def test_dict_has_everything(base: ActorBase) -> None:
    """The same facts under names."""
    found = as_dict(who(base, "Exemplo", on="2003"))
    [one] = found["found"]
    assert Path(one.pop("file")).name == "mine.toml"
    assert one == {
        "id": "leaders:ana-exemplo", "name": "Ana Exemplo", "kind": "person", "why": "by the alias Exemplo", "country": "PRT", "sector": ["GOV"],
        "office": "mayor", "aliases": ["Exemplo"], "notes": "moved in 2006", "line": 2, "source": "our desk",
        "offices": [
            {"title": "mayor", "country": "PRT", "sector": ["GOV"], "start": "2001", "end": "2004", "held": True},
            {"title": "ambassador", "country": None, "sector": ["IGO"], "start": "2006", "end": None, "held": False},
        ],
    }  # fmt: skip
    assert (found["name"], found["on"], found["meanings"], found["decided_by"], found["nearest"]) == ("Exemplo", "2003", [], [], [])


def test_dict_without_a_date_has_no_held(base: ActorBase) -> None:
    """Without a date no office is held or not held."""
    assert "held" not in as_dict(who(base, "Ana Exemplo"))["found"][0]["offices"][0]
