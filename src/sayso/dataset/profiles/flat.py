"""Sayso's own rows, as CSV and as Parquet, and as `sayso find` and data frames have them."""

from __future__ import annotations

from sayso.dataset.happening import Happening
from sayso.dataset.profiles.columns import Column, Profile, Value, joined, names_of
from sayso.dataset.profiles.evidence import EVIDENCE
from sayso.dataset.profiles.parts import place_names, publishers
from sayso.dataset.profiles.tabular import write_csv, write_parquet


def _countries(side: str) -> Column:
    def value(happening: Happening) -> Value:
        return joined(party.country for party in getattr(happening, f"{side}s"))

    return Column(f"{side}_countries", f"countries of the {side}s", value, "ISO 3166 alpha-3, in the same order, parted by `; `")


def _sectors(side: str) -> Column:
    def value(happening: Happening) -> Value:
        return joined("+".join(party.sectors) for party in getattr(happening, f"{side}s"))

    return Column(f"{side}_sectors", f"sectors of the {side}s", value, "in the same order, parted by `; `; several of one by `+`")


def _names(side: str, holds: str) -> Column:
    def value(happening: Happening) -> Value:
        return names_of(getattr(happening, f"{side}s"))

    return Column(f"{side}s", holds, value, "names, parted by `; `")


def _toll(kind: str, bound: int) -> Column:
    def value(happening: Happening) -> Value:
        return happening.tolls[kind][bound]

    name, words = ("min", "least") if bound == 0 else ("max", "most")
    return Column(f"{kind}_{name}", f"at {words} so many {kind}", value, "empty: open, or no toll told", "whole")


def _same(name: str, holds: str, made: str = "as coded", kind: str = "text", *, several: bool = False) -> Column:
    def value(happening: Happening) -> Value:
        found = getattr(happening, name)
        return joined(found) if several else found

    return Column(name, holds, value, made, kind)  # type: ignore[arg-type]


def _place_countries(happening: Happening) -> Value:
    return joined(place.country for place in happening.places)


def _codes(happening: Happening) -> Value:
    return joined(f"{name}={code}" for name, code in happening.codes.items())


_DOUBLE = {"actors", "recipients", "tolls", "sayso_id", "sayso_type", "sayso_mode", "reality"}
COLUMNS = (
    _same("id", "id in the dataset; `sayso show` takes it"),
    _same("story", "the story it belongs to", "empty before `sayso link`"),
    Column("publishers", "who published it", publishers, "with the publishers of copies, parted by `; `"),
    _same("published", "date of the article", "ISO; of a story the first"),
    _same("title", "title of the article"),
    _same("url", "address of the article"),
    _same("articles", "articles that tell it", "with copies", "whole"),
    _same("independent", "independent publishers", "copies of one text count once", "whole"),
    _same("type", "PLOVER type"),
    _same("mode", "mode of the type"),
    _same("contexts", "contexts", "parted by `; `", several=True),
    _names("actor", "who does it"), _countries("actor"), _sectors("actor"),
    _names("recipient", "to whom"), _countries("recipient"), _sectors("recipient"),
    _same("start", "first day", "ISO, as exact as known"),
    _same("end", "last day", "ISO; empty while it goes on, or where no date is known"),
    Column("places", "names of places", place_names, "most specific first, parted by `; `"),
    Column("place_countries", "their countries", _place_countries, "in the same order"),
    _same("latitude", "latitude, WGS 84", "of the first place that has a point", "number"),
    _same("longitude", "longitude, WGS 84", "of the same place", "number"),
    _same("precision", "point, city, admin2, admin1, country or region", "of the same place"),
    _same("reality", "happened, ongoing, planned, threatened, requested, possible, attempted or negated"),
    *(_toll(kind, bound) for kind in ("killed", "injured", "captured", "displaced") for bound in (0, 1)),
    Column("codes", "codes of the user's own ontologies", _codes, "`acled=Battles: Armed clash`, parted by `; `; empty without `--ontology`"),
    *(column for column in EVIDENCE if column.name not in _DOUBLE),
)  # fmt: skip
"""Every column of a row."""

CSV = Profile("csv", "Sayso's own columns", "docs/exports.md", write_csv, COLUMNS)
PARQUET = Profile("parquet", "Sayso's own columns, typed", "docs/exports.md", write_parquet, COLUMNS, ending="parquet")
