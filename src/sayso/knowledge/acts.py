"""What tells the act of a statement: words of contents in `data/acts.tsv`, and how all evidence adds up in `data/act_scores.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.cues import ACTS
from sayso.knowledge.rows import read_rows

_DATA = Path(__file__).parent / "data"
HARM = "harm"
"""Words for violence and force, which speak for a threat or a charge by whose they are and when."""
_MODEL = "model"
Marks = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First word of a phrase to its further words and the act it goes with."""


@dataclass(frozen=True, slots=True)
class ActScores:
    """Weights of evidence: for each piece one number per act, in the order of `ACTS`; and what the model's log-probability counts."""

    weights: dict[str, list[float]]
    model: float

    def totals(self, evidence: dict[str, float]) -> list[float]:
        """How much the evidence speaks for each act, in log-odds."""
        rows = [self.weights[name] for name, value in evidence.items() if value and name in self.weights]
        return [sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(ACTS)


@cache
def load_act_scores(path: Path = _DATA / "act_scores.tsv") -> ActScores:
    """Read the weights; KnowledgeError names file and line of a mistake."""
    found: dict[str, list[float]] = {}
    for place, (name, *columns) in read_rows(path):
        try:
            found[name] = [float(column) for column in columns]
        except ValueError as error:
            raise KnowledgeError(f"{place}: expected a name and numbers, parted by tabs") from error
        if len(found[name]) != (1 if name == _MODEL else len(ACTS)):
            raise KnowledgeError(f"{place}: expected one number for each of the acts {', '.join(ACTS)}")
    if _MODEL not in found:
        raise KnowledgeError(f"{path}: the line {_MODEL!r} is missing")
    return ActScores(found, found.pop(_MODEL)[0])


@cache
def load_act_marks(path: Path = _DATA / "acts.tsv") -> Marks:
    """Read the words and phrases; KnowledgeError names file and line of a mistake."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for place, columns in read_rows(path):
        if len(columns) != 2 or columns[0] not in (*ACTS, HARM):
            raise KnowledgeError(f"{place}: expected an act (or {HARM}) and phrases between bars, parted by a tab")
        for phrase in columns[1].split("|"):
            first, *rest = phrase.split()
            found.setdefault(first, []).append((tuple(rest), columns[0]))
    return {first: tuple(phrases) for first, phrases in found.items()}
