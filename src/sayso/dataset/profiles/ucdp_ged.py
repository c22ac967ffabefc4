"""UCDP GED, in its forty-nine columns: violence that somebody died of."""

from __future__ import annotations

import math
from operator import attrgetter

from sayso.dataset.countries import country
from sayso.dataset.happening import Happening, Party
from sayso.dataset.profiles.columns import Column, Profile, Value, joined, names_of
from sayso.dataset.profiles.dates import days, year
from sayso.dataset.profiles.evidence import EVIDENCE
from sayso.dataset.profiles.numbers import number_of
from sayso.dataset.profiles.parts import begin, country_name, district, killed, place_name, place_names, province, publishers
from sayso.dataset.profiles.tabular import write_csv

_STATE, _ARMED = {"GOV", "MIL", "COP", "SPY"}, {"REB", "UAF", "CRM"}
_WHERE = {"point": 1, "city": 1, "admin2": 3, "admin1": 4, "region": 5, "country": 6}
_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3
_DATE_STEPS = ((1, 1), (6, 2), (7, 3), (31, 4))
"""Days at most, and the code of that precision; what is longer is 5."""
_REGISTER = "the number is one of UCDP's own register"


def lethal(happening: Happening) -> Happening | None:
    """Violence that happened and that somebody died of, or may have."""
    low, high = happening.tolls["killed"]
    told = (low, high) != (None, None) and high != 0
    return happening if happening.type == "ASSAULT" and happening.reality in ("happened", "ongoing") and told else None


def _number(happening: Happening) -> Value:
    return number_of(happening.id)


def _status(_: Happening) -> Value:
    return "Machine"


def _violence(happening: Happening) -> Value:
    """1 with a state on one side and arms on the other, 2 between armed groups, 3 of either against the unarmed."""
    first, second = happening.actors, happening.other_side
    if not second or not _are(first, _STATE | _ARMED):
        return None
    if not _are(second, _STATE | _ARMED):
        return _ONE_SIDED
    return _STATE_BASED if _are(first, _STATE) or _are(second, _STATE) else _NON_STATE


def _are(side: tuple[Party, ...], sectors: set[str]) -> bool:
    return any(sectors & set(party.sectors) for party in side)


def _side_a(happening: Happening) -> Value:
    return names_of(happening.actors if happening.recipients else happening.actors[:1])


def _side_b(happening: Happening) -> Value:
    return names_of(happening.other_side)


def _dyad(happening: Happening) -> Value:
    first, second = _side_a(happening), _side_b(happening)
    return f"{first} - {second}" if first and second else None


def _articles(happening: Happening) -> Value:
    told = ((publisher, happening.published, happening.title) for publisher in happening.publishers or ("",))
    return joined(", ".join(f'"{part}"' for part in parts if part) for parts in told)


def _where_precision(happening: Happening) -> Value:
    return _WHERE.get(happening.precision or "")


def _wkt(happening: Happening) -> Value:
    return None if happening.latitude is None else f"POINT ({happening.longitude:g} {happening.latitude:g})"


def _cell(happening: Happening) -> Value:
    """PRIO-GRID counts half-degree cells from the south-west, row by row."""
    if happening.latitude is None or happening.longitude is None:
        return None
    row = min(math.floor((happening.latitude + 90) * 2), 359)
    column = min(math.floor((happening.longitude + 180) * 2), 719)
    return row * 720 + column + 1


def _country_number(happening: Happening) -> Value:
    return country(happening.country).gw


def _region(happening: Happening) -> Value:
    return country(happening.country).ucdp_region


def _clarity(happening: Happening) -> Value:
    return 1 if _date_precision(happening) == 1 else 2


def _date_precision(happening: Happening) -> Value:
    span = days(happening)
    if span is None:
        return None
    length = (span[1] - span[0]).days + 1
    return next((code for most, code in _DATE_STEPS if length <= most), 5)


def _last_day(happening: Happening) -> Value:
    span = days(happening)
    return span[1].isoformat() if span else None


def _low(happening: Happening) -> Value:
    return happening.tolls["killed"][0]


def _high(happening: Happening) -> Value:
    return happening.tolls["killed"][1]


def _civilians(happening: Happening) -> Value:
    return killed(happening) if _violence(happening) == _ONE_SIDED else None


def _unknown(happening: Happening) -> Value:
    return None if _violence(happening) == _ONE_SIDED else killed(happening)


def _state_number(side: tuple[Party, ...]) -> Value:
    return next((country(party.country).gw for party in side if _STATE & set(party.sectors) and party.country), None)


def _state_a(happening: Happening) -> Value:
    return _state_number(happening.actors if happening.recipients else happening.actors[:1])


def _state_b(happening: Happening) -> Value:
    return _state_number(happening.other_side)


