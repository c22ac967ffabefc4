"""Questions to a dataset: which events, or which stories, have what is asked for."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from typing import Any

from sayso.dataset.countries import codes_by_name, load_countries
from sayso.dataset.store import Store
from sayso.errors import InputError
from sayso.knowledge.actor_tables import SECTORS
from sayso.knowledge.names import key, plain
from sayso.knowledge.ontology import load_ontology
from sayso.readers.dates import parse_date
from sayso.readers.decoding import without_surrogates


@dataclass(frozen=True, slots=True)
class Query:
    """What an event must have; several values of one kind are alternatives, several kinds must all hold.

    `actor`, `recipient` and `said_by` take a name, a country (`TUR`, `Turkey`), a sector (`REB`) or both (`TUR MIL`); `place` takes a
    name or a country. Raises InputError for what is no type, mode, reality or date.
    """

    type: tuple[str, ...] = ()
    """PLOVER types, or types with their mode: `ASSAULT/aerial`."""
    mode: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    start: str | None = None
    """The event goes on or takes place on this day or later: `2018-01-15`, `2018-01` or `2018`."""
    end: str | None = None
    """… or earlier; the whole month or year where no day is given."""
    reality: tuple[str, ...] = ()
    disputed: bool = False
    said_by: tuple[str, ...] = ()
    text: str | None = None
    """Words of the article, all of which must be there; `"a phrase"` and `begin*` are understood."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in SQL, with its values; none where it is empty."""

    sql: str
    values: tuple[Any, ...]


def selection(store: Store, query: Query, *, stories: bool) -> Condition:
    """What comes after `FROM events e JOIN articles a`, or after `FROM stories s`; a story is found by what any of its events has."""
    _prepare(store.connection)
    parts = _conditions(store, query)
    values = tuple(value for part in parts for value in part.values)
    where = f"WHERE {' AND '.join(part.sql for part in parts)}" if parts else ""
    if stories and where:
        where = f"WHERE s.id IN (SELECT e.story FROM events e JOIN articles a ON a.id = e.article {where})"
    return Condition(where, values)


def _prepare(connection: sqlite3.Connection) -> None:
    """Give a connection the function that names are compared by, once: while it answers a question it takes no other in its place."""
    try:
        connection.execute("SELECT has_words('', '')")
    except sqlite3.OperationalError:
        connection.create_function("has_words", 2, _has_words, deterministic=True)


def _has_words(name: str | None, words: str) -> bool:
    """Are all the words in a name, one after another? `words` is in its plainest spelling."""
    return bool(name) and f" {words} " in f" {' '.join(plain(str(name)).split())} "


def _conditions(store: Store, query: Query) -> list[Condition]:
    found = [
        _any([_type(store, name) for name in query.type]),
        _any([Condition("e.mode = ?", (_known("mode", mode, _modes(store)),)) for mode in query.mode]),
        _any([_linked("actor", who) for who in query.actor]),
        _any([_linked("recipient", who) for who in query.recipient]),
        _any([_place(place) for place in query.place]),
        _any([Condition("e.reality = ?", (_known("reality", name, load_ontology().realities),)) for name in query.reality]),
        _any([_said_by(who) for who in query.said_by]),
        *_dates(query.start, query.end),
    ]
    if query.disputed:
        found.append(Condition("e.disputed IS NOT NULL", ()))
    if query.text:
        found.append(Condition("a.rowid IN (SELECT rowid FROM articles_text WHERE articles_text MATCH ?)", (_words(query.text),)))
    return [condition for condition in found if condition.sql]


def _any(conditions: list[Condition]) -> Condition:
    values = tuple(value for condition in conditions for value in condition.values)
    return Condition(f"({' OR '.join(condition.sql for condition in conditions)})" if conditions else "", values)


def _type(store: Store, name: str) -> Condition:
    type, _, mode = name.partition("/")
    types = {*load_ontology().types, *(row["type"] for row in store.rows("SELECT DISTINCT type FROM events"))}
    known = Condition("e.type = ?", (_known("type", type if type in types else type.upper(), types),))
    return Condition(f"{known.sql} AND e.mode = ?", (*known.values, _known("mode", mode, _modes(store)))) if mode else known


