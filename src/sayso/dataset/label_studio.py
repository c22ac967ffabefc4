"""Articles as tasks of Label Studio, a free program in which people mark text, and the marks read back.

A task is one article with what Sayso read in it:

    {"data": {"id": ARTICLE, "text": …, "title": …, "publisher": …, "published": …},
     "predictions": [{"model_version": "sayso 0.1.0", "result": [REGION, …]}]}

A region is a piece of the text under one label. What it belongs to, an event or a statement, stands in `meta`:

    {"id": "e3-Actor-0", "type": "labels", "from_name": "label", "to_name": "text", "meta": {"text": ["e3"]},
     "value": {"start": 10, "end": 16, "text": "rebels", "labels": ["Actor"]}}

Labels of events: Trigger, Actor, Recipient, Place, Time, Toll; of statements: Cue, Speaker, Content. What is chosen for a region is a
result of the same `id`, of the type `choices`: for a Trigger `type`, `mode` and `reality`, for a Toll `toll` (killed, injured …), for a
Cue `act`. A region that people add needs no `meta`: a new Trigger is a new event, a new Cue a new statement, and any other region
belongs to what a relation ties it to. `config()` is the set-up of such a project. Read back is the program's own JSON export, in which
`annotations` stand beside the predictions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from sayso.article import Article, Span
from sayso.errors import InputError
from sayso.knowledge.cues import ACTS
from sayso.knowledge.ontology import load_ontology
from sayso.knowledge.tollwords import KINDS
from sayso.record import Event, Record, Statement

EVENT_LABELS = ("Trigger", "Actor", "Recipient", "Place", "Time", "Toll")
STATEMENT_LABELS = ("Cue", "Speaker", "Content")
_COLOURS = ("#c0392b", "#2471a3", "#8e44ad", "#1e8449", "#b7950b", "#6e2c00", "#117a65", "#2e4053", "#797d7f")


@dataclass(slots=True)
class Region:
    """A piece of text under a label; `owner` is the event or statement it belongs to, empty where a person added it and did not say."""

    id: str
    label: str
    span: Span
    owner: str = ""
    choices: dict[str, str] = field(default_factory=dict)


def config() -> str:
    """The labelling set-up of a project, for Label Studio's field `Labeling Interface`."""
    labels = zip((*EVENT_LABELS, *STATEMENT_LABELS), _COLOURS, strict=True)
    modes = sorted({mode for type in load_ontology().types.values() for mode in type.modes})
    choices = {
        "type": ("Trigger", list(load_ontology().types)),
        "mode": ("Trigger", modes),
        "reality": ("Trigger", list(load_ontology().realities)),
        "toll": ("Toll", list(KINDS)),
        "act": ("Cue", list(ACTS)),
    }
    lines = ["<View>", '  <Labels name="label" toName="text">']
    lines += [f'    <Label value="{label}" background="{colour}"/>' for label, colour in labels]
    lines += ["  </Labels>", '  <Text name="text" value="$text"/>']
    for name, (label, values) in choices.items():
        lines.append(f'  <Choices name="{name}" toName="text" perRegion="true" whenTagName="label" whenLabelValue="{label}" showInline="true">')
        lines += [f'    <Choice value="{escape(value)}"/>' for value in values]
        lines.append("  </Choices>")
    return "\n".join([*lines, "</View>", ""])


def task(article: Article, record: Record) -> dict[str, Any]:
    """One article with what was read in it, as a task to import."""
    data = {"id": article.id, "text": article.text, "title": article.title, "publisher": article.publisher, "published": article.published}
    result = [part for region in regions(record) for part in _results(region, article.text)]
    return {"data": data, "predictions": [{"model_version": f"sayso {record.pipeline.version}", "result": result}]}


def regions(record: Record) -> Iterator[Region]:
    """What a record has to show in its text: events first, each part in the order of the record."""
    for event in record.events:
        yield from _numbered(event.id, _of_event(record, event))
    for statement in record.statements:
        yield from _numbered(statement.id, _of_statement(statement))


