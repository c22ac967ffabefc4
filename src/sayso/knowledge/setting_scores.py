"""How evidence for when and where an event took place adds up: weights and thresholds of `data/setting_scores.toml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.rows import parse_toml, read_text
from sayso.knowledge.weighing import chance

FIELDS = ("when", "where")
THRESHOLDS = ("when", "where", "also_where")
_DATA = Path(__file__).parent / "data" / "setting_scores.toml"


@dataclass(frozen=True, slots=True)
class SettingScores:
    """Weights by field and evidence, and the probabilities from which a date, a place and a further place are taken."""

    weights: dict[str, dict[str, float]]
    when: float
    where: float
    also_where: float

    def chance(self, field: str, evidence: Iterable[str]) -> float:
        """How probable it is that a candidate with this evidence is the event's date (`when`) or a place of it (`where`)."""
        weight = self.weights[field].get
        return chance(sum([weight(name, 0.0) for name in evidence]))


@cache
def load_setting_scores(path: Path = _DATA) -> SettingScores:
    """Read weights and thresholds; KnowledgeError names the file and what is missing."""
    data = parse_toml(path, read_text(path))
    thresholds = data.get("thresholds", {})
    if not set(THRESHOLDS) <= set(thresholds) or not set(FIELDS) <= set(data):
        raise KnowledgeError(f"{path}: needs [thresholds] with {', '.join(THRESHOLDS)}, and the tables {' and '.join(FIELDS)}")
    return SettingScores({field: data[field] for field in FIELDS}, *(float(thresholds[name]) for name in THRESHOLDS))
