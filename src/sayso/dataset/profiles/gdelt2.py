"""GDELT 2.0 events, in its sixty-one columns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from operator import attrgetter

from sayso.dataset.countries import country, country_names
from sayso.dataset.happening import Happening, Party
from sayso.dataset.profiles.coded import coded
from sayso.dataset.profiles.columns import Column, Profile, Value
from sayso.dataset.profiles.dates import day, first_day
from sayso.dataset.profiles.evidence import EVIDENCE
from sayso.dataset.profiles.goldstein import goldstein
from sayso.dataset.profiles.numbers import number_of
from sayso.dataset.profiles.tabular import write_gdelt

_ROLES = frozenset(("GOV", "MIL", "COP", "REB", "OPP", "JUD", "LEG", "SPY", "CVL", "MED", "NGO", "IGO", "BUS", "EDU", "UAF", "CRM", "REF", "LAB"))
"""Sectors that CAMEO has a role code for, which is all but REL."""
_OWN_COUNTRIES = {"ROU": "ROM", "TLS": "TMP"}
"""Countries that CAMEO calls otherwise than ISO."""
_QUADS = ((5, 1), (8, 2), (13, 3), (20, 4))
_TOWNS = ("city", "point")
_NOT_CODED = "Sayso codes no ethnic or religious groups"
_NOT_PLACED = "Sayso places events, not their actors"
_OTHER_NUMBERS = "GNS and GNIS numbers are not GeoNames', which Sayso has"


def _number(happening: Happening) -> Value:
    return number_of(happening.id)


def _day(happening: Happening) -> Value:
    known = day(happening.start or happening.end)
    return int(known.strftime("%Y%m%d")) if known else None


def _month(happening: Happening) -> Value:
    known = _first(happening)
    iso = happening.start or happening.end or ""
    return int(f"{known.year:04}{known.month:02}") if known and len(iso) > len("2022") else None


def _year(happening: Happening) -> Value:
    known = _first(happening)
    return known.year if known else None


def _fraction(happening: Happening) -> Value:
    known = day(happening.start or happening.end)
    return round(known.year + (known.month * 30 + known.day) / 365, 4) if known else None


def _first(happening: Happening) -> date | None:
    return first_day(happening.start or happening.end)


def _party(happening: Happening, number: int) -> Party | None:
    side = happening.actors if number == 1 else happening.other_side
    return side[0] if side else None


def _country_code(party: Party) -> str:
    return _OWN_COUNTRIES.get(party.country or "", party.country or "")


def _roles(party: Party) -> list[str]:
    return [sector for sector in party.sectors if sector in _ROLES]


def _actor(number: int, who: str) -> tuple[Column, ...]:
    """The ten columns of one actor."""

    def of(part: Callable[[Party], str]) -> Callable[[Happening], Value]:
        def value(happening: Happening) -> Value:
            party = _party(happening, number)
            return (part(party) if party else "") or None

        return value

    def whole(party: Party) -> str:
        return _country_code(party) + "".join(_roles(party))

    def name(party: Party) -> str:
        return party.name.upper()

    def role(place: int) -> Callable[[Party], str]:
        def value(party: Party) -> str:
            return "".join(_roles(party)[place : place + 1])

        return value

    actor = f"Actor{number}"
    return (
        Column(f"{actor}Code", f"CAMEO code of {who}", of(whole), "country and roles, as `TURMIL`"),
        Column(f"{actor}Name", f"name of {who}", of(name), "in capitals; `actors` and `recipients` have everybody"),
        Column(f"{actor}CountryCode", "its country", of(_country_code), "ISO alpha-3, but ROM for Romania and TMP for Timor-Leste, as in CAMEO"),
        Column(f"{actor}KnownGroupCode", "code of a known group", made="CAMEO's list of groups is not part of Sayso"),
        Column(f"{actor}EthnicCode", "ethnic group", made=_NOT_CODED),
        Column(f"{actor}Religion1Code", "religion", made=_NOT_CODED),
        Column(f"{actor}Religion2Code", "second religion", made=_NOT_CODED),
        Column(f"{actor}Type1Code", "role", of(role(0)), "its first sector; Sayso's are CAMEO's, but for REL, which is left out"),
        Column(f"{actor}Type2Code", "second role", of(role(1)), "its second sector"),
        Column(f"{actor}Type3Code", "third role", of(role(2)), "its third sector"),
    )


def _root(happening: Happening) -> Value:
    return int(happening.in_lead)


def _code(happening: Happening) -> Value:
    return happening.codes["cameo"]


def _root_code(happening: Happening) -> Value:
    return happening.codes["cameo"][:2]


def _quad(happening: Happening) -> Value:
    root = int(happening.codes["cameo"][:2])
    return next((quad for last, quad in _QUADS if root <= last), None)


def _goldstein(happening: Happening) -> Value:
    return goldstein().get(happening.codes["cameo"])


def _mentions(happening: Happening) -> Value:
    return len(happening.evidence_spans)


def _geo(place: str, made: str) -> tuple[Column, ...]:
    """The eight columns of a place that Sayso does not know."""
    holds = {
        "Type": "sort of place", "FullName": "name of the place", "CountryCode": "its country", "ADM1Code": "its province", "ADM2Code": "its district",
        "Lat": "its latitude", "Long": "its longitude", "FeatureID": "its number",
    }  # fmt: skip
    return tuple(Column(f"{place}_{name}", words, made=made) for name, words in holds.items())


def _geo_type(happening: Happening) -> Value:
    if not happening.places or not happening.precision:
        return None
    if happening.precision == "country":
        return 1
    american, town = happening.country == "USA", happening.precision in _TOWNS
    return (3 if town else 2) if american else (4 if town else 5)


def _full_name(happening: Happening) -> Value:
    place = happening.place
    if place is None:
        return None
    parts = [place.name, place.admin1, country_names().get(place.country or "")]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _fips(happening: Happening) -> Value:
    return country(happening.country).fips


def _whole_country(happening: Happening) -> Value:
    return _fips(happening) if _geo_type(happening) == 1 else None


def _added(happening: Happening) -> Value:
    known = day(happening.published)
    return int(known.strftime("%Y%m%d000000")) if known else None


COLUMNS = (
    Column("GlobalEventID", "number of the event", _number, "made of the id in the dataset", "whole"),
    Column("Day", "day, YYYYMMDD", _day, "empty where the day is not known; GDELT puts the article's there", "whole"),
    Column("MonthYear", "month, YYYYMM", _month, "empty where it is not known", "whole"),
    Column("Year", "year", _year, "empty where it is not known", "whole"),
    Column("FractionDate", "year and part of it", _fraction, "(month · 30 + day) / 365, as GDELT has it", "number"),
    *_actor(1, "the first who does it"),
    *_actor(2, "the first it is done to; of mutual events the second who does it"),
    Column("IsRootEvent", "1 in the first paragraph", _root, "by the trigger", "whole"),
    Column("EventCode", "CAMEO code", _code, "by the rules of the ontology `cameo`, or as it was coded with it"),
    Column("EventBaseCode", "CAMEO base code", _code, "the same: Sayso's codes are base codes"),
    Column("EventRootCode", "CAMEO root code", _root_code, "its first two digits"),
    Column("QuadClass", "1 verbal, 2 material cooperation, 3 verbal, 4 material conflict", _quad, "from the root", "whole"),
    Column("GoldsteinScale", "-10 to 10", _goldstein, "from the code, by the published scale", "number"),
    Column("NumMentions", "sentences that tell it", _mentions, "in all its articles", "whole"),
    Column("NumSources", "publishers", attrgetter("independent"), "copies of one text count once", "whole"),
    Column("NumArticles", "articles", attrgetter("articles"), "with copies", "whole"),
    Column("AvgTone", "tone of the articles", made="Sayso does not score tone"),
    *_geo("Actor1Geo", _NOT_PLACED),
    *_geo("Actor2Geo", _NOT_PLACED),
    Column("ActionGeo_Type", "1 country, 2 US state, 3 US town, 4 town, 5 province or region", _geo_type, "from the place that the point is of", "whole"),
    Column("ActionGeo_FullName", "town, province, country", _full_name, "of the most specific place"),
    Column("ActionGeo_CountryCode", "country", _fips, "FIPS 10-4"),
    Column("ActionGeo_ADM1Code", "province", _whole_country, "FIPS has other provinces than GeoNames: only the country, where that is the place"),
    Column("ActionGeo_ADM2Code", "district", made=_OTHER_NUMBERS),
    Column("ActionGeo_Lat", "latitude", attrgetter("latitude"), "WGS 84, of the first place that has a point", "number"),
    Column("ActionGeo_Long", "longitude", attrgetter("longitude"), "of the same place", "number"),
    Column("ActionGeo_FeatureID", "number of the place", _whole_country, f"the country's letters, where that is the place; else empty, as {_OTHER_NUMBERS}"),
    Column("DATEADDED", "when it was added, YYYYMMDDHHMMSS", _added, "the article's date", "whole"),
    Column("SOURCEURL", "address of the article", attrgetter("url"), "of a story the article that tells it first"),
)  # fmt: skip

GDELT2 = Profile(
    "gdelt2",
    "GDELT 2.0 events with CAMEO codes",
    "GDELT Event Database Data Format Codebook V2.0, 19 February 2015",
    write_gdelt,
    COLUMNS,
    EVIDENCE,
    coded("cameo"),
    "what CAMEO has no code for: deeds only threatened, asked for, planned or feared",
    ending="tsv",
)
