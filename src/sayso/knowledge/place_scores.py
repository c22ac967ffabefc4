"""How evidence for a place adds up: the weights of `data/places/place_scores.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.errors import KnowledgeError

_DATA = Path(__file__).parent / "data" / "places" / "place_scores.toml"


@dataclass(frozen=True, slots=True)
class PlaceScores:
    """Weights of evidence: `first` before the other names of the article are heard, `weights` after."""

    first: dict[str, float]
    weights: dict[str, float]
    rounds: int
    sure: float
    """Chance below which a town is not told, only the province or country on which most of its namesakes agree."""


@cache
def load_place_scores(path: Path = _DATA) -> PlaceScores:
    """Read the weights; KnowledgeError names what is wrong with the file."""
    try:
        with path.open("rb") as stream:
            content = tomllib.load(stream)
        return PlaceScores(dict(content["first"]), dict(content["weights"]), int(content["rounds"]), float(content["sure"]))
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise KnowledgeError(f"{path}: no weights of evidence for places ({error})") from error
