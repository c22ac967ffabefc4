"""Records against hand-coded articles, by the scorer that comes with the gold."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from evaluation.figures import Figures, MissingDataError, System
from sayso.article import Article
from sayso.readers import find_boilerplate
from sayso.record import Record

_FIGURES = {
    "events detected": ("events", "detected"),
    "events typed": ("events", "typed"),
    "events full": ("events", "full"),
    "actors": ("fields", "actors"),
    "recipients": ("fields", "recipients"),
    "country": ("fields", "country"),
    "sector": ("fields", "sector"),
    "reality": ("fields", "reality"),
    "mode": ("fields", "mode"),
    "when": ("fields", "when"),
    "where": ("fields", "where"),
    "toll": ("fields", "toll"),
    "say-so": ("fields", "say_so"),
    "disputed": ("fields", "disputed"),
    "statements found": ("statements", "found"),
    "statements speaker": ("statements", "speaker"),
    "statements act": ("statements", "act"),
    "statements addressee": ("statements", "addressee"),
}


def load_scorer(path: Path) -> Any:
    """The scorer's module. Raises MissingDataError where it is not there."""
    if not path.exists():
        raise MissingDataError(f"{path} is not there")
    spec = importlib.util.spec_from_file_location("score_gold", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def code_folder(folder: Path, system: System) -> dict[str, Record]:
    """Records of the articles of a gold folder by id; the gold's `published` is given as it stands."""
    import json

    articles = []
    for path in sorted(folder.glob("*.json")):
        text = (folder / "texts" / f"{path.stem}.txt").read_text(encoding="utf8")
        published = json.loads(path.read_text(encoding="utf8")).get("published")
        articles.append(Article(text, path.stem, published=published, skipped=find_boilerplate(text)))
    return {record.article.id: record for record in system.coder.code_many(articles)}


def score(data: Path, split: str, system: System) -> Figures:
    """Every figure of the scorer, in per cent (F1, or accuracy on matched items)."""
    folder = data / "gold" / split
    if not folder.is_dir():
        raise MissingDataError(f"{folder} is not there")
    scorer = load_scorer(data / "tools" / "score_gold.py")
    records = {name: record.to_dict() for name, record in code_folder(folder, system).items()}
    scored = scorer.score(folder, folder / "texts", records)
    return {name: round(100 * (found.get("f1", found.get("acc", 0.0))), 2) for name, (part, key) in _FIGURES.items() for found in [scored[part][key]]}
