"""The command line."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as parquet
import pytest
from click.testing import CliRunner, Result

from sayso import __version__
from sayso.cli import main

NEWS = "Rebels shelled the town of Homs on Friday, killing six people, the army said."


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A short report in a file."""
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf8")
    return path


def run(*words: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=stdin)


def test_version() -> None:
    """`--version` prints it."""
    assert __version__ in run("--version").stdout


@pytest.mark.parametrize("words", [[], ["code"], ["analyse"]])
def test_help_ends_with_examples(words: list[str]) -> None:
    """Every help shows real commands and the exit codes."""
    text = run(*words, "--help").stdout
    assert "Examples" in text and "Exit codes" in text


def test_table_is_for_reading(news: Path) -> None:
    """The default format shows the event and its evidence."""
    result = run("code", news, "--published", "2024-03-06")
    assert result.exit_code == 0
    assert "ASSAULT" in result.stdout and "“Rebels" in result.stdout


def test_jsonl_on_standard_output(news: Path) -> None:
    """One record a line, nothing else."""
    (line,) = run("code", news, "--format", "jsonl", "--published", "2024-03-06").stdout.splitlines()
    assert json.loads(line)["article"]["published"] == "2024-03-06"


def test_standard_input(news: Path) -> None:
    """`-` reads an article from standard input."""
    result = run("code", "-", "--format", "json", stdin=NEWS)
    assert json.loads(result.stdout)[0]["article"]["length"] == len(NEWS)


@pytest.mark.parametrize("ending", ["jsonl", "json", "csv", "parquet"])
def test_ending_of_the_output_decides_the_format(news: Path, tmp_path: Path, ending: str) -> None:
    """The file is written whole, and no half-written one is left."""
    target = tmp_path / f"out.{ending}"
    assert run("code", news, "-o", target).exit_code == 0
    assert target.stat().st_size > 0
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_parquet_needs_a_file(news: Path) -> None:
    """Binary data does not go to a terminal."""
    result = run("code", news, "--format", "parquet")
    assert result.exit_code == 2 and "-o FILE" in result.stderr


def test_dash_as_output_is_standard_output(news: Path) -> None:
    """`-o -` writes no file of that name, and gives what is written without it."""
    assert run("code", news, "--format", "jsonl", "-o", "-").stdout == run("code", news, "--format", "jsonl").stdout != ""
    assert not Path("-").exists()


def test_parquet_goes_into_a_pipe_when_told_so(news: Path) -> None:
    """The bytes on standard output are a whole Parquet file, though a pipe cannot seek."""
    words = [sys.executable, "-m", "sayso", "code", str(news), "--format", "parquet", "-o", "-"]
    done = subprocess.run(words, capture_output=True, check=True)
    assert parquet.read_table(io.BytesIO(done.stdout)).column("type").to_pylist() == ["ASSAULT"]


@pytest.mark.parametrize(
    ("words", "encoding", "expected"),
    [(["code"], "ascii", "Zo? Falls"), (["code", "--format", "jsonl"], "utf8", "Zoë"), (["analyse"], "utf8", "Zoë")],
)
def test_narrow_encodings_are_no_crash(tmp_path: Path, words: list[str], encoding: str, expected: str) -> None:
    """Data is UTF-8 in any locale; a table shows a question mark for what its terminal has no letter for."""
    path = tmp_path / "falls.txt"
    path.write_text("Rebels shelled the town of Zoë Falls on Friday, the army said.", encoding="utf8")
    narrow = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-m", "sayso", *words, str(path)], capture_output=True, check=True, env=narrow)
    assert expected in done.stdout.decode(encoding)


