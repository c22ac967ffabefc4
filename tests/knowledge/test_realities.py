"""Cue words of reality."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.realities import load_realities


@pytest.mark.parametrize(
    ("word", "part", "reality"),
    [
        ("plan", "verb", "planned"),
        ("try", "verb", "attempted"),
        ("threat", "noun", "threatened"),
        ("could", "aux", "possible"),
        ("foiled", "modifier", "attempted"),
    ],
)
def test_cues_are_known(word: str, part: str, reality: str) -> None:
    """Everyday cues give the reality one expects."""
    assert load_realities()[word, part] == reality


@pytest.mark.parametrize("line", ["plan\tverb", "plan\tsong\tplanned", "plan\tverb\tdreamt"])
def test_mistakes_name_file_and_line(tmp_path: Path, line: str) -> None:
    """A wrong line is named with its file."""
    path = tmp_path / "realities.tsv"
    path.write_text(f"# comment\n{line}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"realities\.tsv:2"):
        load_realities(path)


def test_word_may_differ_by_its_part(tmp_path: Path) -> None:
    """A plan and to plan are looked up apart."""
    path = tmp_path / "realities.tsv"
    path.write_text("plan\tverb\tplanned\nplan\tnoun\tpossible\n", encoding="utf-8")
    found = load_realities(path)
    assert (found["plan", "verb"], found["plan", "noun"]) == ("planned", "possible")


def test_blank_lines_and_comments_hold_nothing(tmp_path: Path) -> None:
    """An empty table is one."""
    path = tmp_path / "realities.tsv"
    path.write_text("# comment\n\n   \n", encoding="utf-8")
    assert load_realities(path) == {}


def test_mistake_says_what_was_expected(tmp_path: Path) -> None:
    """The parts there are."""
    path = tmp_path / "realities.tsv"
    path.write_text("plan\tsong\tplanned\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="expected word, one of verb, noun, adjective"):
        load_realities(path)


def test_shipped_cues_are_in_small_letters() -> None:
    """Lemmas are compared so."""
    assert [word for word, _ in load_realities() if word != word.lower()] == []


def test_nothing_is_made_to_happen_by_a_cue() -> None:
    """What happened needs no word that says so; cues speak of what did not, or not yet."""
    assert set(load_realities().values()) >= {"planned", "threatened", "requested", "possible", "attempted", "negated"}