COLUMNS = (
    Column("id", "number of the event", _number, "made of the id in the dataset", "whole"),
    Column("relid", "id as text", attrgetter("id"), "the id in the dataset"),
    Column("year", "year", year, "of the first day", "whole"),
    Column("active_year", "1 in years with 25 deaths or more in the conflict", made="it is counted over UCDP's whole register"),
    Column("code_status", "state of the coding", _status, "always `Machine`, so that nobody takes the row for one of UCDP's"),
    Column("type_of_violence", "1 state-based, 2 non-state, 3 one-sided", _violence, "from the sectors of both sides; empty where a side is not told, or the first is neither a state's nor an armed group", "whole"),
    Column("conflict_dset_id", "number of the conflict", made=_REGISTER),
    Column("conflict_new_id", "number of the conflict", made=_REGISTER),
    Column("conflict_name", "name of the conflict", made="names of conflicts are UCDP's own"),
    Column("dyad_dset_id", "number of the dyad", made=_REGISTER),
    Column("dyad_new_id", "number of the dyad", made=_REGISTER),
    Column("dyad_name", "both sides", _dyad, "`side_a - side_b`"),
    Column("side_a_dset_id", "number of side A", made=_REGISTER),
    Column("side_a_new_id", "number of side A", made=_REGISTER),
    Column("side_a", "who does it", _side_a, "names, parted by `; `"),
    Column("side_b_dset_id", "number of side B", made=_REGISTER),
    Column("side_b_new_id", "number of side B", made=_REGISTER),
    Column("side_b", "to whom", _side_b, "of mutual events all but the first who do it"),
    Column("number_of_sources", "publishers", attrgetter("independent"), "copies of one text count once", "whole"),
    Column("source_article", "publisher, date and title", _articles, "each in quotes; several parted by `; `"),
    Column("source_office", "publishers", publishers, "parted by `; `"),
    Column("source_date", "date of the article", attrgetter("published"), "ISO; of a story the first"),
    Column("source_headline", "title", attrgetter("title"), "of a story that of the article that tells it first"),
    Column("source_original", "who says so", attrgetter("attributed_to"), "the same as `attributed_to`; empty: the publisher's own voice"),
    Column("where_prec", "1 town, 3 district, 4 province, 5 region, 6 country", _where_precision, "from the sort of place; 2 (near a town) and 7 (at sea) never", "whole"),
    Column("where_coordinates", "the most specific place", place_name, "its name"),
    Column("where_description", "all places", place_names, "most specific first, parted by `; `"),
    Column("adm_1", "province", province, "of the most specific place"),
    Column("adm_2", "district", district, "where a place of the event is one"),
    Column("latitude", "WGS 84", attrgetter("latitude"), "of the first place that has a point", "number"),
    Column("longitude", "WGS 84", attrgetter("longitude"), "of the same place", "number"),
    Column("geom_wkt", "the point", _wkt, "`POINT (longitude latitude)`"),
    Column("priogrid_gid", "cell of PRIO-GRID", _cell, "from the point", "whole"),
    Column("country", "country", country_name, "of the first place that has one"),
    Column("country_id", "its number", _country_number, "Gleditsch and Ward", "whole"),
    Column("region", "UCDP's region", _region, "from the country"),
    Column("event_clarity", "1 a single event, 2 a summary", _clarity, "1 where the day is known", "whole"),
    Column("date_prec", "1 the day, 2 two to six days, 3 the week, 4 the month, 5 longer", _date_precision, "from the days it may have had", "whole"),
    Column("date_start", "first day it may have had", begin, "`YYYY-MM-DD`; empty where no year is known"),
    Column("date_end", "last day it may have had", _last_day, "`YYYY-MM-DD`"),
    Column("deaths_a", "dead of side A", made="Sayso does not tell whose side the dead were on"),
    Column("deaths_b", "dead of side B", made="Sayso does not tell whose side the dead were on"),
    Column("deaths_civilians", "dead civilians", _civilians, "`best`, in one-sided violence", "whole"),
    Column("deaths_unknown", "dead of unknown side", _unknown, "`best`, in other violence", "whole"),
    Column("best", "best estimate", killed, "the lower bound, or the upper where there is no lower", "whole"),
    Column("high", "highest estimate", _high, "the upper bound; empty where open (`at least six`)", "whole"),
    Column("low", "lowest estimate", _low, "the lower bound; empty where open (`up to six`)", "whole"),
    Column("gwnoa", "state of side A", _state_a, "Gleditsch and Ward, where side A is a state's", "whole"),
    Column("gwnob", "state of side B", _state_b, "Gleditsch and Ward, where side B is a state's", "whole"),
)  # fmt: skip

UCDP_GED = Profile(
    "ucdp-ged",
    "UCDP GED's columns",
    "UCDP Georeferenced Event Dataset Codebook, version 24.1",
    write_csv,
    COLUMNS,
    EVIDENCE,
    lethal,
    "all but violence that happened and that people died of",
)
