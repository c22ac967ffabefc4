"""Nouns: the name beside them, what somebody is said to be, offices, one spoken of before, bare plurals."""

from __future__ import annotations

import pytest

from sayso.article import Article
from sayso.coder import Coder
from sayso.coding.actors import find_actors
from sayso.coding.draft import Draft
from tests.coding.chain_support import none_shared, one_chain


@pytest.mark.parametrize(
    "text",
    [
        "[Karim Halwani], [a doctor], met reporters.",
        "[Karim Halwani] is [a doctor].",
        "[A doctor] met reporters in Geneva. [The doctor] said that talks would go on.",
        "[The rebel group] freed a hostage. Later [the group] freed two more.",
        "[France] sent troops. [The country] also sent trucks.",
    ],
)
def test_nouns_of_one(coder: Coder, text: str) -> None:
    """Apposition, predicate, the noun again, a shorter phrase, a kind that fits: one chain."""
    assert one_chain(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "[Karim Halwani] is not [a doctor].",
        "[The aid group] sent trucks. [The rebel group] burned them.",
        "[People] marched in Geneva. In Oslo [people] stayed at home.",
        "[France] sent troops. [The French government] denied it.",
    ],
)
def test_nouns_of_two(coder: Coder, text: str) -> None:
    """A denied predicate, another attribute, people at large, a government and its land: chains of their own."""
    assert none_shared(coder, text)


def test_leadership_of_a_person_is_no_government(coder: Coder) -> None:
    """ "His leadership" is how he leads."""
    assert none_shared(coder, "[France] honoured the general. Under [his leadership] the army had won.")


def named(coder: Coder, text: str) -> list[str]:
    """The names of the actors of a text."""
    draft = Draft(Article(text, published="2022-12-14"), coder.core.analyse(text), coder.knowledge)
    find_actors(draft)
    return [actor.name for actor in draft.actors]


@pytest.mark.parametrize("name", ["Members of the FARC", "Fighters from the Amber Brigade", "Guerrillas of Hamas"])
def test_members_of_a_body_are_named_with_it(coder: Coder, name: str) -> None:
    """Which fighters they are, the body tells."""
    assert name in named(coder, f"{name} attacked a village.")


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Soldiers from Kenya", "Soldiers"),
        ("Fighters of Ann Vale", "Fighters"),
        ("Fighters with the FARC", "Fighters"),
        ("A member of the FARC", "member"),
    ],
)
def test_others_are_not_named_with_what_follows(coder: Coder, phrase: str, name: str) -> None:
    """Those of a country or a person, those behind another preposition, and one alone."""
    assert name in named(coder, f"{phrase} attacked a village.")


@pytest.mark.parametrize(
    "text",
    [
        "[Members] of the FARC attacked a village. Later [the members] fled.",
        "[Fighters] from the Amber Brigade attacked a village. Later [the fighters] fled.",
        "[Fighters] of the FARC left. [Fighters] of the FARC came back.",
    ],
)
def test_members_of_a_body_are_meant_again(coder: Coder, text: str) -> None:
    """By a phrase without the body, or by the same."""
    assert one_chain(coder, text)


def test_members_of_two_bodies_are_two(coder: Coder) -> None:
    """Though the nouns are the same."""
    assert none_shared(coder, "[Fighters] of the FARC left. [Fighters] of the ELN stayed.")
