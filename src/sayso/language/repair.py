"""What no treebank has, put right: relations that the scores of single words get wrong and the words around them tell."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.language.analysis import Token

_CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_PASSIVE = frozenset({"aux:pass", "nsubj:pass"})


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
