"""Files that appear only once they are whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from sayso.errors import InputError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A place to write to that takes the name of `path` in the end; where that goes wrong, nothing is left of it."""
    partial = path.with_name(f".{path.name}.part")
    try:
        yield partial
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def opened_whole(path: Path, *, binary: bool) -> Iterator[IO[Any]]:
    """A stream into such a file, of bytes or of UTF-8 text with line ends as they are; InputError where it cannot be written."""
    try:
        with replacing(path) as partial, partial.open("wb") if binary else partial.open("w", encoding="utf8", newline="") as stream:
            yield stream
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({(error.strerror or str(error)).lower()}); check folder and rights.") from error
