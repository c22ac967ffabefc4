"""Drafts by hand for the tests of the event steps."""

from __future__ import annotations

from functools import cache

from sayso.article import Article
from sayso.coding.draft import Draft, EventDraft, Mention, Role
from sayso.coding.sameness import Told
from sayso.knowledge import Knowledge
from sayso.knowledge.actors import ActorBase, load_actors
from sayso.knowledge.ontology import load_ontology
from sayso.knowledge.triggers import load_triggers
from sayso.record import Actor
from tests.trees import analysis_of


@cache
def _actors() -> ActorBase:
    """Read once for all tests."""
    return load_actors()


def draft_of(conllu: str, *, published: str | None = None) -> Draft:
    """A draft over a hand-made tree. Words whose misc column says `Actor=NAME` head a mention of that actor."""
    analysis = analysis_of(conllu)
    knowledge = Knowledge.__new__(Knowledge)
    knowledge.actors = _actors()
    knowledge.triggers, knowledge.ontology, knowledge.schemes, knowledge.instead = load_triggers(), load_ontology(), (), False
    draft = Draft(Article(analysis.text, published=published), analysis, knowledge)
    known: dict[str, Actor] = {}
    rows = [line.split() for line in conllu.strip().splitlines() if line.strip() and not line.lstrip().startswith("#")]
    for token, row in zip(analysis.tokens, rows, strict=True):
        for part in row[-1].split("|"):
            if part.startswith("Actor="):
                name = part[6:]
                kind = "country" if name in ("Turkey", "Syria", "Russia", "Iran") else "group"
                actor = known.setdefault(name, Actor(f"a{len(known)}", name, kind, country=name[:3].upper()))
                draft.mentions.append(Mention(token.index, token.index + 1, token.index, "name", actor))
    draft.actors = list(known.values())
    return draft


def names(roles: list[Role]) -> list[str]:
    """Names of the actors of roles."""
    return [role.mention.actor.name for role in roles]


def event_named(draft: Draft, type: str) -> EventDraft:
    """The only event of a type."""
    (found,) = [event for event in draft.events if event.type == type]
    return found


def role(draft: Draft, name: str) -> Role:
    """A role for the first mention of an actor."""
    return Role(next(m for m in draft.mentions if m.actor.name == name))


def pair(draft: Draft, first: EventDraft, second: EventDraft) -> tuple[Told, Told]:
    """What two mentions tell, to be compared."""
    return Told(draft.analysis, first), Told(draft.analysis, second)
