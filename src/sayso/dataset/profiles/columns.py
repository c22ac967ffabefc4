"""What a profile is: named columns, each with what it holds and how it is made, and a way to write rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import IO, Any, Literal

from sayso.dataset.finding import Query
from sayso.dataset.happening import Happening, Party, Spot
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


def joined(values: Iterable[str | None]) -> str | None:
    """Values in one cell, parted by `; `, empty where none says anything; a semicolon inside one is written as a comma, to keep columns parallel."""
    cell = "; ".join((value or "").replace(";", ",") for value in values)
    return cell if cell.strip("; ") else None


def names_of(parties: Iterable[Party | Spot]) -> str | None:
    """Names in one cell."""
    return joined(party.name for party in parties)
