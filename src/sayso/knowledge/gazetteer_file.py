"""The gazetteer as one file: written once, mapped into memory, read a few kilobytes at a time.

Layout, all numbers little-endian: magic, length of the header, header (JSON: countries, number of places, and where the sections lie), then
three sections. `places` has one fixed record each, ordered by grain and name. `names` has their names in blocks of 64, `keys` the sorted
keys that names are looked up by with the numbers of their places in blocks of 64; blocks are compressed one by one.
"""

from __future__ import annotations

import json
import mmap
import sqlite3
import struct
import tempfile
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO

from sayso.writing import replacing

MAGIC = b"sayso-gazetteer-1\n"
PRECISIONS = ("country", "admin1", "admin2", "region", "city", "point")
"""Also the order in which places are written, so that a place comes after those it lies in."""
_BLOCK = 64
_RECORD = struct.Struct("<IiiHHIBB")
_DEGREE = 10_000
_NOWHERE = 0x7FFFFFFF
"""Latitude of a place without a point."""
_CAPITAL = 0x80
"""Added to a capital's precision."""
_COLUMNS = "name TEXT, gid INTEGER, country TEXT, admin1 TEXT, admin2 TEXT, code TEXT, lat REAL, lon REAL, pop INTEGER, prec INTEGER, capital INTEGER"


@dataclass(slots=True)
class Row:
    """One place as it is written. `admin1` and `admin2` are codes (`US.AL`, `US.AL.113`), `code` is a province's own."""

    name: str
    country: str
    precision: str
    names: set[str]
    """Keys of all its names, see `names.key`."""
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    geonames_id: int = 0
    admin1: str = ""
    admin2: str = ""
    code: str = ""
    capital: bool = False
    """Whether it is the capital of a country."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place as it is read. `admin1` and `admin2` are numbers of places; 0, which is a country's, says none."""

    geonames_id: int
    latitude: float | None
    longitude: float | None
    population: int
    admin1: int
    admin2: int
    country: str
    precision: str
    capital: bool


def write_gazetteer(rows: Iterable[Row], path: Path) -> int:
    """Write places to a file, whole or not at all; returns how many. The same rows give the same bytes. Sorts on disk, not in memory."""
    with replacing(path) as partial, tempfile.TemporaryDirectory() as folder:
        db = sqlite3.connect(Path(folder) / "rows.sqlite")
        try:
            _fill(db, rows)
            with partial.open("wb") as stream:
                return _write(db, stream)
        finally:
            db.close()


def _fill(db: sqlite3.Connection, rows: Iterable[Row]) -> None:
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    db.execute(f"CREATE TABLE place (id INTEGER PRIMARY KEY, {_COLUMNS})")
    db.execute("CREATE TABLE name (key BLOB, id INTEGER)")
    for number, row in enumerate(rows):
        db.execute(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                number, row.name, row.geonames_id, row.country, row.admin1, row.admin2, row.code,
                row.latitude, row.longitude, row.population, PRECISIONS.index(row.precision), row.capital,
            ),
        )  # fmt: skip
        db.executemany("INSERT INTO name VALUES (?,?)", [(name.encode(), number) for name in sorted(row.names) if name])


def _write(db: sqlite3.Connection, stream: BinaryIO) -> int:
    countries = ["", *(code for (code,) in db.execute("SELECT DISTINCT country FROM place WHERE country != '' ORDER BY country"))]
    (count,) = db.execute("SELECT count(*) FROM place").fetchone()
    head = _header(countries, count, {})
    room = len(head) + 400
    stream.write(MAGIC + struct.pack("<I", room) + b" " * room)
    sections: dict[str, list[int]] = {}
    numbers = array("I", bytes(4 * count))
    names: list[str] = []
    start = stream.tell()
    for number, (own, record, name) in enumerate(_records(db, countries)):
        numbers[own] = number
        names.append(name)
        stream.write(record)
    sections["places"] = [start, stream.tell() - start]
    blocks = [_block(stream, "\n".join(names[i : i + _BLOCK]).encode()) for i in range(0, count, _BLOCK)]
    sections["names"] = _table(stream, blocks, [])
    sections["keys"] = _keys(db, stream, numbers)
    text = _header(countries, count, sections)
    stream.seek(len(MAGIC))
    stream.write(struct.pack("<I", room) + text.ljust(room))
    return int(count)


def _header(countries: list[str], count: int, sections: dict[str, list[int]]) -> bytes:
    return json.dumps({"countries": countries, "count": count, "sections": sections}, sort_keys=True).encode()


def _records(db: sqlite3.Connection, countries: list[str]) -> Iterator[tuple[int, bytes, str]]:
    """Each place's number as it came, its record and its name, in the order of the file."""
    country_at = {code: at for at, code in enumerate(countries)}
    provinces: dict[str, int] = {}
    ordered = db.execute("SELECT * FROM place ORDER BY prec, name, pop DESC, gid, country, code, id")
    for number, (own, name, gid, country, admin1, admin2, code, lat, lon, pop, precision, capital) in enumerate(ordered):
        if code:
            provinces.setdefault(code, number)
        first = provinces.get(admin1, 0)
        record = _RECORD.pack(
            gid, _NOWHERE if lat is None else round(lat * _DEGREE), _NOWHERE if lon is None else round(lon * _DEGREE),
            squeeze(pop), first if first < 0x10000 else 0, provinces.get(admin2, 0), country_at.get(country, 0), precision | _CAPITAL * capital,
        )  # fmt: skip
        yield own, record, name


