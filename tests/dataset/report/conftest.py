"""A dataset with a few small articles, one of them hostile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.article import Article
from sayso.dataset.store import Store
from tests.records import TEXT, small_record

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&\u202e"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Three articles: a market is bombed, talks are held, and one whose every word is hostile."""
    made = Store(tmp_path / "d.sqlite", create=True)
    made.add(Article(TEXT, "a-1", "Market bombed", "The Herald", "https://herald.example/1", "2024-03-06"), small_record())
    talks = small_record()
    talks.events[0] = replace(
        talks.events[0], type="CONSULT", mode="visit", toll=[], disputed=[], say_so=[], recipients=[], actors=[replace(one, say_so=[]) for one in
        (*talks.events[0].actors, replace(talks.events[0].actors[0], actor="a1"))], when=replace(talks.events[0].when, start="2024-02", end="2024-02"),
    )  # fmt: skip
    made.add(Article(TEXT, "a-2", "Talks held", "The Post", "javascript:alert(3)", "2024-02-06"), talks)
    hostile = small_record()
    hostile.article.publisher = HOSTILE
    hostile.events[0].type = "AID"
    hostile.events[0].mode = None
    for actor in hostile.actors:
        actor.name = HOSTILE
    hostile.places[0].name = HOSTILE
    text = TEXT.replace("a market", "<b>'\"\x00>")
    made.add(Article(text, "a-3", HOSTILE, HOSTILE, f'https://x.example/"{HOSTILE}', "2024-03-01"), hostile)
    made.connection.executemany("INSERT INTO quarantine VALUES ('s', ?, 'f', ?, NULL, NULL, ?, 'm', '')", [(1, 1, "deadline"), (2, 2, "unreadable")])
    return made


def crowd(path: Path, articles: int) -> Store:
    """A dataset of many articles, told apart by their publishers, with one event each in days of three years."""
    made = Store(path, create=True)
    body = small_record()
    with made.transaction():
        for number in range(articles):
            day = f"20{20 + number % 3}-{1 + number % 12:02}-{1 + number % 28:02}"
            body.events[0].when.start = body.events[0].when.end = day
            made.add(Article(TEXT, f"a-{number}", None, f"Outlet {number}", None, day), body)
    return made
