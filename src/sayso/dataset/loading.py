"""Parts into the dataset, each in one transaction."""

from __future__ import annotations

import json
from typing import Any

from sayso.dataset.copies import Sketch, find_copies
from sayso.dataset.shards import Part, Shard, from_line
from sayso.dataset.store import Store
from sayso.export.parse import parse_record


class Loader:
    """Puts coded shards into a dataset."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names: list[tuple[str, str]] = []

    def loaded(self, shard: str) -> tuple[int, int] | None:
        """Articles coded and items quarantined of a shard that the dataset holds."""
        found: tuple[int, int] | None = self._store.connection.execute("SELECT coded, quarantined FROM shards WHERE id = ?", (shard,)).fetchone()
        return found

    def load(self, part: Part, shard: Shard) -> tuple[int, int]:
        """Put a part in, all of it or nothing; how many articles were coded and how many items not."""
        with self._store.transaction() as connection:
            fresh = []
            coded = 0
            for line in part.coded():
                coded += 1
                record = parse_record(json.loads(line["record"]))
                key = line["article"]["id"]
                if connection.execute("SELECT 1 FROM articles WHERE id = ?", (key,)).fetchone():
                    self._store.read_anew(key, record, written=line["record"])
                else:
                    self._store.add(from_line(line["article"]), record, written=line["record"])
                    fresh.append((key, Sketch(**line["sketch"])))
            find_copies(self._store, fresh)
            bad = list(part.set_aside())
            before, _ = self.loaded(shard.id) or (0, 0)
            counts = len(shard.items), before + coded, len(shard.items) - before - coded - len(bad), len(bad)
            connection.execute("INSERT OR REPLACE INTO shards VALUES (?, ?, ?, ?, ?)", (shard.id, *counts))
            self._quarantine(shard, bad)
        self.name(shard)
        return coded, len(bad)

    def _quarantine(self, shard: Shard, bad: list[dict[str, Any]]) -> None:
        """Note what was set aside; what stood in its place before, or in the place of what can be read now, is gone."""
        connection = self._store.connection
        places = [(item.source, item.offset) for item in shard.items]
        connection.executemany('DELETE FROM quarantine WHERE source = ? AND "offset" IS ?', places)
        names = ("position", "source", "offset", "article", "sha256", "reason", "message", "head")
        rows = [(shard.id, *(line[name] for name in names)) for line in bad]
        connection.executemany("INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def name(self, shard: Shard) -> None:
        """Of the ids with which one article comes several times, let it keep the first of the alphabet, not the first to come."""
        self._names += [(key, item.article.id) for key, item in zip(shard.keys, shard.items, strict=True) if item.article]
        waiting = []
        for key, name in self._names:
            row = self._store.connection.execute("SELECT source_id FROM articles WHERE id = ?", (key,)).fetchone()
            if row is None:
                waiting.append((key, name))
            elif name < row[0]:
                self._store.rename(key, name)
        self._names = waiting
