"""The commands that ask and export a dataset."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyarrow import parquet

from sayso.cli import export as export_command
from sayso.cli import main
from sayso.dataset.profiles import PROFILES
from tests.dataset.datasets import filled


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A dataset of two articles and a story."""
    filled(tmp_path / "news.sqlite", linked=True).close()
    return tmp_path / "news.sqlite"


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.mark.parametrize("command", ["find", "show", "sql", "export"])
def test_help_ends_with_examples(command: str) -> None:
    """Every help shows real commands and the exit codes."""
    text = run(command, "--help").stdout
    assert "Examples" in text and "Exit codes" in text


def test_find_is_for_reading(news: Path) -> None:
    """The default format; what the options ask for, no more."""
    result = run("find", news, "--type", "ASSAULT", "--actor", "TUR", "--place", "Syria", "--from", "2018-01", "--to", "2018-03")
    assert result.exit_code == 0 and "ASSAULT/aerial  Turkish Air Force (TUR MIL)" in result.stdout and "bombed" not in result.stdout


@pytest.mark.parametrize(
    ("options", "triggers"),
    [
        (["--disputed"], ["bombed"]),
        (["--type", "PROTEST", "--type", "ASSAULT/aerial"], ["struck", "Marchers"]),
        (["--reality", "planned"], ["Marchers"]),
        (["--said-by", "Norland"], ["bombed"]),
        (["--recipient", "CVL"], ["bombed"]),
        (["--mode", "demo"], ["Marchers"]),
        (["--text", "market"], ["bombed"]),
        (["--limit", "1"], ["struck"]),
        (["--limit", "0"], ["struck", "Marchers", "bombed"]),
    ],
)
@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_find_for_programs(news: Path, options: list[str], triggers: list[str], form: str) -> None:
    """One row per event, the same in both formats."""
    text = run("find", news, *options, "--format", form).stdout
    rows = map(json.loads, text.splitlines()) if form == "jsonl" else csv.DictReader(io.StringIO(text))
    assert [row["trigger"] for row in rows] == triggers


def test_a_table_tells_how_many_more_there_are(news: Path) -> None:
    """And how to see them."""
    text = run("find", news, "--limit", "1").stdout
    assert "2 more; --limit 0 shows all" in text and "Marchers" not in text
    assert "more;" not in run("find", news).stdout


def test_find_writes_files_by_their_ending(news: Path, tmp_path: Path) -> None:
    """CSV and JSON Lines; stories are rows too."""
    run("find", news, "-o", tmp_path / "out.csv")
    run("find", news, "--stories", "-o", tmp_path / "out.jsonl")
    assert len((tmp_path / "out.csv").read_text(encoding="utf8").splitlines()) == 4
    assert json.loads((tmp_path / "out.jsonl").read_text(encoding="utf8"))["id"] == "story-1"


@pytest.mark.parametrize(
    ("words", "told"),
    [(["--type", "WAR"], "is no type; choose from"), (["--from", "soon"], "soon"), (["--reality", "maybe"], "is no reality")],
)
def test_what_cannot_be_found_by_is_one_sentence(news: Path, words: list[str], told: str) -> None:
    """Exit code 3, no traceback."""
    result = run("find", news, *words)
    assert result.exit_code == 3 and told in result.stderr and "Traceback" not in result.stderr


@pytest.mark.parametrize("words", [["find"], ["show", "x"], ["sql", "SELECT 1"], ["export", "--profile", "csv"]])
def test_no_dataset_is_one_sentence(tmp_path: Path, words: list[str]) -> None:
    """Exit code 3, and nothing is made there."""
    command, *rest = words
    result = run(command, tmp_path / "nowhere.sqlite", *rest)
    assert result.exit_code == 3 and "there is no such dataset" in result.stderr and list(tmp_path.iterdir()) == []


def test_show_takes_ids_that_find_lists(news: Path) -> None:
    """Of an event, its article, a story."""
    (row,) = map(json.loads, run("find", news, "--disputed", "--format", "jsonl").stdout.splitlines())
    for key in (row["id"], row["article_id"], row["story"]):
        result = run("show", news, key)
        assert result.exit_code == 0 and "DISPUTED: actors" in result.stdout
    result = run("show", news, "nothing")
    assert result.exit_code == 3 and "nothing in" in result.stderr


def test_sql_in_every_format(news: Path, tmp_path: Path) -> None:
    """To read, and for programs."""
    question = "SELECT type, count(*) AS n FROM events GROUP BY type ORDER BY type"
    assert run("sql", news, question).stdout.split() == ["type", "n", "ASSAULT", "2", "PROTEST", "1"]
    assert run("sql", news, question, "--format", "csv").stdout == "type,n\nASSAULT,2\nPROTEST,1\n"
    assert json.loads(run("sql", news, question, "--format", "jsonl").stdout.splitlines()[0]) == {"type": "ASSAULT", "n": 2}
    run("sql", news, question, "-o", tmp_path / "out.parquet")
    assert parquet.read_table(tmp_path / "out.parquet").column("n").to_pylist() == [2, 1]
    result = run("sql", news, "SELECT colour FROM events")
    assert result.exit_code == 3 and "colour" in result.stderr


@pytest.mark.parametrize("words", [["sql", "SELECT 1", "--format", "parquet"], ["export", "--profile", "parquet"]])
def test_parquet_needs_a_file(news: Path, words: list[str]) -> None:
    """Binary data does not go to a terminal."""
    command, *rest = words
    result = run(command, news, *rest)
    assert result.exit_code == 2 and "-o FILE" in result.stderr


def test_profiles_of_the_command_are_those_there_are() -> None:
    """The list stands in the command, which must not load them to show its help."""
    assert set(export_command._PROFILES) == set(PROFILES)


@pytest.mark.parametrize("profile", sorted(PROFILES))
def test_every_profile_is_written_to_a_file(news: Path, tmp_path: Path, profile: str) -> None:
    """Whole, with what was left out counted on standard error."""
    target = tmp_path / "out"
    result = run("export", news, "--profile", profile, "-o", target)
    assert result.exit_code == 0 and target.stat().st_size > 0
    what = "2 articles" if profile == "label-studio" else "events"
    assert what in result.stderr
    assert ("left out: " in result.stderr) == (profile in ("acled", "gdelt2", "ucdp-ged"))


def test_export_takes_the_options_of_find(news: Path) -> None:
    """And --bare and --stories."""
    text = run("export", news, "--profile", "acled", "--actor", "TUR", "--bare").stdout
    assert len(text.splitlines()) == 2 and text.splitlines()[0].endswith(",timestamp")
    _, tags, row = csv.reader(io.StringIO(run("export", news, "--profile", "hxl", "--stories").stdout))
    assert (tags[0], row[0]) == ("#event+id", "story-1")


def test_articles_are_no_stories(news: Path) -> None:
    """The profile of tasks is told so."""
    result = run("export", news, "--profile", "label-studio", "--stories")
    assert result.exit_code == 2 and "leave --stories out" in result.stderr


def test_parquet_goes_into_a_pipe_when_told_so(news: Path) -> None:
    """The bytes on standard output are a whole file, though a pipe cannot seek."""
    words = [sys.executable, "-m", "sayso", "export", str(news), "--profile", "parquet", "-o", "-"]
    done = subprocess.run(words, capture_output=True, check=True)
    assert parquet.read_table(io.BytesIO(done.stdout)).column("trigger").to_pylist() == ["struck", "Marchers", "bombed"]
