"""Names are compared without case, accents, apostrophes and hyphens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.names import key, pieces, plain, unaccented


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Mevlüt Çavuşoğlu", "mevlut cavusoglu"),
        ("ERDOĞAN", "erdogan"),
        ("Yıldırım", "yildirim"),
        ("Łódź", "lodz"),
        ("Bashar al-Assad", "bashar al assad"),
        ("U.S.", "us"),
        ("Ma’arib", "maarib"),
        ("the Kremlin", "kremlin"),
        ("The Hague", "hague"),
        ("Côte d’Ivoire", "cote d ivoire"),
        ("R&AW", "r and aw"),
    ],
)
def test_spellings_come_together(written: str, expected: str) -> None:
    """Every way to write a name gives the same key."""
    assert key(written) == expected


def test_genitive_is_a_word_of_its_own() -> None:
    """`People's`, however a tokeniser cuts it, has the pieces `people` and `s`."""
    assert pieces("People's Protection Units") == ("people", "s", "protection", "units")
    assert pieces("People") + pieces("'s") == ("people", "s")
    assert pieces("People’s") == ("people", "s")


def test_only_word_keeps_its_article() -> None:
    """A lone `the` is not cut away to nothing."""
    assert key("The") == "the"


def test_empty_name_has_no_pieces() -> None:
    """Empty and blank text, and text of signs only, have no pieces."""
    assert pieces("") == pieces("  ") == pieces("—") == ()


def test_letters_of_other_scripts_stay() -> None:
    """What has no base letters is kept as it is."""
    assert unaccented("Москва") == "Москва"


@given(st.text())
def test_key_is_stable(text: str) -> None:
    """A key of a key is the same key, but for its leading article."""
    once = key(text)
    if not once.startswith("the "):
        assert key(once) == once


@given(st.text())
def test_plain_text_is_lower_case_and_unaccented(text: str) -> None:
    """No capital that has a small letter is left."""
    assert plain(text) == plain(text).lower()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Qur'an", "quran"),
        ("L'Aquila", "l aquila"),
        ("O’Neill", "oneill"),
        ("Guinea-Bissau", "guinea bissau"),
        ("Saint\u00a0Lucia", "saint lucia"),
        ("  Port   Vale ", "port vale"),
        ("A.B.C.", "abc"),
        ("Straße", "strasse"),
        ("Ærø", "aero"),
        ("Šibenik", "sibenik"),
        ("İstanbul", "istanbul"),
        ("Ṣan‘ā’", "sana"),
        ("(ISIL)", "isil"),
        ("“Army”", "army"),
        ("the the", "the"),
    ],
)
def test_signs_do_not_tell_names_apart(written: str, expected: str) -> None:
    """Apostrophes, hyphens, brackets, quotes and blanks of every kind."""
    assert key(written) == expected


@pytest.mark.parametrize(("one", "other"), [("Norland", "Norlund"), ("North Port", "Northport"), ("R and D", "R D")])
def test_letters_and_blanks_do(one: str, other: str) -> None:
    """What is written otherwise is another name."""
    assert key(one) != key(other)


def test_pieces_are_the_words_of_the_key() -> None:
    """But for the article, which stays a piece."""
    assert pieces("The Port-Vale") == ("the", "port", "vale")


@given(st.text())
def test_pieces_hold_no_blanks(text: str) -> None:
    """Nor are they empty."""
    assert all(piece and not any(letter.isspace() for letter in piece) for piece in pieces(text))
