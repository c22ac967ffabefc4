"""Groups of reports from the scores of pairs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

import sayso.dataset.stories.clustering as clustering
from sayso.dataset.stories.clustering import average
from sayso.dataset.stories.reports import Report
from tests.dataset.stories.reports import day, report, undated

FAR = -3000
Links = dict[tuple[int, int], int]


def cluster(reports: Sequence[Report], links: Links, *, not_compared: int) -> list[list[int]]:
    pairs, scores = np.array(list(links), dtype=np.int64).reshape(-1, 2), np.array(list(links.values()), dtype=np.int64)
    return clustering.cluster(reports, pairs, scores, not_compared=not_compared)


def test_who_is_alike_comes_together() -> None:
    """A pair above zero is one group, one below stays two."""
    reports = [report(f"{n}/e1") for n in "abc"]
    assert cluster(reports, {(0, 1): 500, (1, 2): -500}, not_compared=FAR) == [[0, 1], [2]]


def test_a_chain_needs_all_its_links() -> None:
    """Two that are each like a third are not one group if they are not like each other."""
    reports = [report(f"{n}/e1") for n in "abc"]
    assert cluster(reports, {(0, 1): 900, (1, 2): 800, (0, 2): FAR}, not_compared=FAR) == [[0, 1], [2]]
    assert cluster(reports, {(0, 1): 900, (1, 2): 800, (0, 2): -100}, not_compared=FAR) == [[0, 1, 2]]


def test_pairs_that_were_not_compared_count_against() -> None:
    """What was no candidate has a score too."""
    assert average(900, 1, 2, -2000) == -550


def test_two_events_of_one_article_never_meet() -> None:
    """Not even through a third."""
    reports = [report("a/e1"), report("a/e2"), report("b/e1")]
    assert cluster(reports, {(0, 2): 900, (1, 2): 800}, not_compared=-1) == [[0, 2], [1]]


def test_what_nothing_speaks_for_stays_alone() -> None:
    """A pair that scores nothing joins neither its two nor the groups that they are in."""
    reports = [report(f"{n}/e1") for n in "abcd"]
    assert cluster(reports, {(0, 1): 900, (2, 3): 900, (1, 2): 0, (0, 3): -10}, not_compared=FAR) == [[0, 1], [2, 3]]


def test_two_countries_never_meet() -> None:
    """Not even through a report that names none."""
    places = (frozenset({"NLD"}), frozenset(), frozenset({"BEL"}))
    reports = [report(f"{n}/e1", countries=countries) for n, countries in zip("abc", places, strict=True)]
    assert cluster(reports, {(0, 1): 900, (1, 2): 800, (0, 2): 700}, not_compared=FAR) == [[0, 1], [2]]


def test_more_than_a_week_never_meets() -> None:
    """Not even through one in between, or through an undated one."""
    first, second, third = (report(f"{n}/e1", first=day(date), last=day(date)) for n, date in zip("abc", ("2024-03-01", "2024-03-06", "2024-03-12"), strict=True))  # fmt: skip
    everything = {pair: 900 for pair in combinations(range(3), 2)}
    assert cluster([first, second, third], everything, not_compared=FAR) == [[0, 1], [2]]
    assert cluster([first, undated("b/e1", "2024-03-20"), third], everything, not_compared=FAR) == [[0, 1], [2]]


@st.composite
def _scored(draw: st.DrawFn) -> tuple[int, Links]:
    count = draw(st.integers(2, 9))
    pairs = list(combinations(range(count), 2))
    return count, {pair: draw(st.integers(-3000, 3000)) for pair in draw(st.lists(st.sampled_from(pairs), unique=True))}


@given(_scored(), st.data())
def test_the_order_of_the_links_changes_nothing(scored: tuple[int, Links], data: st.DataObject) -> None:
    """The same scores give the same groups."""
    count, links = scored
    reports = [report(f"{n}/e1") for n in range(count)]
    shuffled = dict(data.draw(st.permutations(list(links.items()))))
    assert cluster(reports, links, not_compared=-500) == cluster(reports, shuffled, not_compared=-500)


@given(_scored(), st.lists(st.sampled_from(["NLD", "BEL", ""]), min_size=9, max_size=9), st.lists(st.integers(0, 20), min_size=9, max_size=9))
def test_no_group_breaks_the_rules(scored: tuple[int, Links], countries: list[str], days: list[int]) -> None:
    """Whatever the scores: one country, one week, one event of an article, and each report in one group."""
    count, links = scored
    start = day("2024-03-01")
    reports = [
        report(f"{n // 2}/e{n}", countries=frozenset({countries[n]} - {""}), first=start + days[n], last=start + days[n]) for n in range(count)
    ]
    groups = cluster(reports, links, not_compared=-500)
    assert sorted(place for group in groups for place in group) == list(range(count))
    for group in groups:
        told = [reports[place] for place in group]
        assert len({one.article for one in told}) == len(told)
        assert len({country for one in told for country in one.countries}) <= 1
        assert max(one.first for one in told) - min(one.last for one in told) <= 7
