"""Small pieces of HTML."""

from __future__ import annotations

import pytest

from sayso.dataset.report.html import days, link, share, table, text


def test_text_is_nothing_but_text() -> None:
    """Signs of HTML are written out, control characters and marks that turn the line are gone."""
    assert text("<b>\"'&") == "&lt;b&gt;&quot;&#x27;&amp;"
    assert text("a\x00b\u202ec\ud800d\ne") == "a\ufffdbc\ufffdd\ne"
    assert text(None) == ""


@pytest.mark.parametrize(("url", "linked"), [("https://a.example/x", True), ("http://a.example", True), ("javascript:alert(1)", False), ("data:text/html,x", False), ("https://a b", False), (None, False)])  # fmt: skip
def test_links_lead_to_the_web_or_nowhere(url: str | None, linked: bool) -> None:
    """Other addresses are not linked."""
    assert link("here", url).startswith("<a href=") is linked


def test_links_take_no_quotes() -> None:
    """An address cannot leave its place."""
    assert link("<i>", 'https://a.example/"onclick=') == '<a href="https://a.example/&quot;onclick=" rel="noopener noreferrer nofollow">&lt;i&gt;</a>'


@pytest.mark.parametrize(("part", "whole", "shown"), [(1, 4, "25 %"), (1, 1000, "less than 1 %"), (0, 9, "none"), (0, 0, "none"), (9, 9, "100 %")])
def test_shares(part: int, whole: int, shown: str) -> None:
    """In whole per cents."""
    assert share(part, whole) == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2024-03-01", "2024-03-01", "2024-03-01"),
        ("2024-03-01", "2024-03-04", "2024-03-01 to 2024-03-04"),
        ("2024", None, "2024"),
        (None, None, ""),
        ("--03-04", "--03-04", "4 Mar, year unknown"),
        ("--03", None, "Mar, year unknown"),
    ],
)
def test_days(start: str | None, end: str | None, shown: str) -> None:
    """As exact as known."""
    assert days(start, end) == shown


def test_tables_name_rows_and_columns() -> None:
    """The first cell of a row is its name, numbers stand right with commas."""
    made = table("Events", ["Type", "Events"], [["<AID>", 1234], ["AGREE", 5]])
    assert '<th scope="row">&lt;AID&gt;</th><td class="n">1,234</td>' in made and "<caption>Events</caption>" in made
