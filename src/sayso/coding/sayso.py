"""On whose word each event rests, and what is disputed about it."""

from __future__ import annotations

from bisect import bisect_left

from sayso.coding.carriers import Carriers, carriers_of, distinct, evidence, told_at, told_in
from sayso.coding.claims import attribute_blame, attribute_claims
from sayso.coding.disputes import contest
from sayso.coding.draft import Draft, EventDraft, Saying, StatementDraft
from sayso.knowledge.cues import stance_of
from sayso.knowledge.sayso_scores import load_sayso_scores
from sayso.language.analysis import Analysis, Token

_CONTESTING = frozenset({"denies", "doubts"})


def attribute_events(draft: Draft) -> None:
    """Fill `sayings` and `disputed` of events and of their roles and tolls, and `about` of statements."""
    carriers = carriers_of(draft.statements)
    for head, named in draft.named_by.items():
        if named.pos == "modal":
            # "They must go" is itself the act of whoever says it.
            carriers[head] = carriers.get(head, [])[1:]
    for event in draft.events:
        told = told_in(event, carriers)
        for statement in told_at((event.trigger, *event.merged, *event.alluded), carriers):
            statement.about.append(event)
        event.sayings = distinct([_saying(statement) for statement in told if _rests(draft.analysis, event, statement, carriers)])
        _attribute_tolls(draft.analysis, event, carriers)
    attribute_blame(draft)
    attribute_claims(draft)
    contest(draft, carriers)


def _rests(analysis: Analysis, event: EventDraft, statement: StatementDraft, carriers: Carriers) -> bool:
    """Whether an event rests on a statement that tells of it; denials and doubts are looked at by themselves."""
    scores = load_sayso_scores()
    return stance_of(statement.act) not in _CONTESTING and scores.chance(evidence(analysis, event, statement, carriers)) >= scores.enough


def _saying(statement: StatementDraft) -> Saying:
    return Saying(statement, stance_of(statement.act))


def _attribute_tolls(analysis: Analysis, event: EventDraft, carriers: Carriers) -> None:
    """A toll that stands in a statement rests on its speaker; conflicting tolls stay apart."""
    for toll in event.tolls:
        around = carriers.get(bisect_left(analysis.tokens, toll.span[0], key=_start), [])
        toll.sayings = [_saying(around[0])] if around else []


def _start(token: Token) -> int:
    return token.start
