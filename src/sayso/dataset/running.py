"""Many articles into a dataset: shards out to workers, parts back in, each loaded in one transaction. What is cut off goes on where it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from sayso.dataset.agreeing import agree, outdated, recoded
from sayso.dataset.loading import Loader
from sayso.dataset.parquet import write_folder
from sayso.dataset.pool import Pool
from sayso.dataset.shards import SIZE, Job, Part, Shard, cut
from sayso.dataset.store import Store, database_of, pipeline_of
from sayso.dataset.summary import BESIDE, beside, write_summary
from sayso.dataset.working import Codes, Limits, cannot_write
from sayso.errors import InputError
from sayso.readers import Found


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
    _check_folder(path)
    parts = beside(path, "parts")
    pool = Pool(make_coder, parts, workers=options.workers, limits=options.limits)
    with locked(parts, path), closing(pool):
        if not database_of(path).exists():
            pool.start(options.workers)  # what is wrong with the knowledge is told before there is a dataset
        with Store(path, create=True) as store:
            work = _Run(store, parts, pool, options)
            try:
                for _ in work.shards(foreign(found, path)):
                    if on_progress:
                        on_progress(work.counts, work.bytes)
                work.finish()
                if path.is_dir():
                    write_folder(store, path)
            except (OSError, sqlite3.Error) as error:
                raise cannot_write(path, error) from error
            finally:
                with suppress(OSError, sqlite3.Error):
                    write_summary(store, path)
    return work.counts


def _check_folder(path: Path) -> None:
    """A folder must be a dataset's, or empty: articles in it would be taken for the dataset's own files."""
    if path.is_dir() and not database_of(path).exists() and any(file.name not in BESIDE for file in path.iterdir()):
        raise InputError(f"{path}: this folder holds other files; name an empty or a new one for the dataset, as in -o {path}/dataset/.")


def foreign(found: Iterable[Found], path: Path) -> Iterator[Found]:
    """What belongs neither to the dataset nor to what lies beside it, which may be in the folder that is read."""
    own = [place.resolve() for place in (path, *(beside(path, name) for name in BESIDE))]
    source, ours = "", False
    for item in found:
        if item.source != source:
            source, place = item.source, Path(item.source).resolve()
            ours = any(place.is_relative_to(one) for one in own)
        if not ours:
            yield item


@contextmanager
def locked(parts: Path, path: Path) -> Iterator[None]:
    """Keep other runs out; the lock goes with the process, however that ends."""
    try:
        parts.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error
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
        self._recoding = agree(store, self._pipeline, recode=options.recode)
        self._loader = Loader(store)
        self._flying: dict[str, tuple[Shard, int]] = {}
        self._tidy()

    def _tidy(self) -> None:
        """Take away what runs that were cut off have left: half-written parts, and parts that had been loaded."""
        for path in self._parts.glob(".*.jsonl*"):
            path.unlink(missing_ok=True)
        for path in self._parts.glob("*.jsonl"):
            part = Part(self._parts, path.name.partition(".")[0])
            if not part.whole or self._loader.loaded(part.shard):
                part.remove()

    def shards(self, found: Iterable[Found]) -> Iterator[None]:
        """Bring in one shard after the other."""
        everything = chain(outdated(self._store, self._pipeline) if self._recoding else [], found)
        for part in self._pool.code(self._jobs(cut(everything, self._pipeline, size=self._options.size))):
            shard, self.bytes = self._flying[part.shard]
            coded, aside = self._loader.load(part, shard)
            del self._flying[part.shard]
            self._count(len(shard.items), coded, aside)
            part.remove()
            yield

    def _count(self, items: int, coded: int, aside: int) -> None:
        self.counts.items += items
        self.counts.coded += coded
        self.counts.quarantined += aside
        self.counts.known += items - coded - aside

    def finish(self) -> None:
        """The whole input has been seen: what still lies among the parts belongs to none of it."""
        recoded(self._store)
        for path in self._parts.glob("*.jsonl"):
            Part(self._parts, path.name.partition(".")[0]).remove()

    def _jobs(self, shards: Iterable[Shard]) -> Iterator[Job]:
        """What is left to do of each shard."""
        read, source, before = 0, None, 0
        for shard in shards:
            for item in shard.items:
                if item.source != source:
                    source, before = item.source, read
                read = before + item.read
            loaded = self._loader.loaded(shard.id)
            if shard.id in self._flying or (loaded and not (self._options.retry and loaded[1])):
                still_aside = loaded[1] if loaded else 0
                self._count(len(shard.items) - still_aside, 0, 0)
                self.counts.items += still_aside
                self._loader.name(shard)
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
