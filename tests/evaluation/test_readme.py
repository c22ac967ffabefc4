"""Figures in the README are those that were measured."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evaluation.readme import filled


def test_numbers_before_their_names_are_replaced() -> None:
    """One decimal, whatever stood there."""
    assert filled("| a | 1.25<!--one--> / 7<!--two--> |", {"one": 68.04, "two": 3.0}) == "| a | 68.0<!--one--> / 3.0<!--two--> |"


def test_other_numbers_and_comments_stay() -> None:
    """Only a number that touches its comment is a figure."""
    text = "19 articles <!-- figures: from here --> 77.8 <!--one-->"
    assert filled(text, {"one": 1.0}) == text


def test_figure_that_was_not_measured_is_named() -> None:
    """Nothing is left as it was in silence."""
    with pytest.raises(KeyError, match="two"):
        filled("5.0<!--two-->", {"one": 1.0})


def test_every_figure_of_the_accuracy_tables_has_its_name() -> None:
    """No number in the tables' second column is written by hand."""
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf8")
    tables = readme[readme.index("## How right it is") : readme.index("## Speed")]
    rows = [line.split("|") for line in tables.splitlines() if line.startswith("| ")]
    cells = [cell for row in rows for cell in (row[2], row[5] if len(row) > 6 else "")]
    assert [cell for cell in cells if re.search(r"\d", re.sub(r"[\d.]+<!--.*?-->", "", cell))] == []
    assert sum("<!--" in cell for cell in cells) > 20
