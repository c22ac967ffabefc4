"""Who takes part in an event: candidates from its frame and the tree and from the model, weighed against each other.

The frame says which words around the trigger may be actor and recipient; the model gives words a score for each role. Both
are evidence for an actor of the article; `event_scores.toml` says under [actor] and [recipient] how they add up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise, product

from sayso.coding.draft import EventDraft, Mention, Role
from sayso.coding.groups import persons_meant
from sayso.coding.scene import Scene
from sayso.knowledge.event_scores import EventScores, log_odds
from sayso.knowledge.frames import Frame, Slots
from sayso.language.analysis import Argument, Token

ROLES = ("actor", "recipient")
_UNSCORED = 0.02
"""The model's score of a word that it gave none."""
_PART = 0.6
"""A word whose head has this share of its score for the same role is part of the head's phrase."""
ENOUGH = 0.66
"""Probability from which everybody who is so likely is taken."""
_BEST = {"actor": 0.35, "recipient": 0.3}
"""Probability from which the best candidate is taken though it is unlikely."""

_NEAR = 25
"""Words behind a phrase among which a part of it may be told."""
_PARTS = frozenset({"including", "incl"})
_PART_OF = frozenset(product(("among", "amongst", "of"), ("them", "whom", "those")))
_JOINED = 0.45
"""Probability from which somebody is taken who is joined to one that is taken."""
_SIDE = 0.5
"""Probability from which somebody is taken as the other side of a mutual event of which one side is known."""


@dataclass(slots=True, eq=False)
class Candidate:
    """An actor that may play a role: where it is mentioned, and the evidence of frame and model."""

    mention: Mention
    frame: bool = False
    said: bool = False
    """Is it the speaker (for actors) or addressee of the statement that the trigger is the cue of?"""
    joint: bool = False
    """Is it the second side of a mutual event?"""
    frame_other: bool = False
    """Does the frame have it in the other role?"""
    model: float = 0.0
    other: float = 0.0
    """The model's score for the other role."""
    silent: bool = False
    """Does the frame name nobody for the role?"""


@dataclass(slots=True, eq=False)
class Found:
    """An event as proposed, with what its roles are read from. `nodes` are the content words, the head first."""

    event: EventDraft
    frame: Frame
    nodes: list[int]
    noun: bool
    prior: float | None = None
    model: float | None = None
    features: dict[str, float] = field(default_factory=dict)
    """What speaks for it being an event, before its roles are looked for."""
    relations: dict[str, list[int]] = field(default_factory=dict)
    named: dict[str, list[Mention]] = field(default_factory=dict)
    """Those whom the frame names for each role, once they have been looked for."""
    second: list[Mention] = field(default_factory=list)
    """Those among the named actors who are the second side of a mutual event."""
    silent: set[str] = field(default_factory=set)
    """The roles for which the frame names nobody."""

    @property
    def slots(self) -> Slots:
        """The relations of its frame that fit its part of speech."""
        return self.frame.noun if self.noun else self.frame.verb


def fill_roles(scene: Scene, found: Found, arguments: list[Argument], scores: EventScores) -> None:
    """Fill the actors and recipients of one proposed event."""
    found.relations = scene.relations(found.nodes)
    chosen = {role: _chosen(scene, found, role, arguments, scores) for role in ROLES}
    actors, recipients = _apart(chosen["actor"], chosen["recipient"])
    found.event.actors = actors
    found.event.recipients = [] if found.frame.mutual else recipients


def _chosen(scene: Scene, found: Found, role: str, arguments: list[Argument], scores: EventScores) -> list[Role]:
    """All candidates that are likely, or the best one where none is: most events have somebody in each role."""
    judged = bool(arguments)
    likely, others = list[Role](), list[Role]()
    for candidate in candidates(scene, found, role, arguments):
        rated = Role(candidate.mention, chance=scores.part(role, evidence(scene, found, candidate, judged=judged)))
        if rated.chance >= ENOUGH:
            likely.append(rated)
        elif candidate.frame or not candidate.frame_other:
            # Who is arrested has not arrested anybody, though nobody else be named.
            others.append(rated)
    if others and (not likely or (found.frame.mutual and len(likely) == 1)):
        best = max(others, key=_chance)
        likely += [best] if best.chance >= (_SIDE if likely else _BEST[role]) else []
    likely += [rated for rated in others if rated.chance >= _JOINED and rated not in likely and _is_joined(scene, rated, likely)]
    return [one for one in likely if not any(_is_part(scene, one.mention, other.mention) for other in likely)]


def _is_part(scene: Scene, mention: Mention, whole: Mention) -> bool:
    """Whether those behind a word that tells of a part are some of those before it: "nine people, among them four children"."""
    if not whole.last <= mention.first <= whole.last + _NEAR:
        return False
    between = [scene.analysis.tokens[i].text.lower() for i in range(whole.last, mention.head)]
    return not _PARTS.isdisjoint(between) or any(pair in _PART_OF for pair in pairwise(between))


