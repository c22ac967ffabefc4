"""The first half of the report: what is in the dataset, when, where, who, and who did what to whom."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from sayso.dataset.report import charts
from sayso.dataset.report.figures import Figures, Row
from sayso.dataset.report.html import Cell, behind, number, section, table, text
from sayso.dataset.report.timeline import timeline
from sayso.dataset.report.words import CLASSES, OTHER_CLASS, class_number, class_of, country, side
from sayso.dataset.report.world import WORLD, views, world_map
from sayso.knowledge.ontology import load_ontology

_VAGUE = ("/state", "/civil")
"""Sides that could be anybody's."""
_PLACES, _LISTED, _ACTORS, _SIDES = 400, 20, 20, 10


def tiles(totals: Row) -> str:
    """The largest figures."""
    shown = {"articles": "article", "publishers": "publisher", "events": "event", "statements": "statement"}
    shown |= {"stories": "story"} if totals["stories"] else {}
    return f'<ul class="tiles">{"".join(f"<li><b>{number(totals[name])}</b> {one if totals[name] == 1 else name}</li>" for name, one in shown.items())}</ul>'


def when(figures: Figures) -> str:
    """Counts over time by type."""
    line, types = timeline(figures.days()), figures.types()
    if not line.steps:
        return section("when", "When it happened", "<p>No event that happened has a date with a year.</p>")
    classes = [*CLASSES.items(), (OTHER_CLASS, tuple(row["type"] for row in types if class_of(row["type"]) == OTHER_CLASS))]
    stacks = [(class_number(name), name, line.of(own)) for name, own in classes if any(line.of(own))]
    key = "".join(f'<li><i class="back{at}"></i>{text(name)}</li>' for at, name, _ in stacks)
    title = f"Events per {line.unit}, {line.steps[0]} to {line.steps[-1]}"
    chart = f'<div class="wide" tabindex="0">{charts.columns(line.steps, stacks, title)}</div><ul class="key">{key}</ul>'
    told = "Only what happened or goes on is counted here; threats, plans, demands and denials are not."
    left = (
        f" {number(line.left_out)} further events with a date lie outside these years, or their date is less exact than a {line.unit}."
        if line.left_out
        else ""
    )
    heads = [line.unit.capitalize(), *(name for _, name, _ in stacks), "All"]
    rows: list[list[Cell]] = [[step, *(own[at] for _, _, own in stacks), sum(own[at] for _, _, own in stacks)] for at, step in enumerate(line.steps)]
    small = "".join(_small(row, line.counts.get(row["type"], []), line.unit) for row in types)
    return section(
        "when", "When it happened", f"<p>{text(told + left)}</p>", chart, behind("The chart as a table", table(title, heads, rows)),
        "<h3>By type of event</h3>", f'<ul class="small">{small}</ul>',
    )  # fmt: skip


def _small(row: Row, counts: Sequence[int], unit: str) -> str:
    known = load_ontology().types.get(row["type"])
    about = text(known.about) if known else ""
    chart = charts.small_columns(counts, class_number(class_of(row["type"])), f"{row['type']} per {unit}") if any(counts) else ""
    return f'<li><b>{text(row["type"])}</b><span>{number(row["count"])}</span>{chart}<div class="soft">{about}</div></li>'


def where(figures: Figures) -> str:
    """The map, with its tables."""
    countries, points = figures.countries(), figures.points(_PLACES)
    if not countries and not points:
        return section("where", "Where it happened", "<p>No event that happened has a place.</p>")
    first, second = views(points)
    offer = "Show the whole world" if second == WORLD else "Look closer, at where half of it happened"
    button = "" if first == second else f'<p><button id="widen" type="button" aria-pressed="false" hidden data-script>{offer}</button></p>'
    told = "The stronger a country's colour, the more happened there; circles are places more exact than a country, the larger the more."
    listed = [[(row["name"] or "").partition("; ")[0], country((row["country"] or "").partition("; ")[0]), row["count"]] for row in points[:_LISTED]]
    lands = [[country(row["country"]), row["count"]] for row in countries[:_LISTED]]
    tables = table(f"The {len(listed)} places with most events", ["Place", "Country", "Events"], listed)
    tables += table(f"The {len(lands)} countries with most events", ["Country", "Events"], lands)
    return section(
        "where",
        "Where it happened",
        f"<p>{told}</p>",
        button,
        f'<div class="map">{world_map(countries, points)}</div>',
        behind("The map as tables", tables),
    )


