"""Which phrases mean the same one: names first, as they are needed wherever they stand; then nouns, pronouns and places in the order of the text."""

from __future__ import annotations

from sayso.coding.chains import Chains
from sayso.coding.describing import Describer
from sayso.coding.mentions import Candidate
from sayso.coding.names import Names
from sayso.coding.nouns import Nouns
from sayso.coding.participants import Participants
from sayso.coding.pronouns import Pronouns
from sayso.coding.sites import Sites
from sayso.knowledge.actors import ActorBase
from sayso.knowledge.places import Gazetteer
from sayso.language.analysis import Analysis


def resolve(
    analysis: Analysis, base: ActorBase, describer: Describer, published: str | None, places: Gazetteer | None, candidates: list[Candidate]
) -> Chains:
    """The chains of an article's candidates, and of the ground that it speaks of."""
    chains = Chains(analysis, base)
    names = Names(analysis, base, describer, published, chains)
    nouns = Nouns(analysis, base, describer, published, chains, names)
    named = {id(candidate): names.chain(candidate) for candidate in candidates if candidate.kind == "name"}
    chains.names_at = {c.head: chain for c in candidates if (chain := named.get(id(c))) is not None}
    participants = Participants(analysis, chains)
    pronouns = Pronouns(analysis, chains, participants)
    sites = Sites(analysis, places, chains)
    settle = {"nominal": nouns.chain, "pronoun": pronouns.chain, "site": sites.chain}
    ordered = sorted([*candidates, *sites.candidates(candidates)], key=_first)
    # A quotation often stands before its speaker: “I will go,” he said.
    for candidate in sorted(ordered, key=participants.is_quoted):
        chain = settle[candidate.kind](candidate) if candidate.kind in settle else named[id(candidate)]
        if chain is not None:
            chains.add(candidate, chain)
    return chains


def _first(candidate: Candidate) -> tuple[int, int]:
    return candidate.first, -candidate.last
