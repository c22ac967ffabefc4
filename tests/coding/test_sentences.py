"""Single sentences of our own, coded from end to end: who does what to whom, by grammar that treebanks and frames settle together."""

from __future__ import annotations

import pytest

from sayso.article import Article
from sayso.coder import Coder
from sayso.record import Event, Record

Sides = tuple[str, set[str], set[str]]


def _coded(coder: Coder, text: str) -> Record:
    return coder.code(Article(text, "sentence", published="2024-03-06"))


def _sides(record: Record, event: Event) -> Sides:
    actors, recipients = ({record.actor(p.actor).name for p in side} for side in (event.actors, event.recipients))
    return event.type, actors, recipients


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran, along with Russia and Turkey, condemned the airstrikes.", ("ACCUSE", {"Iran", "Russia", "Turkey"}, set())),
        ("The two leaders, Kim Jong-un and Vladimir Putin, signed a pact.", ("SUPPORT", {"Kim Jong-un", "Vladimir Putin"}, set())),
        ("Clashes erupted between police and protesters in Nairobi on Monday.", ("ASSAULT", {"police", "protesters"}, set())),
        ("Kenya's president William Ruto hosted Uganda's Yoweri Museveni for talks.", ("CONSULT", {"William Ruto", "Yoweri Museveni"}, set())),
        ("Biden and Putin said they will attack Iraq.", ("ASSAULT", {"Joe Biden", "Vladimir Putin"}, {"Iraq"})),
        ("Biden said he would not provide support to Israel.", ("REJECT", {"Joe Biden"}, {"Israel"})),
        ("Six miners died when rebels shelled the pit.", ("ASSAULT", {"rebels"}, {"Six miners"})),
        ("The White House condemned the killing of the journalist by Saudi agents.", ("ACCUSE", {"United States"}, {"Saudi agents"})),
        ("Israel shelled the town on Monday in response to a rocket attack.", ("ASSAULT", set(), set())),
    ],
)
def test_one_of_the_events_has_these_sides(coder: Coder, text: str, expected: Sides) -> None:
    """Type, actors and recipients."""
    record = _coded(coder, text)
    assert expected in [_sides(record, event) for event in record.events]


def test_who_is_part_of_those_hit_is_not_listed_beside_them(coder: Coder) -> None:
    """Nine people are hit, four of them children."""
    record = _coded(coder, "Nine people were killed in the raid, among them four children and three women.")
    (raid,) = [event for event in record.events if event.type == "ASSAULT"]
    assert _sides(record, raid)[2] == {"Nine people"}


def test_weapons_are_nobody(coder: Coder) -> None:
    """What a deed is done with does not do it."""
    record = _coded(coder, "The militia said the missiles had destroyed the homes of two of its fighters.")
    assert "missiles" not in [actor.name for actor in record.actors]


def test_who_asks_one_side_to_talk_talks_too(coder: Coder) -> None:
    """Two leaders, of whom one asks the other."""
    record = _coded(coder, "Erdogan called on Putin to discuss the ceasefire.")
    (talk,) = [event for event in record.events if event.type == "CONSULT"]
    assert _sides(record, talk) == ("CONSULT", {"Recep Tayyip Erdoğan", "Vladimir Putin"}, set())


@pytest.mark.parametrize(
    "text", ["Kyiv denied involvement in the attack.", "Moscow blamed Kyiv for the attack on the Kremlin; Kyiv denied involvement."]
)
def test_a_capital_that_speaks_is_its_state(coder: Coder, text: str) -> None:
    """Even where it might be a person's name."""
    record = _coded(coder, text)
    assert record.statements[-1].speaker is not None
    assert record.actor(record.statements[-1].speaker).name == "Ukraine"


def test_a_name_that_a_capital_has_too_stays_a_name(coder: Coder) -> None:
    """Where the person's whole name is told."""
    record = _coded(coder, "Sofia Coppola made the film. Sofia said she was happy.")
    assert [actor.name for actor in record.actors] == ["Sofia Coppola"]
