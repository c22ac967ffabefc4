"""Knowledge files as text: tables, tab-separated, in which `#` begins a comment, and TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.errors import KnowledgeError


def read_text(path: Path) -> str:
    """The text of a file, without a byte order mark. Raises KnowledgeError where it cannot be read as UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: cannot be read as UTF-8 text: {error}") from error


def parse_toml(path: Path, text: str) -> dict[str, Any]:
    """What the text of a TOML file says. Raises KnowledgeError, naming the file, where it is not valid."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{path}: not valid TOML: {error}") from error


def read_rows(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Where each line stands (`file:number`) and its columns; comments and blank lines are left out.

    Raises KnowledgeError where the file cannot be read as UTF-8 text.
    """
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield f"{path}:{number}", line.split("\t")
