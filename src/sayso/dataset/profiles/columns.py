"""What a profile is: named columns, each with what it holds and how it is made; and the columns of Sayso's own that end every row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import IO, Any, Literal

from sayso.dataset.finding import Query
from sayso.dataset.happening import TOLLS, Happening, Party, Spot
from sayso.dataset.store import Store

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column. Without `value` it is always empty, and `made` says why."""

    name: str
    holds: str
    value: Callable[[Happening], Value] | None = None
    made: str = ""
    kind: Literal["text", "whole", "number"] = "text"
    tag: str = ""
    """HXL hashtag."""

    def of(self, happening: Happening) -> Value:
        """The cell of one row."""
        return self.value(happening) if self.value else None


@dataclass(slots=True)
class Counts:
    """What came of an export: entries written, and events or stories that the profile leaves out."""

    written: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be written: what a query finds in a store, by a profile's columns."""

    store: Store
    query: Query
    happenings: Iterable[Happening]
    columns: tuple[Column, ...]
    bare: bool = False
    """Only the published columns, in the published form."""
    counts: Counts = field(default_factory=Counts)


@dataclass(frozen=True, slots=True)
class Profile:
    """One form of export."""

    name: str
    about: str
    codebook: str
    """Where the columns are published."""
    write: Callable[[Task, IO[Any]], None]
    columns: tuple[Column, ...] = ()
    own: tuple[Column, ...] = ()
    """Columns of Sayso's own, after the published ones."""
    fit: Callable[[Happening], Happening | None] | None = None
    """Gives a happening what only this profile asks for; None leaves it out."""
    left_out: str = ""
    """What `fit` leaves out, in words."""
    ending: str = "csv"
    of_articles: bool = False
    """One entry per article, not per event."""

    @property
    def binary(self) -> bool:
        """Does it write bytes, not text?"""
        return self.ending == "parquet"


def _span_text(happening: Happening) -> str:
    return "; ".join(f"{article}:{start}-{end}" for article, start, end in happening.evidence_spans)


def joined(values: Iterable[str | None]) -> str | None:
    """Values in one cell, parted by `; `, empty where none says anything; a semicolon inside one is written as a comma, to keep columns parallel."""
    cell = "; ".join((value or "").replace(";", ",") for value in values)
    return cell if cell.strip("; ") else None


def names_of(parties: Iterable[Party | Spot]) -> str | None:
    """Names in one cell."""
    return joined(party.name for party in parties)


def _actors(happening: Happening) -> Value:
    return names_of(happening.actors)


def _recipients(happening: Happening) -> Value:
    return names_of(happening.recipients)


def _tolls(happening: Happening) -> Value:
    known = ((kind, happening.tolls[kind]) for kind in TOLLS)
    return joined(f"{kind} {_open(low)}-{_open(high)}" for kind, (low, high) in known if (low, high) != (None, None))


def _open(bound: int | None) -> str:
    return "" if bound is None else str(bound)


def _model(happening: Happening) -> Value:
    return happening.pipeline.get("model")


def _knowledge(happening: Happening) -> Value:
    return happening.pipeline.get("knowledge")


EVIDENCE = (
    Column("sayso_id", "id in the dataset; `sayso show` takes it", attrgetter("id"), "the event's or story's id"),
    Column("sayso_type", "PLOVER type", attrgetter("type"), "as coded"),
    Column("sayso_mode", "PLOVER mode", attrgetter("mode"), "as coded"),
    Column("reality", "happened, ongoing, planned, threatened, requested, possible, attempted or negated", attrgetter("reality"), "as coded"),
    Column("actors", "everyone who does it", _actors, "names, parted by `; `"),
    Column("recipients", "everyone it is done to", _recipients, "names, parted by `; `"),
    Column("tolls", "all tolls with both bounds", _tolls, "`killed 6-6; injured 81-` is six killed and at least 81 injured"),
    Column("attributed_to", "on whose word it rests", attrgetter("attributed_to"), "speakers, parted by `; `; empty: the publisher's own voice"),
    Column("stance", "asserts, confirms, denies or doubts", attrgetter("stance"), "parallel to `attributed_to`"),
    Column("disputed", "fields that one asserts and another denies", attrgetter("disputed"), "parted by `; `"),
    Column("confidence", "how sure Sayso is that this is an event", attrgetter("confidence"), "0 to 1; of a story the highest of its events", "number"),
    Column("trigger", "the word that names it", attrgetter("trigger"), "verbatim; of a story in the article that tells it first"),
    Column("trigger_start", "where the trigger begins", attrgetter("trigger_start"), "in characters of that article's text", "whole"),
    Column("trigger_end", "where it ends", attrgetter("trigger_end"), "in characters of that article's text", "whole"),
    Column("evidence", "the sentences it was read from", attrgetter("evidence"), "verbatim, parted by ` … `"),
    Column("evidence_spans", "where they stand", _span_text, "`ARTICLE:START-END`, in characters of the article's text, parted by `; `"),
    Column("article_id", "the article", attrgetter("article"), "its id in the dataset; of a story the one that tells it first"),
    Column("sayso_version", "the software that read it", attrgetter("version"), "from the record"),
    Column("sayso_model", "the language model that read it", _model, "SHA-256"),
    Column("sayso_knowledge", "the knowledge it was read with", _knowledge, "SHA-256"),
)  # fmt: skip
"""What every row of an export carries beside the published columns."""
