"""Contexts of events."""

from __future__ import annotations

from sayso.coding.contexts import contexts_of
from sayso.coding.draft import EventDraft
from tests.coding.event_support import draft_of


def _contexts(words: str) -> list[str]:
    rows = [f"{n} {word} {word} NOUN {'0 root' if n == 1 else '1 dep'} _" for n, word in enumerate(words.split(), 1)]
    draft = draft_of("\n".join(rows))
    return contexts_of(draft.analysis, EventDraft("ACCUSE", None, 0, (0, 1), evidence=[0]))


def test_words_of_the_sentence_point_to_contexts() -> None:
    """A court and a judge make it legal."""
    assert "legal" in _contexts("charge court judge")


def test_at_most_three_contexts() -> None:
    """The best supported contexts are kept, in the order of the ontology."""
    found = _contexts("army election court church gas bank hospital school refugee oil")
    assert len(found) == 3


def test_no_words_no_contexts() -> None:
    """Nothing is made up."""
    assert _contexts("tea spoon") == []
