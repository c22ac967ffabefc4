"""Cutting a text into windows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.language.tokenise import tokenise
from sayso.language.windows import STRETCH, breaks, cut


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
