"""The record as the public contract."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest
from hypothesis import given
from pydantic import TypeAdapter

from sayso.record import SCHEMA, Record, plain
from tests.export.any_record import records
from tests.records import TEXT, small_record


def test_dict_begins_with_the_schema_and_keeps_its_order() -> None:
    """`to_dict` follows the order of the schema."""
    assert list(small_record().to_dict()) == ["schema", "article", "actors", "places", "times", "statements", "events", "pipeline"]
    assert small_record().to_dict()["schema"] == SCHEMA


def test_json_is_the_dict() -> None:
    """`to_json` says the same as `to_dict`, spans as lists."""
    record = small_record()
    assert json.loads(record.to_json()) == json.loads(json.dumps(record.to_dict()))


def test_json_keeps_other_scripts_readable() -> None:
    """Names are written as they are, not escaped."""
    record = small_record()
    record.actors[0].name = "Мария Ким"
    assert "Мария Ким" in record.to_json()


def test_same_record_gives_same_bytes() -> None:
    """Two equal records are the same JSON."""
    assert small_record().to_json() == small_record().to_json()


def test_things_are_found_by_id() -> None:
    """Actors, places, statements and events can be looked up."""
    record = small_record()
    assert record.actor("a2").name == "rebels"
    assert record.place("p1").name == "Port Vale"
    assert record.statement("s2").act == "deny"
    assert record.event("e1").type == "ASSAULT"


def test_unknown_id_is_a_key_error() -> None:
    """An id that is not there is named in the error."""
    with pytest.raises(KeyError, match="a9"):
        small_record().actor("a9")


def test_disputes_are_events_with_a_contested_field() -> None:
    """`disputes` lists what one asserts and another denies."""
    record = small_record()
    assert [event.id for event in record.disputes] == ["e1"]
    record.events[0].disputed = []
    assert record.disputes == []


def test_statements_by_an_actor() -> None:
    """`statements_by` lists what one actor says."""
    assert [s.id for s in small_record().statements_by("a2")] == ["s2"]


def test_iterating_gives_the_events() -> None:
    """A record is iterated event by event."""
    assert [event.id for event in small_record()] == ["e1"]


def test_spans_of_the_fixture_hold_what_they_say() -> None:
    """Start, end and substring agree."""
    event = small_record().events[0]
    assert TEXT[slice(*event.trigger_span)] == "bombed"


RECORDS = TypeAdapter(Record)


@given(records())
def test_any_record_reads_back_from_its_json(record: Record) -> None:
    """Field by field, spans as pairs."""
    assert RECORDS.validate_json(record.to_json(indent=2)) == record


@given(records())
def test_json_of_any_record_is_one_line_unless_asked(record: Record) -> None:
    """So that JSON Lines can hold it."""
    assert "\n" not in record.to_json() and "\n" in record.to_json(indent=1)


def test_dict_is_a_copy() -> None:
    """Changing it changes no record."""
    record = small_record()
    record.to_dict()["events"][0]["actors"].clear()
    assert len(record.events[0].actors) == 1


@pytest.mark.parametrize("look_up", ["actor", "place", "statement", "event"])
def test_every_look_up_fails_alike(look_up: str) -> None:
    """With the id that is not there."""
    with pytest.raises(KeyError, match="x7"):
        getattr(small_record(), look_up)("x7")


def test_statements_of_nobody_are_none() -> None:
    """An actor who says nothing."""
    assert small_record().statements_by("a3") == []


def test_codes_are_left_out_where_there_are_none() -> None:
    """Without an ontology of the user's the record has no such field."""
    record = small_record()
    assert "codes" not in record.to_dict()["events"][0]
    record.events[0].codes = {}
    assert record.to_dict()["events"][0]["codes"] == {}
    record.events[0].codes = {"cameo": "183"}
    assert json.loads(record.to_json())["events"][0]["codes"] == {"cameo": "183"}


def test_plain_data_is_what_dataclasses_make_of_it() -> None:
    """The faster copy holds the same, and changing it leaves the record alone."""
    record = small_record()
    assert plain(record) == asdict(record)
    plain(record)["events"][0]["when"]["start"] = "1999"
    assert record == small_record()
