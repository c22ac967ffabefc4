"""The record for a person to read."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from sayso.export.table import show
from sayso.record import Record, Toll
from tests.records import TEXT, small_record, span


def shown(record: Record, *, width: int = 100) -> str:
    stream = io.StringIO()
    show(record, TEXT, Console(file=stream, width=width, highlight=False))
    return stream.getvalue()


def test_event_is_shown_with_all_it_has() -> None:
    """Who, to whom, when, where, toll, reality and on whose word."""
    text = shown(small_record())
    for expected in (
        "ASSAULT/explosives",
        "happened",
        "rebels (NLD REB)",
        "six people (CVL)",
        "2024-03-04",
        "Port Vale (NLD)",
        "killed 6",
        "asserted by Norland",
    ):
        assert expected in text


def test_dispute_is_plainly_marked() -> None:
    """What is contested stands in the event's first line."""
    assert "DISPUTED: actors" in shown(small_record())
    assert "denied by rebels" in shown(small_record())


def test_evidence_is_quoted() -> None:
    """The sentence is there, in quotation marks."""
    assert "“Norland said rebels bombed a market in Port Vale" in shown(small_record())


def test_publisher_speaks_where_nobody_else_does() -> None:
    """An event in the article's own voice says so."""
    record = small_record()
    record.events[0].say_so = []
    assert "The Herald" in shown(record).split("e1", 1)[1]


def test_statements_follow() -> None:
    """Who says what, to whom, via whom, about which event."""
    text = shown(small_record(), width=140)
    for expected in ("Who says what", "deny", "to Norland", "via s1", "[e1]"):
        assert expected in text


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(6, 6, "killed 6"), (81, None, "at least 81"), (None, 40, "up to 40"), (2, 5, "2 to 5"), (None, None, "unknown number")],
)
def test_tolls_are_put_in_words(low: int | None, high: int | None, expected: str) -> None:
    """Open ends are said, not hidden."""
    record = small_record()
    record.events[0].toll = [Toll("killed", low, high, None, span("six people"))]
    assert expected in shown(record)


@pytest.mark.parametrize("width", [40, 60, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Long evidence wraps."""
    assert max(map(len, shown(small_record(), width=width).splitlines())) <= width


def test_nothing_found_is_said_so() -> None:
    """An article without events says that there are none."""
    record = small_record()
    record.events = []
    assert "No event" in shown(record)


def test_no_colour_outside_a_terminal() -> None:
    """Text that is redirected has no escape codes."""
    assert "\x1b" not in shown(small_record())


def test_long_evidence_is_cut_between_words() -> None:
    """Every word that is left is whole, and the dots say that there is more."""
    text = "Officials in the northern province " * 8 + "bombed " + "several villages along the river " * 8
    record = small_record()
    start = text.index("bombed")
    record.events[0].trigger_span, record.events[0].evidence_spans = (start, start + 6), [(0, len(text) - 1)]
    stream = io.StringIO()
    show(record, text, Console(file=stream, width=1000, highlight=False))
    quoted = stream.getvalue().split("evidence")[1].split("“…")[1].split("…”")[0]
    assert set(quoted.split()) <= set(text.split()) and "bombed" in quoted


def test_lines_end_with_their_last_letter() -> None:
    """Nothing is padded where no terminal asks for it."""
    assert all(line == line.rstrip() for line in shown(small_record()).splitlines())
