"""Fit the weights by which evidence for an event resting on a statement adds up, and rewrite `knowledge/data/sayso_scores.toml`.

    python -m training.fit_sayso_scores --data ../shared --networks src/sayso/language/model --unseen all

A logistic regression on the events of hand-coded articles that the coder finds too, one row for each statement that tells of
one: does the coder name its speaker, with its stance? From which chance on it does is kept as it stands in the file. No
evidence is a view of the network, so articles that it knows may be weighed too.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from sayso.coder import STEPS, run
from sayso.coding.carriers import carriers_of, evidence, told_in
from sayso.coding.draft import StatementDraft
from sayso.coding.events import find_events
from sayso.coding.sayso import attribute_events
from sayso.knowledge import sayso_scores as shipped
from sayso.knowledge.cues import stance_of
from training.ridge import Row, fit
from training.tables import table
from training.unseen import Coded, add_options, matching, same_actor, unseen_articles

BETWEEN = STEPS[STEPS.index(find_events) : STEPS.index(attribute_events)]
STRENGTH = 4.0


def rows(articles: Iterable[Coded]) -> list[Row]:
    """One row per core event that the coder has too and statement that tells of it."""
    found: list[Row] = []
    for article in articles:
        run(article.draft, BETWEEN)
        carriers = carriers_of(article.draft.statements)
        taken = set[int]()
        for event in article.draft.events:
            free = [place for place in matching(article, event, exact=True) if place not in taken][:1]
            taken.update(free)
            for place in (place for place in free if article.gold[place].get("core", True)):
                for statement in told_in(event, carriers):
                    right = any(says(article, one, statement) for one in article.gold[place].get("say_so", []))
                    found.append((evidence(article.draft.analysis, event, statement, carriers), float(right), 1.0))
    return found


def says(article: Coded, coded: dict[str, str | None], statement: StatementDraft) -> bool:
    """Is a say-so of the coder's that of a statement's speaker and stance?"""
    if coded["stance"] != stance_of(statement.act):
        return False
    if coded["speaker"] is None or statement.speaker is None:
        return coded["speaker"] is None and statement.speaker is None
    return same_actor(article.actors[coded["speaker"]], statement.speaker.actor, article.draft.article.text)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    parser.add_argument("--out", type=Path, default=Path(shipped.__file__).parent / "data" / "sayso_scores.toml")
    options = parser.parse_args()
    old = shipped.load_sayso_scores(options.out)
    weights = fit(
        rows(unseen_articles(options.data, options.networks, options.unseen)), strength=STRENGTH, known=old.weights if options.gently else None
    )
    write(options.out, weights, old.enough)


def write(path: Path, weights: dict[str, float], enough: float) -> None:
    """Write the weights in the order of the alphabet."""
    lines = [
        "# How the evidence for an event resting on a statement adds up, in log-odds; fitted by training/fit_sayso_scores.py on hand-coded articles.",
        f"enough = {enough}",
        "",
        table("weights", weights),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
