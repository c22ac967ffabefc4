"""The actor tables, `data/actors/*.tsv` and the user's own, and how a line of each is read.

What a table holds is told by the first part of its name: `countries`, `offices`, `nouns`, `leaders_*` (persons), `peoples`
(populations); every other table (`groups_*`, `igos`, `forces` …) holds organizations. Columns are parted by tabs, items of
a list by `|`, an empty column is `-`, columns at the end of a line may be left out.

    countries      code, name, aliases, demonyms, seats (the capital first), title of the one who leads it
    offices        title, other titles (`chancellor@DEU` holds for one country only), sectors
    nouns          words, sectors, person|group|organization, what it belongs to: office, state or -
    plainwords     words that are names only in capitals
    honorifics     words before a person's name
    leaders        name, aliases, country, offices, sectors outside any office, notes
    all others     name, aliases, country, sectors, offices held besides, notes

A file that ends in `.toml` has the same under names (`actor_toml.py`). Tables come in layers: what stands in a higher one takes the
place of what has the same name and kind in a lower one.

Offices are parted by `;` and read `foreign minister 2014-08-29..2023-06-03`; `@FRA` after the title names another country
than the entry's (`@-`: none), `[IGO]` the sectors of a title that is not in the table of offices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.actor_toml import read_toml
from sayso.knowledge.names import key
from sayso.knowledge.rows import read_rows

SECTORS = frozenset(
    (
        "GOV", "MIL", "COP", "REB", "OPP", "JUD", "LEG", "SPY", "CVL", "MED", "NGO", "IGO", "BUS", "EDU", "REL", "UAF", "CRM",
        "REF", "LAB",
    )
)  # fmt: skip
_OFFICE = re.compile(r"([^@\[\].]+?)(?:@([A-Z]{3}|-))?(?: \[([A-Z ]+)\])?(?: (\d[\d-]*)?\.\.(\d[\d-]*)?)?")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_HEADS = frozenset(("president", "prime minister", "supreme leader", "king", "emir", "sultan", "leader"))
_KINDS = {"leaders": "person", "peoples": "population", "countries": "country"}
_NOUN_KINDS = ("person", "group", "organization")
_BELONGINGS = ("office", "state", "-")
_TOLD = 20
"""Mistakes that are told at once."""


@dataclass(frozen=True, slots=True)
class Office:
    """A post and when it was held; an open start or end is None."""

    title: str
    country: str | None
    sectors: tuple[str, ...]
    start: str | None = None
    end: str | None = None

    def held_on(self, date: str) -> bool:
        """Whether the office was held on a date, which may be as short as a year; a partial date counts whole."""
        if self.start is not None and self.start[: len(date)] > date:
            return False
        return self.end is None or date[: len(self.end)] <= self.end


@dataclass(slots=True, eq=False)
class Entry:
    """An actor that is known by name. `sectors` are its own, outside any office; `kind` is as in the record; `place` is `file:line`."""

    id: str
    name: str
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    offices: tuple[Office, ...] = ()
    aliases: tuple[str, ...] = ()
    notes: str = ""
    place: str = ""

    def office_on(self, date: str | None) -> Office | None:
        """The office held on a date (the one named first, if several).

        Without a date it is the latest post at the head of a state or government, by which most are remembered, or the latest.
        """
        if date is None:
            return max(self.offices, key=_weight, default=None)
        for office in self.offices:
            if office.held_on(date):
                return office
        return None

    def side_on(self, date: str | None) -> tuple[str | None, tuple[str, ...]]:
        """Country and sectors on a date. Who is out of office counts by own sectors or, having none, by the last office."""
        office = self.office_on(date)
        if office is None and not self.sectors:
            office = self._last_office(date)
        if office is None:
            return self.country, self.sectors
        return office.country, office.sectors

    def _last_office(self, date: str | None) -> Office | None:
        before = [office for office in self.offices if date is None or office.end is None or office.end < date]
        return max(before or self.offices, key=_started, default=None)


def _started(office: Office) -> str:
    return office.start or ""


def _weight(office: Office) -> tuple[bool, str]:
    return office.title in _HEADS, office.start or ""


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun for a kind of actor. `office`: one person's post; `state`: it belongs to a state unless the text says otherwise."""

    lemma: str
    sectors: tuple[str, ...]
    kind: str
    office: bool
    state: bool
    place: str = ""


