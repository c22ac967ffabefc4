"""Fitting what speaks for dates and places."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.coding.when_evidence import Dated
from sayso.knowledge.setting_scores import load_setting_scores
from sayso.record import Place
from training.fit_setting_scores import add_belief, is_date, is_place, without_belief, write


@pytest.mark.parametrize(
    ("start", "end", "dated", "right"),
    [
        ("2020-05", None, ("2020-05-04", "2020-05-04"), True),
        ("2020-05-04", "2020-05-04", ("2020-05-04", None), True),
        ("2020-05-04", "2020-05-06", ("2020-05-04", "2020-05-04"), False),
        ("2020-05-04", None, ("2020-05", "2020-05"), False),
        (None, "2020", (None, "2020-05"), True),
        (None, "2020", ("2020", "2020"), False),
        (None, None, ("2020", "2020"), False),
    ],
)
def test_dates_are_right_at_the_coders_grain(start: str | None, end: str | None, dated: tuple[str | None, str | None], right: bool) -> None:
    """What is more exact is right too, what is less exact is not; an open end says nothing."""
    assert is_date({"start": start, "end": end}, Dated(*dated, None)) is right


@pytest.mark.parametrize(
    ("name", "country", "right"), [("Homs province", "SYR", True), ("Homs", None, True), ("Homs", "IRQ", False), ("Hama", "SYR", False)]
)
def test_places_are_right_by_name_and_country(name: str, country: str | None, right: bool) -> None:
    """One name may hold the other."""
    assert is_place({"name": "Homs", "country": "SYR"}, Place("p1", name, country)) is right


def test_belief_is_weighed_beside_the_rest() -> None:
    """A belief that goes with right places gains weight, and what the text tells keeps its own."""
    rows = [({"here": 1.0, "belief_5": 1.0}, 1.0, 1.0), ({"here": 1.0, "belief_0": 1.0}, 0.0, 1.0)] * 20
    assert without_belief(rows)[0] == ({"here": 1.0}, 1.0, 1.0)
    weights = add_belief({"here": 0.5}, rows)
    assert weights["belief_5"] > 1 > -1 > weights["belief_0"] and weights["here"] > 0


def test_thresholds_outlast_a_fit(tmp_path: Path) -> None:
    """Only the weights are replaced."""
    path = tmp_path / "setting_scores.toml"
    path.write_text("[thresholds]\nwhen = 0.31\nwhere = 0.32\nalso_where = 0.53\n[when]\nold = 1.0\n[where]\n", encoding="utf8")
    write(path, {"when": {"here": 1.234, "far": -1.0}, "where": {}})
    load_setting_scores.cache_clear()
    scores = load_setting_scores(path)
    assert (scores.when, scores.where, scores.also_where) == (0.31, 0.32, 0.53)
    assert scores.weights == {"when": {"far": -1.0, "here": 1.23}, "where": {}}
