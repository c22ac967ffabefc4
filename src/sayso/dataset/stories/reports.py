"""Events as reports of a happening: what of each is compared with others."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from sayso.dataset.store import Store

ALWAYS = 10**7
"""A day after every day; its negative is one before."""
KINDS = ("killed", "injured", "captured", "displaced")
"""What a toll counts."""
SETTLED = frozenset({"happened", "ongoing"})
_NAMED = frozenset({"person", "organization", "group"})
_AROUND = 160
"""Characters on either side of a trigger that tell what it is about."""
_TELLING = re.compile(r"\b(?:\d+\b|\w{5,}|[A-ZÀ-ÖØ-Þ]\w{2,})")
"""Words worth comparing: numbers, long ones, and capitalised ones; the short ones are mostly grammar."""
_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s")
_STEM = 3
"""Letters that a word keeps."""
_HEADS = """
SELECT e.id, e.article, e.type, e.mode, e.reality, e.start, e."end", e.published, e.publisher, a.url, e.place_countries, e.latitude, e.longitude,
       e.precision, e.killed_min, e.killed_max, e.injured_min, e.injured_max, e.captured_min, e.captured_max, e.displaced_min, e.displaced_max,
       e."trigger", e.evidence, substr(a.text, max(1, e.trigger_start + 1 - ?), e.trigger_end - e.trigger_start + 2 * ?) AS around
FROM events e JOIN articles a ON a.id = e.article ORDER BY e.id
"""
_PARTIES = """
SELECT l.source, l.relation, a.name, a.kind, a.country, a.knowledge_id
FROM links l JOIN actors a ON a.id = l.target WHERE l.relation IN ('actor', 'recipient')
"""
_PLACES = """
SELECT l.source, p.name, p.geonames_id, p.precision FROM links l JOIN places p ON p.id = l.target WHERE l.relation = 'place'
"""


Toll = tuple[int | None, int | None]
"""At least and at most so many people; an open bound is None."""


@dataclass(slots=True)
class Parties:
    """Who and where, of one event, each as a set of keys."""

    actors: set[str]
    recipients: set[str]
    named: set[str]
    """Those of them that are people, organisations or groups with a name of their own."""
    sides: set[str]
    """Countries of those involved."""
    doers: set[str]
    """Countries of the actors."""
    people: set[str]
    """Those of the actors that are persons."""
    places: set[str]
    """Places more exact than a country."""


@dataclass(slots=True)
class Report:
    """What one article says of one happening. Days are counted as `date.toordinal` does."""

    id: str
    article: str
    type: str
    mode: str | None
    settled: bool
    """Whether it is told as having happened or going on."""
    stem: str
    words: frozenset[str]
    """Of the sentences it was read from."""
    around: frozenset[str]
    """Of the words around its trigger."""
    parties: Parties
    countries: frozenset[str]
    """Of its places."""
    point: tuple[float, float] | None
    first: int
    last: int
    """Days between which it lies by what the text says; from or until ever where it does not say."""
    exact: bool
    """Whether the day it began is known."""
    published: int | None
    tolls: dict[str, Toll]
    source: str
    """Publisher, or the host of the address where none is named."""

    @property
    def dated(self) -> bool:
        """Whether the text says anything of when."""
        return self.first > -ALWAYS

    @property
    def day(self) -> int | None:
        """The day by which it is sought: its own where it is known, else that of its article."""
        return self.first if self.exact else self.published


def read_reports(store: Store) -> list[Report]:
    """Every event of a dataset as a report, in the order of their ids."""
    parties = _parties(store)
    return [_report(row, parties.get(row["id"]) or _nobody()) for row in store.rows(_HEADS, (_AROUND, _AROUND))]


def _nobody() -> Parties:
    return Parties(set(), set(), set(), set(), set(), set(), set())


def _parties(store: Store) -> dict[str, Parties]:
    found: defaultdict[str, Parties] = defaultdict(_nobody)
    for source, relation, name, kind, country, known in store.connection.execute(_PARTIES):
        one = found[source]
        key = known or name.casefold()
        (one.actors if relation == "actor" else one.recipients).add(key)
        if kind in _NAMED and (known or not name.islower()):
            one.named.add(key)
        if country:
            one.sides.add(country)
            if relation == "actor":
                one.doers.add(country)
        if kind == "person" and relation == "actor":
            one.people.add(key)
    for source, name, geonames, precision in store.connection.execute(_PLACES):
        if precision not in ("country", "region") or geonames is None:
            found[source].places.add(str(geonames) if geonames else name.casefold())
    return found


def _report(row: dict[str, Any], parties: Parties) -> Report:
    published, settled = day_of(row["published"]), row["reality"] in SETTLED
    first, last = window(row["start"], row["end"], published, settled=settled)
    pointed = row["latitude"] is not None and row["precision"] in ("point", "city", "admin2")
    return Report(
        id=row["id"],
        article=row["article"],
        type=row["type"],
        mode=row["mode"],
        settled=settled,
        stem=stem(row["trigger"].partition(" ")[0]),
        words=words(row["evidence"]),
        around=words(row["around"]),
        parties=parties,
        countries=frozenset(country for country in (row["place_countries"] or "").split("; ") if country),
        point=(row["latitude"], row["longitude"]) if pointed else None,
        first=first,
        last=last,
        exact=len(row["start"] or "") == len("2000-01-01") and row["start"][0] != "-",
        published=published,
        tolls={kind: (row[f"{kind}_min"], row[f"{kind}_max"]) for kind in KINDS if (row[f"{kind}_min"], row[f"{kind}_max"]) != (None, None)},
        source=source_of(row["publisher"], row["url"]),
    )


def source_of(publisher: str | None, url: str | None) -> str:
    """Who published it: the publisher's name, else the host of the address, else nothing."""
    return (publisher or urlsplit(url or "").hostname or "").casefold().removeprefix("www.")


def words(text: str) -> frozenset[str]:
    """The stems of the words that are worth comparing."""
    return frozenset(map(stem, _TELLING.findall(text)))


@cache
def stem(word: str) -> str:
    """A word in small letters, without its commonest ending."""
    word = word.casefold()
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


def window(start: str | None, end: str | None, published: int | None, *, settled: bool) -> tuple[int, int]:
    """The first and the last day on which something can lie; what has happened did so before it was published."""
    latest = published if settled and published is not None else ALWAYS
    first = days(start)
    if first is None:
        return -ALWAYS, latest
    until = days(end)
    return first[0], max(first[1], until[1]) if until else max(first[1], latest)


@cache
def days(value: str | None) -> tuple[int, int] | None:
    """First and last day of a date as exact as known; None where the year is not known."""
    parts = (value or "").split("-")
    if not all(part.isdigit() for part in parts):
        return None
    year, month, day = (*(int(part) for part in parts), 0, 0)[:3]
    try:
        last = day or calendar.monthrange(year, month or 12)[1]
        return date(year, month or 1, day or 1).toordinal(), date(year, month or 12, last).toordinal()
    except ValueError:
        return None


def day_of(published: str | None) -> int | None:
    """The day of publication; None where it is not known to the day."""
    found = days(published[:10]) if published else None
    return found[0] if found and found[0] == found[1] else None
