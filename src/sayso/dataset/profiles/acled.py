"""ACLED, in its thirty-one columns. A first sorting: ACLED's coders use more than one text, and rules about groups that no text shows."""

from __future__ import annotations

from datetime import date, timedelta
from operator import attrgetter

from sayso.dataset.countries import country
from sayso.dataset.happening import Happening, Party
from sayso.dataset.profiles.coded import coded, scheme
from sayso.dataset.profiles.columns import Column, Profile, Value, names_of
from sayso.dataset.profiles.dates import days
from sayso.dataset.profiles.evidence import EVIDENCE
from sayso.dataset.profiles.numbers import number_of
from sayso.dataset.profiles.parts import country_name, district, killed, place_name, province, publishers
from sayso.dataset.profiles.tabular import write_csv

_KINDS = (
    ("State forces", {"MIL", "COP", "GOV", "SPY", "JUD", "LEG"}),
    ("Rebel group", {"REB"}),
    ("Political militia", {"UAF", "CRM"}),
    ("Civilians", {"CVL", "MED", "NGO", "EDU", "REL", "REF", "LAB", "OPP", "BUS"}),
    ("External/Other forces", {"IGO"}),
)
"""Sorts of actors by sector, the first that fits."""
_WEEK = 7
_PRECISIONS = {"point": 1, "city": 1, "admin2": 2, "admin1": 3, "region": 3, "country": 3}
_NOT_TOLD = "the gazetteer gives provinces only"


def _code(happening: Happening) -> tuple[str, str | None]:
    return scheme("acled").parts(happening.codes["acled"])


def _id(happening: Happening) -> Value:
    return f"{happening.country or ''}{number_of(happening.id)}"


