"""Corrected articles as hand-coded ones for training, in the JSON form that `training/coded.py` reads: FOLDER/ID.json with FOLDER/texts/ID.txt.

Where somebody has looked at the whole article (`sayso correct --checked`, or a file of Label Studio), every event and statement counts.
Elsewhere those that nobody touched are marked `core: false`: neither right nor wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.article import Span
from sayso.dataset.corrections.applying import CHECKED, LISTS, Correction
from sayso.dataset.corrections.reading import all_corrections, corrections_of, readings, standing
from sayso.errors import InputError
from sayso.record import Actor, Event, Participant, Place, Record, Say, Statement

if TYPE_CHECKING:
    from sayso.dataset.store import Store


def export_gold(store: Store, folder: Path) -> list[str]:
    """Write every corrected article into a folder, which is made where it is not there; their ids."""
    keys = sorted({standing(store.connection, correction.article) for correction in all_corrections(store.connection)})
    try:
        (folder / "texts").mkdir(parents=True, exist_ok=True)
        for key, machine, record, text in readings(store.connection, keys):
            own = corrections_of(store.connection, key, machine, text)
            (folder / f"{key}.json").write_text(json.dumps(gold_of(key, record, text, own), ensure_ascii=False, indent=1) + "\n", encoding="utf8")
            (folder / "texts" / f"{key}.txt").write_bytes(text.encode("utf8", "surrogatepass"))
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({(error.strerror or str(error)).lower()}); check folder and rights.") from error
    return keys


def gold_of(key: str, record: Record, text: str, corrections: Sequence[Correction]) -> dict[str, Any]:
    """One article as its gold JSON has it; spans stand beside the words, so that what is in the text twice is found."""
    whole = any(correction.field == CHECKED for correction in corrections)
    seen = None if whole else {c.item or str(c.new["id"]) for c in corrections if c.item or c.field in LISTS}
    return {
        "id": key,
        "published": record.article.published,
        "actors": [_actor(actor, text) for actor in record.actors],
        "events": [_event(record, event, text) | _core(event.id, seen) for event in record.events],
        "statements": [_statement(statement, text) | _core(statement.id, seen) for statement in record.statements],
        "notes": "\n".join(dict.fromkeys(_notes(corrections))),
    }


def _core(item: str, seen: set[str] | None) -> dict[str, bool]:
    return {"core": seen is None or item in seen}


def _notes(corrections: Sequence[Correction]) -> Iterator[str]:
    for correction in corrections:
        yield f"Corrected by {correction.made_by}, {correction.made_at[:10]}." + (f" {correction.note}" if correction.note else "")


def _actor(actor: Actor, text: str) -> dict[str, Any]:
    aliases = list(dict.fromkeys(text[start:end] for start, end in actor.mentions))
    return {"ref": actor.id, "name": actor.name, "aliases": aliases, "kind": actor.kind, "country": actor.country, "sector": actor.sector}


def _event(record: Record, event: Event, text: str) -> dict[str, Any]:
    return {
        "ref": event.id,
        "type": event.type,
        "also_ok": [],
        "mode": event.mode,
        "trigger": text[slice(*event.trigger_span)],
        "trigger_span": event.trigger_span,
        "evidence": [text[start:end] for start, end in event.evidence_spans],
        "evidence_spans": event.evidence_spans,
        "actors": [participant.actor for participant in event.actors],
        "actor_spans": _spans(event.actors),
        "recipients": [participant.actor for participant in event.recipients],
        "recipient_spans": _spans(event.recipients),
        "reality": event.reality,
        "when": {"start": event.when.start, "end": event.when.end, "text": text[slice(*event.when.span)] if event.when.span else None},
        "where": [{"name": _named(place, event, text), "country": place.country} for place in map(record.place, event.where)],
        "toll": [
            {"kind": toll.kind, "min": toll.min, "max": toll.max, "who": toll.who, "by": _speaker(record, toll.say_so[0]) if toll.say_so else None}
            for toll in event.toll
        ],
        "say_so": [{"speaker": _speaker(record, say), "via": _via(record, say), "stance": say.stance} for say in event.say_so],
        "disputed": event.disputed,
        "about": event.about,
    }


def _named(place: Place, event: Event, text: str) -> str:
    """The place as the evidence has it, or its name where it is not named there."""
    inside = [(s, e) for s, e in place.mentions if any(start <= s and e <= end for start, end in event.evidence_spans)]
    return text[slice(*inside[0])] if inside else place.name


def _spans(participants: Sequence[Participant]) -> list[Span | None]:
    return [participant.span for participant in participants]


def _speaker(record: Record, say: Say) -> str | None:
    return record.statement(say.statement).speaker


def _via(record: Record, say: Say) -> str | None:
    """The actor through whom a statement came; of a statement, the one who made it."""
    via = record.statement(say.statement).via
    return record.statement(via).speaker if via in {statement.id for statement in record.statements} and via else via


def _statement(statement: Statement, text: str) -> dict[str, Any]:
    return {
        "ref": statement.id,
        "speaker": statement.speaker,
        "speaker_text": text[slice(*statement.speaker_span)] if statement.speaker_span else None,
        "speaker_span": statement.speaker_span,
        "cue": text[slice(*statement.cue_span)] if statement.cue_span else None,
        "cue_span": statement.cue_span,
        "content": [text[start:end] for start, end in statement.content_spans],
        "content_spans": statement.content_spans,
        "form": statement.form,
        "act": statement.act,
        "addressee": statement.addressee,
        "via": statement.via,
        "about": statement.about,
    }
