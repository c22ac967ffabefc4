"""Who takes part in an event, all its mentions taken together.

Each mention had its candidates weighed (`arguments.py`), and the deeds, places and states around it brought in others
(`deeds.py`, `sides.py`). What a single sentence leaves open the others often tell, so the parts are given out once more for
the whole event; `event_scores.toml` says under [cast_actor] and [cast_recipient] how the evidence adds up.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field

from sayso.coding.draft import Draft, EventDraft, Mention, Role
from sayso.knowledge.event_scores import EventScores, load_event_scores, log_odds
from sayso.record import Actor

OTHER = {"actor": "recipient", "recipient": "actor"}
BEFORE, AFTER = 2, 1
"""Sentences before and after an event in which somebody is looked for when its own mentions name nobody."""
_UNHEARD = -4.0
"""Log-odds of a part that no mention gave."""
_STATE, _PEOPLE = ("country",), ("person", "organization", "group")


@dataclass(slots=True, eq=False)
class Part:
    """Somebody who may take part: the surest mention, the chances that the event's mentions gave, and whether the first choice fell on them."""

    role: Role
    chances: list[float] = field(default_factory=list)
    first: bool = False

    @property
    def actor(self) -> Actor:
        """Who it is."""
        return self.role.mention.actor

    @property
    def best(self) -> float:
        """The surest mention's log-odds."""
        return log_odds(max(self.chances)) if self.chances else _UNHEARD


Pool = dict[int, Part]
"""Candidates of an event for a role, by the identity of the actor."""


@dataclass(slots=True)
class Company:
    """What is known of the actors of an article beyond one event: how often each is mentioned, who speaks, who does what elsewhere."""

    draft: Draft
    mentions: Counter[int]
    speakers: set[int]
    by_sentence: dict[int, list[Mention]]
    parts: dict[str, Counter[tuple[str, int]]]
    """For each role how many events of a type an actor has it in."""
    casts: dict[tuple[str, str], dict[int, Role]]
    """For each role and type all who have it anywhere."""

    @classmethod
    def of(cls, draft: Draft) -> Company:
        """Count them once for all events of an article."""
        speakers = {id(s.speaker.actor) for s in draft.statements if s.speaker is not None}
        by_sentence: dict[int, list[Mention]] = {}
        for mention in draft.mentions:
            by_sentence.setdefault(draft.analysis.tokens[mention.head].sentence, []).append(mention)
        company = cls(draft, Counter(id(mention.actor) for mention in draft.mentions), speakers, by_sentence, {role: Counter() for role in OTHER}, {})
        for event in draft.events:
            for role in OTHER:
                for one in first_choice(event, role):
                    company.parts[role][event.type, id(one.mention.actor)] += 1
                    company.casts.setdefault((role, event.type), {})[id(one.mention.actor)] = one
        return company

    def near(self, event: EventDraft) -> list[Mention]:
        """Those mentioned shortly before the event, or right after it, of whom something is known."""
        here = self.draft.analysis.tokens[event.trigger].sentence
        around = [mention for sentence in range(here - BEFORE, here + AFTER + 1) for mention in self.by_sentence.get(sentence, [])]
        return [mention for mention in around if mention.actor.country or mention.actor.sector]

    def elsewhere(self, event: EventDraft, role: str) -> list[Mention]:
        """Those who play the role in other events of the type."""
        return [one.mention for one in self.casts.get((role, event.type), {}).values()]


def first_choice(event: EventDraft, role: str) -> list[Role]:
    """Who has a role as the mentions were read."""
    return event.actors if role == "actor" else event.recipients


def cast_events(draft: Draft) -> None:
    """Give out the parts of the draft's events anew."""
    company, scores = Company.of(draft), load_event_scores()
    for event in draft.events:
        chosen = {role: _chosen(event, role, company, scores) for role in OTHER}
        event.actors, event.recipients = _apart(chosen["actor"], chosen["recipient"])


def _chosen(event: EventDraft, role: str, company: Company, scores: EventScores) -> list[Role]:
    pool, others = pool_of(event, role, company), pool_of(event, OTHER[role], company)
    rated: list[Role] = []
    for part in pool.values():
        chance = scores.part(f"cast_{role}", evidence(event, role, part, pool, others, company))
        rated.append(Role(part.role.mention, part.role.sayings, chance))
    likely = [one for one in rated if one.chance >= scores.enough]
    if likely or not rated:
        return likely
    best = max(rated, key=_chance)
    return [best] if best.chance >= scores.least else []


