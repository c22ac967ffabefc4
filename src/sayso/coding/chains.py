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


@dataclass(slots=True, eq=False)
class Chain:
    """An actor being put together, with what helps to find it again."""

    actor: Actor
    mentions: list[Mention] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    gender: str = ""
    plural: bool = False
    noun: RoleNoun | None = None
    described: bool = False


class Chains:
    """The chains of one article while they grow."""

    def __init__(self, analysis: Analysis, base: ActorBase) -> None:
        self.analysis, self.base = analysis, base
        self.all: list[Chain] = []
        self.mentions: list[Mention] = []
        self.by_head: dict[int, Mention] = {}
        self.by_phrase: dict[str, Chain] = {}
        """Chains of nouns by their phrase without its article."""
        self.names_at: dict[int, Chain] = {}
        """Chains of names by the head token of the name."""
        self._by_name: dict[str, Chain] = {}
        self._by_knowledge: dict[str, Chain] = {}
        self._by_country: dict[str, Chain] = {}
        self._by_actor: dict[int, Chain] = {}

    def new(self, actor: Actor, *names: str) -> Chain:
        """A chain for an actor, found again by its names."""
        chain = Chain(actor)
        self.all.append(chain)
        self._by_actor[id(actor)] = chain
        for name in names:
            self.call(name, chain)
        return chain

    def call(self, name: str, chain: Chain) -> None:
        """Let a chain be found by a further name, if nobody bears it."""
        self._by_name.setdefault(key(name), chain)

    def called(self, name: str) -> Chain | None:
        """Who bears a name in this article."""
        return self._by_name.get(key(name))

    def of(self, mention: Mention) -> Chain:
        """The chain that a mention is part of."""
        return self._by_actor[id(mention.actor)]

    def at(self, head: int) -> Chain | None:
        """The chain of the mention with this head token."""
        mention = self.by_head.get(head)
        return self.of(mention) if mention is not None else None

    def state(self, code: str | None, name: str | None = None) -> Chain | None:
        """The state with this code."""
        if code is None:
            return None
        chain = self._by_country.get(code)
        if chain is None:
            details = self.base.details(code)
            full = details.entry.name if details else name or code
            chain = self.new(Actor("", full, "country", code, ["GOV"], None, details.entry.id if details else None), full)
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
        chain.actor.mentions.append(self.analysis.span(candidate.first, candidate.last))
        self.mentions.append(mention)
        self.by_head.setdefault(candidate.head, mention)
        if not chain.gender:
            chain.gender = gender_of(self.analysis, candidate)
        return mention


def gender_of(analysis: Analysis, candidate: Candidate) -> str:
    """What a phrase or the title before it says: m, f or nothing."""
    if candidate.kind == "pronoun":
        return candidate.label if candidate.label in ("m", "f") else ""
    for at in range(max(0, candidate.first - 2), candidate.last):
        word = analysis.tokens[at].text.lower().rstrip(".")
        if word in _FEMALE:
            return "f"
        if word in _MALE:
            return "m"
    return ""
