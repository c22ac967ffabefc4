"""The JSON Schema of a record."""

from __future__ import annotations

import dataclasses
import json

from sayso import record as records
from sayso.export.schema import json_schema


def test_every_field_of_the_record_is_in_the_schema() -> None:
    """Classes and fields of the record are all described."""
    schema = json_schema()
    for name in ("Actor", "Place", "Time", "Statement", "Event", "Participant", "When", "Toll", "Say", "ArticleInfo", "Pipeline"):
        fields = {field.name for field in dataclasses.fields(getattr(records, name))}
        assert set(schema["$defs"][name]["properties"]) == fields


def test_schema_names_its_version() -> None:
    """The schema's id is the record's schema."""
    assert json_schema()["$id"] == records.SCHEMA


def test_schema_is_plain_json() -> None:
    """It can be written as JSON, and twice the same."""
    assert json.dumps(json_schema()) == json.dumps(json_schema())


def test_every_part_is_described() -> None:
    """The docstring of each class is in the schema."""
    assert all(part.get("description") for part in json_schema()["$defs"].values())


def test_schema_names_what_must_be_there() -> None:
    """Every field of a record is required, for records have no holes."""
    schema = json_schema()
    assert set(schema["required"]) | {"schema"} >= {field.name for field in dataclasses.fields(records.Record)}


def test_every_reference_leads_somewhere() -> None:
    """Parts that are named are defined."""
    text = json.dumps(json_schema())
    named = {piece.split('"')[0] for piece in text.split("#/$defs/")[1:]}
    assert named and named <= set(json_schema()["$defs"])


def test_open_bounds_may_be_null() -> None:
    """A toll without an upper bound is valid."""
    bound = json_schema()["$defs"]["Toll"]["properties"]["max"]
    assert {"type": "null"} in bound["anyOf"]
