"""Bytes to text, once, at the door: UTF-8, byte order marks, UTF-16, and cp1252 for what is none of these.

A byte order mark belongs to the encoding, not to the text; every other character, line ends included, is kept.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from sayso.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\xd0\xcf\x11\xe0", "an Office file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_HEAD = 8192
_MOST_CONTROLS = 0.02
"""Share of control bytes from which on a file is taken to be binary; old telex text has a few."""
_LEAST = 4
"""Characters that zero bytes must show before they prove UTF-16."""


def encoding_of(head: bytes, *, name: str) -> str | None:
    """The encoding that the first bytes prove (a mark, or the zero bytes of UTF-16); None when they prove nothing.

    Raises InputError when they are not text at all.
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            raise InputError(f"{name}: this is {kind}, not text; save the article as plain text or HTML and give that file.")
    head = head[:_HEAD]
    if b"\0" in head and (wide := _wide(head)):
        return wide
    if len(_CONTROLS.findall(head)) > _MOST_CONTROLS * len(head):
        raise InputError(f"{name}: this is binary data, not text; give a text, HTML, JSONL, CSV or Parquet file.")
    return None


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: in Western text nearly every second byte is zero."""
    half = len(head) // 2
    for encoding, zeros, others in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        if half >= _LEAST and zeros.count(0) > 0.7 * half and others.count(0) < 0.1 * half:
            return encoding
    return None


def decode(data: bytes, *, name: str, declared: str | None = None) -> str:
    """All bytes of a file as text; `declared` is what the file itself says it is written in, used when it is not UTF-8.

    Raises InputError when the bytes are not text.
    """
    encoding = encoding_of(data[:_HEAD], name=name)
    if encoding:
        text = data.decode(encoding, errors="replace")
        return text[1:] if text.startswith("\ufeff") else text
    return decode_plain(data, declared=declared)


def lines_of(stream: BinaryIO, *, name: str) -> Iterator[str]:
    """The lines of a file, each with its line feed, read as they are asked for; the bytes of each decide how it is decoded.

    Raises InputError when the bytes are not text.
    """
    head = stream.read(_HEAD)
    encoding = encoding_of(head, name=name)
    lines = chain(io.BytesIO(head + stream.readline()), stream)
    if encoding not in (None, "utf-8"):
        yield from io.StringIO(decode(b"".join(lines), name=name), newline="\n")
        return
    for number, line in enumerate(lines):
        yield decode_plain(line.removeprefix(codecs.BOM_UTF8) if number == 0 else line)


def decode_plain(data: bytes, *, declared: str | None = None) -> str:
    """Text without a mark: UTF-8, else what was declared, else cp1252; never fails."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    mended = data.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd")
    if broken < sum(character > "\x7f" for character in mended) - broken:
        return mended  # UTF-8 with a few damaged bytes: cp1252 would garble all the sound ones
    for encoding in (declared, "cp1252"):
        try:
            return data.decode(encoding or "cp1252")
        except (LookupError, UnicodeError):
            continue
    return "".join(_cp1252(byte) for byte in data)


def _cp1252(byte: int) -> str:
    """One byte of cp1252; the five that it leaves undefined stand for themselves, as browsers have it."""
    return bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)


def without_surrogates(text: str) -> str:
    """Half characters (a lone `\\ud83d` in JSON) become U+FFFD, one for one, so that the text can be written again."""
    return _SURROGATES.sub("\ufffd", text) if _SURROGATES.search(text) else text
