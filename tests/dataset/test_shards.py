"""Shards and the files of their parts."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.stub import reports
from sayso.article import Article
from sayso.dataset.shards import Growing, Part, Shard, as_line, cut, from_line, quarantined
from sayso.errors import InputError
from sayso.readers import Found


def found(count: int, *, source: str = "a.jsonl") -> list[Found]:
    """Articles as a reader finds them."""
    return [Found(source, n, Article(row["text"], row["id"], publisher=row["publisher"])) for n, row in enumerate(reports(count), 1)]


def test_every_item_is_in_one_shard_and_in_order() -> None:
    """Nothing is lost or moved by cutting."""
    items = found(100)
    shards = list(cut(items, "p", size=8))
    assert [item for shard in shards for item in shard.items] == items
    assert all(len(shard.items) == len(shard.keys) for shard in shards)


@given(st.integers(1, 40))
def test_shards_are_neither_long_nor_many(size: int) -> None:
    """None is longer than twice the size asked for, and the average is near it."""
    lengths = [len(shard.items) for shard in cut(found(400), "p", size=size)]
    assert max(lengths) <= 2 * size
    assert 400 / len(lengths) >= size / 2


def test_one_more_article_changes_the_shards_around_it_alone() -> None:
    """Shards end where their content says so, so that those further on stay what they are."""
    items = found(200)
    before = {shard.id for shard in cut(items, "p", size=8)}
    after = {shard.id for shard in cut([Found("new.txt", None, Article("Something new.")), *items], "p", size=8)}
    assert len(after - before) <= 3


def test_shards_tell_what_read_them() -> None:
    """The same articles under another pipeline are other shards; in another file they are the same."""
    ids = [[shard.id for shard in cut(found(30, source=source), pipeline, size=8)] for source, pipeline in (("a", "p"), ("b", "p"), ("a", "q"))]
    assert ids[0] == ids[1] and not set(ids[0]) & set(ids[2])


def test_what_cannot_be_read_is_part_of_a_shard() -> None:
    """A mended line makes another shard, which is then done."""
    bad, other = (Found("a.jsonl", 1, error=InputError("a.jsonl, line 1: this is no JSON", data=data)) for data in ("{", "{]"))
    one: Shard
    two: Shard
    (one,), (two,) = list(cut([bad], "p")), list(cut([other], "p"))
    assert one.id != two.id


@pytest.mark.parametrize("torn", [b"", b'{"article": {"id": "tor'])
def test_a_part_is_taken_up_where_it_broke_off(tmp_path: Path, torn: bytes) -> None:
    """Whole lines count as done; one that was being written does not."""
    part = Growing(tmp_path, "s", 7)
    part.add({"n": 1})
    part.set_aside({"n": 2})
    (waiting,) = tmp_path.glob(".7.s.jsonl")
    waiting.write_bytes(waiting.read_bytes() + torn)
    again = Growing(tmp_path, "s", 7)
    assert again.done == 2
    again.add({"n": 3})
    again.commit({"known": []})
    whole = Part(tmp_path, "s")
    assert (list(whole.coded()), list(whole.set_aside())) == ([{"n": 1}, {"n": 3}], [{"n": 2}])


def test_a_part_is_whole_once_its_counters_are_there(tmp_path: Path) -> None:
    """Before that there is none, and after removing it neither."""
    part = Growing(tmp_path, "s", 7)
    assert not part.part.whole
    part.commit({"known": ["k"]})
    assert part.part.whole and part.part.read_counters() == {"known": ["k"]}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["s.counters.json", "s.jsonl", "s.quarantine.jsonl"]
    part.part.remove()
    assert list(tmp_path.iterdir()) == []


@given(st.text(min_size=1), st.none() | st.text())
def test_articles_pass_through_a_part_unchanged(text: str, title: str | None) -> None:
    """Every character of text and title, whatever it is, but for halves of characters."""
    article = Article(text, "a", title)
    if "\ufffd" not in json.dumps(text, ensure_ascii=False).encode("utf-8", "replace").decode():
        assert from_line(json.loads(json.dumps(as_line("k", article)))) == article


def test_quarantine_shows_an_article() -> None:
    """Its place, the digest of its text and the first 200 bytes, cut between characters."""
    text = "é" * 300
    line = quarantined(4, "k", Found("a.jsonl", 9, Article(text)), "deadline", "too long")
    assert (line["source"], line["offset"], line["article"], line["reason"], line["message"]) == ("a.jsonl", 9, "k", "deadline", "too long")
    assert (line["sha256"], line["head"]) == (hashlib.sha256(text.encode()).hexdigest(), "é" * 100)


def test_quarantine_shows_what_could_not_be_read(tmp_path: Path) -> None:
    """Of a file the file, of a line the line; of what is not there nothing."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF" + b"x" * 500)
    whole = quarantined(0, "k", Found(str(path), None, error=InputError("no text")), "unreadable", "no text")
    line = quarantined(0, "k", Found(str(path), 3, error=InputError("no JSON", data="{")), "unreadable", "no JSON")
    gone = quarantined(0, "k", Found("gone", None, error=InputError("not there")), "unreadable", "not there")
    assert (whole["sha256"], len(whole["head"])) == (hashlib.sha256(path.read_bytes()).hexdigest(), 200)
    assert (line["sha256"], line["head"]) == (hashlib.sha256(b"{").hexdigest(), "{")
    assert (gone["sha256"], gone["head"], gone["article"]) == (None, "", None)
