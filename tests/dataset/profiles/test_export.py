"""Exports as a whole: counts, order, bytes, and any content."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from pyarrow import parquet

from sayso.article import Article
from sayso.dataset.face import query_of
from sayso.dataset.happenings import happenings
from sayso.dataset.profiles import PROFILES, export
from sayso.dataset.profiles.flat import COLUMNS
from sayso.dataset.store import Store
from sayso.record import Record
from tests.dataset.datasets import filled
from tests.export.any_record import records
from tests.records import TEXT


def exported(store: Store, name: str, **options: object) -> bytes:
    profile = PROFILES[name]
    if profile.binary:
        binary = io.BytesIO()
        export(store, profile, binary, **options)  # type: ignore[arg-type]
        return binary.getvalue()
    stream = io.StringIO(newline="")
    export(store, profile, stream, **options)  # type: ignore[arg-type]
    return stream.getvalue().encode()


@pytest.mark.parametrize("stories", [False, True])
@pytest.mark.parametrize("name", sorted(PROFILES))
def test_the_order_of_the_articles_changes_no_byte(tmp_path: Path, name: str, stories: bool) -> None:
    """Two datasets of the same articles give the same bytes."""
    if stories and PROFILES[name].of_articles:
        stories = False
    with filled(tmp_path / "one.sqlite", linked=True) as one, filled(tmp_path / "two.sqlite", backwards=True, linked=True) as two:
        first = exported(one, name, stories=stories)
        assert first == exported(two, name, stories=stories) == exported(one, name, stories=stories)
        assert first


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    """Nothing is lost silently."""
    with filled(tmp_path / "news.sqlite") as store:
        found = {name: export(store, PROFILES[name], io.StringIO()) for name in ("plover", "acled", "ucdp-ged")}
    assert {name: (counts.written, counts.left_out) for name, counts in found.items()} == {"plover": (3, 0), "acled": (2, 1), "ucdp-ged": (2, 1)}
    assert all(PROFILES[name].left_out for name, profile in PROFILES.items() if profile.fit)


def test_stories_are_one_row_each(tmp_path: Path) -> None:
    """With all their sources."""
    with filled(tmp_path / "news.sqlite", linked=True) as store:
        (row,) = csv.DictReader(io.StringIO(exported(store, "ucdp-ged", stories=True).decode()))
    assert (row["relid"], row["number_of_sources"], row["low"], row["high"], row["best"]) == ("story-1", "2", "3", "6", "3")
    assert row["source_office"] == "The Courier; The Herald; The Echo" and row["attributed_to"] == "=army; Norland".replace("=", "'=")


def test_what_is_exported_can_be_read_back(tmp_path: Path) -> None:
    """Parquet and GeoJSON give the rows of `find` as they are, CSV as text with an apostrophe before formulas."""
    with filled(tmp_path / "news.sqlite", linked=True) as store:
        for stories in (False, True):
            rows = [{column.name: column.of(one) for column in COLUMNS} for one in happenings(store, stories=stories)]
            assert parquet.read_table(io.BytesIO(exported(store, "parquet", stories=stories))).to_pylist() == rows
            features = json.loads(exported(store, "geojson", stories=stories))["features"]
            assert [feature["properties"] for feature in features] == rows
            read = list(csv.DictReader(io.StringIO(exported(store, "csv", stories=stories).decode())))
            assert [{name: cell.removeprefix("'") for name, cell in row.items()} for row in read] == [
                {name: "" if value is None else str(value) for name, value in row.items()} for row in rows
            ]


def test_bare_rows_have_the_published_columns_alone(tmp_path: Path) -> None:
    """A program that knows only those can read them."""
    with filled(tmp_path / "news.sqlite") as store:
        lines = exported(store, "gdelt2", bare=True).decode().splitlines()
        head = exported(store, "acled", bare=True).decode().splitlines()[0]
    assert [line.count("\t") for line in lines] == [60] * len(lines) and len(lines) == 2
    assert head.endswith(",timestamp")


def test_a_query_says_which(tmp_path: Path) -> None:
    """Exports take what `find` takes."""
    with filled(tmp_path / "news.sqlite") as store:
        rows = list(csv.DictReader(io.StringIO(exported(store, "csv", query=query_of(type="PROTEST")).decode())))
    assert [row["trigger"] for row in rows] == ["Marchers"]


@settings(max_examples=25)
@given(records())
def test_any_record_can_be_exported(record: Record) -> None:
    """Every profile, every cell flat, one row per event that fits, whatever the record says."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "any.sqlite", create=True) as store:
        with store.transaction():
            store.add(Article(TEXT, "x", record.article.title, record.article.publisher, None, record.article.published), record)
        for name, profile in PROFILES.items():
            text = exported(store, name)
            if profile.write.__name__ == "write_csv":
                rows = list(csv.reader(io.StringIO(text.decode(), newline="")))
                assert {len(row) for row in rows} == {len(profile.columns) + len(profile.own)}
                assert len(rows) - 1 <= len(record.events)
