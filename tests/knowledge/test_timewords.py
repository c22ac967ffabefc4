"""Calendar words."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.coding.dates import holiday
from sayso.errors import KnowledgeError
from sayso.knowledge.timewords import TimeWords, load_time_words, word_set


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


MINIMAL = '[holidays]\n"new year\'s day" = "1-1"\n"flag day" = "06/2/3"\n"good friday" = "easter-2"\n[days]\ntoday = [0, ""]\n[references]\nnow = "PRESENT_REF"\n'


def words(tmp_path: Path, text: str) -> TimeWords:
    path = tmp_path / "times.toml"
    path.write_text(text, encoding="utf-8")
    return load_time_words(path)


def test_phrases_know_their_table_and_value(tmp_path: Path) -> None:
    """Holidays a rule, days a number and a part, references a code."""
    found = words(tmp_path, MINIMAL.replace("1-1", "01-01")).phrases
    assert found["new"] == [(("new", "year", "'s", "day"), "holidays", "01-01")]
    assert found["today"] == [(("today",), "days", [0, ""])]
    assert found["now"] == [(("now",), "references", "PRESENT_REF")]


def test_tables_that_are_left_out_are_empty(tmp_path: Path) -> None:
    """A file may hold only holidays."""
    found = words(tmp_path, "")
    assert (found.months, found.phrases) == ({}, {})


def test_longer_phrases_come_first(tmp_path: Path) -> None:
    """Whatever their table."""
    found = words(tmp_path, '[days]\n"day" = [0, ""]\n[references]\n"day after tomorrow night" = "FUTURE_REF"\n"day after" = "FUTURE_REF"\n')
    assert [len(phrase) for phrase, _, _ in found.phrases["day"]] == [4, 2, 1]


@pytest.mark.parametrize("rule", ["12-25", "11/4/4", "05/1/-1", "easter-2", "easter+39", "11/4/4+1", "2024-02-10"])
def test_rules_of_holidays_can_be_worked_out(tmp_path: Path, rule: str) -> None:
    """What the loader lets through, the calendar can read."""
    words(tmp_path, f'[holidays]\n"flag day" = "{rule}"\n')
    assert holiday(rule, 2024).year == 2024


@pytest.mark.parametrize("rule", ["13-01", "02-30", "02-29", "00-10", "13/1/1", "2023-02-29", "1-1", "easter", "11/8/1", "11/4/6"])
def test_rules_that_give_no_day_are_refused(tmp_path: Path, rule: str) -> None:
    """Here, with file and line, and not in the middle of an article."""
    with pytest.raises(KnowledgeError, match=r"times\.toml:2: 'flag day' in \[holidays\] must be a rule"):
        words(tmp_path, f'[holidays]\n"flag day" = "{rule}"\n')


def test_shipped_holidays_can_be_worked_out() -> None:
    """Every one of them, in any year."""
    rules = {value for group in load_time_words().phrases.values() for _, table, value in group if table == "holidays"}
    assert rules
    for rule in rules:
        for year in (1999, 2000, 2024):
            assert holiday(rule, year)


def test_every_unit_has_its_plural() -> None:
    """Both are listed."""
    units = load_time_words().units
    assert [unit for unit in units if len(unit) > 3 and not unit.endswith(("s", "ies")) and not {f"{unit}s", f"{unit[:-1]}ies"} & set(units)] == []
