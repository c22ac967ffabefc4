"""Events as flat rows, for tables of every kind. One row per event, every value a string, a number or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.article import Span
from sayso.record import Event, Participant, Record, Say, Statement, Toll

Value = str | int | float | None
Row = dict[str, Value]

COLUMNS: dict[str, str] = {
    "article_id": "the article",
    "publisher": "who published it",
    "published": "when, ISO",
    "event_id": "the event within the article",
    "type": "PLOVER type",
    "mode": "mode of the type",
    "contexts": "contexts, parted by `; `",
    "actors": "names of those who do it, parted by `; `",
    "actor_countries": "their countries, ISO 3166 alpha-3, in the same order",
    "actor_sectors": "their sectors, in the same order; several sectors of one actor are parted by `+`",
    "recipients": "names of those it is done to",
    "recipient_countries": "their countries",
    "recipient_sectors": "their sectors",
    "start": "first day, as exact as known",
    "end": "last day",
    "places": "names of places, most specific first",
    "place_countries": "their countries",
    "latitude": "of the first place that has a point, WGS 84",
    "longitude": "of the same place",
    "precision": "of the same place",
    "reality": "happened, ongoing, planned, threatened, requested, possible, attempted or negated",
    "killed_min": "at least so many killed",
    "killed_max": "at most so many killed",
    "injured_min": "at least so many injured",
    "injured_max": "at most so many injured",
    "captured_min": "at least so many captured",
    "captured_max": "at most so many captured",
    "displaced_min": "at least so many displaced",
    "displaced_max": "at most so many displaced",
    "attributed_to": "on whose word the event rests; empty: the publisher's own voice",
    "stance": "how they stand to it, in the same order",
    "disputed": "fields that one asserts and another denies",
    "confidence": "how sure Sayso is that this is an event, 0 to 1",
    "trigger": "the word that names the event",
    "trigger_start": "where it begins in the text, in characters",
    "trigger_end": "where it ends",
    "evidence": "the sentences it was read from, parted by ` … `",
    "sayso_version": "the software that made the row",
}
"""Every column and what it holds."""
UNNAMED = "an unnamed source"
"""Stands for the name of a speaker whom the text does not name."""
CODES = "codes"
"""A further column, last, of events coded by the user's own ontologies: `acled=Battles: Armed clash`, parted by `; `."""


def rows(record: Record, text: str) -> list[Row]:
    """One flat row per event of a record; `text` is the article's text."""
    return [_row(record, event, text) for event in record.events]


def _row(record: Record, event: Event, text: str) -> Row:
    places = [record.place(place) for place in event.where]
    point = next((place for place in places if place.latitude is not None), None)
    row: Row = {
        "article_id": record.article.id,
        "publisher": record.article.publisher,
        "published": record.article.published,
        "event_id": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": _joined(event.contexts),
        **_sides(record, "actor", event.actors),
        **_sides(record, "recipient", event.recipients),
        "start": event.when.start,
        "end": event.when.end,
        "places": _joined([place.name for place in places]),
        "place_countries": _joined([place.country for place in places]),
        "latitude": point.latitude if point else None,
        "longitude": point.longitude if point else None,
        "precision": point.precision if point else None,
        "reality": event.reality,
        **_tolls(event.toll),
        "attributed_to": _joined([speaker_name(record, say) for say in event.say_so]),
        "stance": _joined([say.stance for say in event.say_so]),
        "disputed": _joined(event.disputed),
        "confidence": event.confidence,
        "trigger": text[slice(*event.trigger_span)],
        "trigger_start": event.trigger_span[0],
        "trigger_end": event.trigger_span[1],
        "evidence": quoted(text, event.evidence_spans),
        "sayso_version": record.pipeline.version,
    }
    ordered = {column: row[column] for column in COLUMNS}
    if event.codes is not None:
        ordered[CODES] = _joined([f"{name}={code}" for name, code in event.codes.items()])
    return ordered


def quoted(text: str, spans: Sequence[Span]) -> str:
    """The words of some spans, parted by ` … `."""
    return " … ".join(text[start:end] for start, end in spans)


def speaker_name(record: Record, say: Say) -> str:
    """The name of the one on whose word something rests."""
    return speaker_of(record, record.statement(say.statement))


def speaker_of(record: Record, statement: Statement) -> str:
    """The name of the one who makes a statement; `an unnamed source` where the text names none."""
    return record.actor(statement.speaker).name if statement.speaker else UNNAMED


def _sides(record: Record, side: str, participants: list[Participant]) -> Row:
    actors = [record.actor(participant.actor) for participant in participants]
    return {
        f"{side}s": _joined([actor.name for actor in actors]),
        f"{side}_countries": _joined([actor.country for actor in actors]),
        f"{side}_sectors": _joined(["+".join(actor.sector) for actor in actors]),
    }


def _tolls(tolls: list[Toll]) -> Row:
    """The widest range of each kind: where figures conflict, the least and the most that anyone gives."""
    found: Row = {}
    for kind in ("killed", "injured", "captured", "displaced"):
        own = [toll for toll in tolls if toll.kind == kind]
        lows = [toll.min for toll in own if toll.min is not None]
        highs = [toll.max for toll in own]
        found[f"{kind}_min"] = min(lows, default=None)
        found[f"{kind}_max"] = max((high for high in highs if high is not None), default=None) if None not in highs else None
    return found


def _joined(values: list[str] | list[str | None]) -> str | None:
    """Values as one cell; a semicolon inside one is written as a comma, or the columns would not be parallel."""
    return "; ".join((value or "").replace(";", ",") for value in values) or None
