"""What lies beside a dataset."""

from __future__ import annotations

import json
from pathlib import Path

from sayso.article import Article
from sayso.dataset.store import Store
from sayso.dataset.summary import beside, counters, write_summary
from tests.records import TEXT, small_record


def test_files_stand_beside_a_file_and_in_a_folder(tmp_path: Path) -> None:
    """Where one looks for them."""
    assert beside(tmp_path / "news.sqlite", "counters.json") == tmp_path / "news.sqlite.counters.json"
    assert beside(tmp_path, "counters.json") == tmp_path / "counters.json"


def test_counters_count_rows_copies_and_quarantine(tmp_path: Path) -> None:
    """Each table, and what was set aside by reason."""
    path = tmp_path / "d.sqlite"
    with Store(path, create=True) as store:
        first = store.add(Article(TEXT, "a-1"), small_record())
        store.add(Article(TEXT, "a-2", publisher="Post"), small_record(), copy_of=first)
        store.connection.execute("INSERT INTO quarantine VALUES ('s', 0, 'b.txt', NULL, NULL, NULL, 'unreadable', 'no text', '')")
        found = counters(store)
        assert (found["articles"], found["copies"], found["events"], found["actors"], found["quarantine"]) == (2, 1, 1, 3, {"unreadable": 1})
        write_summary(store, path)
        assert json.loads(beside(path, "counters.json").read_text(encoding="utf8")) == found
        store.connection.execute("DELETE FROM quarantine")
        assert json.loads(beside(path, "quarantine.jsonl").read_text(encoding="utf8"))["message"] == "no text"
        write_summary(store, path)
    assert not beside(path, "quarantine.jsonl").exists()
