"""The record of a story."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.dataset.store import Store
from sayso.dataset.stories import link
from tests.dataset.stories.reports import add

OWN = (
    "Harbour Guards bombed the Mirel Bridge near Tolvany, killing 14 dockers before sunrise",
    "Mirel Bridge near Tolvany lies ruined since Harbour Guards bombed its pillars while dockers slept",
    "Dockers mourned near Tolvany after Harbour Guards bombed Mirel Bridge and shattered warehouse windows",
)
"""One happening in the words of three outlets."""
Told = Callable[[list[dict[str, Any]]], dict[str, Any]]


@pytest.fixture
def story(tmp_path: Path) -> Told:
    """Makes a dataset of articles, links it and gives its only story, with its detail read."""

    def made(articles: list[dict[str, Any]]) -> dict[str, Any]:
        with Store(tmp_path / "d.sqlite", create=True) as store:
            for number, article in enumerate(articles):
                add(
                    store,
                    **{"publisher": ("Herald", "Post", "Times")[number], "published": f"2024-03-0{5 + number}", "sentence": OWN[number], **article},
                )
            link(store)
            (row,) = store.rows("SELECT * FROM stories")
        return {**row, "detail": json.loads(row["detail"])}

    return made


def test_counts(story: Told) -> None:
    """Events, articles, publishers and the days between which it is told."""
    row = story([{}, {}, {}])
    assert (row["events"], row["articles"], row["publishers"]) == (3, 3, 3)
    assert (row["first_published"], row["last_published"]) == ("2024-03-05", "2024-03-07")


def test_one_wire_text_is_one_source(story: Told) -> None:
    """Three papers that print the same sentence are one publisher."""
    assert story([{"sentence": OWN[0]}, {"sentence": OWN[0]}, {"sentence": OWN[0]}])["publishers"] == 1


def test_the_best_supported_actor(story: Told) -> None:
    """What one of three says of who did it is kept in the detail, and does not stand."""
    row = story([{"actor": ("Bramme Militia", "NLD")}, {}, {}])
    assert row["actors"] == "Harbour Guards" and row["actor_countries"] == "NLD"
    assert {one["name"]: one["publishers"] for one in row["detail"]["actors"]} == {"Bramme Militia": 1, "Harbour Guards": 2}


def test_two_that_say_otherwise_both_stand(story: Told) -> None:
    """One publisher each: both are listed, the earlier told first."""
    assert story([{}, {"actor": ("Bramme Militia", "NLD")}])["actors"] == "Harbour Guards; Bramme Militia"


def test_the_better_supported_day(story: Told) -> None:
    """Two publishers outweigh one."""
    assert story([{"start": "2024-03-03"}, {}, {}])["start"] == "2024-03-04"


def test_a_month_speaks_for_its_days(story: Told) -> None:
    """A date known less exactly that agrees supports the exact one and does not displace it."""
    assert story([{"start": "2024-03"}, {"start": "2024-03"}, {}])["start"] == "2024-03-04"


def test_the_more_exact_place(story: Told) -> None:
    """A town stands where the others name only its country."""
    row = story([{"place": ("Norland", "NLD", "country")}, {"place": ("Norland", "NLD", "country")}, {}])
    assert (row["places"], row["precision"], row["place_countries"]) == ("Tolvany", "city", "NLD")


def test_toll_is_a_range_with_its_sources(story: Told) -> None:
    """The least and the most that anyone gives, and who gave which when."""
    row = story([{}, {"killed": 19, "speaker": "Port Office"}, {"killed": None}])
    assert (row["killed_min"], row["killed_max"]) == (14, 19)
    assert [(one["min"], one["publisher"], one["published"], one["say_so"]) for one in row["detail"]["toll"]] == [
        (14, "Herald", "2024-03-05", []),
        (19, "Post", "2024-03-06", [{"speaker": "Port Office", "stance": "asserts"}]),
    ]


def test_a_denial_in_another_outlet_is_a_dispute(story: Told) -> None:
    """One outlet reports it as a fact, in another somebody denies it."""
    row = story([{}, {"speaker": "Port Office", "stance": "denies"}])
    assert (row["asserted_by"], row["denied_by"], row["disputed"]) == (None, "Port Office", "reality")
    assert [one["publisher"] for one in row["detail"]["own_voice"]] == ["Herald"]


def test_who_asserts_across_outlets(story: Told) -> None:
    """Speakers are listed once, in the order in which they are told, and agreement is no dispute."""
    row = story([{"speaker": "Port Office"}, {"speaker": "Dock Union"}, {"speaker": "Port Office"}])
    assert (row["asserted_by"], row["denied_by"], row["disputed"]) == ("Port Office; Dock Union", None, None)


def test_a_plan_that_was_carried_out(story: Told) -> None:
    """A deed told as planned and as done has happened."""
    assert story([{"reality": "planned"}, {}])["reality"] == "happened"
