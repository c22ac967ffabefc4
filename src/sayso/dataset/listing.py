"""What was found, for a person to read: a few lines per event or story."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.dataset.happening import TOLLS, Happening, Party
from sayso.export.table import STANCES, bounds, first_words, flat, plain

_ROOM = 160
"""Characters of evidence shown around a trigger."""
_DATES = len("to 2018-03-24")
_CALM = ("happened", "ongoing")


def entry(happening: Happening, *, stories: bool) -> RenderableType:
    """When, what, who to whom; where, with what toll, on whose word; the id and the source; the evidence."""
    about = [part for part in (_where(happening), _toll(happening), _word(happening)) if part]
    lines = [
        _what(happening),
        *([Text(" · ", "dim").join(about)] if about else []),
        _source(happening, stories=stories),
        _evidence(happening),
        Text(""),
    ]
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=_DATES)
    grid.add_column(overflow="fold")
    grid.add_row(_when(happening), Group(*lines))
    return grid


def _when(happening: Happening) -> Text:
    start, end = happening.start, happening.end
    if not start:
        return Text(f"until {end}" if end else "no date", "bold" if end else "dim")
    return Text(start if start == end else f"{start}\nto {end}" if end else f"since {start}", "bold")


def _what(happening: Happening) -> Text:
    line = Text(happening.type, "bold cyan")
    if happening.mode:
        line.append(f"/{happening.mode}", "cyan")
    if happening.reality not in _CALM:
        line.append(f"  {happening.reality}", "yellow")
    if happening.disputed:
        line.append(f"  DISPUTED: {plain(happening.disputed)}", "bold red")
    line.append("  ").append_text(_side(happening.actors))
    if happening.recipients:
        line.append(" → " if happening.actors else "→ ", "dim").append_text(_side(happening.recipients))
    return line


def _side(parties: tuple[Party, ...]) -> Text:
    line = Text()
    for number, party in enumerate(parties):
        codes = " ".join([*([party.country] if party.country else []), *party.sectors])
        line.append("; " if number else "").append(plain(party.name)).append(f" ({codes})" if codes else "", "dim")
    return line


def _where(happening: Happening) -> Text | None:
    places = [plain(f"{place.name} ({place.country})" if place.country else place.name) for place in happening.places]
    return Text(", ".join(places), "green") if places else None


def _toll(happening: Happening) -> Text | None:
    told = [f"{kind} {bounds(*happening.tolls[kind])}" for kind in TOLLS if happening.tolls[kind] != (None, None)]
    return Text(", ".join(told), "red") if told else None


def _word(happening: Happening) -> Text | None:
    if not happening.attributed_to:
        return None
    pairs = zip(happening.attributed_to.split("; "), (happening.stance or "").split("; "), strict=False)
    return Text(", ".join(plain(f"{STANCES.get(stance, stance)} {name}") for name, stance in pairs), "magenta")


def _evidence(happening: Happening) -> Text:
    """The words around the trigger in its own sentence."""
    sentence, at = next(_sentences(happening), (happening.evidence, -1))
    if at < 0:
        return Text(f"“{first_words(flat(plain(sentence)), room=_ROOM)}”", "italic")
    before, trigger, after = sentence[:at], sentence[at : at + len(happening.trigger)], sentence[at + len(happening.trigger) :]
    left = before if len(before) <= _ROOM // 2 else "…" + before[-(_ROOM // 2) :].partition(" ")[2]
    right = first_words(after, room=_ROOM // 2)
    line = Text("“", "italic").append(flat(plain(left)), "italic").append(flat(plain(trigger)), "bold underline")
    return line.append(flat(plain(right)), "italic").append("”" if right == after else "…”", "italic")


def _sentences(happening: Happening) -> Iterator[tuple[str, int]]:
    """The sentence of the trigger, and where in it the trigger stands."""
    at = 0
    for article, start, end in happening.evidence_spans:
        if article == happening.article and start <= happening.trigger_start < end:
            yield happening.evidence[at : at + end - start], happening.trigger_start - start
        at += end - start + len(" … ")


def _source(happening: Happening, *, stories: bool) -> Text:
    sources = plain(", ".join(happening.publishers)) or plain(happening.title or "no publisher known")
    told = f"{sources} {happening.published or ''}".strip()
    if stories:
        told = f"{happening.articles} article{'s' if happening.articles != 1 else ''}, {happening.independent} independent: {told}"
    return Text.assemble((happening.id, "blue"), (f"  {told}", "dim"))
