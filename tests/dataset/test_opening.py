"""Datasets of either form, opened for reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyarrow import parquet

from sayso.dataset.face import Dataset
from sayso.dataset.happenings import happenings
from sayso.dataset.opening import DATABASE, open_store, parquet_tables, tables_of
from sayso.errors import InputError
from tests.dataset.datasets import filled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The tables of a dataset as Parquet: events in two files, the others in one each."""
    filled(tmp_path / "news.sqlite", linked=True).close()
    target = tmp_path / "news"
    (target / "events").mkdir(parents=True)
    with Dataset(tmp_path / "news.sqlite") as data:
        for table in tables_of(data.store.connection):
            rows = data.table(table).to_arrow()
            if table == "events":
                parquet.write_table(rows.slice(0, 1), target / "events" / "b.parquet")
                parquet.write_table(rows.slice(1), target / "events" / "a.parquet")
            else:
                parquet.write_table(rows, target / f"{table}.parquet")
    return target


def test_a_folder_is_read_like_a_file(folder: Path) -> None:
    """The same happenings, stories, and words of articles."""
    with open_store(folder) as one, open_store(folder.with_suffix(".sqlite")) as other:
        for stories in (False, True):
            assert list(happenings(one, stories=stories)) == list(happenings(other, stories=stories)) != []
        assert [row["rowid"] for row in one.rows("SELECT rowid FROM articles_text WHERE articles_text MATCH 'market'")] != []


def test_files_of_a_table_are_found(folder: Path) -> None:
    """One, or all of a folder in the order of their names."""
    found = parquet_tables(folder)
    assert [path.name for path in found["articles"]] == ["articles.parquet"]
    assert [path.name for path in found["events"]] == ["a.parquet", "b.parquet"]
    assert "articles_text" not in found and "nothing" not in found


def test_a_folder_with_a_database_is_read_there(folder: Path) -> None:
    """Parquet may be older than the last correction."""
    folder.with_suffix(".sqlite").rename(folder / DATABASE)
    with open_store(folder) as store, store.transaction():
        store.connection.execute("UPDATE events SET reality = 'negated'")
    with open_store(folder) as store:
        assert {one.reality for one in happenings(store)} == {"negated"}


def test_nothing_is_written_to_a_folder(folder: Path) -> None:
    """What changes in the open store is gone with it."""
    with open_store(folder) as store:
        store.connection.execute("DELETE FROM events")
    with open_store(folder) as store:
        assert len(list(happenings(store))) == 3


@pytest.mark.parametrize(("name", "told"), [("", "this folder holds no dataset"), ("nowhere.sqlite", "there is no such dataset")])
def test_what_is_no_dataset_is_told(tmp_path: Path, name: str, told: str) -> None:
    """A folder without tables, a file that is not there."""
    with pytest.raises(InputError, match=told):
        open_store(tmp_path / name)


def test_a_file_that_is_no_parquet_is_named(folder: Path) -> None:
    """With what to do."""
    (folder / "places.parquet").write_bytes(b"nothing of the kind")
    with pytest.raises(InputError, match=r"places\.parquet: cannot be read as Parquet"):
        open_store(folder)
