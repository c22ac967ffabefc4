"""From events to stories."""

from __future__ import annotations

import gc
import sqlite3
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluation.bench_stories import invented
from sayso.dataset.store import Store
from sayso.dataset.stories import Report, group, link, read_reports, story_id
from tests.dataset.stories.reports import SENTENCE, add, report, undated

AGAIN = "Mirel Bridge near Tolvany lies ruined since Harbour Guards bombed its pillars while dockers slept"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> list[Report]:
    """Some days of news from an invented world in which each happening is told by several outlets."""
    with Store(tmp_path_factory.mktemp("world") / "d.sqlite", create=True) as store:
        with store.transaction():
            for article, record in islice(invented(), 60):
                store.add(article, record)
        return read_reports(store)


def parts(groups: list[list[Report]]) -> set[frozenset[str]]:
    return {frozenset(one.id for one in told) for told in groups}


def test_two_outlets_one_story(tmp_path: Path) -> None:
    """Both events know their story, and it knows them."""
    with Store(tmp_path / "d.sqlite", create=True) as store:
        first = add(store, "Herald", "2024-03-05")
        add(store, "Post", "2024-03-06", AGAIN)
        linked = link(store)
        assert {row["story"] for row in store.rows("SELECT story FROM events")} == {f"story/{first}/e1"}
        assert [row["id"] for row in store.rows("SELECT id FROM stories")] == [f"story/{first}/e1"]
    assert (linked.events, linked.stories, linked.shared, linked.independent, linked.disputed) == (2, 1, 1, 1, 0)


def test_an_event_that_nobody_else_tells_is_a_story_too(tmp_path: Path) -> None:
    """Every happening has a row."""
    with Store(tmp_path / "d.sqlite", create=True) as store:
        add(store, "Herald", "2024-03-05")
        add(
            store,
            "Post",
            "2024-03-06",
            "Farmers blockaded Ostrel avenue, demanding cheaper fertiliser",
            trigger="blockaded",
            type="PROTEST",
            killed=None,
        )
        assert link(store).stories == 2


@pytest.mark.parametrize("change", [{"place": ("Brugge", "BEL", "city")}, {"start": "2024-03-14", "published": "2024-03-15"}])
def test_another_country_or_week_is_another_story(tmp_path: Path, change: dict[str, object]) -> None:
    """Even where every word is the same."""
    with Store(tmp_path / "d.sqlite", create=True) as store:
        add(store, "Herald", "2024-03-05")
        add(store, **{"publisher": "Post", "published": "2024-03-06", **change})  # type: ignore[arg-type]
        assert link(store).stories == 2


def test_linking_twice_changes_nothing(tmp_path: Path) -> None:
    """The same dataset gives the same rows."""
    with Store(tmp_path / "d.sqlite", create=True) as store:
        add(store, "Herald", "2024-03-05")
        add(store, "Post", "2024-03-06", AGAIN)
        link(store)
        before = list(store.rows("SELECT * FROM stories ORDER BY id"))
        link(store)
        assert list(store.rows("SELECT * FROM stories ORDER BY id")) == before


def test_order_of_arrival_changes_nothing(tmp_path: Path) -> None:
    """Two datasets of the same articles, put in in opposite orders, have the same stories."""
    found = []
    for name, articles in (("a", (SENTENCE, AGAIN)), ("b", (AGAIN, SENTENCE))):
        with Store(tmp_path / f"{name}.sqlite", create=True) as store:
            for sentence in articles:
                add(store, "Herald" if sentence == SENTENCE else "Post", "2024-03-05" if sentence == SENTENCE else "2024-03-06", sentence)
            link(store)
            found.append(list(store.rows("SELECT * FROM stories ORDER BY id")))
    assert found[0] == found[1]


def test_a_copy_adds_no_publisher(tmp_path: Path) -> None:
    """Whoever printed the article again counts with it."""
    with Store(tmp_path / "d.sqlite", create=True) as store:
        first = add(store, "Herald", "2024-03-05")
        add(store, "Times", "2024-03-05", copy_of=first)
        add(store, "Post", "2024-03-06", AGAIN)
        link(store)
        assert [row["publishers"] for row in store.rows("SELECT publishers FROM stories")] == [2]


def test_an_id_is_made_of_who_tells_it_first() -> None:
    """The earliest article, the smaller id among those of one day, undated ones last."""
    assert story_id([undated("a/e1", None), report("c/e2"), report("b/e3")]) == "story/b/e3"


