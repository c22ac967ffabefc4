"""The invented world in which linking is timed."""

from __future__ import annotations

from itertools import islice

import pytest

from evaluation.bench_stories import growth, invented, measure


def test_the_same_world_every_time() -> None:
    """A seed gives the same articles and records."""
    assert list(islice(invented(), 5)) == list(islice(invented(), 5))
    assert next(invented(2)) != next(invented(3))


def test_triggers_stand_in_the_text() -> None:
    """Spans of invented records point at words of their texts."""
    for article, record in islice(invented(), 5):
        for event in record.events:
            assert article.text[slice(*event.trigger_span)].isalpha()
            assert article.text[event.trigger_span[1]] == " "


def test_growth_is_told() -> None:
    """Twice the events in twice the time is fine, in four times the time it is not."""
    assert "no faster than" in growth(1000, 1.0, 2000, 2.0)
    assert "FASTER THAN" in growth(1000, 1.0, 2000, 4.0)


def test_sizes_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    """One line a size, and one for each step between them."""
    measure([40, 80])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3 and lines[0].startswith("linking") and "n log n" in lines[2]