def who(figures: Figures) -> str:
    """Main actors."""
    actors = figures.actors(_ACTORS)
    if not actors:
        return section("who", "Who acts", "<p>No event names who did it.</p>")
    most = max(max(row["done"], row["met"]) for row in actors) or 1
    head = '<tr><th scope="col">Actor</th><th scope="col">Country</th><th scope="col" class="n">Does</th><th scope="col" class="n">Has done to it</th><th scope="col" class="n">Says</th><th scope="col"><span class="unseen">Bars: does above, has done to it below</span></th></tr>'
    lines = "".join(
        f'<tr><th scope="row">{text(row["name"])}</th><td>{text(country(row["country"]) if row["country"] else "")}</td><td class="n">{number(row["done"])}</td>'
        f'<td class="n">{number(row["met"])}</td><td class="n">{number(row["said"])}</td><td class="bars" aria-hidden="true">{_bar(row["done"], most, 3)}{_bar(row["met"], most, 1)}</td></tr>'
        for row in actors
    )
    key = '<ul class="key"><li><i class="back3"></i>does</li><li><i class="back1"></i>has done to it</li></ul>'
    told = f"The {len(actors)} who do most, in events of every kind and reality; the last figure counts their statements. Unnamed groups of people are left out."
    return section("who", "Who acts", f"<p>{told}</p>", key, f'<div class="wide"><table><thead>{head}</thead><tbody>{lines}</tbody></table></div>')


def _bar(count: int, most: int, colour: int) -> str:
    return f'<span class="bar back{colour}" style="width:{100 * count / most:.1f}%"></span>'


def whom(figures: Figures) -> str:
    """The matrix of who did what to whom."""
    pairs = figures.pairs()
    sides: Counter[str] = Counter()
    for row in pairs:
        sides[row["doer"]] += row["count"]
        sides[row["other"]] += row["count"]
    shown = sorted(sides.keys() - set(_VAGUE), key=lambda name: (-sides[name], name))[:_SIDES]
    if not shown:
        return section("whom", "Who does what to whom", "<p>No event that happened names both sides.</p>")
    cells: dict[tuple[str, str], dict[str, int]] = {}
    for row in pairs:
        cells.setdefault((row["doer"], row["other"]), {})[row["type"]] = row["count"]
    most = max((sum(own.values()) for (one, other), own in cells.items() if one in shown and other in shown), default=1)
    head = "".join(f'<th scope="col">{text(side(name))}</th>' for name in shown)
    lines = "".join(
        f'<tr><th scope="row">{text(side(name))}</th>{"".join(_matrix_cell(cells.get((name, other), {}), most) for other in shown)}</tr>'
        for name in shown
    )
    types = sorted({row["type"] for row in pairs})
    options = "".join(f"<option>{text(type)}</option>" for type in types)
    choose = f'<p class="choose" hidden data-script><label>Type of event <select id="type"><option value="">all types</option>{options}</select></label></p>'
    told = "Rows do, columns have it done to them. Blue cells are mostly cooperation, red ones mostly conflict. Those who did something together, as talks or clashes, count as doing it to one another. States and people of no known country are left out."
    grid = f'<div class="wide" tabindex="0"><table class="matrix"><caption>The {len(shown)} sides with most events that happened</caption><thead><tr><td></td>{head}</tr></thead><tbody>{lines}</tbody></table></div>'
    listed = [
        [side(row["doer"]), row["type"], side(row["other"]), row["count"]]
        for row in sorted(pairs, key=lambda row: (-row["count"], row["doer"], row["other"], row["type"]))[:30]
    ]
    return section(
        "whom",
        "Who does what to whom",
        f"<p>{told}</p>",
        choose,
        grid,
        behind("The most frequent, by type", table("Who did what to whom most often", ["Who", "What", "To whom", "Events"], listed)),
    )


def _matrix_cell(own: dict[str, int], most: int) -> str:
    total = sum(own.values())
    told = ", ".join(f"{type} {count:,}" for type, count in sorted(own.items(), key=lambda item: (-item[1], item[0])))
    friendly = sum(count for type, count in own.items() if class_number(class_of(type)) < 2)
    colour = "blue" if friendly * 2 > total else "red"
    return f'<td class="{colour}" style="--heat:{(total / most) ** 0.5:.2f}" title="{text(told)}" data-types="{text(json.dumps(own, sort_keys=True))}">{number(total) if total else ""}</td>'
