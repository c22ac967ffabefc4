"""Single sentences of the PLOVER gold standard: is an event of the right type found, with the right countries on its sides?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evaluation.figures import MUTUAL, Figures, MissingDataError, System, paired, per_cent
from sayso.article import Article
from sayso.record import Event, Participant, Record

_CODES = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
"""Slips of the set."""


def countries(actors: list[dict[str, Any]]) -> set[str]:
    """Countries of a gold side; organisations of no country are left out."""
    codes = {actor["code"][:3] for actor in actors if len(actor.get("code") or "") >= 3}
    return {_CODES.get(code, code) for code in codes if code.isupper()} - {"IGO", "NGO", "***", "MNC"}


def side(record: Record, participants: list[Participant]) -> set[str | None]:
    """Countries of one of our sides."""
    return {record.actor(participant.actor).country for participant in participants}


def score(data: Path, split: str, system: System) -> Figures:
    """Right type found, and of those with it: actor and recipient country right (one of the gold's), in the best of them."""
    path = data / "data" / "plover_gsr" / f"{split}.jsonl"
    if not path.exists():
        raise MissingDataError(f"{path} is not there")
    rows = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    records = system.coder.code_many(Article(row["text"], row["id"]) for row in rows)
    typed = sides = right = 0
    for row, record in zip(rows, records, strict=True):
        events = [event for event in record.events if event.type == row["event_2021"]]
        typed += bool(events)
        if events:
            wanted = [countries(row["source"]), countries(row["target"])]
            sides += sum(map(bool, wanted))
            right += max(sides_right(wanted, record, event, mutual=bool(row.get("reciprocal"))) for event in events)
    return {"plover type found": per_cent(typed, len(rows)), "plover country right": per_cent(right, sides)}


def sides_right(wanted: list[set[str]], record: Record, event: Event, *, mutual: bool) -> int:
    """How many of the gold's two sides (source, target) an event has: actors count for the source only, recipients for the target.

    In mutual acts the sides may be exchanged or stand together among the actors, but nobody counts for both.
    """
    if mutual or (event.type in MUTUAL and not event.recipients):
        return paired(wanted, [record.actor(p.actor).country for p in event.actors + event.recipients], _is_of)
    return sum(bool(codes & side(record, own)) for codes, own in zip(wanted, (event.actors, event.recipients), strict=True))


def _is_of(codes: set[str], country: str | None) -> bool:
    return country in codes
