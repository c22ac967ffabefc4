"""Whether a corrected record is one that the codebook allows; one plain sentence for what is not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

import sayso.knowledge
from sayso.article import Span
from sayso.knowledge.actor_tables import SECTORS
from sayso.knowledge.cues import ACTS
from sayso.knowledge.ontology import load_ontology
from sayso.knowledge.rows import read_rows
from sayso.knowledge.tollwords import KINDS as TOLLS
from sayso.record import Actor, Event, Participant, Place, Record, Say, Statement, When

STANCES = ("asserts", "confirms", "denies", "doubts")
FORMS = ("direct", "indirect", "mixed")
ACTOR_KINDS = ("person", "organization", "country", "group", "population")
PRECISIONS = ("point", "city", "admin2", "admin1", "country", "region")
DISPUTES = ("actors", "recipients", "reality", "toll", "when", "where", "type")
_COUNTRIES = Path(sayso.knowledge.__file__).parent / "data" / "actors" / "countries.tsv"
_Entry = TypeVar("_Entry", Actor, Place, Statement, Event)
_DATE = re.compile(r"(\d{4}|-)(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def problems(record: Record, item: str, text: str) -> Iterator[str]:
    """What is wrong with the event, statement, actor or place of this id; nothing where all is well, or where it has been taken out."""
    for event in _called(record.events, item):
        yield from _event(record, event, text)
    for statement in _called(record.statements, item):
        yield from _statement(record, statement, text)
    for actor in _called(record.actors, item):
        yield from _actor(actor, text)
    for place in _called(record.places, item):
        yield from _place(place, text)


def _event(record: Record, event: Event, text: str) -> Iterator[str]:
    types = load_ontology().types
    yield from _one_of("type", event.type, types)
    modes = types[event.type].modes if event.type in types else ()
    if event.mode is not None and event.type in types and event.mode not in modes:
        choice = f"choose from {', '.join(modes)}" if modes else "it has none; leave mode empty"
        yield f"{event.mode!r} is no mode of {event.type}; {choice}."
    yield from _one_of("reality", event.reality, load_ontology().realities)
    for context in event.contexts:
        yield from _one_of("context", context, load_ontology().context_names)
    for field in event.disputed:
        yield from _one_of("field that can be disputed", field, DISPUTES)
    for participant in (*event.actors, *event.recipients):
        yield from _participant(record, participant, text)
    yield from _known("place", event.where, record.places)
    yield from _known("event", event.about, record.events)
    if event.id in event.about:
        yield "an event cannot be about itself; name another one."
    yield from _says(record, event.say_so)
    for toll in event.toll:
        yield from _one_of("toll", toll.kind, TOLLS)
        if any(bound is not None and bound < 0 for bound in (toll.min, toll.max)) or (toll.min or 0) > (
            toll.max if toll.max is not None else toll.min or 0
        ):
            yield f"{toll.kind} {toll.min} to {toll.max} is no range; the lower figure comes first, as in 6-10."
        yield from _says(record, toll.say_so)
        yield from _inside([toll.span], text)
    yield from _when(event.when, text)
    if not event.evidence_spans:
        yield "an event needs evidence; give the words of a sentence."
    yield from _inside([event.trigger_span, *event.evidence_spans], text)


def _participant(record: Record, participant: Participant, text: str) -> Iterator[str]:
    yield from _known("actor", [participant.actor], record.actors)
    yield from _says(record, participant.say_so)
    yield from _inside([participant.span], text)


def _when(when: When, text: str) -> Iterator[str]:
    for date in (when.start, when.end):
        if date is not None and not _DATE.fullmatch(date):
            yield f"{date!r} is no date; write it as 2022-12-14, 2022-12, 2022, or --12-14 where the year is not known."
    if when.start and when.end and when.start[0] != "-" != when.end[0] and when.end < when.start[: len(when.end)]:
        yield f"the event would end ({when.end}) before it starts ({when.start}); give both as start and end."
    yield from _inside([when.span], text)


def _statement(record: Record, statement: Statement, text: str) -> Iterator[str]:
    yield from _one_of("act", statement.act, ACTS)
    yield from _one_of("form", statement.form, FORMS)
    yield from _known("actor", [one for one in (statement.speaker, statement.addressee) if one], record.actors)
    yield from _known("event", statement.about, record.events)
    if statement.via:
        yield from _known("actor or statement", [statement.via], [*record.actors, *record.statements])
    if not statement.content_spans:
        yield "a statement needs a content; give the words that are said."
    yield from _inside([statement.speaker_span, statement.cue_span, *statement.content_spans], text)


def _actor(actor: Actor, text: str) -> Iterator[str]:
    if not actor.name.strip():
        yield "an actor needs a name."
    yield from _one_of("kind of actor", actor.kind, ACTOR_KINDS)
    yield from _country(actor.country)
    for sector in actor.sector:
        yield from _one_of("sector", sector, sorted(SECTORS))
    yield from _inside(actor.mentions, text)


def _place(place: Place, text: str) -> Iterator[str]:
    if not place.name.strip():
        yield "a place needs a name."
    yield from _country(place.country)
    yield from _one_of("precision", place.precision, PRECISIONS)
    if (place.latitude is None) != (place.longitude is None):
        yield "a point has a latitude and a longitude; give both."
    elif place.latitude is not None and place.longitude is not None and not (abs(place.latitude) <= 90 and abs(place.longitude) <= 180):
        yield f"{place.latitude}, {place.longitude} is no point on Earth; latitude goes from -90 to 90, longitude from -180 to 180."
    yield from _inside(place.mentions, text)


def _country(code: str | None) -> Iterator[str]:
    if code is not None and code not in _countries():
        yield f"{code!r} is no country; use a code of three letters (ISO 3166), as TUR."


@cache
def _countries() -> frozenset[str]:
    return frozenset(columns[0] for _, columns in read_rows(_COUNTRIES))


def _says(record: Record, says: Sequence[Say]) -> Iterator[str]:
    yield from _known("statement", [say.statement for say in says], record.statements)
    for say in says:
        yield from _one_of("stance", say.stance, STANCES)


def _one_of(what: str, value: str, choices: Collection[str]) -> Iterator[str]:
    if value not in choices:
        yield f"{value!r} is no {what}; choose from {', '.join(choices)}."


def _known(what: str, wanted: Iterable[str], there: Sequence[Actor | Place | Event | Statement]) -> Iterator[str]:
    ids = {entry.id for entry in there}
    for item in wanted:
        if item not in ids:
            yield f"the article has no {what} {item!r}; it has {', '.join(sorted(ids, key=_by_number)) or 'none'}."


def _by_number(item: str) -> tuple[int, str]:
    return len(item), item


def _inside(spans: Iterable[Span | None], text: str) -> Iterator[str]:
    for span in spans:
        if span is not None and not 0 <= span[0] < span[1] <= len(text):
            yield f"{span[0]}-{span[1]} lies outside the text, which has {len(text)} characters; give the words themselves or offsets within it."


def _called(items: Sequence[_Entry], item: str) -> list[_Entry]:
    return [entry for entry in items if entry.id == item]
