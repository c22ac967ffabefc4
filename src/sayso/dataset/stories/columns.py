"""Reports as columns of numbers, so that many pairs are compared at once. The same word, name, place or mode has the same number in all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray

from sayso.dataset.stories.reports import KINDS, Report

Numbers = NDArray[np.int64]
Truths = NDArray[np.bool_]
Pairs = NDArray[np.int64]
"""Rows of two places in a list of reports."""
UNKNOWN = -1
"""In the place of a number that is not known."""
_VERBAL = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})


@dataclass(frozen=True, slots=True)
class Sets:
    """A set of numbers for each report, one set after the other."""

    members: Numbers
    sizes: Numbers
    names: Sequence[str]
    """What each number stands for."""

    @property
    def reports(self) -> Numbers:
        """For each member the report in whose set it is."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)

    def shared(self, pairs: Pairs) -> Numbers:
        """How many numbers the sets of each pair have in common."""
        both = np.sort(np.concatenate([self._marked(pairs[:, 0]), self._marked(pairs[:, 1])]))
        twice = both[1:][both[1:] == both[:-1]]
        counts: Numbers = np.bincount(twice // max(len(self.names), 1), minlength=len(pairs))
        return counts

    def _marked(self, places: Numbers) -> Numbers:
        """The members of the sets at these places, each marked with which of the places it is from."""
        sizes = self.sizes[places]
        before = np.cumsum(self.sizes) - self.sizes
        at = np.repeat(before[places] - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        marked: Numbers = np.repeat(np.arange(len(places)) * len(self.names), sizes) + self.members[at]
        return marked

    def clash(self, pairs: Pairs) -> Truths:
        """Pairs of sets that both have members, and none in common."""
        found: Truths = np.all(self.sizes[pairs] > 0, axis=1)
        found[found] = self.shared(pairs[found]) == 0
        return found


@dataclass(frozen=True, slots=True)
class Columns:
    """What `Report` has, of many reports; a day that is not known is `UNKNOWN`."""

    article: Numbers
    type: Numbers
    verbal: Truths
    """Whether it is of a type of which two are two where those who speak are of two countries."""
    mode: Numbers
    stem: Numbers
    words: Sets
    around: Sets
    actors: Sets
    recipients: Sets
    named: Sets
    sides: Sets
    doers: Sets
    people: Sets
    places: Sets
    countries: Sets
    regions: Sets
    """Countries of its places and of those involved; a nameless one where there is neither."""
    point: NDArray[np.float64]
    """Latitude and longitude; not a number where there is none."""
    day: Numbers
    first: Numbers
    last: Numbers
    exact: Truths
    dated: Truths
    published: Numbers
    toll: Numbers
    """For each kind of `KINDS` at least and at most so many, in this order."""

    def __len__(self) -> int:
        """How many reports they are of."""
        return len(self.article)

    @classmethod
    def of(cls, reports: Sequence[Report]) -> Columns:
        """The columns of some reports."""
        return cls(
            article=_numbered(report.article for report in reports),
            type=_numbered(report.type for report in reports),
            verbal=np.array([report.type in _VERBAL for report in reports], dtype=bool),
            mode=_numbered(report.mode for report in reports),
            stem=_numbered(report.stem for report in reports),
            words=_sets([report.words for report in reports]),
            around=_sets([report.around for report in reports]),
            actors=_sets([report.parties.actors for report in reports]),
            recipients=_sets([report.parties.recipients for report in reports]),
            named=_sets([report.parties.named for report in reports]),
            sides=_sets([report.parties.sides for report in reports]),
            doers=_sets([report.parties.doers for report in reports]),
            people=_sets([report.parties.people for report in reports]),
            places=_sets([report.parties.places for report in reports]),
            countries=_sets([report.countries for report in reports]),
            regions=_sets([report.countries | report.parties.sides or {""} for report in reports]),
            point=np.array([report.point or (np.nan, np.nan) for report in reports], dtype=np.float64).reshape(-1, 2),
            day=_known(report.day for report in reports),
            first=_known(report.first for report in reports),
            last=_known(report.last for report in reports),
            exact=np.array([report.exact for report in reports], dtype=bool),
            dated=np.array([report.dated for report in reports], dtype=bool),
            published=_known(report.published for report in reports),
            toll=_known(bound for report in reports for kind in KINDS for bound in report.tolls.get(kind, (None, None))).reshape(-1, len(KINDS), 2),
        )


def _numbered(values: Iterable[Hashable]) -> Numbers:
    """A number for each value, the same for the same; `UNKNOWN` for none."""
    numbers: defaultdict[Hashable, int] = defaultdict(count().__next__, {None: UNKNOWN})
    return np.fromiter(map(numbers.__getitem__, values), dtype=np.int64)


def _known(values: Iterable[int | None]) -> Numbers:
    return np.array([UNKNOWN if value is None else value for value in values], dtype=np.int64)


def _sets(values: Sequence[Collection[str]]) -> Sets:
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    members = np.fromiter(map(numbers.__getitem__, chain.from_iterable(values)), dtype=np.int64)
    return Sets(members, np.array([len(several) for several in values], dtype=np.int64), list(numbers))
