"""What was found, for people to read."""

from __future__ import annotations

import io
from typing import Any

import pytest
from rich.console import Console

from sayso.dataset.listing import entry
from tests.dataset.datasets import NEVER, happening


def shown(stories: bool = False, **values: Any) -> str:
    stream = io.StringIO()
    Console(file=stream, width=100).print(entry(happening(**values), stories=stories))
    return stream.getvalue()


def test_an_event_in_a_few_lines() -> None:
    """When, what, who to whom; where, the toll and on whose word; the id and source; the evidence."""
    lines = shown(tolls={**NEVER, "killed": (6, None)}, attributed_to="Army; Front", stance="asserts; denies").splitlines()
    assert lines[0].startswith("2024-03-04    ASSAULT/firearms  Northern Army (SYR MIL) → Ridge Front (SYR REB)")
    assert lines[1].strip() == "Homs (SYR) · killed at least 6 · asserted by Army, denied by Front"
    assert lines[2].strip() == "0123456789abcdef/e1  The Herald 2024-03-06"
    assert "The army fired." in lines[3]


def test_what_has_not_happened_or_is_disputed_says_so() -> None:
    """At the head."""
    head = shown(reality="planned", disputed="actors", mode=None).splitlines()[0]
    assert "ASSAULT  planned  DISPUTED: actors" in head


@pytest.mark.parametrize(
    ("start", "end", "head"),
    [("2018", None, "since 2018 "), ("2018", "2018", "2018 "), ("2018-01-20", "2018-03-24", "2018-01-20 "), (None, "2018", "until 2018 ")],
)
def test_days_in_words(start: str | None, end: str | None, head: str) -> None:
    """Since when, until when, or from one day to another over two lines."""
    lines = shown(start=start, end=end).splitlines()
    assert lines[0].startswith(head) and lines[1].startswith("to 2018-03-24 " if start == "2018-01-20" else " " * 14)


def test_what_is_not_known_leaves_no_gap() -> None:
    """No date, nobody, no place: what remains is shown."""
    text = shown(start=None, end=None, actors=(), places=(), publishers=(), title=None, published=None)
    assert text.startswith("no date       ASSAULT/firearms  → Ridge Front") and "no publisher known" in text and "·" not in text


def test_a_long_sentence_is_cut_around_its_trigger() -> None:
    """At whole words."""
    evidence = f"{'before ' * 40}struck {'after ' * 40}end."
    start = evidence.index("struck")
    text = " ".join(shown(evidence=evidence, evidence_spans=(("0123456789abcdef", 0, len(evidence)),), trigger="struck", trigger_start=start).split())
    assert "“…before" in text and "before struck after" in text and "after…”" in text and "end." not in text


def test_evidence_of_a_later_sentence_is_found() -> None:
    """The trigger is marked in its own sentence, wherever among the evidence that stands."""
    spans = (("other", 0, 6), ("0123456789abcdef", 50, 65))
    text = shown(evidence="First. … The army fired.", evidence_spans=spans, trigger_start=59)
    assert "“The army fired.”" in text and "First" not in text


def test_a_story_counts_its_articles() -> None:
    """Those that copied one another apart."""
    assert "3 articles, 2 independent: A, B 2024-03-06" in shown(stories=True, articles=3, independent=2, publishers=("A", "B"))


def test_nothing_in_a_text_commands_the_terminal() -> None:
    """Control characters are shown as signs."""
    assert "\x1b" not in shown(evidence="The \x1b[2J fired.", disputed="x\x1b", publishers=("y\x1b",))
