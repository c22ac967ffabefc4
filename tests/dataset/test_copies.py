"""Copies of a text, and which reading stands for them."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from evaluation.stub import StubCoder
from sayso.article import Article
from sayso.dataset.copies import FEWEST, ONE_IN, find_copies, runs, sketch
from sayso.dataset.store import Store, article_id

WORDS = [
    f"{a}{b}" for a in ("bar", "cor", "del", "fen", "gar", "hol", "jun", "kel", "lor", "mar") for b in ("as", "en", "ic", "om", "ul", "et", "av")
]


def text_of(count: int, seed: int) -> str:
    """So many words at random."""
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) for _ in range(count))


LONG = text_of(200, 1)
WIRE = Article(LONG, "wire", publisher="Wire", published="2024-03-06")
COPY = replace(WIRE, id="copy", publisher="Herald", published="2024-03-07")
UPDATE = replace(WIRE, id="update", text=f"{LONG} {text_of(80, 2)}", published="2024-03-08")
FLASH = replace(WIRE, id="flash", text=" ".join(LONG.split()[:60]), published="2024-03-05")
OTHER = Article(text_of(200, 3), "other", publisher="Wire", published="2024-03-06")


def dataset(path: Path, *batches: list[Article]) -> Store:
    """A dataset into which articles have come, some at a time."""
    store = Store(path, create=True)
    for batch in batches:
        with store.transaction():
            find_copies(store, [(store.add(article, StubCoder().code(article)), sketch(article.text)) for article in batch])
    return store


def copies(store: Store) -> dict[str, str]:
    """Whose reading stands for whom, by the ids they came with."""
    names = {row["id"]: row["source_id"] for row in store.rows("SELECT id, source_id FROM articles")}
    return {names[row["id"]]: names[row["copy_of"]] for row in store.rows("SELECT id, copy_of FROM articles WHERE copy_of IS NOT NULL")}


def standing(store: Store) -> set[str]:
    """The articles that have events."""
    return {row["source_id"] for row in store.rows("SELECT DISTINCT source_id FROM events JOIN articles ON articles.id = article")}


def test_the_same_text_of_two_outlets_is_read_once(tmp_path: Path) -> None:
    """The one that came out first stands, the other points to it and has no rows."""
    store = dataset(tmp_path / "d.sqlite", [COPY, WIRE, OTHER])
    assert copies(store) == {"copy": "wire"} and standing(store) == {"wire", "other"}


def test_a_few_words_changed_make_a_copy_still(tmp_path: Path) -> None:
    """An editor's hand, another line end and other capitals hide nothing."""
    words = LONG.upper().split()
    words[50], words[120] = "changed", "too"
    edited = replace(COPY, text="\n".join(words))
    assert copies(dataset(tmp_path / "d.sqlite", [WIRE], [edited])) == {"copy": "wire"}


def test_an_update_stands_for_what_it_holds(tmp_path: Path) -> None:
    """The same story with more text is read, though it came out later: what it adds would be lost."""
    store = dataset(tmp_path / "d.sqlite", [WIRE, UPDATE, FLASH])
    assert copies(store) == {"wire": "update", "flash": "update"} and standing(store) == {"update"}


def test_texts_that_share_a_passage_are_not_copies(tmp_path: Path) -> None:
    """Background that is repeated makes no copy."""
    background = text_of(80, 4)
    one, two = (replace(WIRE, id=str(n), text=f"{text_of(120, n)} {background}") for n in (5, 6))
    assert copies(dataset(tmp_path / "d.sqlite", [one, two])) == {}


@pytest.mark.parametrize(("published", "is_copy"), [("2024-03-12", True), ("2024-04-06", False), (None, True), ("2024-03", True), ("2024-02", False)])
def test_texts_of_distant_days_are_alike_only_to_the_letter(tmp_path: Path, published: str | None, is_copy: bool) -> None:
    """A monthly notice filled in anew is no copy; the same text sent again is one."""
    notice = replace(UPDATE, published=published)
    assert bool(copies(dataset(tmp_path / "d.sqlite", [WIRE, notice]))) == is_copy
    again = replace(COPY, published=published)
    assert len(copies(dataset(tmp_path / "e.sqlite", [WIRE, again]))) == 1


def test_short_texts_are_copies_only_to_the_letter(tmp_path: Path) -> None:
    """A line of twenty words is too little to be like another."""
    short = replace(WIRE, text=text_of(FEWEST, 7))
    longer = replace(COPY, text=f"{short.text} today")
    assert copies(dataset(tmp_path / "d.sqlite", [short, longer])) == {}
    assert copies(dataset(tmp_path / "e.sqlite", [short, replace(COPY, text=short.text)])) == {"copy": "wire"}


def test_the_order_in_which_articles_come_changes_nothing(tmp_path: Path) -> None:
    """All at once or one at a time, in any order: the same reading stands."""
    articles = [WIRE, COPY, UPDATE, FLASH]
    expected = copies(dataset(tmp_path / "all.sqlite", articles))
    for number, order in enumerate(permutations(articles)):
        store = dataset(tmp_path / f"{number}.sqlite", *([article] for article in order))
        assert copies(store) == expected and standing(store) == {"update"}
        store.close()


def test_a_better_one_takes_over(tmp_path: Path) -> None:
    """What came out earlier and comes in later stands, with its own rows; the one before loses its."""
    store = dataset(tmp_path / "d.sqlite", [COPY], [WIRE])
    assert copies(store) == {"copy": "wire"} and standing(store) == {"wire"}
    ((event,),) = [tuple(row.values()) for row in store.rows("SELECT id FROM events")]
    assert event == f"{article_id(WIRE)}/e1"


def test_texts_tied_by_one_between_them_are_not_one(tmp_path: Path) -> None:
    """A digest that holds two reports stands for both; without it they are two."""
    one, two = (replace(WIRE, id=str(n), text=text_of(100, n)) for n in (8, 9))
    digest = replace(WIRE, id="digest", text=f"{one.text} {two.text}")
    assert copies(dataset(tmp_path / "d.sqlite", [one, two])) == {}
    assert copies(dataset(tmp_path / "e.sqlite", [one, two, digest])) == {"8": "digest", "9": "digest"}


def test_boilerplate_does_not_count(tmp_path: Path) -> None:
    """What `readers` takes for furniture is in no run."""
    plain = "Rebels shelled the town on Monday, and the army answered with rockets, officials in the capital said."
    assert (runs(f"{plain}\n\nRead more: Ten things to know about the war") == runs(plain)).all()


def test_samples_agree_between_texts() -> None:
    """What two texts share is in both samples or in none, and about one in eight is."""
    whole, part = sketch(LONG), sketch(" ".join(LONG.split()[:150]))
    assert set(part.sample) <= set(whole.sample)
    assert len(runs(LONG)) == whole.runs and 0.5 < len(whole.sample) * ONE_IN / whole.runs < 2


def test_runs_are_the_same_everywhere() -> None:
    """They are no business of Python's own hashing, of capitals or of marks: the number is pinned."""
    assert runs("ONE, two three — four five!").tolist() == [4271888491789011804]
    assert np.array_equal(runs("too few words here"), np.empty(0, np.uint64))
