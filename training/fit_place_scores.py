"""Fit the weights by which a name's places are told apart; run from the project's folder.

    python -m training.fit_place_scores --data DATA [--out src/sayso/knowledge/data/places/place_scores.toml]

Two sources: every other article of LGL (the others are left to measure by), where the right places are those within 161 km of the gold, and
the hand-coded articles of `gold/train`, where they are those in the country that the gold gives. The rest is logistic regression over the
places of each name. As the evidence of a round depends on the chances of the one before, fitting takes turns with reckoning.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.places import draft_of, gold_toponyms, is_near, read_articles
from sayso.article import Article
from sayso.coding.draft import Draft
from sayso.coding.locating import Name, gather, names_of, rounds, weigh
from sayso.coding.toponyms import Toponym, find_toponyms
from sayso.knowledge import Knowledge
from sayso.knowledge.names import key
from sayso.knowledge.place_scores import PlaceScores
from sayso.language.core import LanguageCore
from sayso.readers import find_boilerplate
from training.coded import read_coded
from training.tables import table

OUT = Path("src/sayso/knowledge/data/places/place_scores.toml")
ROUNDS, SURE = 2, 0.3
_RIDGE = 1.0
_STEPS, _RATE = 400, 0.5
_HAND_CODED = 0.5
"""What a name of the hand-coded articles, where only the country is known, counts for."""


@dataclass(slots=True)
class Case:
    """The names of one article with which of their places are right, and how much each counts."""

    names: list[Name]
    right: list[list[bool]]
    weights: list[float]


def local_cases(path: Path, core: LanguageCore, knowledge: Knowledge) -> Iterator[Case]:
    """Every other article of LGL."""
    for article, gold in read_articles(path)[::2]:
        draft = draft_of(article, core.analyse(article.text), knowledge)
        pairs = gold_toponyms(draft, gold)
        by_key = {own.key: toponym for toponym, own in pairs if toponym.point is not None}
        names = _gathered(draft, [own for _, own in pairs])
        right = [[name.key in by_key and is_near(by_key[name.key], c) for c in name.found] for name in names]
        yield Case(names, right, [float(len(name.mentions)) ** 0.5 for name in names])


def coded_cases(data: Path, core: LanguageCore, knowledge: Knowledge) -> Iterator[Case]:
    """The hand-coded articles of the gold."""
    for one in read_coded(data):
        if one.own:
            continue
        skipped = find_boilerplate(one.text)
        article = Article(one.text, one.id, published=one.published, skipped=skipped)
        draft = draft_of(article, core.analyse(one.text, skipped=skipped), knowledge)
        countries = {key(place["name"]): place.get("country") for event in one.gold["events"] for place in event["where"]}
        names = _gathered(draft, find_toponyms(draft))
        yield Case(names, [[_is_in(c.country, countries.get(name.key)) for c in name.found] for name in names], [_HAND_CODED] * len(names))


def _is_in(country: str | None, wanted: str | None) -> bool:
    return wanted is not None and country == wanted


def _gathered(draft: Draft, toponyms: list[Toponym]) -> list[Name]:
    names = names_of(toponyms)
    gather(draft, names, toponyms)
    return names


def fit(choices: list[tuple[list[dict[str, float]], list[bool], float]]) -> dict[str, float]:
    """Weights under which the right places are likeliest, by gradient descent on the log-likelihood with a ridge."""
    features = sorted({name for found, _, _ in choices for one in found for name in one})
    at = {name: column for column, name in enumerate(features)}
    counts = [len(found) for found, _, _ in choices]
    matrix = np.zeros((sum(counts), len(features)))
    for row, one in enumerate(one for found, _, _ in choices for one in found):
        for name, value in one.items():
            matrix[row, at[name]] = value
    starts = np.cumsum([0, *counts[:-1]])
    right = np.array([flag for _, flags, _ in choices for flag in flags], float)
    scale = np.repeat([weight for _, _, weight in choices], counts)
    return dict(zip(features, _descend(matrix, starts, np.array(counts), right, scale), strict=True))


def _descend(matrix: NDArray[Any], starts: NDArray[Any], counts: NDArray[Any], right: NDArray[Any], scale: NDArray[Any]) -> list[float]:
    """Adam on the marginal likelihood of the right places."""
    weights = np.zeros(matrix.shape[1])
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        scores = matrix @ weights
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), counts)) + 1e-12
        chances = raised / np.repeat(np.add.reduceat(raised, starts), counts)
        meant = raised * right
        meant /= np.repeat(np.add.reduceat(meant, starts), counts)
        gradient = matrix.T @ (scale * (meant - chances)) - _RIDGE * weights
        first, second = 0.9 * first + 0.1 * gradient, 0.99 * second + 0.01 * gradient**2
        weights += _RATE / step**0.5 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return [round(float(weight), 3) for weight in weights]


def choices_of(cases: list[Case], evidence: list[list[list[dict[str, float]]]]) -> list[tuple[list[dict[str, float]], list[bool], float]]:
    """The names whose right place is among those they may mean, and that have a choice."""
    return [
        (found, flags, weight)
        for case, of_case in zip(cases, evidence, strict=True)
        for found, flags, weight in zip(of_case, case.right, case.weights, strict=True)
        if any(flags) and not all(flags)
    ]


def fit_all(cases: list[Case]) -> PlaceScores:
    """Weights for the first guess, then for the rounds."""
    first = fit(choices_of(cases, [[name.fixed for name in case.names] for case in cases]))
    weights: dict[str, float] = {}
    for _ in range(4):
        scores = PlaceScores(first, weights, ROUNDS if weights else 1, SURE)
        gathered = [choice for case in cases for choice in _rounds_of(case, scores)]
        weights = fit(gathered)
    return PlaceScores(first, weights, ROUNDS, SURE)


def _rounds_of(case: Case, scores: PlaceScores) -> Iterator[tuple[list[dict[str, float]], list[bool], float]]:
    for evidence in rounds(case.names, scores):
        yield from choices_of([case], [evidence])
        if scores.weights:
            weigh(case.names, evidence, scores.weights)


def write(scores: PlaceScores, path: Path) -> None:
    """The weights as TOML."""
    lines = [
        "# How the evidence for a place adds up, in log-odds; fitted by training/fit_place_scores.py on half of LGL and on hand-coded articles.",
        "",
        f"rounds = {scores.rounds}",
        f"sure = {scores.sure}",
    ]
    for title, weights in (("first", scores.first), ("weights", scores.weights)):
        lines += ["", table(title, weights)]
    path.write_text("\n".join(lines) + "\n", encoding="utf8")


def main() -> None:
    """Read, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    core, knowledge = LanguageCore.load(), Knowledge.load()
    cases = [
        *local_cases(args.data / "data" / "geo" / "lgl.xml", core, knowledge),
        *coded_cases(args.data, core, knowledge),
    ]
    write(fit_all(cases), args.out)


if __name__ == "__main__":
    main()
