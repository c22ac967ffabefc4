"""A record for a person to read: one block per event, then who says what."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.export.rows import speaker_name
from sayso.record import Actor, Event, Participant, Record, Say, Statement, Toll

STANCES = {"asserts": "asserted by", "confirms": "confirmed by", "denies": "denied by", "doubts": "doubted by"}
"""Stances in words."""
_LONG = 240
"""Characters of evidence shown around a trigger."""
_CONTROLS = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if not chr(code).isspace()}
"""Control characters, which in a hostile text would command the terminal."""


def render(record: Record, text: str) -> RenderableType:
    """The whole record; `text` is the article's text."""
    text = plain(text)
    parts: list[RenderableType] = [_heading(record)]
    if not record.events:
        parts.append(Text("No event: nothing in this article is something that political, armed or civil actors did to one another.", "dim"))
    for event in record.events:
        parts += [event_line(event), Padding(_event_table(record, event, text), (0, 0, 1, 3))]
    if record.statements:
        parts += [Text("Who says what", "bold"), Padding(_statements(record, text), (0, 0, 1, 1))]
    return Group(*parts)


def show(record: Record, text: str, console: Console) -> None:
    """Print a record on a console."""
    put(render(record, text), console)


def put(shown: RenderableType, console: Console) -> None:
    """Print on a console; outside a terminal, lines end with their last letter."""
    if console.is_terminal:
        console.print(shown)
        return
    with console.capture() as printed:
        console.print(shown)
    console.file.writelines(line.rstrip() + "\n" for line in printed.get().splitlines())


def _heading(record: Record) -> RenderableType:
    article = record.article
    known = [part for part in (article.title or article.id, article.publisher, article.published or "no date known") if part]
    counts = f"{_count(record.events, 'event')}, {_count(record.statements, 'statement')}, {len(record.disputes)} disputed"
    return Group(Rule(style="dim"), Text(plain(" · ".join(known)), "bold"), Text(counts + "\n", "dim"))


def _count(items: list[Event] | list[Statement], noun: str) -> str:
    return f"{len(items)} {noun}{'' if len(items) == 1 else 's'}"


def event_line(event: Event) -> Text:
    """What it is: id, type, mode, codes, reality, and what of it is disputed."""
    line = Text.assemble((f"{event.id:>3} ", "dim"), (event.type, "bold cyan"))
    if event.mode:
        line.append(f"/{event.mode}", "cyan")
    for name, code in (event.codes or {}).items():
        line.append(f"  {name} {code}", "blue")
    line.append(f"  {event.reality}", "yellow" if event.reality != "happened" else "green")
    if event.disputed:
        line.append(f"  DISPUTED: {', '.join(event.disputed)}", "bold red")
    return line


def _event_table(record: Record, event: Event, text: str) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in event_fields(record, event):
        table.add_row(label, value)
    table.add_row("evidence", _evidence(event, text))
    return table


def event_fields(record: Record, event: Event) -> Iterator[tuple[str, Text]]:
    """The fields that are filled, in the order one asks for them."""
    if event.actors:
        yield "who", _sides(record, event.actors)
    if event.recipients:
        yield "to whom", _sides(record, event.recipients)
    if event.about:
        yield "about", Text(", ".join(f"{e} ({record.event(e).type})" for e in event.about))
    if event.when.start or event.when.end:
        yield "when", Text(dates(event.when.start, event.when.end))
    if event.where:
        yield "where", Text(", ".join(_place(record, place) for place in event.where))
    if event.toll:
        yield "toll", Text("; ".join(_toll(record, toll) for toll in event.toll))
    yield "on the word of", says(record, event.say_so) if event.say_so else Text(plain(record.article.publisher or "the article"), "dim")


def _sides(record: Record, participants: list[Participant]) -> Text:
    line = Text()
    for number, participant in enumerate(participants):
        actor = record.actor(participant.actor)
        line.append("; " if number else "").append(plain(actor.name), "bold").append(_tag(actor), "dim")
        if participant.say_so:
            line.append(" — ", "dim").append_text(says(record, participant.say_so))
    return line


def _tag(actor: Actor) -> str:
    known = " ".join([*([actor.country] if actor.country else []), *actor.sector])
    return f" ({known})" if known else ""


