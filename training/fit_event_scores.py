"""Fit the weights by which evidence for events adds up, and rewrite `knowledge/data/event_scores.toml`.

    python -m training.fit_event_scores --data ../shared --networks training/work/fold-?           # after a training with folds
    python -m training.fit_event_scores --data ../shared --networks src/sayso/language/model --gently --only actor recipient merging

Logistic regressions on hand-coded articles that the networks do not know, each building on the one before: what speaks for a
candidate being actor or recipient; what speaks for a mention being an event; what speaks for two mentions being one event; what
speaks for all mentions of an event together being one that is worth listing.
Thresholds are kept as they stand in the file.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sayso.coder import STEPS, run
from sayso.coding.arguments import ROLES, candidates, evidence
from sayso.coding.events import find_events, gather
from sayso.coding.features import features_of
from sayso.coding.listing import listing_features
from sayso.coding.merging import cluster, fold, merge_events
from sayso.coding.sameness import Told, pair_features
from sayso.coding.scene import Scene
from sayso.knowledge import event_scores as shipped
from training.ridge import Row, fit
from training.tables import table
from training.unseen import Coded, add_options, matching, same_actor, unseen_articles

BETWEEN = STEPS[STEPS.index(find_events) + 1 : STEPS.index(merge_events)]
TYPE = "type of event: "
"""Marks evidence that is the type of the event, which has a table of its own."""
TABLES = (*ROLES, "listing", "merging", "listed")
STRENGTH = {"part": 4.0, "listing": 2.0, "merging": 2.0, "listed": 3.0}
"""How strongly weights are pulled."""


def parts(articles: list[Coded], role: str) -> list[Row]:
    """One row per candidate for a role in an event that the coder has too: does the coder list the candidate?"""
    rows: list[Row] = []
    for article in articles:
        scene = Scene(article.draft)
        for found in gather(scene, shipped.load_event_scores()):
            hits = matching(article, found.event, exact=True)
            said = scene.arguments.get(found.event.trigger, [])
            if hits and not (role == "recipient" and found.frame.mutual):
                wanted = [article.actors[ref] for place in hits for ref in article.gold[place][f"{role}s"]]
                for candidate in candidates(scene, found, role, said):
                    right = any(same_actor(one, candidate.mention.actor, article.draft.article.text) for one in wanted)
                    rows.append((evidence(scene, found, candidate, judged=bool(said)), float(right), 1.0))
    return rows


def mentions(articles: list[Coded]) -> list[Row]:
    """One row per proposed mention; marginal events are neither right nor wrong and left out."""
    rows: list[Row] = []
    for article in articles:
        scene = Scene(article.draft)
        for found in gather(scene, shipped.load_event_scores()):
            hits = matching(article, found.event)
            core = any(article.gold[place].get("core", True) for place in hits)
            if core or not hits:
                rows.append((features_of(scene, found) | {TYPE + found.event.type: 1.0}, float(core), 1.0))
    return rows


def pairs(articles: list[Coded]) -> list[Row]:
    """One row per pair of mentions of one type that both belong to events of the coder's: is it the same one?"""
    rows: list[Row] = []
    for article in articles:
        events = [(Told(article.draft.analysis, event), set(matching(article, event, exact=True))) for event in article.draft.events]
        for place, (first, ours) in enumerate(events):
            for second, theirs in events[place + 1 :]:
                if first.event.type == second.event.type and ours and theirs:
                    weight = 1.0 if len(ours) == len(theirs) == 1 else 0.5
                    rows.append((pair_features(first, second), float(bool(ours & theirs)), weight))
    return rows


def groups(articles: list[Coded]) -> list[Row]:
    """One row per event of ours, surest first: does the coder list it, and has none of ours taken its place? Marginal events are left out."""
    rows: list[Row] = []
    for article in articles:
        analysis = article.draft.analysis
        found = cluster(analysis, article.draft.events, shipped.load_event_scores())
        features = listing_features(analysis, found)
        events = [fold(analysis, group) for group in found]
        taken: set[int] = set()
        for place in sorted(range(len(events)), key=lambda place: (-events[place].confidence, place)):
            free = [hit for hit in matching(article, events[place], exact=True) if hit not in taken]
            taken.update(free[:1])
            if not free or article.gold[free[0]].get("core", True):
                rows.append((features[place], float(bool(free)), 1.0))
    return rows


def write(path: Path, tables: dict[str, dict[str, float]]) -> None:
    """Replace some tables of the file; thresholds and the other tables stay as they are."""
    old = shipped.load_event_scores(path)
    kept = {"weights": old.weights, "types": old.types, **old.parts, "merging": old.merging, "listed": old.listed}
    thresholds = "\n".join(f"{name} = {getattr(old, name)}" for name in ("keep", "weak", "merge"))
    blocks = [
        "# How the evidence for an event adds up, in log-odds; fitted by training/fit_event_scores.py on hand-coded articles.",
        f"[thresholds]\n{thresholds}",
        *(table(name, tables.get(name, old_table)) for name, old_table in kept.items()),
    ]
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    # The next fit builds on this one.
    shipped.load_event_scores.cache_clear()


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    parser.add_argument("--out", type=Path, default=Path(shipped.__file__).parent / "data" / "event_scores.toml")
    parser.add_argument("--only", choices=TABLES, nargs="+", default=TABLES, help="what to fit; the rest stays")
    options = parser.parse_args()
    articles = list(unseen_articles(options.data, options.networks, options.unseen))
    old = shipped.load_event_scores(options.out)

    def fitted(rows: list[Row], kind: str, known: dict[str, float]) -> dict[str, float]:
        return fit(rows, strength=STRENGTH[kind], known=known if options.gently else None)

    roles = {role: fitted(parts(articles, role), "part", old.parts[role]) for role in ROLES if role in options.only}
    write(options.out, roles)
    if "listing" in options.only:
        found = fitted(mentions(articles), "listing", old.weights | {TYPE + type: value for type, value in old.types.items()})
        types = {name.removeprefix(TYPE): value for name, value in found.items() if name.startswith(TYPE)}
        write(options.out, {"weights": {name: value for name, value in found.items() if not name.startswith(TYPE)}, "types": types})
    if {"merging", "listed"} & set(options.only):
        for article in articles:
            run(article.draft, (find_events, *BETWEEN))
    if "merging" in options.only:
        write(options.out, {"merging": fitted(pairs(articles), "merging", old.merging)})
    if "listed" in options.only:
        write(options.out, {"listed": fitted(groups(articles), "listed", old.listed)})


if __name__ == "__main__":
    main()
