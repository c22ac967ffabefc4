"""Records back from their JSON: what `Record.to_dict` wrote."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.errors import InputError
from sayso.record import SCHEMA, Record

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def parse_record(body: dict[str, Any]) -> Record:
    """The record that a dict holds; InputError where it is none of this schema."""
    if body.get("schema") != SCHEMA:
        raise InputError(f"a record of the schema {body.get('schema')!r} cannot be read; this version reads {SCHEMA!r}.")
    try:
        return _adapter().validate_python(body)
    except ValueError as error:
        raise InputError(f"this is no record: {str(error).splitlines()[1] if len(str(error).splitlines()) > 1 else error}") from error


@cache
def _adapter() -> TypeAdapter[Record]:
    from pydantic import TypeAdapter

    return TypeAdapter(Record)
