"""Cutting a text into windows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.tokenise import tokenise
from sayso.language.windows import STRETCH, breaks, cut, going_on, plain_stops


def test_short_text_is_one_window() -> None:
    """Paragraphs are read together as long as they fit."""
    text = "First paragraph.\n\nSecond one."
    words = tokenise(text)
    assert cut(text, words) == [(0, len(words))]


def test_no_words_no_windows() -> None:
    """An empty text has no windows."""
    assert cut("", []) == []


def test_paragraphs_begin_after_line_breaks() -> None:
    """Each line of ordinary web text is a paragraph."""
    text = "A headline\nThe story begins.\n\nIt goes on."
    assert breaks(text, tokenise(text)) == [0, 2, 6]


def test_lines_of_wrapped_text_are_no_paragraphs() -> None:
    """Where text is wrapped at a fixed width, only blank lines part paragraphs."""
    lines = ["word " * 11 + "more"] * 8
    text = "\n".join(lines) + "\n\nNew paragraph."
    words = tokenise(text)
    assert breaks(text, words) == [0, 12 * 8]


def test_long_paragraph_is_cut_after_a_full_stop() -> None:
    """A paragraph longer than a window is cut where a sentence may end."""
    text = "The army moved north today. " * 40
    words = tokenise(text)
    for first, _ in cut(text, words, limit=50)[1:]:
        assert text[slice(*words[first - 1])] == "."


def test_unpunctuated_text_is_cut_all_the_same() -> None:
    """5,000 words without a full stop still make windows of bounded size."""
    text = "word " * 5000
    words = tokenise(text)
    assert max(last - first for first, last in cut(text, words, limit=150)) <= STRETCH * 150


@given(st.lists(st.sampled_from(["The", "army", "moved", ".", "\n\n", "\n", "”", "?"]), max_size=300), st.integers(5, 40))
def test_windows_cover_all_words_in_order(pieces: list[str], limit: int) -> None:
    """Every word is in exactly one window, and none is longer than a window may be stretched."""
    text = " ".join(pieces)
    words = tokenise(text)
    at = 0
    for first, last in cut(text, words, limit=limit):
        assert first == at
        assert 0 < last - first <= STRETCH * limit
        at = last
    assert at == len(words)


def starts(text: str) -> list[str]:
    """The words that begin a paragraph."""
    words = tokenise(text)
    return [text[slice(*words[at])] for at in breaks(text, words)]


def pieces_of(text: str, limit: int) -> list[str]:
    words = tokenise(text)
    return [text[words[first][0] : words[last - 1][1]] for first, last in cut(text, words, limit=limit)]


def test_no_words_no_paragraphs() -> None:
    """An empty text has neither paragraphs nor windows."""
    assert cut("", []) == [] and breaks("", []) == [] and breaks(" \n\n ", []) == []


def test_line_ends_of_windows_part_paragraphs_too() -> None:
    """One carriage return more makes no difference."""
    assert starts("One.\r\n\r\nTwo.\r\nThree.") == starts("One.\n\nTwo.\nThree.") == ["One", "Two", "Three"]


def test_blank_lines_at_the_edges_begin_nothing() -> None:
    """The first word begins the first paragraph, and after the last there is none."""
    assert starts("\n\nOne.\n \nTwo.\n\n\n") == ["One", "Two"]


def test_blank_line_may_hold_blanks() -> None:
    """Also where text is wrapped."""
    text = ("word " * 11 + "more\n") * 7 + "  \t\nNew paragraph."
    assert starts(text) == ["word", "New"]


def test_short_lines_are_no_wrapped_text() -> None:
    """A list of short lines is a list of paragraphs."""
    assert starts("\n".join(["Army moves"] * 8)) == ["Army"] * 8


def test_few_long_lines_are_no_wrapped_text() -> None:
    """Five lines are too few to tell a fixed width by."""
    assert len(starts("\n".join(["word " * 12] * 5))) == 5


def test_short_paragraphs_share_a_window() -> None:
    """As many as fit."""
    assert pieces_of("One two.\n\nThree four.\n\nFive six.", 6) == ["One two.\n\nThree four.", "Five six."]


def test_window_of_exactly_the_limit_is_not_cut() -> None:
    """The limit itself fits; without any stop the last window takes what is left, up to three times as much."""
    assert pieces_of("one two three four", 4) == ["one two three four"]
    assert [len(piece.split()) for piece in pieces_of("word " * 10, 3)] == [3, 7]


def test_closing_quotation_mark_stays_with_its_sentence() -> None:
    """A window does not begin with it."""
    text = "“The army has moved north.” " * 8
    assert all(piece.startswith("“") and piece.endswith("”") for piece in pieces_of(text, 12))


def test_plain_quotation_mark_opens_after_a_blank_and_closes_without() -> None:
    """Typewriters have one for both."""
    text = '"The army has moved north." ' * 8
    assert all(piece.startswith('"The') and piece.endswith('north."') for piece in pieces_of(text, 12))


def test_long_sentence_stretches_its_window() -> None:
    """Rather than break a sentence, a window grows to three times its size."""
    text = "word " * 19 + "end. " + "word " * 4 + "end."
    assert pieces_of(text, 10)[0].endswith("end.")


def test_abbreviation_is_no_sentence_end() -> None:
    """The full stop of a title is part of its word."""
    text = "He met Gen. Smith and Mr. Jones and Dr. Brown today. They left."
    assert all(piece.split()[-1] not in ("Gen.", "Mr.", "Dr.") for piece in pieces_of(text, 8))


@pytest.mark.parametrize(("lines", "expected"), [(5, 5), (6, 1)])
def test_six_long_lines_are_wrapped_text(lines: int, expected: int) -> None:
    """Fewer are too few to tell."""
    assert len(starts("\n".join(["word " * 12] * lines))) == expected


@pytest.mark.parametrize(("width", "wrapped"), [(39, False), (40, True), (120, True), (121, False)])
def test_wrapped_lines_are_of_a_printers_width(width: int, wrapped: bool) -> None:
    """Forty to a hundred and twenty letters."""
    line = ("ab " * 60)[: width - 1] + "x"
    assert (len(starts("\n".join([line] * 8))) == 1) is wrapped


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("The army said . Turkey warned", ["Turkey"]),
        ("talks on Monday . Egypt left", ["Egypt"]),
        ("told Sen . Smith so", []),
        ("he saw it . Turkey warned", []),
        ("the army said . then it left", []),
        ("it cost 40 . Turkey paid", []),
        (". Turkey", []),
        ("said !  Turkey", []),
    ],
)
def test_plain_full_stops_end_sentences(text: str, begins: list[str]) -> None:
    """Behind words that are too long for an abbreviation, where a capital follows."""
    words = text.split()
    assert [words[at] for at in plain_stops(words)] == begins


def test_words_in_small_letters_go_on_with_those_before_them() -> None:
    """No sentence begins at "boycotted" in "the opposition boycotted"; behind a stop, a name or a number one may."""
    assert going_on(["The", "opposition", "boycotted", "it", ".", "iPhone", "sales", "5", "fell"]) == [2, 3]
