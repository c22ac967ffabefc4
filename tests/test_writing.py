"""Files that appear only once they are whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.writing import opened_whole, replacing


def test_a_file_appears_in_the_end(tmp_path: Path) -> None:
    """While it is written, what stood there before can be read."""
    path = tmp_path / "f.txt"
    path.write_text("old", encoding="utf8")
    with replacing(path) as partial:
        partial.write_text("new", encoding="utf8")
        assert path.read_text(encoding="utf8") == "old"
    assert path.read_text(encoding="utf8") == "new"


@pytest.mark.parametrize("binary", [True, False])
def test_what_breaks_off_leaves_nothing(tmp_path: Path, binary: bool) -> None:
    """Neither the file nor its beginning."""
    with pytest.raises(ZeroDivisionError), opened_whole(tmp_path / "f", binary=binary) as stream:
        stream.write(b"x" if binary else "x")
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    """On every system."""
    with opened_whole(tmp_path / "f", binary=False) as stream:
        stream.write("a\r\nb\n")
    assert (tmp_path / "f").read_bytes() == b"a\r\nb\n"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """One sentence names the file."""
    with pytest.raises(InputError, match=r"f\.txt: cannot be written"), opened_whole(tmp_path / "none" / "f.txt", binary=False):
        raise AssertionError("it was opened")
