"""Many changes from a file."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sayso.dataset.corrections.files import read_file
from sayso.dataset.corrections.making import Change, make
from sayso.dataset.store import Store
from sayso.errors import InputError
from tests.dataset.corrections.conftest import KEY
from tests.dataset.corrections.test_annotations import annotated


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "changes.jsonl"


def test_lines_are_changes(store: Store, file: Path) -> None:
    """Each with where it stands; blank lines are passed over."""
    lines = [
        {"id": "k/e1", "set": {"type": "AID", "actors": ["a1"]}, "note": "seen", "by": "B", "at": "2024-03-08"},
        {"id": "k/e2", "delete": True},
        {"id": "k/e3", "restore": True},
        {"id": "k", "add": "event", "set": {"type": "AID", "trigger": "gave"}},
        {"id": "k", "checked": True},
    ]
    file.write_text("\ufeff" + "\n\n".join(map(json.dumps, lines)) + "\n", encoding="utf8")
    changes, remarks = read_file(store, file)
    assert remarks == []
    assert changes == [
        Change("k/e1", {"type": "AID", "actors": ["a1"]}, note="seen", by="B", at="2024-03-08", source=f"{file}:1"),
        Change("k/e2", deleted=True, source=f"{file}:3"),
        Change("k/e3", deleted=False, source=f"{file}:5"),
        Change("k", {"type": "AID", "trigger": "gave"}, add="event", source=f"{file}:7"),
        Change("k", checked=True, source=f"{file}:9"),
    ]


def test_a_line_may_name_its_coder(store: Store, file: Path) -> None:
    """Otherwise the correction is the importer's."""
    file.write_text(
        f'{{"id": "{KEY}/e1", "set": {{"reality": "negated"}}, "by": "B"}}\n{{"id": "{KEY}/e1", "set": {{"killed": 7}}}}\n', encoding="utf8"
    )
    assert [c.made_by for c in make(store, read_file(store, file)[0], by="A. Coder")] == ["B", "A. Coder"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("type=AID", "this is no change; write one JSON object a line"),
        ("[1, 2", "this is no change"),
        ('{"set": {"type": "AID"}}', "this is no change"),
        ('{"id": "k/e1", "sets": {}}', "'sets' is no part of a change; use id, set, delete"),
        ('{"id": "k/e1", "set": "type"}', "set takes fields with their values"),
        ('{"id": "k/e1"}', "nothing is asked for"),
        ("[" * 100_000, "this is no change"),
    ],
)
def test_a_line_that_is_no_change(store: Store, file: Path, line: str, problem: str) -> None:
    """File and line are named; all such lines at once."""
    file.write_text(f'{{"id": "k", "checked": true}}\n{line}\n{line}\n', encoding="utf8")
    with pytest.raises(InputError, match=re.escape(f"{file}:2: {problem}")) as caught:
        read_file(store, file)
    assert f"{file}:3" in str(caught.value)


def test_an_export_of_label_studio_is_known_by_its_form(store: Store, file: Path) -> None:
    """A list of tasks, or a single one."""
    for body in ([annotated(store)], annotated(store)):
        file.write_text(json.dumps(body), encoding="utf8")
        assert [change.checked for change in read_file(store, file)[0]] == [True]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_a_file_that_cannot_be_read(store: Store, file: Path, content: bytes | None) -> None:
    """Whatever is wrong with it."""
    if content:
        file.write_bytes(content)
    with pytest.raises(InputError, match="cannot be read as UTF-8 text"):
        read_file(store, file)
