"""Copies: the same text from several outlets, sent again, or sent again with more in it. One reading stands for all of them.

Two texts are alike when most of the shorter one, in runs of five words, stands in the longer one. Pairs that may be alike are found by a
sample of these runs, chosen by their hashes, so that every text keeps the same ones whatever it is compared with; then they are compared in full.
Groups are made longest text first: a text that one before holds is its copy. In each group the reading of the text that came out first stands,
among those that hold as much as the longest. All of this is decided by the texts and dates alone: the order in which articles come changes nothing.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from sayso.dataset.corrections.reading import any_corrections
from sayso.dataset.store import Store
from sayso.readers import find_boilerplate

Hashes = NDArray[np.uint64]
RUN = 5
"""Words in a run."""
MOST = 0.6
"""Share of the shorter text from which on two are alike. In news that was looked at, no pair lay between 0.42 (two reports on one day's matter)
and 0.76 (a report rewritten by its own outlet)."""
MAYBE = 0.35
"""Share of the smaller sample from which on a pair is compared in full."""
ONE_IN = 8
"""Of so many runs one is in the sample."""
FEWEST = 20
"""Runs that a text must have; shorter ones are copies only where they are the same to the letter."""
FULL = 0.9
"""Share of the longest text of a group that the one whose reading stands must hold."""
DAYS = 7
"""Between the dates of two texts that are alike but not the same: a form filled in anew each month is no copy."""

_UNDATED = "9999"
_WORD = re.compile(r"\w+")
_MIX = (np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53))


def runs(text: str) -> Hashes:
    """A hash of each run of words, each once, sorted; boilerplate and everything but letters and figures is left out."""
    at, parts = 0, []
    for start, end in [*find_boilerplate(text), (len(text), len(text))]:
        parts.append(text[at:start])
        at = end
    spelled = [word for part in parts for word in _WORD.findall(part.casefold())]
    numbers = {word: zlib.crc32(word.encode("utf-8", "replace")) for word in set(spelled)}
    words = np.array([numbers[word] for word in spelled], np.uint64)
    if len(words) < RUN:
        return np.empty(0, np.uint64)
    found = np.zeros(len(words) - RUN + 1, np.uint64)
    for n in range(RUN):
        found = _mixed(found * np.uint64(31) + words[n : n + len(found)])
    return np.unique(found >> np.uint64(1))  # SQLite's integers have a sign


def _mixed(values: Hashes) -> Hashes:
    """Spread what differs a little over all bits."""
    for factor in _MIX:
        values = (values ^ (values >> np.uint64(33))) * factor
    return values ^ (values >> np.uint64(33))


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text to find its copies."""

    runs: int
    """How many runs it has."""
    sample: list[int]
    """Those by which it is looked up; none where it is too short to be like another."""


def sketch(text: str) -> Sketch:
    """The sketch of a text."""
    found = runs(text)
    chosen = found[found % np.uint64(ONE_IN) == 0] if len(found) >= FEWEST else found[:0]
    return Sketch(len(found), [int(run) for run in chosen])


@dataclass(frozen=True, slots=True)
class _Text:
    id: str
    number: int
    sha256: str
    published: str | None
    length: int
    runs: int
    copy_of: str | None


def find_copies(store: Store, fresh: Iterable[tuple[str, Sketch]]) -> None:
    """Take in articles that have just been added, and settle anew which readings stand around them. The caller holds a transaction."""
    touched = [key for key, sketch in fresh if _note(store, key, sketch)]
    seen: set[str] = set()
    for key in touched:
        if key not in seen:
            group = _together(store, key)
            seen |= group
            _settle(store, group)


def _note(store: Store, key: str, sketch: Sketch) -> bool:
    """Keep an article's sketch and what it is alike to. Is it alike to any?"""
    store.connection.execute("UPDATE articles SET runs = ? WHERE id = ?", (sketch.runs, key))
    (text,) = _texts(store, "id = ?", key)
    shares = {other.id: (1.0, 1.0) for other in _texts(store, "sha256 = ? AND id <> ?", text.sha256, key)}
    mine: Hashes | None = None
    for other in _maybe(store, text, sketch):
        if other.id not in shares and _near_in_time(text.published, other.published):
            mine = _runs_of(store, text) if mine is None else mine
            shared = len(np.intersect1d(mine, _runs_of(store, other), assume_unique=True))
            if shared >= MOST * min(text.runs, other.runs):
                shares[other.id] = shared / text.runs, shared / other.runs
    store.connection.executemany("INSERT OR IGNORE INTO shingles VALUES (?, ?)", [(shingle, text.number) for shingle in sketch.sample])
    for other_id, (of_mine, of_other) in shares.items():
        store.connection.executemany("INSERT OR REPLACE INTO alike VALUES (?, ?, ?)", [(key, other_id, of_mine), (other_id, key, of_other)])
    return bool(shares)


def _maybe(store: Store, text: _Text, sketch: Sketch) -> list[_Text]:
    """Articles whose samples share enough with this one's."""
    found = Counter(
        number
        for shingle in sketch.sample
        for (number,) in store.connection.execute("SELECT article FROM shingles WHERE shingle = ? AND article <> ?", (shingle, text.number))
    )
    several = [other for number in sorted(found) for other in _texts(store, "number = ?", number)]
    return [other for other in several if found[other.number] * ONE_IN >= MAYBE * min(text.runs, other.runs)]


def _runs_of(store: Store, text: _Text) -> Hashes:
    (whole,) = store.connection.execute("SELECT text FROM articles WHERE number = ?", (text.number,)).fetchone()
    return runs(whole)


def _texts(store: Store, where: str, *values: str | int) -> list[_Text]:
    sql = f"SELECT id, number, sha256, published, length, COALESCE(runs, 0), copy_of FROM articles WHERE {where} ORDER BY id"
    return [_Text(*row) for row in store.connection.execute(sql, values)]


def _near_in_time(one: str | None, other: str | None) -> bool:
    """Came two texts out within a few days of each other, as far as is known?"""
    if one is None or other is None:
        return True
    known = min(len(one), len(other), len("2024-03-06"))
    if known < len("2024-03-06"):
        return one[:known] == other[:known]
    return abs((date.fromisoformat(one[:known]) - date.fromisoformat(other[:known])).days) <= DAYS


def _together(store: Store, key: str) -> set[str]:
    """All articles that are tied to one by pairs that are alike."""
    found, waiting = {key}, [key]
    while waiting:
        for (other,) in store.connection.execute("SELECT other FROM alike WHERE article = ?", (waiting.pop(),)):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _settle(store: Store, keys: set[str]) -> None:
    """Make groups of articles that are tied together, and write down what has changed about which of them stand."""
    texts = [text for key in sorted(keys) for text in _texts(store, "id = ?", key)]
    shares = {
        (key, other): share for key in keys for other, share in store.connection.execute("SELECT other, share FROM alike WHERE article = ?", (key,))
    }
    standing: set[str] = set()
    for original, group in grouped(texts, shares):
        for text in group:
            copy_of = None if text is original else original.id
            if text.copy_of != copy_of:
                store.connection.execute("UPDATE articles SET copy_of = ? WHERE id = ?", (copy_of, text.id))
                store.drop_rows(text.id)
                if copy_of is None:
                    standing.add(text.id)
                if any_corrections(store.connection, text.id):  # they go along with it
                    standing |= {key for key in (text.copy_of, copy_of) if key}
    for key in sorted(standing):
        store.stand(key)


def grouped(texts: Iterable[_Text], shares: dict[tuple[str, str], float]) -> Iterator[tuple[_Text, list[_Text]]]:
    """Groups of copies, each with the article whose reading stands."""
    groups: list[list[_Text]] = []
    for text in sorted(texts, key=lambda text: (-text.runs, -text.length, text.id)):
        holding = [group for group in groups if shares.get((text.id, group[0].id), 0.0) >= MOST]
        if holding:
            max(holding, key=lambda group: shares[text.id, group[0].id]).append(text)
        else:
            groups.append([text])
    for group in groups:
        longest = group[0]
        full = [text for text in group if text is longest or shares.get((longest.id, text.id), 0.0) >= FULL]
        yield min(full, key=lambda text: (text.published or _UNDATED, -text.length, text.id)), group
