"""Paths, folders, patterns and standard input to the files behind them."""

from __future__ import annotations

import gzip
import io
import re
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path
from typing import BinaryIO, cast

from sayso.errors import InputError

FORMATS = {
    ".txt": "text", ".text": "text", ".md": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".csv": "csv", ".tsv": "csv",
    ".parquet": "parquet", ".pq": "parquet",
}  # fmt: skip
"""File endings and the formats they stand for; `.gz` may follow any of them."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or standard input (`path` is None). `id` names the article in it, or begins the names of its articles."""

    name: str
    id: str
    path: Path | None

    @property
    def suffix(self) -> str:
        """The ending that tells the format, in lower case, `.gz` left out."""
        suffixes = [suffix.lower() for suffix in self.path.suffixes] if self.path else []
        return next((suffix for suffix in reversed(suffixes) if suffix != ".gz"), "")

    def open(self) -> io.BufferedReader:
        """The bytes, unpacked if gzipped. Raises InputError when the file cannot be opened."""
        try:
            stream = _buffered(cast(BinaryIO, self.path.open("rb") if self.path else getattr(sys.stdin, "buffer", sys.stdin)))
            if stream.peek(2)[:2] == b"\x1f\x8b":
                return io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=stream)))
        except OSError as error:
            raise cannot_read(self.name, error) from error
        return stream


def cannot_read(name: str, error: OSError | EOFError | zlib.error) -> InputError:
    """What the operating system (or gzip) has against a file, as one sentence."""
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(f"{name}: the file cannot be read ({reason.lower()}); check that it is whole and that you may read it.")


def position(stream: io.BufferedReader) -> int:
    """Bytes of the file itself that have been read so far, gzipped or not; 0 where nothing tells."""
    raw: object = getattr(stream.raw, "fileobj", stream)  # a gzip stream stands on the file's own
    raw = getattr(raw, "raw", None)
    return raw.tell() if isinstance(raw, io.FileIO) and raw.seekable() else 0


def size_of(paths: Sequence[str]) -> int | None:
    """Bytes of all files behind the paths; None where that cannot be known, as for standard input."""
    sizes = 0
    for path in paths:
        try:
            for source in sources_of(path):
                if source.path is None:
                    return None
                sizes += source.path.stat().st_size
        except (InputError, OSError):
            continue
    return sizes


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream), 1 << 16)


def sources_of(path: str) -> list[Source]:
    """The files behind one path: `-`, a file, a folder (searched to its depths) or a pattern (`news/*.txt`, `**` allowed).

    Sorted by name. Raises InputError when there is nothing.
    """
    if path == "-":
        return [Source("standard input", "stdin", None)]
    if not path:
        raise InputError("'': there is no such file or folder; check the path, which is empty.")
    place = Path(path)
    try:
        if place.is_dir():
            return _in_folder(place)
        if place.exists():
            return [Source(path, _stem(place), place)]
    except OSError as error:
        raise cannot_read(f"{path[:80]}…" if len(path) > 80 else path, error) from error
    if has_magic(path):
        return _matching(path)
    raise InputError(f"{path}: there is no such file or folder; check the path.")


def _in_folder(folder: Path) -> list[Source]:
    found = [_inside(folder, file) for file in sorted(folder.rglob("*")) if _readable(file, folder)]
    if not found:
        raise InputError(f"{folder}: no article in this folder; files must end in one of {', '.join(sorted(FORMATS))}.")
    return found


def _inside(folder: Path, file: Path) -> Source:
    within = file.relative_to(folder)
    return Source(str(file), (within.parent / _stem(file)).as_posix(), file)


def _readable(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and Source("", "", file).suffix in FORMATS and file.is_file()


def _matching(pattern: str) -> list[Source]:
    files = [Path(found) for found in sorted(glob(pattern, recursive=True)) if Path(found).is_file()]
    if not files:
        raise InputError(f"{pattern}: no file matches this pattern; check it, and put it in quotes if the shell changes it.")
    return [Source(str(file), _stem(file), file) for file in files]


def _stem(file: Path) -> str:
    name = file.name[:-3] if file.name.lower().endswith(".gz") else file.name
    stem, dot, suffix = name.rpartition(".")
    return stem if stem and dot and f".{suffix.lower()}" in FORMATS else name


def format_of(source: Source, stream: io.BufferedReader) -> str:
    """`text`, `html`, `json`, `jsonl`, `csv` or `parquet`: by the ending, else by the first bytes."""
    if known := FORMATS.get(source.suffix):
        return known
    head = stream.peek(1024)[:1024]
    if head.startswith(b"PAR1"):
        return "parquet"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html", b"<?xml")):
        return "html"
    if re.match(rb'\{[ \t]*"', start):
        return "jsonl"
    return "json" if re.match(rb'\[?\s*\{\s*"', start) else "text"
