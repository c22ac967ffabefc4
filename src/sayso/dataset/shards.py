"""Shards: the few articles that are coded together, and the files in which a coded shard waits to be loaded.

Where a shard ends is decided by what stands in the input, not by how many workers there are, so that the same input always gives the
same shards and a new article changes one or two of them. A part (a coded shard) is three files, its counters last: where they are, it is whole.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from sayso.article import Article
from sayso.dataset.store import article_id
from sayso.errors import InputError
from sayso.readers import Found

SIZE = 16
"""Articles in a shard, on the average: few enough to lose little when work is cut off."""
HEAD = 200
"""Bytes that the quarantine shows of what it holds."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Some neighbours of the input."""

    id: str
    items: tuple[Found, ...]
    keys: tuple[str, ...]
    """Of each item: the id of the article, or a digest of what is wrong."""


@dataclass(frozen=True, slots=True)
class Job:
    """A shard as a worker gets it."""

    shard: str
    items: tuple[tuple[int, str, Found], ...]
    """Position, key and what was found, of all that is to be done."""
    known: tuple[str, ...]
    """Keys of the articles that other shards bring."""


def cut(found: Iterable[Found], pipeline: str, *, size: int = SIZE) -> Iterator[Shard]:
    """Shards of what a reader finds, in its order; `pipeline` says how they are to be read."""
    least = size // 2
    items: list[Found] = []
    keys: list[str] = []
    for item in found:
        items.append(item)
        keys.append(_key(item))
        ends_here = len(items) >= least and int(keys[-1][:8], 16) % (size - least) == 0
        if ends_here or len(items) == 2 * size:
            yield _shard(pipeline, items, keys)
            items, keys = [], []
    if items:
        yield _shard(pipeline, items, keys)


def _shard(pipeline: str, items: list[Found], keys: list[str]) -> Shard:
    return Shard(hashlib.sha256(json.dumps([pipeline, keys]).encode()).hexdigest()[:20], tuple(items), tuple(keys))


def _key(item: Found) -> str:
    """Sixteen hex digits."""
    if item.article:
        return article_id(item.article)
    error = item.error or InputError("")
    return hashlib.sha256((error.data or str(error)).encode("utf-8", "replace")).hexdigest()[:16]


class Part:
    """The three files of a shard that is coded: results and quarantine as JSONL, and counters."""

    def __init__(self, folder: Path, shard: str) -> None:
        self.shard = shard
        self.results, self.quarantine = folder / f"{shard}.jsonl", folder / f"{shard}.quarantine.jsonl"
        self.counters = folder / f"{shard}.counters.json"

    @property
    def whole(self) -> bool:
        """Has it been committed?"""
        return self.counters.exists()

    def coded(self) -> Iterator[dict[str, Any]]:
        """The articles that were coded, one by one."""
        return _read(self.results)

    def set_aside(self) -> Iterator[dict[str, Any]]:
        """The items that could not be."""
        return _read(self.quarantine)

    def read_counters(self) -> dict[str, Any]:
        """What was noted when it was committed."""
        found: dict[str, Any] = json.loads(self.counters.read_text(encoding="utf8"))
        return found

    def remove(self) -> None:
        """Take its files away, so that what is left is never taken for a whole part."""
        for path in (self.counters, self.results, self.quarantine):
            path.unlink(missing_ok=True)


class Growing:
    """A part that is being written, under names that no one else writes to; taken up again where a worker before broke off."""

    def __init__(self, folder: Path, shard: str, owner: int) -> None:
        self.part = Part(folder, shard)
        self._paths = [path.with_name(f".{owner}.{path.name}") for path in (self.part.results, self.part.quarantine)]
        self._results, self._quarantine = (_mended(path) for path in self._paths)

    @property
    def done(self) -> int:
        """Items that are finished."""
        return sum(_lines(path) for path in self._paths)

    def add(self, line: dict[str, Any]) -> None:
        """One article coded."""
        _append(self._results, line)

    def set_aside(self, line: dict[str, Any]) -> None:
        """One item that could not be coded."""
        _append(self._quarantine, line)

    def commit(self, counters: dict[str, Any]) -> None:
        """Give the files their names, the counters last."""
        for stream, waiting, path in zip((self._results, self._quarantine), self._paths, (self.part.results, self.part.quarantine), strict=True):
            os.fsync(stream.fileno())
            stream.close()
            waiting.replace(path)
        waiting = self._paths[0].with_name(f"{self._paths[0].name}.counters")
        with waiting.open("wb") as stream:
            stream.write(json.dumps(counters).encode())
            stream.flush()
            os.fsync(stream.fileno())
        waiting.replace(self.part.counters)


def _mended(path: Path) -> IO[bytes]:
    """A file to append to, without a last line that was broken off."""
    stream = path.open("a+b")
    stream.seek(0)
    whole = stream.read().rpartition(b"\n")
    stream.truncate(len(whole[0]) + len(whole[1]))
    return stream


def _lines(path: Path) -> int:
    return path.read_bytes().count(b"\n")


def _append(stream: IO[bytes], line: dict[str, Any]) -> None:
    stream.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    stream.flush()


def _read(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf8", newline="\n") as stream:
        for line in stream:
            yield json.loads(line)


def as_line(key: str, article: Article) -> dict[str, Any]:
    """An article as a part holds it."""
    return {
        "id": key, "source_id": article.id, "title": article.title, "publisher": article.publisher, "url": article.url,
        "published": article.published, "language": article.language, "text": article.text,
    }  # fmt: skip


def from_line(line: dict[str, Any]) -> Article:
    """The article that a part holds; its id is the one it came with."""
    return Article(line["text"], line["source_id"], line["title"], line["publisher"], line["url"], line["published"], line["language"])


def quarantined(position: int, key: str, item: Found, reason: str, message: str) -> dict[str, Any]:
    """An item as the quarantine shows it."""
    sha256, head = _evidence(item)
    return {
        "source": item.source, "offset": item.offset, "article": key if item.article else None, "sha256": sha256,
        "reason": reason, "message": message, "head": head, "position": position,
    }  # fmt: skip


def _evidence(item: Found) -> tuple[str | None, str]:
    """Digest and beginning of an article's text, of what could not be read of a file, or of the file."""
    if item.article:
        data = item.article.text.encode("utf-8", "replace")
    elif item.error and item.error.data is not None:
        data = item.error.data.encode("utf-8", "replace")
    else:
        try:
            with Path(item.source).open("rb") as stream:
                head = stream.read(HEAD)
                stream.seek(0)
                return hashlib.file_digest(stream, "sha256").hexdigest(), head.decode("utf-8", "replace")
        except OSError:
            return None, ""
    return hashlib.sha256(data).hexdigest(), data[:HEAD].decode("utf-8", "ignore")
