"""Many articles into a dataset: shards out to workers, parts back in, each loaded in one transaction. What is cut off goes on where it was."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from sayso.article import Article
from sayso.dataset.copies import Sketch, find_copies
from sayso.dataset.parquet import write_folder
from sayso.dataset.pool import Pool
from sayso.dataset.shards import SIZE, Job, Part, Shard, cut, from_line
from sayso.dataset.store import Store, database_of, pipeline_of
from sayso.dataset.summary import beside, write_summary
from sayso.dataset.working import Codes, Limits
from sayso.errors import InputError
from sayso.export.parse import parse_record
from sayso.readers import Found, find_boilerplate

_PAGE = 64


@dataclass(slots=True)
class Counts:
    """What became of the input so far."""

    items: int = 0
    """Articles, and what could not be read as one."""
    coded: int = 0
    known: int = 0
    """Articles that were in the dataset, or came twice."""
    quarantined: int = 0


@dataclass(frozen=True, slots=True)
class Options:
    """How a run is made."""

    workers: int = 1
    limits: Limits = field(default_factory=Limits)
    size: int = SIZE
    """Articles in a shard, on the average."""
    recode: bool = False
    """Code anew what another version, model or knowledge has coded."""
    retry: bool = False
    """Try again what is in quarantine."""


def run(
    found: Iterable[Found], path: Path, make_coder: Callable[[], Codes], options: Options, *, on_progress: Callable[[Counts, int], None] | None = None
) -> Counts:
    """Code what a reader finds into the dataset at `path`, a file or a folder; say how far it is, in counts and bytes, after each shard.

    What the dataset holds already is passed over. Raises InputError where another run is writing to it, or where it was made by
    another pipeline and `recode` does not say to make it anew.
    """
    parts = beside(path, "parts")
    pool = Pool(make_coder, parts, workers=options.workers, limits=options.limits)
    with locked(parts, path), closing(pool):
        if not database_of(path).exists():
            pool.start(options.workers)  # what is wrong with the knowledge is told before there is a dataset
        with Store(path, create=True) as store:
            work = _Run(store, parts, pool, options)
            try:
                for _ in work.shards(found):
                    if on_progress:
                        on_progress(work.counts, work.bytes)
            finally:
                write_summary(store, path)
            work.finish()
            if path.is_dir():
                write_folder(store, path)
    return work.counts


@contextmanager
def locked(parts: Path, path: Path) -> Iterator[None]:
    """Keep other runs out; the lock goes with the process, however that ends."""
    try:
        parts.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({(error.strerror or str(error)).lower()}); check folder and rights.") from error
    lock = sqlite3.connect(parts / "lock", timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        raise InputError(f"{path}: another `sayso run` is writing to this dataset; wait until it has finished.") from error
    try:
        yield
    finally:
        lock.close()
        with suppress(OSError):  # parts wait in it, for another time
            (parts / "lock").unlink()
            parts.rmdir()


class _Run:
    """One run over one input."""

    def __init__(self, store: Store, parts: Path, pool: Pool, options: Options) -> None:
        self.counts = Counts()
        self.bytes = 0
        self._store, self._parts, self._pool, self._options = store, parts, pool, options
        self._pipeline = pipeline_of(pool.start(1))
        self._recoding = self._agree()
        self._flying: dict[str, tuple[Shard, int]] = {}
        self._tidy()

    def _agree(self) -> bool:
        """See that the dataset and this run are of one pipeline. Is what it holds to be coded anew?"""
        known = self._meta("pipeline")
        if known is None:
            self._note("pipeline", self._pipeline)
        elif known != self._pipeline:
            if not self._options.recode:
                raise InputError(
                    f"{self._store.path}: it was coded with {_difference(json.loads(known), json.loads(self._pipeline))}; "
                    "add --recode to code its articles anew, or name another dataset with -o."
                )
            with self._store.transaction():
                self._note("pipeline", self._pipeline)
                self._note("recoding", "yes")
        return self._meta("recoding") is not None

    def _meta(self, key: str) -> str | None:
        row = self._store.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _note(self, key: str, value: str) -> None:
        self._store.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def _tidy(self) -> None:
        """Take away what runs that were cut off have left: half-written parts, and parts that had been loaded."""
        for path in self._parts.glob(".*.jsonl*"):
            path.unlink(missing_ok=True)
        for path in self._parts.glob("*.jsonl"):
            part = Part(self._parts, path.name.partition(".")[0])
            if not part.whole or self._loaded(part.shard):
                part.remove()

    def _loaded(self, shard: str) -> tuple[int, int] | None:
        """Articles coded and items quarantined of a shard that the dataset holds."""
        found: tuple[int, int] | None = self._store.connection.execute("SELECT coded, quarantined FROM shards WHERE id = ?", (shard,)).fetchone()
        return found

    def shards(self, found: Iterable[Found]) -> Iterator[None]:
        """Bring in one shard after the other."""
        everything = chain(self._outdated() if self._recoding else [], found)
        for part in self._pool.code(self._jobs(cut(everything, self._pipeline, size=self._options.size))):
            shard, self.bytes = self._flying[part.shard]
            self._load(part, shard)
            del self._flying[part.shard]
            part.remove()
            yield

    def finish(self) -> None:
        """The whole input has been seen: what still lies among the parts belongs to none of it."""
        self._store.connection.execute("DELETE FROM meta WHERE key = 'recoding'")
        for path in self._parts.glob("*.jsonl"):
            Part(self._parts, path.name.partition(".")[0]).remove()

    def _outdated(self) -> Iterator[Found]:
        """The articles that the dataset holds from another pipeline."""
        last = ""
        while True:
            keys = self._store.connection.execute(
                "SELECT id FROM articles WHERE id > ? AND pipeline <> ? ORDER BY id LIMIT ?", (last, self._pipeline, _PAGE)
            ).fetchall()
            for (last,) in keys:
                for kept in self._store.kept(last):
                    a = kept.article
                    article = Article(a.text, kept.source_id, a.title, a.publisher, a.url, a.published, a.language, find_boilerplate(a.text))
                    yield Found(str(self._store.path), None, article)
            if not keys:
                return

    def _jobs(self, shards: Iterable[Shard]) -> Iterator[Job]:
        """What is left to do of each shard."""
        read, source, before = 0, None, 0
        for shard in shards:
            for item in shard.items:
                if item.source != source:
                    source, before = item.source, read
                read = before + item.read
            loaded = self._loaded(shard.id)
            if shard.id in self._flying or (loaded and not (self._options.retry and loaded[1])):
                self.counts.items += len(shard.items)
                self.counts.known += len(shard.items) - (loaded[1] if loaded else 0)
                continue
            job = self._job(shard)
            part = Part(self._parts, shard.id)
            if part.whole and tuple(part.read_counters()["known"]) != job.known:
                part.remove()
            self._flying[shard.id] = shard, read
            yield job

    def _job(self, shard: Shard) -> Job:
        """A shard without the articles that are there, or that a shard before it brings."""
        coming = {key for other, _ in self._flying.values() for key, item in zip(other.keys, other.items, strict=True) if item.article}
        known, todo = [], []
        for position, (key, item) in enumerate(zip(shard.keys, shard.items, strict=True)):
            if item.article and (key in coming or self._holds(key)):
                known.append(key)
            else:
                todo.append((position, key, item))
            if item.article:
                coming.add(key)
        return Job(shard.id, tuple(todo), tuple(known))

    def _holds(self, key: str) -> bool:
        sql = "SELECT 1 FROM articles WHERE id = ? AND pipeline = ?"
        return self._store.connection.execute(sql, (key, self._pipeline)).fetchone() is not None

    def _load(self, part: Part, shard: Shard) -> None:
        """Put a part into the dataset, all of it or nothing."""
        with self._store.transaction() as connection:
            coded = 0
            fresh = []
            for line in part.coded():
                coded += 1
                record = parse_record(line["record"])
                key = line["article"]["id"]
                if connection.execute("SELECT 1 FROM articles WHERE id = ?", (key,)).fetchone():
                    self._store.read_anew(key, record)
                else:
                    self._store.add(from_line(line["article"]), record)
                    fresh.append((key, Sketch(**line["sketch"])))
            find_copies(self._store, fresh)
            bad = list(part.set_aside())
            before = self._loaded(shard.id) or (0, 0)
            known = len(shard.items) - coded - len(bad)
            row = shard.id, len(shard.items), before[0] + coded, known - before[0], len(bad)
            connection.execute("INSERT OR REPLACE INTO shards VALUES (?, ?, ?, ?, ?)", row)
            self._quarantine(shard, bad)
        self.counts.items += len(shard.items)
        self.counts.coded += coded
        self.counts.known += known
        self.counts.quarantined += len(bad)

    def _quarantine(self, shard: Shard, bad: list[dict[str, Any]]) -> None:
        """Note what was set aside; what stood in its place before, or in the place of what can be read now, is gone."""
        connection = self._store.connection
        places = [(item.source, item.offset) for item in shard.items]
        connection.executemany('DELETE FROM quarantine WHERE source = ? AND "offset" IS ?', places)
        names = ("position", "source", "offset", "article", "sha256", "reason", "message", "head")
        rows = [(shard.id, *(line[name] for name in names)) for line in bad]
        connection.executemany("INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _difference(one: dict[str, Any], other: dict[str, Any]) -> str:
    """In what a dataset's pipeline differs from this run's, in words."""
    found = []
    if one.get("version") != other["version"]:
        found.append(f"Sayso {one.get('version')} (this is {other['version']})")
    if one.get("model") != other["model"]:
        found.append("another language model")
    if one.get("knowledge") != other["knowledge"]:
        found.append("other knowledge files (the package's, or your own given as options)")
    return " and ".join(found)
