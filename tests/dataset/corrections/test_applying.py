"""Corrections laid over a record."""

from __future__ import annotations

from typing import Any

from sayso.dataset.corrections.applying import Correction, apply
from sayso.record import Record
from tests.records import small_record


def correction(target: str, field: str, new: Any) -> Correction:
    return Correction(target, field, None, new, "A. Coder", "2024-03-08")


def changed(*corrections: Correction) -> Record:
    return apply(small_record(), corrections)


def test_a_value_takes_the_place_of_another() -> None:
    """Of the field that is named, and of no other."""
    expected = small_record()
    expected.events[0].type = "COERCE"
    assert changed(correction("k/e1", "type", "COERCE")) == expected


def test_the_last_correction_counts() -> None:
    """They are made in their order."""
    assert changed(correction("k/e1", "reality", "planned"), correction("k/e1", "reality", "negated")).events[0].reality == "negated"


def test_the_record_itself_stays() -> None:
    """What is given is not changed, nor is a correction's own value by those after it."""
    record, says = small_record(), [{"statement": "s1", "stance": "asserts"}]
    apply(record, [correction("k/e1", "say_so", says), correction("k/s1", "deleted", True)])
    assert record == small_record() and says == [{"statement": "s1", "stance": "asserts"}]


def test_codes_of_the_users_ontologies_go_with_what_they_rest_on() -> None:
    """A code for the type that was, is none for the type that is."""
    record = small_record()
    record.events[0].codes = {"mine": "War"}
    assert apply(record, [correction("k/e1", "type", "COERCE")]).events[0].codes is None
    assert apply(record, [correction("k/e1", "where", [])]).events[0].codes == {"mine": "War"}


def test_what_is_taken_out_is_pointed_to_no_more() -> None:
    """A statement goes with every say-so that rests on it, an event with the statements' word about it."""
    without = changed(correction("k/s1", "deleted", True))
    (event,) = without.events
    assert [s.id for s in without.statements] == ["s2"] and without.statements[0].via is None
    assert event.say_so == [] and event.toll[0].say_so == [] and [say.statement for say in event.actors[0].say_so] == ["s2"]
    assert [s.about for s in changed(correction("k/e1", "deleted", True)).statements] == [[], []]


def test_what_was_taken_out_comes_back() -> None:
    """With the corrections made to it before."""
    back = [correction("k/e1", "type", "COERCE"), correction("k/e1", "deleted", True), correction("k/e1", "deleted", False)]
    assert changed(*back).events[0].type == "COERCE"


def test_what_is_added_comes_last() -> None:
    """An event that people found stands after those that the machine found."""
    new = {**small_record().to_dict()["events"][0], "id": "x1", "type": "PROTEST"}
    assert [(event.id, event.type) for event in changed(correction("k", "event", new))] == [("e1", "ASSAULT"), ("x1", "PROTEST")]


def test_a_correction_about_nothing_changes_nothing() -> None:
    """What is not in the record cannot be corrected."""
    assert changed(correction("k/e9", "reality", "possible")) == small_record()
