"""One record per story: what its reports say, weighed by how many publishers say it independently of each other.

Of each field the best supported value stands: most independent publishers first, then the more exact, then the earlier told. All others are kept
in the story's detail with who told them. Nothing is averaged: a toll is the range of all figures, each with its source and date.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sayso.dataset.stories.members import Member, support
from sayso.dataset.stories.reports import KINDS

_REALITIES = ("happened", "ongoing", "negated", "attempted", "planned", "threatened", "requested", "possible")
"""One deed told in several realities is taken for the first of these."""
_EXACT = ("region", "country", "admin1", "admin2", "city", "point")


class Time(NamedTuple):
    """When, each end as exact as known."""

    start: str | None
    end: str | None


class Backed(NamedTuple):
    """Someone who is named as actor or recipient, and by whom."""

    name: str
    country: str
    publishers: int
    """How many tell it independently of each other."""
    members: Sequence[Member]


class Where(NamedTuple):
    """Places of one report as its row has them."""

    places: str
    countries: str | None
    latitude: float | None
    longitude: float | None
    precision: str | None


def story_row(story: str, members: Sequence[Member]) -> dict[str, Any]:
    """A story's row from its members, the earliest told first."""
    first = members[0].row
    time = best(members, _time, speaks_for=_agrees, exactness=_exactness) or Time(None, None)
    where = best(members, _where, speaks_for=_lies_in, exactness=_precision)
    backed = {side: _backed(members, side) for side in ("actor", "recipient")}
    actors, recipients = (_parties(several) for several in backed.values())
    published = sorted(member.row["published"] for member in members if member.row["published"])
    asserted, denied = (_speakers(members, stances) for stances in (("asserts", "confirms"), ("denies",)))
    return {
        "id": story,
        "type": first["type"],
        "mode": best(members, _mode),
        "actors": _cell([one.name for one in actors]),
        "actor_countries": _cell([one.country for one in actors]),
        "recipients": _cell([one.name for one in recipients]),
        "recipient_countries": _cell([one.country for one in recipients]),
        "start": time.start,
        "end": time.end,
        "places": where.places if where else None,
        "place_countries": where.countries if where else None,
        "latitude": where.latitude if where else None,
        "longitude": where.longitude if where else None,
        "precision": where.precision if where else None,
        "reality": min((member.row["reality"] for member in members), key=_REALITIES.index),
        **_tolls(members),
        "events": len(members),
        "articles": len({member.row["article"] for member in members}),
        "publishers": support(members),
        "first_published": published[0] if published else None,
        "last_published": published[-1] if published else None,
        "asserted_by": _cell(asserted),
        "denied_by": _cell(denied),
        "disputed": _cell(disputed(members)),
        "detail": json.dumps(_detail(members, backed), ensure_ascii=False),
    }


def best(
    members: Sequence[Member],
    value_of: Callable[[Member], Any],
    *,
    speaks_for: Callable[[Any, Any], bool] | None = None,
    exactness: Callable[[Any], int] | None = None,
) -> Any:
    """The best supported value, None where nobody gives one; `speaks_for`: whether a report of the first value supports the second as well."""
    told: dict[Any, list[Member]] = {}
    for member in members:
        value = value_of(member)
        if value is not None:
            told.setdefault(value, []).append(member)
    if len(told) <= 1:
        return next(iter(told), None)

    def rank(value: Any) -> tuple[int, int, int, tuple[str, str]]:
        backers = [one for other, those in told.items() if other == value or (speaks_for and speaks_for(other, value)) for one in those]
        return -support(backers), -(exactness(value) if exactness else 0), -len(backers), told[value][0].order

    return min(told, key=rank)


def _time(member: Member) -> Time | None:
    found = Time(member.row["start"], member.row["end"])
    return found if found != (None, None) else None


def _agrees(coarse: Time, fine: Time) -> bool:
    """Whether a date known less exactly holds the other: January 2018 speaks for the 20th of it."""
    return bool(coarse.start and fine.start and coarse.start != fine.start and fine.start.startswith(coarse.start))


def _exactness(time: Time) -> int:
    return 2 * len(time.start or "") + bool(time.end)


def _where(member: Member) -> Where | None:
    row = member.row
    return Where(row["places"], row["place_countries"], row["latitude"], row["longitude"], row["precision"]) if row["places"] else None


