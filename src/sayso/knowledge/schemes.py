"""Schemes: a user's own ontology, beside PLOVER's or instead of it, read from one TOML file (`docs/ontologies.md`).

A scheme has a name, types with modes of its own, and rules that give an event its code by what PLOVER and the record say of
it: type, mode, sectors of actor and recipient, reality, contexts, tolls, words. The first rule that fits decides. Frames and
triggers of its own may name what PLOVER does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from sayso.errors import KnowledgeError
from sayso.knowledge.actor_tables import SECTORS
from sayso.knowledge.frames import Frame, read_frame
from sayso.knowledge.ontology import EventType, Ontology
from sayso.knowledge.rows import parse_toml, read_text
from sayso.knowledge.tollwords import KINDS
from sayso.knowledge.triggers import Trigger, Vocabulary, read_trigger

SHIPPED = Path(__file__).parent / "data" / "schemes"
"""Schemes that come with the package and are asked for by name."""
LEFT_OUT = "-"
"""The code of events that a scheme leaves out."""
NOBODY = "nobody"
"""The sector that stands for an empty side."""
_EITHER_SIDE = 2
"""Parties that must be of a rule's `sides`: one on each side, or two among the actors where nobody is acted upon."""
_KEYS = {"name", "about", "realities", "types", "rules", "frames", "triggers"}
_TYPE_KEYS = {"about", "modes", "like", "verbal"}
_TRIGGER_KEYS = {"phrase", "pos", "code", "type", "mode", "frame", "prior", "condition"}
_SECTORS = SECTORS | {NOBODY}
_ASKS = ("type", "mode", "actors", "recipients", "sides", "reality", "contexts", "toll", "trigger", "words")
"""What rules may ask for."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A code and what an event must have for it: one of the values of each thing asked for."""

    code: str
    asks: dict[str, frozenset[str]] = field(default_factory=dict)

    def fits(self, event: Asked) -> bool:
        """Has an event one of the values of everything that it asks for?"""
        return all(event.has(key, values) for key, values in self.asks.items())


@dataclass(frozen=True, slots=True)
class Asked:
    """What rules may ask of an event, however it is kept."""

    type: str
    mode: str | None
    reality: str
    contexts: Collection[str]
    actors: Sequence[Collection[str]]
    """Of each party on that side its sectors."""
    recipients: Sequence[Collection[str]]
    toll: Collection[str]
    words: Callable[[bool], set[str]]
    """Lemmas of all the sentences that tell it, or of its triggers alone."""

    def has(self, key: str, values: frozenset[str]) -> bool:
        """Has it one of the values of a thing asked for?"""
        if key == "sides":
            return self._on_both_sides(values)
        return not values.isdisjoint(self._values(key))

    def _values(self, key: str) -> Collection[str]:
        if key in ("actors", "recipients"):
            side = self.actors if key == "actors" else self.recipients
            return {sector for party in side for sector in party} or (set() if side else {NOBODY})
        if key in ("trigger", "words"):
            return self.words(key == "words")
        single = {"type": self.type, "mode": self.mode or LEFT_OUT, "reality": self.reality}
        return {single[key]} if key in single else self.contexts if key == "contexts" else self.toll

    def _on_both_sides(self, sectors: frozenset[str]) -> bool:
        """Are there parties of these sectors on each side, or several among the actors where nobody is acted upon?"""
        of_them = [[party for party in side if not sectors.isdisjoint(party)] for side in (self.actors, self.recipients)]
        return all(of_them) if self.recipients else len(of_them[0]) >= _EITHER_SIDE


