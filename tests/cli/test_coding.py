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


@pytest.mark.parametrize("words", [[], ["code"], ["analyse"], ["who"]])
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


def test_who_shows_the_holder_of_an_office() -> None:
    """A description finds its holder on the date; the words need no quotes."""
    result = run("who", "Turkey's", "foreign", "minister", "--on", "2015-06-01")
    assert result.exit_code == 0 and result.stdout.startswith("Mevlüt Çavuşoğlu · person · TUR · GOV on 2015-06-01")


def test_who_for_programs() -> None:
    """`--format json` prints one object."""
    found = json.loads(run("who", "HTS", "--format", "json").stdout)
    assert found["found"][0]["name"] == "Hayat Tahrir al-Sham" and found["found"][0]["line"] > 0


def test_who_respects_overlays(tmp_path: Path) -> None:
    """`--actors` lays files over the package's, the later over the earlier."""
    for name, sector in (("one", "REB"), ("two", "OPP")):
        text = f'[[actor]]\nname = "Harbour Front"\nkind = "organization"\nsectors = ["{sector}"]\n'
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf8")
    result = run("who", "Harbour Front", "--actors", tmp_path / "one.toml", "--actors", tmp_path / "two.toml")
    assert "OPP" in result.stdout and "REB" not in result.stdout and "two.toml:1" in result.stdout


def test_who_knows_nobody_of_that_name() -> None:
    """An unknown name is no crash: names spelt alike, and exit code 1."""
    result = run("who", "Hayat Tahrir al-Shaam")
    assert result.exit_code == 1 and "Hayat Tahrir al-Sham" in result.stdout


@pytest.mark.parametrize(("words", "code", "told"), [(["--on", "soon"], 3, "soon"), (["--actors", "gone.toml"], 2, "gone.toml"), ([], 0, "")])
def test_who_says_what_it_does_not_understand(words: list[str], code: int, told: str) -> None:
    """A date that is none and a file that is not there are named."""
    result = run("who", "HTS", *words)
    assert result.exit_code == code and told in result.stderr


def test_mistake_in_an_overlay_is_named(tmp_path: Path, news: Path) -> None:
    """`code` and `who` tell file and line of a mistake and leave with 4."""
    path = tmp_path / "mine.toml"
    path.write_text('\n[[actor]]\nname = "X"\nkind = "ship"\n', encoding="utf8")
    for words in (("who", "X"), ("code", news)):
        result = run(*words, "--actors", path)
        assert result.exit_code == 4 and "mine.toml:2: an actor's kind is" in result.stderr


def test_folder_of_actors_may_be_given(tmp_path: Path, news: Path) -> None:
    """`--actors` takes a folder, and its files are part of the digest of what was known."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "groups.tsv").write_text("Harbour Front\t-\tPRT\tREB\n", encoding="utf8")
    plain, own = (json.loads(run("code", news, "--format", "jsonl", *more).stdout) for more in ((), ("--actors", tmp_path / "own")))
    assert plain["pipeline"]["knowledge_sha256"] != own["pipeline"]["knowledge_sha256"]


ONTOLOGY = "[types.War]\nmodes = ['by shells']\n[[rules]]\ncode = 'War: by shells'\ntype = 'ASSAULT'\nmode = 'heavy-weapons'\n"


@pytest.fixture
def ontology(tmp_path: Path) -> Path:
    """An ontology of one type."""
    path = tmp_path / "mine.toml"
    path.write_text(ONTOLOGY, encoding="utf8")
    return path


def test_ontology_gives_codes(news: Path, ontology: Path) -> None:
    """In records, rows and the table."""
    (record,) = json.loads(run("code", news, "--ontology", ontology, "--ontology", "cameo", "--format", "json").stdout)
    assert record["events"][0]["codes"] == {"mine": "War: by shells", "cameo": "194"}
    assert "mine=War: by shells" in run("code", news, "--ontology", ontology, "--format", "csv").stdout
    assert "mine War: by shells" in run("code", news, "--ontology", ontology).stdout


def test_ontology_may_stand_instead(news: Path, ontology: Path) -> None:
    """Types and modes are its own."""
    (record,) = json.loads(run("code", news, "--ontology", ontology, "--instead", "--format", "json").stdout)
    assert [(event["type"], event["mode"]) for event in record["events"]] == [("War", "by shells")]


def test_without_an_ontology_csv_has_no_codes(news: Path) -> None:
    """The columns stay as they are."""
    assert "codes" not in run("code", news, "--format", "csv").stdout.splitlines()[0].split(",")


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["--ontology", "nowhere"], "it has acled, cameo"),
        (["--instead"], "one ontology can stand instead"),
        (["--ontology", "cameo", "--ontology", "cameo"], "two ontologies"),
    ],
)
def test_wrong_ontologies_are_one_sentence(news: Path, words: list[str], problem: str) -> None:
    """Exit code 4, and what there is to choose from."""
    result = run("code", news, *words)
    assert result.exit_code == 4 and problem in result.stderr and "Traceback" not in result.stderr


def test_own_triggers_lie_over_the_package(news: Path, tmp_path: Path) -> None:
    """A word that the user takes out names no event, one that they add does."""
    own = tmp_path / "mine.tsv"
    own.write_text("ASSAULT\tzorble\tverb\taerial\tstrike\t0.95\t-\n", encoding="utf8")
    news.write_text("Rebels zorbled the town of Homs on Friday.", encoding="utf8")
    modes = [e["mode"] for e in json.loads(run("code", news, "--triggers", own, "--format", "jsonl").stdout)["events"]]
    assert modes == ["aerial"]


def test_explain_is_for_reading(news: Path) -> None:
    """Each field with what made it."""
    text = run("explain", news, "--event", "e1", "--published", "2024-03-06").stdout
    assert "e1  ASSAULT/heavy-weapons" in text and "the verb “shell” names ASSAULT (assault.tsv, line " in text
    assert all(f"   {field} " in text for field in ("type", "mode", "who", "when", "where", "reality", "toll", "on whose word"))


def test_explain_gives_json(news: Path) -> None:
    """One object a line and event."""
    (line,) = run("explain", news, "--format", "json").stdout.splitlines()
    assert {reason["field"] for reason in json.loads(line)["reasons"]} >= {"type", "actors", "when"}


def test_explaining_what_is_not_there_is_one_sentence(news: Path) -> None:
    """With the events that there are."""
    result = run("explain", news, "--event", "e7")
    assert result.exit_code == 3 and "no event 'e7'; it has e1 alone" in result.stderr


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
