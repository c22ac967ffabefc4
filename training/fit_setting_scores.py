"""Fit the weights by which evidence for when and where events took place adds up, and rewrite `knowledge/data/setting_scores.toml`.

    python -m training.fit_setting_scores --data ../shared --networks src/sayso/language/model

Logistic regressions on the events of hand-coded articles: is a date or place near the event the coder's? What the text tells is
learnt from all articles, what the model's belief in a place counts beside that from those alone that it was not trained on.
Thresholds are kept as they stand in the file.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sayso.coder import run
from sayso.coding.events import find_events
from sayso.coding.scene import arguments_of
from sayso.coding.when_evidence import Dated, TimesAround
from sayso.coding.where_evidence import BELIEF, PlacesAround
from sayso.knowledge import setting_scores as shipped
from sayso.knowledge.names import key
from sayso.record import Place
from training.ridge import Row, fit
from training.tables import table
from training.unseen import Coded, add_options, matching, unseen_articles

STRENGTH, BELIEF_STRENGTH = 8.0, 1.0
UNDATED = 0.5
"""What a candidate date counts for where the coder gives none: not to know is not to deny."""
TOLD = "told"
"""Names what all evidence but the model's adds up to."""


def cases(articles: Iterable[Coded]) -> dict[str, list[Row]]:
    """By field one row for each candidate of each event that the coder has too."""
    found: dict[str, list[Row]] = {"when": [], "where": []}
    for article in articles:
        draft = article.draft
        run(draft, (find_events,))
        times, places, arguments = TimesAround(draft, draft.events), PlacesAround(draft), arguments_of(draft.analysis)
        for event in draft.events:
            gold = [article.gold[at] for at in matching(article, event, exact=True)]
            if not gold:
                continue
            counts = 1.0 if any(one["when"]["start"] or one["when"]["end"] for one in gold) else UNDATED
            for dated, evidence in times.candidates(event):
                found["when"].append((dict.fromkeys(evidence, 1.0), float(any(is_date(one["when"], dated) for one in gold)), counts))
            for mention, evidence in places.candidates(event, arguments.get(event.trigger, [])):
                right = any(is_place(named, mention.place) for one in gold for named in one["where"])
                found["where"].append((dict.fromkeys(evidence, 1.0), float(right), 1.0))
    return found


def is_date(gold: dict[str, Any], dated: Dated) -> bool:
    """Whether a date is the coder's, as exact as the coder has it."""
    if not (gold["start"] or gold["end"]):
        return False
    begins = dated.start is None if gold["start"] is None else (dated.start or "").startswith(gold["start"])
    return begins and (gold["end"] is None or (dated.end or dated.start or "").startswith(gold["end"]))


def is_place(gold: dict[str, Any], place: Place) -> bool:
    """Whether a place is the coder's: one name holds the other, and the countries do not clash."""
    one, other = key(gold["name"]), key(place.name)
    return (one in other or other in one) and (not gold["country"] or not place.country or gold["country"] == place.country)


def without_belief(rows: Sequence[Row]) -> list[Row]:
    """Rows without what the model believes."""
    return [({name: 1.0 for name in evidence if not name.startswith(BELIEF)}, right, counts) for evidence, right, counts in rows]


def add_belief(weights: dict[str, float], rows: Sequence[Row]) -> dict[str, float]:
    """The weights with those of the model's belief, given what the rest adds up to."""
    summed: list[Row] = []
    for evidence, right, counts in rows:
        told = sum(weights.get(name, 0.0) for name in evidence)
        summed.append(({TOLD: told} | {name: 1.0 for name in evidence if name.startswith(BELIEF)}, right, counts))
    found = fit(summed, strength=BELIEF_STRENGTH, known={TOLD: 1.0})
    share = found.pop(TOLD)
    return {name: share * weight for name, weight in weights.items()} | found


def fit_all(every: dict[str, list[Row]], unseen: dict[str, list[Row]]) -> dict[str, dict[str, float]]:
    """The weights of both fields, from all articles and from those that the model does not know."""
    told = fit(without_belief(every["where"]), strength=STRENGTH)
    return {"when": fit(every["when"], strength=STRENGTH), "where": add_belief(told, unseen["where"])}


def write(path: Path, weights: dict[str, dict[str, float]]) -> None:
    """Replace the weights; thresholds stay as they are."""
    old = shipped.load_setting_scores(path)
    lines = ["# How the evidence for when and where an event took place adds up, in log-odds; fitted by training/fit_setting_scores.py."]
    lines += ["[thresholds]", *(f"{name} = {getattr(old, name)}" for name in shipped.THRESHOLDS)]
    for field in shipped.FIELDS:
        lines += ["", table(field, weights[field], digits=2)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    parser.add_argument("--out", type=Path, default=Path(shipped.__file__).parent / "data" / "setting_scores.toml")
    options = parser.parse_args()
    every = cases(unseen_articles(options.data, options.networks, "all"))
    unseen = cases(unseen_articles(options.data, options.networks, options.unseen))
    write(options.out, fit_all(every, unseen))


if __name__ == "__main__":
    main()
