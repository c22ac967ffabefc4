"""Columns of the profiles."""

from __future__ import annotations

import pytest

from sayso.dataset.profiles import PROFILES
from sayso.dataset.profiles.columns import Column, joined
from sayso.dataset.profiles.evidence import EVIDENCE
from tests.dataset.datasets import NEVER, happening
from tests.dataset.profiles import published

_TABLES = sorted(name for name, profile in PROFILES.items() if profile.columns)


@pytest.mark.parametrize(
    ("name", "columns", "count"),
    [
        ("gdelt2", published.GDELT2, 61),
        ("acled", published.ACLED, 31),
        ("ucdp-ged", published.UCDP_GED, 49),
        ("plover", published.POLECAT, 40),
    ],
)
def test_published_columns_stand_in_their_order(name: str, columns: list[str], count: int) -> None:
    """Every one, no other between them."""
    assert [column.name for column in PROFILES[name].columns] == columns
    assert len(columns) == count


@pytest.mark.parametrize("name", _TABLES)
def test_no_column_stands_twice(name: str) -> None:
    """Sayso's own names meet none of the published ones."""
    names = [column.name for column in (*PROFILES[name].columns, *PROFILES[name].own)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", _TABLES)
def test_every_column_is_described(name: str) -> None:
    """What it holds, and how it is made or why it is empty, without a bar that would break a table."""
    for column in (*PROFILES[name].columns, *PROFILES[name].own):
        assert column.holds and column.made, column.name
        assert "|" not in column.holds + column.made


@pytest.mark.parametrize("name", _TABLES)
def test_every_row_carries_its_evidence(name: str) -> None:
    """Text and offsets, say-so and stance, version, under whatever profile."""
    names = {column.name for column in (*PROFILES[name].columns, *PROFILES[name].own)}
    assert {"evidence", "evidence_spans", "trigger_start", "attributed_to", "stance", "disputed", "reality", "sayso_version", "sayso_model"} <= names


def test_spans_name_their_article() -> None:
    """`ARTICLE:START-END`, parted by `; `."""
    one = happening(evidence_spans=(("aa", 0, 5), ("bb", 7, 9)))
    assert _value("evidence_spans", one) == "aa:0-5; bb:7-9"


def test_tolls_tell_both_bounds() -> None:
    """An open bound is left open."""
    one = happening(tolls={**NEVER, "killed": (6, 6), "injured": (81, None), "displaced": (None, 40)})
    assert _value("tolls", one) == "killed 6-6; injured 81-; displaced -40"
    assert _value("tolls", happening()) is None


def test_a_column_without_a_value_is_empty() -> None:
    """Whatever happened."""
    assert Column("x", "something", made="because").of(happening()) is None


def test_joined_values_stay_parallel() -> None:
    """A semicolon inside one is a comma; a cell in which nobody says anything is empty."""
    assert joined(["a; b", None, "c"]) == "a, b; ; c"
    assert joined([None, ""]) is None and joined([]) is None


def _value(name: str, one: object) -> object:
    return next(column for column in EVIDENCE if column.name == name).of(one)  # type: ignore[arg-type]
