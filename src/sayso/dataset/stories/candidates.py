"""Pairs of reports that may be of one happening.

Only reports of one type are compared, and of those only the ones that share a key: a country and the week, a name, a place, the trigger, or wording.
Within a key they stand in the order of their days, and each is compared with a bounded number of those after it, so that the work grows
with the number of reports and not with its square. Whatever order the reports come in, the pairs are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.dataset.stories.reports import Report

WEEK = 7
"""Days that two reports of one happening may lie apart."""
_NEIGHBOURS = {"country": 48, "name": 32, "place": 32, "trigger": 32, "wording": 12}
"""How many of those after it a report is compared with, by the kind of key."""
_BANDS, _ROWS = 12, 2
"""Two reports share a wording key where the least of two hashes of their words agree, in one of twelve tries."""
_PRIME = (1 << 31) - 1
_UNKNOWN_DAY = -1

Pairs = NDArray[np.int64]


@dataclass(slots=True)
class _Keys:
    """Rows of (key, day, report) for one kind of key."""

    rows: list[tuple[int, int, int]] = field(default_factory=list)
    numbers: dict[tuple[object, ...], int] = field(default_factory=dict)

    def add(self, key: tuple[object, ...], day: int | None, report: int) -> None:
        """Put a report under a key."""
        number = self.numbers.setdefault(key, len(self.numbers))
        self.rows.append((number, _UNKNOWN_DAY if day is None else day, report))


def candidates(reports: Sequence[Report]) -> Pairs:
    """Pairs of places in `reports`, the smaller first, each once and in order; never two of one article or of days too far apart."""
    if not reports:
        return np.empty((0, 2), dtype=np.int64)
    keys = {kind: _Keys() for kind in _NEIGHBOURS}
    for place, (report, wording) in enumerate(zip(reports, _wordings(reports), strict=True)):
        for country in report.countries | report.parties.sides or {""}:
            keys["country"].add((report.type, country), report.day, place)
        for name in report.parties.named:
            keys["name"].add((report.type, name), report.day, place)
        for spot in report.parties.places:
            keys["place"].add((report.type, spot), report.day, place)
        keys["trigger"].add((report.type, report.stem), report.day, place)
        for band, value in enumerate(wording):
            keys["wording"].add((report.type, band, value), report.day, place)
    found = np.concatenate([_neighbours(keys[kind], count, near=kind == "country") for kind, count in _NEIGHBOURS.items()])
    codes = np.unique(found.min(axis=1) * len(reports) + found.max(axis=1))
    pairs = np.stack(np.divmod(codes, len(reports)), axis=1)
    return pairs[_possible(reports, pairs)]


def _neighbours(keys: _Keys, count: int, *, near: bool) -> Pairs:
    """Each report with those that follow it under the same key; `near`: only within a week."""
    rows = np.array(keys.rows, dtype=np.int64).reshape(-1, 3)
    rows = rows[np.lexsort((rows[:, 2], rows[:, 1], rows[:, 0]))]
    found = [np.empty((0, 2), dtype=np.int64)]
    for step in range(1, min(count, len(rows) - 1) + 1):
        one, other = rows[:-step], rows[step:]
        fits = one[:, 0] == other[:, 0]
        if near:
            fits &= (other[:, 1] - one[:, 1] <= WEEK) & (one[:, 1] != _UNKNOWN_DAY)
        found.append(np.stack([one[fits, 2], other[fits, 2]], axis=1))
    return np.concatenate(found)


def _possible(reports: Sequence[Report], pairs: Pairs) -> NDArray[np.bool_]:
    """Pairs of two articles whose days can be within a week of each other."""
    numbers: dict[str, int] = {}
    articles = np.array([numbers.setdefault(report.article, len(numbers)) for report in reports], dtype=np.int64)
    first, last = (np.array([getattr(report, name) for report in reports], dtype=np.int64) for name in ("first", "last"))
    one, other = pairs[:, 0], pairs[:, 1]
    gap = np.maximum(first[one], first[other]) - np.minimum(last[one], last[other])
    possible: NDArray[np.bool_] = (articles[one] != articles[other]) & (gap <= WEEK)
    return possible


def _number(text: str) -> int:
    """The same number for the same text in every run, from one below the prime."""
    return crc32(text.encode()) % (_PRIME - 1) + 1


def _wordings(reports: Sequence[Report]) -> Iterator[list[int]]:
    """For each report the keys of its wording (MinHash); none where there are too few words to tell."""
    factors, shifts = (np.array([[_number(f"{name} {n}") for n in range(_BANDS * _ROWS)]]).T for name in ("factor", "shift"))
    known: dict[str, int] = {}
    for report in reports:
        if len(report.around) <= _ROWS:
            yield []
            continue
        values = np.array([known.get(word) or known.setdefault(word, _number(word)) for word in report.around], dtype=np.int64)
        least = ((values * factors + shifts) % _PRIME).min(axis=1).reshape(_BANDS, _ROWS)
        yield [hash(tuple(band)) for band in least.tolist()]
