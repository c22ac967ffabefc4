"""What a reader finds, with its place."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pyarrow
import pyarrow.parquet as parquet
import pytest

from sayso.errors import InputError
from sayso.readers import Found, find
from sayso.readers.decoding import lines_of
from sayso.readers.sources import size_of


def places(*paths: Path) -> list[tuple[str, int | None, str | None]]:
    """File, place and text of all that is found."""
    return [(Path(item.source).name, item.offset, item.article.text if item.article else None) for item in find([str(path) for path in paths])]


def test_articles_of_files_have_no_number(tmp_path: Path) -> None:
    """A text is its file."""
    (tmp_path / "a.txt").write_text("The army moved.", encoding="utf8")
    assert places(tmp_path) == [("a.txt", None, "The army moved.")]


def test_lines_rows_and_items_are_numbered_as_messages_number_them(tmp_path: Path) -> None:
    """Blank lines of JSONL count, the header of CSV is row 1, items of JSON and rows of Parquet begin at 1."""
    (tmp_path / "a.jsonl").write_text('\n{"text": "A."}\n', encoding="utf8")
    (tmp_path / "b.csv").write_text("text\nB.\n", encoding="utf8")
    (tmp_path / "c.json").write_text('[{"text": "C."}]', encoding="utf8")
    parquet.write_table(pyarrow.table({"text": ["D."]}), tmp_path / "d.parquet")
    assert places(tmp_path) == [("a.jsonl", 2, "A."), ("b.csv", 2, "B."), ("c.json", 1, "C."), ("d.parquet", 1, "D.")]


@pytest.mark.parametrize(
    ("name", "content", "data"),
    [
        ("a.jsonl", '{"text": "A."}\n{"text":\n', '{"text":\n'),
        ("a.jsonl", '{"text": "A."}\n[1]\n', "[1]"),
        ("a.jsonl", '{"text": "A."}\n{"text": ""}\n', '{"text": ""}'),
        ("a.jsonl", '{"text": "A."}\n{"no": "B"}\n', '{"no": "B"}'),
        ("a.jsonl", '{"text": "A."}\n{"text": "B.", "date": "soon"}\n', '{"text": "B.", "published": "soon"}'),
        ("a.csv", "text,date\nA.,2024\nB.,2024,3\n", "B.\n2024\n3"),
        ("a.csv", 'text\nA.\n"B.\n', "B.\n"),
    ],
)
def test_errors_carry_what_could_not_be_read(tmp_path: Path, name: str, content: str, data: str) -> None:
    """The line or row, for people to see and mend."""
    (tmp_path / name).write_text(content, encoding="utf8")
    good, bad = find([str(tmp_path / name)])
    assert good.error is None and bad.article is None and bad.error is not None
    assert bad.error.data == data and f", {'line 2' if name == 'a.jsonl' else 'row 3'}" in str(bad.error)


def test_errors_of_whole_files_have_no_place(tmp_path: Path) -> None:
    """Files that are none, are missing or are empty tables; what was read before a break stays."""
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.jsonl").write_bytes(b"")
    lines = "".join(json.dumps({"text": f"Report {n} of many, each of them another."}) + "\n" for n in range(2000))
    packed = gzip.compress(lines.encode(), compresslevel=0)
    (tmp_path / "c.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    found = list(find([str(tmp_path), str(tmp_path / "gone")]))
    errors = [(Path(item.source).name, item.offset) for item in found if item.error]
    assert errors == [("a.txt", None), ("b.jsonl", None), ("c.jsonl.gz", None), ("gone", None)]
    assert len([item for item in found if item.article]) > 500


def test_wrong_date_is_told_before_anything_is_read() -> None:
    """Not with the first article."""
    with pytest.raises(InputError, match="soon"):
        find(["a.txt"], published="soon")


@pytest.mark.parametrize("ending", ["", ".gz"])
def test_bytes_read_grow_to_the_size_of_the_file(tmp_path: Path, ending: str) -> None:
    """Of a packed file its packed bytes, so that they can be set against its size."""
    path = tmp_path / f"a.jsonl{ending}"
    data = "".join(json.dumps({"text": f"Report {n} {n * 7919 % 100003}."}) + "\n" for n in range(3000)).encode()
    path.write_bytes(gzip.compress(data, mtime=0) if ending else data)
    found: list[Found] = list(find([str(path)]))
    read = [item.read for item in found]
    assert read == sorted(read) and 0 < read[0] < read[-1] == path.stat().st_size == size_of([str(path)])


def test_size_of_standard_input_is_not_known(tmp_path: Path) -> None:
    """Nor does a missing file count."""
    (tmp_path / "a.txt").write_text("four", encoding="utf8")
    assert size_of(["-"]) is None
    assert size_of([str(tmp_path / "a.txt"), str(tmp_path / "gone")]) == 4


class _Endless(io.RawIOBase):
    """Lines without end; `given` counts their bytes."""

    given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = (b'{"text": "A."}\n' * (len(buffer) // 15 + 1))[: len(buffer) // 15 * 15]
        buffer[: len(data)] = data
        self.given += len(data)
        return len(data)


def test_lines_are_read_as_they_are_asked_for() -> None:
    """A table may be larger than memory."""
    endless = _Endless()
    lines = lines_of(io.BufferedReader(endless), name="a.jsonl")
    assert [next(lines) for _ in range(1000)] == ['{"text": "A."}\n'] * 1000
    assert endless.given < 100_000


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("\ufeffÉ\nß\n".encode(), ["É\n", "ß\n"]),
        ("É\nß".encode("utf-16"), ["É\n", "ß"]),
        (b"caf\xe9\nna\xc3\xafve\r\n", ["café\n", "naïve\r\n"]),
        (b"", []),
    ],
)
def test_each_line_is_decoded_by_what_it_holds(data: bytes, expected: list[str]) -> None:
    """Marks are no part of the text, UTF-16 is known by its mark, and one line of the old Windows encoding garbles no other."""
    assert list(lines_of(io.BytesIO(data), name="a.jsonl")) == expected
