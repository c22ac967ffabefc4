"""Calendar words."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.timewords import load_time_words, word_set


def test_months_and_weekdays_have_their_numbers() -> None:
    """Names and abbreviations give the number of the month and the ISO weekday."""
    words = load_time_words()
    assert words.months["november"] == words.months["nov"] == 11
    assert words.weekdays["sunday"] == words.weekdays["sun"] == 7


def test_phrases_are_found_by_their_first_word_longest_first() -> None:
    """The longest phrase that starts with a word comes first."""
    phrases = [" ".join(phrase) for phrase, _, _ in load_time_words().phrases["christmas"]]
    assert phrases[-1] == "christmas"
    assert "christmas eve" in phrases[:-1]


def test_possessive_holidays_are_cut_like_the_text() -> None:
    """`New Year's Eve` is four words, as the tokeniser cuts it."""
    phrases = [phrase for phrase, _, _ in load_time_words().phrases["new"]]
    assert ("new", "year", "'s", "eve") in phrases


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ("[months]\njanuary = 13\n", 2, "1 to 12"),
        ("[weekdays]\nmonday = 1\nblursday = 9\n", 3, "1 to 7"),
        ('[holidays]\n"cake day" = "sometime"\n', 2, "rule"),
        ("[days]\ntoday = 0\n", 2, "part of the day"),
        ("[units]\nday = 1\n", 2, "code"),
    ],
)
def test_mistakes_name_file_and_line(tmp_path: Path, content: str, line: int, said: str) -> None:
    """A wrong value is reported with its place."""
    path = tmp_path / "times.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=said) as error:
        load_time_words(path)
    assert f"{path}:{line}" in str(error.value)


def test_broken_toml_is_a_knowledge_error(tmp_path: Path) -> None:
    """A file that is no TOML is reported by name."""
    path = tmp_path / "times.toml"
    path.write_text("months\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"times\.toml"):
        load_time_words(path)


def test_word_set_is_the_words_of_a_string() -> None:
    """Words are parted by white space."""
    assert word_set("a b  b") == frozenset({"a", "b"})
