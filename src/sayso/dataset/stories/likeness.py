"""What pairs of reports share and where they differ: the features that `story_scores.tsv` weighs, a column for each."""

from __future__ import annotations

from collections.abc import Set

import numpy as np
from numpy.typing import NDArray

from sayso.dataset.stories.columns import UNKNOWN, Columns, Numbers, Pairs, Truths

Column = NDArray[np.float64]
_FEW = 2
"""Words in common up to which, without a name or a place in common, a pair is not worth weighing."""
_FAR_KM = 60.0
_MONTH = 31
_TELLING = 4
"""A count of people from which the same figure twice tells something."""
_WIRE = 0.8
"""Share of all words from which two texts are one."""


def worth_weighing(reports: Columns, pairs: Pairs) -> Pairs:
    """The pairs that have enough in common for their likeness to matter."""
    pairs = pairs[~reports.countries.clash(pairs)]
    enough = (reports.named.shared(pairs) > 0) | (reports.places.shared(pairs) > 0)
    enough[~enough] = reports.around.shared(pairs[~enough]) > _FEW
    return pairs[enough]


def likeness(reports: Columns, pairs: Pairs) -> dict[str, Column]:
    """Numbers about pairs of reports of one type, by name of the feature; it does not matter which of two comes first."""
    found = {"bias": np.ones(len(pairs)), **_shared(reports, pairs), **_differing(reports, pairs), **_tolls(reports, pairs), **_days(reports, pairs)}
    return {name: column.astype(np.float64) for name, column in found.items()}


def _shared(reports: Columns, pairs: Pairs) -> dict[str, NDArray[np.generic]]:
    """What two have in common."""
    around = reports.around.shared(pairs)
    return {
        "around": around / np.sqrt(np.maximum(reports.around.sizes[pairs].prod(axis=1), 1)),
        "around_many": np.log1p(around),
        "sentences_many": np.log1p(reports.words.shared(pairs)),
        "same_word": _same(reports.stem, pairs),
        "names": np.log1p(reports.named.shared(pairs)),
        "actor_shared": reports.actors.shared(pairs) > 0,
        "recipient_shared": reports.recipients.shared(pairs) > 0,
        "place_shared": reports.places.shared(pairs) > 0,
    }


def _differing(reports: Columns, pairs: Pairs) -> dict[str, NDArray[np.generic]]:
    """What is known of both and is not the same."""
    others = reports.actors.shared(pairs) == 0
    return {
        "mode_clash": ~_same(reports.mode, pairs) & _both(reports.mode != UNKNOWN, pairs),
        "side_clash": reports.sides.clash(pairs),
        "voice_clash": others & _both(reports.verbal, pairs) & reports.doers.clash(pairs),
        "person_clash": others & reports.people.clash(pairs),
        "far": kilometres(reports.point[pairs[:, 0]], reports.point[pairs[:, 1]]) > _FAR_KM,
    }


def same_text(one: Set[str], other: Set[str], *, least: int) -> bool:
    """Whether two sets of at least so many words are almost one, as in copies of one wire text."""
    return min(len(one), len(other)) >= least and len(one & other) >= _WIRE * len(one | other)


def _same(column: Numbers, pairs: Pairs) -> Truths:
    same: Truths = column[pairs[:, 0]] == column[pairs[:, 1]]
    return same


def _both(column: Truths, pairs: Pairs) -> Truths:
    both: Truths = column[pairs[:, 0]] & column[pairs[:, 1]]
    return both


def kilometres(one: Column, other: Column) -> Column:
    """Distances of points (rows of latitude, longitude) in degrees, near enough to tell near from far."""
    north, east = one[:, 0] - other[:, 0], np.abs(one[:, 1] - other[:, 1])
    distances: Column = 111.2 * np.hypot(north, np.minimum(east, 360 - east) * np.cos(np.radians((one[:, 0] + other[:, 0]) / 2)))
    return distances


def _tolls(reports: Columns, pairs: Pairs) -> dict[str, Truths]:
    """Whether a telling count of one kind is the same, and whether two counts of one kind cannot both hold."""
    one, other = reports.toll[pairs[:, 0]], reports.toll[pairs[:, 1]]
    known = (one != UNKNOWN).any(axis=2) & (other != UNKNOWN).any(axis=2)
    least = np.maximum(np.maximum(one[..., 0], other[..., 0]), 0)
    most = np.minimum(*(np.where(side[..., 1] == UNKNOWN, np.inf, side[..., 1]) for side in (one, other)))
    return {
        "toll_equal": (known & (one == other).all(axis=2) & (one.max(axis=2) >= _TELLING)).any(axis=1),
        "toll_clash": (known & (least > most)).any(axis=1),
    }


def _days(reports: Columns, pairs: Pairs) -> dict[str, NDArray[np.generic]]:
    """Days that are known say most; else how far the articles lie apart."""
    exact, known = _both(reports.exact, pairs), _both(reports.published != UNKNOWN, pairs)
    apart = np.abs(np.diff(reports.first[pairs], axis=1))[:, 0]
    published_apart = np.abs(np.diff(reports.published[pairs], axis=1))[:, 0]
    return {
        "day_same": exact & (apart == 0),
        "day_next": exact & (apart == 1),
        "day_apart": exact & (apart > 1),
        "dates_agree": ~exact & _both(reports.dated, pairs),
        "one_old": _is_old(reports, *pairs.T) | _is_old(reports, *pairs.T[::-1]),
        "unpublished": ~known,
        "published_apart": np.log1p(np.where(known, published_apart, 0)),
    }


def _is_old(reports: Columns, dated: Numbers, undated: Numbers) -> Truths:
    """Whether what the one dates lies more than a month before the article in which the other stands without a date."""
    published = reports.published[undated]
    old: Truths = reports.dated[dated] & ~reports.dated[undated] & (published != UNKNOWN) & (published - reports.last[dated] > _MONTH)
    return old
