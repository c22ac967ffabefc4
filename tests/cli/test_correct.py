"""`sayso correct`."""

from __future__ import annotations

import json
import sqlite3
from functools import partial
from pathlib import Path

import pyarrow.parquet as parquet
import pytest
from click.testing import CliRunner, Result

from sayso.cli import main
from sayso.dataset.store import Store
from tests.dataset.corrections.conftest import ARTICLE, KEY
from tests.dataset.corrections.test_annotations import annotated
from tests.records import small_record

EVENT = f"{KEY}/e1"
BY = ("--by", "A. Coder", "--at", "2024-03-08")


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["correct", *map(str, words)])


def test_help_ends_with_examples() -> None:
    """Real commands and the exit codes."""
    text = run("--help").stdout
    assert "Examples" in text and "Exit codes" in text


def test_values_are_set(dataset: Path) -> None:
    """What was changed is said on standard error, nothing on standard output."""
    result = run(dataset, EVENT, "--set", "type=COERCE", "--set", "reality=negated", *BY, "--note", "a denial")
    assert result.exit_code == 0 and result.stdout == ""
    assert result.stderr.splitlines() == [
        f"{EVENT}  type: ASSAULT → COERCE",
        f"{EVENT}  reality: happened → negated",
        f"{EVENT}  mode: explosives → nothing",
    ]
    assert "All was so already" in run(dataset, EVENT, "--set", "type=COERCE", *BY).stderr


def test_the_list_tells_everything(dataset: Path) -> None:
    """For reading, and one object a line for programs."""
    run(dataset, EVENT, "--set", "reality=negated", *BY, "--note", "a denial")
    run(dataset, KEY, "--add-event", "--set", "type=REJECT", "--set", "trigger=denied", *BY)
    run(dataset, EVENT, "--delete", *BY)
    run(dataset, KEY, "--checked", *BY)
    assert run(dataset, "--list").stdout.splitlines() == [
        f"1  2024-03-08  A. Coder  {EVENT}  reality: happened → negated",
        "    a denial",
        f"2  2024-03-08  A. Coder  {KEY}/x1  event added: REJECT",
        f"3  2024-03-08  A. Coder  {EVENT}  taken out",
        f"4  2024-03-08  A. Coder  {KEY}  looked at as a whole",
    ]
    first, *_ = run(dataset, EVENT, "--list", "--format", "jsonl").stdout.splitlines()
    assert json.loads(first)["old"] == "happened"
    assert "brought back" in run(dataset, EVENT, "--restore", *BY).stderr


def test_the_list_says_what_counts_no_longer(dataset: Path) -> None:
    """Where the reading that stands has nothing like it any more."""
    run(dataset, EVENT, "--set", "reality=negated", *BY)
    with Store(dataset) as store:
        store.connection.execute("UPDATE articles SET record = json_set(record, '$.events', json('[]'), '$.statements', json('[]'))")
    assert "counts no longer" in run(dataset, "--list").stdout


def test_an_empty_list_says_so(dataset: Path) -> None:
    """On standard error."""
    assert "No corrections have been made." in run(dataset, "--list").stderr


def test_many_changes_from_a_file(dataset: Path, tmp_path: Path) -> None:
    """Lines of JSON, and Label Studio's export with its remarks."""
    lines, studio = tmp_path / "changes.jsonl", tmp_path / "studio.json"
    lines.write_text(json.dumps({"id": EVENT, "set": {"killed": 7}}), encoding="utf8")
    assert "toll: " in run(dataset, "--import", lines, *BY).stderr
    with Store(dataset) as store:
        tasks = [annotated(store), {"data": {"id": KEY}}]
    studio.write_text(json.dumps(tasks), encoding="utf8")
    told = run(dataset, "--import", studio, *BY).stderr
    assert f"{KEY}  looked at as a whole" in told and "note: " in told and "task 2: nobody has annotated it" in told


def test_gold_is_written(dataset: Path, tmp_path: Path) -> None:
    """A folder of corrected articles."""
    run(dataset, EVENT, "--set", "reality=negated", *BY)
    result = run(dataset, "--export-gold", tmp_path / "gold")
    assert result.exit_code == 0 and "1 corrected articles" in result.stderr
    assert json.loads((tmp_path / "gold" / f"{KEY}.json").read_text(encoding="utf8"))["events"][0]["reality"] == "negated"


def test_the_set_up_of_label_studio_is_printed(dataset: Path) -> None:
    """On standard output."""
    assert run(dataset, "--label-config").stdout.startswith("<View>")


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ([], "Say one thing to do"),
        ([EVENT, "--set", "type=AID", "--list"], "Say one thing to do"),
        (["--set", "type=AID", *BY], "Name what is to be corrected"),
        ([EVENT, "--set", "type=AID"], "--by NAME"),
        (["--import", "x.jsonl"], "--by NAME"),
        ([EVENT, "--set", "type", *BY], "--set type: write it as FIELD=VALUE"),
        ([EVENT, "--set", "actors=a1", "--set", "actors=a2", *BY], "write a list as actors=ONE;OTHER"),
        ([EVENT, "--set", "=AID", *BY], "write it as FIELD=VALUE"),
    ],
)
def test_what_is_not_understood(dataset: Path, words: list[str], problem: str) -> None:
    """Exit code 2, and what is wanted."""
    result = run(dataset, *words)
    assert result.exit_code == 2 and problem in " ".join(result.stderr.split())


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ([EVENT, "--set", "type=WAR", *BY], "'WAR' is no type"),
        (["--import", "gone.jsonl", *BY], "gone.jsonl: cannot be read"),
        (["f00/e1", "--delete", *BY], "f00: the dataset has no article"),
    ],
)
def test_what_cannot_be_is_exit_code_three(dataset: Path, words: list[str], problem: str) -> None:
    """One sentence, and nothing is changed."""
    result = run(dataset, *words)
    assert result.exit_code == 3 and problem in result.stderr and "Traceback" not in result.stderr
    assert run(dataset, "--list").stdout == ""


def test_no_dataset_is_one_sentence(tmp_path: Path) -> None:
    """A path where nothing is, and nothing is made there."""
    result = run(tmp_path / "gone.sqlite", "--list")
    assert result.exit_code == 3 and "there is no such dataset" in result.stderr and not (tmp_path / "gone.sqlite").exists()


def test_a_dataset_that_another_program_writes_to_is_one_sentence(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback; the other's work goes on."""
    with Store(dataset) as other, other.transaction():
        monkeypatch.setattr("sqlite3.connect", partial(sqlite3.connect, timeout=0.01))
        result = run(dataset, EVENT, "--set", "reality=negated", *BY)
    assert result.exit_code == 3 and "wait until other programs have finished with it" in result.stderr


def test_names_that_would_command_the_terminal_do_not(dataset: Path) -> None:
    """Control characters in what people write are shown as such."""
    run(dataset, f"{KEY}/a1", "--set", "name=Nor\x1b[31mland", *BY, "--note", "a\x07b")
    shown = run(dataset, "--list").stdout
    assert "\x1b" not in shown and "\x07" not in shown and "Nor\ufffd[31mland" in shown


def test_a_folder_of_parquet_follows(tmp_path: Path) -> None:
    """Its tables are written anew with the corrected values."""
    folder = tmp_path / "news"
    folder.mkdir()
    with Store(folder, create=True) as store:
        store.add(ARTICLE, small_record())
    run(folder, EVENT, "--set", "reality=negated", *BY)
    assert parquet.read_table(folder / "events.parquet").column("reality").to_pylist() == ["negated"]
    assert parquet.read_table(folder / "corrections.parquet").num_rows == 1