def says(record: Record, sayings: list[Say]) -> Text:
    """On whose word something rests."""
    line = Text()
    for number, say in enumerate(sayings):
        colour = "red" if say.stance in ("denies", "doubts") else "magenta"
        line.append(", " if number else "").append(f"{STANCES[say.stance]} {plain(speaker_name(record, say))}", colour)
    return line


def dates(start: str | None, end: str | None) -> str:
    """One day, or from when to when."""
    if start == end or not end:
        return start or "" if end else f"from {start}, no end told"
    return f"{start or '?'} to {end}"


def _place(record: Record, identifier: str) -> str:
    place = record.place(identifier)
    return plain(f"{place.name} ({place.country})" if place.country else place.name)


def _toll(record: Record, toll: Toll) -> str:
    said = f" ({says(record, toll.say_so).plain})" if toll.say_so else ""
    return f"{toll.kind} {bounds(toll.min, toll.max)}{said}"


def bounds(low: int | None, high: int | None) -> str:
    """A toll in words."""
    if low is None and high is None:
        return "an unknown number"
    if low == high:
        return f"{low:,}"
    if high is None:
        return f"at least {low:,}"
    return f"up to {high:,}" if low is None else f"{low:,} to {high:,}"


def _evidence(event: Event, text: str) -> Text:
    """The sentence of the trigger, with the trigger marked; how many more sentences speak of the event."""
    first, last = event.trigger_span
    start, end = next(((s, e) for s, e in event.evidence_spans if s <= first < e), event.trigger_span)
    before, after = flat(text[start:first]), flat(text[last:end])
    left, right = _last_words(before), first_words(after)
    line = Text("“" if left == before else "“…", "italic")
    line.append(left, "italic").append(flat(text[first:last]), "bold underline").append(right, "italic")
    line.append("”" if right == after else "…”", "italic")
    more = len(event.evidence_spans) - 1
    return line.append(f" and {more} more" if more > 0 else "", "dim")


def _last_words(text: str) -> str:
    """As many whole words before a trigger as there is room for."""
    if len(text) <= _LONG // 2:
        return text
    return text[-(_LONG // 2) :].partition(" ")[2] or text[-(_LONG // 2) :]


def first_words(text: str, *, room: int = _LONG // 2) -> str:
    """As many whole words as there is room for."""
    return text if len(text) <= room else text[:room].rpartition(" ")[0] or text[:room]


def _statements(record: Record, text: str) -> Table:
    table = Table(box=None, padding=(0, 1), show_header=True, header_style="dim")
    table.add_column("", style="dim", no_wrap=True)
    table.add_column("speaker", overflow="fold", max_width=32)
    table.add_column("act", no_wrap=True)
    table.add_column("what", overflow="fold")
    for statement in record.statements:
        table.add_row(statement.id, _speaker(record, statement), statement.act, _content(record, statement, text))
    return table


def _speaker(record: Record, statement: Statement) -> Text:
    line = Text(plain(record.actor(statement.speaker).name) if statement.speaker else "(unnamed)")
    if statement.addressee:
        line.append(f" to {plain(record.actor(statement.addressee).name)}", "dim")
    if statement.via:
        line.append(f" via {_via(record, statement.via)}", "dim")
    return line


def _via(record: Record, identifier: str) -> str:
    return plain(record.actor(identifier).name) if identifier.startswith("a") else identifier


def _content(record: Record, statement: Statement, text: str) -> Text:
    pieces = " … ".join(flat(text[start:end]) for start, end in statement.content_spans)
    shown = first_words(pieces, room=_LONG - 1)
    line = Text(shown if shown == pieces else shown + "…")
    return line.append(f"  [{', '.join(statement.about)}]" if statement.about else "", "dim")


def plain(text: str) -> str:
    """Text that commands no terminal."""
    return text.translate(_CONTROLS)


def flat(text: str) -> str:
    """Text on one line; a blank at either end stays one."""
    return " ".join(text.split()) if not text[:1].isspace() and not text[-1:].isspace() else _padded(text)


def _padded(text: str) -> str:
    inner = " ".join(text.split())
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if text[-1:].isspace() and inner else ''}"
