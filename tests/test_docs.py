"""What is public is documented."""

from __future__ import annotations

import ast
import dataclasses
from pathlib import Path

import click
import pytest

import sayso
from sayso import record
from sayso.cli import main

ROOT = Path(__file__).parent.parent
DOCS = "\n".join(path.read_text(encoding="utf8") for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))])


@pytest.mark.parametrize("name", sorted(main.commands))
def test_command_and_its_options_are_documented(name: str) -> None:
    """Every command and every option of it stands in the docs."""
    assert f"sayso {name}" in DOCS
    for parameter in main.commands[name].params:
        if isinstance(parameter, click.Option):
            assert all(option in DOCS for option in parameter.opts)


@pytest.mark.parametrize("part", ["ArticleInfo", "Actor", "Place", "Time", "Statement", "Event", "Participant", "When", "Toll", "Say", "Pipeline"])
def test_fields_of_the_record_are_documented(part: str) -> None:
    """Every field of the record stands in docs/record.md."""
    text = (ROOT / "docs" / "record.md").read_text(encoding="utf8")
    missing = [field.name for field in dataclasses.fields(getattr(record, part)) if f"`{field.name}`" not in text]
    assert missing == []


def test_readme_has_the_two_commands() -> None:
    """One sets up and shows the example, the other sets up and tests."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf8")
    for command in ("demo", "test"):
        assert f"make {command}" in DOCS and f"\n{command}: setup" in makefile


def test_every_test_says_what_it_holds() -> None:
    """Each test function states one behaviour in its docstring."""
    silent = [
        f"{path.name}:{node.name}"
        for path in sorted(Path(__file__).parent.rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not ast.get_docstring(node)
    ]
    assert silent == []


def test_example_of_own_actors_is_right(tmp_path: Path) -> None:
    """The TOML that docs/knowledge.md shows loads as it stands."""
    text = (ROOT / "docs" / "knowledge.md").read_text(encoding="utf8").partition("```toml\n")[2].partition("```")[0]
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf8")
    [known] = sayso.who("Jane Roe", on="2023", actors=[path]).found
    assert known.office is not None and known.office.title == "defence minister"
