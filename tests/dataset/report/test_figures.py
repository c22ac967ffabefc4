"""The figures of the report."""

from __future__ import annotations

import pytest

from sayso.article import Article
from sayso.dataset.report.figures import Figures
from sayso.dataset.report.words import CLASSES, class_of, side
from sayso.dataset.store import Store
from sayso.knowledge.ontology import load_ontology
from tests.dataset.report.conftest import HOSTILE
from tests.records import TEXT


@pytest.fixture
def figures(store: Store) -> Figures:
    return Figures(store.connection)


def test_totals(store: Store, figures: Figures) -> None:
    """What there is, copies and articles without an event among it."""
    (first, *_) = store.kept()
    store.add(Article(TEXT, "b", publisher="The Echo", published="2024-04-01"), None, copy_of=first.article.id)
    totals = figures.totals()
    assert {name: totals[name] for name in ("articles", "copies", "silent", "publishers", "events", "statements", "stories", "quarantined")} == {
        "articles": 4, "copies": 1, "silent": 0, "publishers": 4, "events": 3, "statements": 6, "stories": 0, "quarantined": 2,
    }  # fmt: skip
    assert (totals["first"], totals["last"]) == ("2024-02-06", "2024-04-01")


def test_what_did_not_happen_is_no_happening(store: Store, figures: Figures) -> None:
    """A negated event is counted as such and is on no chart."""
    store.connection.execute("UPDATE events SET reality = 'negated' WHERE type = 'ASSAULT'")
    assert {row["type"]: row["happened"] for row in figures.types()} == {"AID": 1, "ASSAULT": 0, "CONSULT": 1}
    assert {row["reality"]: row["count"] for row in figures.realities()} == {"happened": 2, "negated": 1}
    assert "ASSAULT" not in {row["type"] for row in (*figures.days(), *figures.pairs())}
    assert sum(row["count"] for row in figures.points(9)) == 2 and figures.countries() == [{"country": "NLD", "count": 2}]


def test_points_are_places_and_not_countries(store: Store, figures: Figures) -> None:
    """The middle of a country is no place where anything happened."""
    assert [(row["latitude"], row["longitude"], row["count"]) for row in figures.points(9)] == [(52.1, 4.3, 3)]
    store.connection.execute("UPDATE events SET precision = 'country'")
    assert figures.points(9) == []


def test_actors_do_and_have_done_to_them_and_say(figures: Figures) -> None:
    """The same name of the same country is one; groups of people without a name are none."""
    rows = {(row["name"], row["country"]): (row["done"], row["met"], row["said"]) for row in figures.actors(9)}
    assert rows[("rebels", "NLD")] == (2, 0, 2) and rows[("Norland", "NLD")] == (1, 0, 2)
    assert "six people" not in {name for name, _ in rows}


def test_who_does_what_to_whom(figures: Figures) -> None:
    """By sides; those who talk with one another do it to one another."""
    found = {(row["doer"], row["type"], row["other"]): row["count"] for row in figures.pairs()}
    assert found == {
        ("NLD/armed", "AID", "/civil"): 1,
        ("NLD/armed", "ASSAULT", "/civil"): 1,
        ("NLD/armed", "CONSULT", "NLD/state"): 1,
        ("NLD/state", "CONSULT", "NLD/armed"): 1,
    }


def test_gaps(store: Store, figures: Figures) -> None:
    """What events lack."""
    store.connection.execute("UPDATE events SET start = NULL, places = NULL, latitude = NULL WHERE type = 'AID'")
    assert figures.gaps() == {"date": 1, "place": 1, "point": 1, "doer": 0, "said": 2, "unsure": 0}


def test_publishers_and_pipelines(figures: Figures) -> None:
    """The most first, names as they are."""
    assert [row["publisher"] for row in figures.publishers(9)] == [HOSTILE, "The Herald", "The Post"]
    assert [row["articles"] for row in figures.pipelines()] == [3]


def test_every_type_has_a_class() -> None:
    """One; a type of one's own has none of PLOVER's."""
    assert sorted(type for types in CLASSES.values() for type in types) == sorted(load_ontology().types)
    assert class_of("War") == "Other types"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("SYR/armed", "Syria: armed groups"),
        ("/armed", "Armed groups of no country"),
        ("/international", "International bodies"),
        ("XYZ/state", "XYZ: state"),
    ],
)
def test_sides_have_names(written: str, name: str) -> None:
    """In words; a country without a name by its code."""
    assert side(written) == name
