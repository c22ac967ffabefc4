"""What a worker does with a shard, in this process and without limits."""

from __future__ import annotations

import ctypes
import json
import os
from collections import Counter
from pathlib import Path

import pytest

from evaluation.stub import StubCoder
from sayso.article import Article
from sayso.dataset.shards import Growing, Job, Part
from sayso.dataset.working import Limits, code_shard, load_coder
from sayso.errors import InputError, KnowledgeError
from sayso.readers import Found
from sayso.record import Record

ITEMS = (
    Found("a.jsonl", 1, Article("Rebels shelled the town.", "one")),
    Found("a.jsonl", 2, error=InputError("a.jsonl, line 2: this is no JSON", data="{")),
    Found("a.jsonl", 3, Article("Soldiers RAISE doubts.", "three")),
    Found("a.jsonl", 4, Article("Police arrested him.", "four")),
)
JOB = Job("s", tuple((n, f"k{n}", item) for n, item in enumerate(ITEMS)), ("known",))
UNLIMITED = Limits(deadline=0)


def outcome(folder: Path) -> tuple[list[str], list[tuple[int, str]]]:
    """Ids of what was coded, position and reason of what was not."""
    part = Part(folder, "s")
    return [line["article"]["source_id"] for line in part.coded()], [(line["position"], line["reason"]) for line in part.set_aside()]


def test_what_goes_wrong_costs_itself_alone(tmp_path: Path) -> None:
    """An unreadable line and an article that the coder stumbles over are set aside, the others coded, and the part is whole."""
    assert code_shard(JOB, StubCoder(), Growing(tmp_path, "s", 1), UNLIMITED)
    assert outcome(tmp_path) == (["one", "four"], [(1, "unreadable"), (2, "error")])
    assert Part(tmp_path, "s").read_counters() == {"shard": "s", "known": ["known"]}


def test_the_message_tells_what_the_coder_said(tmp_path: Path) -> None:
    """Kind and words of the exception."""
    code_shard(JOB, StubCoder(), Growing(tmp_path, "s", 1), UNLIMITED)
    assert [line["message"] for line in Part(tmp_path, "s").set_aside()] == ["a.jsonl, line 2: this is no JSON", "ZeroDivisionError: as told"]


def test_a_second_worker_goes_on_behind_the_article_that_ended_the_first(tmp_path: Path) -> None:
    """What was done is not done again; the one to blame is set aside with the reason, in words that name the limit."""
    first = Growing(tmp_path, "s", 1)
    code_shard(Job("s", JOB.items[:0], ()), StubCoder(), Growing(tmp_path, "t", 1), UNLIMITED)
    first.add({"article": {"source_id": "done before"}})
    assert code_shard(JOB, StubCoder(), Growing(tmp_path, "s", 1), Limits(0, 50), blamed="deadline")
    coded, aside = outcome(tmp_path)
    assert coded == ["done before", "four"] and aside == [(1, "deadline"), (2, "error")]


class _Forgetful(StubCoder):
    """Runs out of memory on its first article."""

    coded: Counter[str]

    def code(self, article: Article) -> Record:
        if article.id == "one":
            raise MemoryError
        return super().code(article)


def test_a_worker_that_ran_out_of_memory_goes(tmp_path: Path) -> None:
    """Its article is set aside, the part not finished: a fresh process is to go on."""
    assert not code_shard(JOB, _Forgetful(), Growing(tmp_path, "s", 1), UNLIMITED)
    again = Growing(tmp_path, "s", 1)
    assert again.done == 1 and not again.part.whole
    assert code_shard(JOB, _Forgetful(), again, UNLIMITED)
    assert outcome(tmp_path) == (["four"], [(0, "memory"), (1, "unreadable"), (2, "error")])


class _Greedy(StubCoder):
    """Needs 100 MB for its first article, and keeps a little of what it took last; notes the memory it has with each."""

    memory: list[int]
    kept: bytes

    def code(self, article: Article) -> Record:
        self.memory.append(int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1_000_000)
        if article.id == "one":
            self.kept = [bytes(1000) for _ in range(100_000)][-1]
        return super().code(article)


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None) if os.name == "posix" else None, "malloc_trim"), reason="the allocator cannot be told")
def test_what_an_article_needed_is_given_back_before_the_next(tmp_path: Path) -> None:
    """Not only when the shard is done."""
    coder = _Greedy()
    coder.memory = []
    code_shard(JOB, coder, Growing(tmp_path, "s", 1), UNLIMITED)
    before, *after = coder.memory
    assert len(after) == 2 and max(after) < before + 30


def test_a_worker_without_its_parent_stops(tmp_path: Path) -> None:
    """Nobody waits for what it would do."""
    assert not code_shard(JOB, StubCoder(), Growing(tmp_path, "s", 1), UNLIMITED, parent=1 << 30)
    assert Growing(tmp_path, "s", 1).done == 0


@pytest.mark.parametrize("error", [OSError, AttributeError, TypeError])
def test_a_system_that_takes_no_memory_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    """The shard is coded all the same."""

    def without(_: None) -> None:
        raise error

    monkeypatch.setattr("ctypes.CDLL", without)
    assert code_shard(JOB, StubCoder(), Growing(tmp_path, "s", 1), UNLIMITED) and Part(tmp_path, "s").whole


def test_lines_hold_article_sketch_and_record(tmp_path: Path) -> None:
    """All that loading needs, so that it reads nothing twice."""
    code_shard(JOB, StubCoder(), Growing(tmp_path, "s", 1), UNLIMITED)
    line = next(Part(tmp_path, "s").coded())
    assert line["article"]["text"] == "Rebels shelled the town." and line["sketch"] == {"runs": 0, "sample": []}
    record = json.loads(line["record"])
    assert record["schema"] == "sayso/1" and record["article"]["id"] == "one"


def test_coder_is_loaded_with_the_options_of_the_command(tmp_path: Path) -> None:
    """A mistake in a knowledge file comes out as one."""
    own = tmp_path / "groups_mine.tsv"
    own.write_text("Zorvan Front\tZF\tSYR\tNONSENSE\n", encoding="utf8")
    with pytest.raises(KnowledgeError, match=r"groups_mine\.tsv"):
        load_coder({"actors": [own]})
