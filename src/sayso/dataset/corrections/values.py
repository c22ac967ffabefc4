"""What people write for a field of an event, a statement, an actor or a place, as a record has it.

Every reader takes words as the command line gives them (`TUR; SYR`, `at least 81`, `2022-11-13`) or lists and numbers as JSON has them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from sayso.dataset.corrections.desk import Desk
from sayso.dataset.corrections.finding import actor_of, items, nearest, place_of, span_of, spans_of
from sayso.errors import InputError
from sayso.knowledge.numbers import load_numbers
from sayso.knowledge.ontology import load_ontology
from sayso.knowledge.tollwords import KINDS as TOLLS
from sayso.readers.dates import parse_date

Entry = dict[str, Any]
_Reader = Callable[[Desk, Entry, Any], Entry]
_RANGE = re.compile(r"(?P<min>\d+)?\s*(?P<dash>[-–])?\s*(?P<max>\d+)?")
_NOBODY = ("", "-", "none", "null")
_PUBLISHER = (*_NOBODY, "publisher", "article")


def read_changes(desk: Desk, kind: str, entry: Entry, changes: Mapping[str, Any]) -> Entry:
    """The fields that changes give an event, statement, actor or place; InputError for the first that cannot be read."""
    readers = FIELDS[kind]
    found: Entry = {}
    for name, value in changes.items():
        if name not in readers:
            article = "an" if kind[0] in "ae" else "a"
            raise InputError(f"{name!r} is no field of {article} {kind} that can be corrected; choose from {', '.join(readers)}.")
        found |= readers[name](desk, entry | found, value)
    if "type" in found and "mode" not in found and entry.get("mode") not in _modes(found["type"]):
        found["mode"] = None
    return found


def _modes(type: str) -> tuple[str, ...]:
    types = load_ontology().types
    return types[type].modes if type in types else ()


def _word(field: str) -> _Reader:
    def read(_: Desk, __: Entry, value: Any) -> Entry:
        return {field: _empty(value)}

    return read


def _words(field: str) -> _Reader:
    def read(_: Desk, __: Entry, value: Any) -> Entry:
        return {field: [str(word) for word in items(value)]}

    return read


def _number(field: str, kind: type[int] | type[float]) -> _Reader:
    def read(_: Desk, __: Entry, value: Any) -> Entry:
        try:
            return {field: None if _empty(value) is None else kind(value)}
        except (TypeError, ValueError) as error:
            raise InputError(f"{field} {value!r} is no number; write it with digits, as 52.1.") from error

    return read


def _empty(value: Any) -> str | None:
    return None if value is None or str(value).strip().lower() in _NOBODY else str(value).strip()


def _type(_: Desk, __: Entry, value: Any) -> Entry:
    name, slash, mode = str(value).strip().partition("/")
    return {"type": name.upper()} | ({"mode": mode} if slash else {})


def _sides(field: str) -> _Reader:
    def read(desk: Desk, entry: Entry, value: Any) -> Entry:
        kept = {participant["actor"]: participant for participant in reversed(entry[field])}
        found = []
        for name in items(value):
            if isinstance(name, dict):
                found.append({"actor": _meant(desk, name), "span": name.get("span"), "say_so": name.get("say_so", [])})
                continue
            actor = actor_of(desk, str(name))
            found.append(kept.get(actor) or {"actor": actor, "span": nearest(desk, actor, entry["trigger_span"]), "say_so": []})
        return {field: found}

    return read


def _meant(desk: Desk, participant: Entry) -> str:
    """The actor of a participant given in full: by its id, or by its name."""
    return str(participant["actor"]) if "actor" in participant else actor_of(desk, str(participant.get("name", "")))


def _where(desk: Desk, _: Entry, value: Any) -> Entry:
    return {"where": [place_of(desk, str(name)) for name in items(value)]}


def _day(*bounds: str) -> _Reader:
    def read(_: Desk, entry: Entry, value: Any) -> Entry:
        if isinstance(value, dict):
            return {"when": {"start": None, "end": None, "span": None, "time": None} | value}
        first, dots, last = (_empty(value) or "").partition("..")
        given = (first, last if dots else first)[-len(bounds) :]
        dates = {bound: _date(day) for bound, day in zip(bounds, given, strict=True)}
        return {"when": {**entry["when"], **dates, "span": None, "time": None}}

    return read


def _date(value: str) -> str | None:
    if not value:
        return None
    return value if value.startswith("--") else parse_date(value)


def _toll(kind: str) -> _Reader:
    def read(_: Desk, entry: Entry, value: Any) -> Entry:
        own = [toll for toll in entry["toll"] if toll["kind"] == kind]
        alike = own[0] if len(own) == 1 else {"who": None, "span": entry["trigger_span"], "say_so": []}
        rest = [toll for toll in entry["toll"] if toll["kind"] != kind]
        bounds = _bounds(kind, value)
        new = [] if bounds is None else [{**alike, "kind": kind, "min": bounds[0], "max": bounds[1]}]
        return {"toll": sorted(rest + new, key=lambda toll: TOLLS.index(toll["kind"]))}

    return read


def _tolls(_: Desk, entry: Entry, value: Any) -> Entry:
    """All tolls at once, each in full."""
    return {"toll": [{"who": None, "span": entry["trigger_span"], "say_so": []} | toll for toll in value or ()]}


def _bounds(kind: str, value: Any) -> tuple[int | None, int | None] | None:
    """The range that is meant by 6, 6-10, 81-, -40, `at least 81` or `dozens`; None for no toll."""
    if _empty(value) is None:
        return None
    if isinstance(value, dict):
        return value.get("min"), value.get("max")
    written = str(value).strip().replace(",", "")
    if match := _RANGE.fullmatch(written):
        low, high = (int(match[part]) if match[part] else None for part in ("min", "max"))
        return (low, high) if match["dash"] else (low, low)
    words = written.lower().split()
    quantity = load_numbers().quantity(words, 0)
    if quantity is None or quantity.last != len(words):
        raise InputError(f"{kind} {value!r} is no number of people; write 6, 6-10, 81- (at least), -40 (at most), or nothing for none.")
    return quantity.min, quantity.max


def _say_so(_: Desk, __: Entry, value: Any) -> Entry:
    if isinstance(value, str) and value.strip().lower() in _PUBLISHER:
        return {"say_so": []}
    found = []
    for say in items(value):
        if isinstance(say, dict):
            found.append({"statement": say["statement"], "stance": say["stance"]})
            continue
        statement, _space, stance = str(say).strip().partition(" ")
        found.append({"statement": statement, "stance": stance.strip() or "asserts"})
    return {"say_so": found}


def _trigger(desk: Desk, entry: Entry, value: Any) -> Entry:
    return {"trigger_span": span_of(desk, value, entry.get("evidence_spans"))}


def _evidence(desk: Desk, _: Entry, value: Any) -> Entry:
    return {"evidence_spans": spans_of(desk, value)}


def _speaker(desk: Desk, entry: Entry, value: Any) -> Entry:
    if isinstance(value, dict):
        return {"speaker": _meant(desk, value), "speaker_span": value.get("span")}
    if _empty(value) is None:
        return {"speaker": None, "speaker_span": None}
    actor = actor_of(desk, str(value))
    return {"speaker": actor, "speaker_span": nearest(desk, actor, entry["cue_span"] or entry["content_spans"][0])}


def _actor(field: str) -> _Reader:
    def read(desk: Desk, _: Entry, value: Any) -> Entry:
        if field == "via" and str(value) in {statement.id for statement in desk.record.statements}:
            return {field: str(value)}
        return {field: None if _empty(value) is None else actor_of(desk, str(value))}

    return read


def _cue(desk: Desk, entry: Entry, value: Any) -> Entry:
    return {"cue_span": None if _empty(value) is None else span_of(desk, value, entry.get("content_spans"))}


def _content(desk: Desk, _: Entry, value: Any) -> Entry:
    return {"content_spans": spans_of(desk, value)}


def _sector(_: Desk, __: Entry, value: Any) -> Entry:
    written = value.replace("+", ";") if isinstance(value, str) else value
    return {"sector": [str(sector).upper() for sector in items(written)]}


FIELDS: dict[str, dict[str, _Reader]] = {
    "event": {
        "type": _type, "mode": _word("mode"), "contexts": _words("contexts"), "reality": _word("reality"), "actors": _sides("actors"),
        "recipients": _sides("recipients"), "when": _day("start", "end"), "start": _day("start"), "end": _day("end"), "where": _where,
        **{kind: _toll(kind) for kind in TOLLS}, "toll": _tolls, "say_so": _say_so, "disputed": _words("disputed"), "about": _words("about"),
        "trigger": _trigger, "evidence": _evidence,
    },
    "statement": {
        "act": _word("act"), "form": _word("form"), "speaker": _speaker, "addressee": _actor("addressee"), "via": _actor("via"),
        "about": _words("about"), "cue": _cue, "content": _content,
    },
    "actor": {
        "name": _word("name"), "kind": _word("kind"), "country": _word("country"), "sector": _sector, "office": _word("office"),
        "knowledge_id": _word("knowledge_id"),
    },
    "place": {
        "name": _word("name"), "country": _word("country"), "admin1": _word("admin1"), "latitude": _number("latitude", float),
        "longitude": _number("longitude", float), "precision": _word("precision"), "geonames_id": _number("geonames_id", int),
    },
}  # fmt: skip
"""What can be corrected, and how each is read."""
