"""MUC-4: incidents of old wire copy in capitals, with their type, perpetrators, targets, victims and weapons.

A record has no field for weapons, so all of them are missed; they count among the fillers that are wanted, as in MUC-4 itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.figures import Counts, Figures, MissingDataError, System, paired, per_cent
from sayso.article import Article
from sayso.record import Event, Record

SLOTS = {"PERP: INDIVIDUAL ID": "perpetrator", "PERP: ORGANIZATION ID": "perpetrator", "PHYS TGT: ID": "target", "HUM TGT: NAME": "target", "HUM TGT: DESCRIPTION": "target", "INCIDENT: INSTRUMENT ID": "weapon"}  # fmt: skip
ROLES = ("perpetrator", "target", "weapon")
_ROW = re.compile(r"^\d+\.\s+([A-Z: ]+?)\s{2,}(.*)$")
_TYPES = {"ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "HIJACKING", "FORCED WORK STOPPAGE"}
_CONFIDENT = {"REPORTED AS FACT": "fact", "CLAIMED OR ADMITTED": "claimed", "SUSPECTED OR ACCUSED": "accused", "SUSPECTED OR ACCUSED BY AUTHORITIES": "accused", "ACCUSED": "accused", "POSSIBLE": "possible"}  # fmt: skip


@dataclass(slots=True)
class Incident:
    """One template: its type, role fillers (each a set of names that will do) and how sure the perpetrator is."""

    type: str
    fillers: dict[str, list[set[str]]] = field(default_factory=lambda: {role: [] for role in ROLES})
    confidence: str | None = None


def read_keys(source: str) -> dict[str, list[Incident]]:
    """Incidents by message id; a message about none has an empty list."""
    found: dict[str, list[Incident]] = {}
    message, slot, incident = "", "", None
    for line in source.splitlines():
        row = _ROW.match(line)
        if row:
            slot, value = row[1].strip(), row[2].strip()
        elif line.startswith(" ") and line.strip():
            value = line.strip()
        else:
            continue
        if slot == "MESSAGE: ID":
            message = value.split(" (")[0]
            found.setdefault(message, [])
            incident = None
        elif slot == "INCIDENT: TYPE" and value not in ("*", "-"):
            incident = Incident(value.lstrip("? ").split(" / ")[0].strip())
            found[message].append(incident)
        elif incident is not None and slot == "PERP: ORGANIZATION CONFIDENCE":
            incident.confidence = incident.confidence or _CONFIDENT.get(value.split(":")[0].split(" / ")[0].strip())
        elif incident is not None and slot in SLOTS and value not in ("*", "-"):
            names = set(re.findall(r'"((?:[^"\\]|\\.)*)"', value.split(": ")[0] if slot == "HUM TGT: DESCRIPTION" else value))
            if names and not value.startswith("?"):
                incident.fillers[SLOTS[slot]].append({name.replace('\\"', '"').lower() for name in names})
    return found


def read_messages(source: str) -> dict[str, str]:
    """Texts by message id."""
    parts = re.split(r"^((?:DEV|TST\d)-MUC\d-\d+)\b.*$", source, flags=re.MULTILINE)
    return {name: text.strip() for name, text in zip(parts[1::2], parts[2::2], strict=False)}


def type_of(event: Event) -> str | None:
    """The MUC type of one of our events; None for what MUC does not list."""
    if event.type == "ASSAULT":
        return {"abduct": "KIDNAPPING", "explosives": "BOMBING", "suicide-attack": "BOMBING"}.get(event.mode or "", "ATTACK")
    return None


def count(gold: list[Incident], record: Record, types: Counts, roles: Counts) -> list[bool]:
    """Add one message; returns for each incident with a known confidence whether ours has the same."""
    events = [event for event in record.events if type_of(event) and event.reality in ("happened", "ongoing", "threatened", "attempted", "possible")]
    own = {kind for event in events if (kind := type_of(event))}
    wanted = {incident.type for incident in gold if incident.type in _TYPES}
    types.add(len(own & wanted), len(own), len(wanted))
    for role in ROLES:
        names = _answers(record, events, role)
        fillers = [filler for incident in gold for filler in incident.fillers[role]]
        unique = [filler for n, filler in enumerate(fillers) if filler not in fillers[:n]]
        roles.add(paired(names, unique, _fills), len(names), len(unique))
    return [_confidence(record, events) == incident.confidence for incident in gold if incident.confidence and events]


def _answers(record: Record, events: list[Event], role: str) -> list[str]:
    """The names with which a record fills a role, each once."""
    sides = {"perpetrator": [p for e in events for p in e.actors], "target": [p for e in events for p in e.recipients]}
    return sorted({record.actor(participant.actor).name.lower() for participant in sides.get(role, ())})


def _fills(name: str, filler: set[str]) -> bool:
    return any(_alike(name, other) for other in filler)


def _alike(one: str, other: str) -> bool:
    """Names that share their last word, or of which one holds the other."""
    return one == other or one.split()[-1] == other.split()[-1] or f" {one} " in f" {other} " or f" {other} " in f" {one} "


def _confidence(record: Record, events: list[Event]) -> str:
    """How our record says who did it: on an accuser's word, on the doer's own, as possible, or as a fact."""
    first = next((event for event in events if event.actors), events[0])
    says = [record.statement(say.statement) for p in first.actors for say in p.say_so]
    if any(s.act == "accuse" for s in says):
        return "accused"
    if any(s.speaker in {p.actor for p in first.actors} for s in says):
        return "claimed"
    return "possible" if first.reality == "possible" else "fact"


def score(data: Path, split: str, system: System, *, first: int | None = None) -> Figures:
    """Incident types and role fillers as F1, perpetrator confidence as accuracy. Splits: `dev`, or `tst1`, `tst2` …, the end of `key-…`."""
    folder = data / "data" / "muc4"
    split = "tst" if split == "test" else split
    keys = sorted(folder.glob(f"key-{split}*"))
    if not keys:
        raise MissingDataError(f"{folder} holds no key-{split}*")
    gold: dict[str, list[Incident]] = {}
    for path in keys:
        gold |= read_keys(path.read_text(encoding="latin-1"))
    texts: dict[str, str] = {}
    for path in sorted(folder.glob(f"{split}*")):
        texts |= read_messages(path.read_text(encoding="latin-1"))
    names = [name for name in sorted(texts) if name in gold][:: max(1, len(texts) // first) if first else 1]
    types, roles, sure = Counts(), Counts(), list[bool]()
    for name, record in zip(names, system.coder.code_many(Article(texts[name], name) for name in names), strict=True):
        sure += count(gold[name], record, types, roles)
    return {"muc4 incident type": types.f1, "muc4 role fillers": roles.f1, "muc4 perpetrator confidence": per_cent(sum(sure), len(sure))}
