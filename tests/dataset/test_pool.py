"""Worker processes: limits, deaths and order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from evaluation.stub import PIPELINE, StubCoder
from sayso.article import Article
from sayso.dataset.pool import Pool
from sayso.dataset.shards import Job, Part
from sayso.dataset.working import Limits
from sayso.errors import KnowledgeError, ModelError
from sayso.readers import Found

GOOD = ["Rebels shelled it.", "Police arrested him.", "Troops left."]


def job(name: str, *texts: str) -> Job:
    return Job(name, tuple((n, f"{name}{n}", Found("a.jsonl", n, Article(text, f"{name}{n}"))) for n, text in enumerate(texts)), ())


@contextmanager
def pool(folder: Path, *, workers: int = 1, deadline: float = 60, memory: int = 300) -> Iterator[Pool]:
    made = Pool(StubCoder, folder, workers=workers, limits=Limits(deadline, memory))
    try:
        made.start(workers)
        yield made
    finally:
        made.close()


def outcome(part: Part) -> tuple[int, list[tuple[str, str]]]:
    """How many were coded; which were not, and why."""
    return len(list(part.coded())), [(line["article"], line["reason"]) for line in part.set_aside()]


@pytest.mark.parametrize(("word", "reason"), [("HANG", "deadline"), ("EAT", "memory"), ("KILL", "killed"), ("DIE", "died"), ("RAISE", "error")])
def test_a_poison_article_costs_exactly_itself(tmp_path: Path, word: str, reason: str) -> None:
    """One that hangs, eats memory, is killed, ends the process or raises is set aside with the reason; all around it is coded."""
    with pool(tmp_path, deadline=1) as made:
        parts = list(made.code(iter([job("a", GOOD[0], f"It is {word} time.", *GOOD[1:]), job("b", *GOOD)])))
    assert [outcome(part) for part in parts] == [(3, [("a1", reason)]), (3, [])]


def test_all_poison_of_a_shard_is_found(tmp_path: Path) -> None:
    """Three of a kind one after the other, the first and the last among them."""
    with pool(tmp_path) as made:
        (part,) = made.code(iter([job("a", "DIE at once.", "DIE again.", GOOD[0], "In the end DIE.")]))
    assert outcome(part) == (1, [("a0", "died"), ("a1", "died"), ("a3", "died")])


def test_parts_come_in_the_order_of_their_jobs(tmp_path: Path) -> None:
    """However long each takes."""
    jobs = [job("a", "DIE at once.", *GOOD), *(job(name, *GOOD) for name in "bcdefghijkl")]
    with pool(tmp_path, workers=2) as made:
        assert [part.shard for part in made.code(iter(jobs))] == list("abcdefghijkl")


def test_jobs_are_taken_in_as_there_is_room(tmp_path: Path) -> None:
    """A large input is never held as a whole."""
    taken = []

    def jobs() -> Iterator[Job]:
        for n in range(30):
            taken.append(n)
            yield job(f"j{n}", *GOOD)

    with pool(tmp_path) as made:
        most = max(len(taken) - done for done, _ in enumerate(made.code(jobs())))
    assert most <= 6


def test_parts_that_are_there_are_not_made_again(tmp_path: Path) -> None:
    """They come out as they lie."""
    with pool(tmp_path) as made:
        list(made.code(iter([job("a", *GOOD)])))
        (part,) = made.code(iter([job("a", "Something else altogether.")]))
    assert outcome(part) == (3, [])


def test_pipeline_is_told_by_a_worker(tmp_path: Path) -> None:
    """What reads is known before anything is read."""
    made = Pool(StubCoder, tmp_path, workers=1, limits=Limits())
    try:
        assert made.start(1) == PIPELINE
    finally:
        made.close()


def _mistaken() -> StubCoder:
    raise KnowledgeError("mine.tsv:3: there is a mistake")


def test_what_is_wrong_with_knowledge_is_told(tmp_path: Path) -> None:
    """The worker's own words come through."""
    made = Pool(_mistaken, tmp_path, workers=2, limits=Limits())
    with pytest.raises(KnowledgeError, match=r"mine\.tsv:3"):
        made.start(2)
    made.close()


def _dying() -> StubCoder:
    raise SystemExit(9)


def test_workers_that_cannot_start_are_told(tmp_path: Path) -> None:
    """One plain sentence with the exit code."""
    made = Pool(_dying, tmp_path, workers=1, limits=Limits())
    with pytest.raises(ModelError, match=r"before it could work \(exit code 9\)"):
        made.start(1)
    made.close()


def test_no_worker_is_left_behind(tmp_path: Path) -> None:
    """Closing ends them, whatever they are at."""
    made = Pool(partial(StubCoder, pause=60.0), tmp_path, workers=2, limits=Limits())
    made.start(2)
    processes = [worker.process for worker in made._workers]
    made.close()
    assert [process.is_alive() for process in processes] == [False, False]
