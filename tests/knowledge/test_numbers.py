"""Number words and counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import KnowledgeError
from sayso.knowledge.numbers import load_numbers
from sayso.knowledge.timewords import word_set

NUMBERS = load_numbers()


@pytest.mark.parametrize(
    ("words", "value", "end"),
    [
        ("six people", 6, 1),
        ("twenty - one men", 21, 3),
        ("twenty one men", 21, 2),
        ("1,250 people", 1250, 1),
        ("2.000 people", 2000, 1),
        ("a hundred men", 100, 2),
        ("one hundred and five men", 105, 4),
        ("two thousand three hundred men", 2300, 4),
        ("3.5 million refugees", 3_500_000, 2),
        ("40 thousand", 40_000, 2),
        ("two lakh voters", 200_000, 2),
        ("half a million men", 500_000, 3),
        ("half - a - million lives", 500_000, 5),
    ],
)
def test_whole_numbers_are_read_from_figures_and_words(words: str, value: int, end: int) -> None:
    """A cardinal gives its value and the word after its last."""
    assert NUMBERS.cardinal(words.split(), 0) == (value, end)


@pytest.mark.parametrize("words", ["people", "first", "the six", "a man", "Nov. 13", "half the men"])
def test_what_is_no_number_gives_none(words: str) -> None:
    """A word that begins no cardinal gives None."""
    assert NUMBERS.cardinal(words.split(), 0) is None


@pytest.mark.parametrize(("words", "value"), [("first", 1), ("21st", 21), ("twenty - first", 21), ("thirtieth", 30), ("3rd", 3)])
def test_ordinals_are_read(words: str, value: int) -> None:
    """Ordinals come in words and in figures."""
    found = NUMBERS.ordinal(words.split(), 0)
    assert found is not None
    assert found[0] == value


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("six people", 6, 6),
        ("at least 81 people", 81, None),
        ("more than 300 people", 300, None),
        ("over 50 people", 50, None),
        ("upwards of 70", 70, None),
        ("up to 40 people", None, 40),
        ("as many as 800,000 refugees", None, 800_000),
        ("nearly one million", None, 1_000_000),
        ("almost 30", None, 30),
        ("about 20 people", 20, 20),
        ("some 400 civilians", 400, 400),
        ("dozens of people", 24, None),
        ("scores of people", 40, None),
        ("hundreds", 200, None),
        ("thousands of men", 2000, None),
        ("tens of thousands of people", 20_000, None),
        ("hundreds of thousands", 200_000, None),
        ("several fighters", 3, None),
        ("several dozen fighters", 36, None),
        ("a dozen men", 12, 12),
        ("two dozen men", 24, 24),
        ("half a dozen men", 6, 6),
        ("a couple of soldiers", 2, 2),
        ("six or more people", 6, None),
        ("10 to 12 people", 10, 12),
        ("five or six people", 5, 6),
    ],
)
def test_bounds_follow_the_coding_standard(words: str, low: int | None, high: int | None) -> None:
    """Words before and after a number open it upwards or downwards."""
    found = NUMBERS.quantity(words.split(), 0)
    assert found is not None
    assert (found.min, found.max) == (low, high)


@pytest.mark.parametrize("words", ["people", "at least", "about", "more", ""])
def test_no_number_no_quantity(words: str) -> None:
    """Bounds without a number are no quantity."""
    assert NUMBERS.quantity(words.split() or [""], 0) is None


@given(st.integers(min_value=0, max_value=10**9))
def test_figures_give_back_their_value(value: int) -> None:
    """Any number in figures, with or without commas, is read as itself."""
    assert NUMBERS.cardinal([str(value)], 0) == (value, 1)
    assert NUMBERS.cardinal([f"{value:,}"], 0) == (value, 1)


@given(
    st.lists(
        st.sampled_from(sorted(word_set("at least six hundred and thousand of tens dozens a - or more 12 1,250 . to half dozen"))),
        min_size=1,
    )
)
def test_any_run_of_number_words_can_be_read(words: list[str]) -> None:
    """Whatever the words, reading ends inside them and never fails."""
    for at in range(len(words)):
        found = NUMBERS.quantity(words, at)
        assert found is None or at < found.last <= len(words)


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ('# x\n[cardinals]\none = "1"\n', 3, "whole number"),
        ('[bounds]\n"at least" = "lots"\n', 2, "least, most or about"),
    ],
)
def test_mistakes_name_file_and_line(tmp_path: Path, content: str, line: int, said: str) -> None:
    """A wrong value is reported with its place."""
    path = tmp_path / "numbers.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=said) as error:
        load_numbers(path)
    assert f"{path}:{line}" in str(error.value)


def test_broken_toml_is_a_knowledge_error(tmp_path: Path) -> None:
    """A file that is no TOML is reported by name."""
    path = tmp_path / "numbers.toml"
    path.write_text("[cardinals\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"numbers\.toml"):
        load_numbers(path)


@pytest.mark.parametrize(
    ("words", "value", "end"),
    [
        ("one hundred thousand men", 100_000, 3),
        ("two hundred and fifty thousand men", 250_000, 5),
        ("one million two hundred thousand", 1_200_000, 5),
        ("three hundred twenty - one", 321, 5),
        ("six hundred and", 600, 2),
        ("hundred", None, 0),
        ("0.5 million", 500_000, 2),
        ("1.25 billion", 1_250_000_000, 2),
        ("3.5 people", None, 0),
        ("five six", 5, 1),
        ("ninety nine", 99, 2),
        ("twenty ten", 20, 1),
        ("1,00,000 voters", 100_000, 1),
        ("12 and 13", 12, 1),
    ],
)
def test_long_numbers_end_where_they_end(words: str, value: int | None, end: int) -> None:
    """What follows and does not belong to the number is left to others."""
    assert NUMBERS.cardinal(words.split(), 0) == (None if value is None else (value, end))


@pytest.mark.parametrize("words", ["people", "st", "1stx", "twenty zeroth", "th"])
def test_what_is_no_ordinal_gives_none(words: str) -> None:
    """Endings without figures, and words that only look so."""
    assert NUMBERS.ordinal(words.split(), 0) is None


@pytest.mark.parametrize(
    ("words", "last"),
    [("at least 81 people", 3), ("six people", 1), ("tens of thousands of people", 3), ("six or more people", 3), ("a couple of soldiers", 2)],
)
def test_quantity_ends_before_what_it_counts(words: str, last: int) -> None:
    """The word after the count is the first that is no part of it."""
    found = NUMBERS.quantity(words.split(), 0)
    assert found is not None and words.split()[found.last] in ("people", "soldiers", "of")
    assert found.last == last


@pytest.mark.parametrize("words", ["12 to 10 people", "10 to people", "six or so"])
def test_ranges_go_upwards(words: str) -> None:
    """What does not is two numbers, or one."""
    found = NUMBERS.quantity(words.split(), 0)
    assert found is not None and found.min == found.max and found.last == 1


@given(st.integers(1, 999), st.sampled_from(["thousand", "million"]))
def test_figures_are_scaled_by_the_word_after_them(value: int, scale: str) -> None:
    """40 thousand, 3 million."""
    assert NUMBERS.cardinal([str(value), scale, "people"], 0) == (value * {"thousand": 10**3, "million": 10**6}[scale], 2)


@given(st.integers(20, 99))
def test_tens_and_ones_are_read_with_and_without_a_hyphen(value: int) -> None:
    """Twenty-one in one piece of text or in three words."""
    names = {number: word for word, number in NUMBERS.cardinals.items()}
    tens, ones = names[value // 10 * 10], names[value % 10]
    words = [tens] if value % 10 == 0 else [tens, ones]
    assert NUMBERS.cardinal(words, 0) == (value, len(words))
    if value % 10:
        assert NUMBERS.cardinal([tens, "-", ones], 0) == (value, 3)


@given(st.integers(0, 10**6), st.sampled_from(["at least", "more than", "up to", "nearly"]))
def test_bounds_never_close_both_ends(value: int, bound: str) -> None:
    """One end is the number, the other is open."""
    found = NUMBERS.quantity([*bound.split(), str(value)], 0)
    assert found is not None and sorted([found.min is None, found.max is None]) == [False, True]
    assert value in (found.min, found.max)