def _of_event(record: Record, event: Event) -> Iterator[tuple[str, Span, dict[str, str]]]:
    yield "Trigger", event.trigger_span, {"type": event.type, "reality": event.reality} | ({"mode": event.mode} if event.mode else {})
    yield from (("Actor", participant.span, {}) for participant in event.actors if participant.span)
    yield from (("Recipient", participant.span, {}) for participant in event.recipients if participant.span)
    for place in map(record.place, event.where):
        if place.mentions:
            yield "Place", min(place.mentions, key=lambda mention: (abs(mention[0] - event.trigger_span[0]), mention)), {}
    if event.when.span:
        yield "Time", event.when.span, {}
    yield from (("Toll", toll.span, {"toll": toll.kind}) for toll in event.toll)


def _of_statement(statement: Statement) -> Iterator[tuple[str, Span, dict[str, str]]]:
    if statement.cue_span:
        yield "Cue", statement.cue_span, {"act": statement.act}
    if statement.speaker_span:
        yield "Speaker", statement.speaker_span, {}
    yield from (("Content", span, {}) for span in statement.content_spans)


def _numbered(owner: str, parts: Iterator[tuple[str, Span, dict[str, str]]]) -> Iterator[Region]:
    for number, (label, span, choices) in enumerate(parts):
        yield Region(f"{owner}-{label}-{number}", label, span, owner, choices)


def _results(region: Region, text: str) -> Iterator[dict[str, Any]]:
    where = {"start": region.span[0], "end": region.span[1], "text": text[slice(*region.span)]}
    common = {"id": region.id, "to_name": "text"}
    yield common | {"from_name": "label", "type": "labels", "meta": {"text": [region.owner]}, "value": {**where, "labels": [region.label]}}
    for name, choice in region.choices.items():
        yield common | {"from_name": name, "type": "choices", "value": {**where, "choices": [choice]}}


def read_regions(results: Sequence[dict[str, Any]], text: str, where: str) -> list[Region]:
    """The regions of an annotation or a prediction; InputError, beginning with `where`, for what cannot be read."""
    found: dict[str, Region] = {}
    try:
        for result in results:
            if result["type"] == "labels":
                meta = (result.get("meta") or {}).get("text") or [""]
                owner = meta if isinstance(meta, str) else meta[0]
                found[result["id"]] = Region(result["id"], result["value"]["labels"][0], _span(result["value"], text, where), owner.strip())
        for result in results:
            if result["type"] == "choices" and result["id"] in found and result["value"]["choices"]:
                found[result["id"]].choices[result["from_name"]] = result["value"]["choices"][0]
        for result in results:
            if result["type"] == "relation":
                _tie(found, result["from_id"], result["to_id"])
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise InputError(f"{where}: a region lacks {error}; give the file as Label Studio's JSON export wrote it.") from error
    return list(found.values())


def _tie(found: dict[str, Region], one: str, other: str) -> None:
    """A relation gives a region without an owner that of the trigger or cue at its other end; a new one of these is known by its own id."""
    for anchor, region in ((one, other), (other, one)):
        if anchor in found and region in found and found[anchor].label in ("Trigger", "Cue") and not found[region].owner:
            found[region].owner = found[anchor].owner or anchor


def _span(value: dict[str, Any], text: str, where: str) -> Span:
    """Where a region stands in code points; a browser counts the halves of characters beyond the basic plane."""
    span = int(value["start"]), int(value["end"])
    words = value.get("text")
    if not isinstance(words, str) or _same(text[slice(*span)], words):
        return span
    wide = text.encode("utf-16-le", "surrogatepass")
    start, end = (len(wide[: 2 * offset].decode("utf-16-le", "replace")) for offset in span)
    if _same(text[start:end], words):
        return start, end
    raise InputError(
        f"{where}: the region {words!r} does not stand at {span[0]}-{span[1]} of the text; import the tasks that Sayso exported, unchanged."
    )


def _same(one: str, other: str) -> bool:
    """Line ends come back in several ways."""
    return one.split() == other.replace("\\n", "\n").split()
