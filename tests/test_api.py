"""The functions of the public face."""

from __future__ import annotations

import pytest

import sayso

NEWS = "Rebels shelled the town of Homs on Friday, killing six people, the army said. Iran condemned the attack."


def test_explain_speaks_of_what_code_gives() -> None:
    """The same events, in the same order."""
    record, found = sayso.code(NEWS, published="2024-03-06"), sayso.explain(NEWS, published="2024-03-06")
    assert [explanation.event for explanation in found] == [event.id for event in record.events]
    assert [explanation.type for explanation in found] == [event.type for event in record.events]


def test_explain_takes_ids() -> None:
    """As many as one likes."""
    (found,) = sayso.explain(NEWS, "e1")
    assert found.event == "e1" and found.of("type")


def test_explain_of_an_event_that_is_not_there() -> None:
    """An input error, as for a wrong date."""
    with pytest.raises(sayso.InputError, match="no event 'e9'"):
        sayso.explain(NEWS, "e9")
    with pytest.raises(sayso.InputError):
        sayso.explain(NEWS, published="soon")
