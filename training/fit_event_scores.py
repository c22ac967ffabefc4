"""Fit the weights by which evidence for events adds up, and rewrite `knowledge/data/event_scores.toml`.

    python -m training.fit_event_scores --data ../shared

Ridge regressions on the hand-coded articles of DATA/gold/train, each building on the one before: what speaks for a candidate
being actor or recipient; what speaks for a mention being an event; what speaks for two mentions being one event. The first two
are fitted in two stages: all that does not hang on the model on all articles, for it is honest there, then that sum against the
model's opinion on the articles held out from the model. Thresholds are kept as they stand in the file.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.article import Article
from sayso.coder import STEPS
from sayso.coding.arguments import ROLES, candidates, evidence
from sayso.coding.draft import Draft, EventDraft
from sayso.coding.events import arguments_of, find_events, gather
from sayso.coding.features import features_of
from sayso.coding.merging import merge_events
from sayso.coding.sameness import pair_features
from sayso.coding.scene import Scene
from sayso.knowledge import Knowledge
from sayso.knowledge import event_scores as shipped
from sayso.language.core import LanguageCore
from sayso.record import Actor
from training.windows import held_out

Floats = NDArray[np.float64]
Row = tuple[str, str, dict[str, float], float, float]
"""Article, type, features, label and weight of one example."""

BEFORE = STEPS[: STEPS.index(find_events)]
BETWEEN = STEPS[STEPS.index(find_events) + 1 : STEPS.index(merge_events)]
SHARED = ("bias", "frame", "model", "other", "unjudged", "rather_other", "far", "silent", "far_model")
"""Evidence for a role that is weighed on the held-out articles only."""
MODEL_FEATURES = frozenset({"model", "no_model", "no_frame"})
NO_MODEL_LOG_ODDS = -3.0
"""What the model's log-odds are taken to be where there is no model: near their mean over candidates."""


@dataclass(slots=True)
class Coded:
    """A hand-coded article: its draft up to the events, the gold events and statements and the names of the gold actors."""

    id: str
    draft: Draft
    gold: list[dict[str, Any]]
    statements: list[dict[str, Any]]
    names: dict[str, frozenset[str]]


def spans_of(text: str, pieces: str | list[str]) -> list[tuple[int, int]]:
    """Where verbatim pieces stand in a text."""
    found = [(text.find(piece), len(piece)) for piece in ([pieces] if isinstance(pieces, str) else pieces)]
    return [(start, start + length) for start, length in found if start >= 0]


def overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Does any of the spans share a character with `[start, end)`?"""
    return any(s < end and start < e for s, e in spans)


def coded_articles(folder: Path) -> Iterator[Coded]:
    """Read and analyse every hand-coded article, in the order of their ids."""
    core, knowledge = LanguageCore.load(), Knowledge.load()
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
        draft = Draft(Article(text, id=path.stem, published=gold["published"]), core.analyse(text), knowledge)
        for step in BEFORE:
            step(draft)
        yield Coded(path.stem, draft, gold["events"], gold["statements"], {actor["ref"]: _names(actor) for actor in gold["actors"]})


def _names(actor: dict[str, Any]) -> frozenset[str]:
    return frozenset(_plain(name) for name in (actor["name"], *actor.get("aliases", ())))


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ").strip()


def matching(article: Coded, event: EventDraft, *, exact: bool = False) -> list[int]:
    """Gold events of the same type with the trigger in their evidence, or only those that share the trigger itself."""
    token, text = article.draft.analysis.tokens[event.trigger], article.draft.article.text
    found, same = [], []
    for place, gold in enumerate(article.gold):
        if event.type in {gold["type"], *gold.get("also_ok", [])} and overlaps(spans_of(text, gold["evidence"]), token.start, token.end):
            found.append(place)
            if overlaps(_trigger_spans(text, gold), token.start, token.end):
                same.append(place)
    return same or found if exact else found


def _trigger_spans(text: str, gold: dict[str, Any]) -> list[tuple[int, int]]:
    triggers = [gold["trigger"]] if isinstance(gold["trigger"], str) else gold["trigger"]
    inside = spans_of(text, gold["evidence"])
    found = [(text.find(t, s, e), len(t)) for s, e in inside for t in triggers]
    return [(start, start + length) for start, length in found if start >= 0]


def mentions(articles: list[Coded]) -> list[Row]:
    """One row per proposed mention; marginal events are neither right nor wrong and left out."""
    rows: list[Row] = []
    for article in articles:
        scene = Scene(article.draft)
        for found in gather(scene, shipped.load_event_scores()):
            hits = matching(article, found.event)
            core = any(article.gold[place].get("core", True) for place in hits)
            if core or not hits:
                rows.append((article.id, found.event.type, features_of(scene, found), float(core), 1.0))
    return rows


def pairs(articles: list[Coded]) -> list[Row]:
    """One row per pair of mentions of one type that both belong to gold events: is it the same one?"""
    rows: list[Row] = []
    for article in articles:
        for step in (find_events, *BETWEEN):
            step(article.draft)
        events = [(event, set(matching(article, event, exact=True))) for event in article.draft.events]
        for place, (first, ours) in enumerate(events):
            for second, theirs in events[place + 1 :]:
                if first.type == second.type and ours and theirs:
                    weight = 1.0 if len(ours) == len(theirs) == 1 else 0.5
                    features = pair_features(article.draft.analysis, first, second)
                    rows.append((article.id, first.type, features, float(bool(ours & theirs)), weight))
    return rows


def parts(articles: list[Coded], role: str) -> list[Row]:
    """One row per candidate for a role in an event that the gold has: does it list the candidate?"""
    rows: list[Row] = []
    for article in articles:
        scene = Scene(article.draft)
        arguments = arguments_of(article.draft.analysis)
        for found in gather(scene, shipped.load_event_scores()):
            hits = matching(article, found.event, exact=True)
            said = arguments.get(found.event.trigger, [])
            if hits and not (role == "recipient" and found.frame.mutual):
                names = frozenset().union(*(article.names[ref] for place in hits for ref in article.gold[place][f"{role}s"]))
                for candidate in candidates(scene, found, role, said):
                    right = _is_named(article.draft, candidate.mention.actor, names)
                    rows.append((article.id, found.event.type, evidence(scene, found, candidate, judged=bool(said)), right, 1.0))
    return rows


def _is_named(draft: Draft, actor: Actor, names: frozenset[str]) -> float:
    """Is one of an actor's names or mentions one of the names?"""
    ours = {_plain(actor.name), *(_plain(draft.article.text[start:end]) for start, end in actor.mentions)}
    return float(any(_same(one, other) for one in ours for other in names))


def _same(one: str, other: str) -> bool:
    """Equal names, or one that holds all words of the other, if they are more than a short word."""
    ours, theirs = set(one.split()), set(other.split())
    return one == other or (bool(ours and theirs) and (ours <= theirs or theirs <= ours) and min(max(map(len, ours)), max(map(len, theirs))) > 3)


def fit_part(rows: list[Row], held: set[str]) -> dict[str, float]:
    """Weights of what speaks for a candidate: by what it is on all articles, then against the model on the held-out ones."""
    kept = [row for row in rows if row[0] in held]
    sums, found = [], {}
    for by in ("frame", "near"):
        of_kind = [row for row in rows if row[2].get(by) and (by == "frame" or (row[2]["silent"] and not row[2]["far"]))]
        names = sorted({name for row in of_kind for name in row[2] if name.startswith(by)} | ({"steps"} if by == "near" else set()))
        rest = [row for row in of_kind if row[0] not in held]
        every, some = (ridge(matrix(part, names, []), column(part, 3), column(part, 4), strength=2.0) for part in (of_kind, rest))
        sums.append(matrix(kept, names, []) @ some * np.array([row[2].get(by, 0.0) for row in kept]))
        found[by] = dict(zip(names, map(float, every), strict=True))
    prior = np.array([1.0, 0.8] + [0.4 if name == "model" else 0.0 for name in SHARED])
    extra = np.hstack([np.stack(sums, axis=1), matrix(kept, list(SHARED), [])])
    scales = ridge(extra, column(kept, 3), column(kept, 4), strength=4.0, prior=prior)
    weights = {name: float(scales[place]) * value for place, by in enumerate(found) for name, value in found[by].items()}
    for name, value in zip(SHARED, scales[2:], strict=True):
        weights[name] = weights.get(name, 0.0) + float(value)
    return weights


