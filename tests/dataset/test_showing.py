"""One thing of a dataset, for people to read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from sayso.dataset.corrections import correct
from sayso.dataset.showing import show
from sayso.dataset.store import Store
from sayso.errors import InputError
from tests.dataset.datasets import filled


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A dataset with a story."""
    with filled(tmp_path / "news.sqlite", linked=True) as opened:
        yield opened


def shown(store: Store, key: str, *, terminal: bool = False) -> str:
    stream = io.StringIO()
    Console(file=stream, width=120, force_terminal=terminal, color_system="standard" if terminal else None).print(show(store, key))
    return stream.getvalue()


def _id(store: Store, trigger: str) -> str:
    return str(next(store.rows('SELECT id FROM events WHERE "trigger" = ?', (trigger,)))["id"])


def test_an_event_with_all_its_fields(store: Store) -> None:
    """Who, when, where with coordinates, toll, word, evidence with offsets, statements, story and version."""
    text = shown(store, _id(store, "struck"))
    for part in (
        "ASSAULT/aerial  happened", "Turkish Air Force (TUR MIL)", "2018-03", "Åland Ridge: 36.5, 37.25 (city)", "killed at least 3", "asserted by =army",
        "[0-74]", "=army (say): Turkish jets struck a camp", "story-1", "read by sayso 0.1.0", "https://courier.example/1",
    ):  # fmt: skip
        assert part in text, part


def test_evidence_is_marked_on_a_terminal(store: Store) -> None:
    """The trigger is bold and underlined, an actor and the place in their colours; the words are the same as without."""
    text = shown(store, _id(store, "struck"), terminal=True)
    assert "\x1b[1;4mstruck\x1b[0m" in text and "\x1b[36mTurkish jets\x1b[0m" in text and "\x1b[32mÅland Ridge\x1b[0m" in text
    assert "\x1b" not in shown(store, _id(store, "struck"))


def test_a_statement(store: Store) -> None:
    """Speaker, act, what it is about, in its whole sentence."""
    article = _id(store, "bombed").partition("/")[0]
    text = " ".join(shown(store, f"{article}/s2").split())
    assert "speaker rebels act deny, indirect addressee Norland" in text
    assert f"about {article}/e1 ASSAULT happened" in text and "The rebels denied it." in text


def test_an_article_with_its_copies_and_text(store: Store) -> None:
    """Its record, who copied it, and the whole text."""
    article = _id(store, "bombed").partition("/")[0]
    text = shown(store, article)
    assert "Market bombed · The Herald · 2024-03-06" in text and "The Echo 2024-03-06" in text
    assert "Who says what" in text and "Norland said rebels bombed a market in Port Vale on Monday, killing six people. The rebels denied it." in text


def test_a_copy_shows_what_it_is_a_copy_of(store: Store) -> None:
    """The article whose reading stands for it."""
    (copy,) = store.rows("SELECT id, copy_of FROM articles WHERE copy_of IS NOT NULL")
    assert shown(store, copy["id"]) == shown(store, copy["copy_of"])


def test_a_story_with_its_sources(store: Store) -> None:
    """Its figures with source and date, and every event that tells it."""
    text = " ".join(shown(store, "story-1").split())
    assert "3 articles, 2 independent" in text and "DISPUTED: actors" in text
    assert "killed at least 3 The Courier 2018-04-02" in text and "killed 6 The Herald 2024-03-06 asserted by Norland" in text
    assert text.index(_id(store, "struck")) < text.index(_id(store, "bombed"))


def test_corrected_values_are_shown(store: Store) -> None:
    """Not the machine's."""
    correct(store, _id(store, "struck"), {"reality": "negated"}, by="A. Coder", at="2024-05-01")
    assert "ASSAULT/aerial  negated" in shown(store, _id(store, "struck"))


@pytest.mark.parametrize("key", ["nothing", "nothing/e1", "", "story-2", "\udce9", "story/x/e1"])
def test_what_is_not_there_is_told(store: Store, key: str) -> None:
    """With where ids come from."""
    with pytest.raises(InputError, match="`sayso find` lists the ids of events"):
        show(store, key)


@pytest.mark.parametrize("part", ["e9", "s9", "a1", "x"])
def test_parts_that_are_not_there_are_told(store: Store, part: str) -> None:
    """An event or statement that the article has not; other parts are not shown by themselves."""
    article = _id(store, "bombed").partition("/")[0]
    with pytest.raises(InputError, match=f"{article}/{part}: nothing in"):
        show(store, f"{article}/{part}")
