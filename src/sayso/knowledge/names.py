"""Names made comparable: case, diacritics, apostrophes, dots and hyphens do not tell one name from another."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_APOSTROPHES = "\u2019\u2018`\u02bc\u02bf\u02be\u00b4\u02bb\u2032"
_FOLD = str.maketrans(
    {
        "\u0131": "i", "\u0130": "I", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE",
        "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "œ": "oe", "Œ": "OE", "ə": "e", "Ə": "E",
        "\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2014": "-", "\u00a0": " ", **dict.fromkeys(_APOSTROPHES, "'"),
    }
)  # fmt: skip
_PLAIN = str.maketrans(
    {"'": None, ".": None, "&": " and ", **dict.fromkeys('-_/,;:()[]{}"“”«»!?*|\t\n\r', " ")},
)


@lru_cache(maxsize=16384)
def pieces(text: str) -> tuple[str, ...]:
    """The words of a name in their plainest spelling: `U.S.` is `us`, `People's` is `people`, `s`, `al-Şara` is `al`, `sara`."""
    return tuple(plain(text).split())


def plain(text: str) -> str:
    """A name without case, diacritics, apostrophes, dots and hyphens; words stay apart, blanks may be doubled."""
    if not text.isascii():
        text = unaccented(text)
    if "'" in text:
        # The genitive is a word of its own for every tokeniser, an apostrophe inside a word is not.
        text = f" {text} ".replace("'s ", " s ").replace("'S ", " s ")
        text = text.replace(" d'", " d ").replace(" D'", " d ").replace(" l'", " l ").replace(" L'", " l ")
    return text.translate(_PLAIN).lower()


def unaccented(text: str) -> str:
    """The text in base letters: `Çavuşoğlu` is `Cavusoglu`. Typographic apostrophes and dashes become plain ones."""
    parts = unicodedata.normalize("NFKD", text.translate(_FOLD))
    return parts if parts.isascii() else "".join(c for c in parts if not unicodedata.combining(c))


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """What a name is looked up by: its pieces, parted by single blanks, without a leading article."""
    words = pieces(text)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def forget() -> None:
    """Remember no name that was looked at before."""
    pieces.cache_clear()
    key.cache_clear()


def short_key(text: str) -> str:
    """What a short form is looked up by: its letters as they stand, without dots, so that `Ala.` is no `ala`."""
    return "~" + " ".join(text.replace(".", "").split())
