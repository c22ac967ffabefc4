"""Tasks of Label Studio: one article each, with its events and statements marked, to be corrected there and taken back by `sayso correct`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO

from sayso.dataset.finding import Query
from sayso.dataset.label_studio import task as task_of
from sayso.dataset.profiles.columns import Profile, Task
from sayso.dataset.reading import reading


def write_tasks(task: Task, stream: IO[str]) -> None:
    """One JSON array, a task a line, by the articles' ids."""
    stream.write("[")
    articles = _articles(task)
    task.counts.written = 0
    for key in articles:
        stream.write((",\n" if task.counts.written else "\n") + json.dumps(task_of(*reading(task.store, key)), ensure_ascii=False))
        task.counts.written += 1
    stream.write("\n]\n")


def _articles(task: Task) -> Iterable[str]:
    """Those in which an event is found; where nothing is asked for all, for people may find what was missed."""
    if task.query != Query():
        return sorted({happening.article for happening in task.happenings})
    return (row["id"] for row in task.store.rows("SELECT id FROM articles WHERE copy_of IS NULL AND record IS NOT NULL ORDER BY id"))


LABEL_STUDIO = Profile(
    "label-studio",
    "tasks with marks, to be corrected in Label Studio",
    "labelstud.io, Import pre-annotated data into Label Studio",
    write_tasks,
    ending="json",
    of_articles=True,
)
