"""Codes of another ontology for events that were not coded by it: the rules of a scheme, asked of an event as the dataset has it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from sayso.dataset.happening import Happening, Party
from sayso.knowledge.schemes import LEFT_OUT, NOBODY, Rule, Scheme, find_scheme, load_scheme
from sayso.language.lemmas import Lemmatiser

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_EITHER_SIDE = 2
_TABLE = Path(__file__).parents[2] / "language" / "model" / "lemmas.json"


@cache
def scheme(name: str) -> Scheme:
    """An ontology that comes with the package."""
    return load_scheme(find_scheme(name))


def coded(name: str) -> Callable[[Happening], Happening | None]:
    """What gives a happening its code in the ontology of this name; it is left out where it has none."""

    def fit(happening: Happening) -> Happening | None:
        code = code_of(happening, name)
        return replace(happening, codes={**happening.codes, name: code}) if code else None

    return fit


def code_of(happening: Happening, name: str) -> str | None:
    """Its code in the ontology of this name: the one it was coded with, else that of the first rule that fits; None for none."""
    if name in happening.codes:
        return happening.codes[name]
    found = scheme(name)
    if happening.reality not in found.realities:
        return None
    code = next((rule.code for rule in found.rules if _fits(happening, rule)), None)
    return None if code == LEFT_OUT else code


def _fits(happening: Happening, rule: Rule) -> bool:
    return all(_has(happening, asked, values) for asked, values in rule.asks.items())


def _has(happening: Happening, asked: str, values: frozenset[str]) -> bool:
    if asked == "sides":
        sides = [[party for party in side if values & set(party.sectors)] for side in (happening.actors, happening.recipients)]
        return all(sides) if happening.recipients else len(sides[0]) >= _EITHER_SIDE
    return bool(values & _values(happening, asked))


def _values(happening: Happening, asked: str) -> set[str]:
    if asked == "type":
        return {happening.type}
    if asked == "mode":
        return {happening.mode or LEFT_OUT}
    if asked in ("actors", "recipients"):
        return _sectors(happening.actors if asked == "actors" else happening.recipients)
    if asked == "reality":
        return {happening.reality}
    if asked == "contexts":
        return set(happening.contexts)
    if asked == "toll":
        return {kind for kind, (low, high) in happening.tolls.items() if (low, high) != (None, None) and low != 0}
    return _lemmas(happening.evidence if asked == "words" else happening.trigger)


def _sectors(side: tuple[Party, ...]) -> set[str]:
    return {sector for party in side for sector in party.sectors} or (set() if side else {NOBODY})


def _lemmas(text: str) -> set[str]:
    """Words and what they may be forms of."""
    words = {word.lower() for word in _WORD.findall(text)}
    return words | {_lemmatiser().lemma(word, upos, {}) for word in words for upos in ("NOUN", "VERB")}


@cache
def _lemmatiser() -> Lemmatiser:
    return Lemmatiser(json.loads(_TABLE.read_text(encoding="utf8")))
