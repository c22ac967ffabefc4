"""Triggers: words and phrases that name events, read from `data/triggers/*.tsv`.

A line has six columns, parted by tabs: phrase, part of speech (verb, noun, adjective, modal), mode or `-`, frame, prior, condition
or `-`. The prior is how often the phrase is such an event in political news. A condition is a list of terms parted by spaces:
`+obj:troop,@forces` asks for an object that is one of these, `-any:hunger` forbids the word anywhere below the trigger.
`@name` is a word class of `classes.toml`; `#person`, `#organization`, `#country`, `#group`, `#place`, `#actor` and `#any`
ask for a kind of thing, `#inf` and `#finite` for the form of a clause. Relations are those of `frames.toml`, and `any`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.frames import RELATIONS, Frame, load_frames
from sayso.knowledge.ontology import Ontology, load_ontology
from sayso.knowledge.rows import parse_toml, read_rows, read_text

_DATA = Path(__file__).parent / "data"
_COLUMNS = 6
NO_EVENT = "NONE"
"""The type of phrases that name no event, in `none.tsv`."""
PARTS = ("verb", "noun", "adjective", "modal")
"""Parts of speech of triggers."""
_RELATIONS = RELATIONS | {"any", "ccomp"}
_KINDS = frozenset({"person", "organization", "country", "group", "place", "actor", "any", "inf", "finite"})
_HEADS_END = frozenset({
    "of", "on", "to", "for", "with", "from", "in", "into", "at", "against", "by", "as",
    "over", "up", "out", "down", "off", "between", "through", "upon", "under", "about", "behind", "towards",
})  # fmt: skip
"""Prepositions before which a noun phrase has its head."""


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
    pos: str
    type: str
    mode: str | None
    frame: Frame
    prior: float
    head: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    terms: tuple[Term, ...]
    place: str = ""
    """Where it is written, as `file:line`."""
    code: str | None = None
    """The code of a user's own scheme that it gives its events."""

    @property
    def noun(self) -> bool:
        """Is it a noun?"""
        return self.pos == "noun"


@dataclass(frozen=True, slots=True)
class Triggers:
    """All triggers by the lemma of their head, the parts of speech apart; longest phrase first."""

    verbs: dict[str, tuple[Trigger, ...]]
    nouns: dict[str, tuple[Trigger, ...]]
    modes: dict[tuple[str, str], str]
    """(word, type) to the mode that the word gives an event of the type."""
    count: int
    adjectives: dict[str, tuple[Trigger, ...]]
    modals: dict[str, tuple[Trigger, ...]] = field(default_factory=dict)

    def of(self, pos: str) -> dict[str, tuple[Trigger, ...]]:
        """The triggers of one part of speech."""
        if pos == "noun":
            return self.nouns
        return self.verbs if pos == "verb" else self.adjectives if pos == "adjective" else self.modals


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a line of a trigger file may name: types and modes, frames, word classes."""

    ontology: Ontology
    frames: dict[str, Frame]
    classes: dict[str, frozenset[str]]

    @classmethod
    def load(cls, folder: Path = _DATA) -> Vocabulary:
        """The package's own."""
        return cls(load_ontology(), load_frames().named, _classes(folder / "classes.toml"))


@cache
def load_triggers(folder: Path = _DATA) -> Triggers:
    """Read every trigger file of a folder; KnowledgeError names file and line of the first mistake."""
    vocabulary = Vocabulary.load(folder)
    found: list[Trigger] = []
    count = 0
    for path in sorted((folder / "triggers").glob("*.tsv")):
        type = path.stem.upper()
        if type not in vocabulary.ontology.types and type != NO_EVENT:
            raise KnowledgeError(f"{path}: the file's name must be an event type or none; {type!r} is neither")
        for place, columns in rows_of(path, _COLUMNS):
            count += 1
            found.extend(read_trigger(place, type, columns, vocabulary))
    return _gathered(found, _modes(folder / "modes.tsv", vocabulary.ontology), count)