def _is_joined(scene: Scene, rated: Role, likely: list[Role]) -> bool:
    """Whether somebody is joined by "and" to one who is taken: "fighting between rebels and the army"."""
    tokens, head = scene.analysis.tokens, rated.mention.head
    top = tokens[head].head if tokens[head].relation == "conj" else head
    return any(one.mention.head == top or (tokens[one.mention.head].relation == "conj" and tokens[one.mention.head].head == top) for one in likely)


def _chance(role: Role) -> float:
    return role.chance


def candidates(scene: Scene, found: Found, role: str, arguments: list[Argument]) -> list[Candidate]:
    """Every actor that frame or model suggests for a role, in the order of the text."""
    known: dict[int, Candidate] = {}
    named = _by_frame(scene, found, role)
    if not named:
        found.silent.add(role)
    for mention in named:
        known.setdefault(id(mention.actor), Candidate(mention)).frame = True
    for mention in found.second if role == "actor" else ():
        known[id(mention.actor)].joint = True
    for argument in _tops(scene, arguments):
        if argument.role in ROLES:
            scored = scene.who(argument.word)
            if scored is not None and (argument.role == role or id(scored.actor) in known):
                candidate = known.setdefault(id(scored.actor), Candidate(scored))
                _note(candidate, argument, same=argument.role == role)
    _share(known, named)
    said = (scene.speakers if role == "actor" else scene.addressees).get(found.event.trigger)
    if said is not None:
        known.setdefault(id(said.actor), Candidate(said)).said = True
    if not named:
        for mention in scene.mentions_beside(found.event.trigger):
            known.setdefault(id(mention.actor), Candidate(mention))
    reporter = scene.reporters.get(found.event.trigger) if "speaker" not in found.slots.actor else None
    told = known.get(id(reporter.actor)) if reporter is not None else None
    if reporter is not None and told is not None and told.mention.head == reporter.head and not told.frame:
        del known[id(reporter.actor)]
    if role == "actor":
        for at in scene.disowned.get(found.event.trigger, set()) & scene.heads.keys():
            known.pop(id(scene.heads[at].actor), None)
    for mention in _by_frame(scene, found, "recipient" if role == "actor" else "actor"):
        if id(mention.actor) in known:
            known[id(mention.actor)].frame_other = True
    for candidate in known.values():
        candidate.silent = not named
    return sorted(known.values(), key=_by_place)


def _tops(scene: Scene, arguments: list[Argument]) -> list[Argument]:
    """Arguments without those that only belong to another's phrase: "Kenya" in "police in Kenya"."""
    scored = {(argument.word, argument.role): argument.score for argument in arguments}
    kept = []
    for argument in arguments:
        # "Ministers from Egypt, Sudan and Ethiopia": Sudan belongs to their phrase as Egypt does.
        first = _first_of_list(scene, argument.word)
        above = scored.get((first.head, argument.role), 0.0)
        own = scored.get((first.index, argument.role), argument.score)
        if above < _PART * own:
            kept.append(argument)
    return kept


def _first_of_list(scene: Scene, word: int) -> Token:
    """The word itself, or the first of the nouns that it is joined to or stands beside."""
    token = scene.analysis.tokens[word]
    while token.relation in ("conj", "appos") and token.upos in ("NOUN", "PROPN", "PRON"):
        token = scene.analysis.tokens[token.head]
    return token


def _share(known: dict[int, Candidate], named: list[Mention]) -> None:
    """Those whom the frame names together stand or fall together: the model often scores only the first of them."""
    together = [known[id(mention.actor)] for mention in named]
    best = max((candidate.model for candidate in together), default=0.0)
    for candidate in together:
        candidate.model = best


def _note(candidate: Candidate, argument: Argument, *, same: bool) -> None:
    if same:
        candidate.model = max(candidate.model, argument.score)
    else:
        candidate.other = max(candidate.other, argument.score)


def _by_place(candidate: Candidate) -> tuple[int, int]:
    return candidate.mention.first, candidate.mention.last


def evidence(scene: Scene, found: Found, candidate: Candidate, *, judged: bool) -> dict[str, float]:
    """Named numbers that speak for or against a candidate; those about what it is differ for frame and model."""
    mention, trigger = candidate.mention, found.event.trigger
    tokens = scene.analysis.tokens
    by = "frame" if candidate.frame else "near"
    far = tokens[mention.head].sentence != tokens[trigger].sentence
    model = log_odds(max(candidate.model, _UNSCORED)) if judged else 0.0
    numbers = {
        "bias": 1.0,
        "model": model,
        "other": log_odds(max(candidate.other, _UNSCORED)) if judged else 0.0,
        "unjudged": float(not judged),
        "rather_other": float(candidate.other > candidate.model),
        "far": float(far),
        "steps": 0.0 if candidate.frame or far else math.log1p(scene.steps(mention.head, trigger)),
        "silent": float(candidate.silent),
        "far_model": model if far else 0.0,
        by: 1.0,
    }
    for name in _marks(scene, found, candidate):
        numbers[f"{by}_{name}"] = 1.0
    return numbers


