"""Questions in SQL."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pyarrow import parquet

from sayso.dataset.face import Dataset
from sayso.dataset.sql import ask
from sayso.errors import InputError
from tests.dataset.datasets import filled

QUESTION = (
    'SELECT e.type, e."end", p.latitude FROM events e JOIN links l ON l.source = e.id JOIN places p ON p.id = l.target ORDER BY p.latitude, e.type'
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A dataset in one file."""
    filled(tmp_path / "news.sqlite").close()
    return tmp_path / "news.sqlite"


def test_tables_are_asked_by_name(path: Path) -> None:
    """Joined, typed, with words of SQL in quotes."""
    assert ask(path, QUESTION).to_pylist() == [
        {"type": "ASSAULT", "end": "2018-03", "latitude": 36.5},
        {"type": "ASSAULT", "end": "2024-03-04", "latitude": 52.1},
        {"type": "PROTEST", "end": None, "latitude": 52.1},
    ]


def test_a_folder_answers_the_same(path: Path, tmp_path: Path) -> None:
    """Parquet is asked where it lies."""
    folder = tmp_path / "it's a folder"
    folder.mkdir()
    with Dataset(path) as data:
        for table in ("articles", "events", "links", "places"):
            parquet.write_table(data.table(table).to_arrow(), folder / f"{table}.parquet")
    assert ask(folder, QUESTION).equals(ask(path, QUESTION))


def test_only_tables_that_a_question_names_are_read(path: Path) -> None:
    """The others are not there to be asked."""
    assert ask(path, "SELECT table_name FROM information_schema.tables").to_pylist() == []


def test_what_is_asked_changes_nothing(path: Path) -> None:
    """Deleting deletes in a copy; a statement without an answer has an empty one."""
    ask(path, "DELETE FROM events")
    assert ask(path, "SELECT count(*) AS n FROM events").to_pylist() == [{"n": 3}]
    assert ask(path, "SET threads TO 1").num_rows == 0


def test_a_question_that_is_not_understood_is_told(path: Path) -> None:
    """With DuckDB's words and the tables there are."""
    with pytest.raises(InputError, match=r"(?s)colour.*The tables are actors, articles"):
        ask(path, "SELECT colour FROM events")


def test_half_characters_are_no_crash(path: Path) -> None:
    """What a terminal could not decode is told like any other mistake."""
    with pytest.raises(InputError, match="DuckDB cannot answer"):
        ask(path, "SELECT \udce9 FROM events")


def test_without_duckdb_there_is_the_line_to_type(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence."""
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(InputError, match=r"pip install 'sayso\[sql\]'"):
        ask(path, "SELECT 1")


def test_a_folder_without_tables_is_no_dataset(tmp_path: Path) -> None:
    """Told before anything is asked."""
    with pytest.raises(InputError, match="holds no dataset"):
        ask(tmp_path, "SELECT 1")
