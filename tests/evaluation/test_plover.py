"""PLOVER sentences: who earns which side's credit."""

from __future__ import annotations

import pytest

from evaluation.plover import countries, side, sides_right
from sayso.record import Actor, Event, Participant, Record
from tests.records import small_record


def event_of(actors: list[str | None], recipients: list[str | None], *, type: str = "ASSAULT") -> tuple[Record, Event]:
    """A record whose event has actors and recipients of these countries."""
    record = small_record()
    event = record.events[0]
    event.type, event.actors, event.recipients = type, [], []
    record.actors = []
    for codes, participants in ((actors, event.actors), (recipients, event.recipients)):
        for country in codes:
            actor = Actor(f"a{len(record.actors)}", "someone", "country", country)
            record.actors.append(actor)
            participants.append(Participant(actor.id, None))
    return record, event


def earned(wanted: list[set[str]], actors: list[str | None], recipients: list[str | None], *, mutual: bool = False, type: str = "ASSAULT") -> int:
    return sides_right(wanted, *event_of(actors, recipients, type=type), mutual=mutual)


def test_both_sides_right() -> None:
    """The doer's country among the actors, the other's among the recipients."""
    assert earned([{"TUR"}, {"SYR"}], ["TUR"], ["SYR"]) == 2


def test_exchanged_sides_earn_nothing() -> None:
    """Who did it and to whom is the point of a one-sided deed."""
    assert earned([{"TUR"}, {"SYR"}], ["SYR"], ["TUR"]) == 0


def test_an_actor_does_not_earn_the_targets_credit() -> None:
    """Without recipients the target is missed, even where its country stands among the actors."""
    assert earned([{"TUR"}, {"SYR"}], ["TUR", "SYR"], []) == 1


def test_a_recipient_does_not_earn_the_sources_credit() -> None:
    """Without actors the source is missed."""
    assert earned([{"TUR"}, {"SYR"}], [], ["TUR", "SYR"]) == 1


@pytest.mark.parametrize(("actors", "recipients"), [(["TUR", "SYR"], []), (["SYR"], ["TUR"]), (["TUR"], ["SYR"])])
def test_sides_of_mutual_acts_may_stand_anywhere(actors: list[str | None], recipients: list[str | None]) -> None:
    """Talks between two are the same talks the other way round."""
    assert earned([{"TUR"}, {"SYR"}], actors, recipients, mutual=True) == 2


def test_nobody_counts_for_both_sides_of_a_mutual_act() -> None:
    """One Turk is either the one side or the other."""
    assert earned([{"TUR"}, {"TUR"}], ["TUR"], [], mutual=True) == 1
    assert earned([{"TUR"}, {"TUR"}], ["TUR", "TUR"], [], mutual=True) == 2


def test_who_may_stand_for_either_makes_room() -> None:
    """A side with two countries takes whichever the other does not need."""
    assert earned([{"TUR", "SYR"}, {"TUR"}], ["TUR", "SYR"], [], mutual=True) == 2


@pytest.mark.parametrize(("type", "expected"), [("CONSULT", 2), ("AGREE", 2), ("COOPERATE", 2), ("DEMAND", 1), ("ACCUSE", 1)])
def test_talks_list_both_sides_as_actors(type: str, expected: int) -> None:
    """What the codebook lists as actors on both sides is read so; one-sided types are not."""
    assert earned([{"TUR"}, {"SYR"}], ["TUR", "SYR"], [], type=type) == expected


def test_a_side_that_the_gold_leaves_open_earns_nothing() -> None:
    """No country wanted, none credited."""
    assert earned([{"TUR"}, set()], ["TUR"], ["SYR"]) == 1
    assert earned([set(), set()], ["TUR"], ["SYR"], mutual=True) == 0


def test_actors_of_no_country_earn_nothing() -> None:
    """A country that we do not know is no country."""
    assert earned([{"TUR"}, {"SYR"}], [None], [None]) == 0


def test_one_of_several_countries_is_enough() -> None:
    """The gold's side may have several countries; one of them will do."""
    assert earned([{"TUR", "IRQ"}, {"SYR"}], ["IRQ"], ["SYR", "IRN"]) == 2


def test_side_holds_the_countries_of_its_participants() -> None:
    """Each once, an unknown one too."""
    record, event = event_of(["TUR", "TUR", None], [])
    assert side(record, event.actors) == {"TUR", None}


def test_codes_that_are_no_country_are_left_out() -> None:
    """Small letters, short codes and missing ones."""
    assert countries([{"code": "gov"}, {"code": "US"}, {"code": None}, {}, {"code": "USAGOV"}]) == {"USA"}
