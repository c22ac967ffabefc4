"""Codes of another ontology for events that were not coded by it: the rules of a scheme, asked of an event as the dataset has it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from sayso.dataset.happening import Happening
from sayso.knowledge.schemes import LEFT_OUT, Asked, Scheme, find_scheme, load_scheme
from sayso.language.lemmas import Lemmatiser

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
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
    rule = found.rule_for(asked(happening))
    return None if rule is None or rule.code == LEFT_OUT else rule.code


def asked(happening: Happening) -> Asked:
    """What rules may ask of a happening."""
    tolls = {kind for kind, (low, high) in happening.tolls.items() if (low, high) != (None, None) and low != 0}
    actors, recipients = ([party.sectors for party in side] for side in (happening.actors, happening.recipients))

    def words(whole: bool) -> set[str]:
        return _lemmas(happening.evidence if whole else happening.trigger)

    return Asked(happening.type, happening.mode, happening.reality, happening.contexts, actors, recipients, tolls, words)


def _lemmas(text: str) -> set[str]:
    """Words and what they may be forms of."""
    words = {word.lower() for word in _WORD.findall(text)}
    return words | {_lemmatiser().lemma(word, upos, {}) for word in words for upos in ("NOUN", "VERB")}


@cache
def _lemmatiser() -> Lemmatiser:
    return Lemmatiser(json.loads(_TABLE.read_text(encoding="utf8")))
