"""HXL: a table with a row of hashtags below its names, as humanitarian data is shared."""

from __future__ import annotations

from operator import attrgetter

from sayso.dataset.happening import Happening
from sayso.dataset.profiles.columns import Column, Profile, Value
from sayso.dataset.profiles.evidence import EVIDENCE
from sayso.dataset.profiles.parts import actor_names, country_name, place_name, province, publishers, recipient_names
from sayso.dataset.profiles.tabular import write_tagged_csv

_TAGS = {
    "sayso_id": "#event+id+sayso", "sayso_type": "#event+type+plover", "sayso_mode": "#event+type+sub+plover", "reality": "#event+status",
    "actors": "#group+name+first+list", "recipients": "#group+name+second+list", "tolls": "#description+toll",
    "attributed_to": "#meta+source+speaker", "stance": "#meta+source+stance", "disputed": "#meta+disputed", "confidence": "#meta+confidence",
    "trigger": "#description+trigger", "trigger_start": "#meta+trigger+start", "trigger_end": "#meta+trigger+end",
    "evidence": "#description+evidence", "evidence_spans": "#meta+evidence+spans", "article_id": "#meta+id+article",
    "sayso_version": "#meta+version", "sayso_model": "#meta+model", "sayso_knowledge": "#meta+knowledge",
}  # fmt: skip
_DOUBLE = {"sayso_id", "sayso_type", "sayso_mode", "actors", "recipients"}


def _toll(kind: str, bound: int, made: str) -> Column:
    def value(happening: Happening) -> Value:
        return happening.tolls[kind][bound]

    name = ("min", "max")[bound]
    return Column(f"{kind.capitalize()} ({name})", f"people {kind}", value, made, "whole", f"#affected+{kind}+{name}")


COLUMNS = (
    Column("Event", "id in the dataset", attrgetter("id"), "`sayso show` takes it", tag="#event+id"),
    Column("Type", "PLOVER type", attrgetter("type"), "as coded", tag="#event+type"),
    Column("Mode", "mode of the type", attrgetter("mode"), "as coded", tag="#event+type+sub"),
    Column("Start", "first day", attrgetter("start"), "ISO, as exact as known", tag="#date+start"),
    Column("End", "last day", attrgetter("end"), "ISO; empty while it goes on", tag="#date+end"),
    Column("Country", "country", country_name, "of the first place that has one", tag="#country+name"),
    Column("Country code", "its code", attrgetter("country"), "ISO 3166 alpha-3", tag="#country+code+v_iso3"),
    Column("Province", "first-level division", province, "of the most specific place", tag="#adm1+name"),
    Column("Place", "the most specific place", place_name, "its name", tag="#loc+name"),
    Column("Latitude", "WGS 84", attrgetter("latitude"), "of the first place that has a point", "number", "#geo+lat"),
    Column("Longitude", "WGS 84", attrgetter("longitude"), "of the same place", "number", "#geo+lon"),
    Column("Precision", "point, city, admin2, admin1, country or region", attrgetter("precision"), "of the same place", tag="#geo+precision"),
    Column("Actors", "who does it", actor_names, "names, parted by `; `", tag="#group+name+first"),
    Column("Recipients", "to whom", recipient_names, "names, parted by `; `", tag="#group+name+second"),
    *(_toll(kind, bound, f"at {('least', 'most')[bound]}; empty where open or not told") for kind in ("killed", "injured", "captured", "displaced") for bound in (0, 1)),
    Column("Source", "publishers", publishers, "with those of copies, parted by `; `", tag="#meta+source"),
    Column("Published", "date of the article", attrgetter("published"), "ISO; of a story the first", tag="#date+published"),
    Column("Address", "address of the article", attrgetter("url"), "of a story the article that tells it first", tag="#meta+url"),
)  # fmt: skip


def _tagged(column: Column) -> Column:
    return Column(column.name, column.holds, column.value, column.made, column.kind, _TAGS[column.name])


HXL = Profile(
    "hxl",
    "a table with HXL hashtags",
    "HXL hashtag dictionary, version 1.1 final, hxlstandard.org",
    write_tagged_csv,
    COLUMNS,
    tuple(_tagged(column) for column in EVIDENCE if column.name not in _DOUBLE),
)
