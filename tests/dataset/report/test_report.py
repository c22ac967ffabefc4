"""The page as a whole."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sayso.dataset.corrections import correct
from sayso.dataset.report import report
from sayso.dataset.store import Store
from tests.dataset.report.conftest import HOSTILE, crowd

VOID = {"meta", "br", "img", "link", "input"}


class Page(HTMLParser):
    """What a page is made of; its tags must close in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note what a reader sees."""
        if self.open and self.open[-1] not in ("script", "style"):
            self.words.append(data)

    def found(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every tag of a name."""
        return [attrs for name, attrs in self.tags if name == tag]


def page(store: Store) -> Page:
    return Page(report(store.connection, "border"))


def test_every_tag_closes(store: Store) -> None:
    """In order, and every id stands once."""
    made = page(store)
    assert made.open == []
    ids = [attrs["id"] for _, attrs in made.tags if "id" in attrs]
    assert len(ids) == len(set(ids)) and len(ids) > 8


def test_nothing_is_loaded(store: Store) -> None:
    """No address stands on the page but those of links, and the browser is told to load nothing."""
    html = report(store.connection, "border")
    made = Page(html)
    assert made.found("img") == made.found("link") == made.found("iframe") == []
    assert all("src" not in attrs for _, attrs in made.tags)
    assert "url(" not in html and "@import" not in html and "fetch(" not in html
    policy = next(attrs["content"] for attrs in made.found("meta") if attrs.get("http-equiv"))
    assert policy is not None and policy.startswith("default-src 'none'")


def test_the_policy_lets_the_pages_own_script_run(store: Store) -> None:
    """And no other: it names the digest of this one."""
    import base64
    import hashlib

    html = report(store.connection, "border")
    script = html.partition("<script>")[2].partition("</script>")[0]
    assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in html.partition("</head>")[0]


def test_hostile_words_do_no_harm(store: Store) -> None:
    """Titles, names, publishers, addresses and texts are shown as they are, and are nothing but text."""
    made = page(store)
    assert len(made.found("script")) == 1 and made.found("b") != []
    assert all(not name.startswith("on") for _, attrs in made.tags for name in attrs)
    assert HOSTILE.rstrip("\u202e") in "".join(made.words)
    assert all((attrs["href"] or "").startswith(("#", "https://herald.example/")) for attrs in made.found("a"))
    assert not re.search("[\x00-\x08\u202e]", report(store.connection, HOSTILE))


def test_the_same_dataset_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    """In whatever order its articles came."""
    other = Store(tmp_path / "other.sqlite", create=True)
    for kept in sorted(store.kept(), key=lambda kept: kept.article.text, reverse=True):
        assert kept.record is not None
        other.add(kept.article, kept.record)
    other.connection.executemany("INSERT INTO quarantine VALUES ('s', ?, 'f', ?, NULL, NULL, ?, 'm', '')", [(1, 1, "deadline"), (2, 2, "unreadable")])
    assert report(store.connection, "border") == report(other.connection, "border")


def test_parts_are_reached_by_links(store: Store) -> None:
    """Every link within the page leads to a heading."""
    made = page(store)
    ids = {attrs.get("id") for attrs in made.found("h2")}
    links = {str(attrs["href"])[1:] for attrs in made.found("a") if str(attrs["href"]).startswith("#")}
    assert links == ids


def test_charts_are_told_in_words(store: Store) -> None:
    """Every picture has a text in its place, every table names its columns and rows, and behind each chart stands a table."""
    made = page(store)
    assert made.found("svg") and all(attrs.get("role") == "img" and attrs.get("aria-label") for attrs in made.found("svg"))
    assert all(attrs.get("scope") in ("col", "row") for attrs in made.found("th"))
    assert len(made.found("details")) >= 5


def test_corrected_values_are_shown(store: Store) -> None:
    """The page tells what people made of it, and how much they changed."""
    (event,) = store.rows("SELECT id FROM events WHERE type = 'ASSAULT'")
    correct(store, event["id"], {"type": "PROTEST"}, by="A. Coder")
    html = report(store.connection, "border")
    assert "PROTEST" in html and "ASSAULT" not in re.sub(r"<script>.*</script>", "", html, flags=re.DOTALL)
    assert "by 1</td>" in html


def test_an_empty_dataset_has_a_page(tmp_path: Path) -> None:
    """It says what is missing, in every part."""
    made = page(Store(tmp_path / "empty.sqlite", create=True))
    words = " ".join(made.words)
    assert made.open == [] and "The dataset holds no article yet." in words and "No event that happened has a place." in words


@pytest.mark.parametrize("articles", [10, 3000])
def test_small_and_large(tmp_path: Path, articles: int) -> None:
    """The page of many events is hardly larger than that of a few."""
    html = report(crowd(tmp_path / "crowd.sqlite", articles).connection, "crowd")
    assert f"<b>{articles:,}</b> events" in html
    assert len(html.encode()) < 300_000
