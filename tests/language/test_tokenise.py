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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE ARMY DIDN'T STOP", ["THE", "ARMY", "DID", "N'T", "STOP"]),
        (
            "they’re here, we’ll go, I’ve seen, she’d know, I'm",
            ["they", "’re", "here", ",", "we", "’ll", "go", ",", "I", "’ve", "seen", ",", "she", "’d", "know", ",", "I", "'m"],
        ),
        ("wouldn't've", ["would", "n't", "'ve"]),
        ("the soldiers' homes", ["the", "soldiers", "'", "homes"]),
        ("10,000-strong", ["10,000", "-", "strong"]),
        ("2022-12-14", ["2022-12-14"]),
        ("call 555-123-4567", ["call", "555-123-4567"]),
        ("the 9mm gun", ["the", "9mm", "gun"]),
        ("at 9pm", ["at", "9", "pm"]),
        ("the 21st and 3rd", ["the", "21st", "and", "3rd"]),
        ("$5.2 million", ["$", "5.2", "million"]),
        ("write to a.b@example.org now", ["write", "to", "a.b@example.org", "now"]),
        ("@minister #border", ["@minister", "#border"]),
        ("see example.com/x", ["see", "example.com", "/", "x"]),
        ("east–west talks — today", ["east", "–", "west", "talks", "—", "today"]),
        ("yes... no....", ["yes", "...", "no", "...."]),
        ("(Reuters)", ["(", "Reuters", ")"]),
        ("[sic]", ["[", "sic", "]"]),
        ("John F. Kennedy", ["John", "F.", "Kennedy"]),
        ("plan B.", ["plan", "B", "."]),
        ("pro-government militias", ["pro-government", "militias"]),
        ("Anglo-French talks", ["Anglo", "-", "French", "talks"]),
        ("``Quoted''", ["``", "Quoted", "''"]),
        ("Qur'an and M'Bala", ["Qur'an", "and", "M'Bala"]),
    ],
)
def test_words_of_news_are_cut_alike_everywhere(text: str, expected: list[str]) -> None:
    """Capitals, curly marks, numbers, addresses, dashes and hyphens."""
    assert words(text) == expected


def test_unbalanced_quotes_are_words_of_their_own() -> None:
    """Each mark by itself, matched or not."""
    assert words("“The army moved, he said") == ["“", "The", "army", "moved", ",", "he", "said"]
    assert words('He said" and left') == ["He", "said", '"', "and", "left"]


def test_line_breaks_part_words() -> None:
    """Of every system."""
    assert words("one\r\ntwo\rthree\nfour\u2028five") == ["one", "two", "three", "four", "five"]


def test_abbreviation_at_the_end_of_a_text_gives_up_its_full_stop() -> None:
    """Nothing follows, so the stop ends a sentence."""
    assert words("He met the Gen.") == ["He", "met", "the", "Gen", "."]
    assert words("He met Gen. Smith") == ["He", "met", "Gen.", "Smith"]


def test_accents_written_apart_belong_to_their_letter() -> None:
    """A combining accent parts no word."""
    assert words("E\u0301lyse\u0301e talks") == ["E\u0301lyse\u0301e", "talks"]


def test_nul_bytes_and_marks_are_words_not_lost() -> None:
    """Every visible character is in some word."""
    assert words("army\0moved") == ["army", "\0", "moved"]


def test_a_word_of_five_thousand_letters_is_one_word() -> None:
    """And costs no time."""
    assert words("x" * 5000) == ["x" * 5000]


@given(st.text(max_size=60), st.text(max_size=60))
def test_text_before_the_part_that_is_asked_for_moves_spans_only(before: str, text: str) -> None:
    """Spans count from the beginning of the whole text; blanks part the two."""
    joined = f"{before} \n {text}"
    start = len(joined) - len(text)
    found = [joined[a:b] for a, b in tokenise(joined, start)]
    assert all(a >= start for a, _ in tokenise(joined, start)) and "".join(found) == "".join(text.split())