def _day(happening: Happening) -> date | None:
    """The day; of a longer time its middle, of a story told over days its first."""
    span = days(happening)
    if span is None:
        return None
    first, last = span
    return first if (last - first).days < _WEEK or _precise(happening) else first + timedelta(days=(last - first).days // 2)


def _precise(happening: Happening) -> bool:
    return len(happening.start or "") == len("2022-12-14")


def _date(happening: Happening) -> Value:
    day = _day(happening)
    return day.isoformat() if day else None


def _year(happening: Happening) -> Value:
    day = _day(happening)
    return day.year if day else None


def _time_precision(happening: Happening) -> Value:
    span = days(happening)
    if span is None:
        return None
    length = (span[1] - span[0]).days + 1
    return 1 if length == 1 else 2 if length <= _WEEK else 3


def _disorder(happening: Happening) -> Value:
    type, mode = _code(happening)
    if mode == "Excessive force against protesters":
        return "Political violence; Demonstrations"
    if type == "Protests" or mode == "Violent demonstration":
        return "Demonstrations"
    return "Strategic developments" if type == "Strategic developments" else "Political violence"


def _type(happening: Happening) -> Value:
    return _code(happening)[0]


def _sub_type(happening: Happening) -> Value:
    return _code(happening)[1]


def _kind(happening: Happening, party: Party) -> str:
    """The sort of an actor; those who protest or riot by what they do."""
    type, _ = _code(happening)
    if type in ("Protests", "Riots") and happening.type == "PROTEST" and party in happening.actors:
        return "Protesters" if type == "Protests" else "Rioters"
    return next((name for name, sectors in _KINDS if sectors & set(party.sectors)), "")


def _first(happening: Happening) -> Party | None:
    return happening.actors[0] if happening.actors else None


def _second(happening: Happening) -> Party | None:
    return happening.other_side[0] if happening.other_side else None


def _actor1(happening: Happening) -> Value:
    first = _first(happening)
    return first.name if first else None


def _actor2(happening: Happening) -> Value:
    second = _second(happening)
    return second.name if second else None


def _others1(happening: Happening) -> Value:
    return names_of(happening.actors[1:]) if happening.recipients else None


def _others2(happening: Happening) -> Value:
    return names_of(happening.other_side[1:])


def _inter1(happening: Happening) -> Value:
    first = _first(happening)
    return (_kind(happening, first) if first else "") or None


def _inter2(happening: Happening) -> Value:
    second = _second(happening)
    return (_kind(happening, second) if second else "") or None


def _interaction(happening: Happening) -> Value:
    first, second = _inter1(happening), _inter2(happening)
    if first and second:
        return f"{first}-{second}"
    return f"{first or second} only" if first or second else None


def _targeting(happening: Happening) -> Value:
    return (
        "Civilian targeting"
        if happening.recipients and _inter2(happening) == "Civilians" and _disorder(happening) != "Strategic developments"
        else None
    )


def _iso(happening: Happening) -> Value:
    return country(happening.country).number


def _region(happening: Happening) -> Value:
    return country(happening.country).acled_region


def _geo_precision(happening: Happening) -> Value:
    return _PRECISIONS.get(happening.precision or "")


COLUMNS = (
    Column("event_id_cnty", "id of the event", _id, "ISO alpha-3 of the place's country and a number made of the id in the dataset"),
    Column("event_date", "day of the event", _date, "`YYYY-MM-DD`; the middle of the month or year where the day is not told; empty where no year is known"),
    Column("year", "its year", _year, "from `event_date`", "whole"),
    Column("time_precision", "1 the day, 2 the week, 3 longer", _time_precision, "from the days it may have had", "whole"),
    Column("disorder_type", "political violence, demonstrations or strategic developments", _disorder, "from the next two"),
    Column("event_type", "one of six types", _type, "by the rules of the ontology `acled`, or as it was coded with it"),
    Column("sub_event_type", "one of twenty-five", _sub_type, "with the type"),
    Column("actor1", "the first who does it", _actor1, "name as best known"),
    Column("assoc_actor_1", "others on that side", _others1, "names, parted by `; `"),
    Column("inter1", "sort of actor1", _inter1, "from its sector; `Identity militia` never, as Sayso codes none"),
    Column("actor2", "the first it is done to", _actor2, "of mutual events the second who does it"),
    Column("assoc_actor_2", "others on that side", _others2, "names, parted by `; `"),
    Column("inter2", "sort of actor2", _inter2, "as inter1"),
    Column("interaction", "both sorts", _interaction, "`State forces-Rebel group`; `… only` where there is one side"),
    Column("civilian_targeting", "`Civilian targeting` where civilians are the target", _targeting, "from inter2"),
    Column("iso", "number of the country", _iso, "ISO 3166, of the place's country", "whole"),
    Column("region", "ACLED's region", _region, "from the country"),
    Column("country", "country", country_name, "of the first place that has one"),
    Column("admin1", "province", province, "of the most specific place"),
    Column("admin2", "district", district, "where a place of the event is one"),
    Column("admin3", "sub-district", made=_NOT_TOLD),
    Column("location", "the most specific place", place_name, "its name"),
    Column("latitude", "WGS 84", attrgetter("latitude"), "of the first place that has a point", "number"),
    Column("longitude", "WGS 84", attrgetter("longitude"), "of the same place", "number"),
    Column("geo_precision", "1 town, 2 district, 3 larger", _geo_precision, "from the sort of place", "whole"),
    Column("source", "publishers", publishers, "with those of copies, parted by `; `"),
    Column("source_scale", "reach of the sources", made="Sayso knows where an outlet is, not how far it reaches"),
    Column("notes", "description", attrgetter("evidence"), "the evidence, verbatim"),
    Column("fatalities", "people killed", killed, "the lower bound, or the upper where there is no lower; empty where no toll is told, which is not 0; `tolls` has both", "whole"),
    Column("tags", "further details", made="ACLED's list is given by its coders"),
    Column("timestamp", "when the row was last changed", made="rows are the same whenever they are made"),
)  # fmt: skip

ACLED = Profile(
    "acled",
    "ACLED's columns, types and sub-types",
    "ACLED Codebook 2024, acleddata.com",
    write_csv,
    COLUMNS,
    EVIDENCE,
    coded("acled"),
    "what ACLED does not code, and what has not happened",
)