def ridge(x: Floats, y: Floats, weight: Floats, *, strength: float, prior: Floats | None = None) -> Floats:
    """Logistic regression with a pull towards `prior` (zero), by damped Newton steps."""
    centre = np.zeros(x.shape[1]) if prior is None else prior
    found = centre * 0.3
    for _ in range(200):
        p = 1 / (1 + np.exp(-np.clip(x @ found, -30, 30)))
        slope = x.T @ ((p - y) * weight) + strength * (found - centre)
        curve = (x * (p * (1 - p) * weight)[:, None]).T @ x + strength * np.eye(x.shape[1])
        step = 0.5 * np.linalg.solve(curve, slope)
        found = found - step
        if np.abs(step).max() < 1e-6:
            break
    return found


def matrix(rows: list[Row], names: list[str], types: list[str]) -> Floats:
    """Features by name, then one column per type."""
    return np.array([[row[2].get(name, 0.0) for name in names] + [float(row[1] == type) for type in types] for row in rows])


def column(rows: list[Row], place: int) -> Floats:
    """Labels (3) or weights (4) of rows."""
    return np.array([row[place] for row in rows], dtype=np.float64)


def fit_listing(rows: list[Row], held: set[str]) -> tuple[dict[str, float], dict[str, float]]:
    """Weights of features and of types: first without the model, then with it on the articles held out from it."""
    names = sorted({name for row in rows for name in row[2]} - MODEL_FEATURES)
    types = sorted({row[1] for row in rows})
    framed = [row for row in rows if not row[2]["no_frame"]]
    rest, kept = [r for r in framed if r[0] not in held], [r for r in rows if r[0] in held]
    every, some = (ridge(matrix(part, names, types), column(part, 3), column(part, 4), strength=1.0) for part in (framed, rest))
    total = matrix(kept, names, types) @ some
    extra = np.array([[1.0, s, r[2]["model"], r[2]["no_frame"]] for s, r in zip(total, kept, strict=True)])
    bias, frames, model, alone = ridge(extra, column(kept, 3), column(kept, 4), strength=0.5, prior=np.array([0.0, 1.0, 0.5, 0.0]))
    weights = dict(zip(names, map(float, frames * every[: len(names)]), strict=True))
    weights["bias"] += float(bias)
    weights |= {"model": float(model), "no_frame": float(alone), "no_model": float(NO_MODEL_LOG_ODDS * model)}
    return weights, dict(zip(types, map(float, frames * every[len(names) :]), strict=True))


def fit_merging(rows: list[Row]) -> dict[str, float]:
    """Weights of what speaks for two mentions being one event."""
    names = sorted({name for row in rows for name in row[2]})
    found = ridge(matrix(rows, names, []), column(rows, 3), column(rows, 4), strength=2.0)
    return dict(zip(names, map(float, found), strict=True))


def write(path: Path, tables: dict[str, dict[str, float]]) -> None:
    """Replace some tables of the file; thresholds and the other tables stay as they are."""
    old = shipped.load_event_scores(path)
    kept = {"weights": old.weights, "types": old.types, **old.parts, "merging": old.merging}
    parts = [
        "# How the evidence for an event adds up, in log-odds; fitted by training/fit_event_scores.py on hand-coded articles.",
        f"[thresholds]\nkeep = {old.keep}\nweak = {old.weak}\nmerge = {old.merge}",
        *(_table(name, tables.get(name, table)) for name, table in kept.items()),
    ]
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _table(name: str, table: dict[str, float]) -> str:
    rows = "\n".join(f'"{key}" = {value:.3f}' if ":" in key else f"{key} = {value:.3f}" for key, value in sorted(table.items()))
    return f"[{name}]\n{rows}"


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder that holds gold/train")
    parser.add_argument("--out", type=Path, default=Path(shipped.__file__).parent / "data" / "event_scores.toml")
    options = parser.parse_args()
    articles = list(coded_articles(options.data / "gold" / "train"))
    held = held_out([article.id for article in articles])
    _rewrite(options.out, {role: fit_part(parts(articles, role), held) for role in ROLES})
    weights, types = fit_listing(mentions(articles), held)
    _rewrite(options.out, {"weights": weights, "types": types})
    _rewrite(options.out, {"merging": fit_merging(pairs(articles))})


def _rewrite(path: Path, tables: dict[str, dict[str, float]]) -> None:
    """Write tables, so that the next fit builds on them."""
    write(path, tables)
    shipped.load_event_scores.cache_clear()


if __name__ == "__main__":
    main()
