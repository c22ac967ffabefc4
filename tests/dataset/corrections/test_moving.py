"""Corrections of a near copy."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sayso.article import Span
from sayso.dataset.corrections.applying import Correction
from sayso.dataset.corrections.moving import Mover, NotThereError
from sayso.record import Record
from tests.records import TEXT, small_record, span

LEAD = "PORT VALE (Agency) - "
OTHER = LEAD + TEXT


def shifted() -> Record:
    """The same reading of a text with a dateline before it; its event and statements have other ids."""
    record = small_record()

    def move(span: Span | None) -> Any:
        return span and (span[0] + len(LEAD), span[1] + len(LEAD))

    (event,) = record.events
    event.id, event.trigger_span, event.evidence_spans = "e4", move(event.trigger_span), [move(span) for span in event.evidence_spans]
    for number, statement in enumerate(record.statements):
        statement.id, statement.content_spans = f"s{number + 5}", [move(span) for span in statement.content_spans]
    return record


def correction(target: str, field: str, new: Any) -> Correction:
    return Correction(target, field, None, new, "A. Coder", "2024-03-08")


MOVER = Mover(small_record(), TEXT, shifted(), OTHER)


def test_ids_and_spans_are_found_again() -> None:
    """What a correction is about by what it says, words by where they stand."""
    moved = MOVER.moved(correction("k/e1", "trigger_span", [20, 26]), "n")
    assert moved is not None and moved.target == "n/e4"
    assert OTHER[slice(*moved.new)] == TEXT[20:26] == "bombed"


def test_what_a_value_names_is_found_again() -> None:
    """Statements, actors and places by the ids of the other reading."""
    moved = MOVER.moved(correction("k/e1", "say_so", [{"statement": "s2", "stance": "denies"}]), "n")
    assert moved is not None and moved.new == [{"statement": "s6", "stance": "denies"}]


def test_the_words_that_stand_nearest_are_meant() -> None:
    """Where the other text has them twice."""
    at = TEXT.rindex("rebels")
    moved = MOVER.moved(correction("k/s2", "speaker_span", [at, at + 6]), "n")
    assert at > TEXT.index("rebels") and moved is not None and moved.new == [at + len(LEAD), at + len(LEAD) + 6]


def test_what_is_not_there_does_not_move() -> None:
    """An event that the other text does not tell, and words that it does not have."""
    gone = replace(shifted(), events=[])
    assert Mover(small_record(), TEXT, gone, OTHER).moved(correction("k/e1", "reality", "negated"), "n") is None
    assert Mover(small_record(), TEXT, shifted(), OTHER.replace("bombed", "hit")).moved(correction("k/s1", "cue_span", [20, 26]), "n") is None
    with pytest.raises(NotThereError):
        MOVER.item("e9")


def test_what_people_added_keeps_its_id() -> None:
    """Machines give no such ids."""
    assert MOVER.item("x1") == "x1"


def test_a_newer_reading_of_the_same_text_is_another_reading() -> None:
    """Ids are found again though every field of theirs is read otherwise; spans stay where they are."""
    newer = small_record()
    (event,) = newer.events
    event.id, event.type, event.evidence_spans = "e2", "COERCE", [(8, 60)]
    newer.actors[1] = replace(newer.actors[1], id="a5", name="Northern rebels")
    newer.events.insert(0, replace(event, id="e1", trigger_span=span("said")))
    mover = Mover(small_record(), TEXT, newer, TEXT)
    moved = mover.moved(correction("k/e1", "actors", [{"actor": "a2", "span": [13, 19], "say_so": []}]), "k")
    assert moved is not None and (moved.target, moved.new) == ("k/e2", [{"actor": "a5", "span": [13, 19], "say_so": []}])


def test_each_counts_once() -> None:
    """Two events of the same words are two, in the order of the text."""
    twice = small_record()
    twice.events.append(replace(twice.events[0], id="e2"))
    other = small_record()
    other.events = [replace(other.events[0], id="e7"), replace(other.events[0], id="e8")]
    mover = Mover(twice, TEXT, other, TEXT)
    assert (mover.item("e1"), mover.item("e2")) == ("e7", "e8")


def test_a_value_that_names_what_is_gone_does_not_move() -> None:
    """A say-so that rests on a statement no longer read."""
    newer = small_record()
    del newer.statements[1]
    assert Mover(small_record(), TEXT, newer, TEXT).moved(correction("k/e1", "say_so", [{"statement": "s2", "stance": "denies"}]), "k") is None
