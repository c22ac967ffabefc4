"""The grammar as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.coding.timex import Words, read_expressions
from sayso.coding.timex.grammar import Grammar, productions_at
from sayso.knowledge.numbers import load_numbers
from sayso.knowledge.timewords import load_time_words, word_set
from tests.coding.timex.support import only, read, words_of


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("in early November they", "START"),
        ("in late 2015 they", "END"),
        ("in mid-October they", "MID"),
        ("by the end of 2015 they", "DEC"),
        ("at the beginning of 2015 they", "JAN"),
        ("in the middle of November they", "MID"),
        ("in the course of 2015 they", ""),
    ],
)
def test_words_before_a_date_say_which_part_of_it(text: str, mod: str) -> None:
    """Early, late, the end of."""
    _, fields = only(text)
    assert fields.get("mod", "") == mod and fields["form"] == "calendar"


def test_longest_reading_is_taken() -> None:
    """A date is not read as a weekday, a month and a year apart."""
    assert [words for words, _ in read("on Friday, 13 November 2015, they")] == ["Friday , 13 November 2015"]


def test_expressions_stand_in_order_and_apart() -> None:
    """Two of one sentence."""
    assert [words for words, _ in read("from Monday until last Friday they")] == ["Monday", "last Friday"]


def test_nothing_is_read_over_the_end_of_a_sentence() -> None:
    """A month at the end of one and a number at the beginning of the next are no date."""
    raw = ["in", "November", "13", "men", "came"]
    found = read_expressions(Words(raw, [word.lower() for word in raw], [2, 2, 5, 5, 5]))
    assert [(one.first, one.last, one.day) for one in found] == [(1, 2, None)]


def test_text_in_capitals_is_read_like_any_text() -> None:
    """Old wire copy."""
    assert only("ON 13 NOVEMBER 2015 THEY")[1] == {"form": "calendar", "year": 2015, "month": 11, "day": 13}


def test_no_words_no_expressions() -> None:
    """An empty text."""
    assert read_expressions(Words([], [], [])) == []


vocabulary = st.sampled_from(
    sorted(
        word_set(
            "the a last next of on at in 13 2015 13th Nov. November May Friday night week weeks two and half ago later before - , . ' s 1990s every since early end noon p.m. 5:30 10/11/12 00 century first quarter"
        )
    )
)


@given(st.lists(vocabulary, max_size=14))
def test_any_words_can_be_read(words: list[str]) -> None:
    """In order, apart, inside the sentence, and none empty."""
    at = 0
    for found in read_expressions(Words(words, [word.lower() for word in words], [len(words)] * len(words))):
        assert at <= found.first < found.last <= len(words)
        at = found.last


@given(st.lists(vocabulary, max_size=10), st.integers(1, 9))
def test_any_words_in_two_sentences_stay_in_theirs(words: list[str], cut: int) -> None:
    """No expression crosses the end of a sentence."""
    cut = min(cut, len(words))
    ends = [cut] * cut + [len(words)] * (len(words) - cut)
    for found in read_expressions(Words(words, [word.lower() for word in words], ends)):
        assert found.last <= ends[found.first]


times, numbers = load_time_words(), load_numbers()
known = [
    word
    for table in (times.months, times.weekdays, times.units, times.seasons, times.parts, times.directions, times.sets, times.phrases)
    for word in table
]
firsts = st.sampled_from(
    sorted({*known, *(f"{word}." for word in known), *(f"{word}s" for word in known), *numbers.cardinals, *numbers.ordinals, "AD", "’90s", "some"})
)


@given(firsts | vocabulary, st.lists(vocabulary, max_size=5))
def test_no_production_begins_with_a_word_that_it_is_not_listed_for(first: str, after: list[str]) -> None:
    """What is left out at a word would read nothing there."""
    words = [first.title(), *after]
    low = [first.lower(), *after]
    grammar = Grammar(Words(words, low, [len(words)] * len(words)), times, numbers)
    everywhere = {production for word in (*known, "0", "'", "the") for production in productions_at(word)}
    assert {production for production in everywhere if production(grammar, 0)} <= {*productions_at(low[0])}


def test_words_of_support_are_one_sentence() -> None:
    """What the helper hands to the grammar."""
    assert words_of("on Friday").ends == [2, 2]
