"""Events and stories of a dataset, one at a time, with their parties, places, tolls, sources and evidence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sayso.dataset.finding import Query, selection
from sayso.dataset.happening import TOLLS, Happening, Party, Spot
from sayso.dataset.store import Store

_EVENTS, _STORIES = "events e JOIN articles a ON a.id = e.article", "stories s"
_COLUMNS = """e.*, a.title, a.url, a.pipeline,
  e.trigger_start < CASE instr(a.text, char(10)) WHEN 0 THEN a.length ELSE instr(a.text, char(10)) END AS in_lead"""
_EVENT_ORDER = "coalesce(e.start, e.published, ''), e.article, e.trigger_start, length(e.id), e.id"
_STORY_ORDER = "coalesce(s.start, s.first_published, ''), s.id"


def happenings(store: Store, query: Query | None = None, *, stories: bool = False) -> Iterator[Happening]:
    """The events that a query finds, or the stories, ordered by date and id whatever order they came in."""
    copies = _copies(store)
    found = selection(store, query or Query(), stories=stories)
    if stories:
        for row in store.rows(f"SELECT s.* FROM {_STORIES} {found.sql} ORDER BY {_STORY_ORDER}", found.values):
            yield _story(store, row, copies)
    else:
        for row in store.rows(f"SELECT {_COLUMNS} FROM {_EVENTS} {found.sql} ORDER BY {_EVENT_ORDER}", found.values):
            yield _event(store, row, copies)


def count(store: Store, query: Query | None = None, *, stories: bool = False) -> int:
    """How many a query finds."""
    found = selection(store, query or Query(), stories=stories)
    (row,) = store.rows(f"SELECT count(*) AS found FROM {_STORIES if stories else _EVENTS} {found.sql}", found.values)
    return int(row["found"])


def event(store: Store, key: str) -> Happening | None:
    """The event with this id."""
    rows = store.rows(f"SELECT {_COLUMNS} FROM {_EVENTS} WHERE e.id = ?", (key,))
    return next((_event(store, row, _copies(store)) for row in rows), None)


def story(store: Store, key: str) -> Happening | None:
    """The story with this id, or the one that the event it is named after belongs to now (`story/ARTICLE/e3`)."""
    named_after = key.removeprefix("story/")
    sql = "SELECT s.* FROM stories s WHERE s.id = ? OR (s.id = (SELECT story FROM events WHERE id = ?) AND ? != ?) ORDER BY s.id != ?"
    rows = store.rows(sql, (key, named_after, named_after, key, key))
    return next((_story(store, row, _copies(store)) for row in rows), None)


def members(store: Store, key: str) -> list[dict[str, Any]]:
    """The rows of a story's events, the earliest told first."""
    order = "e.published IS NULL, e.published, e.article, e.trigger_start, e.id"
    return list(store.rows(f"SELECT {_COLUMNS} FROM {_EVENTS} WHERE e.story = ? ORDER BY {order}", (key,)))


def _event(store: Store, row: dict[str, Any], copies: dict[str, list[str | None]]) -> Happening:
    actors, recipients = _parties(store, row["id"])
    also = copies.get(row["article"], [])
    return Happening(
        story=row["story"],
        publishers=_once([row["publisher"], *also]),
        articles=1 + len(also),
        independent=1,
        last_published=row["published"],
        actors=actors,
        recipients=recipients,
        places=_places(store, row["id"]),
        attributed_to=row["attributed_to"],
        stance=row["stance"],
        evidence=row["evidence"],
        evidence_spans=_spans(row),
        **_told(row),
        **_common(row),
    )


def _story(store: Store, row: dict[str, Any], copies: dict[str, list[str | None]]) -> Happening:
    told = members(store, row["id"])
    sides = [_parties(store, event["id"]) for event in told]
    known = {party.name: party for side in reversed(sides) for party in (*side[1], *side[0])}
    spots = {spot.name: spot for event in reversed(told) for spot in _places(store, event["id"])}
    say_so = _once([pair for event in told for pair in zip(_parts(event["attributed_to"]), _parts(event["stance"]), strict=False)])
    first = told[0] if told else {}
    return Happening(
        story=row["id"],
        publishers=_once([name for event in told for name in (event["publisher"], *copies.get(event["article"], []))]),
        articles=sum(1 + len(copies.get(article, ())) for article in {event["article"] for event in told}),
        independent=row["publishers"],
        last_published=row["last_published"],
        actors=_named(known, row, "actor"),
        recipients=_named(known, row, "recipient"),
        places=tuple(
            spots.get(name, Spot(name, country or None)) for name, country in _pairs(row["places"], row["place_countries"])
        ),
        attributed_to="; ".join(name for name, _ in say_so) or None,
        stance="; ".join(stance for _, stance in say_so) or None,
        evidence=" … ".join(event["evidence"] for event in told),
        evidence_spans=tuple(span for event in told for span in _spans(event)),
        **{**_told(first), "published": row["first_published"], "confidence": max((event["confidence"] for event in told), default=0.0)},
        **_common({**row, "contexts": "; ".join(_once([name for event in told for name in _parts(event["contexts"])]))}),
    )  # fmt: skip


