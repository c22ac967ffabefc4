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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A bomb killed nine people in Beirut on Monday. The Amber Brigade claimed responsibility for the attack.",
            ("ASSAULT", {"Amber Brigade"}, {"nine people"}),
        ),
        ("The attack, claimed by the Amber Brigade, killed nine people.", ("ASSAULT", {"Amber Brigade"}, {"nine people"})),
        ("A bomb killed nine people in Karachi. No group has claimed responsibility for the attack.", ("ASSAULT", set(), {"nine people"})),
        ("A bomb killed nine people in Beirut. The army blamed it on the rebels.", ("ASSAULT", {"rebels"}, {"nine people"})),
        ("The minister said the FARC was behind the kidnapping of the mayor.", ("ASSAULT", {"FARC"}, {"mayor"})),
        ("The police said the rebels were responsible for the bombing.", ("ASSAULT", {"rebels"}, set())),
        ("POLICE HAVE SAID THE AMBER BRIGADE CLAIMED RESPONSIBILITY FOR THE BOMBING OF THE MARKET.", ("ASSAULT", {"AMBER BRIGADE"}, set())),
    ],
)
def test_the_deed_is_of_whoever_is_said_to_have_done_it(coder: Coder, text: str, expected: Sides) -> None:
    """By himself or by others."""
    record = _coded(coder, text)
    assert expected in [_sides(record, event) for event in record.events]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A bomb killed nine people in Beirut. The Amber Brigade claimed responsibility for the attack.", "Amber Brigade"),
        ("The guerrillas assumed responsibility for the ambush of the convoy.", "guerrillas"),
        ("The police blamed the Amber Brigade for the bombing in Karachi.", "police"),
    ],
)
def test_the_doer_is_one_on_the_word_of_who_says_so(coder: Coder, text: str, speaker: str) -> None:
    """The claimant's own, or the accuser's."""
    record = _coded(coder, text)
    (deed,) = [event for event in record.events if event.type == "ASSAULT"]
    ((say,),) = [participant.say_so for participant in deed.actors]
    teller = record.statement(say.statement).speaker
    assert teller is not None and (record.actor(teller).name, say.stance) == (speaker, "asserts")


def test_who_denies_responsibility_is_not_the_doer_and_does_not_deny_the_deed(coder: Coder) -> None:
    """Somebody bombed the market."""
    record = _coded(coder, "The Taliban denied responsibility for the bombing of the market in Kabul.")
    (deed,) = [event for event in record.events if event.type == "ASSAULT"]
    assert (deed.actors, deed.disputed) == ([], [])
    assert [statement.act for statement in record.statements] == ["deny"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Rwandan president Paul Kagame met in Kigali by video link with Joe Biden.", {"Paul Kagame", "Joe Biden"}, set()),
        ("The Turkish foreign minister spoke after a meeting with Sergei Lavrov.", {"Hakan Fidan", "Sergei Lavrov"}, set()),
        ("The German chancellor flew to Moscow for talks with Vladimir Putin.", {"Olaf Scholz", "Vladimir Putin"}, set()),
        ("The German chancellor travelled to Moscow.", {"Olaf Scholz"}, {"Russia"}),
        ("Erdogan travelled to Ankara.", {"Recep Tayyip Erdoğan"}, set()),
        ("The trip of William Ruto to Kampala took two days.", {"William Ruto"}, {"Uganda"}),
    ],
)
def test_who_meets_whom(coder: Coder, text: str, actors: set[str], recipients: set[str]) -> None:
    """Also below another phrase, around the meeting, or by the capital that is visited."""
    record = _coded(coder, text)
    (meeting,) = [event for event in record.events if event.type == "CONSULT"]
    assert _sides(record, meeting) == ("CONSULT", actors, recipients)