def _modes(store: Store) -> set[str]:
    """PLOVER's, and those of an ontology that stands instead."""
    own = (row["mode"] for row in store.rows("SELECT DISTINCT mode FROM events WHERE mode IS NOT NULL"))
    return {*own, *(mode for type in load_ontology().types.values() for mode in type.modes)}


def _known(what: str, value: str, choices: Any) -> str:
    if value not in choices:
        raise InputError(f"{value!r} is no {what}; choose from {', '.join(sorted(choices))}.")
    return value


def _linked(relation: str, who: str) -> Condition:
    one = _who(who)
    return Condition(
        "EXISTS (SELECT 1 FROM links l JOIN actors p ON p.id = l.target "
        f"WHERE l.source = e.id AND l.relation = '{relation}' AND {one.sql})",
        one.values,
    )  # fmt: skip


def _who(who: str) -> Condition:
    """Of the actor `p`: its name, its country, its sector, or country and sector."""
    codes = who.split()
    if codes and all(code in SECTORS or code in load_countries() for code in codes):
        sql = " AND ".join("'+' || p.sector || '+' LIKE '%+' || ? || '+%'" if code in SECTORS else "p.country = ?" for code in codes)
        return Condition(sql, tuple(codes))
    iso = codes_by_name().get(key(who))
    return Condition("(has_words(p.name, ?) OR p.country = ?)", (_plainly(who), iso)) if iso else Condition("has_words(p.name, ?)", (_plainly(who),))


def _said_by(who: str) -> Condition:
    """Events on somebody's word; what is told in the publisher's own voice is said by the publisher."""
    one = _who(who)
    return Condition(
        "(EXISTS (SELECT 1 FROM links l JOIN statements t ON t.id = l.target JOIN actors p ON p.id = t.speaker "
        f"WHERE l.source = e.id AND l.relation = 'said' AND {one.sql}) "
        "OR (e.attributed_to IS NULL AND has_words(e.publisher, ?)))",
        (*one.values, _plainly(who)),
    )


def _place(place: str) -> Condition:
    """A country by code or name, else a place or a province by name."""
    iso = place if place in load_countries() else codes_by_name().get(key(place))
    named = "(has_words(p.name, ?) OR has_words(p.admin1, ?)" + (" OR p.country = ?)" if iso else ")")
    return Condition(
        f"EXISTS (SELECT 1 FROM links l JOIN places p ON p.id = l.target WHERE l.source = e.id AND l.relation = 'place' AND {named})",
        (_plainly(place), _plainly(place), *([iso] if iso else [])),
    )


def _dates(start: str | None, end: str | None) -> list[Condition]:
    """Events that touch the days from `start` to `end`. What goes on without an end goes on until its article at least.

    Dates are as exact as known, and compare as text: a month is before `~`, which is after each of its days. Events without a year are not found.
    """
    first, last = 'coalesce(e.start, e."end")', 'coalesce(e."end", max(e.start, coalesce(e.published, e.start)))'
    found = []
    if end:
        found.append(Condition(f"({first} GLOB '[0-9]*' AND {first} <= ? || '~')", (parse_date(end),)))
    if start:
        found.append(Condition(f"({first} GLOB '[0-9]*' AND {last} || '~' >= ?)", (parse_date(start),)))
    return found


def _words(text: str) -> str:
    """A question to the index in which nothing but phrases and word beginnings has a meaning."""
    found = []
    for phrase, word in re.findall(r'"([^"]+)"|([^\s"]+)', without_surrogates(text).replace("\0", " ")):
        begins = word.endswith("*")
        bare = (phrase or word).strip("*").strip()
        if any(letter.isalnum() for letter in bare):
            found.append(f'"{bare}"{" *" if begins else ""}')
    if not found:
        raise InputError(f"{text!r} has no word to look for.")
    return " AND ".join(found)


def _plainly(name: str) -> str:
    words = " ".join(plain(without_surrogates(name)).split())
    if not words:
        raise InputError(f"{name!r} is no name; give a name, a country such as TUR or a sector such as REB.")
    return words