def _lies_in(coarse: Where, fine: Where) -> bool:
    """Whether a country alone is named, and the other place lies in it."""
    return (
        coarse.precision in ("country", None) and fine.precision not in ("country", None) and _first(coarse.countries) == _first(fine.countries) != ""
    )


def _first(cell: str | None) -> str:
    return (cell or "").split("; ")[0]


def _precision(where: Where) -> int:
    return _EXACT.index(where.precision) if where.precision in _EXACT else -1


def _mode(member: Member) -> Any:
    return member.row["mode"]


def named(members: Sequence[Member], side: str) -> dict[tuple[str, str], list[Member]]:
    """Who is named as `actor` or `recipient`, with country, and by which members, in the order in which they are told."""
    found: dict[tuple[str, str], list[Member]] = {}
    for member in members:
        names, countries = ((member.row[column] or "").split("; ") for column in (f"{side}s", f"{side}_countries"))
        for place, name in enumerate(names):
            if name:
                found.setdefault((name, countries[place] if place < len(countries) else ""), []).append(member)
    return found


def _backed(members: Sequence[Member], side: str) -> list[Backed]:
    """Each of those who are named, with how many tell so."""
    return [Backed(*who, support(those), those) for who, those in named(members, side).items()]


def _parties(several: Sequence[Backed]) -> list[Backed]:
    """Those whom more than half as many publishers and reports name as name the best supported one, best first."""
    publishers = max((one.publishers for one in several), default=0)
    reports = max((len(one.members) for one in several), default=0)
    kept = [one for one in several if 2 * one.publishers > publishers and 2 * len(one.members) > reports]
    return sorted(kept, key=lambda one: (-one.publishers, -len(one.members)))


def _tolls(members: Sequence[Member]) -> dict[str, int | None]:
    """Of each kind the least and the most that anyone gives; an open bound stays open."""
    found: dict[str, int | None] = {}
    for kind in KINDS:
        figures = [toll for member in members for toll in member.tolls if toll["kind"] == kind]
        highs = [toll["max"] for toll in figures]
        found[f"{kind}_min"] = min((toll["min"] for toll in figures if toll["min"] is not None), default=None)
        found[f"{kind}_max"] = None if None in highs else max(highs, default=None)
    return found


def _speakers(members: Sequence[Member], stances: Sequence[str]) -> list[str]:
    """Who takes one of these stances to anything of the story, in the order in which they are told."""
    return list(dict.fromkeys(said.speaker for member in members for said in member.said if said.stance in stances))


def disputed(members: Sequence[Member]) -> list[str]:
    """What one asserts and another denies, within a report or across reports; a fact in a publisher's own voice is asserted too."""
    found = {field for member in members for field in (member.row["disputed"] or "").split("; ") if field}
    sides: dict[str, dict[str, set[str]]] = {}
    for member in members:
        for said in member.said:
            sides.setdefault(said.field, {}).setdefault("denies" if said.stance == "denies" else "asserts", set()).add(said.speaker)
        if member.own_voice:
            sides.setdefault("event", {}).setdefault("asserts", set()).add("")
    for field, stances in sides.items():
        if any(one != other for one in stances.get("asserts", ()) for other in stances.get("denies", ())):
            found.add("reality" if field == "event" else field)
    return sorted(found)


def _detail(members: Sequence[Member], backed: Mapping[str, Sequence[Backed]]) -> dict[str, Any]:
    """All that its reports say, each with who told it."""
    return {
        "events": [member.row["id"] for member in members],
        **{f"{side}s": [_backing(one) for one in several] for side, several in backed.items()},
        "times": [{"start": m.row["start"], "end": m.row["end"], **_teller(m)} for m in members if _time(m)],
        "places": [{"places": m.row["places"], "precision": m.row["precision"], **_teller(m)} for m in members if m.row["places"]],
        "toll": [{**toll, **_teller(member)} for member in members for toll in member.tolls],
        "says": [
            {"field": said.field, "stance": said.stance, "speaker": said.speaker, **_teller(member)} for member in members for said in member.said
        ],
        "own_voice": [_teller(member) for member in members if member.own_voice],
    }


def _backing(one: Backed) -> dict[str, Any]:
    return {"name": one.name, "country": one.country or None, "publishers": one.publishers, "events": [member.row["id"] for member in one.members]}


def _teller(member: Member) -> dict[str, Any]:
    return {"event": member.row["id"], "publisher": member.row["publisher"], "published": member.row["published"]}


def _cell(values: Sequence[str]) -> str | None:
    return "; ".join(value.replace(";", ",") for value in values) or None
