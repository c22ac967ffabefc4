"""Corrected articles as hand-coded ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.dataset.corrections import Change, correct, make
from sayso.dataset.corrections.gold import export_gold
from sayso.dataset.store import Store
from sayso.errors import InputError
from tests.dataset.corrections.conftest import KEY
from tests.records import TEXT
from training.coded import CodedArticle, CodedPage
from training.labels import EVENTS, ROLES, Labels, fixed_sets

LABELS = Labels(fixed_sets())


def exported(store: Store, folder: Path) -> dict[str, Any]:
    assert export_gold(store, folder) == [KEY]
    found: dict[str, Any] = json.loads((folder / f"{KEY}.json").read_text(encoding="utf8"))
    return found


def test_what_was_not_corrected_is_not_written(store: Store, tmp_path: Path) -> None:
    """The machine's own coding is no gold."""
    assert export_gold(store, tmp_path / "gold") == []
    assert list((tmp_path / "gold").glob("*.json")) == []


def test_corrected_values_stand_with_their_words(store: Store, tmp_path: Path) -> None:
    """Fields as the gold has them, verbatim and by offsets; who corrected it stands in the notes."""
    correct(store, f"{KEY}/e1", {"type": "COERCE", "killed": "6-10"}, by="A. Coder", at="2024-03-08", note="seen on site")
    gold = exported(store, tmp_path)
    (event,) = gold["events"]
    assert (event["type"], event["trigger"], event["core"], event["when"]["text"]) == ("COERCE", "bombed", True, "on Monday")
    assert event["where"] == [{"name": "Port Vale", "country": "NLD"}]
    assert event["toll"] == [{"kind": "killed", "min": 6, "max": 10, "who": "people", "by": "a1"}]
    assert event["say_so"] == [{"speaker": "a1", "via": None, "stance": "asserts"}]
    assert gold["notes"] == "Corrected by A. Coder, 2024-03-08. seen on site"
    assert (gold["published"], gold["actors"][1]["aliases"]) == ("2024-03-06", ["rebels", "The rebels"])
    assert (tmp_path / "texts" / f"{KEY}.txt").read_text(encoding="utf8") == TEXT


def test_what_nobody_looked_at_is_neither_right_nor_wrong(store: Store, tmp_path: Path) -> None:
    """Until the whole article has been looked at."""
    correct(store, f"{KEY}/s1", {"act": "accuse"}, by="A. Coder")
    gold = exported(store, tmp_path)
    assert [entry["core"] for entry in (*gold["events"], *gold["statements"])] == [False, True, False]
    make(store, [Change(KEY, checked=True)], by="A. Coder")
    gold = exported(store, tmp_path)
    assert [entry["core"] for entry in (*gold["events"], *gold["statements"])] == [True, True, True]


def test_a_statement_reported_by_another_names_who_made_that(store: Store, tmp_path: Path) -> None:
    """The outer source of a say-so is an actor, as in the gold."""
    correct(store, f"{KEY}/e1", {"say_so": "s2 denies"}, by="A. Coder")
    assert exported(store, tmp_path)["events"][0]["say_so"] == [{"speaker": "a2", "via": "a1", "stance": "denies"}]


def test_training_reads_it(store: Store, tmp_path: Path) -> None:
    """The labels on words are those of the corrected article."""
    make(store, [Change(f"{KEY}/e1", set={"type": "COERCE"}), Change(KEY, checked=True)], by="A. Coder")
    gold = exported(store, tmp_path)
    page = CodedPage(CodedArticle(KEY, TEXT, gold["published"], gold), LABELS, {})
    words = [TEXT[slice(*span)] for span in page.spans]
    at = words.index("bombed")
    assert EVENTS[page.tags["event"][at]] == "COERCE"
    names = {number: name for name, number in ROLES.items()}
    linked = {(names[role], words[word]) for anchor, word, role in page.links if anchor == at}
    assert {("actor", "rebels"), ("place", "Vale"), ("time", "Monday"), ("recipient", "people")} <= linked


def test_a_folder_that_cannot_be(store: Store, tmp_path: Path) -> None:
    """One sentence names it."""
    (tmp_path / "file").write_text("", encoding="utf8")
    with pytest.raises(InputError, match="file: cannot be written"):
        export_gold(store, tmp_path / "file")
