"""Chains: the phrases of an article that mean the same one, found again by name, entry, state or phrase."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.coding.draft import Mention
from sayso.coding.mentions import Candidate
from sayso.knowledge.actors import ActorBase, Entry, RoleNoun
from sayso.knowledge.names import key
from sayso.language.analysis import Analysis
from sayso.record import Actor

_FEMALE = frozenset({"mrs", "ms", "miss", "she", "spokeswoman", "woman", "girl", "queen", "princess", "chairwoman", "congresswoman", "actress", "mother", "wife", "daughter", "sister", "baroness", "lady", "businesswoman", "policewoman"})  # fmt: skip
_MALE = frozenset({"mr", "he", "man", "boy", "king", "prince", "spokesman", "chairman", "congressman", "father", "husband", "son", "brother", "sir", "lord", "sheikh", "imam", "businessman", "policeman"})  # fmt: skip
_NOT = frozenset({"not", "n't", "never", "no"})


@dataclass(slots=True, eq=False)
class Chain:
    """An actor being put together, with what helps to find it again."""

    actor: Actor
    mentions: list[Mention] = field(default_factory=list)
    gender: str = ""
    plural: bool = False
    noun: RoleNoun | None = None
    described: bool = False


class Chains:
    """The chains of one article while they grow."""

    def __init__(self, analysis: Analysis, base: ActorBase) -> None:
        self.analysis, self.base = analysis, base
        self.all: list[Chain] = []
        self.asides: list[Chain] = []
        """Chains that have no place of their own in the record: `you`, the writer's `I`, a town."""
        self.mentions: list[Mention] = []
        self.by_head: dict[int, Mention] = {}
        self.by_phrase: dict[str, Chain] = {}
        """Chains of nouns by their phrase without its article."""
        self.names_at: dict[int, Chain] = {}
        """Chains of names by the head token of the name."""
        self._by_name: dict[str, Chain] = {}
        self._by_knowledge: dict[str, Chain] = {}
        self._by_country: dict[str, Chain] = {}
        self._of: dict[int, Chain] = {}

    def new(self, actor: Actor, *names: str) -> Chain:
        """A chain for an actor, found again by its names."""
        chain = Chain(actor)
        self.all.append(chain)
        for name in names:
            self.call(name, chain)
        return chain

    def aside(self, actor: Actor) -> Chain:
        """A chain with no place of its own in the record; what refers to it means the actor, if this has a name."""
        chain = Chain(actor)
        self.asides.append(chain)
        return chain

    def apart(self, chain: Chain) -> Chain:
        """A chain of its own for the same actor: "people … people" need not be the same people, though the record has one actor for them."""
        found = self.aside(chain.actor)
        found.noun, found.plural = chain.noun, chain.plural
        return found

    def call(self, name: str, chain: Chain) -> None:
        """Let a chain be found by a further name, if nobody bears it."""
        self._by_name.setdefault(key(name), chain)

    def called(self, name: str) -> Chain | None:
        """Who bears a name in this article."""
        return self._by_name.get(key(name))

    def of(self, mention: Mention) -> Chain:
        """The chain that a mention is part of."""
        return self._of[id(mention)]

    def at(self, head: int) -> Chain | None:
        """The chain of the mention with this head token."""
        mention = self.by_head.get(head)
        return self.of(mention) if mention is not None else None

    def equated(self, head: int) -> Chain | None:
        """The chain that a noun is said to be or stands beside: "X is a city", "X, the city"; not "X is no city"."""
        tokens = self.analysis.tokens
        if tokens[head].relation == "appos":
            return self.names_at.get(tokens[head].head) or self.at(tokens[head].head)
        if not self.analysis.dependents(head, "cop") or any(tokens[c].lemma.lower() in _NOT for c in self.analysis.dependents(head, "advmod", "det")):
            return None
        subjects = self.analysis.dependents(head, "nsubj")
        return self.at(subjects[0]) if len(subjects) == 1 else None

    def state(self, code: str | None, name: str | None = None) -> Chain | None:
        """The state with this code."""
        if code is None:
            return None
        chain = self._by_country.get(code)
        if chain is None:
            actor = state_actor(self.base, code, name)
            chain = self.new(actor, actor.name)
            chain.described = True
            self._by_country[code] = chain
        return chain

    def known(self, entry: Entry) -> Chain | None:
        """The chain of an entry of the knowledge base, if it has one here."""
        return self._by_knowledge.get(entry.id)

    def know(self, entry: Entry, chain: Chain) -> None:
        """Note that a chain is an entry of the knowledge base."""
        self._by_knowledge[entry.id] = chain

    def add(self, candidate: Candidate, chain: Chain) -> Mention:
        """Note a mention of an actor."""
        mention = Mention(candidate.first, candidate.last, candidate.head, candidate.kind, chain.actor)
        chain.mentions.append(mention)
        self._of[id(mention)] = chain
        chain.actor.mentions.append(self.analysis.span(candidate.first, candidate.last))
        self.mentions.append(mention)
        self.by_head.setdefault(candidate.head, mention)
        if not chain.gender:
            chain.gender = gender_of(self.analysis, candidate)
        return mention


def state_actor(base: ActorBase, code: str, name: str | None = None) -> Actor:
    """A state as an actor; `name` is for one that the base has no details of."""
    details = base.details(code)
    return Actor("", details.entry.name if details else name or code, "country", code, ["GOV"], None, details.entry.id if details else None)


def gender_of(analysis: Analysis, candidate: Candidate) -> str:
    """What a phrase or the title before it says: m, f or nothing."""
    if candidate.kind == "pronoun":
        return candidate.label if candidate.label in ("m", "f") else ""
    for low in analysis.lows[max(0, candidate.first - 2) : candidate.last]:
        word = low.rstrip(".")
        if word in _FEMALE:
            return "f"
        if word in _MALE:
            return "m"
    return ""
