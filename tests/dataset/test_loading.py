"""Parts put into a dataset."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.stub import StubCoder, reports
from sayso.article import Article
from sayso.dataset.loading import Loader
from sayso.dataset.shards import Growing, Job, Part, Shard, cut
from sayso.dataset.store import Store
from sayso.dataset.working import Limits, code_shard
from sayso.errors import InputError
from sayso.readers import Found

TEXTS = [row["text"].replace("RAISE", "") for row in reports(4, seed=5)]


def coded(folder: Path, *items: Found) -> tuple[Part, Shard]:
    """A shard of these items, and its part."""
    (shard,) = cut(items, "p", size=50)
    job = Job(shard.id, tuple((n, key, item) for n, (key, item) in enumerate(zip(shard.keys, shard.items, strict=True))), ())
    part = Growing(folder, shard.id, 1)
    code_shard(job, StubCoder(), part, Limits(deadline=0))
    return part.part, shard


def article(text: str, offset: int = 1) -> Found:
    return Found("a.jsonl", offset, Article(text, f"a-{offset}"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty dataset."""
    return Store(tmp_path / "d.sqlite", create=True)


def test_a_part_is_in_the_dataset_with_what_it_set_aside(tmp_path: Path, store: Store) -> None:
    """Articles with rows, quarantine with reasons, and the shard with its counts."""
    part, shard = coded(tmp_path, article(TEXTS[0], 1), article("It will RAISE.", 2), Found("a.jsonl", 3, error=InputError("no JSON", data="{")))
    assert Loader(store).load(part, shard) == (1, 2)
    assert [row["source_id"] for row in store.rows("SELECT source_id FROM articles")] == ["a-1"]
    assert [(row["offset"], row["reason"]) for row in store.rows('SELECT "offset", reason FROM quarantine')] == [(2, "error"), (3, "unreadable")]
    assert list(store.rows("SELECT items, coded, known, quarantined FROM shards")) == [{"items": 3, "coded": 1, "known": 0, "quarantined": 2}]
    assert Loader(store).loaded(shard.id) == (1, 2) and Loader(store).loaded("another") is None


def test_a_record_is_kept_as_it_was_written(tmp_path: Path, store: Store) -> None:
    """To the byte, in a reading that takes the place of another too."""
    part, shard = coded(tmp_path, article(TEXTS[0]))
    (line,) = part.coded()
    for _ in range(2):
        Loader(store).load(part, shard)
        assert [row["record"] for row in store.rows("SELECT record FROM articles")] == [line["record"]]
    (kept,) = store.kept()
    assert kept.record and kept.record.to_json() == line["record"]


def test_loading_breaks_off_as_a_whole(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong at the end leaves nothing of the beginning."""
    part, shard = coded(tmp_path, article(TEXTS[0]))

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("sayso.dataset.loading.find_copies", broken)
    with pytest.raises(ZeroDivisionError):
        Loader(store).load(part, shard)
    assert [list(store.rows(f"SELECT * FROM {table}")) for table in ("articles", "events", "shards")] == [[], [], []]


def test_what_can_be_read_now_leaves_the_quarantine(tmp_path: Path, store: Store) -> None:
    """By its place in the input; other places keep their entries."""
    bad = [Found("a.jsonl", n, error=InputError("no JSON", data=f"{{{n}")) for n in (1, 2)]
    loader = Loader(store)
    loader.load(*coded(tmp_path, *bad))
    loader.load(*coded(tmp_path, article(TEXTS[1], 1)))
    assert [row["offset"] for row in store.rows('SELECT "offset" FROM quarantine')] == [2]


def test_an_article_read_anew_takes_the_place_of_its_reading(tmp_path: Path, store: Store) -> None:
    """It is one article still, with one reading."""
    loader = Loader(store)
    loader.load(*coded(tmp_path, article(TEXTS[0])))
    loader.load(*coded(tmp_path, article(TEXTS[0]), article(TEXTS[1], 2)))
    assert [row["n"] for row in store.rows("SELECT COUNT(*) AS n FROM articles UNION ALL SELECT COUNT(*) FROM events")] == [2, 2]


def test_names_wait_for_their_article(tmp_path: Path, store: Store) -> None:
    """An id that is told before its article is in the dataset is noted once it is there."""
    loader = Loader(store)
    part, shard = coded(tmp_path, article(TEXTS[0], 5))
    (twin,) = cut([article(TEXTS[0], 3)], "p")
    loader.name(twin)
    loader.load(part, shard)
    assert [row["source_id"] for row in store.rows("SELECT source_id FROM articles")] == ["a-3"]
