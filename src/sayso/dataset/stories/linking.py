"""From events to stories: which events of a dataset are one happening, and one row for each.

A story's id is made of the event that tells it first: that of the earliest article, and of the smallest id among several. So a story that grows
keeps its id as long as news comes in the order in which it was published, and two stories that become one keep the id of the earlier. The event
that an id names stays in the story whatever its id becomes, so an older id still leads there.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

import numpy as np

from sayso.dataset.store import Store
from sayso.dataset.stories.candidates import candidates
from sayso.dataset.stories.canonical import story_row
from sayso.dataset.stories.clustering import SCALE, cluster
from sayso.dataset.stories.columns import Columns
from sayso.dataset.stories.likeness import likeness, worth_weighing
from sayso.dataset.stories.members import read_members
from sayso.dataset.stories.reports import ALWAYS, Report, read_reports
from sayso.knowledge.story_scores import StoryScores, load_story_scores

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""
_OFTEN = 20_000
"""Pairs or stories after which progress is told."""


@dataclass(frozen=True, slots=True)
class Linked:
    """How many events make how many stories."""

    events: int
    stories: int
    shared: int
    """Stories that more than one article tells."""
    independent: int
    """Stories that more than one publisher tells independently."""
    disputed: int


def group(reports: Sequence[Report], scores: StoryScores | None = None, *, on_progress: Progress | None = None) -> list[list[Report]]:
    """Reports in groups, one a happening, each in the order of ids, whatever order they come in."""
    scores = scores or load_story_scores()
    ordered = sorted(reports, key=_id)
    columns = Columns.of(ordered)
    pairs = candidates(columns)
    near, sums = [pairs[:0]], [np.empty(0, dtype=np.int64)]
    for done in range(0, len(pairs), _OFTEN):
        if on_progress:
            on_progress("comparing", done, len(pairs))
        near.append(worth_weighing(columns, pairs[done : done + _OFTEN]))
        sums.append(np.rint(SCALE * scores.sameness(likeness(columns, near[-1]))).astype(np.int64))
    groups = cluster(ordered, np.concatenate(near), np.concatenate(sums), not_compared=round(SCALE * scores.not_compared))
    return [[ordered[place] for place in places] for places in groups]


def story_id(reports: Sequence[Report]) -> str:
    """The id of a story: `story/` and the event that tells it first."""
    return f"story/{min(reports, key=_told).id}"


def _id(report: Report) -> str:
    return report.id


def _told(report: Report) -> tuple[int, str]:
    return ALWAYS if report.published is None else report.published, report.id


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Without looking for garbage: nearly all that linking makes stays until its end, and going through that again and again takes long."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


@_nothing_collected()
def link(store: Store, *, on_progress: Progress | None = None) -> Linked:
    """Link the events of a dataset into stories anew; all of it is written in one transaction."""
    reports = read_reports(store)
    groups = group(reports, on_progress=on_progress)
    named = ((story_id(told), told) for told in groups)
    with store.transaction() as connection:
        stories = ((story, one.id) for story, told in named for one in told)
        connection.executemany("UPDATE events SET story = ?1 WHERE id = ?2 AND story IS NOT ?1", stories)
        connection.execute("DELETE FROM stories")
        counts = [0, 0, 0, 0]
        for done, members in enumerate(read_members(store, reports)):
            if on_progress and done % _OFTEN == 0:
                on_progress("writing", done, len(groups))
            row = story_row(members[0].row["story"], members)
            connection.execute(_insert(tuple(row)), tuple(row.values()))
            for place, true in enumerate((True, row["articles"] > 1, row["publishers"] > 1, row["disputed"] is not None)):
                counts[place] += true
    return Linked(len(reports), *counts)


@cache
def _insert(names: Sequence[str]) -> str:
    columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    return f"INSERT INTO stories ({columns}) VALUES ({marks})"
