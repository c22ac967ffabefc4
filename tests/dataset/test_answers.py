"""Answers in SQL, written out."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal

import pyarrow
from pyarrow import parquet

from sayso.dataset.answers import write_answer

ANSWER = pyarrow.table(
    {"name": ["=cmd", None], "n": [1, -2], "total": [Decimal("3.0"), Decimal("4.5")], "day": [date(2024, 3, 4), None], "long": ["x" * 90, "a\nb"]}
)


def written(form: str) -> str:
    stream = io.StringIO(newline="")
    write_answer(ANSWER, stream, form)
    return stream.getvalue()


def test_csv_is_harmless_and_keeps_negative_numbers() -> None:
    """Formulas get an apostrophe, nothing is empty."""
    rows = list(csv.reader(io.StringIO(written("csv"), newline="")))
    assert rows[0] == ["name", "n", "total", "day", "long"]
    assert rows[1][:2] == ["'=cmd", "1"] and rows[2] == ["", "-2", "4.5", "", "a\nb"]


def test_json_lines_have_plain_values() -> None:
    """Whole decimals are whole numbers, days are text."""
    first, second = map(json.loads, written("jsonl").splitlines())
    assert (first["total"], first["day"], second["total"], second["name"]) == (3, "2024-03-04", 4.5, None)


def test_tables_are_cut_to_be_read() -> None:
    """Long cells end with an ellipsis, breaks are blanks."""
    text = written("table")
    assert "x" * 59 + "…" in text and "x" * 60 not in text and "a b" in text


def test_parquet_goes_to_a_stream() -> None:
    """As it is."""
    stream = io.BytesIO()
    write_answer(ANSWER, stream, "parquet")
    assert parquet.read_table(io.BytesIO(stream.getvalue())).equals(ANSWER)
