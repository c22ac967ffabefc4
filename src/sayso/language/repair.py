"""What no treebank has, put right: relations that the scores of single words get wrong and the words around them tell."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.language.analysis import Token

_CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_PASSIVE = frozenset({"aux:pass", "nsubj:pass"})
_OF_VERBS = frozenset({"aux", "aux:pass", "nsubj:pass"})
_NO_VERBS = frozenset({"NOUN", "ADV", "PRON", "SYM", "X", "INTJ"})
_OF_CLAUSES = frozenset({"obj", "aux", "aux:pass", "nsubj", "xcomp", "ccomp", "mark"})
"""What hangs on verbs and on no nouns."""
_CLOSED = frozenset({"PRON", "SYM"})
_DOUBTFUL = _NO_VERBS | {"AUX", "VERB"}
"""Tags that may be put right."""
_AUXILIARIES = frozenset(
    {"been", "being", "were", "have", "having", "does", "doing", "done", "will", "would", "could", "might", "must", "shall", "should", "need",
     "dare", "ought", "used", "cannot", "gets", "getting", "gotten", "better", "wont", "dont", "aint", "gonna", "gotta", "hafta"}
)  # fmt: skip
"""Auxiliaries of more than three letters: nobody makes new ones."""
_SHORT = 3
_LONG = 7
"""Letters from which a plural is no pronoun, but for those in -selves."""


def retag(words: Sequence[str], tags: list[str], heads: Sequence[int], relations: Sequence[str]) -> None:
    """Put tags of a sentence right, in place.

    "Has jailed" is a verb whatever it was taken for, so is what has a subject and an object; no new pronoun ends in -s or -ed; and
    "fighting" that is a subject and governs nothing is a noun.
    """
    below: dict[str, set[int]] = {name: set() for name in _OF_VERBS | _OF_CLAUSES}
    for head, relation in zip(heads, relations, strict=True):
        if relation in below:
            below[relation].add(int(head))
    governing = set().union(*(below[name] for name in _OF_CLAUSES))
    verbal = set().union(below["nsubj"] & below["obj"], *(below[name] for name in _OF_VERBS))
    for i, tag in [(i, tag) for i, tag in enumerate(tags) if tag in _DOUBTFUL]:
        word = words[i]
        if tag == "AUX" and len(word) > _SHORT and word.isalpha() and word.lower() not in _AUXILIARIES:
            tags[i] = "VERB"
        elif tag == "PRON" and word.lower() == "people":
            tags[i] = "NOUN"
        elif tag in _NO_VERBS and word.endswith("ed") and (i in verbal or tag in _CLOSED):
            tags[i] = "VERB"
        elif (tag == "VERB" and relations[i] == "nsubj" and word.endswith("ing") and i not in governing) or (
            tag in _CLOSED and word.isalpha() and len(word) >= _LONG and word.endswith("s") and not word.endswith("selves")
        ):
            tags[i] = "NOUN"


def repair(tokens: Sequence[Token]) -> None:
    """Put the relations of tokens right, in place: what stands behind a preposition is no subject or object."""
    passive = {token.head for token in tokens if token.relation in _PASSIVE}
    for case in tokens:
        if case.relation != "case" or case.upos != "ADP" or case.head <= case.index:
            continue
        noun = tokens[case.head]
        if noun.relation in _CORE and noun.head >= 0:
            noun.relation = _oblique(case, tokens[noun.head], passive)


def _oblique(case: Token, head: Token, passive: set[int]) -> str:
    if head.upos in _NOMINAL:
        return "nmod"
    return "obl:agent" if case.text.lower() == "by" and head.index in passive else "obl"
