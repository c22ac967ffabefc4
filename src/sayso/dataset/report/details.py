"""The second half of the report: what is disputed, tolls, a sample with its evidence, and what to know before relying on it."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from sayso.dataset.report import charts, samples
from sayso.dataset.report.figures import Figures, Row
from sayso.dataset.report.html import behind, days, link, section, share, table, text
from sayso.dataset.report.words import PARTS, class_number, class_of

_DISPUTED, _TOLLS, _SAMPLES = 8, 12, 12
_STANCES = {"asserts": "says so", "confirms": "confirms it", "denies": "denies it", "doubts": "doubts it"}


def disputed(figures: Figures) -> str:
    """The most disputed stories or events, with who says what."""
    found = samples.disputed(figures, _DISPUTED)
    if not found:
        return section("disputed", "What is disputed", "<p>Nobody is known to deny or doubt any of it.</p>")
    told = "Where one denies or doubts what another says. Sayso keeps both and does not decide between them."
    return section("disputed", "What is disputed", f"<p>{told}</p>", *map(_dispute, found))


def _dispute(row: Row) -> str:
    about = f'<p class="soft">Disputed: {text(row["disputed"])}</p>' if row["disputed"] else ""
    says = "".join(
        f'<li><b>{text(say["speaker"])}</b> <span class="{"against" if say["stance"] in ("denies", "doubts") else "for"}">{_STANCES[say["stance"]]}</span>: '
        f"“{text(say['content'])}”{_source(say['publisher'], say['published'])}</li>"
        for say in row["says"]
    )
    return f'<article class="card"><h3>{_headline(row)}</h3>{about}<ul>{says}</ul><small>{text(row["id"])}</small></article>'


def _headline(row: Row) -> str:
    """An event or a story in a line."""
    kind = f'<span class="tag back{class_number(class_of(row["type"]))}">{text(row["type"])}{"/" + text(row["mode"]) if row["mode"] else ""}</span>'
    sides = " → ".join(filter(None, (_short(row["actors"]), _short(row["recipients"])))) or "by whom is not told"
    rest = ", ".join(filter(None, (_short((row["places"] or "").partition("; ")[0]), days(row["start"], row["end"]))))
    return f"{kind} {text(sides)}{f' <span class=soft>{text(rest)}</span>' if rest else ''}"


def _short(names: str | None) -> str:
    found = (names or "").split("; ")
    return "; ".join(found[:3]) + (f" and {len(found) - 3} more" if len(found) > 3 else "")


def _source(publisher: str, published: str) -> str:
    told = ", ".join(filter(None, (publisher, published)))
    return f" <small>({text(told)})</small>" if told else ""


def tolls(figures: Figures) -> str:
    """What killed most, as ranges."""
    found = samples.tolls(figures, _TOLLS)
    if not found:
        return section("tolls", "Tolls", "<p>No event that happened tells how many were killed.</p>")
    end = max(max(row["killed_max"] or 0, row["killed_min"] or 0) for row in found)
    told = "The highest figures of people killed, each from the lowest to the highest that anybody gives, on a scale where each line is ten times the one before; an arrow means “or more”."
    lines = "".join(
        f'<tr><th scope="row">{_headline(row)}</th><td class="n">{_range(row)}</td><td class="bars">{charts.ranges(row["killed_min"], row["killed_max"], end, f"killed: {_range(row)}")}</td>'
        f"<td>{'<br>'.join(_figure(figure) for figure in row['figures'])}</td></tr>"
        for row in found
    )
    head = '<tr><th scope="col">What</th><th scope="col" class="n">Killed</th><th scope="col"><span class="unseen">Range</span></th><th scope="col">Who gives which figure</th></tr>'
    return section("tolls", "Tolls", f"<p>{told}</p>", f'<div class="wide"><table><thead>{head}</thead><tbody>{lines}</tbody></table></div>')


def _range(row: Row) -> str:
    low, high = row["killed_min"], row["killed_max"]
    if low is None or high is None:
        return f"at least {low:,}" if low is not None else f"at most {high:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _figure(figure: Row) -> str:
    who = f" on the word of {text(_short(figure['attributed_to']))}" if figure["attributed_to"] else ""
    published = f", {text(figure['published'])}" if figure["published"] else ""
    return f"{_range(figure)}: {text(figure['publisher'])}{who}{published}"


def evidence(figures: Figures) -> str:
    """One event of each type with its evidence."""
    found = samples.rows(figures, _SAMPLES)
    if not found:
        return section("evidence", "A sample, with its evidence", "<p>The dataset has no event.</p>")
    key = "".join(f'<li><mark class="{part}">{label}</mark></li>' for part, label in PARTS.items())
    told = "One event of each type, of those that tell most. Every field of an event points at the words it was read from."
    return section("evidence", "A sample, with its evidence", f"<p>{told}</p>", f'<ul class="key">{key}</ul>', *map(_sample, found))


def _sample(row: Row) -> str:
    words = "".join(
        f'<mark class="{part}" title="{PARTS[part]}">{text(piece)}<span class="unseen"> ({PARTS[part]})</span></mark>' if part else text(piece)
        for part, piece in row["pieces"]
    )
    fields = (("reality", row["reality"]), ("where", row["places"]), ("when", days(row["start"], row["end"])))
    told = [f"{name}: {text(value)}" for name, value in fields if value]
    says = zip((row["attributed_to"] or "").split("; "), (row["stance"] or "").split("; "), strict=False)
    word = "; ".join(f"{text(speaker)} ({text(stance)})" for speaker, stance in says if speaker) or "the article itself"
    title = link(row["title"] or urlsplit(row["url"] or "").netloc or "an article without a title", row["url"])
    source = ", ".join(filter(None, (text(row["publisher"]), text(row["published"]))))
    return (
        f'<article class="card"><h3>{_headline(row)}</h3><blockquote>{words}</blockquote><p>On the word of: <b>{word}</b>. '
        f'<span class="soft">{"; ".join(told)}.</span></p><small>{title}{f" ({source})" if source else ""} · {text(row["id"])}</small></article>'
    )


def quality(figures: Figures, totals: Row) -> str:
    """What to know before relying on it."""
    gaps, events = figures.gaps(), totals["events"]
    reasons = ", ".join(f"{row['reason']} {row['count']:,}" for row in figures.quarantine())
    notes = [
        ["Inputs that could not be coded (quarantined)", totals["quarantined"], reasons],
        ["Articles that are copies of another one's text", totals["copies"], share(totals["copies"], totals["articles"])],
        ["Articles in which no event was found", totals["silent"], share(totals["silent"], totals["articles"])],
        ["Articles without a date", totals["undated_articles"], share(totals["undated_articles"], totals["articles"])],
        ["Events without a date", gaps["date"], share(gaps["date"], events)],
        ["Events without a place", gaps["place"], share(gaps["place"], events)],
        ["Events without a point on the map", gaps["point"], share(gaps["point"], events)],
        ["Events that do not tell who did it", gaps["doer"], share(gaps["doer"], events)],
        ["Events on somebody's word, not the publisher's own", gaps["said"], share(gaps["said"], events)],
        ["Changes that people made to what the machine read", totals["corrections"], f"by {totals['correctors']}" if totals["corrections"] else ""],
    ]  # fmt: skip
    realities = [[row["reality"], row["count"], share(row["count"], events)] for row in figures.realities()]
    publishers = [[row["publisher"], row["articles"], row["copies"]] for row in figures.publishers(15)]
    made = [[*_pipeline(row["pipeline"]), row["articles"]] for row in figures.pipelines()]
    linked = (
        ""
        if totals["stories"]
        else "<p>Stories have not been linked yet, so that an event reported by several articles counts several times: run <code>sayso link</code>.</p>"
    )
    told = "Everything here was read by a program. It misses events, and gets some wrong; look at the evidence before you rely on a single row."
    return section(
        "quality", "How far to trust it", f"<p>{told}</p>", linked, table("What is missing", ["Note", "How many", "Share, or more"], notes),
        behind("Realities: what happened, and what was threatened, planned or denied", table("Events by reality", ["Reality", "Events", "Share"], realities)),
        behind("Who published", table("The publishers with most articles", ["Publisher", "Articles", "Of them copies"], publishers)),
        behind("Which software", table("What made the records", ["Sayso", "Model", "Knowledge", "Articles"], made)),
    )  # fmt: skip


def _pipeline(written: str) -> list[str]:
    found = json.loads(written)
    return [str(found.get("version", "")), str(found.get("model", ""))[:12], str(found.get("knowledge", ""))[:12]]