def test_a_story_that_grows_keeps_its_id(tmp_path: Path) -> None:
    """News that comes later joins it."""
    with Store(tmp_path / "d.sqlite", create=True) as store:
        add(store, "Herald", "2024-03-05")
        link(store)
        (before,) = store.rows("SELECT id FROM stories")
        add(store, "Post", "2024-03-06", AGAIN)
        link(store)
        assert list(store.rows("SELECT id FROM stories")) == [before]


def test_an_older_id_still_leads_to_its_story(tmp_path: Path) -> None:
    """An earlier article that comes in later gives the story another id; the event in the old one is in the story."""
    with Store(tmp_path / "d.sqlite", create=True) as store:
        late = add(store, "Post", "2024-03-06", AGAIN)
        link(store)
        early = add(store, "Herald", "2024-03-05")
        link(store)
        ((story,),) = store.connection.execute("SELECT story FROM events WHERE id = ?", (f"{late}/e1",)).fetchall()
    assert story == f"story/{early}/e1"


def test_only_events_whose_story_changes_are_written(tmp_path: Path) -> None:
    """Linking again after one more article costs few writes."""
    with Store(tmp_path / "d.sqlite", create=True) as store:
        add(store, "Herald", "2024-03-05")
        link(store)
        store.connection.execute("CREATE TEMP TABLE written (id TEXT)")
        store.connection.execute("CREATE TEMP TRIGGER w AFTER UPDATE ON events BEGIN INSERT INTO written VALUES (new.id); END")
        added = add(store, "Post", "2024-03-06", AGAIN)
        link(store)
        assert [row["id"] for row in store.rows("SELECT id FROM written")] == [f"{added}/e1"]


@pytest.mark.parametrize("collected", [True, False])
def test_garbage_is_collected_afterwards_as_before(tmp_path: Path, collected: bool) -> None:
    """Also where linking fails."""
    before = gc.isenabled()
    (gc.enable if collected else gc.disable)()
    try:
        with Store(tmp_path / "d.sqlite", create=True) as store:
            link(store)
            store.connection.execute("DROP TABLE stories")
            with pytest.raises(sqlite3.OperationalError):
                link(store)
        assert gc.isenabled() is collected
    finally:
        (gc.enable if before else gc.disable)()


def test_progress_is_told(tmp_path: Path) -> None:
    """What is done, how far it is and how much there is."""
    steps: list[tuple[str, int, int]] = []
    with Store(tmp_path / "d.sqlite", create=True) as store:
        add(store, "Herald", "2024-03-05")
        add(store, "Post", "2024-03-06", AGAIN)
        link(store, on_progress=lambda *step: steps.append(step))
    assert [step for step, _, _ in steps] == ["comparing", "writing"]
    assert all(done <= size for _, done, size in steps)


def test_the_invented_world_is_put_together(world: list[Report]) -> None:
    """Most reports of one happening come together, and hardly any others; its sentences begin alike where they tell the same."""
    heads = {one.id: (one.stem, frozenset(one.parties.named)) for one in world}
    groups = group(world)
    assert all(len({heads[one.id] for one in told}) == 1 for told in groups)
    assert len(groups) < 1.2 * len(set(heads.values()))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_any_order_gives_the_same_stories(world: list[Report], chance: object) -> None:
    """Groups, their order and their ids do not depend on the order of the reports."""
    shuffled = list(world)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert group(shuffled) == group(world)


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_stories_are_stable_as_articles_arrive(world: list[Report], data: st.DataObject) -> None:
    """Reports that are one story among some articles still are when all others have come; where none of those is earlier, its id is the same."""
    articles = sorted({one.article for one in world})
    early = set(data.draw(st.lists(st.sampled_from(articles), unique=True, min_size=2)))
    before, after = group([one for one in world if one.article in early]), group(world)
    home = {one.id: told for told in after for one in told}
    for told in before:
        assert len({story_id(home[one.id]) for one in told}) == 1
        grown = home[told[0].id]
        if min(grown, key=lambda one: (one.published, one.id)).article in early:
            assert story_id(grown) == story_id(told)


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_an_article_changes_only_stories_it_is_linked_to(world: list[Report], data: st.DataObject) -> None:
    """Stories that share no report, type or name with what is new stay as they are."""
    new = data.draw(st.sampled_from(sorted({one.article for one in world})))
    before, after = group([one for one in world if one.article != new]), group(world)
    touched = {frozenset(one.parties.named) for one in world if one.article == new}
    untouched = [told for told in before if not any(frozenset(one.parties.named) in touched for one in told)]
    assert parts(untouched) <= parts(after)
