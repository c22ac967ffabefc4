"""A worker: a process of its own that codes one shard after the other, each article within a limit of time and of memory.

The limits are the kernel's, so that they hold whatever the code is doing: an alarm ends a process that takes too long, and what asks for
too much memory is refused it. A process that ends leaves its part as it is; the next one goes on behind the article that ended it.
"""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

from sayso.article import Article
from sayso.dataset.shards import Growing, Job, as_line, quarantined
from sayso.errors import InputError, SaysoError
from sayso.record import Pipeline, Record

_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_PAUSE = 4
"""Articles between two collections of garbage: the steps make many small objects, and few that hold each other."""
REASONS = {
    "deadline": "coding it took longer than {deadline:g} seconds; raise --deadline if it is worth waiting for",
    "memory": "coding it took more than {memory} MB of memory; raise --memory if it is worth it",
    "killed": "the worker was killed from outside twice while coding it, mostly because memory ran out; use fewer --workers",
    "died": "the worker ended twice while coding it",
}


class Codes(Protocol):
    """What a worker needs of a coder."""

    pipeline: Pipeline

    def code(self, article: Article) -> Record:
        """The record of one article."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one article may cost: seconds, and MB beyond what the loaded coder takes."""

    deadline: float = 60.0
    memory: int = 2000


def load_coder(knowledge: dict[str, Any]) -> Codes:
    """The coder that a worker uses, by the options of the command line."""
    from sayso.coder import Coder
    from sayso.knowledge import Knowledge

    return Coder(knowledge=Knowledge.load(**knowledge))


def serve(connection: Connection, make_coder: Callable[[], Codes], folder: Path, owner: int, limits: Limits) -> None:
    """Load a coder and tell its pipeline, or what is wrong; then code every shard that comes, until no more can come."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one at the keyboard stops the parent, which stops its workers
    for name in _ONE_THREAD:
        os.environ.setdefault(name, "1")
    with suppress(EOFError, BrokenPipeError):
        try:
            coder = make_coder()
        except SaysoError as error:
            connection.send(error)
            return
        connection.send(coder.pipeline)
        _limit_memory(limits.memory)
        gc.disable()
        try:
            while True:
                job, blamed = connection.recv()
                if not code_shard(job, coder, Growing(folder, job.shard, owner), limits, blamed=blamed, parent=owner):
                    return
                connection.send(job.shard)
        except (EOFError, BrokenPipeError):
            return
        except OSError as error:
            connection.send(cannot_write(folder, error))


def cannot_write(path: Path, error: OSError | sqlite3.Error) -> InputError:
    """What the disk or the database has against it, as one sentence."""
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(f"{path}: cannot be written ({reason.lower()}); check space and rights, and give the same command again to go on.")


def code_shard(job: Job, coder: Codes, part: Growing, limits: Limits, *, blamed: str | None = None, parent: int | None = None) -> bool:
    """Code what is left of a shard and commit it; False where this process must not go on.

    `blamed` is the reason for which the next item ended the process before this one.
    """
    if blamed:
        position, key, item = job.items[part.done]
        part.set_aside(quarantined(position, key, item, blamed, REASONS[blamed].format(deadline=limits.deadline, memory=limits.memory)))
    for number, (position, key, item) in enumerate(job.items[part.done :]):
        if parent is not None and os.getppid() != parent:
            return False
        if item.article is None:
            part.set_aside(quarantined(position, key, item, "unreadable", str(item.error)))
            continue
        try:
            line = _coded(key, item.article, coder, limits)
        except MemoryError:
            part.set_aside(quarantined(position, key, item, "memory", REASONS["memory"].format(memory=limits.memory)))
            return False  # what it held may not come back
        except Exception as error:
            part.set_aside(quarantined(position, key, item, "error", f"{type(error).__name__}: {error}"[:500]))
        else:
            part.add(line)
        if number % _PAUSE == 0:
            gc.collect()
        _give_back_memory()
    part.commit({"shard": job.shard, "known": job.known})
    return True


def _coded(key: str, article: Article, coder: Codes, limits: Limits) -> dict[str, Any]:
    from sayso.dataset.copies import sketch

    _alarm(limits.deadline)
    try:
        record = coder.code(article)
        return {"article": as_line(key, article), "sketch": asdict(sketch(article.text)), "record": record.to_json()}
    finally:
        _alarm(0)


def _alarm(seconds: float) -> None:
    """End this process after so many seconds; 0 calls it off. Windows has no such alarm."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _give_back_memory() -> None:
    """Give back what an article needed: a long one's would stay for many that need less. Where the system's allocator can be told to (Linux)."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def _limit_memory(megabytes: int) -> None:
    """Let this process take so much more than it has; where the system can keep such a limit (Linux)."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))
    except (ImportError, OSError, ValueError):
        return
