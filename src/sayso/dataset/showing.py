"""One article, event, statement or story of a dataset, for a person to read, with its evidence marked in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.article import Article, Span
from sayso.dataset.corrections.finding import sentence_around
from sayso.dataset.happening import Happening
from sayso.dataset.happenings import members, story
from sayso.dataset.listing import entry
from sayso.dataset.reading import reading
from sayso.dataset.store import Store
from sayso.errors import InputError
from sayso.export.rows import quoted, speaker_of
from sayso.export.table import bounds, event_fields, event_line, plain, render, says
from sayso.readers.decoding import without_surrogates
from sayso.record import Event, Record, Statement

Mark = tuple[Span, str]
"""Where something stands in a text, and its style."""
_STYLES = {"trigger": "bold underline", "actors": "cyan", "recipients": "magenta", "places": "green", "times": "yellow", "tolls": "red"}
_BLANKS = {ord(letter): " " for letter in "\t\n\r\v\f"}


def show(store: Store, key: str) -> RenderableType:
    """What the dataset says of an id: `ARTICLE`, `ARTICLE/e3`, `ARTICLE/s1`, or a story's. InputError where nothing has it."""
    key = without_surrogates(key)
    article, _, part = key.partition("/")
    told = story(store, key)
    if told is not None:
        return _story(store, told)
    try:
        item, record = reading(store, article)
        if not part:
            return _article(store, item, record)
        return _event(store, item, record, record.event(part)) if part.startswith("e") else _statement(item, record, record.statement(part))
    except KeyError:
        problem = f"{key}: nothing in {store.path} has this id; `sayso find` lists the ids of events, `sayso find --stories` those of stories."
        raise InputError(problem) from None


def _article(store: Store, article: Article, record: Record) -> RenderableType:
    copies = list(store.rows("SELECT id, publisher, published FROM articles WHERE copy_of = ? ORDER BY published, id", (article.id,)))
    lines = [Text(f"copy: {copy['id']}  {plain(copy['publisher'] or '')} {copy['published'] or ''}".rstrip(), "dim") for copy in copies]
    marks = [(event.trigger_span, _STYLES["trigger"]) for event in record.events]
    return Group(
        render(record, article.text),
        _source(article),
        *lines,
        Text("\nText", "bold"),
        _marked(article.text, (0, len(article.text)), marks, lines=True),
    )


def _event(store: Store, article: Article, record: Record, event: Event) -> RenderableType:
    table = _grid()
    for label, value in event_fields(record, event):
        table.add_row(label, value)
        if label == "where":
            table.add_row("", Text("\n".join(_points(record, event)), "dim"))
    if event.contexts:
        table.add_row("contexts", Text(", ".join(event.contexts)))
    table.add_row("confidence", Text(f"{event.confidence:.2f}"))
    table.add_row("id", Text(f"{article.id}/{event.id}", "blue"))
    known = next(store.rows("SELECT story FROM events WHERE id = ?", (f"{article.id}/{event.id}",)), {"story": None})["story"]
    if known:
        table.add_row("story", Text(known, "blue"))
    words = [_said(record, record.statement(key), article.text) for key in _statements(event)]
    parts: list[RenderableType] = [_heading(article), event_line(event), Padding(table, (0, 0, 0, 3)), Text("\nEvidence", "bold")]
    parts += _sentences(article.text, event.evidence_spans, list(_marks(record, event)))
    parts += [Text("\nOn whose word", "bold"), *words] if words else []
    return Group(*parts, Text(""), _legend(), _made(record))


def _statement(article: Article, record: Record, statement: Statement) -> RenderableType:
    table = _grid()
    named = {"addressee": statement.addressee, "via": statement.via if (statement.via or "").startswith("a") else None}
    table.add_row("speaker", Text(plain(speaker_of(record, statement)), "bold"))
    table.add_row("act", Text(f"{statement.act}, {statement.form}"))
    for label, actor in named.items():
        if actor:
            table.add_row(label, Text(plain(record.actor(actor).name)))
    for event in map(record.event, statement.about):
        table.add_row("about", Text(f"{article.id}/{event.id} {event.type} {event.reality}", "blue"))
    table.add_row("id", Text(f"{article.id}/{statement.id}", "blue"))
    spans = [span for span in (statement.speaker_span, statement.cue_span, *statement.content_spans) if span]
    marks = [(span, style) for span, style in ((statement.speaker_span, "cyan"), (statement.cue_span, "bold underline")) if span]
    marks += [(span, "green") for span in statement.content_spans]
    first, last = (sentence_around(article.text, span) for span in (min(spans), max(spans)))
    whole = (first[0], last[1])
    return Group(_heading(article), Padding(table, (0, 0, 1, 3)), *_sentences(article.text, [whole], marks), Text(""), _made(record))


