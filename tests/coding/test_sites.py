"""Ground: names of places, nouns that take them up, pronouns; none of it in the record."""

from __future__ import annotations

import pytest

from sayso.article import Article
from sayso.coder import Coder
from sayso.coding.actors import find_actors
from sayso.coding.draft import Draft
from tests.coding.chain_support import chains_of, none_shared, one_chain


@pytest.mark.parametrize(
    "text",
    [
        "They met in [Geneva]. Snow lay on [the city].",
        "They lived on [an island] in the north. [The island] had no trees.",
        "Trees grow near [Geneva]. Most roads lead to [Geneva].",
        "They came to [Geneva]. [It] is a quiet city.",
        "All of [the world] saw it. Nobody in [the world] spoke.",
    ],
)
def test_ground_taken_up(coder: Coder, text: str) -> None:
    """A town by its kind, an island again, a name again, by a pronoun, and the one world."""
    assert one_chain(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "They lived on [an island]. Later they moved to [an island] with trees.",
        "They slept in [the old hotel]. Others slept in [the new hotel].",
        "They went from [Geneva] to [Zurich].",
        "[Two villages] burned. [The village] by the river did not.",
    ],
)
def test_other_ground(coder: Coder, text: str) -> None:
    """Another of its kind, another attribute, another name, another number."""
    assert none_shared(coder, text)


def test_town_and_what_it_lies_in(coder: Coder) -> None:
    """ "Florence, Italy" is two."""
    assert chains_of(coder, "They lived in [Florence], Italy. Rain fell on [Florence].")[0] is not None


def test_taking_place_is_no_place(coder: Coder) -> None:
    """The talks took place nowhere in particular."""
    assert chains_of(coder, "The talks took [place] in May.") == [None]


def test_ground_is_no_actor(coder: Coder) -> None:
    """The record's actors hold no town that only lies there."""
    text = "Snow lay on the city of Geneva. It is quiet."
    draft = Draft(Article(text), coder.core.analyse(text), coder.knowledge)
    find_actors(draft)
    assert not draft.actors and draft.chains
