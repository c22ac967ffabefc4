"""Frames: which words around a trigger play which role, as `data/frames.toml` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.errors import KnowledgeError
from sayso.knowledge.ontology import Ontology, load_ontology
from sayso.knowledge.rows import parse_toml, read_text

_DATA = Path(__file__).parent / "data" / "frames.toml"
_ROLES = {"actor", "recipient", "joint", "deed"}
PREPOSITIONS = frozenset({
    "of", "on", "to", "for", "with", "from", "in", "into", "at", "against", "by", "as", "over", "up", "out", "down", "off",
    "between", "through", "upon", "under", "about", "behind", "towards", "toward", "among", "alongside", "across", "near",
    "around", "inside", "outside", "within", "without", "before", "after", "during", "amid", "onto", "beyond", "than",
})  # fmt: skip
"""Words that may stand for the relation of what follows them."""
RELATIONS = (
    PREPOSITIONS
    | {f"obj_{preposition}" for preposition in PREPOSITIONS}
    | {"subj", "obj", "iobj", "poss", "compound", "light", "faced", "deed", "targeting", "main_subj", "below_with", "speaker", "all"}
)
"""Relations that frames, and conditions of triggers, may name; `frames.toml` says what each is."""


@dataclass(frozen=True, slots=True)
class Slots:
    """Relations that fill each role, best first; `joint` adds a second side to the actors."""

    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    deed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A way of arranging roles around verbs and nouns. `control` says which role does the deed spoken of."""

    name: str
    verb: Slots
    noun: Slots
    control: str | None = None
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames, the default frame of each type for verbs and nouns, and the verbs that carry event nouns."""

    named: dict[str, Frame]
    defaults: dict[str, tuple[str, str]]
    does: frozenset[str]
    suffers: frozenset[str]
    occurs: frozenset[str]
    subject_control: frozenset[str]
    calls_on: dict[str, frozenset[str]]
    """Verbs of asking, and the prepositions before those who are asked."""

    def default(self, type: str, *, noun: bool) -> Frame:
        """The frame of a word that is known to name an event of this type and no more."""
        return self.named[self.defaults[type][noun]]


@cache
def load_frames(path: Path = _DATA) -> Frames:
    """Read the frames; KnowledgeError names the file and what is wrong with it."""
    data = parse_toml(path, read_text(path))
    named = {name: read_frame(str(path), name, entry) for name, entry in data.get("frames", {}).items()}
    defaults = {type: (pair[0], pair[1]) for type, pair in data.get("defaults", {}).items()}
    _check_defaults(path, named, defaults, load_ontology())
    light, control = data.get("light", {}), data.get("control", {})
    calls_on = {verb: frozenset(prepositions) for verb, prepositions in control.get("calls_on", {}).items()}
    does, suffers, occurs = (frozenset(light.get(name, ())) for name in ("does", "suffers", "occurs"))
    return Frames(named, defaults, does, suffers, occurs, frozenset(control.get("subject", ())), calls_on)


def read_frame(path: str, name: str, entry: dict[str, Any]) -> Frame:
    """A frame from its entry in a TOML file; KnowledgeError names `path`, the frame and the mistake."""
    unknown = sorted(set(entry) - {"verb", "noun", "control", "mutual"})
    if unknown:
        raise KnowledgeError(f"{path}: frame {name!r} has the unknown key {unknown[0]!r}; use verb, noun, control, mutual")
    if entry.get("control") not in (None, "actor", "recipient"):
        raise KnowledgeError(f"{path}: control of frame {name!r} must be actor or recipient, not {entry['control']!r}")
    verb, noun = (_slots(path, name, entry.get(part, {})) for part in ("verb", "noun"))
    return Frame(name, verb, noun, entry.get("control"), bool(entry.get("mutual", False)))


def _slots(path: str, name: str, roles: dict[str, list[str]]) -> Slots:
    unknown = sorted(set(roles) - _ROLES)
    if unknown:
        raise KnowledgeError(f"{path}: frame {name!r} has the unknown role {unknown[0]!r}; use {', '.join(sorted(_ROLES))}")
    wrong = sorted({relation for relations in roles.values() for relation in relations} - RELATIONS)
    if wrong:
        raise KnowledgeError(f"{path}: frame {name!r} has the unknown relation {wrong[0]!r}; use {', '.join(sorted(RELATIONS))}")
    return Slots(**{role: tuple(relations) for role, relations in roles.items()})


def _check_defaults(path: Path, named: dict[str, Frame], defaults: dict[str, tuple[str, str]], ontology: Ontology) -> None:
    for type in ontology.types:
        for frame in defaults.get(type, (f"(no default for {type})",)):
            if frame not in named:
                raise KnowledgeError(f"{path}: [defaults] names the frame {frame!r} for {type}, which is not there")
