"""What lies beside a dataset for people to look at: what was put in quarantine and why, and how much there is of everything."""

from __future__ import annotations

import json
from pathlib import Path

from sayso.dataset.store import Store
from sayso.writing import replacing

_COUNTED = ("articles", "actors", "places", "statements", "events", "stories", "corrections")

BESIDE = ("parts", "counters.json", "quarantine.jsonl")
"""What may lie beside a dataset."""


def beside(path: Path, name: str) -> Path:
    """The file or folder of this name that goes with a dataset: in it, if it is a folder."""
    return path / name if path.is_dir() else path.with_name(f"{path.name}.{name}")


def write_summary(store: Store, path: Path) -> None:
    """Write `counters.json`, and `quarantine.jsonl` if there is anything in it, beside a dataset."""
    _write(beside(path, "counters.json"), json.dumps(counters(store), indent=1) + "\n")
    rows = store.rows(
        'SELECT source, "offset", article, sha256, reason, message, head FROM quarantine ORDER BY source, "offset", article, sha256, reason'
    )
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    if lines:
        _write(beside(path, "quarantine.jsonl"), lines)
    else:
        beside(path, "quarantine.jsonl").unlink(missing_ok=True)


def counters(store: Store) -> dict[str, object]:
    """How many rows each table has, how many articles are copies, and how many items are in quarantine by reason."""
    found: dict[str, object] = {table: _count(store, f"SELECT COUNT(*) FROM {table}") for table in _COUNTED}
    found["copies"] = _count(store, "SELECT COUNT(*) FROM articles WHERE copy_of IS NOT NULL")
    found["quarantine"] = dict(store.connection.execute("SELECT reason, COUNT(*) FROM quarantine GROUP BY reason ORDER BY reason").fetchall())
    return found


def _count(store: Store, sql: str) -> int:
    (count,) = store.connection.execute(sql).fetchone()
    return int(count)


def _write(path: Path, text: str) -> None:
    """Replace a file by one that is whole."""
    with replacing(path) as waiting:
        waiting.write_text(text, encoding="utf8")
