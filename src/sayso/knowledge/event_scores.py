"""How evidence for an event adds up: weights and thresholds of `data/event_scores.toml`."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.rows import parse_toml, read_text
from sayso.knowledge.weighing import chance, weighed

PARTS = ("actor", "recipient")
_DATA = Path(__file__).parent / "data" / "event_scores.toml"


@dataclass(frozen=True, slots=True)
class EventScores:
    """Weights of features, of types, and the probabilities from which an event is listed (`keep`) and a mention is evidence of one (`weak`)."""

    weights: dict[str, float]
    types: dict[str, float]
    merging: dict[str, float]
    parts: dict[str, dict[str, float]]
    """Weights of evidence for actors and for recipients."""
    keep: float
    weak: float
    merge: float = 0.0
    """Log-odds from which two mentions are taken for one event."""
    listed: dict[str, float] = field(default_factory=dict)
    """Weights of what speaks for an event, all its mentions together, being worth listing."""

    def probability(self, type: str, features: dict[str, float]) -> float:
        """How probable it is that a mention with these features is an event worth listing."""
        return chance(self.types.get(type, 0.0) + weighed(self.weights, features))

    def listing(self, features: dict[str, float]) -> float:
        """How probable it is that an event whose mentions have these features is worth listing; without weights as probable as its surest mention."""
        return chance(weighed(self.listed, features) if self.listed else features["surest"])

    def part(self, role: str, evidence: dict[str, float]) -> float:
        """How probable it is that a candidate with this evidence plays the role `actor` or `recipient`."""
        return chance(weighed(self.parts[role], evidence))

    def sameness(self, features: dict[str, float]) -> float:
        """Log-odds that two mentions with these features are one event."""
        return weighed(self.merging, features)


def log_odds(probability: float, *, margin: float = 0.002) -> float:
    """Log-odds of a probability kept away from 0 and 1."""
    p = margin if probability < margin else 1 - margin if probability > 1 - margin else probability
    return math.log(p / (1 - p))


@cache
def load_event_scores(path: Path = _DATA) -> EventScores:
    """Read weights and thresholds; KnowledgeError names the file and what is missing."""
    data = parse_toml(path, read_text(path))
    thresholds = data.get("thresholds", {})
    if not {"keep", "weak"} <= set(thresholds) or "weights" not in data:
        raise KnowledgeError(f"{path}: needs [thresholds] with keep and weak, and [weights]")
    parts = {role: data.get(role, {}) for role in PARTS}
    tables = data["weights"], data.get("types", {}), data.get("merging", {}), parts
    keep, weak, merge = (float(thresholds.get(name, 0.0)) for name in ("keep", "weak", "merge"))
    return EventScores(*tables, keep, weak, merge, data.get("listed", {}))
