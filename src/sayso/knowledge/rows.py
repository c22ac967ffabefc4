"""Lines of the knowledge tables: tab-separated text in which `#` begins a comment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sayso.errors import KnowledgeError


def read_rows(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Where each line stands (`file:number`) and its columns; comments and blank lines are left out.

    Raises KnowledgeError where the file cannot be read as UTF-8 text.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: cannot be read as UTF-8 text: {error}") from error
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            yield f"{path}:{number}", line.split("\t")
