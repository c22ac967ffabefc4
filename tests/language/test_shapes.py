"""Shapes of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.shapes import LOWER, MIXED, OTHER, TITLE, UPPER, shape


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("army", LOWER),
        ("Army", TITLE),
        ("UN", UPPER),
        ("McArthur", MIXED),
        ("eU", MIXED),
        ("1990", OTHER),
        ("", OTHER),
        ("—", OTHER),
        ("A", TITLE),
        ("a", LOWER),
        ("U.S.", UPPER),
        ("'s", LOWER),
        ("1990s", LOWER),
        ("Élysée", TITLE),
        ("москва", LOWER),
        ("МОСКВА", UPPER),
        ("Çavuşoğlu", TITLE),
        ("G-7", UPPER),
        ("Al-Hasakah", MIXED),
        ("9th", LOWER),
        ("T1", UPPER),
    ],
)
def test_shape_is_that_of_a_words_letters(word: str, expected: int) -> None:
    """Marks and figures do not count; one capital alone begins a sentence as often as it abbreviates."""
    assert shape(word) == expected


@pytest.mark.parametrize("word", ["الجيش", "中国"])
def test_scripts_without_capitals_are_of_no_known_case(word: str) -> None:
    """Letters, but neither small nor large."""
    assert shape(word) == MIXED


@given(st.text(max_size=20))
def test_every_text_has_one_of_five_shapes(word: str) -> None:
    """Whatever it is."""
    assert shape(word) in (LOWER, TITLE, UPPER, MIXED, OTHER)


@given(st.from_regex(r"[a-z]{2,12}", fullmatch=True))
def test_shape_follows_case(word: str) -> None:
    """The same letters, three ways."""
    assert (shape(word), shape(word.title()), shape(word.upper())) == (LOWER, TITLE, UPPER)
