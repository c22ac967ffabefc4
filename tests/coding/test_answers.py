"""Deeds that answer a deed are told from it."""

from __future__ import annotations

import pytest

from sayso.coding.answers import is_answered, part_answers
from sayso.coding.draft import Draft, EventDraft, PlaceMention, TimeMention
from sayso.record import Place, Time
from tests.coding.event_support import draft_of, names, role

TEXT = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 bombed bomb VERB Tense=Past 0 root _
3 rebels rebel NOUN 2 obj Actor=rebels
4 in in ADP 5 case _
5 retaliation retaliation NOUN 2 obl _
6 for for ADP 8 case _
7 Monday Monday PROPN 8 compound _
8 attack attack NOUN 5 nmod _
9 on on ADP 10 case _
10 guards guard NOUN 8 nmod Actor=guards
11 in in ADP 12 case _
12 Ankara Ankara PROPN 8 nmod _
"""
BOMBED, MONDAY, ATTACK, ANKARA = 1, 6, 7, 11


@pytest.fixture
def draft() -> Draft:
    """An answer that has taken everything from the deed that it answers."""
    draft = draft_of(TEXT)
    answer, answered = (EventDraft("ASSAULT", None, at, (at, at + 1), evidence=[0]) for at in (BOMBED, ATTACK))
    monday = TimeMention(MONDAY, MONDAY + 1, Time("t1", (0, 1), "date", "2024-01-01", "2024-01-01", "2024-01-01"))
    ankara = PlaceMention(ANKARA, ANKARA + 1, ANKARA, Place("p1", "Ankara", "TUR", precision="city"))
    for event in (answer, answered):
        event.actors, event.recipients = [role(draft, "Turkey")], [role(draft, "guards")]
        event.time, event.start, event.end, event.places = monday, "2024-01-01", "2024-01-01", [ankara]
    answer.recipients.insert(0, role(draft, "rebels"))
    draft.events = [answer, answered]
    return draft


def test_what_hangs_on_the_answered_deed_is_its_own(draft: Draft) -> None:
    """Its victims, its date and its place are not the answer's."""
    part_answers(draft)
    answer, answered = draft.events
    assert (names(answer.recipients), answer.time, answer.start, answer.end, answer.places) == (["rebels"], None, None, None, [])
    assert (names(answered.recipients), answered.start, len(answered.places)) == (["guards"], "2024-01-01", 1)


def test_who_answers_a_deed_did_not_do_it(draft: Draft) -> None:
    """He is left with the answer."""
    part_answers(draft)
    assert [names(event.actors) for event in draft.events] == [["Turkey"], []]


def test_who_is_named_with_the_deed_did_it(draft: Draft) -> None:
    """Even if he is thought to answer it, too."""
    for event in draft.events:
        event.actors = [role(draft, "guards")]
    part_answers(draft)
    assert names(draft.events[1].actors) == ["guards"]


def test_deeds_that_answer_nothing_stay_as_they_are(draft: Draft) -> None:
    """Two deeds of one sentence, one of them a meeting."""
    draft.events[0].type = "CONSULT"
    part_answers(draft)
    assert [names(event.actors) for event in draft.events] == [["Turkey"], ["Turkey"]]
    assert names(draft.events[0].recipients) == ["rebels", "guards"]


@pytest.mark.parametrize(
    ("conllu", "trigger", "expected"),
    [
        (TEXT, ATTACK, True),
        (TEXT, BOMBED, False),
        ("1 They they PRON 2 nsubj _\n2 avenged avenge VERB 0 root _\n3 killings killing NOUN 2 obj _", 2, True),
        ("1 They they PRON 2 nsubj _\n2 condemned condemn VERB 0 root _\n3 killings killing NOUN 2 obj _", 2, False),
    ],
)
def test_words_of_answering_tell_what_is_answered(conllu: str, trigger: int, expected: bool) -> None:
    """One or two steps above the deed."""
    assert is_answered(draft_of(conllu).analysis, trigger) is expected
