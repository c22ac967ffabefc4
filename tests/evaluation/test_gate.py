"""The quality floors and what stands beside them."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation import gate
from evaluation.figures import Figures, System
from evaluation.run import TASKS, Task, chosen, digest

FLOORS = json.loads(gate.FLOORS.read_text(encoding="utf8"))


def task(tmp_path: Path, *, value: float = 80.0) -> Task:
    """A task of one figure, measured on one file."""
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "set.txt").write_text("one", encoding="utf8")

    def score(data: Path, split: str, system: System) -> Figures:
        return {"right": value}

    return replace(TASKS[0], name="set", whole=score, quick=score, files=("data/set.txt",), margin=1.0)


def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, floors: dict[str, object], *words: str, value: float = 80.0) -> int:
    """Leave code of the gate with these floors; the floors stay in the folder."""
    own = task(tmp_path, value=value)
    path = tmp_path / "floors.json"
    path.write_text(json.dumps(floors), encoding="utf8")
    monkeypatch.setattr(gate, "FLOORS", path)
    monkeypatch.setattr(gate, "chosen", lambda names: [own])
    monkeypatch.setattr(sys, "argv", ["gate", "--data", str(tmp_path), *words])
    with pytest.raises(SystemExit) as left:
        gate.main()
    return int(left.value.code or 0)


def floors(tmp_path: Path, floor: float, *, mark: str | None = None, name: str = "right") -> dict[str, object]:
    return {"tasks": {"set": {"digest": mark or digest(task(tmp_path), tmp_path, "dev"), "floors": {name: floor}}}, "why": []}


def test_figure_above_its_floor_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And one on it."""
    assert run(tmp_path, monkeypatch, floors(tmp_path, 79.0)) == 0
    assert run(tmp_path, monkeypatch, floors(tmp_path, 80.0)) == 0


def test_figure_below_its_floor_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With one sentence about it."""
    assert run(tmp_path, monkeypatch, floors(tmp_path, 81.0)) == 1
    assert "right is 80.00, below its floor of 81.00" in capsys.readouterr().err


def test_other_data_are_not_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A floor belongs to the data it was measured on."""
    assert run(tmp_path, monkeypatch, floors(tmp_path, 81.0, mark="0" * 16)) == 0
    assert "other data" in capsys.readouterr().out


def test_floor_of_a_figure_that_is_gone_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing escapes its floor by being renamed."""
    assert run(tmp_path, monkeypatch, floors(tmp_path, 10.0, name="wrong")) == 1


def test_raising_lifts_a_floor_to_the_margin_below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And writes the digest of the data."""
    assert run(tmp_path, monkeypatch, floors(tmp_path, 70.0), "--raise") == 0
    found = json.loads((tmp_path / "floors.json").read_text(encoding="utf8"))
    assert found["tasks"]["set"] == {"digest": digest(task(tmp_path), tmp_path, "dev"), "floors": {"right": 79.0}}


def test_raising_lowers_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does it hide that a floor is broken."""
    assert run(tmp_path, monkeypatch, floors(tmp_path, 85.0), "--raise") == 1
    assert json.loads((tmp_path / "floors.json").read_text(encoding="utf8"))["tasks"]["set"]["floors"] == {"right": 85.0}


def test_plain_run_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only `--raise` changes the floors."""
    wanted = floors(tmp_path, 70.0)
    run(tmp_path, monkeypatch, wanted)
    assert json.loads((tmp_path / "floors.json").read_text(encoding="utf8")) == wanted


def test_margins_are_taken_from_the_task() -> None:
    """Small sets have wide ones, and no floor is below nought."""
    (muc,) = chosen(["muc"])
    assert gate.lifted(muc, {"x": 50.0, "y": 1.0}, {}) == {"x": 47.0, "y": 0.0}


def test_floors_are_of_tasks_that_there_are() -> None:
    """No floor is kept for a task that is gone."""
    assert set(FLOORS["tasks"]) <= {known.name for known in TASKS}


def test_floors_are_shares() -> None:
    """Per cent, to the hundredth."""
    values = [floor for entry in FLOORS["tasks"].values() for floor in entry["floors"].values()]
    assert all(0 <= floor <= 100 and round(floor, 2) == floor for floor in values)


def test_every_reason_names_what_it_speaks_of() -> None:
    """A floor that was changed by hand has a line that begins with its name, or with those of its tasks."""
    names = {name for entry in FLOORS["tasks"].values() for name in entry["floors"]} | set(FLOORS["tasks"])
    assert all(any(line.startswith(name) for name in names) for line in FLOORS["why"])
