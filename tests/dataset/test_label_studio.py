"""Articles as tasks of Label Studio."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest

from sayso.article import Article
from sayso.dataset.label_studio import EVENT_LABELS, STATEMENT_LABELS, Region, config, read_regions, regions, task
from sayso.errors import InputError
from sayso.knowledge.ontology import load_ontology
from tests.records import TEXT, small_record, span

ARTICLE = Article(TEXT, "k", "Market bombed", "The Herald", None, "2024-03-06")


def label(id: str, name: str, start: int, end: int, **more: Any) -> dict[str, Any]:
    """A region as a person leaves it."""
    return {"id": id, "type": "labels", "from_name": "label", "to_name": "text", "value": {"start": start, "end": end, "labels": [name]}, **more}


def test_a_task_is_the_article_with_what_was_read() -> None:
    """Plain JSON; every region stands under its words."""
    body = json.loads(json.dumps(task(ARTICLE, small_record())))
    assert body["data"] == {"id": "k", "text": TEXT, "title": "Market bombed", "publisher": "The Herald", "published": "2024-03-06"}
    (prediction,) = body["predictions"]
    assert prediction["model_version"] == "sayso 0.1.0"
    for result in prediction["result"]:
        assert TEXT[result["value"]["start"] : result["value"]["end"]] == result["value"]["text"] != ""


def test_regions_of_an_event_and_a_statement() -> None:
    """Each under its label, with its owner; what was chosen stands with the trigger, the toll and the cue."""
    found = [(region.owner, region.label, region.span) for region in regions(small_record())]
    assert found[:6] == [
        ("e1", "Trigger", span("bombed")), ("e1", "Actor", span("rebels")), ("e1", "Recipient", span("six people")), ("e1", "Place", span("Port Vale")),
        ("e1", "Time", span("on Monday")), ("e1", "Toll", span("six people")),
    ]  # fmt: skip
    assert {(owner, name) for owner, name, _ in found[6:]} == {(owner, name) for owner in ("s1", "s2") for name in STATEMENT_LABELS}
    choices = [region.choices for region in regions(small_record()) if region.choices]
    assert choices == [{"type": "ASSAULT", "reality": "happened", "mode": "explosives"}, {"toll": "killed"}, {"act": "say"}, {"act": "deny"}]


def test_what_is_written_is_read() -> None:
    """The regions of a task are those of the record, ids apart."""
    (prediction,) = task(ARTICLE, small_record())["predictions"]
    assert read_regions(prediction["result"], TEXT, "f") == list(regions(small_record()))


def test_the_set_up_has_every_label_and_choice() -> None:
    """It is XML, with the types, realities and acts that there are."""
    root = ElementTree.fromstring(config())
    assert [one.get("value") for one in root.iter("Label")] == [*EVENT_LABELS, *STATEMENT_LABELS]
    choices = {one.get("name"): [choice.get("value") for choice in one] for one in root.iter("Choices")}
    assert choices["type"] == list(load_ontology().types) and choices["reality"] == list(load_ontology().realities)
    assert {"aerial", "arrest", "visit"} <= set(choices["mode"]) and "deny" in choices["act"] and "killed" in choices["toll"]


def test_a_relation_ties_a_new_region() -> None:
    """To what the trigger at its other end belongs to, in either direction; to a new trigger by that one's own id."""
    results = [
        label("A", "Trigger", 20, 26, meta={"text": ["e1"]}),
        label("B", "Actor", 0, 7),
        label("C", "Trigger", 90, 96),
        label("D", "Recipient", 0, 7),
        {"type": "relation", "from_id": "B", "to_id": "A"},
        {"type": "relation", "from_id": "C", "to_id": "D"},
    ]
    assert {region.id: region.owner for region in read_regions(results, TEXT, "f")} == {"A": "e1", "B": "e1", "C": "", "D": "C"}


def test_offsets_of_a_browser_are_mended() -> None:
    """It counts characters beyond the basic plane twice; the words tell."""
    text = "🙂🙂 Rebels bombed it."
    at = text.index("bombed")
    written = label("A", "Trigger", at + 2, at + 8)
    written["value"]["text"] = "bombed"
    assert read_regions([written], text, "f") == [Region("A", "Trigger", (at, at + 6))]


def test_a_region_that_is_elsewhere_is_told() -> None:
    """Where its words do not stand at its offsets."""
    written = label("A", "Trigger", 3, 9)
    written["value"]["text"] = "bombed"
    with pytest.raises(InputError, match="f: the region 'bombed' does not stand at 3-9 of the text"):
        read_regions([written], TEXT, "f")


@pytest.mark.parametrize("broken", [{"type": "labels"}, {"id": "A"}, {"type": "labels", "id": "A", "value": {"start": 1, "end": 2, "labels": []}}, 7])
def test_what_is_no_region_is_told(broken: Any) -> None:
    """One sentence, no traceback."""
    with pytest.raises(InputError, match="f: a region lacks"):
        read_regions([broken], TEXT, "f")
