"""How evidence for an event resting on somebody's word adds up: the weights of `data/sayso_scores.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.rows import parse_toml, read_text
from sayso.knowledge.weighing import chance, weighed

_DATA = Path(__file__).parent / "data" / "sayso_scores.toml"


@dataclass(frozen=True, slots=True)
class SaysoScores:
    """Weights of evidence, and the chance from which an event rests on a statement."""

    weights: dict[str, float]
    enough: float

    def chance(self, evidence: dict[str, float]) -> float:
        """How probable it is that an event rests on a statement."""
        return chance(weighed(self.weights, evidence))


@cache
def load_sayso_scores(path: Path = _DATA) -> SaysoScores:
    """Read the weights; KnowledgeError names the file and what is wrong with it."""
    data = parse_toml(path, read_text(path))
    weights = data.get("weights")
    if "enough" not in data or not isinstance(weights, dict):
        raise KnowledgeError(f"{path}: needs enough, the chance from which an event rests on a statement, and [weights]")
    try:
        return SaysoScores({name: float(value) for name, value in weights.items()}, float(data["enough"]))
    except (TypeError, ValueError) as error:
        raise KnowledgeError(f"{path}: every weight must be a number ({error})") from error
