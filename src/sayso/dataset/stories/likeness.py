"""What pairs of reports share and where they differ: the features that `story_scores.tsv` weighs, a column for each."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set

import numpy as np
from numpy.typing import NDArray

from sayso.dataset.stories.candidates import Pairs
from sayso.dataset.stories.reports import Report, Toll

Column = NDArray[np.float64]
_VERBAL = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types of which two are two where those who speak are of two countries."""
_FEW = 2
"""Words in common up to which, without a name or a place in common, a pair is not worth weighing."""
_FAR_KM = 60.0
_MONTH = 31
_TELLING = 4
"""A count of people from which the same figure twice tells something."""
_WIRE = 0.8
"""Share of all words from which two texts are one."""


def worth_weighing(reports: Sequence[Report], pairs: Pairs) -> Pairs:
    """The pairs that have enough in common for their likeness to matter."""
    kept: Pairs = pairs[np.array([_in_common(reports[one], reports[other]) for one, other in pairs.tolist()], dtype=bool)]
    return kept


def _in_common(one: Report, other: Report) -> bool:
    if _clash(one.countries, other.countries):
        return False
    mine, theirs = one.parties, other.parties
    return not mine.named.isdisjoint(theirs.named) or not mine.places.isdisjoint(theirs.places) or len(one.around & other.around) > _FEW


def likeness(reports: Sequence[Report], pairs: Pairs) -> dict[str, Column]:
    """Numbers about pairs of reports of one type, by name of the feature; it does not matter which of two comes first."""
    rows = [_shared(reports[one], reports[other]) + _days(reports[one], reports[other]) for one, other in pairs.tolist()]
    columns = np.array(rows, dtype=np.float64).reshape(-1, len(_NAMES)).T
    found = dict(zip(_NAMES, columns, strict=True))
    found["around"] = found["around_many"] / np.sqrt(np.maximum(found["around"], 1))
    for name in ("around_many", "sentences_many", "names", "published_apart"):
        found[name] = np.log1p(found[name])
    return {"bias": np.ones(len(rows)), **found}


_NAMES = (
    "around", "around_many", "sentences_many", "same_word", "names", "actor_shared", "recipient_shared", "place_shared", "mode_clash", "side_clash",
    "voice_clash", "person_clash", "far", "toll_equal", "toll_clash",
    "day_same", "day_next", "day_apart", "dates_agree", "one_old", "unpublished", "published_apart",
)  # fmt: skip


def _shared(one: Report, other: Report) -> tuple[float, ...]:
    """What two reports share and where they differ, in the order of the names; numbers of words and names are counted."""
    mine, theirs = one.parties, other.parties
    other_actors = mine.actors.isdisjoint(theirs.actors)
    return (
        len(one.around) * len(other.around),
        len(one.around & other.around),
        len(one.words & other.words),
        one.stem == other.stem,
        len(mine.named & theirs.named),
        not other_actors,
        not mine.recipients.isdisjoint(theirs.recipients),
        not mine.places.isdisjoint(theirs.places),
        one.mode != other.mode and None not in (one.mode, other.mode),
        _clash(mine.sides, theirs.sides),
        other_actors and one.type in _VERBAL and _clash(mine.doers, theirs.doers),
        other_actors and _clash(mine.people, theirs.people),
        one.point is not None and other.point is not None and one.point != other.point and kilometres(one.point, other.point) > _FAR_KM,
        _same_toll(one.tolls, other.tolls),
        _toll_clash(one.tolls, other.tolls),
    )


def same_text(one: Set[str], other: Set[str], *, least: int) -> bool:
    """Whether two sets of at least so many words are almost one, as in copies of one wire text."""
    return min(len(one), len(other)) >= least and len(one & other) >= _WIRE * len(one | other)


def _clash(one: Set[str], other: Set[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Distance of two points (latitude, longitude) in degrees, near enough to tell near from far."""
    north, east = one[0] - other[0], abs(one[1] - other[1])
    return 111.2 * math.hypot(north, min(east, 360 - east) * math.cos(math.radians((one[0] + other[0]) / 2)))


def _same_toll(one: Mapping[str, Toll], other: Mapping[str, Toll]) -> bool:
    """Whether a telling count of one kind is the same."""
    return bool(one and other) and any(
        one[kind] == other[kind] and max(one[kind][0] or 0, one[kind][1] or 0) >= _TELLING for kind in one.keys() & other.keys()
    )


def _toll_clash(one: Mapping[str, Toll], other: Mapping[str, Toll]) -> bool:
    """Whether two counts of one kind cannot both hold."""
    return bool(one and other) and any(
        max(one[kind][0] or 0, other[kind][0] or 0) > min(_most(one[kind]), _most(other[kind])) for kind in one.keys() & other.keys()
    )


def _most(toll: Toll) -> float:
    return math.inf if toll[1] is None else toll[1]


def _days(one: Report, other: Report) -> tuple[float, ...]:
    """Days that are known say most; else how far the articles lie apart."""
    exact = one.exact and other.exact
    apart = abs(one.first - other.first)
    known = one.published is not None and other.published is not None
    return (
        exact and apart == 0,
        exact and apart == 1,
        exact and apart > 1,
        not exact and one.dated and other.dated,
        _is_old(one, other) or _is_old(other, one),
        not known,
        abs((one.published or 0) - (other.published or 0)) if known else 0,
    )


def _is_old(dated: Report, undated: Report) -> bool:
    """Whether what the one dates lies more than a month before the article in which the other stands without a date."""
    return dated.dated and not undated.dated and undated.published is not None and undated.published - dated.last > _MONTH
