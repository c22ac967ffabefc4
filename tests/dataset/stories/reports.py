"""Reports and articles made by hand, for the tests of stories."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sayso.article import Article
from sayso.dataset.store import Store
from sayso.dataset.stories.reports import ALWAYS, Parties, Report, words
from sayso.record import Actor, ArticleInfo, Event, Participant, Pipeline, Place, Record, Say, Statement, Toll, When

SENTENCE = "Harbour Guards bombed the Mirel Bridge near Tolvany, killing 14 dockers before sunrise"
PARTIES = Parties({"harbour guards"}, {"dockers"}, {"harbour guards"}, {"NLD"}, {"NLD"}, set(), {"tolvany"})


def day(value: str) -> int:
    return date.fromisoformat(value).toordinal()


def report(id: str, **changes: Any) -> Report:
    """A report of the bombing of a bridge, with what is changed."""
    made = Report(
        id=id, article=id.split("/")[0], type="ASSAULT", mode="explosives", settled=True, stem="bomb", words=words(SENTENCE), around=words(SENTENCE),
        parties=PARTIES, countries=frozenset({"NLD"}), point=(52.0, 4.0), first=day("2024-03-04"), last=day("2024-03-04"), exact=True,
        published=day("2024-03-05"), tolls={"killed": (14, 14)}, source="the herald",
    )  # fmt: skip
    return replace(made, **changes)


def undated(id: str, published: str | None, **changes: Any) -> Report:
    """The same without a date of its own."""
    known = None if published is None else day(published)
    return report(id, first=-ALWAYS, last=ALWAYS if known is None else known, exact=False, published=known, **changes)


def add(
    store: Store,
    publisher: str,
    published: str | None,
    sentence: str = SENTENCE,
    *,
    trigger: str = "bombed",
    actor: tuple[str, str] = ("Harbour Guards", "NLD"),
    recipient: tuple[str, str] = ("dockers", "NLD"),
    place: tuple[str, str, str] = ("Tolvany", "NLD", "city"),
    start: str | None = "2024-03-04",
    killed: int | None = 14,
    speaker: str | None = None,
    stance: str = "asserts",
    reality: str = "happened",
    type: str = "ASSAULT",
    copy_of: str | None = None,
) -> str:
    """Put an article of one sentence with one event into a dataset; gives the article's id."""
    text = f"{sentence}."
    span = text.index(trigger), text.index(trigger) + len(trigger)
    actors = [Actor("a1", actor[0], "organization", actor[1], ["REB"]), Actor("a2", recipient[0], "population", recipient[1], ["CVL"])]
    statements, say_so = [], []
    if speaker:
        actors.append(Actor("a3", speaker, "organization", "NLD", ["GOV"]))
        statements.append(Statement("s1", "a3", None, None, [(0, len(text))], "indirect", "deny" if stance == "denies" else "say", about=["e1"]))
        say_so.append(Say("s1", stance))
    tolls = [] if killed is None else [Toll("killed", killed, killed, "dockers", span, list(say_so))]
    point = (52.0, 4.0) if place[2] != "country" else (None, None)
    places = [Place("p1", place[0], place[1], None, *point, place[2])]
    event = Event(
        "e1", type, "explosives" if type == "ASSAULT" else None, [], span, [(0, len(text))], [Participant("a1", None)], [Participant("a2", None)],
        When(start, start), ["p1"], reality, tolls, say_so, [], [], 0.9,
    )  # fmt: skip
    article = Article(text, publisher, None, publisher, None, published)
    info = ArticleInfo(article.id, None, publisher, None, published, "en", len(text), article.sha256)
    record = Record(info, actors, places, [], statements, [event], Pipeline("0", "", ""))
    with store.transaction():
        return store.add(article, None if copy_of else record, copy_of=copy_of)
