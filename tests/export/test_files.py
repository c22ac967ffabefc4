"""Records to files."""

from __future__ import annotations

import csv
import io
import json

import pyarrow.parquet as parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.files import write_csv, write_json, write_jsonl, write_parquet
from sayso.export.rows import COLUMNS, rows
from tests.records import TEXT, small_record


def test_jsonl_has_one_record_a_line() -> None:
    """Each line is one whole record."""
    stream = io.StringIO()
    write_jsonl([small_record(), small_record()], stream)
    lines = stream.getvalue().splitlines()
    assert [json.loads(line)["article"]["id"] for line in lines] == ["a-1", "a-1"]


def test_json_is_one_array() -> None:
    """Several records, one JSON value; none, an empty array."""
    stream = io.StringIO()
    write_json([small_record(), small_record()], stream)
    assert len(json.loads(stream.getvalue())) == 2
    empty = io.StringIO()
    write_json([], empty)
    assert json.loads(empty.getvalue()) == []


def test_csv_reads_back() -> None:
    """Header and values survive."""
    stream = io.StringIO()
    write_csv(rows(small_record(), TEXT), stream)
    (row,) = csv.DictReader(io.StringIO(stream.getvalue()))
    assert list(row) == list(COLUMNS)
    assert (row["type"], row["killed_min"], row["injured_min"]) == ("ASSAULT", "6", "")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@"])
def test_formulas_are_made_harmless(begin: str) -> None:
    """A cell that a spreadsheet would run is shown as text."""
    (row,) = rows(small_record(), TEXT)
    stream = io.StringIO()
    write_csv([{**row, "actors": f"{begin}SUM(A1)"}], stream)
    (read,) = csv.DictReader(io.StringIO(stream.getvalue()))
    assert read["actors"] == f"'{begin}SUM(A1)"


def test_parquet_columns_have_types() -> None:
    """Counts are whole numbers, degrees are numbers, the rest is text."""
    stream = io.BytesIO()
    write_parquet(rows(small_record(), TEXT), stream)
    table = parquet.read_table(io.BytesIO(stream.getvalue()))
    assert table.column_names == list(COLUMNS)
    assert str(table.schema.field("killed_min").type) == "int64"
    assert str(table.schema.field("latitude").type) == "double"
    assert table.to_pylist()[0]["places"] == "Port Vale"


def test_parquet_without_events_still_has_its_columns() -> None:
    """An empty table can be read and joined to others."""
    stream = io.BytesIO()
    write_parquet([], stream)
    assert parquet.read_table(io.BytesIO(stream.getvalue())).column_names == list(COLUMNS)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\x00")))
def test_any_text_survives_csv(name: str) -> None:
    """Quotes, commas and other scripts come back as they were, but for the mark before a formula."""
    (row,) = rows(small_record(), TEXT)
    stream = io.StringIO()
    write_csv([{**row, "actors": name}], stream)
    (read,) = csv.DictReader(io.StringIO(stream.getvalue(), newline=""))
    assert read["actors"].removeprefix("'") == name.removeprefix("'")
