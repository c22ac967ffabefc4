"""Country-code domains."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.actors import load_actors
from sayso.knowledge.domains import load_domains


@pytest.mark.parametrize(("ending", "code"), [("uk", "GBR"), ("ie", "IRL"), ("tr", "TUR"), ("jp", "JPN"), ("de", "DEU")])
def test_endings_lead_to_countries(ending: str, code: str) -> None:
    """As the registries have them."""
    assert load_domains()[ending] == code


@pytest.mark.parametrize("ending", ["com", "org", "net", "info", ""])
def test_endings_of_no_country_are_not_there(ending: str) -> None:
    """Everybody may have one."""
    assert ending not in load_domains()


def test_endings_are_small_letters() -> None:
    """Hosts are compared so."""
    assert all(ending.islower() and ending.isascii() and not ending.startswith(".") for ending in load_domains())


def test_countries_are_those_of_the_table() -> None:
    """No code leads nowhere."""
    base = load_actors()
    assert [code for code in sorted(set(load_domains().values())) if base.details(code) is None] == []


@pytest.mark.parametrize("line", ["ie", "ie\tIRL\textra", "ie\tIreland", "ie IRL"])
def test_mistakes_name_file_and_line(tmp_path: Path, line: str) -> None:
    """A wrong line is named with what was expected."""
    path = tmp_path / "domains.tsv"
    path.write_text(f"# comment\n\n{line}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"domains\.tsv:3: expected a domain"):
        load_domains(path)
