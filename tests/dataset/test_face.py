"""A dataset as Python sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyarrow import parquet

import sayso
from sayso.dataset import Dataset
from sayso.dataset.parquet import write_folder
from sayso.errors import InputError
from tests.dataset.datasets import filled


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Dataset]:
    """An open dataset with a story."""
    filled(tmp_path / "news.sqlite", linked=True).close()
    with sayso.open(tmp_path / "news.sqlite") as opened:
        yield opened


def test_one_value_and_several_may_be_asked_for(data: Dataset) -> None:
    """A list is a choice."""
    assert len(data.find(type="PROTEST")) == 1 and len(data.find(type=["PROTEST", "ASSAULT"], disputed=False)) == 3
    assert len(data.find()) == data.to_arrow().num_rows == 3


def test_stories_are_rows_like_events(data: Dataset) -> None:
    """With the same columns."""
    (row,) = data.find(stories=True)
    assert (row["id"], row["articles"], row["independent"], row["killed_max"]) == ("story-1", 3, 2, 6)
    assert list(row) == list(next(iter(data.find())))


def test_what_has_an_id_is_a_row_of_plain_data(data: Dataset) -> None:
    """JSON inside it is taken apart."""
    first = next(iter(data.find()))
    event = data.event(first["id"])
    assert event["detail"]["type"] == event["type"] == "ASSAULT"
    article = data.article(event["article"])
    assert article["text"][event["trigger_start"] : event["trigger_end"]] == "struck" and article["record"]["schema"] == "sayso/1"
    statement = data.statement(f"{event['article']}/s1")
    assert (statement["speaker_name"], statement["spans"]["cue"]) == ("=army", [69, 73])


def test_a_story_names_its_events(data: Dataset) -> None:
    """The earliest told first."""
    told = data.story("story-1")["told_by"]
    assert [data.event(key)["publisher"] for key in told] == ["The Courier", "The Herald"]


@pytest.mark.parametrize("method", ["article", "event", "statement", "story", "record"])
def test_what_is_not_there_is_a_key_error(data: Dataset, method: str) -> None:
    """As in a dict."""
    with pytest.raises(KeyError, match="nothing"):
        getattr(data, method)("nothing")


def test_a_record_is_that_which_stands(data: Dataset) -> None:
    """A copy has that of the article it is a copy of, corrected as people corrected it."""
    rows = {row["publisher"]: row for row in data.table("articles")}
    assert data.record(rows["The Echo"]["id"]) == data.record(rows["The Herald"]["id"])
    assert [event.disputed for event in data.record(rows["The Herald"]["id"]).disputes] == [["actors"]]


def test_tables_are_rows_too(data: Dataset) -> None:
    """As they are kept."""
    assert {row["name"] for row in data.table("places")} == {"Åland Ridge", "Port Vale"}
    with pytest.raises(InputError, match="'colours' is no table of a dataset; choose from actors"):
        data.table("colours")


def test_questions_in_sql(data: Dataset) -> None:
    """Answered as an Arrow table."""
    assert data.sql("SELECT count(*) AS n FROM events").to_pylist() == [{"n": 3}]


def test_exports_go_to_files(data: Dataset, tmp_path: Path) -> None:
    """Text or bytes; what is written and left out is told."""
    counts = data.export("acled", tmp_path / "a.csv", type="ASSAULT")
    assert (counts.written, counts.left_out) == (2, 0) and (tmp_path / "a.csv").read_text(encoding="utf8").count("\n") == 3
    data.export("parquet", tmp_path / "a.parquet", stories=True)
    assert parquet.read_table(tmp_path / "a.parquet").column("id").to_pylist() == ["story-1"]
    with pytest.raises(InputError, match="cannot be written"):
        data.export("csv", tmp_path / "nowhere" / "a.csv")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    with pytest.raises(InputError, match="'xlsx' is no profile; choose from plover"):
        data.export("xlsx", tmp_path / "a.xlsx")


def test_no_dataset_no_face(tmp_path: Path) -> None:
    """One sentence."""
    with pytest.raises(InputError, match="there is no such dataset"):
        sayso.open(tmp_path / "nowhere.sqlite")


def test_the_package_names_its_face_alone() -> None:
    """Other names are no part of it."""
    import sayso.dataset

    assert sayso.dataset.Dataset is Dataset
    with pytest.raises(AttributeError, match="has no attribute 'Nothing'"):
        _ = sayso.dataset.Nothing


def test_a_correction_shows_at_once(data: Dataset) -> None:
    """The event has the new value, the machine's record the old one."""
    key = next(iter(data.find(type="ASSAULT")))["id"]
    (made,) = data.correct(key, by="A. Coder", at="2024-05-01", reality="negated")
    assert (made.field, data.event(key)["reality"]) == ("reality", "negated")
    assert data.correct(key, by="A. Coder", at="2024-05-02", reality="negated") == []


def test_a_folder_of_parquet_alone_takes_no_corrections(tmp_path: Path) -> None:
    """They would be lost when it is closed: one sentence says where they are kept."""
    with filled(tmp_path / "news.sqlite") as store:
        (tmp_path / "folder").mkdir()
        write_folder(store, tmp_path / "folder")
    with sayso.open(tmp_path / "folder") as opened:
        key = next(iter(opened.find()))["id"]
        with pytest.raises(InputError, match=r"dataset\.sqlite"):
            opened.correct(key, by="A. Coder", reality="negated")
