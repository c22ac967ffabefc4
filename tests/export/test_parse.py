"""Records back from their JSON."""

from __future__ import annotations

import json

import pytest

from sayso.errors import InputError
from sayso.export.parse import parse_record
from tests.records import small_record


def test_a_record_comes_back_the_same() -> None:
    """From dict and from JSON text."""
    assert parse_record(small_record().to_dict()) == small_record()
    assert parse_record(json.loads(small_record().to_json())) == small_record()


def test_another_schema_is_named() -> None:
    """The message says which schema is read."""
    with pytest.raises(InputError, match=r"sayso/9.*sayso/1"):
        parse_record({**small_record().to_dict(), "schema": "sayso/9"})


def test_a_broken_record_is_refused() -> None:
    """A missing part is an error of the input."""
    body = small_record().to_dict()
    del body["events"]
    with pytest.raises(InputError, match="no record"):
        parse_record(body)
