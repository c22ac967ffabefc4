"""Web pages."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.readers.html import read_html

STORY = "<p>" + "The army moved north on Monday and shelled two villages near the border. " * 4 + "</p>"


def page(head: str = "", story: str = STORY) -> bytes:
    return f"<html><head>{head}</head><body><nav>Home News Sport</nav><article>{story}</article><footer>Contact us</footer></body></html>".encode()


def published(head: str, story: str = STORY) -> Any:
    return read_html(page(head, story), name="a.html")["published"]


def test_report_is_read_without_the_page_around_it() -> None:
    """Neither menu nor footer."""
    text = read_html(page(), name="a.html")["text"]
    assert text.startswith("The army moved north") and "Sport" not in text and "Contact" not in text


def test_title_site_and_address_are_read() -> None:
    """What the page says of itself."""
    row = read_html(
        page(
            '<title>Army moves</title><meta property="og:title" content="Army moves"><meta property="og:site_name" content="The Herald">'
            '<link rel="canonical" href="https://herald.example/army-moves">'
        ),
        name="a.html",
    )
    assert (row["title"], row["publisher"], row["url"]) == ("Army moves", "The Herald", "https://herald.example/army-moves")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2022-12-14T08:00Z">',
        '<meta name="date" content="14 December 2022">',
        '<meta itemprop="datePublished" content="2022-12-14">',
        "<meta name='pubdate' content='20221214'>",
        '<META NAME="DC.date" CONTENT="2022-12-14">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-12-14T08:00:00Z"}</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": "Page"}, {"datePublished": "2022-12-14"}]}</script>',
        '<link rel="canonical" href="https://herald.example/2022/12/14/army-moves">',
    ],
)
def test_pages_state_their_date_in_many_places(head: str) -> None:
    """Linked data, meta tags, the address."""
    assert published(head) == "2022-12-14"


def test_time_of_the_story_dates_a_page() -> None:
    """The first `time` that has a moment."""
    assert published("", f'<time class="x" datetime="2022-12-14T08:00">today</time><time datetime="2022-12-20">later</time>{STORY}') == "2022-12-14"


def test_linked_data_goes_before_meta_tags() -> None:
    """The surest place first."""
    linked = '<script type="application/ld+json">{"datePublished": "2022-12-14"}</script>'
    assert published(f'<meta name="date" content="2020-01-01">{linked}') == "2022-12-14"


def test_unreadable_date_gives_way_to_the_next() -> None:
    """A place that is no help is passed over, without an error."""
    assert published('<meta name="date" content="today"><meta name="pubdate" content="2022-12-14">') == "2022-12-14"


@pytest.mark.parametrize("broken", ["{nonsense", "[" * 50_000, '{"datePublished": 5}', ""])
def test_broken_linked_data_is_passed_over(broken: str) -> None:
    """Pages often have some, and it is no reason to lose the report."""
    assert published(f'<script type="application/ld+json">{broken}</script><meta name="date" content="2022-12-14">') == "2022-12-14"


def test_page_without_a_date_has_none() -> None:
    """None is made up from the day of reading."""
    assert published("") is None


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "iso-8859-5"])
def test_declared_encoding_is_used(encoding: str) -> None:
    """Where the page is no UTF-8."""
    text = "Армия двинулась на север в понедельник и обстреляла две деревни. " * 5
    data = f'<html><head><meta charset="{encoding}"></head><body><article><p>{text}</p></article></body></html>'.encode(encoding)
    assert read_html(data, name="a.html")["text"].startswith("Армия двинулась")


@pytest.mark.parametrize("charset", ["nonsense", "undefined", "idna", "utf-16", "base64"])
def test_wrong_declaration_does_no_harm(charset: str) -> None:
    """Codecs that are unknown, always fail or are none for text."""
    data = page(f'<meta charset="{charset}">').replace(b"army", "armée".encode("cp1252"))
    assert "armée" in read_html(data, name="a.html")["text"]


@pytest.mark.parametrize("data", [b"", b"   ", b"<html></html>", b"<html><head><title>Army</title></head><body><img src=a.png></body></html>"])
def test_page_without_a_report_says_what_to_do(data: bytes) -> None:
    """One sentence with the file and the way out."""
    with pytest.raises(InputError, match=r"^a\.html: no report was found on this page; save the article's text as \.txt instead\.$"):
        read_html(data, name="a.html")


def test_control_characters_do_not_lose_the_report() -> None:
    """A NUL here and there is passed over."""
    text = read_html(page(story=STORY.replace("army", "ar\0my\x01", 1)), name="a.html")["text"]
    assert "shelled two villages" in text


def test_tags_that_are_never_closed_do_not_lose_the_report() -> None:
    """Pages are seldom well formed."""
    assert "shelled two villages" in read_html(page()[:-40], name="a.html")["text"]


def test_entities_are_letters() -> None:
    """`&eacute;` and `&#233;` are é, `&amp;` is an ampersand."""
    story = STORY.replace("army", "arm&eacute;e &amp; caf&#233;")
    assert "armée & café" in read_html(page(story=story), name="a.html")["text"]


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div>", "<!--", "-->", "<script>", "&", "&#0;", "\0", "<", "Army moved. ", "é", '<meta charset="x">', "<time datetime="]
        ),
        max_size=20,
    )
)
def test_any_tag_soup_gives_a_report_or_one_plain_error(parts: list[str]) -> None:
    """Nothing else is raised."""
    try:
        row = read_html("".join(parts).encode(), name="a.html")
    except InputError as error:
        assert str(error).startswith("a.html: ")
    else:
        assert row["text"].strip() == row["text"] != ""
