"""Rows for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow
import pytest

from sayso.dataset.face import Dataset
from sayso.dataset.frames import Rows
from sayso.errors import InputError
from tests.dataset.datasets import filled


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Dataset]:
    """An open dataset."""
    filled(tmp_path / "news.sqlite").close()
    with Dataset(tmp_path / "news.sqlite") as opened:
        yield opened


def test_rows_can_be_gone_through_again(data: Dataset) -> None:
    """Each time they are asked anew, and counted without being kept."""
    found = data.find(type="ASSAULT")
    assert [row["trigger"] for row in found] == [row["trigger"] for row in found] == ["struck", "bombed"]
    assert len(found) == 2


def test_arrow_tables_are_typed(data: Dataset) -> None:
    """Also where nothing is found."""
    for table, rows in ((data.find().to_arrow(), 3), (data.find(place="Mars").to_arrow(), 0)):
        assert table.num_rows == rows
        assert (table.schema.field("killed_min").type, table.schema.field("latitude").type) == (pyarrow.int64(), pyarrow.float64())


def test_rows_come_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of many groups has every row once."""
    monkeypatch.setattr("sayso.dataset.frames._GROUP", 2)

    def rows() -> Iterator[dict[str, Any]]:
        return ({"n": number} for number in range(5))

    def schema() -> Any:
        return pyarrow.schema([("n", pyarrow.int64())])

    def count() -> int:
        return 5

    assert Rows(rows, schema, count).to_arrow().column("n").to_pylist() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_frames(data: Dataset, name: str) -> None:
    """With the rows and columns of the Arrow table."""
    pytest.importorskip(name)
    frame = getattr(data.find(), f"to_{name}")()
    assert list(frame.columns) == data.find().to_arrow().column_names and len(frame) == 3
    assert list(frame["trigger"]) == ["struck", "Marchers", "bombed"]


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_without_the_package_there_is_the_line_to_type(data: Dataset, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """One sentence."""
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(InputError, match=rf"pip install 'sayso\[{name}\]'"):
        getattr(data, f"to_{name}")()
