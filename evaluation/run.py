"""Runs the scorers, each with a quick form for the gate and a whole form for the table."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from evaluation import articles, attribution, coreference, entities, muc, petrarch, places, plover, stories, times, treebank
from evaluation.figures import Figures, MissingDataError, System

Scorer = Callable[[Path, str, System], Figures]


@dataclass(frozen=True, slots=True)
class Task:
    """One test set: how it is scored whole and quickly, and which files it reads (for the digest)."""

    name: str
    whole: Scorer
    quick: Scorer
    files: tuple[str, ...]
    margin: float = 1.0
    """Points below the measured figure where its floor is set: other processors round differently, and in a small set one item is points."""


def score_times(data: Path, split: str, system: System) -> Figures:
    """Value F1 end to end of every folder of TimeML under `data/time`."""
    folders = sorted(path for path in (data / "data" / "time").glob("*") if path.is_dir())
    if not folders:
        raise MissingDataError(f"{data / 'data' / 'time'} is not there")
    return {f"times {folder.name}": times.score_times(folder)["value_f1"] for folder in folders}


TASKS: tuple[Task, ...] = (
    Task("treebank", treebank.score, partial(treebank.score, first=400), ("data/ud_ewt/{split}.conllu", "data/gum/{split}.conllu")),
    Task("entities", entities.score, partial(entities.score, first=600), ("data/ner_worldwide/{split}.tsv",)),
    Task("coreference", coreference.score, coreference.score, ("data/gum/{split}.conllu",)),
    Task("articles", articles.score, articles.score, ("gold/{split}/*.json", "gold/{split}/texts/*.txt", "tools/score_gold.py"), 3.0),
    Task("attribution", attribution.score, partial(attribution.score, first=30), ("data/polnear/{split}.jsonl",)),
    Task("times", score_times, score_times, ("data/time/*/*.tml",)),
    Task("places", places.score, partial(places.score, first=80), ("data/geo/*.xml",)),
    Task("plover", plover.score, plover.score, ("data/plover_gsr/{split}.jsonl",), 3.0),
    Task("petrarch", petrarch.score, petrarch.score, ("data/petrarch_gsr/*.xml",), 3.0),
    Task("muc", partial(muc.score, first=300), partial(muc.score, first=60), ("data/muc4/key-{split}*", "data/muc4/{split}*"), 3.0),
    Task("stories", stories.score, stories.score, ("data/corpus/guardian_sdf.jsonl", "data/corpus/worldwide.jsonl"), 3.0),
)


def chosen(names: Sequence[str]) -> list[Task]:
    """Tasks by name, all where none is named; KeyError for a name that is none."""
    known = {task.name: task for task in TASKS}
    return [known[name] for name in names] if names else list(TASKS)


def run(tasks: list[Task], data: Path, split: str, *, quick: bool = False) -> Iterator[tuple[Task, Figures | str]]:
    """Each task with its figures, or with the reason why it could not be run."""
    system = System()
    for task in tasks:
        try:
            yield task, (task.quick if quick else task.whole)(data, split, system)
        except MissingDataError as missing:
            yield task, str(missing)


def digest(task: Task, data: Path, split: str) -> str:
    """SHA-256 over the files a task reads, in the order of their names."""
    found = hashlib.sha256()
    for pattern in task.files:
        for path in sorted(data.glob(pattern.format(split=split))):
            found.update(path.name.encode())
            found.update(path.read_bytes())
    return found.hexdigest()[:16]
