"""Coreference as a whole: names are known wherever they stand, no phrase is in two chains, the same text gives the same chains."""

from __future__ import annotations

from sayso.article import Article
from sayso.coder import Coder
from sayso.coding.actors import find_actors
from sayso.coding.draft import Draft
from tests.coding.chain_support import one_chain

TEXT = """Karim Halwani, a doctor from Geneva, met the rebels near the city. “I told them that we would pay,” he said. They thanked him.
You may ask who paid. Kenya did, and the country will pay again."""


def chains(coder: Coder) -> list[list[str]]:
    draft = Draft(Article(TEXT), coder.core.analyse(TEXT), coder.knowledge)
    find_actors(draft)
    return [[draft.analysis.words(m.first, m.last) for m in chain] for chain in draft.chains]


def test_name_after_its_description(coder: Coder) -> None:
    """The noun comes first, the name beside it settles who is meant."""
    assert one_chain(coder, "[The doctor], [Karim Halwani], left. [He] slept.")


def test_no_phrase_is_in_two_chains(coder: Coder) -> None:
    """Every mention of every chain has a head of its own."""
    draft = Draft(Article(TEXT), coder.core.analyse(TEXT), coder.knowledge)
    find_actors(draft)
    heads = [mention.head for chain in draft.chains for mention in chain]
    assert len(heads) == len(set(heads))


def test_same_text_same_chains(coder: Coder) -> None:
    """Twice the same."""
    assert chains(coder) == chains(coder)


def test_mentions_of_the_record_are_those_with_an_actor(coder: Coder) -> None:
    """A mention without a name to its actor is in the chains alone."""
    draft = Draft(Article(TEXT), coder.core.analyse(TEXT), coder.knowledge)
    find_actors(draft)
    assert all(mention.actor.name for mention in [*draft.mentions, *draft.heads.values()])
    assert any(not mention.actor.name for chain in draft.chains for mention in chain)
