"""Words in and around the names of places: `data/places/words.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.errors import KnowledgeError

_DATA = Path(__file__).parent / "data" / "places" / "words.toml"


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """`generic` words make no toponym by themselves, `civic` ones stand behind a town's name in those of its offices and buildings; in `venues` others meet."""

    generic: frozenset[str]
    civic: frozenset[str]
    venues: frozenset[str]


@cache
def load_place_words(path: Path = _DATA) -> PlaceWords:
    """Read the words; KnowledgeError names what is wrong with the file."""
    try:
        with path.open("rb") as stream:
            content = tomllib.load(stream)
        return PlaceWords(*(frozenset(content[name].split()) for name in ("generic", "civic", "venues")))
    except (OSError, tomllib.TOMLDecodeError, KeyError, AttributeError) as error:
        raise KnowledgeError(f"{path}: no words of places ({error})") from error
