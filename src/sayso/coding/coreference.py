"""Which phrases name the same actor: names first, as they are needed wherever they stand; then nouns and pronouns in the order of the text."""

from __future__ import annotations

from sayso.coding.chains import Chains
from sayso.coding.describing import Describer
from sayso.coding.mentions import Candidate
from sayso.coding.names import Names
from sayso.coding.nouns import Nouns
from sayso.coding.pronouns import Pronouns
from sayso.knowledge.actors import ActorBase
from sayso.language.analysis import Analysis


def resolve(analysis: Analysis, base: ActorBase, describer: Describer, published: str | None, candidates: list[Candidate]) -> Chains:
    """The chains of an article's candidates."""
    chains = Chains(analysis, base)
    names = Names(analysis, base, describer, published, chains)
    nouns = Nouns(analysis, base, describer, published, chains, names)
    pronouns = Pronouns(analysis, chains)
    named = {id(candidate): names.chain(candidate) for candidate in candidates if candidate.kind == "name"}
    chains.names_at = {c.head: chain for c in candidates if (chain := named.get(id(c))) is not None}
    settle = {"nominal": nouns.chain, "pronoun": pronouns.chain}
    for candidate in candidates:
        chain = settle[candidate.kind](candidate) if candidate.kind in settle else named[id(candidate)]
        if chain is not None:
            chains.add(candidate, chain)
    return chains
