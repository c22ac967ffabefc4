"""Contexts of events."""

from __future__ import annotations

import pytest

from sayso.coding.contexts import contexts_of, reasons_for
from sayso.coding.draft import EventDraft, Mention, Role
from sayso.record import Actor
from tests.coding.event_support import draft_of


def _drafted(*sentences: str, evidence: list[int], type: str = "AGREE", mode: str | None = None, sectors: tuple[str, ...] = ()) -> list[str]:
    rows = [
        "\n".join(f"{n} {word} {word} NOUN {'0 root' if n == 1 else '1 dep'} _" for n, word in enumerate(words.split(), 1)) for words in sentences
    ]
    draft = draft_of("\n\n".join(rows))
    event = EventDraft(type, mode, 0, (0, 1), evidence=evidence)
    event.actors = [Role(Mention(0, 1, 0, "name", Actor("a", "a", "group", sector=list(sectors))))] if sectors else []
    return contexts_of(draft.analysis, event)


def _contexts(words: str) -> list[str]:
    return _drafted(words, evidence=[0])


def test_words_of_the_sentence_point_to_contexts() -> None:
    """A court and a judge make it legal."""
    assert _contexts("court judge") == ["legal"]


@pytest.mark.parametrize(
    ("words", "context"),
    [
        ("ambassador embassy", "diplomatic"),
        ("ballot turnout", "election"),
        ("refugee asylum", "refugee"),
        ("climate emission", "environment"),
        ("hospital nurse", "health"),
        ("tariff export", "economic"),
        ("jihadist hostage", "terrorism"),
        ("torture persecution", "human_rights"),
        ("cholera epidemic", "disease"),
        ("oil pipeline", "resource"),
    ],
)
def test_each_context_has_its_words(words: str, context: str) -> None:
    """Two of them are enough."""
    assert context in _contexts(words)


def test_at_most_three_contexts() -> None:
    """The best supported contexts are kept, in the order of the ontology."""
    assert len(_contexts("army election court church hospital refugee")) == 3


def test_no_words_no_contexts() -> None:
    """Nothing is made up."""
    assert _contexts("tea spoon") == []


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
    assert _contexts("court court court court church mosque") == ["religion"]


def test_words_near_the_trigger_count_more() -> None:
    """A hospital beside the deed outweighs a court at the sentence's end."""
    assert _contexts("hospital tea tea tea tea tea tea tea tea tea tea tea court") == ["health"]


def test_faint_contexts_are_left_out() -> None:
    """A single word beside three of another context is by the way."""
    assert _contexts("court judge trial church") == ["legal"]


def test_contexts_stand_in_the_order_of_the_ontology() -> None:
    """Whatever the order of the words."""
    assert _contexts("church election army") == _contexts("army church election") == ["military", "election", "religion"]


def test_lemmas_count_whatever_their_case() -> None:
    """Text in capitals has contexts too."""
    assert _contexts("COURT JUDGE") == ["legal"]


def test_no_sentences_no_contexts() -> None:
    """An event without evidence is about nothing that is known."""
    assert _drafted("court judge", evidence=[]) == []


def test_type_tells_a_context() -> None:
    """Talks are diplomatic, an air raid is military, without any word of it."""
    assert _drafted("tea", evidence=[0], type="CONSULT") == ["diplomatic"]
    assert _drafted("tea", evidence=[0], type="ASSAULT", mode="aerial") == ["military"]


def test_who_takes_part_tells_a_context() -> None:
    """A deed of soldiers is military."""
    assert _drafted("tea", evidence=[0], sectors=("MIL",)) == ["military"]


def test_reasons_name_words_types_and_sectors() -> None:
    """For the explanation."""
    draft = draft_of("1 Court court NOUN 0 root _\n2 army army NOUN 1 dep _")
    event = EventDraft("ACCUSE", "investigate", 0, (0, 1), evidence=[0])
    reasons = reasons_for(draft.analysis, event)
    assert reasons["legal"] == ["the word “court”", "the type ACCUSE/investigate"]
    assert reasons["military"] == ["the word “army”"]
