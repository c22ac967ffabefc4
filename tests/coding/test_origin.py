"""Where an article comes from."""

from __future__ import annotations

import pytest

from sayso.article import Article
from sayso.coding.origin import hints, home_country, told_by_address
from sayso.knowledge.actors import ActorBase
from tests.coding.actor_support import small_base

BASE: ActorBase = small_base()


def article(*, text: str = "The army moved.", url: str | None = None, publisher: str | None = None) -> Article:
    return Article(text, url=url, publisher=publisher)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.example.ie/story", "IRL"),
        ("https://news.example.co.uk/story", "GBR"),
        ("https://example.com/story", None),
        ("https://norlandtimes.com/story", "XNL"),
        ("https://www.norland-times.com/story", "XNL"),
        ("https://herald.example.com/story", "XNL"),
        ("https://theherald.com/story", "XNL"),
        ("not an address", None),
        ("", None),
    ],
)
def test_host_tells_the_country(url: str, expected: str | None) -> None:
    """By its ending, else by a country's or a known publisher's name in it."""
    assert home_country(article(url=url), BASE) == expected


@pytest.mark.parametrize(
    ("publisher", "expected"), [("The Herald", "XNL"), ("Port Vale Post", "XNL"), ("Norlandic Weekly", "XNL"), ("World News", None), (None, None)]
)
def test_publishers_name_tells_the_country(publisher: str | None, expected: str | None) -> None:
    """Known by name, or named after a country, its people or its capital."""
    assert home_country(article(publisher=publisher), BASE) == expected


def test_ending_of_the_host_goes_before_names() -> None:
    """A paper in Ireland may be called after any country."""
    assert home_country(article(url="https://norlandtimes.ie/x", publisher="The Herald"), BASE) == "IRL"


def test_address_at_the_head_of_a_saved_page_counts() -> None:
    """Where the article has no address of its own."""
    assert home_country(article(text="https://example.ie/story\nThe army moved."), BASE) == "IRL"
    assert home_country(article(text="The army moved, says https://example.ie/story today."), BASE) is None


def test_address_further_down_does_not_count() -> None:
    """A link is not where the text comes from."""
    assert home_country(article(text="x" * 500 + "\nhttps://example.ie/story\n"), BASE) is None


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("norland-army-moves", ["XNL"]),
        ("NORLAND/southland-talks", ["XNL", "XSL"]),
        ("norland/norland-army", ["XNL"]),
        ("republic-of-norland", ["XNL"]),
        ("army-moves", []),
        ("", []),
    ],
)
def test_words_of_an_address_name_countries(path: str, expected: list[str]) -> None:
    """Each once, in the order of the address."""
    assert told_by_address(article(url=f"https://example.com/{path}"), BASE) == expected


def test_home_weighs_more_than_what_is_addressed() -> None:
    """And both together most."""
    assert hints(article(url="https://example.com/southland-talks", publisher="The Herald"), BASE) == {"XSL": 2, "XNL": 3}
    assert hints(article(url="https://example.com/norland-talks", publisher="The Herald"), BASE) == {"XNL": 5}


def test_silent_article_gives_no_hints() -> None:
    """Nothing is made up."""
    assert hints(article(), BASE) == {}


def test_broken_address_is_no_address() -> None:
    """What cannot be taken apart tells nothing."""
    assert home_country(article(url="http://[broken/story"), BASE) is None


def test_short_names_count_only_at_an_edge() -> None:
    """A country of four letters may stand in any word."""
    base = small_base()
    base.__dict__["run_together"] = [("norland", "XNL"), ("oman", "XOM")]
    assert home_country(article(publisher="Oman Post"), base) == "XOM"
    assert home_country(article(publisher="Times of Oman"), base) == "XOM"
    assert home_country(article(publisher="The Woman Daily"), base) is None
    assert home_country(article(publisher="New Norland Daily"), base) == "XNL"


def test_address_must_begin_in_the_first_four_hundred_characters() -> None:
    """Where a saved page has its own."""
    for gap, expected in ((300, "IRL"), (420, None)):
        assert home_country(article(text="x" * gap + "\nhttps://example.ie/story\n"), BASE) == expected


def test_words_of_three_letters_name_no_country() -> None:
    """An address is full of them."""
    assert told_by_address(article(url="https://example.com/sl/the-xnl"), BASE) == []
