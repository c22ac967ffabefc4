"""A record as rows of the dataset's tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sayso.export.rows import CODES, quoted, rows
from sayso.record import Event, Record, Say, plain

Rows = list[dict[str, Any]]


def rows_of(key: str, record: Record, text: str) -> dict[str, Rows]:
    """The rows of one reading, by table; `key` is its article's id in the dataset."""
    return {
        "actors": [
            {"id": f"{key}/{a.id}", "article": key, "name": a.name, "kind": a.kind, "country": a.country, "sector": "+".join(a.sector) or None,
             "office": a.office, "knowledge_id": a.knowledge_id, "mentions": json.dumps(a.mentions)}
            for a in record.actors
        ],
        "places": [
            {"id": f"{key}/{p.id}", "article": key, "name": p.name, "country": p.country, "admin1": p.admin1, "latitude": p.latitude,
             "longitude": p.longitude, "precision": p.precision, "geonames_id": p.geonames_id, "mentions": json.dumps(p.mentions)}
            for p in record.places
        ],
        "statements": _statements(key, record, text),
        "events": _events(key, record, text),
        "links": list(_links(key, record)),
    }  # fmt: skip


def _statements(key: str, record: Record, text: str) -> Rows:
    names = {actor.id: actor.name for actor in record.actors}
    return [
        {
            "id": f"{key}/{s.id}", "article": key, "speaker": _within(key, s.speaker), "speaker_name": names.get(s.speaker or ""), "act": s.act,
            "form": s.form, "addressee": _within(key, s.addressee), "addressee_name": names.get(s.addressee or ""), "via": _within(key, s.via),
            "cue": text[slice(*s.cue_span)] if s.cue_span else None, "content": quoted(text, s.content_spans),
            "spans": json.dumps({"speaker": s.speaker_span, "cue": s.cue_span, "content": s.content_spans}),
        }
        for s in record.statements
    ]  # fmt: skip


def _events(key: str, record: Record, text: str) -> Rows:
    found = []
    for event, row in zip(record.events, rows(record, text), strict=True):
        flat = {name: value for name, value in row.items() if name not in ("article_id", "event_id", CODES)}
        codes = json.dumps(event.codes, ensure_ascii=False) if event.codes else None
        found.append({"id": f"{key}/{event.id}", "article": key, **flat, "codes": codes, "detail": json.dumps(plain(event), ensure_ascii=False)})
    return found


def _links(key: str, record: Record) -> Iterator[dict[str, Any]]:
    for event in record.events:
        for relation, targets in _targets_of_event(event).items():
            yield from _numbered(key, event.id, relation, targets)
        for field, says in _says(event).items():
            for position, say in enumerate(says):
                yield _link(key, event.id, "said", say.statement, position, field, say.stance)
    for statement in record.statements:
        single = {"speaker": statement.speaker, "addressee": statement.addressee, "via": statement.via}
        for relation, target in single.items():
            yield from _numbered(key, statement.id, relation, [target] if target else [])
        yield from _numbered(key, statement.id, "about", statement.about)


def _targets_of_event(event: Event) -> dict[str, Sequence[str]]:
    return {
        "actor": [participant.actor for participant in event.actors],
        "recipient": [participant.actor for participant in event.recipients],
        "place": event.where,
        "about": event.about,
    }


def _says(event: Event) -> dict[str, list[Say]]:
    """What rests on statements, by the event's field."""
    return {
        "event": event.say_so,
        "actors": [say for participant in event.actors for say in participant.say_so],
        "recipients": [say for participant in event.recipients for say in participant.say_so],
        "toll": [say for toll in event.toll for say in toll.say_so],
    }


def _numbered(key: str, source: str, relation: str, targets: Sequence[str]) -> Iterator[dict[str, Any]]:
    return (_link(key, source, relation, target, position, "", None) for position, target in enumerate(targets))


def _link(key: str, source: str, relation: str, target: str, position: int, field: str, stance: str | None) -> dict[str, Any]:
    return {"source": f"{key}/{source}", "relation": relation, "target": f"{key}/{target}", "position": position, "field": field, "stance": stance}


def _within(key: str, item: str | None) -> str | None:
    return f"{key}/{item}" if item else None
