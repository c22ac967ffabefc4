"""Datasets that are a folder of Parquet."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pyarrow
import pyarrow.parquet as parquet
import pytest

from evaluation.stub import StubCoder, reports
from sayso.article import Article
from sayso.dataset.parquet import TABLES, write_folder
from sayso.dataset.running import Options, run
from sayso.dataset.store import Store
from sayso.readers import find
from tests.records import TEXT, small_record


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article."""
    made = tmp_path / "news"
    made.mkdir()
    with Store(made, create=True) as store:
        store.add(Article(TEXT, "a-1", "Market bombed", "The Herald", None, "2024-03-06"), small_record())
        write_folder(store, made)
    return made


def test_every_table_is_a_file(folder: Path) -> None:
    """Those without rows too, and nothing half-written lies about."""
    assert sorted(path.name for path in folder.iterdir()) == sorted(["dataset.sqlite", *(f"{table}.parquet" for table in TABLES)])


def test_tables_hold_what_the_database_holds(folder: Path) -> None:
    """Row by row, with numbers as numbers."""
    with Store(folder) as store:
        for table in ("actors", "places", "statements", "events", "links"):
            assert parquet.read_table(folder / f"{table}.parquet").to_pylist() == list(store.rows(f"SELECT * FROM {table} ORDER BY {TABLES[table]}"))
    events = parquet.read_schema(folder / "events.parquet")
    assert events.field("killed_min").type == pyarrow.int64() and events.field("latitude").type == pyarrow.float64()


def test_columns_of_the_database_alone_are_left_out(folder: Path) -> None:
    """Numbers that depend on the order in which articles came are nobody's business."""
    assert not {"number", "runs"} & set(parquet.read_schema(folder / "articles.parquet").names)


def test_a_run_into_a_folder_writes_it(tmp_path: Path) -> None:
    """The same input in another order and with other shards gives the same bytes."""
    rows = reports(30)
    digests = []
    for name, order, size in (("one", rows, 3), ("two", rows[::-1], 8)):
        source = tmp_path / f"{name}.jsonl"
        source.write_text("".join(json.dumps(row) + "\n" for row in order), encoding="utf8")
        (tmp_path / name).mkdir()
        run(find([str(source)]), tmp_path / name, StubCoder, Options(size=size))
        digests.append({t: hashlib.sha256((tmp_path / name / f"{t}.parquet").read_bytes()).hexdigest() for t in TABLES if t != "quarantine"})
    assert digests[0] == digests[1]
    assert parquet.read_metadata(tmp_path / "one" / "articles.parquet").num_rows > 20