def _block(stream: BinaryIO, content: bytes) -> list[int]:
    start = stream.tell()
    stream.write(zlib.compress(content, 9))
    return [start, stream.tell() - start]


def _table(stream: BinaryIO, blocks: list[list[int]], heads: list[bytes]) -> list[int]:
    """Where the blocks lie, and the first key of each, as a block of their own."""
    places = array("Q", [edge for block in blocks for edge in block]).tobytes()
    return _block(stream, struct.pack("<I", len(blocks)) + places + b"\n".join(heads))


def _keys(db: sqlite3.Connection, stream: BinaryIO, numbers: array[int]) -> list[int]:
    ordered = db.execute("SELECT DISTINCT key, id FROM name ORDER BY key")
    blocks: list[list[int]] = []
    heads: list[bytes] = []
    lines: list[bytes] = []
    for key, pairs in groupby(ordered, key=itemgetter(0)):
        if len(lines) == _BLOCK:
            blocks.append(_block(stream, b"\n".join(lines)))
            lines = []
        if not lines:
            heads.append(key)
        lines.append(key + b"\t" + _steps(sorted({numbers[own] for _, own in pairs})))
    if lines:
        blocks.append(_block(stream, b"\n".join(lines)))
    return _table(stream, blocks, heads)


def _steps(numbers: list[int]) -> bytes:
    """Rising numbers as the first and the steps to the next ones."""
    return b" ".join(b"%d" % (number - before) for before, number in zip([0, *numbers], numbers, strict=False))


def squeeze(population: int) -> int:
    """A population in 16 bits: five of exponent, eleven of mantissa, so right to one part in a thousand."""
    shift = max(0, population.bit_length() - 11)
    return min(shift, 31) << 11 | population >> shift


def unsqueeze(squeezed: int) -> int:
    """The population that `squeeze` wrote."""
    return (squeezed & 0x7FF) << (squeezed >> 11)


class GazetteerFile:
    """Look-ups in a file of `write_gazetteer`. OSError where it cannot be opened, ValueError where it is no gazetteer."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as stream:
            self._map = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        if self._map[: len(MAGIC)] != MAGIC:
            raise ValueError("it is no gazetteer of this version")
        start = len(MAGIC) + 4
        (length,) = struct.unpack_from("<I", self._map, len(MAGIC))
        header = json.loads(self._map[start : start + length])
        self.count: int = header["count"]
        self._countries: list[str] = header["countries"]
        self._places: int = header["sections"]["places"][0]
        self._names, _ = self._read_table(header["sections"]["names"])
        self._keys, self._heads = self._read_table(header["sections"]["keys"])
        self._name_block = lru_cache(maxsize=64)(self._read_names)

    def forget(self) -> None:
        """Remember no names that were read before."""
        self._name_block.cache_clear()

    def find(self, key: str) -> list[int]:
        """Numbers of the places of a key, none where it is unknown."""
        wanted = key.encode("utf8", "replace")
        block = bisect_right(self._heads, wanted) - 1
        if block < 0 or not wanted:
            return []
        content = b"\n" + self._read(*self._keys[block]) + b"\n"
        at = content.find(b"\n" + wanted + b"\t")
        if at < 0:
            return []
        steps = content[at + len(wanted) + 2 : content.index(b"\n", at + 1)]
        numbers, number = [], 0
        for step in steps.split():
            number += int(step)
            numbers.append(number)
        return numbers

    def entry(self, number: int) -> Entry:
        """The place of a number."""
        gid, lat, lon, pop, admin1, admin2, country, precision = _RECORD.unpack_from(self._map, self._places + number * _RECORD.size)
        return Entry(
            gid, None if lat == _NOWHERE else lat / _DEGREE, None if lon == _NOWHERE else lon / _DEGREE,
            unsqueeze(pop), admin1, admin2, self._countries[country], PRECISIONS[precision & ~_CAPITAL], precision >= _CAPITAL,
        )  # fmt: skip

    def name(self, number: int) -> str:
        """The name of the place of a number."""
        return self._name_block(number // _BLOCK)[number % _BLOCK]

    def _read_names(self, block: int) -> list[str]:
        return self._read(*self._names[block]).decode().split("\n")

    def _read(self, start: int, length: int) -> bytes:
        return zlib.decompress(self._map[start : start + length])

    def _read_table(self, place: list[int]) -> tuple[list[tuple[int, int]], list[bytes]]:
        content = self._read(*place)
        (count,) = struct.unpack_from("<I", content)
        edges = array("Q", content[4 : 4 + 16 * count])
        heads = content[4 + 16 * count :].split(b"\n") if count else []
        return list(zip(edges[::2], edges[1::2], strict=True)), heads
