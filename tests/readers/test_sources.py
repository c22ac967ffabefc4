"""Paths to files."""

from __future__ import annotations

import gzip
import io
import os
import sys
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.readers.sources import FORMATS, Source, format_of, sources_of


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"The army moved.")


def guess(data: bytes) -> str:
    return format_of(Source("x", "x", None), io.BufferedReader(io.BytesIO(data)))  # type: ignore[arg-type]


def test_a_file_is_its_own_source(tmp_path: Path) -> None:
    """Its name is the path as the user wrote it, its id the stem."""
    put(tmp_path, "report.txt")
    assert sources_of(f"{tmp_path}/report.txt") == [Source(f"{tmp_path}/report.txt", "report", tmp_path / "report.txt")]


def test_standard_input_is_a_source() -> None:
    """A hyphen is no file."""
    assert sources_of("-") == [Source("standard input", "stdin", None)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", "a"),
        ("a.txt.gz", "a"),
        ("a.HTML", "a"),
        ("U.S. leaves", "U.S. leaves"),
        ("a.b.json", "a.b"),
        ("noending", "noending"),
        ("a.log", "a.log"),
        (".txt", ".txt"),
    ],
)
def test_ids_lose_only_endings_that_are_formats(tmp_path: Path, name: str, expected: str) -> None:
    """A full stop in a name is part of the name."""
    put(tmp_path, name)
    assert [source.id for source in sources_of(str(tmp_path / name))] == [expected]


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.txt", ".txt"), ("a.TXT", ".txt"), ("a.csv.gz", ".csv"), ("a.gz", ""), ("a", ""), ("a.txt.bak", ".bak")]
)
def test_suffix_is_the_last_that_is_no_packing(name: str, suffix: str) -> None:
    """In small letters, `.gz` left out."""
    assert Source(name, name, Path(name)).suffix == suffix


def test_folders_hold_only_what_can_be_read(tmp_path: Path) -> None:
    """Other endings, hidden files and hidden folders are passed over."""
    put(tmp_path, "b.txt", "a.html", "c.bak", ".d.txt", ".git/e.txt", "deep/er/f.json.gz", "README")
    assert [source.id for source in sources_of(str(tmp_path))] == ["a", "b", "deep/er/f"]


def test_hidden_parent_of_a_folder_does_not_hide_its_files(tmp_path: Path) -> None:
    """Only what lies inside the given folder is judged."""
    put(tmp_path, ".cache/news/a.txt")
    assert [source.id for source in sources_of(str(tmp_path / ".cache" / "news"))] == ["a"]


def test_folder_without_articles_lists_the_endings(tmp_path: Path) -> None:
    """The message says what would have been read."""
    put(tmp_path, "a.bak")
    with pytest.raises(InputError, match=r"no article in this folder.*\.csv, .*\.txt"):
        sources_of(str(tmp_path))


def test_folder_named_like_a_file_is_searched(tmp_path: Path) -> None:
    """A folder `news.txt` is a folder, and inside another it is no file."""
    put(tmp_path, "news.txt/a.txt")
    assert [source.id for source in sources_of(str(tmp_path))] == ["news.txt/a"]


def test_pattern_finds_files_in_order(tmp_path: Path) -> None:
    """Only files, sorted by name."""
    put(tmp_path, "b.txt", "a.txt", "c.txt/d.txt")
    assert [source.id for source in sources_of(f"{tmp_path}/*.txt")] == ["a", "b"]


def test_pattern_reaches_into_folders(tmp_path: Path) -> None:
    """Two stars are any number of folders."""
    put(tmp_path, "x/y/a.txt", "b.txt")
    assert [source.id for source in sources_of(f"{tmp_path}/**/*.txt")] == ["b", "a"]


def test_file_with_brackets_in_its_name_is_a_file(tmp_path: Path) -> None:
    """What exists is no pattern."""
    put(tmp_path, "a[1].txt", "a1.txt")
    assert [source.id for source in sources_of(f"{tmp_path}/a[1].txt")] == ["a[1]"]


def test_pattern_without_files_says_so(tmp_path: Path) -> None:
    """And hints at the shell."""
    with pytest.raises(InputError, match=r"no file matches this pattern.*quotes"):
        sources_of(f"{tmp_path}/*.txt")


@pytest.mark.parametrize("path", ["nowhere.txt", "no/where", "", "x\0y"])
def test_path_to_nothing_is_named(path: str) -> None:
    """Missing files, empty names, names that no system allows."""
    with pytest.raises(InputError, match="no such file or folder"):
        sources_of(path)


def test_an_article_given_as_a_path_is_one_plain_error() -> None:
    """Whoever passes the text itself learns so, without all of it in the message."""
    with pytest.raises(InputError, match="file name too long") as caught:
        sources_of("The army moved north on Monday. " * 200)
    assert len(str(caught.value)) < 250


def test_gzip_is_known_by_its_bytes(tmp_path: Path) -> None:
    """Whatever the file is called."""
    (tmp_path / "a.txt").write_bytes(gzip.compress(b"The army moved."))
    (source,) = sources_of(str(tmp_path / "a.txt"))
    with source.open() as stream:
        assert stream.read() == b"The army moved."


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its encoding is sorted out as that of a file."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"caf\xe9"), encoding="utf8"))
    (source,) = sources_of("-")
    assert source.open().read() == b"caf\xe9"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    """The system's reason stands in the message."""
    put(tmp_path, "a.txt")
    (tmp_path / "a.txt").chmod(0)
    (source,) = sources_of(str(tmp_path / "a.txt"))
    with pytest.raises(InputError, match=r"a\.txt: the file cannot be read \(permission denied\)"):
        source.open()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"The army moved.", "text"),
        (b"", "text"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"\n  <HTML><body>", "html"),
        (b'<?xml version="1.0"?><html>', "html"),
        (b"<p>The army moved.</p>", "text"),
        (b'{"text": "A."}\n{"text": "B."}', "jsonl"),
        (b'{ "text": "A."}', "jsonl"),
        (b'\xef\xbb\xbf{"text": "A."}', "jsonl"),
        (b'{\n  "text": "A."\n}', "json"),
        (b'[{"text": "A."}]', "json"),
        (b'[\n {\n  "text": "A."\n }\n]', "json"),
        (b"{The army} moved.", "text"),
        (b"[The army] moved.", "text"),
        (b"PAR1\x15\x04", "parquet"),
    ],
)
def test_format_is_told_by_the_first_bytes_where_there_is_no_ending(data: bytes, expected: str) -> None:
    """Pages, tables and objects, on one line or on many."""
    assert guess(data) == expected


@pytest.mark.parametrize(("suffix", "kind"), sorted(FORMATS.items()))
def test_ending_goes_before_the_first_bytes(suffix: str, kind: str) -> None:
    """A text file that begins like a page is a text file."""
    source = Source("a", "a", Path(f"a{suffix}"))
    assert format_of(source, io.BufferedReader(io.BytesIO(b"<html>"))) == kind  # type: ignore[arg-type]