def lay_over(base: Triggers, own: Iterable[Trigger], gone: Iterable[Trigger] = ()) -> Triggers:
    """Triggers with a user's own laid over them: the same phrase of the same part of speech and type gives way to theirs, `gone` go."""
    own = list(own)
    replaced = {_identity(trigger) for trigger in [*own, *gone]}
    kept = [t for pos in PARTS for group in base.of(pos).values() for t in group if _identity(t) not in replaced]
    return _gathered([*kept, *own], base.modes, len({(*_identity(t), t.place) for t in [*kept, *own]}))


def _identity(trigger: Trigger) -> tuple[str, str, str]:
    return trigger.phrase, trigger.pos, trigger.type


def _gathered(found: Iterable[Trigger], modes: dict[tuple[str, str], str], count: int) -> Triggers:
    tables: dict[str, dict[str, list[Trigger]]] = {pos: {} for pos in PARTS}
    for trigger in found:
        tables[trigger.pos].setdefault(trigger.head, []).append(trigger)
    return Triggers(_sorted(tables["verb"]), _sorted(tables["noun"]), modes, count, _sorted(tables["adjective"]), _sorted(tables["modal"]))


def rows_of(path: Path, width: int) -> Iterator[tuple[str, list[str]]]:
    """Rows of a table that have as many columns as they should."""
    for place, columns in read_rows(path):
        if len(columns) != width:
            raise KnowledgeError(f"{place}: {len(columns)} columns parted by tabs where {width} are expected")
        yield place, columns


def read_trigger(place: str, type: str, columns: list[str], vocabulary: Vocabulary) -> Iterator[Trigger]:
    """The spellings of one trigger, from the six columns that follow its type; KnowledgeError names `place` (file and line)."""
    phrase, pos, mode, frame, prior, condition = columns
    known = vocabulary.ontology.types[type].modes if type != NO_EVENT else ()
    if not phrase.strip() or phrase != " ".join(phrase.split()):
        raise KnowledgeError(f"{place}: the phrase {phrase!r} must be words parted by single spaces")
    if pos not in PARTS:
        raise KnowledgeError(f"{place}: part of speech must be {', '.join(PARTS[:-1])} or {PARTS[-1]}, not {pos!r}")
    if mode != "-" and mode not in known:
        raise KnowledgeError(f"{place}: {mode!r} is no mode of {type}; choose from {', '.join(known) or '-'}")
    if frame not in vocabulary.frames:
        raise KnowledgeError(f"{place}: there is no frame {frame!r}; choose from {', '.join(sorted(vocabulary.frames))}")
    strength = _prior(place, prior)
    terms = () if condition == "-" else tuple(_term(place, text, vocabulary.classes) for text in condition.split(" "))
    for words, head in _spellings(phrase, noun=pos == "noun"):
        yield Trigger(
            phrase, pos, type, None if mode == "-" else mode, vocabulary.frames[frame], strength,
            words[head], tuple(words[:head]), tuple(words[head + 1 :]), terms, place,
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
    if text[:1] not in ("+", "-") or not colon or not items:
        raise KnowledgeError(f"{place}: a condition reads +relation:word,word or -relation:word,word, not {text!r}")
    if relation not in _RELATIONS:
        raise KnowledgeError(f"{place}: {relation!r} is no relation; choose from {', '.join(sorted(_RELATIONS))}")
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
        cut = next((i for i, word in enumerate(words) if i and word in _HEADS_END), len(words))
        return cut - 1
    return 1 if len(words) > 1 and words[0].endswith("ly") and words[0] != "rally" else 0


def _sorted(found: dict[str, list[Trigger]]) -> dict[str, tuple[Trigger, ...]]:
    return {head: tuple(sorted(group, key=_rank)) for head, group in found.items()}


def _rank(trigger: Trigger) -> tuple[int, int, float]:
    return -len(trigger.before) - len(trigger.after), -len(trigger.terms), -trigger.prior


def _classes(path: Path) -> dict[str, frozenset[str]]:
    data = parse_toml(path, read_text(path))
    return {name: frozenset(words) for name, words in data.items()}


def _modes(path: Path, ontology: Ontology) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for place, (word, type, mode) in rows_of(path, 3):
        if type not in ontology.types or mode not in ontology.types[type].modes:
            raise KnowledgeError(f"{place}: {mode!r} is no mode of {type!r}")
        found[word, type] = mode
    return found
