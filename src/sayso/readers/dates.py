"""Publication dates: those a user or a file states, and those that an address or the head of a text gives away."""

from __future__ import annotations

import re
from datetime import date, datetime

from sayso.errors import InputError

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|Wednes|Satur)(?:day)?,?\s+)?"
_WRITTEN = (
    rf"{_WEEKDAY}(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH}|{_MONTH.replace('month', 'month2')}"
    rf"\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?),?[\s-]+(?P<year>\d{{4}})"
)
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d{1,2}:\d\d.*)?$", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$")
_WORDS = re.compile(rf"{_WRITTEN}(?:,?\s.*)?$", re.IGNORECASE | re.DOTALL)
_FIX = "write it as 2022-12-14, 2022-12 or 2022"
_FIRST_YEAR, _LAST_YEAR = 1600, 2999


def parse_date(value: object, *, where: str = "") -> str:
    """A stated date as an ISO date, as exact as it was: `14 Dec 2022`, `2022-12-14T08:00Z` and `20221214` are `2022-12-14`.

    Times of day are dropped. Raises InputError, beginning with `where`, for what is no date or can be read in two ways.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    written = str(value).strip()
    place = f"{where}: " if where else ""
    if re.match(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b", written):
        raise InputError(f"{place}the date {written!r} leaves open which number is the day; {_FIX}.")
    parts = _parts(written)
    if parts is None:
        raise InputError(f"{place}{written!r} is not a date that can be read; {_FIX}.")
    iso = _iso(*parts)
    if iso is None:
        raise InputError(f"{place}there is no such day as {written!r}; {_FIX}.")
    return iso


def _parts(written: str) -> tuple[int, int | None, int | None] | None:
    """Year, month and day of a written date."""
    if found := _ISO.match(written) or _COMPACT.match(written):
        year, month, day = found.groups()
        return int(year), int(month) if month else None, int(day) if day else None
    if found := _WORDS.match(written):
        return _written_parts(found)
    return None


def _written_parts(found: re.Match[str]) -> tuple[int, int, int]:
    month = (found["month"] or found["month2"])[:3].lower()
    return int(found["year"]), _MONTHS.index(month) + 1, int(found["day"] or found["day2"])


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    """The ISO date, or None when the calendar has no such day."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return f"{year:04}" + (f"-{month:02}" if month is not None else "") + (f"-{day:02}" if day is not None else "")


_URL_SPLIT = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.?#-]|$)")
_URL_RUN = re.compile(r"(?<!\d)((?:19[89]|20[0-4])\d)(\d\d)(\d\d)(?:\d{4}|\d{6})?(?!\d)")
_URL_EUROPEAN = re.compile(r"/(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?=[/?#]|$)")
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(\d\d)(?=/)")
_URL_NAMED = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d{1,2})(?=[/?#]|$)", re.IGNORECASE)


def date_in_url(url: str) -> str | None:
    """The day in an address (`/2022/12/14/`, `/2022/dec/14/`, `20221214`, `/15/07/2022/`), or the month if that is all it has.

    None when there is none, when it has several, or when day and month could be exchanged.
    """
    path = re.sub(r"^[a-z]+://[^/]*", "", url)
    days = {_iso(int(y), int(m), int(d)) for y, m, d in _URL_SPLIT.findall(path) + _URL_RUN.findall(path)}
    days |= {_iso(int(y), _MONTHS.index(m.lower()) + 1, int(d)) for y, m, d in _URL_NAMED.findall(path) if m.lower() in _MONTHS}
    days |= {_iso(int(y), int(m), int(d)) for d, m, y in _URL_EUROPEAN.findall(path) if int(d) > 12 or d == m}
    found = sorted(day for day in days if day)
    if len(found) == 1:
        return found[0]
    months = {_iso(int(y), int(m), None) for y, m in _URL_MONTH.findall(path)}
    return None if found or len(months) != 1 else months.pop()


_HEAD_LINES, _HEAD_LENGTH = 6, 200
_LABEL = r"(?P<label>(?:first |last )?(?:published|posted|updated|issued|modified|date)(?: on| at)?\s*[:|]?\s*)?"
_CLOCK = r"(?:\s*[,|@-]?\s*(?:at\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?)?)?"
_STAMP = re.compile(rf"{_LABEL}{_WRITTEN}{_CLOCK}\.?$", re.IGNORECASE)
_STAMP_ISO = re.compile(rf"{_LABEL}(\d{{4}})-(\d\d)-(\d\d)(?:T\S*)?{_CLOCK}$", re.IGNORECASE)
_DATED = re.compile(rf"(?:[A-Z][\w .,'’/-]{{0,40}}?[,(–—-]\s*)?(?i:{_WRITTEN})\)?\s*(?:\((?:[A-Z][\w.]*\s?){{1,3}}\)|:)")


def is_stamp(line: str) -> bool:
    """Whether a line is nothing but a date of publication."""
    line = line.strip()
    return len(line) < 80 and bool(_STAMP.match(line) or _STAMP_ISO.match(line))


def date_in_head(text: str) -> str | None:
    """The day in the first lines of a text: a line that is a date, or a dateline with a year before its agency.

    None when there is none, or when there are two that differ; when a report was updated counts only if nothing else does.
    """
    days: set[str | None] = set()
    updates: set[str | None] = set()
    for line in _head_lines(text):
        found, iso = _STAMP.match(line) or _DATED.match(line), _STAMP_ISO.match(line)
        stamp = found or iso
        label = stamp.groupdict().get("label") if stamp else None
        into = updates if label and re.match("updated|last|modified", label, re.IGNORECASE) else days
        if found:
            into.add(_iso(*_written_parts(found)))
        elif iso:
            into.add(_iso(int(iso[2]), int(iso[3]), int(iso[4])))
    known = (days - {None}) or (updates - {None})
    return known.pop() if len(known) == 1 else None


def _head_lines(text: str) -> list[str]:
    lines = (line.strip() for line in text[:2000].splitlines())
    return [line[:_HEAD_LENGTH] for line in lines if line][:_HEAD_LINES]
