"""The record: what Sayso says about one article. This is the public contract, `sayso/1`.

Spans are `[start, end)` in code points of the article's text. Ids are unique within a record, and the same
article always gives the same ids.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from sayso.article import Span

SCHEMA = "sayso/1"
_Named = TypeVar("_Named", "Actor", "Place", "Statement", "Event")


@dataclass(slots=True)
class ArticleInfo:
    """The article a record belongs to. `length` counts code points."""

    id: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    language: str
    length: int
    sha256: str


@dataclass(slots=True)
class Actor:
    """Someone who acts, speaks or is acted upon. `kind` is person, organization, country, group or population."""

    id: str
    name: str
    kind: str
    country: str | None = None
    sector: list[str] = field(default_factory=list)
    office: str | None = None
    knowledge_id: str | None = None
    mentions: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Place:
    """A named place. `precision` is point, city, admin2, admin1, country or region; degrees are WGS 84."""

    id: str
    name: str
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str = "region"
    geonames_id: int | None = None
    mentions: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Time:
    """A time expression with its TIMEX3 value; `start` and `end` are ISO dates as exact as known."""

    id: str
    span: Span
    kind: str
    value: str | None
    start: str | None = None
    end: str | None = None


@dataclass(slots=True)
class Statement:
    """Something said, written, thought, wanted or ordered; `speaker` is an actor id or null."""

    id: str
    speaker: str | None
    speaker_span: Span | None
    cue_span: Span | None
    content_spans: list[Span]
    form: str
    act: str
    addressee: str | None = None
    via: str | None = None
    about: list[str] = field(default_factory=list)
    when: str | None = None


@dataclass(slots=True)
class Say:
    """On whose word something rests: a statement and its stance (asserts, confirms, denies, doubts)."""

    statement: str
    stance: str


@dataclass(slots=True)
class Participant:
    """An actor in its role in one event, where it is named there, and who says so."""

    actor: str
    span: Span | None
    say_so: list[Say] = field(default_factory=list)


@dataclass(slots=True)
class When:
    """When an event took place; `time` is the id of the expression it was read from."""

    start: str | None = None
    end: str | None = None
    span: Span | None = None
    time: str | None = None


@dataclass(slots=True)
class Toll:
    """A count of people: `kind` is killed, injured, captured or displaced; null bounds are open."""

    kind: str
    min: int | None
    max: int | None
    who: str | None
    span: Span
    say_so: list[Say] = field(default_factory=list)


@dataclass(slots=True)
class Event:
    """One thing that was done, threatened, planned or asked for. An empty `say_so` is the publisher's own voice."""

    id: str
    type: str
    mode: str | None
    contexts: list[str]
    trigger_span: Span
    evidence_spans: list[Span]
    actors: list[Participant]
    recipients: list[Participant]
    when: When
    where: list[str]
    reality: str
    toll: list[Toll]
    say_so: list[Say]
    disputed: list[str]
    about: list[str]
    confidence: float
    codes: dict[str, str] | None = None
    """Codes by the names of the user's own ontologies. Without any, the field is left out of dicts and JSON."""


@dataclass(slots=True)
class Pipeline:
    """Which software, model and knowledge made the record."""

    version: str
    model_sha256: str
    knowledge_sha256: str


@dataclass(slots=True)
class Record:
    """Everything Sayso read in one article."""

    article: ArticleInfo
    actors: list[Actor]
    places: list[Place]
    times: list[Time]
    statements: list[Statement]
    events: list[Event]
    pipeline: Pipeline
    schema: str = SCHEMA

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts and lists, in the order of the schema."""
        body = plain(self)
        for event in body["events"]:
            if event["codes"] is None:
                del event["codes"]
        return {"schema": body.pop("schema"), **body}

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON text; the same record gives the same bytes."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def actor(self, actor_id: str) -> Actor:
        """The actor with this id; KeyError when there is none."""
        return _by_id(self.actors, actor_id)

    def place(self, place_id: str) -> Place:
        """The place with this id; KeyError when there is none."""
        return _by_id(self.places, place_id)

    def statement(self, statement_id: str) -> Statement:
        """The statement with this id; KeyError when there is none."""
        return _by_id(self.statements, statement_id)

    def event(self, event_id: str) -> Event:
        """The event with this id; KeyError when there is none."""
        return _by_id(self.events, event_id)

    @property
    def disputes(self) -> list[Event]:
        """Events with a field that one speaker asserts and another denies."""
        return [event for event in self.events if event.disputed]

    def statements_by(self, actor_id: str) -> list[Statement]:
        """Statements whose speaker is this actor, in the order of the text."""
        return [statement for statement in self.statements if statement.speaker == actor_id]

    def __iter__(self) -> Iterator[Event]:
        """Iterate over the events."""
        return iter(self.events)


def plain(value: Any) -> Any:
    """A record or a part of it as dicts and lists. As `dataclasses.asdict`, which takes several times as long to copy what never changes."""
    names = _NAMES.get(type(value))
    if names is not None:
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return dict(value) if isinstance(value, dict) else value


_PARTS = (ArticleInfo, Actor, Place, Time, Statement, Say, Participant, When, Toll, Event, Pipeline, Record)
_NAMES: dict[type, tuple[str, ...]] = {part: tuple(own.name for own in fields(part)) for part in _PARTS}


def _by_id(items: list[_Named], wanted: str) -> _Named:
    for item in items:
        if item.id == wanted:
            return item
    raise KeyError(wanted)
