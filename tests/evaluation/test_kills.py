"""Runs that are killed."""

from __future__ import annotations

import pytest

from evaluation import kills


def test_a_few_kills_change_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """A dataset that was cut off at random comes out the same, byte for byte; `--kills 200` is for an idle hour."""
    assert kills.main(["--kills", "3", "--articles", "30"]) == 0
    assert "0 of them not the same" in capsys.readouterr().out
