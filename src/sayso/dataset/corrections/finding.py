"""Whom, where and which words somebody means, in one article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from sayso.article import Span
from sayso.dataset.corrections.desk import Desk
from sayso.errors import InputError
from sayso.knowledge.names import key
from sayso.knowledge.places import Gazetteer, load_gazetteer

_OFFSETS = re.compile(r"\s*(\d+)\s*[-–:]\s*(\d+)\s*")
_DESCRIBED = re.compile(r"(?P<name>.+?)\s*\((?P<country>[A-Z]{3})?\s*(?P<sectors>[A-Z]{3}(?:[+ ][A-Z]{3})*)?\)")
_ELLIPSIS = " … "
_TOLD = 12
"""Names that a message lists."""


def items(value: Any) -> list[Any]:
    """The values of a list, or of words parted by `;`; none where nothing is given."""
    if value is None:
        return []
    if isinstance(value, str):
        return [word.strip() for word in value.split(";") if word.strip() not in ("", "-")]
    return list(value) if isinstance(value, (list, tuple)) else [value]


def actor_of(desk: Desk, written: str) -> str:
    """The id of the actor meant: by id, by name, or new where it is described, as `Harbour Front (PRT REB)`."""
    known = [(actor.id, actor.name, [desk.text[slice(*mention)] for mention in actor.mentions]) for actor in desk.record.actors]
    known += [(actor["id"], actor["name"], []) for actor in desk.entries("actor")]
    described = _DESCRIBED.fullmatch(written)
    name = described["name"] if described else written
    found = [actor for actor, called, _ in known if actor == written or key(called) == key(name)]
    found = found or ([] if described else [actor for actor, _, mentions in known if key(name) in map(key, mentions)])
    if found:
        return found[0]
    if not described:
        there = "; ".join(called for _, called, _ in known[:_TOLD]) + (" …" if len(known) > _TOLD else "") or "nobody"
        raise InputError(
            f"the article has no actor {written!r}; it has {there}. To add one, give its country and sectors, as {written} (SYR REB) or {written} ()."
        )
    sectors = re.split(r"[+ ]", described["sectors"]) if described["sectors"] else []
    entry = {"name": name, "kind": "group", "country": described["country"], "sector": sectors, "office": None, "knowledge_id": None}
    return desk.add("actor", {**entry, "mentions": occurrences(desk.text, name)})


def place_of(desk: Desk, written: str) -> str:
    """The id of the place meant: by id, by name, or new where the gazetteer knows it or a country stands with it, as `Homs (SYR)`."""
    known = [(place.id, place.name, place.country) for place in desk.record.places]
    known += [(place["id"], place["name"], place["country"]) for place in desk.entries("place")]
    described = _DESCRIBED.fullmatch(written)
    name, country = (described["name"], described["country"]) if described else (written, None)
    found = [place for place, called, home in known if place == written or (key(called) == key(name) and country in (None, home))]
    if found:
        return found[0]
    candidates = [one for one in _gazetteer().candidates(name) if country in (None, one.country)]
    if not candidates and not described:
        raise InputError(f"no place {written!r} is known; write it with its country, as {written} (SYR), and correct its point afterwards.")
    entry: dict[str, Any] = {
        "name": name,
        "country": country,
        "admin1": None,
        "latitude": None,
        "longitude": None,
        "precision": "region",
        "geonames_id": None,
    }
    if candidates:
        best = candidates[0]
        entry |= {field: getattr(best, field) for field in ("country", "admin1", "latitude", "longitude", "precision", "geonames_id")}
    return desk.add("place", {**entry, "mentions": occurrences(desk.text, name)})


@cache
def _gazetteer() -> Gazetteer:
    return load_gazetteer()


def span_of(desk: Desk, written: Any, near: Sequence[Sequence[int]] | None = None) -> list[int]:
    """Where words stand, given themselves or by offsets (`12-20`); those `near` spans where the text has them more than once."""
    if isinstance(written, (list, tuple)):
        return [int(offset) for offset in written]
    if offsets := _OFFSETS.fullmatch(str(written)):
        return [int(offsets[1]), int(offsets[2])]
    found = occurrences(desk.text, str(written))
    inside = [span for span in found if any(start <= span[0] and span[1] <= end for start, end in near or ())]
    if not found:
        raise InputError(f"the words {str(written)!r} do not stand in the text; copy them as they are, or give offsets, as 12-20.")
    if len(found) > 1 and len(inside) != 1:
        raise InputError(f"the words {str(written)!r} stand in the text {len(found)} times; give offsets, as {found[0][0]}-{found[0][1]}.")
    return inside[0] if len(found) > 1 else found[0]


def spans_of(desk: Desk, written: Any) -> list[list[int]]:
    """Where each of several pieces stands; pieces of words are parted by ` … `, offsets by `;`."""
    if isinstance(written, str):
        pieces: list[Any] = written.split(_ELLIPSIS)
        if all(_OFFSETS.fullmatch(piece) for piece in written.split(";")):
            pieces = written.split(";")
        return [span_of(desk, piece) for piece in pieces if piece.strip()]
    return [span_of(desk, piece) for piece in written or ()]


def occurrences(text: str, words: str) -> list[list[int]]:
    """Every place where words stand whole in a text."""
    if not words.strip():
        return []
    return [[match.start(), match.end()] for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def nearest(desk: Desk, actor: str, span: Sequence[int]) -> list[int] | None:
    """The mention of an actor that stands nearest to a span."""
    mentions: list[Span] = [tuple(mention) for added in desk.entries("actor") if added["id"] == actor for mention in added["mentions"]]
    mentions += [mention for known in desk.record.actors if known.id == actor for mention in known.mentions]
    best = min(mentions, key=lambda mention: (abs(mention[0] - span[0]), mention), default=None)
    return list(best) if best else None


def sentence_around(text: str, span: Sequence[int]) -> list[int]:
    """The sentence that a span stands in, by its full stops and line ends."""
    breaks = [0, *(match.end() for match in re.finditer(r"(?<=[.!?])[\"”’']?\s+|\n+", text)), len(text)]
    start = max(at for at in breaks if at <= span[0])
    end = min(at for at in breaks if at >= span[1])
    return [start, start + len(text[start:end].rstrip())]
