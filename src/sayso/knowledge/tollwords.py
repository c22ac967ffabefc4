"""Words that tell of people killed, injured, captured or displaced."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.errors import KnowledgeError
from sayso.knowledge.numbers import line_of
from sayso.knowledge.rows import parse_toml, read_text

KINDS = ("killed", "injured", "captured", "displaced")

_DATA = Path(__file__).parent / "data" / "tolls.toml"
_TABLES = ("transitive", "intransitive", "nouns", "states", "lethal", "modifiers")
_VERBS = ("transitive", "intransitive", "lethal")


@dataclass(frozen=True, slots=True)
class TollWords:
    """The tables of `tolls.toml`: lemma (or word, for states) to the kind of toll, and who is a person."""

    forms: dict[str, str]
    """Every inflected form of the verbs to its lemma, so that a slip of the lemmatiser costs nothing."""

    transitive: dict[str, str]
    intransitive: dict[str, str]
    nouns: dict[str, str]
    states: dict[str, str]
    lethal: dict[str, str]
    modifiers: dict[str, str]
    phrases: dict[str, list[tuple[str, frozenset[str]]]]
    """Every form of a verb to the kinds of toll that it tells with one of the words beside them: "took … hostage"."""
    doubtful: frozenset[str]
    """Verbs whose object may be a thing."""
    natural: frozenset[str]
    """Causes of death or flight that nobody is to blame for."""
    plural: frozenset[str]
    singular: frozenset[str]
    pairs: frozenset[str]
    collective: frozenset[str]


@cache
def load_toll_words(path: Path = _DATA) -> TollWords:
    """Read and check the toll words; KnowledgeError names file and line of a mistake."""
    text = read_text(path)
    tables: dict[str, dict[str, Any]] = parse_toml(path, text)
    for name in _TABLES:
        for word, kind in tables.setdefault(name, {}).items():
            if kind not in KINDS:
                raise KnowledgeError(f"{path}:{line_of(text, word)}: {word!r} must be one of {', '.join(KINDS)}, not {kind!r}")
    people = tables.get("people", {})
    verbs = [verb for name in _VERBS for verb in tables[name]]
    return TollWords(
        forms={**_forms(verbs), **tables.get("forms", {})},
        transitive=tables["transitive"],
        intransitive=tables["intransitive"],
        nouns=tables["nouns"],
        states=tables["states"],
        lethal=tables["lethal"],
        modifiers=tables["modifiers"],
        phrases=_phrases(tables.get("phrases", {}), path, text),
        doubtful=_words(tables.get("doubtful", {}), "verbs", path, text),
        natural=_words(tables.get("natural", {}), "causes", path, text),
        plural=_words(people, "plural", path, text),
        singular=_words(people, "singular", path, text),
        pairs=_words(people, "pairs", path, text),
        collective=_words(people, "collective", path, text),
    )


def _phrases(table: dict[str, Any], path: Path, text: str) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """The phrases of each kind by the forms of their verbs; irregular forms are listed as they are."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for name, phrase in table.items():
        kind = phrase.get("kind")
        if kind not in KINDS:
            raise KnowledgeError(f"{path}:{line_of(text, f'[phrases.{name}]')}: the kind of {name!r} must be one of {', '.join(KINDS)}, not {kind!r}")
        companions = _words(phrase, "with", path, text)
        for form in {*_forms(sorted(_words(phrase, "verbs", path, text))), *_words(phrase, "forms", path, text)}:
            found.setdefault(form, []).append((kind, companions))
    return found


def _forms(verbs: list[str]) -> dict[str, str]:
    """All regular forms of the verbs."""
    forms: dict[str, str] = {}
    for verb in verbs:
        stem = verb[:-1] if verb.endswith("e") else verb
        soft = verb.endswith("y") and verb[-2] not in "aeo"
        third = verb + "es" if verb.endswith(("s", "sh", "ch", "x")) else verb + "s"
        past = (verb[:-1] + "ies", verb[:-1] + "ied") if soft else (third, stem + "ed")
        for form in (verb, *past, stem + "ing", stem + stem[-1] + "ed", stem + stem[-1] + "ing"):
            forms.setdefault(form, verb)
    return forms


def _words(table: dict[str, Any], name: str, path: Path, text: str) -> frozenset[str]:
    words = table.get(name, [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise KnowledgeError(f"{path}:{line_of(text, name)}: {name!r} must be a list of words")
    return frozenset(words)
