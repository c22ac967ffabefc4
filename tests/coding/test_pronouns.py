"""Pronouns: gender and number, subjects before others, things that are no actors, how far back."""

from __future__ import annotations

import pytest

from sayso.coder import Coder
from tests.coding.chain_support import chains_of, none_shared, one_chain


@pytest.mark.parametrize(
    "text",
    [
        "[Karim Halwani] met reporters. [He] said that talks would go on.",
        "Mr Karim Halwani thanked Mrs [Samira Odeh]. [She] smiled.",
        "[The rebels] left the town. [They] burned a bridge.",
        "[The ministry] denied the report. [It] called the report false.",
        "[Karim Halwani] praised [himself].",
        "[The rebels] [who] left the town came back.",
    ],
)
def test_antecedents(coder: Coder, text: str) -> None:
    """A man, a woman, a group, an office, oneself, and the noun of a relative clause."""
    assert one_chain(coder, text)


def test_thing_that_is_more_salient(coder: Coder) -> None:
    """A treaty that was signed is what lapsed, not the state that signed it."""
    assert none_shared(coder, "The treaty with [Kenya] took a year. [It] was signed in May.")


def test_weather_is_nobody(coder: Coder) -> None:
    """ "It rained" after a ministry."""
    assert chains_of(coder, "The ministry denied the report. [It] is clear that nobody read the report.") == [None]


def test_object_is_not_its_subject(coder: Coder) -> None:
    """Who saw him is not he."""
    assert none_shared(coder, "[Karim Halwani] saw [him].")


def test_person_far_back(coder: Coder) -> None:
    """Where nobody else is named, he is found more than four sentences back; a group is not."""
    filler = "The rain fell on the roof. " * 6
    assert one_chain(coder, f"[Karim Halwani] came home. {filler}[He] slept.")
    assert chains_of(coder, f"The rebels came home. {filler}[They] slept.") == [None]


def test_object_of_a_clause_without_subject_is_not_the_subject_above(coder: Coder) -> None:
    """Who calls somebody, urging him, does not urge himself."""
    assert none_shared(coder, "[Karim Halwani] called the general on Friday, urging [him] to wait.")
