"""What people changed in Label Studio."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.dataset.corrections import correct, make
from sayso.dataset.corrections.annotations import read_annotations
from sayso.dataset.corrections.making import Change
from sayso.dataset.corrections.reading import all_corrections, readings
from sayso.dataset.label_studio import task
from sayso.dataset.store import Store
from sayso.errors import InputError
from sayso.record import Record
from tests.dataset.corrections.conftest import KEY
from tests.records import TEXT, small_record, span

FILE = Path("studio.json")
Results = list[dict[str, Any]]


def annotated(store: Store, change: Callable[[Results], object] = list, *, shown: bool = True) -> dict[str, Any]:
    """The article's task as it comes back, with changes to its regions."""
    (kept,) = store.kept()
    body = task(kept.article, small_record())
    results = copy.deepcopy(body["predictions"][0]["result"])
    change(results)
    body["annotations"] = [
        {"completed_by": {"email": "coder@example.org"}, "created_at": "2024-03-08T10:00:00.123Z", "was_cancelled": False, "result": results}
    ]
    return body if shown else {**body, "predictions": []}


def imported(store: Store, change: Callable[[Results], object] = list) -> tuple[Record, list[str]]:
    """The record after the import, and the remarks."""
    changes, remarks = read_annotations(store, FILE, [annotated(store, change)])
    make(store, changes, by="An importer")
    ((_, _, record, _),) = readings(store.connection, [KEY])
    return record, remarks


def region(name: str, words: str, owner: str = "", id: str = "new", **more: Any) -> dict[str, Any]:
    start, end = span(words)
    meta = {"meta": {"text": [owner]}} if owner else {}
    return {"id": id, "type": "labels", "value": {"start": start, "end": end, "text": words, "labels": [name]}, **meta, **more}


def choice(name: str, value: str, id: str = "new") -> dict[str, Any]:
    return {"id": id, "type": "choices", "from_name": name, "value": {"choices": [value]}}


def without(owner: str, *labels: str) -> Callable[[Results], None]:
    """Takes regions away."""

    def change(results: Results) -> None:
        gone = {
            r["id"] for r in results if r["type"] == "labels" and r["meta"]["text"] == [owner] and (not labels or r["value"]["labels"][0] in labels)
        }
        results[:] = [r for r in results if r["id"] not in gone]

    return change


@pytest.mark.parametrize("shown", [True, False])
def test_what_nobody_changed_changes_nothing(store: Store, shown: bool) -> None:
    """The article counts as looked at, with who did it and when; that is all."""
    changes, remarks = read_annotations(store, FILE, [annotated(store, shown=shown)])
    (made,) = make(store, changes, by="An importer")
    assert (made.target, made.field, made.made_by, made.made_at, remarks) == (KEY, "checked", "coder@example.org", "2024-03-08T10:00:00Z", [])


def test_other_choices_are_other_values(store: Store) -> None:
    """Type, mode, reality and act."""

    def change(results: Results) -> None:
        for result in results:
            if result["type"] == "choices":
                new = {"ASSAULT": "COERCE", "explosives": "seize", "happened": "negated", "deny": "doubt"}
                result["value"]["choices"] = [new.get(result["value"]["choices"][0], result["value"]["choices"][0])]

    record, _ = imported(store, change)
    (event,) = record.events
    assert (event.type, event.mode, event.reality, record.statements[1].act) == ("COERCE", "seize", "negated", "doubt")


def test_an_event_without_a_trigger_is_taken_out(store: Store) -> None:
    """A statement, where neither cue nor content is left."""
    record, _ = imported(store, without("e1"))
    assert record.events == [] and len(record.statements) == 2
    record, _ = imported(store, without("s2"))
    assert [statement.id for statement in record.statements] == ["s1"]


def test_participants_follow_their_marks(store: Store) -> None:
    """One goes, another comes: known by a mention that is marked, or new by its words; what rests on it stays."""

    def change(results: Results) -> None:
        without("e1", "Recipient")(results)
        results += [region("Recipient", "market", "e1", "R"), region("Actor", "Norland", "e1", "N")]

    record, _ = imported(store, change)
    (event,) = record.events
    assert [(p.actor, p.span) for p in event.actors] == [("a1", span("Norland")), ("a2", span("rebels"))]
    assert event.actors[1].say_so == small_record().events[0].actors[0].say_so
    assert [record.actor(p.actor).name for p in event.recipients] == ["market"]


def test_trigger_place_and_time_follow_their_marks(store: Store) -> None:
    """No mark is no value; a trigger elsewhere brings its sentence along."""

    def change(results: Results) -> None:
        without("e1", "Trigger", "Place", "Time")(results)
        results += [region("Trigger", "denied", "e1", "T"), choice("type", "REJECT", "T"), choice("reality", "happened", "T")]

    record, _ = imported(store, change)
    (event,) = record.events
    assert (event.trigger_span, event.type, event.where, event.when.start) == (span("denied"), "REJECT", [], None)
    assert event.evidence_spans[-1] == span("The rebels denied it.")


