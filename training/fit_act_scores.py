"""Fit the weights by which evidence for the act of a statement adds up, and rewrite `knowledge/data/act_scores.tsv`.

    python -m training.fit_act_scores --data ../shared

One ridge regression for each act on the statements of the hand-coded articles of DATA/gold/train that the coder finds, on all
evidence but the model's, which knows those articles by heart. What the model's view counts is then chosen on the articles held
out from it: the value with which those statements are likeliest.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.coding.acts import evidence
from sayso.coding.statements import cue_at
from sayso.knowledge import acts as shipped
from sayso.knowledge.cues import ACTS, load_cues
from training.fit_event_scores import coded_articles, ridge, spans_of
from training.windows import held_out

Floats = NDArray[np.float64]
SHARED_WORDS = 0.5
"""Characters that two contents must share, of all that either has, to be one statement's."""
STRENGTH = 1.0
LEAST = 4
"""Statements in which evidence must occur to be weighed."""
COUNTS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.3)


@dataclass(slots=True)
class Example:
    """One statement: its article, what its cue and content tell, the model's log-probabilities and the right acts."""

    article: str
    found: dict[str, float]
    model: Floats
    right: frozenset[str]
    first: str


def examples(folder: Path) -> list[Example]:
    """The statements of all hand-coded articles that the coder finds with a cue."""
    found = []
    for article in coded_articles(folder):
        draft, text = article.draft, article.draft.article.text
        wanted = [(characters(spans_of(text, s["content"])), s) for s in article.statements if s.get("core", True)]
        for own in draft.statements:
            mine = characters([draft.analysis.span(*piece) for piece in own.content])
            best = max(wanted, key=lambda pair: share(pair[0], mine), default=None)
            if own.cue is None or best is None or share(best[0], mine) < SHARED_WORDS:
                continue
            at = own.cue[0]
            entry = cue_at(draft.analysis, at, load_cues())
            judged = draft.analysis.judgements["act"].of(at)
            model = np.array([np.log(max(judged[act], 1e-4)) for act in ACTS])
            right = best[1]["act"]
            found.append(
                Example(
                    article.id,
                    evidence(draft, at, entry, own.content, own.form, own.speaker),
                    model,
                    frozenset({right, *best[1].get("act_ok", [])}),
                    right,
                )
            )
    return found


def characters(spans: list[tuple[int, int]]) -> set[int]:
    """All characters of some spans."""
    return {c for start, end in spans for c in range(start, end)}


def share(one: set[int], other: set[int]) -> float:
    """Shared characters over all characters."""
    return len(one & other) / len(one | other) if one and other else 0.0


def fit(rows: list[Example], names: list[str]) -> dict[str, dict[str, float]]:
    """Weights by act, each fitted against all other acts."""
    x = matrix(rows, names)
    weights = {}
    for act in ACTS:
        y = np.array([float(row.first == act) for row in rows])
        # A statement that may be this act as well as the one it has speaks neither way.
        clear = np.array([float(row.first == act or act not in row.right) for row in rows])
        fitted = ridge(x, y, clear, strength=STRENGTH)
        weights[act] = dict(zip(names, map(float, fitted), strict=True))
    return weights


def matrix(rows: list[Example], names: list[str]) -> Floats:
    """Evidence by name."""
    return np.array([[row.found.get(name, 0.0) for name in names] for row in rows])


def totals(rows: list[Example], weights: dict[str, dict[str, float]], count: float) -> Floats:
    """The sum of all evidence for each act [statements, acts]."""
    names = list(next(iter(weights.values())))
    scores = matrix(rows, names) @ np.array([[weights[act][name] for name in names] for act in ACTS]).T
    return scores + count * np.stack([row.model for row in rows])


def right_share(rows: list[Example], weights: dict[str, dict[str, float]], count: float) -> tuple[float, float]:
    """Share of statements whose likeliest act is right, and their mean log-likelihood."""
    scores = totals(rows, weights, count)
    logs = scores - np.log(np.exp(scores - scores.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True)) - scores.max(axis=1, keepdims=True)
    right = [ACTS[int(row.argmax())] in example.right for row, example in zip(scores, rows, strict=True)]
    likely = [row[ACTS.index(example.first)] for row, example in zip(logs, rows, strict=True)]
    return float(np.mean(right)), float(np.mean(likely))


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder that holds gold/train")
    parser.add_argument("--out", type=Path, default=Path(shipped.__file__).parent / "data" / "act_scores.tsv")
    options = parser.parse_args()
    rows = examples(options.data / "gold" / "train")
    held = held_out([path.stem for path in (options.data / "gold" / "train").glob("*.json")])
    often = Counter(name for row in rows for name in row.found)
    names = sorted(name for name, count in often.items() if count >= LEAST)
    seen, kept = [r for r in rows if r.article not in held], [r for r in rows if r.article in held]
    trial = fit(seen, names)
    outcomes = {count: right_share(kept, trial, count) for count in COUNTS}
    for count, (share_right, likely) in outcomes.items():
        print(f"model x {count:.1f}: {share_right:.3f} right, log-likelihood {likely:.3f}")
    count = max(outcomes, key=lambda c: outcomes[c][1])
    weights = fit(rows, names)
    lines = [
        "# How the evidence for the act of a statement adds up, in log-odds; fitted by training/fit_act_scores.py on hand-coded articles.",
        "# evidence\t" + "\t".join(ACTS),
        f"model\t{count}",
        *("\t".join([name, *(f"{weights[act][name]:.2f}" for act in ACTS)]) for name in names),
    ]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
