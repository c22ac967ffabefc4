"""MUC-4: incidents of old wire copy in capitals, with their type, perpetrators, targets, victims and weapons.

A record has no field for weapons: only those that trigger words name are found, but all count among the fillers that are wanted, as in MUC-4 itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.figures import Counts, Figures, MissingDataError, System, paired, per_cent
from sayso.article import Article
from sayso.record import Event, Participant, Record

SLOTS = {"PERP: INDIVIDUAL ID": "perpetrator", "PERP: ORGANIZATION ID": "perpetrator", "PHYS TGT: ID": "target", "HUM TGT: NAME": "target", "HUM TGT: DESCRIPTION": "target", "INCIDENT: INSTRUMENT ID": "weapon"}  # fmt: skip
ROLES = ("perpetrator", "target", "weapon")
_ROW = re.compile(r"^\d+\.\s+([A-Z: ]+?)\s{2,}(.*)$")
_TYPES = {"ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "HIJACKING", "FORCED WORK STOPPAGE"}
_STAGES = ("happened", "attempted", "threatened")
_STEMS = {"hijack": "HIJACKING", "arson": "ARSON", "burn": "ARSON", "torch": "ARSON", "fire to": "ARSON", "ablaze": "ARSON", "rob": "ROBBERY", "dynamit": "BOMBING"}  # fmt: skip
_BY_MODE = {"abduct": "KIDNAPPING", "explosives": "BOMBING", "suicide-attack": "BOMBING"}
_WEAPONS = ("bomb", "dynamite", "grenade", "mortar", "rocket", "mine", "explosive", "missile", "rifle", "machinegun", "knife")
_NO_NAMES = {"", "he", "she", "they", "it", "him", "her", "his", "their", "them", "its", "i", "we", "us", "our", "you", "who", "whom", "which", "that", "those", "these"}  # fmt: skip
_SUSPECTED = frozenset({"alleged", "suspected", "presumed", "supposed"})
"""Words by which the name of an actor says that he may have done it."""
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


def incident_type(event: Event, text: str) -> str | None:
    """The MUC type of one of our events, by its mode and the words of its trigger; None for what MUC does not list."""
    if event.type != "ASSAULT":
        return None
    words = " " + " ".join(text[slice(*event.trigger_span)].lower().split())
    found = next((type for stem, type in _STEMS.items() if f" {stem}" in words), None)
    return found or _BY_MODE.get(event.mode or "", "ATTACK")


def incidents(record: Record, text: str) -> list[tuple[str, Event]]:
    """Our events that are incidents, with their types.

    MUC wants specific acts that were carried out, tried or threatened, with a target. What we know neither the kind of nor the victims' fate is a mere mention.
    """
    found = []
    for event in record.events:
        type = incident_type(event, text)
        specific = bool(event.toll or event.mode) and bool(_named(record, event.recipients, text))
        if type is not None and event.reality in _STAGES and specific:
            found.append((type, event))
    return found


def count(gold: list[Incident], record: Record, text: str, types: Counts, roles: Counts) -> list[bool]:
    """Add one message; returns for each incident with a known confidence whether ours has the same."""
    ours = incidents(record, text)
    own = {type for type, _ in ours}
    wanted = {incident.type for incident in gold if incident.type in _TYPES}
    types.add(len(own & wanted), len(own), len(wanted))
    for role in ROLES:
        answers = _answers(record, [event for _, event in ours], role, text)
        fillers = [filler for incident in gold for filler in incident.fillers[role]]
        unique = [filler for n, filler in enumerate(fillers) if filler not in fillers[:n]]
        roles.add(paired(answers, unique, _fills), len(answers), len(unique))
    return [_confidence(record, _same(record, incident, ours, text)) == incident.confidence for incident in gold if incident.confidence and ours]


def _answers(record: Record, events: list[Event], role: str, text: str) -> list[frozenset[str]]:
    """What a record fills a role with, each once: the words for somebody, where a key has a name and a description those apart, or a weapon in a trigger."""
    if role == "weapon":
        words = {word for event in events for word in text[slice(*event.trigger_span)].lower().replace("-", " ").split()}
        return [frozenset([weapon]) for weapon in _WEAPONS if words & {weapon, weapon + "s"}]
    if role == "perpetrator":
        return _named(record, [p for e in events for p in e.actors], text)
    targets = [p for e in events for p in e.recipients]
    return _named(record, targets, text, apart=True)


def _named(record: Record, participants: list[Participant], text: str, *, apart: bool = False) -> list[frozenset[str]]:
    """The words for each participant, if `apart` those that name a person and those that describe him. A key holds no countries, though it may hold a government."""
    found: dict[str, list[set[str]]] = {}
    for actor in (record.actor(participant.actor) for participant in participants):
        words = {actor.name, *(text[slice(*mention)] for mention in actor.mentions)}
        if actor.kind == "country":
            words = {word for word in words if "government" in word.lower()}
        words = {" ".join(word.lower().split()) for word in words} - _NO_NAMES
        described = {actor.office.lower()} if apart and actor.office else set()
        if apart and actor.kind == "person":
            parts = set(actor.name.lower().split())
            described |= {word for word in words if not parts & set(word.split())}
        found[actor.id] = [words - described, described]
    return [frozenset(words) for name in sorted(found) for words in found[name] if words]


def _fills(answer: frozenset[str], filler: set[str]) -> bool:
    return any(_alike(one, other) for one in answer for other in filler)


def _alike(one: str, other: str) -> bool:
    """Names that share their last word, or of which one holds the other."""
    return one == other or one.split()[-1] == other.split()[-1] or f" {one} " in f" {other} " or f" {other} " in f" {one} "


def _same(record: Record, incident: Incident, ours: list[tuple[str, Event]], text: str) -> Event:
    """Which of our events is the incident: one by its doer if there is one, else one of its type, else the first."""
    doers = incident.fillers["perpetrator"]
    by_doer = [e for _, e in ours if any(_fills(a, d) for a in _named(record, e.actors, text) for d in doers)]
    by_type = [e for type, e in ours if type == incident.type and e.actors]
    return next(iter([*by_doer, *by_type, *(e for _, e in ours if e.actors), ours[0][1]]))


def _confidence(record: Record, event: Event) -> str:
    """How our record says who did it: on an accuser's word (what he denies he is accused of) or as suspected, on the doer's own, or as a fact."""
    doers = {p.actor for p in event.actors}
    says = [(record.statement(say.statement), say.stance) for say in [*event.say_so, *(say for p in event.actors for say in p.say_so)]]
    suspected = any(not _SUSPECTED.isdisjoint(record.actor(doer).name.lower().split()) for doer in doers)
    blamed = {p.actor for e in record.events if e.type == "ACCUSE" and event.id in e.about for p in e.recipients}
    denied = any(s.speaker in doers and stance == "denies" for s, stance in says)
    if denied or suspected or doers & blamed or any(s.act == "accuse" for s, _ in says):
        return "accused"
    return "claimed" if any(s.speaker in doers for s, _ in says) else "fact"


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
        sure += count(gold[name], record, texts[name], types, roles)
    return {"muc4 incident type": types.f1, "muc4 role fillers": roles.f1, "muc4 perpetrator confidence": per_cent(sum(sure), len(sure))}
