"""How many a group of people is where its own words do not count it.

The names that follow do ("prisoners including Ali and Omar"), or another phrase for the same people: "two men … they".
"""

from __future__ import annotations

from sayso.coding.draft import Draft
from sayso.language.analysis import Analysis

_OPENERS = frozenset({"including", "include", "included", "includes"})
"""After these words come some of the group, so that there may be more."""
_THEY = frozenset({"they", "them", "their", "both", "themselves"})
_JOINTS = frozenset({",", "and", "&", "-", "–"})
_ENDING = frozenset({"VERB", "AUX", "PRON", "SCONJ"})
_REACH = 40
_SENTENCES_BACK = 1


def names_after(analysis: Analysis, head: int, labels: dict[int, str]) -> tuple[int, bool, int] | None:
    """How many persons are listed by name behind a plural noun, whether there may be more, and where the list ends.

    `the journalists Ali and Omar` is two; `prisoners, including the journalist Ali and the singer Omar` at least two.
    """
    last = min(analysis.sentences[analysis.tokens[head].sentence].last, head + _REACH)
    opened = far = False
    names, end, at = 0, head + 1, head + 1
    while at < last:
        token = analysis.tokens[at]
        if labels.get(at) == "Person" and (opened or not far):
            names += labels.get(at - 1) != "Person"
            end = at + 1
        elif not names and (token.text.lower() in _OPENERS or analysis.words(at, min(at + 2, last)).lower() == "such as"):
            opened, at = True, at + (token.text.lower() == "such")
        elif (token.upos in _ENDING and token.relation != "amod") or token.text in ".;:" or (names and token.upos == "ADP"):
            break
        else:
            far = far or token.text.lower() not in _JOINTS
        at += 1
    return (names, opened, end) if names > 1 else None


def persons_meant(draft: Draft, at: int) -> tuple[int, int] | None:
    """Two or more persons joined by "and" whom `they` takes up: the subject before it in this sentence or the last; how many, and their head."""
    analysis = draft.analysis
    if analysis.tokens[at].text.lower() not in _THEY:
        return None
    sentence = analysis.tokens[at].sentence
    first = analysis.sentences[max(0, sentence - _SENTENCES_BACK)].first
    for index in range(at - 1, first - 1, -1):
        token = analysis.tokens[index]
        if token.relation.startswith("nsubj") and (token.feats.get("Number") == "Plur" or analysis.dependents(index, "conj")):
            return _joined_persons(draft, index)
    return None


def _joined_persons(draft: Draft, head: int) -> tuple[int, int] | None:
    """How many persons are joined at `head`, if all of them are single persons."""
    joined = [head, *draft.analysis.dependents(head, "conj")]
    persons = [i for i in joined if i in draft.heads and draft.heads[i].actor.kind == "person"]
    return (len(persons), head) if len(persons) == len(joined) > 1 else None


def other_mentions(draft: Draft, head: int) -> list[int]:
    """Heads of the other phrases for the group at `head`, nearest first."""
    mention = draft.heads.get(head)
    if mention is None or mention.actor.kind != "group":
        return []
    heads = [m.head for m in draft.mentions if m.actor is mention.actor and m.kind == "nominal" and m.head != head]
    return [other for _, other in sorted((abs(other - head), other) for other in heads)]
