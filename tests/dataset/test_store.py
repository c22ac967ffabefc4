"""The dataset in one SQLite file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.article import Article
from sayso.dataset.store import Store, article_id
from sayso.errors import InputError
from tests.records import TEXT, small_record

ARTICLE = Article(TEXT, "a-1", "Market bombed", "The Herald", None, "2024-03-06")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A dataset with one article."""
    made = Store(tmp_path / "d.sqlite", create=True)
    made.add(ARTICLE, small_record())
    return made


def test_what_is_put_in_comes_out(store: Store) -> None:
    """The record of an article is kept as it was."""
    (kept,) = store.kept()
    assert kept.record == small_record()
    assert (kept.article.text, kept.source_id) == (TEXT, "a-1")


def test_the_same_article_twice_is_one(store: Store) -> None:
    """Nothing is added by what is there already."""
    store.add(ARTICLE, small_record())
    assert len(list(store.kept())) == 1
    assert len(list(store.rows("SELECT * FROM events"))) == 1


def test_copies_of_two_publishers_are_two_articles() -> None:
    """The id tells the same text apart by who published it, and not by the file it came from."""
    assert article_id(ARTICLE) != article_id(replace(ARTICLE, publisher="The Post"))
    assert article_id(ARTICLE) == article_id(replace(ARTICLE, id="other"))


def test_a_copy_has_no_rows_of_its_own(store: Store) -> None:
    """It stands in the articles and points to the one that was read."""
    first = article_id(ARTICLE)
    store.add(replace(ARTICLE, publisher="The Post"), None, copy_of=first)
    assert sorted(str(kept.copy_of) for kept in store.kept()) == sorted(["None", first])
    assert len(list(store.rows("SELECT * FROM events"))) == 1


def test_events_are_tied_to_who_says_so(store: Store) -> None:
    """The links tell which statements assert and deny the actors of an event."""
    key = article_id(ARTICLE)
    found = store.rows("SELECT target, stance FROM links WHERE source = ? AND relation = 'said' AND field = 'actors' ORDER BY target", (f"{key}/e1",))
    assert [(row["target"], row["stance"]) for row in found] == [(f"{key}/s1", "asserts"), (f"{key}/s2", "denies")]


def test_rows_that_are_dropped_take_their_links_along(store: Store) -> None:
    """Nothing points to what is gone; the record stays."""
    store.drop_rows(article_id(ARTICLE))
    assert [list(store.rows(f"SELECT * FROM {table}")) for table in ("events", "links", "actors")] == [[], [], []]
    assert next(store.kept()).record == small_record()


def test_rows_are_found_by_their_ids(store: Store) -> None:
    """No table is read from end to end to drop the rows of one article: that would cost more with each article that a dataset holds."""
    said: list[str] = []
    store.connection.set_trace_callback(said.append)
    store.drop_rows(article_id(ARTICLE))
    store.connection.set_trace_callback(None)
    plans = [row["detail"] for sql in said if sql.startswith("DELETE") for row in store.rows(f"EXPLAIN QUERY PLAN {sql}")]
    assert len(plans) == 5 and all(plan.startswith("SEARCH") for plan in plans)


def test_the_words_of_articles_are_found(store: Store) -> None:
    """The index finds an article by a word of its text."""
    assert [row["title"] for row in store.rows("SELECT title FROM articles_text WHERE articles_text MATCH 'denied'")] == ["Market bombed"]


def test_what_goes_wrong_leaves_nothing(store: Store) -> None:
    """A transaction that breaks is undone."""
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.add(replace(ARTICLE, publisher="The Post"), None)
        raise ZeroDivisionError
    assert len(list(store.kept())) == 1


def test_a_dataset_that_is_not_there(tmp_path: Path) -> None:
    """The message names the file and how to make one."""
    with pytest.raises(InputError, match=r"none\.sqlite.*sayso run"):
        Store(tmp_path / "none.sqlite")


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    """A text file is no dataset, and is not touched."""
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, and long enough to be more than the head of a file. " * 9, encoding="utf8")
    before = path.read_bytes()
    with pytest.raises(InputError, match="no dataset of Sayso"):
        Store(path, create=True)
    assert path.read_bytes() == before


def test_records_come_back_from_json(store: Store) -> None:
    """The store is opened anew and reads the same."""
    with Store(store.path) as again:
        assert next(again.kept()).record == small_record()
