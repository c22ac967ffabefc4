"""Raw text to words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.tokenise import tokenise


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army didn't stop.", ["The", "army", "did", "n't", "stop", "."]),
        ("Turkey’s attacks", ["Turkey", "’s", "attacks"]),
        ("They cannot leave", ["They", "can", "not", "leave"]),
        ("a 15-year truce", ["a", "15", "-", "year", "truce"]),
        ("the re-elected president", ["the", "re-elected", "president"]),
        ("U.S. forces", ["U.S.", "forces"]),
        ("on Nov. 13, killing", ["on", "Nov.", "13", ",", "killing"]),
        ("Gen. Mark A. Milley said", ["Gen.", "Mark", "A.", "Milley", "said"]),
        ("1,250 people, 3.5% of them", ["1,250", "people", ",", "3.5", "%", "of", "them"]),
        ("at 10:30 a.m. today", ["at", "10:30", "a.m.", "today"]),
        ("see https://example.org/a?b=1.", ["see", "https://example.org/a?b=1", "."]),
        ("“We will go,” he said", ["“", "We", "will", "go", ",", "”", "he", "said"]),
        ("the 1990s and '80s", ["the", "1990s", "and", "'80s"]),
        ("the 9/11 attacks", ["the", "9/11", "attacks"]),
        ("Wait… what?!", ["Wait", "…", "what", "?!"]),
        ("O'Brien's office", ["O'Brien", "'s", "office"]),
    ],
)
def test_words_follow_the_treebanks(text: str, expected: list[str]) -> None:
    """Contractions, possessives, abbreviations, numbers and hyphens are cut as English UD treebanks cut them."""
    assert words(text) == expected


def test_full_stop_is_a_word_of_its_own_at_the_end() -> None:
    """A sentence's last full stop is not swallowed by an abbreviation."""
    assert words("They met in Dec.")[-1] == "."


def test_only_the_asked_part_is_read() -> None:
    """Spans between `start` and `end` count from the beginning of the whole text."""
    assert tokenise("one two three", 4, 7) == [(4, 7)]


def test_no_words_in_an_empty_text() -> None:
    """Nothing in, nothing out."""
    assert tokenise("") == []
    assert tokenise(" \n\t ") == []


def test_other_scripts_are_words_too() -> None:
    """Arabic, Cyrillic and Chinese runs become words, and nothing is lost."""
    assert words("said «الجيش» and Россия") == ["said", "«", "الجيش", "»", "and", "Россия"]


@given(st.text(max_size=200))
def test_spans_cover_every_visible_character_once(text: str) -> None:
    """Spans are in order, do not overlap, are not empty, and leave out nothing but white space."""
    at = 0
    for start, end in tokenise(text):
        assert at <= start < end <= len(text)
        assert text[at:start].strip() == ""
        at = end
    assert text[at:].strip() == ""
