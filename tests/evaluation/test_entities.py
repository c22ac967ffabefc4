"""Entities of newswire: reading the set."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.entities import read_sentences
from evaluation.figures import MissingDataError


def read(tmp_path: Path, text: str) -> list[tuple[list[str], list[str]]]:
    path = tmp_path / "dev.tsv"
    path.write_text(text, encoding="utf8")
    return read_sentences(path)


def test_sentences_are_parted_by_blank_lines(tmp_path: Path) -> None:
    """Words and tags side by side, names of documents left out."""
    assert read(tmp_path, "# doc 1\tx\nPort\tB-Location\nVale\tI-Location\n\nIt\tO\n") == [
        (["Port", "Vale"], ["B-Location", "I-Location"]),
        (["It"], ["O"]),
    ]


def test_blanks_inside_a_word_are_taken_out(tmp_path: Path) -> None:
    """A word of blanks alone is a hyphen, so that every tag keeps its word."""
    assert read(tmp_path, "10\u00a0000\tO\n \tO\n") == [(["10000", "-"], ["O", "O"])]


def test_several_blank_lines_part_no_empty_sentences(tmp_path: Path) -> None:
    """Nor does the end of the file."""
    assert len(read(tmp_path, "\n\nIt\tO\n\n\n\nWe\tO\n\n")) == 2


def test_missing_set_is_said(tmp_path: Path) -> None:
    """By its path."""
    with pytest.raises(MissingDataError, match=r"none\.tsv"):
        read_sentences(tmp_path / "none.tsv")
