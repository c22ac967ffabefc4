"""Records to files."""

from __future__ import annotations

import csv
import io
import json

import pyarrow.parquet as parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from sayso.export.files import write_csv, write_json, write_jsonl, write_parquet
from sayso.export.rows import COLUMNS, rows
from sayso.record import Record
from tests.export.any_record import records
from tests.records import TEXT, small_record

RECORDS = TypeAdapter(Record)


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


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_csv(name: str) -> None:
    """Quotes, commas, line ends of every system and other scripts come back as they were, but for the mark before a formula."""
    (row,) = rows(small_record(), TEXT)
    stream = io.StringIO(newline="")
    write_csv([{**row, "actors": name}], stream)
    (read,) = csv.DictReader(io.StringIO(stream.getvalue(), newline=""))
    assert read["actors"] == (f"'{name}" if name.startswith(("=", "+", "-", "@", "\t", "\r")) else name)


def test_numbers_are_no_formulas() -> None:
    """A southern latitude keeps its minus sign."""
    (row,) = rows(small_record(), TEXT)
    stream = io.StringIO()
    write_csv([{**row, "latitude": -33.9}], stream)
    (read,) = csv.DictReader(io.StringIO(stream.getvalue()))
    assert read["latitude"] == "-33.9"


def test_csv_lines_end_with_a_line_feed() -> None:
    """No carriage return hangs on the last column."""
    stream = io.StringIO(newline="")
    write_csv(rows(small_record(), TEXT), stream)
    assert "\r" not in stream.getvalue() and stream.getvalue().endswith("\n")


def test_csv_without_events_has_its_header() -> None:
    """An empty table can be read and joined to others."""
    stream = io.StringIO()
    write_csv([], stream)
    assert stream.getvalue() == ",".join(COLUMNS) + "\n"


def test_jsonl_is_written_as_records_come() -> None:
    """Each line is flushed, so that a run that is broken off keeps what it had."""

    class Stream(io.StringIO):
        flushed = 0

        def flush(self) -> None:
            self.flushed += 1

    stream = Stream()
    write_jsonl([small_record(), small_record()], stream)
    assert stream.flushed == 2


@given(st.lists(records(), max_size=3))
def test_jsonl_reads_back_as_the_same_records(wanted: list[Record]) -> None:
    """Every field, every type."""
    stream = io.StringIO(newline="")
    write_jsonl(wanted, stream)
    lines = stream.getvalue().split("\n")
    assert lines.pop() == ""
    assert [RECORDS.validate_json(line) for line in lines] == wanted


@given(st.lists(records(), max_size=3))
def test_json_reads_back_as_the_same_records(wanted: list[Record]) -> None:
    """One array of all."""
    stream = io.StringIO(newline="")
    write_json(wanted, stream)
    assert [RECORDS.validate_python(body) for body in json.loads(stream.getvalue())] == wanted


@given(st.lists(records(), max_size=3), st.text(max_size=100))
def test_csv_has_one_row_for_each_event(wanted: list[Record], text: str) -> None:
    """However odd the names, no row is broken in two, and every row has every column."""
    stream = io.StringIO(newline="")
    write_csv((row for record in wanted for row in rows(record, text)), stream)
    found = list(csv.reader(io.StringIO(stream.getvalue(), newline="")))
    assert len(found) == 1 + sum(len(record.events) for record in wanted)
    assert {len(cells) for cells in found} == {len(COLUMNS)}


@given(st.lists(records(), max_size=2), st.text(st.characters(exclude_categories=["Cs"]), max_size=100))
def test_parquet_holds_the_same_rows_as_they_were(wanted: list[Record], text: str) -> None:
    """Values come back with their types; nothing is marked, for no spreadsheet runs them."""
    table = [row for record in wanted for row in rows(record, text)]
    stream = io.BytesIO()
    write_parquet(table, stream)
    assert parquet.read_table(io.BytesIO(stream.getvalue())).to_pylist() == table


@given(records())
def test_the_same_record_gives_the_same_bytes(record: Record) -> None:
    """Written twice, or read back and written again."""
    assert RECORDS.validate_json(record.to_json()).to_json() == record.to_json()


def test_codes_are_written_where_asked_for() -> None:
    """A further column, in CSV and in Parquet."""
    record = small_record()
    record.events[0].codes = {"cameo": "183"}
    text, data = io.StringIO(), io.BytesIO()
    write_csv(rows(record, TEXT), text, coded=True)
    write_parquet(rows(record, TEXT), data, coded=True)
    (row,) = csv.DictReader(io.StringIO(text.getvalue()))
    assert row["codes"] == "cameo=183"
    assert parquet.read_table(io.BytesIO(data.getvalue())).column("codes").to_pylist() == ["cameo=183"]
