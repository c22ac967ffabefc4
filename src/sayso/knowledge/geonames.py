"""A gazetteer from the full dump of GeoNames (`allCountries.zip`), for those who have it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from sayso.errors import InputError
from sayso.knowledge.gazetteer_file import Row, write_gazetteer
from sayso.knowledge.names import key
from sayso.knowledge.regions import read_abbreviations, read_countries, region_rows

_COLUMNS = 19
_KINDS = (
    "governorate", "province", "region", "state", "county", "oblast", "district", "department", "prefecture",
)  # fmt: skip
"""What English news puts behind the name of a province."""
_COUNTRIES = frozenset({"PCL", "PCLD", "PCLF", "PCLI", "PCLIX", "PCLS", "TERR"})
_POINTS = frozenset({"AIRP", "AIRF", "AIRB", "CMPRF", "CMP", "INSM", "DAM", "PRT", "OILR", "STNB", "PS", "NVB", "PP", "MNMT"})
"""Airports, camps, bases, dams, ports and power stations, of all the spots that the dump has."""
_REGIONS = frozenset(
    {
        "RGN", "RGNE", "RGNH", "RGNL", "AREA", "CONT", "PRK", "RES", "OAS", "CST", "LCTY", "SEA", "OCN", "GULF", "STRT", "BAY", "LK", "LKS",
        "STM", "CNL", "CHN", "RSV", "ISL", "ISLS", "MT", "MTS", "PK", "PEN", "CAPE", "VAL", "VALS", "DSRT", "PASS", "PLN", "PLAT", "ZN", "ZNB",
        "ADMD", "ADM3", "ADM4",
    }
)  # fmt: skip
_NOMINAL = 1_000
"""Inhabitants that a region, water or spot counts as where the dump has none."""


def build(dump: Path, out: Path) -> int:
    """Write the gazetteer of a dump, with the package's own regions, to a file; returns how many places it has.

    The dump is `allCountries.zip` of GeoNames, a country's (`SY.zip`), or the text file in it. Raises InputError where it is none.
    """
    try:
        return write_gazetteer(_rows(dump), out)
    except zipfile.BadZipFile as error:
        raise InputError(f"{dump}: is no ZIP file ({error}); fetch allCountries.zip from GeoNames again.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{dump}: is not UTF-8 text, so no dump of GeoNames.") from error
    except OSError as error:
        raise InputError(f"{dump} → {out}: {(error.strerror or str(error)).lower()}.") from error


def _rows(dump: Path) -> Iterator[Row]:
    countries, short = read_countries(), read_abbreviations()
    yield from region_rows()
    for line in _lines(dump):
        row = row_of(line, countries, short)
        if row is not None:
            yield row


def _lines(dump: Path) -> Iterator[str]:
    """Lines of the dump. Raises InputError, naming the line, where one has not the columns of GeoNames."""
    number = 0
    for number, line in enumerate(_text(dump), 1):
        if line.count("\t") != _COLUMNS - 1:
            raise InputError(f"{dump}, line {number}: has {line.count(chr(9)) + 1} columns, not the {_COLUMNS} of GeoNames.")
        yield line.rstrip("\n")
    if not number:
        raise InputError(f"{dump}: is empty.")


def _text(dump: Path) -> Iterator[str]:
    if dump.suffix.lower() != ".zip":
        with dump.open(encoding="utf8", newline="\n") as stream:
            yield from stream
        return
    with zipfile.ZipFile(dump) as archive:
        names = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
        if not names:
            raise InputError(f"{dump}: has no .txt file in it, so is no dump of GeoNames.")
        with archive.open(names[0]) as raw:
            yield from io.TextIOWrapper(raw, encoding="utf8", newline="\n")


def row_of(line: str, countries: dict[str, str], short: dict[str, set[str]]) -> Row | None:
    """The place of one line of a dump, or None where it is of no kind that news names."""
    columns = line.split("\t")
    gid, name, plain, others, latitude, longitude, kind, code, state = columns[:9]
    admin1, admin2, population = columns[10], columns[11], int(columns[14] or 0)
    precision = precision_of(kind, code)
    if precision is None:
        return None
    province = f"{state}.{admin1}" if admin1 and admin1 != "00" else ""
    county = f"{province}.{admin2}" if province and admin2 else ""
    own = {"admin1": province, "admin2": county}.get(precision, "")
    names = {key(other) for other in (name, plain, *others.split(",")) if is_name(other)}
    if precision == "admin1":
        names |= {f"{known} {word}" for known in names for word in _KINDS} | short.get(province, set())
    return Row(
        name, countries.get(state, ""), precision, names, float(latitude), float(longitude), population or _least(precision), int(gid),
        province, county, own, code == "PPLC",
    )  # fmt: skip


def _least(precision: str) -> int:
    return 0 if precision == "city" else _NOMINAL


def precision_of(kind: str, code: str) -> str | None:
    """The precision of a GeoNames feature class and code; None for what is left out."""
    if kind == "P":
        return "city"
    if kind == "A" and (code in _COUNTRIES or code in ("ADM1", "ADM2")):
        return "country" if code in _COUNTRIES else code.replace("ADM", "admin")
    if kind in "AHLT" and code in _REGIONS:
        return "region"
    return "point" if kind in "SL" and code in _POINTS else None


def is_name(name: str) -> bool:
    """Whether a name may stand in English news: it begins with a capital and has no letters but Latin ones."""
    return len(name) > 2 and name[0].isupper() and all(c < "\u0250" or "\u1e00" <= c < "\u1f00" or c in "’‘ʿʾ" for c in name)
