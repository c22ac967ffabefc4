"""Chains: found again by name, state, head; what a noun is said to be; gender."""

from __future__ import annotations

import pytest

from sayso.coder import Coder
from sayso.coding.chains import Chains, gender_of
from sayso.coding.mentions import Candidate
from sayso.record import Actor


def chains_in(coder: Coder, text: str) -> Chains:
    return Chains(coder.core.analyse(text), coder.knowledge.actors)


def test_name_is_found_in_any_case(coder: Coder) -> None:
    """The first who bears a name keeps it."""
    chains = chains_in(coder, "Nothing.")
    first = chains.new(Actor("", "Ann Vale", "person"), "Ann Vale")
    chains.new(Actor("", "Ann Vale", "person"), "ann vale")
    assert chains.called("ANN VALE") is first and chains.called("Vale") is None


def test_state_is_one(coder: Coder) -> None:
    """The same code twice is one chain with the state's name."""
    chains = chains_in(coder, "Nothing.")
    kenya = chains.state("KEN")
    assert kenya is not None and kenya is chains.state("KEN") and kenya.actor.name == "Kenya"
    assert chains.state(None) is None


def test_mention_is_found_by_its_head(coder: Coder) -> None:
    """A mention knows its chain, and its actor the characters."""
    chains = chains_in(coder, "Ann Vale left.")
    ann = chains.new(Actor("", "Ann Vale", "person"), "Ann Vale")
    mention = chains.add(Candidate(0, 2, 0, "name"), ann)
    assert chains.of(mention) is ann is chains.at(0) and chains.at(2) is None
    assert ann.actor.mentions == [(0, 8)]


def test_chain_apart_is_the_same_actor(coder: Coder) -> None:
    """The record has one actor; the chains are two, and only the first is listed with the actors."""
    chains = chains_in(coder, "Nothing.")
    people = chains.new(Actor("", "people", "population"))
    again = chains.apart(people)
    assert again is not people and again.actor is people.actor
    assert chains.all == [people] and chains.asides == [again]


@pytest.mark.parametrize(
    ("text", "is_equated"),
    [
        ("Geneva is a city.", True),
        ("Geneva, a city of banks, slept.", True),
        ("Geneva is not a city.", False),
        ("Geneva is no city.", False),
        ("Geneva built a city.", False),
    ],
)
def test_what_a_noun_is_said_to_be(coder: Coder, text: str, is_equated: bool) -> None:
    """Predicates and appositions, but not what is denied or done."""
    chains = chains_in(coder, text)
    geneva = chains.aside(Actor("", "", "place"))
    chains.add(Candidate(0, 1, 0, "site"), geneva)
    head = next(token.index for token in chains.analysis.tokens if token.text == "city")
    assert (chains.equated(head) is geneva) == is_equated


@pytest.mark.parametrize(("text", "gender"), [("Mrs Vale", "f"), ("Sir Vale", "m"), ("Vale", "")])
def test_gender_by_title(coder: Coder, text: str, gender: str) -> None:
    """What the title says, else nothing."""
    analysis = coder.core.analyse(text + " left.")
    at = next(token.index for token in analysis.tokens if token.text == "Vale")
    assert gender_of(analysis, Candidate(at, at + 1, at, "name")) == gender


@pytest.mark.parametrize(("agreement", "gender"), [("m", "m"), ("f", "f"), ("n", ""), ("2", "")])
def test_gender_of_a_pronoun(coder: Coder, agreement: str, gender: str) -> None:
    """He and she tell it, it and you do not."""
    assert gender_of(coder.core.analyse("They left."), Candidate(0, 1, 0, "pronoun", agreement)) == gender
