"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.readers.decoding import decode, decode_plain, encoding_of, without_surrogates

TEXT = "Élysée talks: “Çavuşoğlu” said…"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_text_is_read_without_its_mark(encoding: str) -> None:
    """The mark belongs to the encoding, not to the text."""
    assert decode(TEXT.encode(encoding), name="a.txt") == TEXT


@pytest.mark.parametrize(
    ("mark", "encoding"), [(codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF32_LE, "utf-32-le")]
)
def test_marks_tell_the_order_of_bytes(mark: bytes, encoding: str) -> None:
    """UTF-32's mark begins like UTF-16's; the longer one wins."""
    assert encoding_of(mark + TEXT.encode(encoding), name="a.txt") == encoding
    assert decode(mark + TEXT.encode(encoding), name="a.txt") == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_is_known_without_a_mark(encoding: str) -> None:
    """In Western text every second byte is zero."""
    text = "The army moved north on Monday."
    assert decode(text.encode(encoding), name="a.txt") == text


def test_a_nul_byte_or_two_prove_no_wide_text() -> None:
    """A line end and a NUL are no Chinese letter."""
    assert encoding_of(b"\n" * 98 + b"A\0", name="a.txt") is None
    assert encoding_of("Arm".encode("utf-16-le")[:2] + b"." * 98, name="a.txt") is None
    with pytest.raises(InputError, match="binary"):
        encoding_of(b"\r\n\0", name="a.txt")


def test_only_one_mark_is_taken_away() -> None:
    """A second one is a character of the text."""
    assert decode("\ufeff\ufeffA".encode(), name="a.txt") == "\ufeffA"


def test_old_windows_text_is_read() -> None:
    """Quotes, dashes and accents of cp1252."""
    assert decode(b"\x93caf\xe9\x94 \x96 na\xefve", name="a.txt") == "“café” – naïve"


def test_bytes_that_cp1252_lacks_stand_for_themselves() -> None:
    """As browsers have it; no byte is lost."""
    assert decode_plain(b"caf\xe9 \x81\x9d") == "café \x81\x9d"


def test_declared_encoding_is_used_where_text_is_no_utf8() -> None:
    """What a page says of itself goes before the old Windows encoding."""
    assert decode_plain("Москва".encode("cp1251"), declared="windows-1251") == "Москва"


def test_utf8_goes_before_what_is_declared() -> None:
    """Pages often lie; text that is UTF-8 is UTF-8."""
    assert decode_plain("Москва".encode(), declared="windows-1251") == "Москва"


@pytest.mark.parametrize("declared", ["nonsense", "undefined", "hex", "idna", "", "utf_8_sig"])
def test_declared_encoding_that_does_not_work_is_passed_over(declared: str) -> None:
    """Unknown names, codecs that are none for text, and those that always fail."""
    assert decode_plain(b"caf\xe9 \x81 and more", declared=declared).startswith("caf")


def test_a_damaged_byte_does_not_garble_the_sound_ones() -> None:
    """UTF-8 with one broken byte stays UTF-8."""
    assert decode_plain("Çavuşoğlu in Élysée".encode() + b"\xff!") == "Çavuşoğlu in Élysée\ufffd!"


def test_two_encodings_in_one_file_are_read_by_the_more_frequent() -> None:
    """A paragraph of another encoding costs its own letters only."""
    mixed = "Élysée, Çavuşoğlu, Šarić, Łódź. ".encode() + "café".encode("cp1252")
    assert decode_plain(mixed).startswith("Élysée, Çavuşoğlu, Šarić, Łódź. caf")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a", "GIF"),
        (b"PK\x03\x04", "Office"),
        (b"\xd0\xcf\x11\xe0\xa1", "Office"),
        (b"\x7fELF", "program"),
        (b"SQLite format 3\0", "SQLite"),
    ],
)
def test_other_files_are_refused_by_what_they_are(data: bytes, kind: str) -> None:
    """The message names the file, its kind and what to do."""
    with pytest.raises(InputError, match=rf"^a\.txt: .*{kind}.*; save the article"):
        decode(data, name="a.txt")