def test_bad_inputs_are_listed_and_the_others_coded(news: Path, tmp_path: Path) -> None:
    """Exit code 1, the bad file named on standard error."""
    (tmp_path / "empty.txt").write_text("", encoding="utf8")
    result = run("code", tmp_path, "--format", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert "empty.txt" in result.stderr and "1 coded, 1 not read" in result.stderr


def test_nothing_readable_is_exit_code_three(tmp_path: Path) -> None:
    """A missing file leaves nothing to code."""
    result = run("code", tmp_path / "nowhere.txt", "--format", "jsonl")
    assert result.exit_code == 3 and "nowhere.txt" in result.stderr


def test_wrong_date_is_one_sentence(news: Path) -> None:
    """No traceback for a date that is none."""
    result = run("code", news, "--published", "soon")
    assert result.exit_code == 3 and "Traceback" not in result.stderr and "soon" in result.stderr


def test_wrong_column_option_is_a_usage_error(news: Path) -> None:
    """The form that is wanted stands in the message."""
    result = run("code", news, "--column", "text")
    assert result.exit_code == 2 and "FIELD=NAME" in result.stderr


def test_own_actors_lie_over_the_package(news: Path, tmp_path: Path) -> None:
    """An actor of the user's file is known by its country and sector."""
    own = tmp_path / "groups_mine.tsv"
    own.write_text("Zorvan Front\tZF\tSYR\tREB\n", encoding="utf8")
    news.write_text("The Zorvan Front attacked the town of Homs on Friday.", encoding="utf8")
    result = run("code", news, "--actors", own, "--format", "jsonl")
    actors = {a["name"]: (a["country"], a["sector"]) for a in json.loads(result.stdout)["actors"]}
    assert actors["Zorvan Front"] == ("SYR", ["REB"])


def test_mistake_in_a_knowledge_file_names_its_line(news: Path, tmp_path: Path) -> None:
    """Exit code 4, file and line in the message."""
    own = tmp_path / "groups_mine.tsv"
    own.write_text("Zorvan Front\tZF\tSYR\tNONSENSE\n", encoding="utf8")
    result = run("code", news, "--actors", own)
    assert result.exit_code == 4 and "groups_mine.tsv" in result.stderr and "1" in result.stderr


def test_analyse_gives_conllu(news: Path) -> None:
    """Ten columns a token, offsets in the last."""
    lines = [line for line in run("analyse", news).stdout.splitlines() if line[:1].isdigit()]
    assert all(line.count("\t") == 9 for line in lines)
    assert lines[0].split("\t")[1] == "Rebels" and "TokenRange=0:6" in lines[0]


def test_analyse_gives_json(news: Path) -> None:
    """One object per article."""
    (line,) = run("analyse", news, "--format", "json").stdout.splitlines()
    assert json.loads(line)["sentences"][0]["tokens"][0]["text"] == "Rebels"


def test_schema_is_json() -> None:
    """`schema` prints the JSON Schema of a record."""
    assert json.loads(run("schema").stdout)["$id"] == "sayso/1"


DUMP = "11\tQarzabad\tQarzabad\t\t35.5\t36.5\tP\tPPL\tSY\t\t01\t\t\t\t70000\t\t\tAsia/Damascus\t2024-01-01\n"


def test_own_gazetteer_is_built_and_used(tmp_path: Path) -> None:
    """A town that only the dump knows has a point in the record."""
    dump, world, report = tmp_path / "SY.txt", tmp_path / "world.bin", tmp_path / "news.txt"
    dump.write_text(DUMP, encoding="utf8")
    report.write_text("Shells fell in Qarzabad on Friday, killing six people.", encoding="utf8")
    built = run("places", "build", dump, "-o", world)
    assert built.exit_code == 0 and "places in" in built.stderr and built.stdout == ""
    record = json.loads(run("code", report, "--format", "jsonl", "--places", world).stdout)
    assert [(p["name"], p["country"], p["latitude"], p["geonames_id"]) for p in record["places"]] == [("Qarzabad", "SYR", 35.5, 11)]


def test_what_is_no_dump_or_no_gazetteer_is_said_plainly(tmp_path: Path, news: Path) -> None:
    """One sentence each, with an exit code."""
    bad = tmp_path / "bad.txt"
    bad.write_text("nothing\n", encoding="utf8")
    built = run("places", "build", bad, "-o", tmp_path / "world.bin")
    assert built.exit_code == 3 and "columns" in built.stderr
    used = run("code", news, "--places", bad)
    assert used.exit_code == 4 and "damaged" in used.stderr


def test_help_of_places_shows_both_steps() -> None:
    """Building, and then coding with it."""
    for words in (["places"], ["places", "build"]):
        assert "sayso code articles/ --places world.bin" in run(*words, "--help").stdout
