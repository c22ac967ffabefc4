"""Small helpers that all scorers share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from sayso.coder import Coder
from sayso.language.core import LanguageCore

_One = TypeVar("_One")
_Other = TypeVar("_Other")

Figures = dict[str, float]
"""Name of a figure to its value, in per cent."""


MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types that as a rule are mutual, for which the codebook lists both sides as actors."""


class MissingDataError(Exception):
    """A test set that is not there; the message says which."""


class System:
    """The system under test, each part loaded when first needed."""

    @cached_property
    def coder(self) -> Coder:
        """The whole path."""
        return Coder()

    @property
    def core(self) -> LanguageCore:
        """The language core alone."""
        return self.coder.core


@dataclass(slots=True)
class Counts:
    """Right, found and wanted: precision, recall and F1 in per cent."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, right: int, found: int, wanted: int) -> None:
        """Count one document."""
        self.right += right
        self.found += found
        self.wanted += wanted

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where nothing is right."""
        return per_cent(2 * self.right, self.found + self.wanted)


def per_cent(part: float, whole: float) -> float:
    """A share in per cent, rounded to a hundredth; 0 of nothing is 0."""
    return round(100 * part / whole, 2) if whole else 0.0


def shared(one: Iterable[object], other: Iterable[object]) -> int:
    """How many members two lists have in common, each used once."""
    left = list(other)
    count = 0
    for item in one:
        if item in left:
            left.remove(item)
            count += 1
    return count


def paired(one: Sequence[_One], other: Sequence[_Other], fits: Callable[[_One, _Other], bool]) -> int:
    """How many pairs that fit can be made of two lists at most, each member used once."""
    partner: dict[int, int] = {}

    def finds(at: int, tried: set[int]) -> bool:
        """Whether the member finds a partner, if need be one whose own partner finds another."""
        for place in range(len(other)):
            if place not in tried and fits(one[at], other[place]):
                tried.add(place)
                if place not in partner or finds(partner[place], tried):
                    partner[place] = at
                    return True
        return False

    return sum(finds(at, set()) for at in range(len(one)))
