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
