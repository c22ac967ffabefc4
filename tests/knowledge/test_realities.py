"""Cue words of reality."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.realities import load_realities


@pytest.mark.parametrize(
    ("word", "part", "reality"),
    [
        ("plan", "verb", "planned"),
        ("try", "verb", "attempted"),
        ("threat", "noun", "threatened"),
        ("could", "aux", "possible"),
        ("foiled", "modifier", "attempted"),
    ],
)
def test_cues_are_known(word: str, part: str, reality: str) -> None:
    """Everyday cues give the reality one expects."""
    assert load_realities()[word, part] == reality


@pytest.mark.parametrize("line", ["plan\tverb", "plan\tsong\tplanned", "plan\tverb\tdreamt"])
def test_mistakes_name_file_and_line(tmp_path: Path, line: str) -> None:
    """A wrong line is named with its file."""
    path = tmp_path / "realities.tsv"
    path.write_text(f"# comment\n{line}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"realities\.tsv:2"):
        load_realities(path)
