"""Days as other data sets write them, from dates that are as exact as the text allows."""

from __future__ import annotations

import calendar
import re
from datetime import date

from sayso.dataset.happening import Happening

_DAY, _MONTH, _YEAR = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d"), re.compile(r"\d{4}")


def day(iso: str | None) -> date | None:
    """A date that is known to the day."""
    if not iso or not _DAY.fullmatch(iso):
        return None
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def first_day(iso: str | None) -> date | None:
    """The first day that a date may be."""
    if iso and _MONTH.fullmatch(iso) and 1 <= int(iso[5:]) <= 12 and int(iso[:4]):
        return date(int(iso[:4]), int(iso[5:]), 1)
    if iso and _YEAR.fullmatch(iso) and int(iso):
        return date(int(iso), 1, 1)
    return day(iso)


def last_day(iso: str | None) -> date | None:
    """The last day that a date may be."""
    first = first_day(iso)
    if first is None or iso is None or day(iso):
        return first
    month = first.month if _MONTH.fullmatch(iso) else 12
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


def days(happening: Happening) -> tuple[date, date] | None:
    """The first and the last day that it may have had; None where no year is known."""
    first = first_day(happening.start or happening.end)
    last = last_day(happening.end or happening.start)
    return (first, max(first, last)) if first and last else None


def year(happening: Happening) -> int | None:
    """The year it began, where known."""
    span = days(happening)
    return span[0].year if span else None