@dataclass(slots=True)
class Country:
    """A state or territory as the table has it."""

    entry: Entry
    demonyms: tuple[str, ...]
    seats: tuple[str, ...]
    chief: str | None


@dataclass(slots=True)
class Titles:
    """Titles of offices: any spelling to the common title, and the sectors of each."""

    common: dict[str, str] = field(default_factory=dict)
    local: dict[tuple[str, str], str] = field(default_factory=dict)
    sectors: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def canonical(self, title: str, country: str | None) -> str:
        """The common title that a title stands for in a country; itself if the table has none."""
        title = key(title)
        return self.local.get((title, country or ""), self.common.get(title, title))


@dataclass(slots=True)
class Tables:
    """Everything the tables hold, before it is indexed."""

    titles: Titles = field(default_factory=Titles)
    countries: list[Country] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    nouns: dict[str, RoleNoun] = field(default_factory=dict)
    plain_words: set[str] = field(default_factory=set)
    honorifics: set[str] = field(default_factory=set)


def read_tables(*layers: list[Path]) -> Tables:
    """Read all tables, the highest layer first; KnowledgeError names file and line of every mistake in them."""
    tables = Tables()
    mistakes: list[str] = []
    # Titles give offices their sectors, so they are read first, whatever the order of the files.
    layered = [list(_rows(layer, mistakes)) for layer in layers]
    for wanted in (True, False):
        for rows in layered:
            _read_layer(tables, [row for row in rows if (row[0] == "offices") is wanted], mistakes)
    if mistakes:
        more = [f"and {len(mistakes) - _TOLD} more"] if len(mistakes) > _TOLD else []
        raise KnowledgeError("\n".join(mistakes[:_TOLD] + more))
    return tables


def _rows(paths: list[Path], mistakes: list[str]) -> Iterator[tuple[str, str, list[str]]]:
    """What each line is about, where it stands, and its columns."""
    for path in paths:
        try:
            if path.suffix == ".toml":
                yield from read_toml(path)
            else:
                stem = path.stem.split("_")[0]
                yield from ((stem, place, columns) for place, columns in read_rows(path))
        except KnowledgeError as error:
            mistakes.append(str(error))


def _read_layer(tables: Tables, rows: list[tuple[str, str, list[str]]], mistakes: list[str]) -> None:
    """Add what a layer holds to what the higher ones hold, and note the mistakes in it."""
    replaced = {_identity(entry) for entry in tables.entries}
    layer = Tables(tables.titles, [], [], tables.nouns, tables.plain_words, tables.honorifics)
    for stem, place, columns in rows:
        try:
            _read_row(layer, stem, place, columns)
        except KnowledgeError as error:
            mistakes.append(str(error))
    tables.entries += [entry for entry in layer.entries if _identity(entry) not in replaced] if replaced else layer.entries
    tables.countries += [country for country in layer.countries if _identity(country.entry) not in replaced]


def _identity(entry: Entry) -> str:
    """What makes an entry the same as another: a country's code, else kind and name."""
    return entry.id if entry.kind == "country" else f"{entry.kind}:{entry.id.partition(':')[2]}"


def _read_row(tables: Tables, stem: str, place: str, columns: list[str]) -> None:
    if stem == "countries":
        country = _country(place, columns)
        tables.countries.append(country)
        tables.entries.append(country.entry)
    elif stem == "offices":
        _title(tables.titles, place, columns)
    elif stem == "nouns":
        _nouns(tables.nouns, place, columns)
    elif stem == "plainwords":
        tables.plain_words.update(_items(columns[0]))
    elif stem == "honorifics":
        tables.honorifics.update(_items(columns[0]))
    else:
        tables.entries.append(_entry(stem, place, columns, tables.titles))


def _columns(place: str, columns: list[str], *, least: int, most: int) -> list[str]:
    if not least <= len(columns) <= most:
        raise KnowledgeError(f"{place}: {len(columns)} columns parted by tabs where {least} to {most} are expected")
    return columns + ["-"] * (most - len(columns))


