"""Many changes from a file: lines of JSON, or an export of Label Studio's.

    {"id": "ARTICLE/e3", "set": {"type": "ASSAULT", "killed": "at least 81"}, "note": "the reporter was there"}
    {"id": "ARTICLE/e4", "delete": true}
    {"id": "ARTICLE/e4", "restore": true}
    {"id": "ARTICLE", "add": "event", "set": {"type": "PROTEST", "trigger": "marched"}}
    {"id": "ARTICLE", "checked": true}

A line may name its own `by` and `at`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.dataset.corrections.annotations import read_annotations
from sayso.dataset.corrections.making import Change
from sayso.errors import InputError

if TYPE_CHECKING:
    from sayso.dataset.store import Store

_KEYS = ("id", "set", "delete", "restore", "add", "checked", "note", "by", "at")
_TOLD = 20


def read_file(store: Store, path: Path) -> tuple[list[Change], list[str]]:
    """The changes that a file asks for, and remarks on what in it asks for none. InputError names the lines that cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as UTF-8 text; give lines of JSON, or Label Studio's JSON export.") from error
    whole = _parsed(text)
    if isinstance(whole, dict) and "data" in whole:
        whole = [whole]
    if isinstance(whole, list):
        return read_annotations(store, path, whole)
    return _lines(path, text), []


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _lines(path: Path, text: str) -> list[Change]:
    changes, wrong = [], []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                changes.append(_change(_parsed(line), f"{path}:{number}"))
            except InputError as error:
                wrong.append(str(error))
    if wrong:
        raise InputError("\n".join(wrong[:_TOLD]))
    return changes


def _change(body: Any, source: str) -> Change:
    if not isinstance(body, dict) or not isinstance(body.get("id"), str):
        raise InputError(f'{source}: this is no change; write one JSON object a line, as {{"id": "ARTICLE/e3", "set": {{"type": "ASSAULT"}}}}.')
    unknown = sorted(set(body) - set(_KEYS))
    if unknown:
        raise InputError(f"{source}: {unknown[0]!r} is no part of a change; use {', '.join(_KEYS)}.")
    if not isinstance(body.get("set", {}), dict):
        raise InputError(f'{source}: set takes fields with their values, as {{"type": "ASSAULT"}}.')
    deleted = True if body.get("delete") else False if body.get("restore") else None
    if not (body.get("set") or body.get("checked") or deleted is not None):
        raise InputError(f"{source}: nothing is asked for; give set, delete, restore, add or checked.")
    texts = {name: str(body[name]) for name in ("add", "note", "by", "at") if body.get(name) is not None}
    return Change(body["id"], set=body.get("set", {}), deleted=deleted, checked=bool(body.get("checked")), source=source, **texts)
