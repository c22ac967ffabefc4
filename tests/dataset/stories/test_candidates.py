"""Pairs of reports that are compared."""

from __future__ import annotations

from dataclasses import replace

from sayso.dataset.stories.candidates import candidates
from sayso.dataset.stories.columns import Columns
from sayso.dataset.stories.reports import Report, words
from tests.dataset.stories.reports import PARTIES, day, report, undated

BARE = replace(PARTIES, named=set(), places=set(), sides={"NLD"})


def pairs(*reports: Report) -> list[list[int]]:
    found: list[list[int]] = candidates(Columns.of(reports)).tolist()
    return found


def test_nothing_has_no_pairs() -> None:
    """No reports, no pairs."""
    assert pairs() == []


def test_two_of_one_country_and_week() -> None:
    """They are compared whatever their words."""
    assert pairs(report("a/e1", parties=BARE, around=words("Alpha")), report("b/e1", parties=BARE, stem="hit", around=words("Omega"))) == [[0, 1]]


def test_types_are_not_mixed() -> None:
    """A threat is not the deed."""
    assert pairs(report("a/e1"), report("b/e1", type="THREATEN")) == []


def test_two_of_one_article_are_two() -> None:
    """They have been told apart within it."""
    assert pairs(report("a/e1"), report("a/e2")) == []


def test_more_than_a_week_apart() -> None:
    """Days that are known rule a pair out, whatever else is the same."""
    later = report("b/e1", first=day("2024-03-12"), last=day("2024-03-12"), published=day("2024-03-12"))
    assert pairs(report("a/e1"), later) == []
    assert pairs(report("a/e1"), replace(later, first=day("2024-03-11"), last=day("2024-03-11"))) == [[0, 1]]


def test_no_report_comes_before_its_event() -> None:
    """An undated deed told in February is not one of March."""
    assert pairs(report("a/e1"), undated("b/e1", "2024-02-01")) == []


def test_names_are_found_across_months() -> None:
    """Undated reports that share a name are compared however far apart they were published."""
    found = pairs(undated("a/e1", "2024-03-05", stem="bomb"), undated("b/e1", "2024-09-01", stem="hit", around=words("Omega")))
    assert found == [[0, 1]]


def test_wording_is_found_across_months() -> None:
    """So are those that are worded alike, without a name or place in common."""
    text = words("Sentries shelled granaries beside canals yesterday, witnesses reported, wounding seventeen farmers severely")
    one, other = (undated(f"{n}/e1", date, parties=replace(BARE, sides=set()), countries=frozenset(), around=text, stem=n) for n, date in (("a", "2024-03-05"), ("b", "2024-09-01")))  # fmt: skip
    assert pairs(one, other) == [[0, 1]]


def test_work_is_bounded() -> None:
    """Of many reports under one key each is compared with some, not with all."""
    many = [report(f"{n:04}/e1", around=words(f"Word{n} Other{n}"), stem=f"s{n}") for n in range(400)]
    assert len(candidates(Columns.of(many))) < 400 * 60
