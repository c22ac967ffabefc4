"""Tasks of Label Studio."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from sayso.dataset.corrections.annotations import read_annotations
from sayso.dataset.corrections.making import make
from sayso.dataset.face import query_of
from sayso.dataset.happenings import happenings
from sayso.dataset.profiles import PROFILES, export
from sayso.dataset.store import Store
from tests.dataset.datasets import filled


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Two articles that are read, and a copy."""
    return filled(tmp_path / "news.sqlite")


def tasks(store: Store, **wanted: Any) -> list[dict[str, Any]]:
    stream = io.StringIO()
    counts = export(store, PROFILES["label-studio"], stream, query=query_of(**wanted))
    found: list[dict[str, Any]] = json.loads(stream.getvalue())
    assert counts.written == len(found)
    return found


def test_every_article_that_was_read_is_a_task(store: Store) -> None:
    """With its text and where it came from; a copy is none of its own."""
    found = tasks(store)
    assert [task["data"]["publisher"] for task in sorted(found, key=lambda task: str(task["data"]["publisher"]))] == ["The Courier", "The Herald"]
    assert all(set(task["data"]) == {"id", "text", "title", "publisher", "published"} for task in found)


def test_marks_stand_where_they_say(store: Store) -> None:
    """Every region's words are those of its offsets, and its meta names an event or statement."""
    for task in tasks(store):
        for result in task["predictions"][0]["result"]:
            value = result["value"]
            assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
            if result["type"] == "labels":
                assert result["meta"]["text"][0][0] in "es" and len(value["labels"]) == 1


def test_a_query_chooses_the_articles(store: Store) -> None:
    """Those in which an event is found."""
    (task,) = tasks(store, place="Syria")
    assert task["data"]["publisher"] == "The Courier"


def _annotated(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """As Label Studio gives them back when nobody changed a mark."""
    return [{**task, "annotations": [{"result": task["predictions"][0]["result"], "updated_at": "2024-05-01T10:00:00Z"}]} for task in found]


def test_what_nobody_changed_changes_nothing(store: Store, tmp_path: Path) -> None:
    """Taken back unchanged, the tasks only say that people looked at them."""
    changes, remarks = read_annotations(store, tmp_path / "export.json", _annotated(tasks(store)))
    assert remarks == [] and len(changes) == 2
    assert all(change.checked and not change.set and not change.deleted for change in changes)


def test_what_people_changed_comes_back_in_rows(store: Store, tmp_path: Path) -> None:
    """Another type chosen for a trigger is the event's type in every export."""
    found = _annotated(tasks(store, place="Syria"))
    for result in found[0]["annotations"][0]["result"]:
        if result["from_name"] == "type" and result["value"]["choices"] == ["ASSAULT"]:
            found[0]["annotations"][0]["result"] = [
                {**one, "value": {**one["value"], "choices": ["MOBILIZE"]}} if one is result else one for one in found[0]["annotations"][0]["result"]
            ]
    changes, _ = read_annotations(store, tmp_path / "export.json", found)
    make(store, changes, by="A. Coder", at="2024-05-01")
    assert [one.type for one in happenings(store, query_of(place="Syria"))] == ["MOBILIZE"]