def _marks(scene: Scene, found: Found, candidate: Candidate) -> list[str]:
    """What a candidate is and how it stands to the trigger."""
    mention, actor = candidate.mention, candidate.mention.actor
    head = scene.analysis.tokens[mention.head]
    relation = head.relation
    marks = {
        "other": candidate.frame_other,
        "joint": candidate.joint,
        "said": candidate.said,
        "speaks": mention.head in scene.speaking and not candidate.said,
        "noun": found.noun,
        "mutual": found.frame.mutual,
        "unknown": not actor.country and not actor.sector,
        "place": mention.head in scene.places,
        "before": mention.head < found.event.trigger,
        "subject": relation == "nsubj",
        "passive": relation == "nsubj:pass",
        "object": relation == "obj",
        "owner": relation == "nmod:poss",
        "above": scene.above(found.event.trigger).get(head.head, 0) > 0,
    }
    return [name for name, true in marks.items() if true] + [mention.kind, actor.kind, f"type_{found.event.type}"]


def _by_frame(scene: Scene, found: Found, role: str) -> list[Mention]:
    if role not in found.named:
        found.named[role] = _look_by_frame(scene, found, role)
    return found.named[role]


def _look_by_frame(scene: Scene, found: Found, role: str) -> list[Mention]:
    """The mentions that the first relation which names somebody gives, and for actors those of a second side."""
    slots = found.slots
    mentions = _first(scene, found, slots.actor if role == "actor" else slots.recipient)
    if role == "actor":
        found.second = _second_side(scene, found)
        mentions = mentions + found.second
    return mentions


def _second_side(scene: Scene, found: Found) -> list[Mention]:
    """Those met, talked to, agreed with; only somebody known can be one side of two."""
    for relation in found.slots.joint:
        mentions = [scene.who(token) for token in found.relations.get(relation, ())]
        kept = [mention for mention in mentions if mention is not None]
        if kept:
            return kept
    return []


def _first(scene: Scene, found: Found, relations: tuple[str, ...]) -> list[Mention]:
    for relation in relations:
        mentions = [_named(scene, meant, relation) for token in found.relations.get(relation, ()) for meant in _meant(scene, token)]
        kept = [mention for mention in mentions if mention is not None]
        if kept:
            return kept
    return []


def _meant(scene: Scene, token: int) -> list[int]:
    """The word itself, or the persons joined by "and" whom a `they` takes up that is no actor by itself."""
    meant = persons_meant(scene.draft, token) if token not in scene.heads else None
    return [meant[1], *scene.analysis.dependents(meant[1], "conj")] if meant is not None else [token]


def _named(scene: Scene, token: int, relation: str) -> Mention | None:
    if _is_bare_place(scene, token, relation):
        return None
    if relation == "compound":
        return scene.who(token) if "actor" in scene.kinds(token) and not _is_where(scene, token) else None
    return scene.who(token) or _within(scene, token) or scene.named(token)


def _within(scene: Scene, token: int) -> Mention | None:
    """The actor named inside a phrase that is none itself: "the regime's bases", "Turkish positions"."""
    for child in scene.analysis.dependents(token, "nmod:poss", "compound", "amod", "nmod"):
        relation = scene.analysis.tokens[child].relation
        if child in scene.heads and (relation != "nmod" or scene.has_case(child, "of")) and not _is_bare_place(scene, child, "in"):
            return scene.heads[child]
    return None


def _is_where(scene: Scene, token: int) -> bool:
    """Whether a state's full name before a deed says where it was: "the Syria offensive"; "US" and "Turkish" say whose."""
    mention = scene.heads.get(token)
    return mention is not None and mention.actor.kind == "country" and mention.actor.name == scene.analysis.tokens[token].text


def _is_bare_place(scene: Scene, token: int, relation: str) -> bool:
    """A city or region stands for no actor unless it is what is hit."""
    place = scene.places.get(token)
    return relation in ("compound", "in", "at", "from") and place is not None and place.place.precision != "country"


def _apart(actors: list[Role], recipients: list[Role]) -> tuple[list[Role], list[Role]]:
    """Nobody is both actor and recipient: the likelier role is kept."""
    acting = {id(role.mention.actor): role.chance for role in actors}
    hit = {id(role.mention.actor): role.chance for role in recipients}
    return (
        [role for role in actors if role.chance >= hit.get(id(role.mention.actor), 0.0)],
        [role for role in recipients if role.chance > acting.get(id(role.mention.actor), -1.0)],
    )
