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
    two = [(reports[one], reports[other]) for one, other in pairs.tolist()]
    around = _column([len(a.around & b.around) for a, b in two])
    sizes = _column([len(a.around) * len(b.around) for a, b in two])
    parties = [(a.parties, b.parties) for a, b in two]
    same_actor = _column([not a.actors.isdisjoint(b.actors) for a, b in parties])
    return {
        "bias": np.ones(len(two)),
        "around": around / np.sqrt(np.maximum(sizes, 1)),
        "around_many": np.log1p(around),
        "sentences_many": np.log1p([len(a.words & b.words) for a, b in two]),
        "same_word": _column([a.stem == b.stem for a, b in two]),
        "names": np.log1p([len(a.named & b.named) for a, b in parties]),
        "actor_shared": same_actor,
        "recipient_shared": _column([not a.recipients.isdisjoint(b.recipients) for a, b in parties]),
        "place_shared": _column([not a.places.isdisjoint(b.places) for a, b in parties]),
        "mode_clash": _column([a.mode != b.mode and None not in (a.mode, b.mode) for a, b in two]),
        "side_clash": _column([_clash(a.sides, b.sides) for a, b in parties]),
        "voice_clash": (1 - same_actor) * _column([a.type in _VERBAL and _clash(a.parties.doers, b.parties.doers) for a, b in two]),
        "person_clash": (1 - same_actor) * _column([_clash(a.people, b.people) for a, b in parties]),
        "far": _column([a.point is not None and b.point is not None and kilometres(a.point, b.point) > _FAR_KM for a, b in two]),
        "toll_equal": _column([_same_toll(a.tolls, b.tolls) for a, b in two]),
        "toll_clash": _column([_toll_clash(a.tolls, b.tolls) for a, b in two]),
        **_days(two),
    }


def _column(values: Sequence[float]) -> Column:
    return np.array(values, dtype=np.float64)


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
    return any(one[kind] == other[kind] and max(one[kind][0] or 0, one[kind][1] or 0) >= _TELLING for kind in one.keys() & other.keys())


def _toll_clash(one: Mapping[str, Toll], other: Mapping[str, Toll]) -> bool:
    """Whether two counts of one kind cannot both hold."""
    return any(max(one[kind][0] or 0, other[kind][0] or 0) > min(_most(one[kind]), _most(other[kind])) for kind in one.keys() & other.keys())


def _most(toll: Toll) -> float:
    return math.inf if toll[1] is None else toll[1]


def _days(two: Sequence[tuple[Report, Report]]) -> dict[str, Column]:
    """Days that are known say most; else how far the articles lie apart."""
    both_exact = _column([a.exact and b.exact for a, b in two]) > 0
    apart = np.abs(_column([a.first - b.first for a, b in two]))
    both_known = _column([a.published is not None and b.published is not None for a, b in two])
    between = _column([abs((a.published or 0) - (b.published or 0)) for a, b in two])
    columns = {
        "day_same": both_exact & (apart == 0),
        "day_next": both_exact & (apart == 1),
        "day_apart": both_exact & (apart > 1),
        "dates_agree": ~both_exact & (_column([a.dated and b.dated for a, b in two]) > 0),
        "one_old": _column([_is_old(a, b) or _is_old(b, a) for a, b in two]),
        "unpublished": 1 - both_known,
        "published_apart": both_known * np.log1p(between),
    }
    return {name: column.astype(np.float64) for name, column in columns.items()}


def _is_old(dated: Report, undated: Report) -> bool:
    """Whether what the one dates lies more than a month before the article in which the other stands without a date."""
    return dated.dated and not undated.dated and undated.published is not None and undated.published - dated.last > _MONTH