def _common(row: dict[str, Any]) -> dict[str, Any]:
    """What events and stories have in columns of the same names."""
    same = ("id", "type", "mode", "reality", "start", "end", "latitude", "longitude", "precision", "disputed")
    tolls = {kind: (row[f"{kind}_min"], row[f"{kind}_max"]) for kind in TOLLS}
    return {**{name: row[name] for name in same}, "contexts": tuple(_parts(row["contexts"])), "tolls": tolls}


def _told(row: dict[str, Any]) -> dict[str, Any]:
    """How one article tells it."""
    pipeline = json.loads(row["pipeline"]) if row else {}
    return {
        "article": row.get("article", ""),
        "title": row.get("title"),
        "url": row.get("url"),
        "published": row.get("published"),
        "confidence": row.get("confidence", 0.0),
        "trigger": row.get("trigger", ""),
        "trigger_start": row.get("trigger_start", 0),
        "trigger_end": row.get("trigger_end", 0),
        "in_lead": bool(row.get("in_lead")),
        "version": row.get("sayso_version", ""),
        "pipeline": pipeline,
        "codes": json.loads(row.get("codes") or "{}"),
    }


def _parties(store: Store, key: str) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Actors and recipients of an event, in its order."""
    found: dict[str, list[Party]] = {"actor": [], "recipient": []}
    for row in store.rows(
        "SELECT l.relation, a.name, a.kind, a.country, a.sector, a.office FROM links l JOIN actors a ON a.id = l.target "
        "WHERE l.source = ? AND l.relation IN ('actor', 'recipient') ORDER BY l.position, l.target",
        (key,),
    ):
        sectors = tuple((row["sector"] or "").split("+")) if row["sector"] else ()
        found[row["relation"]].append(Party(row["name"], row["kind"], row["country"], sectors, row["office"]))
    return tuple(found["actor"]), tuple(found["recipient"])


def _places(store: Store, key: str) -> tuple[Spot, ...]:
    rows = store.rows(
        "SELECT p.name, p.country, p.admin1, p.latitude, p.longitude, p.precision, p.geonames_id FROM links l JOIN places p ON p.id = l.target "
        "WHERE l.source = ? AND l.relation = 'place' ORDER BY l.position, l.target",
        (key,),
    )
    return tuple(Spot(**row) for row in rows)


def _named(known: dict[str, Party], row: dict[str, Any], side: str) -> tuple[Party, ...]:
    """The parties of a story, known by the events that name them."""
    pairs = _pairs(row[f"{side}s"], row[f"{side}_countries"])
    return tuple(known.get(name, Party(name, country=country or None)) for name, country in pairs)


def _spans(row: dict[str, Any]) -> tuple[tuple[str, int, int], ...]:
    return tuple((row["article"], start, end) for start, end in json.loads(row["detail"])["evidence_spans"])


def _copies(store: Store) -> dict[str, list[str | None]]:
    """Publishers of the copies of articles."""
    found: dict[str, list[str | None]] = {}
    for row in store.rows("SELECT copy_of, publisher FROM articles WHERE copy_of IS NOT NULL ORDER BY copy_of, publisher, id"):
        found.setdefault(row["copy_of"], []).append(row["publisher"])
    return found


def _pairs(names: str | None, countries: str | None) -> list[tuple[str, str]]:
    first, second = _parts(names), _parts(countries)
    return list(zip(first, second + [""] * (len(first) - len(second)), strict=False))


def _parts(cell: str | None) -> list[str]:
    return cell.split("; ") if cell else []


def _once(values: list[Any]) -> tuple[Any, ...]:
    """What there is, each once, in order."""
    return tuple(dict.fromkeys(value for value in values if value))
