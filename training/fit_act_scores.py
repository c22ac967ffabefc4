"""Fit the weights by which evidence for the act of a statement adds up, and rewrite `knowledge/data/act_scores.tsv`.

    python -m training.fit_act_scores --data ../shared --networks training/work/fold-?
    python -m training.fit_act_scores --data ../shared --networks src/sayso/language/model --gently

One logistic regression for each act on the statements that the coder finds in hand-coded articles which the networks do not
know, on all evidence but the model's. What the model's view counts is given, or chosen: the value with which most statements
of each fifth are right by weights fitted on the others. `--unseen all` weighs all articles, and needs it given.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.coding.acts import evidence
from sayso.coding.statements import cue_at
from sayso.knowledge import acts as shipped
from sayso.knowledge.cues import ACTS, load_cues
from training.coded import FOLDS
from training.ridge import LEAST, matrix, ridge
from training.unseen import Coded, add_options, spans_of, unseen_articles

Floats = NDArray[np.float64]
SHARED_WORDS = 0.5
"""Characters that two contents must share, of all that either has, to be one statement's."""
STRENGTH = 3.0
RARE = 0.4
"""How much rarer acts count for more, as a power: what is only "said" is half of all, and would else win wherever there is doubt."""
COUNTS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.3)


@dataclass(slots=True)
class Example:
    """One statement: its article, what its cue and content tell, the model's log-probabilities and the right acts."""

    article: str
    found: dict[str, float]
    model: Floats
    right: frozenset[str]
    first: str


def examples(articles: Iterable[Coded]) -> list[Example]:
    """The statements of hand-coded articles that the coder finds."""
    found = []
    for article in articles:
        draft, text = article.draft, article.draft.article.text
        wanted = [(characters(spans_of(text, s["content"])), s) for s in article.statements if s.get("core", True)]
        for own in draft.statements:
            mine = characters([draft.analysis.span(*piece) for piece in own.content])
            best = max(wanted, key=lambda pair: share(pair[0], mine), default=None)
            if best is None or share(best[0], mine) < SHARED_WORDS:
                continue
            at = own.cue[0] if own.cue is not None else None
            entry = cue_at(draft.analysis, at, load_cues()) if at is not None else None
            judged = draft.analysis.judgements["act"].of(at) if at is not None else dict.fromkeys(ACTS, 1.0)
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


def fit(rows: list[Example], names: list[str], known: dict[str, list[float]]) -> dict[str, dict[str, float]]:
    """Weights by act, each fitted against all other acts; `known` are those to stay near, by evidence."""
    x = matrix([row.found for row in rows], names)
    often = Counter(row.first for row in rows)
    worth = np.array([(len(rows) / len(ACTS) / often[row.first]) ** RARE for row in rows])
    weights = {}
    for place, act in enumerate(ACTS):
        y = np.array([float(row.first == act) for row in rows])
        # A statement that may be this act as well as the one it has speaks neither way.
        clear = np.array([float(row.first == act or act not in row.right) for row in rows])
        prior = np.array([known[name][place] if name in known else 0.0 for name in names])
        weights[act] = dict(zip(names, map(float, ridge(x, y, clear * worth, strength=STRENGTH, prior=prior)), strict=True))
    return weights


def totals(rows: list[Example], weights: dict[str, dict[str, float]], count: float) -> Floats:
    """The sum of all evidence for each act [statements, acts]."""
    names = list(next(iter(weights.values())))
    scores = matrix([row.found for row in rows], names) @ np.array([[weights[act][name] for name in names] for act in ACTS]).T
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
    add_options(parser)
    parser.add_argument("--count", type=float, help="what the model's view counts; chosen where it is not given")
    parser.add_argument("--out", type=Path, default=Path(shipped.__file__).parent / "data" / "act_scores.tsv")
    options = parser.parse_args()
    rows = examples(unseen_articles(options.data, options.networks, options.unseen))
    known = shipped.load_act_scores(options.out).weights if options.gently else {}
    often = Counter(name for row in rows for name in row.found)
    names = sorted(known.keys() | {name for name, count in often.items() if count >= LEAST})
    order = {article: place % FOLDS for place, article in enumerate(sorted({row.article for row in rows}))}
    parted = [([r for r in rows if order[r.article] != fold], [r for r in rows if order[r.article] == fold]) for fold in range(FOLDS)]
    trials = [(fit(seen, names, known), kept) for seen, kept in parted]
    best = (0.0, 0.0)
    for count in COUNTS if options.count is None else (options.count,):
        right, likely = np.mean([right_share(kept, weights, count) for weights, kept in trials], axis=0)
        print(f"model x {count:.1f}: {right:.3f} right, log-likelihood {likely:.3f}")
        best = max(best, (float(right), count))
    weights = fit(rows, names, known)
    lines = [
        "# How the evidence for the act of a statement adds up, in log-odds; fitted by training/fit_act_scores.py on hand-coded articles.",
        "# evidence\t" + "\t".join(ACTS),
        f"model\t{best[1]}",
        *("\t".join([name, *(f"{weights[act][name]:.2f}" for act in ACTS)]) for name in names),
    ]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
