"""The JSON Schema of a record, made from the record's own classes."""

from __future__ import annotations

from typing import Any

from sayso.record import SCHEMA, Record


def json_schema() -> dict[str, Any]:
    """The schema of one record, JSON Schema 2020-12, with the docstring of every part."""
    from pydantic import TypeAdapter

    body = TypeAdapter(Record).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA, **body}
