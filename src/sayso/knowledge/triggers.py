"""Triggers: words and phrases that name events, read from `data/triggers/*.tsv`.

A line has six columns, parted by tabs: phrase, part of speech (verb, noun), mode or `-`, frame, prior, condition or `-`.
The prior is how often the phrase is such an event in political news. A condition is a list of terms parted by spaces:
`+obj:troop,@forces` asks for an object that is one of these, `-any:hunger` forbids the word anywhere below the trigger.
`@name` is a word class of `classes.toml`; `#person`, `#organization`, `#country`, `#group`, `#place`, `#actor` and `#any`
ask for a kind of thing, `#inf` and `#finite` for the form of a clause. Relations are those of `frames.toml`, and `any`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.frames import Frame, Frames, load_frames
from sayso.knowledge.ontology import Ontology, load_ontology
from sayso.knowledge.rows import read_rows

_DATA = Path(__file__).parent / "data"
_COLUMNS = 6
_KINDS = frozenset({"person", "organization", "country", "group", "place", "actor", "any", "inf", "finite"})
_PREPOSITIONS = frozenset({
    "of", "on", "to", "for", "with", "from", "in", "into", "at", "against", "by", "as",
    "over", "up", "out", "down", "off", "between", "through", "upon", "under", "about", "behind", "towards",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a condition: the relation must (or must not) hold one of these words or kinds."""

    wanted: bool
    relation: str
    words: frozenset[str]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A phrase that names an event: its head's lemma and the other words, before and after the head."""

    phrase: str
    noun: bool
    type: str
    mode: str | None
    frame: Frame
    prior: float
    head: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Triggers:
    """All triggers by the lemma of their head, verbs and nouns apart; longest phrase first."""

    verbs: dict[str, tuple[Trigger, ...]]
    nouns: dict[str, tuple[Trigger, ...]]
    modes: dict[tuple[str, str], str]
    """(word, type) to the mode that the word gives an event of the type."""
    count: int


@cache
def load_triggers(folder: Path = _DATA) -> Triggers:
    """Read every trigger file of a folder; KnowledgeError names file and line of the first mistake."""
    ontology, frames, classes = load_ontology(), load_frames(), _classes(folder / "classes.toml")
    verbs: dict[str, list[Trigger]] = {}
    nouns: dict[str, list[Trigger]] = {}
    count = 0
    for path in sorted((folder / "triggers").glob("*.tsv")):
        type = path.stem.upper()
        if type not in ontology.types:
            raise KnowledgeError(f"{path}: the file's name must be an event type; {type!r} is none")
        for place, columns in _rows(path, _COLUMNS):
            count += 1
            for trigger in _read(place, type, columns, ontology, frames, classes):
                (nouns if trigger.noun else verbs).setdefault(trigger.head, []).append(trigger)
    return Triggers(_sorted(verbs), _sorted(nouns), _modes(folder / "modes.tsv", ontology), count)


def _rows(path: Path, width: int) -> Iterator[tuple[str, list[str]]]:
    """Rows of a table that have as many columns as they should."""
    for place, columns in read_rows(path):
        if len(columns) != width:
            raise KnowledgeError(f"{place}: {len(columns)} columns parted by tabs where {width} are expected")
        yield place, columns


def _read(place: str, type: str, columns: list[str], ontology: Ontology, frames: Frames, classes: dict[str, frozenset[str]]) -> Iterator[Trigger]:
    phrase, pos, mode, frame, prior, condition = columns
    if pos not in ("verb", "noun"):
        raise KnowledgeError(f"{place}: part of speech must be verb or noun, not {pos!r}")
    if mode != "-" and mode not in ontology.types[type].modes:
        raise KnowledgeError(f"{place}: {mode!r} is no mode of {type}; choose from {', '.join(ontology.types[type].modes) or '-'}")
    if frame not in frames.named:
        raise KnowledgeError(f"{place}: there is no frame {frame!r} in frames.toml")
    strength = _prior(place, prior)
    terms = () if condition == "-" else tuple(_term(place, text, classes) for text in condition.split(" "))
    for words, head in _spellings(phrase, noun=pos == "noun"):
        yield Trigger(
            phrase, pos == "noun", type, None if mode == "-" else mode, frames.named[frame], strength,
            words[head], tuple(words[:head]), tuple(words[head + 1 :]), terms,
        )  # fmt: skip


def _prior(place: str, text: str) -> float:
    try:
        prior = float(text)
    except ValueError:
        prior = -1.0
    if not 0 < prior <= 1:
        raise KnowledgeError(f"{place}: the prior must be a number above 0 and up to 1, not {text!r}")
    return prior


def _term(place: str, text: str, classes: dict[str, frozenset[str]]) -> Term:
    relation, colon, items = text[1:].partition(":")
    if text[0] not in "+-" or not colon or not items:
        raise KnowledgeError(f"{place}: a condition reads +relation:word,word or -relation:word,word, not {text!r}")
    words: set[str] = set()
    kinds: set[str] = set()
    for item in items.split(","):
        if item.startswith("@"):
            if item[1:] not in classes:
                raise KnowledgeError(f"{place}: there is no word class {item!r} in classes.toml")
            words |= classes[item[1:]]
        elif item.startswith("#"):
            if item[1:] not in _KINDS:
                raise KnowledgeError(f"{place}: {item!r} is no kind of thing; choose from {', '.join(sorted(_KINDS))}")
            kinds.add(item[1:])
        else:
            words.add(item)
    return Term(text[0] == "+", relation, frozenset(words), frozenset(kinds))


def _spellings(phrase: str, *, noun: bool) -> Iterator[tuple[list[str], int]]:
    """A phrase in words with the place of its head: as written and, where hyphens part it, in its pieces."""
    words = phrase.split(" ")
    head = _head(words, noun=noun)
    yield words, head
    if "-" in phrase:
        pieces = [word.split("-") for word in words]
        yield [piece for word in pieces for piece in word], sum(len(word) for word in pieces[: head + 1]) - 1


def _head(words: list[str], *, noun: bool) -> int:
    """The head of a noun phrase is its last word before a preposition, that of a verb phrase its first (or after -ly)."""
    if noun:
        cut = next((i for i, word in enumerate(words) if i and word in _PREPOSITIONS), len(words))
        return cut - 1
    return 1 if len(words) > 1 and words[0].endswith("ly") and words[0] != "rally" else 0


def _sorted(found: dict[str, list[Trigger]]) -> dict[str, tuple[Trigger, ...]]:
    return {head: tuple(sorted(group, key=_rank)) for head, group in found.items()}


def _rank(trigger: Trigger) -> tuple[int, int, float]:
    return -len(trigger.before) - len(trigger.after), -len(trigger.terms), -trigger.prior


def _classes(path: Path) -> dict[str, frozenset[str]]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{path}: not valid TOML: {error}") from error
    return {name: frozenset(words) for name, words in data.items()}


def _modes(path: Path, ontology: Ontology) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for place, (word, type, mode) in _rows(path, 3):
        if type not in ontology.types or mode not in ontology.types[type].modes:
            raise KnowledgeError(f"{place}: {mode!r} is no mode of {type!r}")
        found[word, type] = mode
    return found
