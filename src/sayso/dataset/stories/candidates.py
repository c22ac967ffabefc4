"""Pairs of reports that may be of one happening.

Only reports of one type are compared, and of those only the ones that share a key: a country and the week, a name, a place, the trigger, or wording.
Within a key they stand in the order of their days, and each is compared with a bounded number of those after it, so that the work grows
with the number of reports and not with its square. Whatever order the reports come in, the pairs are the same.
"""

from __future__ import annotations

from typing import NamedTuple
from zlib import crc32

import numpy as np

from sayso.dataset.stories.columns import UNKNOWN, Columns, Numbers, Pairs, Sets, Truths

WEEK = 7
"""Days that two reports of one happening may lie apart."""
_NEIGHBOURS = {"country": 48, "name": 32, "place": 32, "trigger": 32, "wording": 12}
"""How many of those after it a report is compared with, by the kind of key."""
_BANDS, _ROWS = 12, 2
"""Two reports share a wording key where the least of two hashes of their words agree, in one of twelve tries."""
_PRIME = (1 << 31) - 1


class _Keys(NamedTuple):
    """Keys of one kind, and the report that stands under each."""

    keys: Numbers
    reports: Numbers


def candidates(reports: Columns) -> Pairs:
    """Pairs of places in `reports`, the smaller first, each once and in order; never two of one article or of days too far apart."""
    keys = {
        "country": _members(reports.regions),
        "name": _members(reports.named),
        "place": _members(reports.places),
        "trigger": _Keys(reports.stem, np.arange(len(reports))),
        "wording": _wordings(reports.around),
    }
    found = np.concatenate([_neighbours(reports, keys[kind], count, near=kind == "country") for kind, count in _NEIGHBOURS.items()])
    codes = np.sort(found.min(axis=1) * len(reports) + found.max(axis=1))
    once = codes[np.diff(codes, prepend=-1) > 0]
    pairs = np.stack(np.divmod(once, max(len(reports), 1)), axis=1)
    return pairs[_possible(reports, pairs)]


def _members(sets: Sets) -> _Keys:
    return _Keys(sets.members, sets.reports)


def _neighbours(reports: Columns, found: _Keys, count: int, *, near: bool) -> Pairs:
    """Each report with those of its type that follow it under the same key; `near`: only within a week."""
    keys = found.keys * (reports.type.max(initial=0) + 1) + reports.type[found.reports]
    days = reports.day[found.reports]
    order = np.lexsort((found.reports, days, keys))
    keys, days, places = keys[order], days[order], found.reports[order]
    pairs = [np.empty((0, 2), dtype=np.int64)]
    for step in range(1, min(count, len(keys) - 1) + 1):
        fits = keys[:-step] == keys[step:]
        if near:
            fits &= (days[step:] - days[:-step] <= WEEK) & (days[:-step] != UNKNOWN)
        pairs.append(np.stack([places[:-step][fits], places[step:][fits]], axis=1))
    return np.concatenate(pairs)


def _possible(reports: Columns, pairs: Pairs) -> Truths:
    """Pairs of two articles whose days can be within a week of each other."""
    articles, first, last = reports.article[pairs], reports.first[pairs], reports.last[pairs]
    possible: Truths = (articles[:, 0] != articles[:, 1]) & (first.max(axis=1) - last.min(axis=1) <= WEEK)
    return possible


def _number(text: str) -> int:
    """The same number for the same text in every run, from one below the prime."""
    return crc32(text.encode()) % (_PRIME - 1) + 1


def _wordings(words: Sets) -> _Keys:
    """Keys of the reports' wordings (MinHash), one a band; none where there are too few words to tell."""
    tell = words.sizes > _ROWS
    members, sizes = words.members[np.repeat(tell, words.sizes)], words.sizes[tell]
    if not len(sizes):
        return _Keys(members, members)
    values = np.array([_number(word) for word in words.names], dtype=np.int64)
    starts = np.cumsum(sizes) - sizes
    least = [
        np.minimum.reduceat(((values * _number(f"factor {n}") + _number(f"shift {n}")) % _PRIME)[members], starts) for n in range(_BANDS * _ROWS)
    ]
    bands = np.array(least).reshape(_BANDS, _ROWS, len(sizes))
    keys = np.unique(bands[:, 0] * _PRIME + bands[:, 1], return_inverse=True)[1].reshape(_BANDS, -1) * _BANDS + np.arange(_BANDS)[:, None]
    return _Keys(keys.ravel(), np.tile(np.flatnonzero(tell), _BANDS))
