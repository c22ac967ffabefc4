"""Groups of reports, one a happening: average linkage over the pairs that were weighed, under what no story may break.

The two groups that are most alike on average join first, until none are alike enough. Scores are whole numbers and ties go to the smaller ids,
so that the same reports give the same groups in whatever order they come. A group is only ever made of reports that are linked, through others
if not directly, so a new report can change no group that it has no link to.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.dataset.stories.candidates import WEEK
from sayso.dataset.stories.columns import Numbers, Pairs
from sayso.dataset.stories.reports import Report

SCALE = 1000
"""Scores are log-odds in thousandths: sums of whole numbers do not depend on their order."""


@dataclass(slots=True)
class _Group:
    """Reports that are of one happening so far; its number is the place of its first."""

    members: list[int]
    articles: set[str]
    countries: frozenset[str]
    """Countries that all placed members name; empty: none is placed."""
    first: int
    last: int
    links: dict[int, tuple[int, int]]
    """Sum and number of the scores between its members and those of another group."""


def cluster(reports: Sequence[Report], pairs: Pairs, scores: Numbers, *, not_compared: int) -> list[list[int]]:
    """Groups of places in `reports`, each in order, and they by their first; a pair without a score counts for `not_compared`, which is below zero."""
    tied = _tied(len(reports), pairs[scores > 0])
    within = tied[pairs[:, 0]] == tied[pairs[:, 1]]  # others cannot come together, so what tells them apart need not be held
    linked = set(pairs[within].ravel().tolist())
    groups = {place: _group(place, reports[place]) for place in sorted(linked)}
    heap: list[tuple[int, int, int, int, int]] = []
    for (one, other), score in zip(pairs[within].tolist(), scores[within].tolist(), strict=True):
        groups[one].links[other] = groups[other].links[one] = (score, 1)
        if score > 0:
            heap.append((-score, one, other, 1, 1))
    heapq.heapify(heap)
    while heap:
        _, one, other, size, other_size = heapq.heappop(heap)
        mine, theirs = groups.get(one), groups.get(other)
        if mine is None or theirs is None or (len(mine.members), len(theirs.members)) != (size, other_size):
            continue
        if not can_join(mine, theirs):
            del mine.links[other], theirs.links[one]
            continue
        _join(groups, one, other)
        for number, (total, count) in mine.links.items():
            score = average(total, count, len(mine.members) * len(groups[number].members), not_compared)
            if score > 0:
                low, high = sorted((one, number))
                heapq.heappush(heap, (-score, low, high, len(groups[low].members), len(groups[high].members)))
    return sorted([*([place] for place in range(len(reports)) if place not in linked), *(sorted(group.members) for group in groups.values())])


def _group(place: int, report: Report) -> _Group:
    return _Group([place], {report.article}, report.countries, report.first, report.last, {})


def _tied(count: int, pairs: Pairs) -> Numbers:
    """For each place the first of those that it is tied to by these pairs, one after the other."""
    first = list(range(count))

    def find(place: int) -> int:
        while first[place] != place:
            first[place] = place = first[first[place]]
        return place

    for one, other in pairs.tolist():
        low, high = sorted((find(one), find(other)))
        first[high] = low
    return np.array([find(place) for place in range(count)], dtype=np.int64)


def average(total: int, count: int, pairs: int, not_compared: int) -> int:
    """Mean score of all pairs between two groups, of which `count` were weighed and sum up to `total`."""
    return (total + (pairs - count) * not_compared) // pairs


def can_join(one: _Group, other: _Group) -> bool:
    """No story has two events of one article, countries that differ, or days more than a week apart."""
    return (
        one.articles.isdisjoint(other.articles)
        and (not one.countries or not other.countries or not one.countries.isdisjoint(other.countries))
        and max(one.first, other.first) - min(one.last, other.last) <= WEEK
    )


def _join(groups: dict[int, _Group], one: int, other: int) -> None:
    """Put the second group, whose number is the greater, into the first."""
    mine, theirs = groups[one], groups.pop(other)
    mine.members += theirs.members
    mine.articles |= theirs.articles
    mine.countries = mine.countries & theirs.countries or mine.countries or theirs.countries
    mine.first, mine.last = max(mine.first, theirs.first), min(mine.last, theirs.last)
    del mine.links[other], theirs.links[one]
    for number, (total, count) in theirs.links.items():
        before, weighed = mine.links.get(number, (0, 0))
        mine.links[number] = groups[number].links[one] = (before + total, weighed + count)
        del groups[number].links[other]
