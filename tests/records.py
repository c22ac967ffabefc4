"""A small record made by hand, with the text it belongs to."""

from __future__ import annotations

from sayso.article import Span
from sayso.record import Actor, ArticleInfo, Event, Participant, Pipeline, Place, Record, Say, Statement, Time, Toll, When

TEXT = "Norland said rebels bombed a market in Port Vale on Monday, killing six people. The rebels denied it."


def span(words: str) -> Span:
    """Where words stand in the text."""
    start = TEXT.index(words)
    return start, start + len(words)


def small_record() -> Record:
    """Norland asserts, the rebels deny: one assault with a toll, a place, a date and a dispute."""
    return Record(
        article=ArticleInfo("a-1", "Market bombed", "The Herald", None, "2024-03-06", "en", len(TEXT), "0" * 64),
        actors=[
            Actor("a1", "Norland", "country", "NLD", ["GOV"], mentions=[span("Norland")]),
            Actor("a2", "rebels", "group", "NLD", ["REB"], mentions=[span("rebels"), span("The rebels")]),
            Actor("a3", "six people", "population", None, ["CVL"], mentions=[span("six people")]),
        ],
        places=[Place("p1", "Port Vale", "NLD", None, 52.1, 4.3, "city", 17, [span("Port Vale")])],
        times=[Time("t1", span("on Monday"), "date", "2024-03-04", "2024-03-04", "2024-03-04")],
        statements=[
            Statement("s1", "a1", span("Norland"), span("said"), [span("rebels bombed a market in Port Vale on Monday, killing six people")], "indirect", "say", about=["e1"]),
            Statement("s2", "a2", span("The rebels"), span("denied"), [span("it.")], "indirect", "deny", addressee="a1", via="s1", about=["e1"]),
        ],
        events=[
            Event(
                "e1", "ASSAULT", "explosives", ["military"], span("bombed"), [(0, TEXT.index(" The rebels"))],
                [Participant("a2", span("rebels"), [Say("s1", "asserts"), Say("s2", "denies")])], [Participant("a3", span("six people"))],
                When("2024-03-04", "2024-03-04", span("on Monday"), "t1"), ["p1"], "happened",
                [Toll("killed", 6, 6, "people", span("six people"), [Say("s1", "asserts")])], [Say("s1", "asserts")], ["actors"], [], 0.9,
            )
        ],
        pipeline=Pipeline("0.1.0", "m", "k"),
    )  # fmt: skip
