"""Events and stories of a dataset, one at a time, with all that an export may ask of them: parties, places, tolls, sources, evidence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sayso.dataset.finding import Query, selection
from sayso.dataset.store import Store

TOLLS = ("killed", "injured", "captured", "displaced")
Range = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Party:
    """Someone on one side."""

    name: str
    kind: str = ""
    country: str | None = None
    sectors: tuple[str, ...] = ()
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place."""

    name: str
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str = ""
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """One event, or one story with the events that tell it."""

    id: str
    story: str | None
    article: str
    """Of a story: the article that tells it first."""
    title: str | None
    url: str | None
    publishers: tuple[str, ...]
    """Each once; of an event its article's and those of its copies."""
    articles: int
    independent: int
    """Publishers that did not copy one another."""
    published: str | None
    last_published: str | None
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    reality: str
    start: str | None
    end: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    places: tuple[Spot, ...]
    latitude: float | None
    longitude: float | None
    precision: str | None
    tolls: dict[str, Range]
    attributed_to: str | None
    stance: str | None
    disputed: str | None
    confidence: float
    trigger: str
    trigger_start: int
    trigger_end: int
    evidence: str
    evidence_spans: tuple[tuple[str, int, int], ...]
    """Article, start and end of every sentence in `evidence`."""
    in_lead: bool
    version: str
    pipeline: dict[str, str]
    codes: dict[str, str] = field(default_factory=dict)

    @property
    def place(self) -> Spot | None:
        """The most specific place."""
        return self.places[0] if self.places else None

    @property
    def country(self) -> str | None:
        """The country of the first place that has one."""
        return next((place.country for place in self.places if place.country), None)

    @property
    def other_side(self) -> tuple[Party, ...]:
        """Whom it is done to; of mutual events, which list both sides as actors, all but the first."""
        return self.recipients or self.actors[1:]


_COLUMNS = """e.*, a.title, a.url, a.pipeline,
  e.trigger_start < CASE instr(a.text, char(10)) WHEN 0 THEN a.length ELSE instr(a.text, char(10)) END AS in_lead"""
_FIRST_FIRST = "ORDER BY e.published IS NULL, e.published, e.article, e.trigger_start, e.id"


def happenings(store: Store, query: Query | None = None, *, stories: bool = False) -> Iterator[Happening]:
    """The events that a query finds, or the stories, ordered by date and id whatever order they came in."""
    copies = _copies(store)
    condition = selection(store, query or Query(), stories=stories)
    if stories:
        for row in store.rows(f"SELECT s.* FROM stories s {condition.sql}", condition.values):
            yield _story(store, row, copies)
    else:
        for row in store.rows(f"SELECT {_COLUMNS} FROM events e JOIN articles a ON a.id = e.article {condition.sql}", condition.values):
            yield _event(store, row, copies)


def event(store: Store, key: str) -> Happening | None:
    """The event with this id."""
    rows = store.rows(f"SELECT {_COLUMNS} FROM events e JOIN articles a ON a.id = e.article WHERE e.id = ?", (key,))
    return next((_event(store, row, _copies(store)) for row in rows), None)


def story(store: Store, key: str) -> Happening | None:
    """The story with this id."""
    return next((_story(store, row, _copies(store)) for row in store.rows("SELECT * FROM stories WHERE id = ?", (key,))), None)


def members(store: Store, key: str) -> list[dict[str, Any]]:
    """The rows of a story's events, the earliest told first."""
    return list(store.rows(f"SELECT {_COLUMNS} FROM events e JOIN articles a ON a.id = e.article WHERE e.story = ? {_FIRST_FIRST}", (key,)))


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
        articles=row["articles"],
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
