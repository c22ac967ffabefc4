"""What is known of a name, for a person or a program to read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.knowledge.actors import Office
from sayso.knowledge.who import Answer, Known, source

_PACKAGE = Path(__file__).parent.parent


def as_dict(answer: Answer) -> dict[str, Any]:
    """The answer as JSON has it; an office has `held` where a date was asked for."""
    return {
        "name": answer.name,
        "on": answer.on,
        "found": [_known(known, answer.on) for known in answer.found],
        "meanings": answer.meanings,
        "decided_by": answer.decided_by,
        "nearest": answer.nearest,
    }


def _known(known: Known, on: str | None) -> dict[str, Any]:
    entry = known.entry
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind,
        "why": known.why,
        "country": known.country,
        "sector": list(known.sectors),
        "office": known.office.title if known.office else None,
        "aliases": list(entry.aliases),
        "offices": [_office(office, on) for office in entry.offices],
        "notes": entry.notes or None,
        "file": known.file,
        "line": known.line,
        "source": source(known.file) or None,
    }


def _office(office: Office, on: str | None) -> dict[str, Any]:
    found = {"title": office.title, "country": office.country, "sector": list(office.sectors), "start": office.start, "end": office.end}
    return found | ({"held": office.held_on(on)} if on else {})


def as_text(answer: Answer) -> str:
    """The answer in lines; the office held on the date is marked with `>`."""
    when = f" on {answer.on}" if answer.on else ""
    if not answer.found and not answer.meanings:
        alike = f" Spelt like it: {', '.join(answer.nearest)}." if answer.nearest else ""
        return f"Nobody called {answer.name} is known.{alike}\nAdd your own with --actors FILE; docs/knowledge.md shows how.\n"
    blocks = ["\n".join(_block(known, answer.on, when)) for known in answer.found]
    blocks += [f"{answer.name} is {meaning}" for meaning in map(_short, answer.meanings)]
    if answer.decided_by:
        blocks.append("\n".join(["Which of them an article means is decided by", *(f"  - {way}" for way in answer.decided_by)]))
    return "\n\n".join(blocks) + "\n"


def _block(known: Known, on: str | None, when: str) -> Iterator[str]:
    entry = known.entry
    yield f"{entry.name} · {entry.kind} · {known.country or 'no country'} · {' '.join(known.sectors) or 'no sector'}{when}"
    yield f"  found    {known.why}"
    if entry.aliases:
        yield f"  also     {', '.join(entry.aliases)}"
    for number, office in enumerate(entry.offices):
        yield f"  {'offices' if number == 0 else '':8}{'>' if on and office is known.office else ' '}{_line(office, entry.country)}"
    if on and entry.offices and known.office is None:
        yield f"           none held on {on}: {'counts by own sectors' if entry.sectors else 'counts by the last office'}"
    if entry.notes:
        yield f"  notes    {entry.notes}"
    yield f"  from     {_short(entry.place)}: {source(known.file) or 'names no source'}"


def _line(office: Office, home: str | None) -> str:
    place = "" if office.country == home else f" ({office.country or 'of no state'})"
    return f"{office.title}{place}, {' '.join(office.sectors)}, {office.start or '…'} to {office.end or 'now, as far as is known'}"


def _short(place: str) -> str:
    """A path inside the package from the package on."""
    return place.replace(f"{_PACKAGE}/", "sayso/")
