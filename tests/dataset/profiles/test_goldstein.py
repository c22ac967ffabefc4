"""Goldstein's scale."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.dataset.profiles.coded import scheme
from sayso.dataset.profiles.goldstein import goldstein
from sayso.errors import KnowledgeError


def test_every_code_that_sayso_gives_has_a_weight() -> None:
    """But for attacks by computer, which are younger than the scale."""
    assert set(scheme("cameo").codes()) - set(goldstein()) == {"176"}
    assert set(goldstein()) <= set(scheme("cameo").codes())
    assert all(-10 <= weight <= 10 for weight in goldstein().values())


def test_conflict_weighs_less_than_cooperation() -> None:
    """From fighting to signing."""
    assert goldstein()["190"] < goldstein()["112"] < 0 < goldstein()["040"] < goldstein()["057"]


def test_a_broken_line_is_told(tmp_path: Path) -> None:
    """File and line."""
    path = tmp_path / "g.tsv"
    path.write_text("# head\n190\n", encoding="utf8")
    with pytest.raises(KnowledgeError, match=r"g\.tsv:2"):
        goldstein(path)