@dataclass(frozen=True, slots=True)
class Scheme:
    """One ontology: its types with their modes, its rules in order, the realities of events that it codes."""

    name: str
    about: str
    types: dict[str, tuple[str, ...]]
    realities: frozenset[str]
    rules: tuple[Rule, ...]
    own: dict[str, EventType]
    """Types that are like none of PLOVER's; their events come from the scheme's triggers alone."""
    triggers: tuple[Trigger, ...] = ()

    def rule_for(self, event: Asked) -> Rule | None:
        """The first rule that fits an event."""
        return next((rule for rule in self.rules if rule.fits(event)), None)

    def codes(self) -> list[str]:
        """Every code there is, types before their modes."""
        return [code for name, modes in self.types.items() for code in (name, *(f"{name}: {mode}" for mode in modes))]

    def plover(self, code: str) -> list[tuple[str, str | None]]:
        """The way back: PLOVER's types and modes that a rule gives this code, or for CAMEO's two digits a code that begins so."""
        found = [
            (type, None if mode == LEFT_OUT else mode)
            for rule in self.rules
            if rule.code == code or (code.isdigit() and rule.code.startswith(code))
            for type in sorted(rule.asks.get("type", ()))
            for mode in sorted(rule.asks.get("mode", {LEFT_OUT}))
        ]
        return list(dict.fromkeys(found))

    def parts(self, code: str) -> tuple[str, str | None]:
        """The type and mode of a code."""
        name = max((name for name in self.types if code == name or code.startswith(f"{name}: ")), key=len)
        return name, code[len(name) + 2 :] or None


