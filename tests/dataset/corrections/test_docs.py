"""What docs/corrections.md says."""

from __future__ import annotations

from pathlib import Path

from sayso.dataset.corrections.files import read_file
from sayso.dataset.corrections.values import FIELDS
from sayso.dataset.store import Store

DOCS = (Path(__file__).parents[3] / "docs" / "corrections.md").read_text(encoding="utf8")


def test_every_field_is_documented() -> None:
    """All that can be corrected."""
    table = DOCS.partition("## Fields")[2].partition("## ")[0]
    assert [name for fields in FIELDS.values() for name in fields if f"`{name}`" not in table] == []


def test_the_lines_shown_are_changes(store: Store, tmp_path: Path) -> None:
    """They can be imported as they stand."""
    path = tmp_path / "changes.jsonl"
    path.write_text(DOCS.partition("```jsonl\n")[2].partition("```")[0], encoding="utf8")
    assert len(read_file(store, path)[0]) == 5
