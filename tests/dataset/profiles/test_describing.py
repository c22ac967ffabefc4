"""What the docs say of the columns."""

from __future__ import annotations

from pathlib import Path

from sayso.dataset.profiles import PROFILES
from sayso.dataset.profiles.describing import BEGIN, END, described, with_tables

DOC = Path(__file__).parents[3] / "docs" / "exports.md"


def test_docs_are_in_step() -> None:
    """The tables of docs/exports.md are those of the profiles; `python -m sayso.dataset.profiles.describing docs/exports.md` writes them anew."""
    text = DOC.read_text(encoding="utf8")
    assert with_tables(text) == text


def test_every_column_of_every_profile_is_described() -> None:
    """By its name."""
    text = described()
    for profile in PROFILES.values():
        assert [column.name for column in (*profile.columns, *profile.own) if f"`{column.name}`" not in text] == []


def test_empty_columns_say_why() -> None:
    """`always empty` and the reason."""
    (row,) = (line for line in described().splitlines() if line.startswith("| `AvgTone`"))
    assert row == "| `AvgTone` | tone of the articles | always empty: Sayso does not score tone |"


def test_only_what_is_between_the_marks_is_written() -> None:
    """Words around them stay."""
    assert with_tables(f"before\n{BEGIN}\nold\n{END}\nafter\n") == f"before\n{BEGIN}\n\n{described()}\n\n{END}\nafter\n"


def test_every_profile_is_named_in_the_docs() -> None:
    """With what one row is."""
    text = DOC.read_text(encoding="utf8").partition("## Exporting")[2].partition(BEGIN)[0]
    assert [name for name in PROFILES if f"`{name}`" not in text] == []
