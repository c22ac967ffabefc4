"""What the codebook allows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sayso.dataset.corrections.checking import problems
from sayso.record import Participant, Record, Say, Toll, When
from tests.records import TEXT, small_record


def told(record: Record, item: str) -> str:
    return " ".join(problems(record, item, TEXT))


@pytest.mark.parametrize("item", ["e1", "s1", "s2", "a1", "p1", "e9"])
def test_a_record_as_it_should_be_has_no_problem(item: str) -> None:
    """Nor has what has been taken out."""
    assert told(small_record(), item) == ""


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"type": "WAR"}, "'WAR' is no type; choose from AGREE"),
        ({"mode": "visit"}, "'visit' is no mode of ASSAULT; choose from abduct"),
        ({"type": "AID", "mode": "drone"}, "'drone' is no mode of AID; it has none; leave mode empty."),
        ({"reality": "maybe"}, "'maybe' is no reality; choose from happened"),
        ({"contexts": ["weather"]}, "'weather' is no context"),
        ({"disputed": ["mode"]}, "'mode' is no field that can be disputed"),
        ({"actors": [Participant("a9", None)]}, "the article has no actor 'a9'; it has a1, a2, a3."),
        ({"where": ["p2"]}, "the article has no place 'p2'; it has p1."),
        ({"about": ["e2"]}, "the article has no event 'e2'; it has e1."),
        ({"about": ["e1"]}, "cannot be about itself"),
        ({"say_so": [Say("s3", "asserts")]}, "the article has no statement 's3'; it has s1, s2."),
        ({"say_so": [Say("s1", "hopes")]}, "'hopes' is no stance; choose from asserts, confirms, denies, doubts."),
        ({"toll": [Toll("hurt", 1, 1, None, (0, 1))]}, "'hurt' is no toll; choose from killed"),
        ({"toll": [Toll("killed", 9, 6, None, (0, 1))]}, "killed 9 to 6 is no range"),
        ({"toll": [Toll("killed", -1, None, None, (0, 1))]}, "killed -1 to None is no range"),
        ({"when": When("soon")}, "'soon' is no date; write it as 2022-12-14"),
        ({"when": When("2024-03", "2023")}, "would end (2023) before it starts (2024-03)"),
        ({"trigger_span": (3, 3)}, "3-3 lies outside the text, which has 101 characters"),
        ({"evidence_spans": [(90, 500)]}, "90-500 lies outside the text"),
        ({"evidence_spans": []}, "an event needs evidence"),
    ],
)  # fmt: skip
def test_an_event_that_cannot_be(changes: dict[str, Any], problem: str) -> None:
    """One sentence that says what is wrong and what there is to choose from."""
    record = small_record()
    record.events[0] = replace(record.events[0], **changes)
    assert problem in told(record, "e1")


@pytest.mark.parametrize(
    ("start", "end"), [("2024-03", "2024-03-04"), ("--11-20", "--11-21"), ("2024-03-04", "2024"), (None, "2024"), ("2024-03-04", None)]
)
def test_dates_as_exact_as_they_are(start: str | None, end: str | None) -> None:
    """Bounds of different exactness, and dates of no known year, are no problem."""
    record = small_record()
    record.events[0].when = When(start, end)
    assert told(record, "e1") == ""


@pytest.mark.parametrize(
    ("item", "changes", "problem"),
    [
        ("s1", {"act": "sing"}, "'sing' is no act; choose from say"),
        ("s1", {"form": "rude"}, "'rude' is no form"),
        ("s1", {"speaker": "a7"}, "no actor 'a7'"),
        ("s1", {"via": "s8"}, "no actor or statement 's8'"),
        ("s1", {"content_spans": []}, "a statement needs a content"),
        ("s1", {"cue_span": (99, 102)}, "99-102 lies outside the text"),
        ("a1", {"country": "Norland"}, "'Norland' is no country; use a code of three letters"),
        ("a1", {"country": "ZZZ"}, "'ZZZ' is no country"),
        ("a1", {"sector": ["KING"]}, "'KING' is no sector; choose from BUS"),
        ("a1", {"kind": "ship"}, "'ship' is no kind of actor"),
        ("a1", {"name": " "}, "an actor needs a name"),
        ("p1", {"precision": "street"}, "'street' is no precision"),
        ("p1", {"latitude": 95.0}, "95.0, 4.3 is no point on Earth"),
        ("p1", {"latitude": None}, "give both"),
        ("p1", {"name": ""}, "a place needs a name"),
    ],
)  # fmt: skip
def test_others_that_cannot_be(item: str, changes: dict[str, Any], problem: str) -> None:
    """Statements, actors and places are held to the codebook too."""
    record = small_record()
    for entries in (record.statements, record.actors, record.places):
        entries[:] = [replace(entry, **changes) if entry.id == item else entry for entry in entries]  # type: ignore[type-var]
    assert problem in told(record, item)
