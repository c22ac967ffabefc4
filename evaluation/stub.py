"""A coder that understands nothing and takes no time, and reports made up for it: to try what is around the coder, `sayso run` above all.

A few words in a report make it misbehave as a real one might: HANG, EAT (memory), KILL (as the kernel does when memory runs out), DIE and RAISE.
"""

from __future__ import annotations

import os
import random
import signal
import time

from sayso.article import Article
from sayso.record import Actor, ArticleInfo, Event, Participant, Pipeline, Record, When

_WORDS = (
    "army border council delta envoy flood garrison harbour island jury kitchen ladder market north office parade quarter river soldier town "
    "union village winter yard zone alarm bridge convoy depot engine ferry guard hospital inquiry judge league minister night order patrol"
)
PIPELINE = Pipeline("0", "no model", "no knowledge")


class StubCoder:
    """Finds one actor, the first word, and one event, the second; `pause` is how many seconds that takes."""

    def __init__(self, pipeline: Pipeline = PIPELINE, pause: float = 0.0) -> None:
        self.pipeline, self.pause = pipeline, pause

    def code(self, article: Article) -> Record:
        """The record of one article."""
        time.sleep(self.pause)
        _misbehave(article.text)
        first, second = article.text.split()[:2]
        actor, trigger = (0, len(first)), (article.text.index(second), article.text.index(second) + len(second))
        info = ArticleInfo(
            article.id, article.title, article.publisher, article.url, article.published, article.language, len(article.text), article.sha256
        )
        day = article.published
        event = Event(
            "e1",
            "ASSAULT",
            None,
            [],
            trigger,
            [(0, len(article.text))],
            [Participant("a1", actor)],
            [],
            When(day, day),
            [],
            "happened",
            [],
            [],
            [],
            [],
            0.5,
        )
        return Record(info, [Actor("a1", first, "group", mentions=[actor])], [], [], [], [event], self.pipeline)


def _misbehave(text: str) -> None:
    if "HANG" in text:
        time.sleep(3600)
    if "EAT" in text:
        list(range(10**11))
    if "KILL" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "DIE" in text:
        os._exit(7)
    if "RAISE" in text:
        raise ZeroDivisionError("as told")


def reports(count: int, *, seed: int = 1) -> list[dict[str, str]]:
    """Rows of made-up reports; of every ten, one is a copy of one before it, one the same with more in it, and one cannot be coded now and then."""
    chance, words = random.Random(seed), _WORDS.split()
    found: list[dict[str, str]] = []
    for number in range(count):
        text = " ".join(chance.choice(words) for _ in range(chance.randint(40, 160))) + f" report {number}"
        before = chance.choice(found)["text"] if found else text
        kind = chance.randrange(20)
        text = {0: before, 1: before, 2: f"{before} {text[:80]}", 3: f"{before} {text[:90]}", 4: f"{text} RAISE"}.get(kind, text)
        day = f"2024-03-{chance.randint(1, 9):02d}"
        found.append({"id": f"r{number}", "text": text, "published": day, "publisher": f"Outlet {chance.randrange(5)}"})
    return found
