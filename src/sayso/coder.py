"""The path of an article, as a list of steps you can read."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from sayso._version import __version__
from sayso.article import Article
from sayso.coding.actors import find_actors
from sayso.coding.answers import part_answers
from sayso.coding.codes import code_events
from sayso.coding.draft import Draft
from sayso.coding.events import find_events
from sayso.coding.finish import finish
from sayso.coding.merging import merge_events
from sayso.coding.places import find_places
from sayso.coding.reality import judge_reality
from sayso.coding.sayso import attribute_events
from sayso.coding.statements import find_statements
from sayso.coding.times import find_times
from sayso.coding.tolls import count_tolls
from sayso.knowledge import Knowledge
from sayso.language.analysis import Analysis
from sayso.language.core import LanguageCore
from sayso.record import Pipeline, Record

STEPS: tuple[Callable[[Draft], None], ...] = (
    find_actors,
    find_times,
    find_places,
    find_statements,
    find_events,
    part_answers,
    judge_reality,
    count_tolls,
    merge_events,
    attribute_events,
    code_events,
)
"""Each step reads what the steps before it left in the draft, and adds its own."""

AT_ONCE = 16
"""Articles that are read before the first of them is coded."""


class Coder:
    """Codes articles. Loading takes a moment, so make one and use it for all; it keeps no state between articles."""

    def __init__(self, *, knowledge: Knowledge | None = None, threads: int = 1) -> None:
        self.core = LanguageCore.load(threads=threads)
        self.knowledge = knowledge or Knowledge.load()
        self.pipeline = Pipeline(__version__, self.core.encoder.sha256, self.knowledge.sha256)
        # What is known stays for good: the collector need not go over its hundred thousand objects again and again.
        gc.collect()
        gc.freeze()

    def code(self, article: Article) -> Record:
        """The record of one article. Nothing is remembered of it, so that memory does not grow with the articles."""
        record = next(self.code_many([article]))
        self.knowledge.forget()
        return record

    def code_many(self, articles: Iterable[Article]) -> Iterator[Record]:
        """Records of many articles, in their order, a few at a time."""
        waiting = iter(articles)
        while batch := list(islice(waiting, AT_ONCE)):
            analyses = self.core.analyse_many([a.text for a in batch], skipped=[a.skipped for a in batch])
            for article, analysis in zip(batch, analyses, strict=True):
                yield self.code_analysed(article, analysis)

    def code_analysed(self, article: Article, analysis: Analysis) -> Record:
        """The record of an article that the language core has read already."""
        draft = Draft(article, analysis, self.knowledge)
        run(draft)
        return finish(draft, self.pipeline)


def run(draft: Draft, steps: Sequence[Callable[[Draft], None]] = STEPS) -> None:
    """Run the steps over one draft, in order."""
    for step in steps:
        step(draft)
