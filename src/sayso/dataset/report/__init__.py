"""A report on a dataset: one page that needs nothing else, neither network nor fonts nor a server. The same dataset gives the same bytes."""

from __future__ import annotations

import base64
import hashlib
import sqlite3
from pathlib import Path

from sayso._version import __version__
from sayso.dataset.report import details, overview
from sayso.dataset.report.figures import Figures, Row
from sayso.dataset.report.html import number, text

__all__ = ["report"]

_HERE = Path(__file__).parent
_PARTS = {
    "when": "When", "where": "Where", "who": "Who", "whom": "To whom", "disputed": "Disputed", "tolls": "Tolls", "evidence": "Evidence",
    "quality": "Trust",
}  # fmt: skip


def report(connection: sqlite3.Connection, name: str) -> str:
    """The page about a dataset; `name` is what it is called there."""
    figures = Figures(connection)
    totals = figures.totals()
    style, script = ((_HERE / file).read_text(encoding="utf8") for file in ("style.css", "script.js"))
    parts = [
        overview.when(figures), overview.where(figures), overview.who(figures), overview.whom(figures),
        details.disputed(figures), details.tolls(figures), details.evidence(figures), details.quality(figures, totals),
    ]  # fmt: skip
    links = "".join(f'<li><a href="#{part}">{label}</a></li>' for part, label in _PARTS.items())
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src {_digest(script)}\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{text(name)}: a report by Sayso</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f'<header><h1>{text(name)}</h1><p>{_lead(totals)}</p>{overview.tiles(totals)}<nav aria-label="Parts of the report"><ul>{links}</ul></nav></header>\n'
        f"<main>\n{''.join(parts)}</main>\n"
        f"<footer><p>Made by Sayso {__version__}. Places: GeoNames (CC BY 4.0). Outlines of countries: Natural Earth, at 1:110 million; they say nothing about whose a land is.</p></footer>\n"
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def _digest(script: str) -> str:
    """What lets this script run and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _lead(totals: Row) -> str:
    """What the dataset is, in a sentence or two."""
    if not totals["articles"]:
        return "The dataset holds no article yet. Fill it with <code>sayso run</code>."
    days = " to ".join(dict.fromkeys(filter(None, (totals["first"], totals["last"]))))
    period = f", published {text(days)}" if days else ""
    stories = f", which make {number(totals['stories'])} stories" if totals["stories"] else ""
    return f"Who did what to whom, and on whose say-so: {number(totals['events'])} events{stories} read from {number(totals['articles'])} articles{period}."