class Mistakes:
    """Where in a file things stand, for errors that name the line."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.lines = path, text.splitlines()

    def at(self, key: str, value: object, nth: int = 0) -> str:
        """`file:line` of the nth line that gives a key this value; the file alone where it is not found."""
        wanted = re.compile(rf"""(?:^|[\s{{,]){re.escape(key)}\s*=\s*["']{re.escape(str(value))}["']""")
        found = [number for number, line in enumerate(self.lines, 1) if wanted.search(line)]
        return f"{self.path}:{found[nth]}" if nth < len(found) else str(self.path)

    def near(self, value: object) -> str:
        """`file:line` of the first line with a value in it."""
        found = next((number for number, line in enumerate(self.lines, 1) if str(value) in line), None)
        return f"{self.path}:{found}" if found else str(self.path)


def find_scheme(name: str | Path) -> Path:
    """The file of a scheme: a path, or the name of one that is shipped. Raises KnowledgeError with the choices."""
    path = Path(name)
    shipped = SHIPPED / f"{name}.toml"
    if not path.exists() and not shipped.exists():
        known = ", ".join(sorted(p.stem for p in SHIPPED.glob("*.toml")))
        raise KnowledgeError(f"{name}: no such file, and no ontology of this name comes with Sayso; it has {known}")
    return path if path.exists() else shipped


@cache
def load_scheme(path: Path) -> Scheme:
    """Read one scheme; KnowledgeError names file, line and mistake."""
    text = read_text(path)
    return _scheme(parse_toml(path, text), Mistakes(path, text), Vocabulary.load())


def _scheme(data: dict[str, Any], at: Mistakes, vocabulary: Vocabulary) -> Scheme:
    unknown = sorted(set(data) - _KEYS)
    if unknown:
        raise KnowledgeError(f"{at.near(unknown[0])}: unknown key {unknown[0]!r}; use {', '.join(sorted(_KEYS))}")
    if not data.get("types"):
        raise KnowledgeError(f"{at.path}: an ontology needs [types], each with its modes")
    for name, entry in data["types"].items():
        _check_type(name, entry, at, vocabulary.ontology)
    types = {name: tuple(entry.get("modes", ())) for name, entry in data["types"].items()}
    own = {name: _own_type(name, entry) for name, entry in data["types"].items() if "like" not in entry and name not in vocabulary.ontology.types}
    realities = frozenset(data.get("realities", vocabulary.ontology.realities))
    _check_choices(at.near("realities"), "reality", realities, vocabulary.ontology.realities)
    scheme = Scheme(str(data.get("name") or at.path.stem), str(data.get("about", "")), types, realities, (), own)
    known = extended(vocabulary, own.values(), _frames(data, at))
    rules, seen = [], dict[str, int]()
    for entry in data.get("rules", ()):
        code = str(entry.get("code", ""))
        rules.append(_rule(at.at("code", code, seen.get(code, 0)), entry, scheme, known))
        seen[code] = seen.get(code, 0) + 1
    triggers = tuple(t for entry in data.get("triggers", ()) for t in _trigger(entry, data["types"], scheme, at, known))
    return Scheme(scheme.name, scheme.about, types, realities, tuple(rules), own, triggers)


def extended(vocabulary: Vocabulary, types: Iterable[EventType], frames: dict[str, Frame]) -> Vocabulary:
    """A vocabulary with further types and frames."""
    ontology = vocabulary.ontology
    more = replace(ontology, types={**ontology.types, **{type.name: type for type in types}})
    return Vocabulary(more, {**vocabulary.frames, **frames}, vocabulary.classes)


def _check_type(name: str, entry: dict[str, Any], at: Mistakes, ontology: Ontology) -> None:
    unknown = sorted(set(entry) - _TYPE_KEYS)
    if unknown:
        raise KnowledgeError(f"{at.near(name)}: type {name!r} has the unknown key {unknown[0]!r}; use {', '.join(sorted(_TYPE_KEYS))}")
    if "like" in entry:
        _check_choices(at.at("like", entry["like"]), "PLOVER type", [entry["like"]], ontology.types)


def _own_type(name: str, entry: dict[str, Any]) -> EventType:
    return EventType(name, str(entry.get("about", "")), tuple(entry.get("modes", ())), bool(entry.get("verbal", False)))


def _frames(data: dict[str, Any], at: Mistakes) -> dict[str, Frame]:
    return {name: read_frame(at.near(f"frames.{name}"), name, entry) for name, entry in data.get("frames", {}).items()}


def _rule(place: str, entry: dict[str, Any], scheme: Scheme, vocabulary: Vocabulary) -> Rule:
    unknown = sorted(set(entry) - {"code", *_ASKS})
    if unknown:
        raise KnowledgeError(f"{place}: a rule has the unknown key {unknown[0]!r}; use code, {', '.join(_ASKS)}")
    _check_choices(place, "code", [entry.get("code", "")], [*scheme.codes(), LEFT_OUT])
    asks = {key: frozenset([entry[key]] if isinstance(entry[key], str) else entry[key]) for key in _ASKS if key in entry}
    ontology = vocabulary.ontology
    types = asks.get("type", frozenset(ontology.types))
    _check_choices(place, "type", types, ontology.types)
    choices: dict[str, Iterable[str]] = {
        "mode": {mode for type in types for mode in ontology.types[type].modes} | {LEFT_OUT},
        "actors": _SECTORS,
        "recipients": _SECTORS,
        "sides": _SECTORS,
        "reality": ontology.realities,
        "contexts": ontology.context_names,
        "toll": KINDS,
    }
    for key, allowed in choices.items():
        _check_choices(place, key, asks.get(key, ()), allowed)
    return Rule(entry["code"], asks)


def _trigger(entry: dict[str, Any], types: dict[str, Any], scheme: Scheme, at: Mistakes, vocabulary: Vocabulary) -> list[Trigger]:
    phrase = str(entry.get("phrase", ""))
    place = at.at("phrase", phrase)
    missing = sorted({"phrase", "pos", "code", "frame", "prior"} - set(entry))
    unknown = sorted(set(entry) - _TRIGGER_KEYS)
    if missing or unknown:
        problem = f"has the unknown key {unknown[0]!r}" if unknown else f"lacks {missing[0]!r}"
        raise KnowledgeError(f"{place}: the trigger {phrase!r} {problem}; use {', '.join(sorted(_TRIGGER_KEYS))}")
    _check_choices(place, "code", [entry["code"]], scheme.codes())
    name = scheme.parts(entry["code"])[0]
    type = entry.get("type") or types[name].get("like") or name
    _check_choices(place, "type", [type], vocabulary.ontology.types)
    columns = [phrase, entry["pos"], entry.get("mode", "-"), entry["frame"], str(entry["prior"]), entry.get("condition", "-")]
    return [_coded(trigger, entry["code"]) for trigger in read_trigger(place, type, columns, vocabulary)]


def _coded(trigger: Trigger, code: str) -> Trigger:
    return replace(trigger, code=code)


def _check_choices(place: str, what: str, values: Iterable[str], allowed: Iterable[str]) -> None:
    wrong = sorted(set(values) - set(allowed))
    if wrong:
        raise KnowledgeError(f"{place}: {wrong[0]!r} is no {what}; choose from {', '.join(sorted(allowed))}")
