"""What speaks for an event resting on a statement that tells of it: how it stands in the content, and whether the publisher tells it too."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.coding.draft import EventDraft, Saying, StatementDraft
from sayso.language.analysis import Analysis

Carriers = dict[int, list[StatementDraft]]
"""For each token the statements whose content holds it, the innermost first."""

_KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our"})
"""Words before a noun for something that is known."""
_DEEPEST = 8
_INNERMOST = 2


def carriers_of(statements: list[StatementDraft]) -> Carriers:
    """The statements around each token."""
    found: Carriers = {}
    for statement in sorted(statements, key=_size):
        for first, last in statement.content:
            for token in range(first, last):
                found.setdefault(token, []).append(statement)
    return found


def told_in(event: EventDraft, carriers: Carriers) -> list[StatementDraft]:
    """The statements that tell of an event, each once, in the order of its mentions."""
    return told_at((event.trigger, *event.merged), carriers)


def told_at(tokens: Iterable[int], carriers: Carriers) -> list[StatementDraft]:
    """The statements around some tokens, each once, in the order of the tokens."""
    return list({id(s): s for token in tokens for s in carriers.get(token, ())}.values())


def distinct(sayings: list[Saying]) -> list[Saying]:
    """One saying for each speaker and stance."""
    unique = {(id(s.statement.speaker.actor) if s.statement.speaker else 0, s.stance): s for s in reversed(sayings)}
    return list(reversed(unique.values()))


def evidence(analysis: Analysis, event: EventDraft, statement: StatementDraft, carriers: Carriers) -> dict[str, float]:
    """Named numbers that speak for or against an event resting on a statement that tells of it."""
    heads = (event.trigger, *event.merged)
    around = {head: carriers.get(head, []) for head in heads}
    depth, head = min((_depth(statement, around[h]), h) for h in heads if any(s is statement for s in around[h]))
    inside = sum(any(s is statement for s in found) for found in around.values())
    found = {
        "bias": 1.0,
        f"type_{event.type}": 1.0,
        f"reality_{event.reality}": 1.0,
        f"act_{statement.act}": 1.0,
        f"depth_{min(depth, _INNERMOST)}": 1.0,
        "nobody": float(statement.speaker is None),
        "publisher_too": float(not all(around.values())),
        "share": inside / len(around),
        "several": float(len(told_in(event, carriers)) > 1),
        "trigger": float(head == event.trigger),
        "first": float(head == min(heads)),
    }
    return found | _standing(analysis, head, statement) | _cue(analysis, head, statement)


def _depth(statement: StatementDraft, found: list[StatementDraft]) -> int:
    return next((place for place, other in enumerate(found) if other is statement), len(found))


def _standing(analysis: Analysis, head: int, statement: StatementDraft) -> dict[str, float]:
    """How the word stands in the content: as claim, or as something taken as known ("talks after the attack")."""
    content = statement.tokens
    way, at = list[str](), head
    while at in content and len(way) < _DEEPEST:
        relation = analysis.tokens[at].relation
        way.append(relation if relation == "acl:relcl" else relation.split(":")[0])
        at = analysis.tokens[at].head
    found = {f"as_{way[0]}": 1.0} | {f"below_{relation}": 1.0 for relation in way[:-1]}
    if analysis.tokens[head].upos in ("NOUN", "PROPN"):
        known = any(analysis.tokens[child].text.lower() in _KNOWN for child in analysis.children[head])
        found |= {"noun": 1.0, "known" if known else "new": 1.0}
    return found


def _cue(analysis: Analysis, head: int, statement: StatementDraft) -> dict[str, float]:
    if statement.cue is None:
        return {"no_cue": 1.0}
    cue = analysis.tokens[statement.cue[0]]
    return {
        "according": float(cue.lemma.lower() in ("accord", "according")),
        "noun_cue": float(cue.upos == "NOUN"),
        "cue_before": float(cue.index < head),
    }


def _size(statement: StatementDraft) -> int:
    return sum(last - first for first, last in statement.content)
