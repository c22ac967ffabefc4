"""Cues of statements."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.cues import ACTS, load_cues


def test_cues_know_their_act_and_content() -> None:
    """`accuse` accuses, and what it says stands behind "of"."""
    (cue,) = [c for c in load_cues()["accuse"] if not c.rest]
    assert cue.act == "accuse" and "of" in cue.contents


def test_longer_cues_come_first() -> None:
    """ "call on" goes before "call"."""
    assert [len(cue.rest) for cue in load_cues()["call"]] == sorted((len(cue.rest) for cue in load_cues()["call"]), reverse=True)


def test_every_act_has_cues() -> None:
    """None of the eleven acts is without a word."""
    assert {cue.act for cues in load_cues().values() for cue in cues} == set(ACTS)


@pytest.mark.parametrize("line", ["shout\tyell\tclause", "shout\tsay", "\tsay\tclause"])
def test_mistake_names_file_and_line(tmp_path: Path, line: str) -> None:
    """An unknown act, a missing column, an empty cue."""
    path = tmp_path / "cues.tsv"
    path.write_text(f"# cue\tact\tcontent\n{line}\n", encoding="utf8")
    with pytest.raises(KnowledgeError, match=r"cues\.tsv:2"):
        load_cues(path)