def test_a_time_that_was_read_may_be_marked(store: Store) -> None:
    """It brings its dates; words that are no time are remarked on."""
    correct(store, f"{KEY}/e1", {"when": ""}, by="A. Coder")
    record, _ = imported(store, without("e1", "Time"))
    assert record.events[0].when.start is None
    record, _ = imported(store)
    assert record.events[0].when.start is None

    def other(results: Results) -> None:
        without("e1", "Time")(results)
        results.append(region("Time", "in Port", "e1"))

    record, remarks = imported(store, other)
    assert record.events[0].when.start is None and "'in Port' is no time that Sayso could read" in remarks[0]


def test_tolls_follow_their_marks(store: Store) -> None:
    """A new one needs a number and a kind; another choice is another kind."""

    def change(results: Results) -> None:
        results += [region("Toll", "killing six", "e1", "K"), choice("toll", "injured", "K"), region("Toll", "a market", "e1", "M")]

    record, remarks = imported(store, change)
    assert [(toll.kind, toll.min, toll.max) for toll in record.events[0].toll] == [("injured", 6, 6), ("killed", 6, 6)]
    assert "the toll 'a market' needs a number in it" in remarks[0]


def test_a_new_trigger_is_a_new_event(store: Store) -> None:
    """With what relations tie to it."""

    def change(results: Results) -> None:
        results += [
            region("Trigger", "denied", id="T"),
            choice("type", "REJECT", "T"),
            region("Actor", "The rebels", id="A"),
            {"type": "relation", "from_id": "A", "to_id": "T"},
        ]

    record, remarks = imported(store, change)
    added = record.event("x1")
    assert (added.type, added.reality, [record.actor(p.actor).name for p in added.actors], remarks) == ("REJECT", "happened", ["rebels"], [])


def test_a_new_cue_is_a_new_statement(store: Store) -> None:
    """With its content and speaker."""

    def change(results: Results) -> None:
        ties = [{"type": "relation", "from_id": id, "to_id": "C"} for id in ("S", "W")]
        results += [
            region("Cue", "denied it", id="C"),
            choice("act", "refuse", "C"),
            region("Speaker", "rebels", id="S"),
            region("Content", "it", id="W"),
            *ties,
        ]
        results[-3]["value"] |= dict(zip(("start", "end"), span("it."), strict=True), text="it.")

    record, _ = imported(store, change)
    added = record.statement("xs1")
    assert (added.act, added.speaker, TEXT[slice(*added.content_spans[0])]) == ("refuse", "a2", "it.")


def test_a_region_that_is_tied_to_nothing_is_remarked_on(store: Store) -> None:
    """Nothing is lost silently."""
    _, remarks = imported(store, lambda results: results.append(region("Actor", "Norland")))
    assert remarks == ["studio.json: task 1: 'Norland' is tied to no trigger or cue; draw a relation to one."]


def test_statements_follow_their_marks(store: Store) -> None:
    """Cue, content and speaker."""

    def change(results: Results) -> None:
        without("s2", "Speaker", "Content")(results)
        results += [region("Speaker", "Norland", "s2", "S"), region("Content", "denied it", "s2", "W")]

    record, _ = imported(store, change)
    assert record.statements[1].speaker == "a1" and record.statements[1].content_spans == [span("denied it")]


def test_what_was_corrected_meanwhile_stays(store: Store) -> None:
    """Only what a person changed of what was shown is a change."""
    correct(store, f"{KEY}/e1", {"reality": "negated"}, by="A. Coder")
    record, _ = imported(store)
    assert record.events[0].reality == "negated"


def test_what_was_taken_out_meanwhile_stays_out(store: Store) -> None:
    """And a remark says so."""
    make(store, [Change(f"{KEY}/e1", deleted=True)], by="A. Coder")
    record, remarks = imported(store)
    assert record.events == [] and "e1 has been taken out of the dataset meanwhile" in remarks[0]


def test_a_task_that_nobody_annotated_is_passed_over(store: Store) -> None:
    """With a remark; cancelled annotations count for nothing, and the importer's name stands where the annotator's is not told."""
    body = annotated(store)
    body["annotations"][0]["was_cancelled"] = True
    assert read_annotations(store, FILE, [body]) == ([], ["studio.json: task 1: nobody has annotated it; passed over."])
    body["annotations"].append({"completed_by": 3, "result": body["predictions"][0]["result"]})
    changes, _ = read_annotations(store, FILE, [body])
    make(store, changes, by="An importer", at="2024-03-09")
    assert [(c.made_by, c.made_at) for c in all_corrections(store.connection)] == [("An importer", "2024-03-09")]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (7, "studio.json: task 1: there is no data with an id in it"),
        ({"data": {"text": "x"}}, "there is no data with an id in it"),
        ({"data": {"id": "f00"}, "annotations": [{"result": []}]}, "f00: the dataset has no article of this id"),
        ({"data": {"id": KEY, "text": "other"}, "annotations": [{"result": []}]}, f"its text is not that of the article {KEY}"),
    ],
)  # fmt: skip
def test_what_is_no_task_of_ours_is_told(store: Store, body: Any, problem: str) -> None:
    """One sentence that names the task."""
    with pytest.raises(InputError, match=re.escape(problem)):
        read_annotations(store, FILE, [body])
