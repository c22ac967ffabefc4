"""Nouns: the name beside them, what somebody is said to be, offices, one spoken of before, bare plurals."""

from __future__ import annotations

import pytest

from sayso.coder import Coder
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