def _items(text: str) -> tuple[str, ...]:
    return () if text == "-" or not text else tuple(text.split("|"))


def _sectors(place: str, text: str) -> tuple[str, ...]:
    if text == "-":
        return ()
    sectors = tuple(text.split())
    for sector in sectors:
        if sector not in SECTORS:
            raise KnowledgeError(f"{place}: {sector!r} is no sector; choose from {', '.join(sorted(SECTORS))}")
    return sectors


def _code(place: str, text: str) -> str | None:
    if text == "-":
        return None
    if len(text) != 3 or not text.isupper() or not text.isascii():
        raise KnowledgeError(f"{place}: a country is three capital letters (ISO 3166) or -, not {text!r}")
    return text


def _country(place: str, columns: list[str]) -> Country:
    code, name, aliases, demonyms, seats, chief = _columns(place, columns, least=4, most=6)
    iso = _code(place, code)
    if iso is None:
        raise KnowledgeError(f"{place}: a country needs its code")
    entry = Entry(f"country:{iso}", name, "country", iso, ("GOV",), (), _items(aliases), place=place)
    return Country(entry, _items(demonyms), _items(seats), None if chief == "-" else chief)


def _title(titles: Titles, place: str, columns: list[str]) -> None:
    title, others, sectors = _columns(place, columns, least=3, most=3)
    canonical = key(title)
    titles.sectors.setdefault(canonical, _sectors(place, sectors))
    titles.common.setdefault(canonical, canonical)
    for other in _items(others):
        name, _, country = other.partition("@")
        if country:
            titles.local.setdefault((key(name), _code(place, country) or ""), canonical)
        else:
            titles.common.setdefault(key(name), canonical)


def _nouns(nouns: dict[str, RoleNoun], place: str, columns: list[str]) -> None:
    lemmas, sector_text, kind, belongs = _columns(place, columns, least=3, most=4)
    if kind not in _NOUN_KINDS or belongs not in _BELONGINGS:
        raise KnowledgeError(f"{place}: a noun is person, group or organization and belongs to office, state or -")
    sectors = _sectors(place, sector_text)
    for lemma in lemmas.split("|"):
        nouns.setdefault(key(lemma), RoleNoun(lemma, sectors, kind, belongs == "office", belongs != "-", place))


def _entry(stem: str, place: str, columns: list[str], titles: Titles) -> Entry:
    name, aliases, code, sectors, offices, notes = _columns(place, columns, least=3, most=6)
    if stem == "leaders":
        sectors, offices = offices, sectors
    if not name.strip() or name == "-":
        raise KnowledgeError(f"{place}: an actor needs a name")
    country = _code(place, code)
    kind = _KINDS.get(stem, "organization")
    held = () if offices == "-" else tuple(_office(place, text, country, titles) for text in offices.split(";"))
    known_as = f"{stem}:{key(name).replace(' ', '-')}"
    return Entry(known_as, name, kind, country, _sectors(place, sectors), held, _items(aliases), "" if notes == "-" else notes, place)


def _office(place: str, text: str, country: str | None, titles: Titles) -> Office:
    match = _OFFICE.fullmatch(text.strip())
    if match is None:
        raise KnowledgeError(f"{place}: an office reads 'title 2010-05-11..2016-07-13', not {text.strip()!r}")
    title, code, sector_text, start, end = match.groups()
    for date in (start, end):
        if date and not _DATE.fullmatch(date):
            raise KnowledgeError(f"{place}: {date!r} is no date such as 2010, 2010-05 or 2010-05-11")
    if start and end and end < start[: len(end)]:
        raise KnowledgeError(f"{place}: the office {title!r} ends ({end}) before it starts ({start})")
    if code:
        country = _code(place, code)
    sectors = _sectors(place, sector_text) if sector_text else titles.sectors.get(titles.canonical(title, country))
    if sectors is None:
        raise KnowledgeError(f"{place}: the title {title!r} is not in offices.tsv; name its sectors after it, as in [GOV]")
    return Office(title, country, sectors, start, end)