def _story(store: Store, told: Happening) -> RenderableType:
    events = members(store, told.id)
    parts: list[RenderableType] = [Rule(style="dim"), entry(told, stories=True)]
    figures = [figure for event in events for figure in _figures(store, event)]
    if figures:
        parts += [Text("Toll, as told", "bold"), *figures, Text("")]
    parts.append(Text("Told by", "bold"))
    for event in events:
        line = Text.assemble(
            (f"  {event['published'] or 'no date':<11} ", "dim"), plain(event["publisher"] or "no publisher"), "  ", (event["id"], "blue")
        )
        parts += [line, Padding(Text(plain(event["evidence"]).translate(_BLANKS), "italic"), (0, 0, 0, 14))]
    return Group(*parts)


def _figures(store: Store, event: dict[str, Any]) -> Iterator[Text]:
    """Each figure of a toll with its source and date."""
    _, record = reading(store, event["article"])
    for toll in record.event(event["id"].partition("/")[2]).toll:
        line = Text(f"  {toll.kind} {bounds(toll.min, toll.max)}", "red").append(
            f"  {plain(event['publisher'] or '')} {event['published'] or ''}", "dim"
        )
        yield line.append("  ").append_text(says(record, toll.say_so)) if toll.say_so else line


def _heading(article: Article) -> RenderableType:
    known = [part for part in (article.title or article.id, article.publisher, article.published or "no date known") if part]
    return Group(Rule(style="dim"), Text(plain(" · ".join(known)), "bold"), _source(article))


def _source(article: Article) -> Text:
    return Text(plain("  ".join(part for part in (article.id, article.url) if part)), "dim")


def _grid() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _points(record: Record, event: Event) -> Iterator[str]:
    for place in map(record.place, event.where):
        if place.latitude is not None:
            yield plain(f"{place.name}: {place.latitude}, {place.longitude} ({place.precision})")


def _statements(event: Event) -> list[str]:
    """The statements that anything of an event rests on, each once."""
    words = (event.say_so, *(part.say_so for part in (*event.actors, *event.recipients)), *(toll.say_so for toll in event.toll))
    return list(dict.fromkeys(say.statement for own in words for say in own))


def _marks(record: Record, event: Event) -> Iterator[Mark]:
    """Everything of an event that stands somewhere in the text; the trigger last, over the others."""
    places = [mention for key in event.where for mention in record.place(key).mentions]
    found: dict[str, Iterable[Span | None]] = {
        "places": places,
        "times": [event.when.span],
        "tolls": [toll.span for toll in event.toll],
        "recipients": [participant.span for participant in event.recipients],
        "actors": [participant.span for participant in event.actors],
        "trigger": [event.trigger_span],
    }
    return ((span, _STYLES[name]) for name, spans in found.items() for span in spans if span)


def _sentences(text: str, spans: Iterable[Span], marks: list[Mark]) -> Iterator[RenderableType]:
    for start, end in spans:
        yield Padding(_marked(text, (start, end), marks).append(f"  [{start}-{end}]", "dim"), (0, 0, 0, 3))


def _marked(text: str, span: Span, marks: Iterable[Mark], *, lines: bool = False) -> Text:
    """A piece of a text with its marks; on one line, unless its own are wanted."""
    start, end = span
    piece = plain(text[start:end])
    found = Text(piece if lines else piece.translate(_BLANKS))
    for (first, last), style in marks:
        if first < end and last > start:
            found.stylize(style, max(first, start) - start, min(last, end) - start)
    return found


def _said(record: Record, statement: Statement, text: str) -> RenderableType:
    line = Text.assemble(
        (plain(speaker_of(record, statement)), "bold"),
        (f" ({statement.act}): ", "magenta"),
        plain(quoted(text, statement.content_spans)).translate(_BLANKS),
        (f"  [{statement.id}]", "dim"),
    )
    return Padding(line, (0, 0, 0, 3))


def _legend() -> Text:
    line = Text("marked: ", "dim")
    for number, (name, style) in enumerate(_STYLES.items()):
        line.append(", " if number else "", "dim").append(name, style)
    return line


def _made(record: Record) -> Text:
    pipeline = record.pipeline
    return Text(f"read by sayso {pipeline.version}, model {pipeline.model_sha256[:12]}, knowledge {pipeline.knowledge_sha256[:12]}", "dim")
