"""What speaks for an event being worth listing, once its mentions are known: features that `event_scores.toml` weighs under [listed].

A coder does not list all that happens in a text: a deed that is told twice is listed once, and of a long report the main deeds.
What counts is how sure the surest mention is, whether it may be a deed that was listed before, how often and where it is told,
and what else is told beside it.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field

from sayso.coding.draft import EventDraft
from sayso.coding.sameness import Told
from sayso.knowledge.event_scores import log_odds
from sayso.language.analysis import Analysis

_LEAST = 0.01
"""Chance of being new below which it does not matter how small it is."""
_LEAD = 2


@dataclass(slots=True)
class Group:
    """The mentions of one event, in the order of the text, and how probable it is that no group before them is the same."""

    told: list[Told]
    new: float = 1.0
    like: Group | None = None
    """The group before it that is most like it, if there is one that may be the same."""
    sentences: set[int] = field(default_factory=set)

    @property
    def type(self) -> str:
        """The type that all the mentions have."""
        return self.told[0].event.type

    def add(self, told: Told) -> None:
        """One mention more."""
        self.told.append(told)
        self.sentences.add(told.token.sentence)


def listing_features(analysis: Analysis, groups: list[Group]) -> list[dict[str, float]]:
    """Named numbers about each of the groups of an article, before their mentions are merged."""
    surest = [max(told.event.confidence for told in group.told) for group in groups]
    types = Counter(group.type for group in groups)
    inside: dict[int, list[int]] = {}
    for place, group in enumerate(groups):
        for sentence in group.sentences:
            inside.setdefault(sentence, []).append(place)
    found = []
    for place, group in enumerate(groups):
        beside = {other for sentence in group.sentences for other in inside[sentence]} - {place}
        alike = [other for other in beside if groups[other].type == group.type]
        found.append(
            {
                "bias": 1.0,
                "surest": log_odds(surest[place]),
                "new": math.log(max(group.new, _LEAST)),
                "events": math.log1p(len(groups)),
                "of_type": math.log1p(types[group.type]),
                "sentences": math.log(max(1, len(analysis.sentences))),
                "beside": math.log1p(len(beside)),
                "beside_of_type": float(len(alike)),
                "outshone": float(any(surest[other] > surest[place] for other in alike)),
                **_of_mentions(group),
            }
        )
    return found


def _of_mentions(group: Group) -> dict[str, float]:
    """What the mentions tell together."""
    events = [told.event for told in group.told]
    ordered = sorted((event.confidence for event in events), reverse=True)
    first = group.told[0]
    return {
        "mentions": math.log(len(events)),
        "again": log_odds(ordered[1]) if len(ordered) > 1 else 0.0,
        "once": float(len(ordered) == 1),
        "late": math.log1p(first.token.sentence),
        "lead": float(first.token.sentence < _LEAD),
        "refers_back": float(first.refers_back),
        "nouns": sum(told.nominal for told in group.told) / len(events),
        "model_alone": float(all(event.source == "model" for event in events)),
        **_filled(events),
        f"type_{group.type}": 1.0,
        f"reality_{first.event.reality}": 1.0,
    }


def _filled(events: list[EventDraft]) -> dict[str, float]:
    """Which fields some mention fills."""
    return {
        "has_actor": float(any(event.actors for event in events)),
        "has_recipient": float(any(event.recipients for event in events)),
        "has_date": float(any(event.start or event.end for event in events)),
        "has_place": float(any(event.places for event in events)),
        "has_toll": float(any(event.tolls for event in events)),
        "is_told_of": float(any(event.about for event in events)),
    }
