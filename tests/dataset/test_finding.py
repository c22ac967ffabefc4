"""Questions to a dataset."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.article import Article
from sayso.dataset.face import query_of
from sayso.dataset.happenings import happenings
from sayso.dataset.store import Store
from sayso.errors import InputError
from sayso.knowledge.names import plain
from sayso.record import Record
from tests.dataset.datasets import filled
from tests.export.any_record import records
from tests.records import TEXT


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Two articles: an air strike in Syria and a planned protest; a bombing that is denied."""
    return filled(tmp_path / "news.sqlite", linked=True)


def found(store: Store, **wanted: object) -> list[str]:
    return [one.trigger for one in happenings(store, query_of(**wanted))]  # type: ignore[arg-type]


ALL = ["struck", "Marchers", "bombed"]


@pytest.mark.parametrize(
    ("wanted", "triggers"),
    [
        ({}, ALL),
        ({"type": "ASSAULT"}, ["struck", "bombed"]),
        ({"type": "assault"}, ["struck", "bombed"]),
        ({"type": ["PROTEST", "ASSAULT/aerial"]}, ["struck", "Marchers"]),
        ({"mode": "demo"}, ["Marchers"]),
        ({"actor": "TUR"}, ["struck"]),
        ({"actor": "Turkey"}, ["struck"]),
        ({"actor": "turkish air"}, ["struck"]),
        ({"actor": "turk"}, []),
        ({"actor": "REB"}, ["bombed"]),
        ({"actor": "NLD REB"}, ["bombed"]),
        ({"actor": "TUR REB"}, []),
        ({"actor": ["LAB", "REB"]}, ["Marchers", "bombed"]),
        ({"recipient": "CVL"}, ["bombed"]),
        ({"recipient": "REB"}, []),
        ({"place": "Syria"}, ["struck"]),
        ({"place": "SYR"}, ["struck"]),
        ({"place": "aland ridge"}, ["struck"]),
        ({"place": "Aleppo"}, ["struck"]),
        ({"place": "Vale"}, ["Marchers", "bombed"]),
        ({"reality": "planned"}, ["Marchers"]),
        ({"disputed": True}, ["bombed"]),
        ({"said_by": "Norland"}, ["bombed"]),
        ({"said_by": "=ARMY"}, ["struck"]),
        ({"said_by": "TUR GOV"}, ["struck"]),
        ({"said_by": "Courier"}, ["Marchers"]),
        ({"text": "market rebels"}, ["bombed"]),
        ({"text": '"killing six"'}, ["bombed"]),
        ({"text": "strik* camp"}, []),
        ({"text": "str* camp"}, ["struck", "Marchers"]),
        ({"text": 'NEAR( OR "'}, []),
        ({"type": "ASSAULT", "place": "Syria", "reality": "happened", "start": "2018", "end": "2018-03"}, ["struck"]),
    ],
)
def test_what_is_asked_for_is_found(store: Store, wanted: dict[str, object], triggers: list[str]) -> None:
    """By type, side, place, reality, word, and several together; in the order of the dates."""
    assert found(store, **wanted) == triggers


@pytest.mark.parametrize(
    ("start", "end", "triggers"),
    [
        ("2018-03", "2018-03", ["struck"]),
        ("2018-03-15", None, ["struck", "bombed"]),
        ("2018-04", None, ["bombed"]),
        (None, "2018-02", []),
        (None, "2018", ["struck"]),
        ("2024-03-04", "2024-03-04", ["bombed"]),
        ("2024-03-05", None, []),
        ("4 March 2024", None, ["bombed"]),
    ],
)
def test_days_are_met_as_exactly_as_they_are_known(store: Store, start: str | None, end: str | None, triggers: list[str]) -> None:
    """An event of some day in March is met by the 15th; one without a year is met by none."""
    assert found(store, start=start, end=end) == triggers


def test_what_goes_on_lasts_until_its_article(store: Store) -> None:
    """An event with a beginning and no end is met by days after its beginning."""
    store.connection.execute("""UPDATE events SET start = '2018-01', "end" = NULL, reality = 'ongoing' WHERE "trigger" = 'struck'""")
    assert found(store, start="2018-03-20", end="2018-03-31") == ["struck"]
    assert found(store, start="2018-05", end="2018-06") == []


def test_a_date_without_a_year_is_met_by_no_days(store: Store) -> None:
    """`--11-20` is neither before nor after anything."""
    store.connection.execute("""UPDATE events SET start = '--11-20', "end" = '--11-20' WHERE "trigger" = 'struck'""")
    assert found(store, end="2019") == []


def test_a_story_is_found_by_any_of_its_events(store: Store) -> None:
    """What only one outlet tells finds the story that it belongs to."""
    for wanted in ({"actor": "TUR"}, {"disputed": True}, {}):
        assert [one.id for one in happenings(store, query_of(**wanted), stories=True)] == ["story-1"]
    assert list(happenings(store, query_of(type="PROTEST"), stories=True)) == []


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"type": "WAR"}, "'WAR' is no type; choose from ACCUSE"),
        ({"mode": "loud"}, "'loud' is no mode"),
        ({"reality": "maybe"}, "'maybe' is no reality"),
        ({"start": "soon"}, "'soon'"),
        ({"text": "* ?"}, "no word to look for"),
        ({"actor": "?"}, "'?' is no name"),
        ({"colour": "red"}, "'colour' is nothing to find events by; choose from actor"),
    ],
)
def test_what_cannot_be_asked_is_told(store: Store, wanted: dict[str, object], told: str) -> None:
    """One sentence with the choices."""
    with pytest.raises(InputError, match=told.replace("?", r"\?").replace("*", r"\*")):
        found(store, **wanted)


def test_types_of_an_own_ontology_are_types(store: Store) -> None:
    """Those that the dataset holds may be asked for, as they are spelt."""
    store.connection.execute("UPDATE events SET type = 'War', mode = 'by sea' WHERE \"trigger\" = 'struck'")
    assert found(store, type="War/by sea") == ["struck"]


def test_quotes_in_names_are_no_sql(store: Store) -> None:
    """A name is a value, never a part of the statement."""
    assert found(store, actor="x' OR '1'='1", place='y" --') == []


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=30), st.text(st.characters(), max_size=30))
def test_no_words_break_a_question(text: str, name: str) -> None:
    """Whatever is typed finds something, nothing, or is told to be no question."""
    with tempfile.TemporaryDirectory() as folder, filled(Path(folder) / "news.sqlite") as store:
        for wanted in ({"text": text}, {"actor": name}, {"place": name}, {"said_by": name}):
            with suppress(InputError):
                assert set(found(store, **wanted)) <= set(ALL)


@settings(max_examples=40)
@given(records())
def test_who_takes_part_is_found_by_name(record: Record) -> None:
    """Every event by the name of each of its actors, and by its country and sectors together."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "any.sqlite", create=True) as store:
        with store.transaction():
            key = store.add(Article(TEXT, "x"), record)
        for event in record.events:
            for actor in (record.actor(participant.actor) for participant in event.actors):
                codes = " ".join([*([actor.country] if actor.country else []), *actor.sector])
                for who in ([actor.name] if plain(actor.name).strip() else []) + ([codes] if codes else []):
                    assert f"{key}/{event.id}" in [one.id for one in happenings(store, query_of(actor=who))]
