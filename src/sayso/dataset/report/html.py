"""Small pieces of HTML. Whatever comes from articles passes `text`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from sayso.dataset.report.timeline import MONTHS

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BIDI = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Letters that would turn the text after them round."""
Cell = str | int | None


def text(value: object) -> str:
    """Text that can do no harm on a page."""
    return escape(_BIDI.sub("", _CONTROLS.sub("\ufffd", str(value)))) if value is not None else ""


def number(count: int) -> str:
    """With commas at the thousands."""
    return f"{count:,}"


def share(part: int, whole: int) -> str:
    """In per cent, `less than 1 %` where it is not nothing."""
    if not whole or not part:
        return "none"
    return f"{100 * part / whole:.0f} %" if part * 100 >= whole else "less than 1 %"


def days(start: str | None, end: str | None) -> str:
    """From when to when; a date of no known year says so."""
    found = list(dict.fromkeys(_day(day) for day in (start, end) if day))
    return " to ".join(found) + (", year unknown" if any(day and day.startswith("--") for day in (start, end)) else "")


def _day(iso: str) -> str:
    """A date as it stands; a month and day of no known year in words."""
    if not iso.startswith("--"):
        return iso
    return f"{iso[5:7].lstrip('0')} {MONTHS[int(iso[2:4]) - 1]}".strip()


def link(label: str, url: str | None) -> str:
    """A link where the address is one of the web; else the label alone."""
    if url and re.match(r"https?://[^\s]+$", url):
        return f'<a href="{text(url)}" rel="noopener noreferrer nofollow">{text(label)}</a>'
    return text(label)


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A table whose first column names its rows; numbers stand to the right."""
    body = list(rows)
    right = [any(isinstance(row[at], int) for row in body) for at in range(len(heads))]
    head = "".join(f'<th scope="col"{_right(right[at])}>{text(name)}</th>' for at, name in enumerate(heads))
    lines = ("".join(_cell(value, at, right=right[at]) for at, value in enumerate(row)) for row in body)
    cells = "".join(f"<tr>{line}</tr>" for line in lines)
    return f'<div class="wide"><table><caption>{text(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{cells}</tbody></table></div>'


def _cell(value: Cell, at: int, *, right: bool) -> str:
    shown = number(value) if isinstance(value, int) else text(value)
    return f'<th scope="row">{shown}</th>' if at == 0 else f"<td{_right(right)}>{shown}</td>"


def _right(right: bool) -> str:
    return ' class="n"' if right else ""


def behind(summary: str, body: str) -> str:
    """What opens on a click."""
    return f"<details><summary>{text(summary)}</summary>{body}</details>"


def section(name: str, title: str, *parts: str) -> str:
    """A part of the page with its heading."""
    return f'<section aria-labelledby="{name}"><h2 id="{name}">{text(title)}</h2>{"".join(parts)}</section>\n'
