"""Where newspapers are at home."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.article import Article
from sayso.errors import KnowledgeError
from sayso.knowledge.outlets import home_of, load_outlets
from sayso.knowledge.places import load_gazetteer


@pytest.mark.parametrize(
    ("url", "town"),
    [
        ("https://www.dallasnews.com/news/1", ("Dallas", "Texas")),
        ("https://news.bbc.co.uk/1", ("London", "England")),
        ("https://example.org/dallasnews.com", None),
        ("https://notdallasnews.com/", None),
        ("https://[broken", None),
        (None, None),
    ],
)
def test_home_is_told_by_the_address(url: str | None, town: tuple[str, str] | None) -> None:
    """By the domain, whatever stands before it, and by nothing else."""
    home = home_of(Article("Fire.", url=url), load_gazetteer())
    assert (home and (home.name, home.admin1)) == town


def test_every_outlet_is_at_home_in_a_known_town() -> None:
    """No line of the table leads nowhere."""
    places = load_gazetteer()
    lost = [domain for domain in load_outlets() if home_of(Article("", url=f"https://{domain}/"), places) is None]
    assert lost == []


def test_mistake_is_named_with_its_line(tmp_path: Path) -> None:
    """File and line."""
    path = tmp_path / "outlets.tsv"
    path.write_text("example.org\tOldmill\n", encoding="utf8")
    with pytest.raises(KnowledgeError, match=r"outlets\.tsv:1"):
        load_outlets(path)
