"""Worker processes, watched over: shards go in, and come out coded in the order in which they went in."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from sayso.dataset.shards import Growing, Job, Part
from sayso.dataset.working import Codes, Limits, serve
from sayso.errors import ModelError, SaysoError
from sayso.record import Pipeline

AHEAD = 4
"""Shards for each worker that may be under way, or wait for one before them."""
TRIES = 2
"""Times that an article may end a worker before it is set aside, where the worker may have been ended by chance."""
MOST_DEATHS = 25
"""Workers that may end one after the other with no shard done between them: after that it is not the articles."""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    ready: bool = False
    task: _Task | None = None


@dataclass(slots=True)
class _Task:
    """A job on its way through the pool."""

    job: Job
    state: str = "waiting"
    """waiting, given or done"""
    deaths: Counter[int] = field(default_factory=Counter)
    """Workers that ended, by the number of items that were done then."""
    blamed: tuple[int, str] | None = None
    """The item that is to be set aside, and why."""


class Pool:
    """Up to `workers` processes that code shards into parts in `folder`."""

    def __init__(self, make_coder: Callable[[], Codes], folder: Path, *, workers: int, limits: Limits) -> None:
        self._make_coder, self._folder, self._most, self._limits = make_coder, folder, workers, limits
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker] = []
        self._tasks: deque[_Task] = deque()
        self._deaths = 0
        self._pipeline: Pipeline | None = None

    def start(self, count: int) -> Pipeline:
        """See that some workers are there, wait until one has loaded its coder, and say what that reads with. Raises what is wrong with loading."""
        for _ in range(len(self._workers), min(count, self._most)):
            self._start_worker()
        while self._pipeline is None:
            self._listen()
        return self._pipeline

    def code(self, jobs: Iterator[Job]) -> Iterator[Part]:
        """The parts of the jobs, in their order. Jobs are taken in as there is room for them."""
        more = True
        while more or self._tasks:
            if more and self._room():
                job = next(jobs, None)
                more = job is not None
                if job:
                    self._tasks.append(_Task(job, "done" if Part(self._folder, job.shard).whole else "waiting"))
            while self._tasks and self._tasks[0].state == "done":
                yield Part(self._folder, self._tasks.popleft().job.shard)
            self._give()
            if self._tasks:
                self._listen(block=not (more and self._room()))

    def _room(self) -> bool:
        return len(self._tasks) < AHEAD * self._most

    def _give(self) -> None:
        """Give waiting tasks to idle workers; start workers while there is more to do than they can take."""
        idle = [worker for worker in self._workers if worker.task is None]
        for task in [task for task in self._tasks if task.state == "waiting"]:
            if not idle and len(self._workers) == self._most:
                return
            worker = idle.pop(0) if idle else self._start_worker()
            if worker.ready:
                self._send(worker, task)

    def _send(self, worker: _Worker, task: _Task) -> None:
        blamed = task.blamed[1] if task.blamed and task.blamed[0] == self._done(task) else None
        worker.task, task.state = task, "given"
        with suppress(OSError):  # it may have ended; listening will tell
            worker.connection.send((task.job, blamed))

    def _done(self, task: _Task) -> int:
        return Growing(self._folder, task.job.shard, os.getpid()).done

    def _start_worker(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs, self._make_coder, self._folder, os.getpid(), self._limits), daemon=True)
        process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours))
        return self._workers[-1]

    def _listen(self, *, block: bool = True) -> None:
        """Hear what workers say, and note which have ended; wait for it if told so."""
        speaking = wait([worker.connection for worker in self._workers], None if block else 0)
        for worker in [worker for worker in self._workers if worker.connection in speaking]:
            try:
                message = worker.connection.recv()
            except (EOFError, OSError):
                self._ended(worker)
                continue
            if isinstance(message, SaysoError):
                raise message
            if isinstance(message, Pipeline):
                worker.ready, self._pipeline = True, message
            elif worker.task:
                worker.task.state, worker.task, self._deaths = "done", None, 0

    def _ended(self, worker: _Worker) -> None:
        """Take note of a worker's end: what it was at goes back to be done, perhaps without the item that ended it."""
        self._remove(worker)
        code, task = worker.process.exitcode, worker.task
        self._deaths += 1
        if not worker.ready or self._deaths > MOST_DEATHS:
            when = "again and again" if worker.ready else "before it could work"
            raise ModelError(f"A worker process ended {when} (exit code {code}); if memory is short, use fewer --workers.")
        if task is None:
            return
        task.state = "waiting"
        if Part(self._folder, task.job.shard).whole:
            task.state = "done"
        elif code:
            self._blame(task, code)

    def _blame(self, task: _Task, code: int) -> None:
        done = self._done(task)
        task.deaths[done] += 1
        if code == -signal.SIGALRM:
            task.blamed = done, "deadline"
        elif task.deaths[done] == TRIES:
            task.blamed = done, "killed" if code == -signal.SIGKILL else "died"

    def _remove(self, worker: _Worker) -> None:
        worker.connection.close()
        worker.process.join()
        self._workers.remove(worker)

    def close(self) -> None:
        """End all workers at once."""
        for worker in list(self._workers):
            worker.process.kill()
            self._remove(worker)
