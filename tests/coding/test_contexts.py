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


def _drafted(*sentences: str, evidence: list[int]) -> list[str]:
    rows = [
        "\n".join(f"{n} {word} {word} NOUN {'0 root' if n == 1 else '1 dep'} _" for n, word in enumerate(words.split(), 1)) for words in sentences
    ]
    draft = draft_of("\n\n".join(rows))
    return contexts_of(draft.analysis, EventDraft("ACCUSE", None, 0, (0, 1), evidence=evidence))


def test_only_sentences_of_the_event_count() -> None:
    """What stands elsewhere in the article is another matter."""
    assert _drafted("tea spoon", "court judge", evidence=[0]) == []
    assert _drafted("tea spoon", "court judge", evidence=[0, 1]) == ["legal"]


def test_sentence_named_twice_counts_once() -> None:
    """Two mentions merged into one event share their sentence."""
    words = "army army election vote"
    assert _drafted(words, evidence=[0, 0]) == _drafted(words, evidence=[0])


def test_word_counts_once_in_a_sentence() -> None:
    """Repeating a word makes no context stronger than two different words do."""
    found = _contexts("court court court court church mosque oil gas hospital bank army soldier")
    assert "legal" not in found or len(found) == 3
    assert {"religion", "resource", "military"} == set(found)


def test_contexts_stand_in_the_order_of_the_ontology() -> None:
    """Whatever the order of the words."""
    assert _contexts("church election army") == _contexts("army church election") == ["military", "election", "religion"]


def test_lemmas_count_whatever_their_case() -> None:
    """Text in capitals has contexts too."""
    assert _contexts("COURT JUDGE") == ["legal"]


def test_no_sentences_no_contexts() -> None:
    """An event without evidence is about nothing that is known."""
    assert _drafted("court judge", evidence=[]) == []
