"""Rows as CSV, as text parted by tabs, and as Parquet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from sayso.dataset.finding import Query
from sayso.dataset.happening import Happening
from sayso.dataset.profiles.columns import Column, Task
from sayso.dataset.profiles.tabular import write_csv, write_gdelt, write_parquet, write_tabs, write_tagged_csv
from tests.dataset.datasets import happening

COLUMNS = (
    Column("words", "words", lambda one: one.evidence, "as they are", tag="#description"),
    Column("count", "a count", lambda one: one.articles, "as it is", "whole", "#meta+count"),
    Column("degrees", "degrees", lambda one: one.latitude, "as they are", "number"),
    Column("nothing", "nothing", made="there is none"),
)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


def task(*found: Happening, bare: bool = False) -> Task:
    return Task(None, Query(), found, COLUMNS, bare)  # type: ignore[arg-type]


def written(write: object, *found: Happening, bare: bool = False) -> str:
    stream = io.StringIO(newline="")
    write(task(*found, bare=bare), stream)  # type: ignore[operator]
    return stream.getvalue()


@given(texts, st.integers(-(2**40), 2**40), st.none() | st.floats(-90, 90))
def test_any_cell_comes_back_from_csv(words: str, count: int, degrees: float | None) -> None:
    """Breaks, quotes and commas and all; what a formula begins with after an apostrophe."""
    text = written(write_csv, happening(evidence=words, articles=count, latitude=degrees))
    ((head), row) = list(csv.reader(io.StringIO(text, newline="")))
    assert head == ["words", "count", "degrees", "nothing"]
    guarded = words.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert row == [f"'{words}" if guarded else words, str(count), "" if degrees is None else str(degrees), ""]


@given(texts)
def test_any_row_of_tabs_is_one_line(words: str) -> None:
    """As many cells as columns, whatever stands in them."""
    lines = written(write_tabs, happening(evidence=words), happening(evidence=words)).split("\n")
    assert len(lines) == 4 and lines[3] == ""
    assert [line.count("\t") for line in lines[:3]] == [3, 3, 3]
    assert all(len(line.splitlines()) <= 1 for line in lines)


@pytest.mark.parametrize("write", [write_csv, write_tabs])
@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_formulas_are_made_harmless(write: object, words: str) -> None:
    """No spreadsheet runs what an article says; negative numbers stay numbers."""
    text = written(write, happening(evidence=words, latitude=-3.5))
    assert f"'{words}" in text and "'-3.5" not in text and "-3.5" in text


def test_hashtags_stand_below_the_names() -> None:
    """A column without one has an empty cell."""
    lines = written(write_tagged_csv, happening()).splitlines()
    assert lines[:2] == ["words,count,degrees,nothing", "#description,#meta+count,,"]


def test_bare_files_of_gdelt_have_no_names() -> None:
    """As GDELT's own; with Sayso's columns they have."""
    assert written(write_gdelt, happening(), bare=True).count("\n") == 1
    assert written(write_gdelt, happening()).startswith("words\tcount")


def test_parquet_is_typed_and_comes_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text, whole numbers, numbers; only one group of rows is in memory."""
    monkeypatch.setattr("sayso.dataset.profiles.tabular._GROUP", 2)
    path = tmp_path / "rows.parquet"
    with path.open("wb") as stream:
        write_parquet(task(*(happening(articles=number) for number in range(5))), stream)
    assert parquet.ParquetFile(path).metadata.num_row_groups == 3
    table = parquet.read_table(path)
    assert [str(field.type) for field in table.schema] == ["string", "int64", "double", "string"]
    assert table.column("count").to_pylist() == [0, 1, 2, 3, 4]


def test_parquet_without_rows_has_its_columns() -> None:
    """An empty export can be read."""
    stream = io.BytesIO()
    write_parquet(task(), stream)
    assert parquet.read_table(io.BytesIO(stream.getvalue())).column_names == ["words", "count", "degrees", "nothing"]


def test_rows_are_written_as_they_come() -> None:
    """The first line is out before the third row is asked for."""
    seen: list[int] = []
    stream = io.StringIO()

    def found() -> object:
        for number in range(3):
            seen.append(len(stream.getvalue().splitlines()))
            yield happening(articles=number)

    write_csv(replace(task(), happenings=found()), stream)  # type: ignore[arg-type]
    assert seen == [1, 2, 3]