def _chance(role: Role) -> float:
    return role.chance


def pool_of(event: EventDraft, role: str, company: Company) -> Pool:
    """All who may play a role in an event."""
    pool: Pool = {}
    for mention in event.cast.get(role, []):
        for rated in mention:
            part = pool.setdefault(id(rated.mention.actor), Part(rated))
            if part.chances and rated.chance > max(part.chances):
                part.role = rated
            part.chances.append(rated.chance)
    for chosen in first_choice(event, role):
        pool.setdefault(id(chosen.mention.actor), Part(chosen)).first = True
    if not any(part.first for part in pool.values()):
        for mention_ in [*company.near(event), *company.elsewhere(event, role)]:
            pool.setdefault(id(mention_.actor), Part(Role(mention_)))
    return pool


def evidence(event: EventDraft, role: str, part: Part, pool: Pool, others: Pool, company: Company) -> dict[str, float]:
    """Named numbers that speak for or against somebody playing a role in an event."""
    actor, opposite = part.actor, others.get(id(part.actor))
    best = max(one.best for one in pool.values())
    told = len(event.merged) + 1
    tokens, here = company.draft.analysis.tokens, id(actor)
    away = tokens[event.trigger].sentence - tokens[part.role.mention.head].sentence
    alone = not any(one.first for one in pool.values())
    same = company.parts[role][event.type, here] - part.first
    numbers = {
        "bias": 1.0,
        "best": part.best,
        "mean": sum(map(log_odds, part.chances)) / len(part.chances) if part.chances else _UNHEARD,
        "told": len(part.chances) / told,
        "often": math.log(told),
        "first": float(part.first),
        "first_alone": float(part.first and sum(one.first for one in pool.values()) == 1),
        "none_first": float(alone),
        "elsewhere": math.log1p(max(0, same)),
        "elsewhere_alone": math.log1p(max(0, same)) if alone else 0.0,
        "elsewhere_other": math.log1p(company.parts[OTHER[role]][event.type, here]),
        "away_before": math.log1p(max(0, away)),
        "away_after": math.log1p(max(0, -away)),
        "unheard_near": float(not part.chances and 0 <= away <= 1),
        "unheard": float(not part.chances),
        "behind": best - part.best,
        "leads": float(part.best == best),
        "rivals": math.log(len(pool)),
        "other": opposite.best if opposite is not None else _UNHEARD,
        "other_first": float(opposite is not None and opposite.first),
        "salience": math.log1p(company.mentions[id(actor)]),
        "speaks": float(id(actor) in company.speakers),
        "with_state": float(_has_companion(part, pool, _PEOPLE, _STATE)),
        "with_people": float(_has_companion(part, pool, _STATE, _PEOPLE)),
        "own_side": float(any(_same_side(actor, one.actor) for one in others.values() if one.first and one.actor is not actor)),
        f"mention_{part.role.mention.kind}": 1.0,
        f"kind_{actor.kind}": 1.0,
        f"type_{event.type}": 1.0,
        f"kind_{actor.kind}_{event.type}": 1.0,
    }
    for sector in actor.sector or ["none"]:
        numbers[f"sector_{sector}"] = numbers[f"sector_{sector}_{event.type}"] = 1.0
    return numbers


def _has_companion(part: Part, pool: Pool, own: tuple[str, ...], kinds: tuple[str, ...]) -> bool:
    """Is somebody else of the same country, of other kinds, chosen too: the leader beside the state?"""
    country = part.actor.country
    return bool(
        country
        and part.actor.kind in own
        and any(one.first and one is not part and one.actor.country == country and one.actor.kind in kinds for one in pool.values())
    )


def _same_side(one: Actor, other: Actor) -> bool:
    return bool(one.country and one.country == other.country)


def _apart(actors: list[Role], recipients: list[Role]) -> tuple[list[Role], list[Role]]:
    """Nobody is both actor and recipient: the likelier role is kept."""
    acting = {id(role.mention.actor): role.chance for role in actors}
    hit = {id(role.mention.actor): role.chance for role in recipients}
    return (
        [role for role in actors if role.chance >= hit.get(id(role.mention.actor), 0.0)],
        [role for role in recipients if role.chance > acting.get(id(role.mention.actor), -1.0)],
    )