def test_binary_data_is_refused() -> None:
    """Many control bytes are no text."""
    with pytest.raises(InputError, match="binary data"):
        decode(bytes(range(32)) * 10, name="a.txt")


def test_few_control_bytes_are_let_through() -> None:
    """Old telex text has some, NUL bytes among them, and they stay where they are."""
    data = b"\x01ZCZC " + b"THE ARMY MOVED NORTH ON MONDAY. " * 20 + b"\0NNNN\x04"
    assert decode(data, name="a.txt") == data.decode()


def test_control_bytes_after_the_head_do_not_make_a_file_binary() -> None:
    """Only the head is judged."""
    assert decode(b"a" * 9000 + b"\0" * 500, name="a.txt").endswith("\0")


def test_half_a_wide_character_at_the_end_is_replaced() -> None:
    """A file that was cut is read to its last whole character."""
    assert decode("The army".encode("utf-16")[:-1], name="a.txt") == "The arm\ufffd"


def test_no_bytes_are_no_text() -> None:
    """And no error: who reads decides what an empty text means."""
    assert decode(b"", name="a.txt") == ""
    assert decode(codecs.BOM_UTF8, name="a.txt") == ""


def test_line_ends_stay() -> None:
    """Offsets hold in the user's own file."""
    assert decode(b"One.\r\nTwo.\rThree.\n", name="a.txt") == "One.\r\nTwo.\rThree.\n"


def test_half_characters_become_replacement_characters() -> None:
    """One for one, so that offsets stay."""
    assert without_surrogates("a\ud83db\udc00") == "a\ufffdb\ufffd"


def test_whole_characters_stay() -> None:
    """An emoji is no half of anything."""
    assert without_surrogates("😀 ok") == "😀 ok"


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_one_plain_error(data: bytes) -> None:
    """Nothing else is raised, and the text can be written again."""
    try:
        text = decode(data, name="a.txt")
    except InputError as error:
        assert str(error).startswith("a.txt: ")
    else:
        text.encode()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_any_text_comes_back(text: str, encoding: str) -> None:
    """Whatever Unicode encoding it was written in."""
    expected = text.removeprefix("\ufeff") if encoding == "utf-8" else text
    if not text.encode(encoding).startswith((b"%PDF", b"GIF8", b"SQLite format 3")):
        assert decode(text.encode(encoding), name="a.txt") == expected


@given(st.binary(max_size=200))
def test_text_without_a_mark_never_fails(data: bytes) -> None:
    """Some text comes out of any bytes."""
    decode_plain(data).encode()


@given(st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=100))
def test_old_windows_text_comes_back(text: str) -> None:
    """Unless its bytes happen to be UTF-8, or mostly so."""
    data = text.encode("cp1252")
    if data.decode("utf-8", errors="replace").count("\ufffd") >= len(data):
        assert decode_plain(data) == text


def test_zero_bytes_on_both_sides_are_binary() -> None:
    """Wide text has them on one side only."""
    with pytest.raises(InputError, match="binary"):
        encoding_of(b"\0\0A\0" * 50, name="a.bin")


def test_zero_bytes_here_and_there_are_binary() -> None:
    """Half of every second byte is too few for wide text, and too many for a slip."""
    with pytest.raises(InputError, match="binary"):
        encoding_of(b"A\0AA" * 50, name="a.bin")


def test_as_many_broken_letters_as_sound_ones_are_old_windows_text() -> None:
    """UTF-8 must have the majority."""
    assert decode_plain("é".encode() + b" \xe9") == "Ã© é"
    assert decode_plain("éé".encode() + b" \xe9") == "éé \ufffd"


def test_only_the_first_bytes_are_judged() -> None:
    """Control bytes up to there count, those behind do not."""
    clean = b"a" * 8000
    assert encoding_of(clean + b"\1" * 150, name="a.txt") is None
    with pytest.raises(InputError, match="binary"):
        encoding_of(clean + b"\1" * 192, name="a.txt")
