"""What two reports share and where they differ: the features that `story_scores.tsv` weighs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Set

from sayso.dataset.stories.reports import Report, Toll

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


def worth_weighing(one: Report, other: Report) -> bool:
    """Whether two reports have enough in common for their likeness to matter; quick."""
    mine, theirs = one.parties, other.parties
    return len(one.around & other.around) > _FEW or not mine.named.isdisjoint(theirs.named) or not mine.places.isdisjoint(theirs.places)


def likeness(one: Report, other: Report) -> dict[str, float]:
    """Named numbers about two reports of one type; it does not matter which comes first."""
    mine, theirs = one.parties, other.parties
    around = len(one.around & other.around)
    features = {
        "bias": 1.0,
        "around": cosine(around, one.around, other.around),
        "around_many": math.log1p(around),
        "sentences_many": math.log1p(len(one.words & other.words)),
        "same_word": float(one.stem == other.stem),
        "names": math.log1p(len(mine.named & theirs.named)),
        "actor_shared": float(not mine.actors.isdisjoint(theirs.actors)),
        "recipient_shared": float(not mine.recipients.isdisjoint(theirs.recipients)),
        "place_shared": float(not mine.places.isdisjoint(theirs.places)),
        "mode_clash": float(one.mode != other.mode and None not in (one.mode, other.mode)),
        "side_clash": _clash(mine.sides, theirs.sides),
        "voice_clash": _clash(mine.doers, theirs.doers) if one.type in _VERBAL and mine.actors.isdisjoint(theirs.actors) else 0.0,
    }
    if one.point and other.point:
        features["far"] = float(kilometres(one.point, other.point) > _FAR_KM)
    _tolls(features, one.tolls, other.tolls)
    _days(features, one, other)
    return features


def cosine(common: int, one: Set[str], other: Set[str]) -> float:
    """Likeness of two sets of words, 0 to 1."""
    return common / math.sqrt(len(one) * len(other)) if common else 0.0


def same_text(one: Set[str], other: Set[str], *, least: int) -> bool:
    """Whether two sets of at least so many words are almost one, as in copies of one wire text."""
    return min(len(one), len(other)) >= least and len(one & other) >= _WIRE * len(one | other)


def _clash(one: Set[str], other: Set[str]) -> float:
    return float(bool(one and other) and one.isdisjoint(other))


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Distance of two points (latitude, longitude) in degrees, near enough to tell near from far."""
    north, east = one[0] - other[0], abs(one[1] - other[1])
    return 111.2 * math.hypot(north, min(east, 360 - east) * math.cos(math.radians((one[0] + other[0]) / 2)))


def _tolls(features: dict[str, float], one: Mapping[str, Toll], other: Mapping[str, Toll]) -> None:
    """Whether figures of one kind are the same, and whether some cannot both hold."""
    for kind in one.keys() & other.keys():
        (low, high), (least, most) = one[kind], other[kind]
        if (low, high) == (least, most):
            if max(low or 0, high or 0) >= _TELLING:
                features["toll_equal"] = 1.0
        elif max(low or 0, least or 0) > min(_open(high), _open(most)):
            features["toll_clash"] = 1.0


def _open(bound: int | None) -> float:
    return math.inf if bound is None else bound


def _days(features: dict[str, float], one: Report, other: Report) -> None:
    """Days that are known say most; else how far the articles lie apart."""
    if one.exact and other.exact:
        apart = abs(one.first - other.first)
        features["day_same" if not apart else "day_next" if apart == 1 else "day_apart"] = 1.0
    elif one.dated and other.dated:
        features["dates_agree"] = 1.0
    elif one.dated or other.dated:
        dated, undated = (one, other) if one.dated else (other, one)
        features["one_old"] = float(undated.published is not None and undated.published - dated.last > _MONTH)
    if one.published is None or other.published is None:
        features["unpublished"] = 1.0
    else:
        features["published_apart"] = math.log1p(abs(one.published - other.published))
