"""Datasets for tests: a few reports made by hand, told by several outlets, and one story of them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from sayso.article import Article
from sayso.dataset.happening import Happening, Party, Spot
from sayso.dataset.store import Store
from sayso.record import Actor, ArticleInfo, Event, Participant, Pipeline, Place, Record, Say, Statement, Time, Toll, When
from tests.records import TEXT, small_record

OTHER = "Turkish jets struck a camp near Åland Ridge in March 2018, the =army said.\nMarchers in Port Vale demanded talks."
NEVER = dict.fromkeys(("killed", "injured", "captured", "displaced"), (None, None))


def other_record() -> Record:
    """An air strike that Turkey asserts, dated to a month, and a planned protest without a date or an evident victim."""

    def span(words: str) -> tuple[int, int]:
        return OTHER.index(words), OTHER.index(words) + len(words)

    return Record(
        ArticleInfo("b-1", None, "The Courier", "https://courier.example/1", "2018-04-02", "en", len(OTHER), "1" * 64),
        [
            Actor("a1", "Turkish Air Force", "organization", "TUR", ["MIL"], mentions=[span("Turkish jets")]),
            Actor("a2", "Marchers; others", "group", None, ["CVL", "LAB"], mentions=[span("Marchers")]),
            Actor("a3", "=army", "organization", "TUR", ["MIL", "GOV"], mentions=[span("the =army")]),
        ],
        [
            Place("p1", "Åland Ridge", "SYR", "Aleppo", 36.5, 37.25, "city", 5, [span("Åland Ridge")]),
            Place("p2", "Port Vale", "NLD", None, 52.1, 4.3, "city", 17, [span("Port Vale")]),
        ],
        [Time("t1", span("March 2018"), "date", "2018-03", "2018-03", "2018-03")],
        [Statement("s1", "a3", span("the =army"), span("said"), [span("Turkish jets struck a camp")], "indirect", "say", about=["e1"])],
        [
            Event(
                "e1", "ASSAULT", "aerial", ["military"], span("struck"), [(0, OTHER.index("\n"))], [Participant("a1", span("Turkish jets"))], [],
                When("2018-03", "2018-03", span("March 2018"), "t1"), ["p1"], "happened",
                [Toll("killed", 3, None, None, span("a camp")), Toll("injured", None, 7, None, span("a camp"))], [Say("s1", "asserts")], [], [], 0.8,
            ),
            Event(
                "e2", "PROTEST", "demo", [], span("Marchers"), [(OTHER.index("Marchers"), len(OTHER))], [Participant("a2", span("Marchers"))], [],
                When(None, None), ["p2"], "planned", [], [], [], [], 0.6,
            ),
        ],
        Pipeline("0.1.0", "m", "k"),
    )  # fmt: skip


def reports() -> list[tuple[Article, Record]]:
    """Two articles with what was read in them."""
    return [
        (Article(TEXT, "a-1", "Market bombed", "The Herald", None, "2024-03-06"), small_record()),
        (Article(OTHER, "b-1", None, "The Courier", "https://courier.example/1", "2018-04-02"), other_record()),
    ]


def filled(path: Path, *, backwards: bool = False, linked: bool = False) -> Store:
    """A dataset of the reports and a copy of the first."""
    store = Store(path, create=True)
    pairs = reports()
    with store.transaction():
        for article, record in reversed(pairs) if backwards else pairs:
            store.add(article, record)
        first = store.add(*pairs[0])
        store.add(replace(pairs[0][0], publisher="The Echo"), None, copy_of=first)
        if linked:
            _link(store)
    return store


def _link(store: Store) -> None:
    """One story of the two assaults, which have little in common but do for a test."""
    store.connection.execute("UPDATE events SET story = 'story-1' WHERE type = 'ASSAULT'")
    row = {
        "id": "story-1", "type": "ASSAULT", "mode": "explosives", "actors": "rebels", "actor_countries": "NLD", "recipients": "six people; a ghost",
        "recipient_countries": "; SYR", "start": "2024-03-04", "end": "2024-03-04", "places": "Port Vale", "place_countries": "NLD", "latitude": 52.1,
        "longitude": 4.3, "precision": "city", "reality": "happened", "killed_min": 3, "killed_max": 6, "events": 2, "articles": 3, "publishers": 2,
        "first_published": "2018-04-02", "last_published": "2024-03-06", "disputed": "actors", "detail": json.dumps({}),
    }  # fmt: skip
    names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
    store.connection.execute(f"INSERT INTO stories ({names}) VALUES ({marks})", tuple(row.values()))


def happening(**values: object) -> Happening:
    """An event made by hand: state forces shoot at rebels in Syria, unless told otherwise."""
    common: dict[str, object] = {
        "id": "0123456789abcdef/e1", "story": None, "article": "0123456789abcdef", "title": "A title", "url": "https://example.org/1",
        "publishers": ("The Herald",), "articles": 1, "independent": 1, "published": "2024-03-06", "last_published": "2024-03-06", "type": "ASSAULT",
        "mode": "firearms", "contexts": (), "reality": "happened", "start": "2024-03-04", "end": "2024-03-04",
        "actors": (Party("Northern Army", "organization", "SYR", ("MIL",)),), "recipients": (Party("Ridge Front", "organization", "SYR", ("REB",)),),
        "places": (Spot("Homs", "SYR", "Homs", 34.7, 36.7, "city", 1),), "latitude": 34.7, "longitude": 36.7, "precision": "city", "tolls": dict(NEVER),
        "attributed_to": None, "stance": None, "disputed": None, "confidence": 0.9, "trigger": "fired", "trigger_start": 10, "trigger_end": 15,
        "evidence": "The army fired.", "evidence_spans": (("0123456789abcdef", 5, 20),), "in_lead": True, "version": "0.1.0", "pipeline": {}, "codes": {},
    }  # fmt: skip
    return Happening(**{**common, **values})  # type: ignore[arg-type]
