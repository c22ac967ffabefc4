"""`sayso run`, from the command line and with the real coder."""

from __future__ import annotations

import json
import os
import pty
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.cli import main

NEWS = "Rebels shelled the town of Homs on Friday, killing six people, the army said."


def run(*words: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, ["run", *[str(word) for word in words]], input=stdin)


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with a text, a table of two and a file that is no text."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(NEWS, encoding="utf8")
    lines = [
        {"body": "Police arrested a journalist in Ankara.", "when": "2024-03-05"},
        {"body": "Norland and Sorland signed a treaty on Tuesday.", "when": None},
    ]
    (folder / "two.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf8")
    return folder


def test_help_ends_with_examples() -> None:
    """Real commands and the exit codes."""
    text = run("--help").stdout
    assert "Examples" in text and "Exit codes" in text and "sayso run articles/ -o news.sqlite" in text


def test_articles_become_a_dataset_as_options_say(articles: Path, tmp_path: Path) -> None:
    """Columns, dates and publishers are read as `code` reads them; what was done is told on standard error; again adds nothing."""
    path = tmp_path / "new" / "news.sqlite"
    words = (
        articles,
        "-o",
        path,
        "--column",
        "text=body",
        "--column",
        "published=when",
        "--published",
        "2024-03-06",
        "--publisher",
        "The Herald",
        "--workers",
        1,
    )
    result = run(*words)
    assert result.exit_code == 0 and result.stdout == ""
    assert "3 coded, 0 there already, 0 not." in result.stderr and f"{path}: 3 articles, 0 of them copies; " in result.stderr
    dates = rows(path, "SELECT source_id, published, publisher FROM articles ORDER BY source_id")
    assert dates == [("one", "2024-03-06", "The Herald"), ("two-1", "2024-03-05", "The Herald"), ("two-2", "2024-03-06", "The Herald")]
    assert ("ASSAULT", "2024-03-01", "six people") in rows(path, "SELECT type, start, recipients FROM events")
    assert "0 coded, 3 there already, 0 not." in run(*words).stderr


def test_own_knowledge_is_used_and_its_change_noticed(articles: Path, tmp_path: Path) -> None:
    """An actor of the user's file is in the dataset; without the file the run stops and says why; `--recode` goes on."""
    own, path = tmp_path / "groups_mine.tsv", tmp_path / "news.sqlite"
    own.write_text("Zorvan Front\tZF\tPRT\tREB\n", encoding="utf8")
    (articles / "one.txt").write_text("The Zorvan Front attacked the town of Homs on Friday.", encoding="utf8")
    words = (articles / "one.txt", "-o", path, "--workers", 1)
    assert run(*words, "--actors", own).exit_code == 0
    assert ("Zorvan Front", "PRT") in rows(path, "SELECT name, country FROM actors")
    stopped = run(*words)
    assert stopped.exit_code == 3 and "other knowledge files" in stopped.stderr and "--recode" in stopped.stderr
    assert "1 coded" in run(*words, "--recode").stderr
    assert ("Zorvan Front", "PRT") not in rows(path, "SELECT name, country FROM actors")


def test_quarantine_is_told_and_shown(articles: Path, tmp_path: Path) -> None:
    """Exit code 1; each bad input by its message, and the file that tells more."""
    (articles / "bad.txt").write_bytes(b"%PDF-1.7")
    path = tmp_path / "news.sqlite"
    result = run(articles, "-o", path, "--column", "text=body", "--workers", 1)
    assert result.exit_code == 1 and "3 coded, 0 there already, 1 not." in result.stderr
    assert f"in quarantine: {articles}/bad.txt: this is a PDF" in result.stderr and "news.sqlite.quarantine.jsonl" in result.stderr
    (line,) = (tmp_path / "news.sqlite.quarantine.jsonl").read_text(encoding="utf8").splitlines()
    assert json.loads(line)["head"] == "%PDF-1.7"


def test_nothing_readable_is_exit_code_three(tmp_path: Path) -> None:
    """And the missing file is named."""
    result = run(tmp_path / "nowhere.txt", "-o", tmp_path / "news.sqlite", "--workers", 1)
    assert result.exit_code == 3 and "nowhere.txt" in result.stderr


def test_a_folder_is_written_as_parquet(articles: Path, tmp_path: Path) -> None:
    """A slash at the end makes a folder; once it is there, its name is enough."""
    assert run(articles / "one.txt", "-o", f"{tmp_path}/news/", "--workers", 1).exit_code == 0
    assert (tmp_path / "news" / "events.parquet").exists() and (tmp_path / "news" / "counters.json").exists()
    assert "0 coded, 1 there already" in run(articles / "one.txt", "-o", tmp_path / "news", "--workers", 1).stderr


def test_standard_input_is_read(tmp_path: Path) -> None:
    """`-` as with `code`."""
    result = run("-", "-o", tmp_path / "news.sqlite", "--workers", 1, stdin=NEWS)
    assert result.exit_code == 0 and "1 coded" in result.stderr


def test_mistakes_are_told_before_there_is_a_dataset(articles: Path, tmp_path: Path) -> None:
    """A knowledge file with a mistake, by file and line, and a date that is none; nothing is left lying about."""
    own = tmp_path / "groups_mine.tsv"
    own.write_text("Zorvan Front\tZF\tSYR\tNONSENSE\n", encoding="utf8")
    wrong = run(articles, "-o", tmp_path / "news.sqlite", "--actors", own)
    assert wrong.exit_code == 4 and "groups_mine.tsv" in wrong.stderr and "Traceback" not in wrong.stderr
    date = run(articles, "-o", tmp_path / "news.sqlite", "--published", "soon")
    assert date.exit_code == 3 and "soon" in date.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "groups_mine.tsv"]


def test_what_is_no_dataset_is_left_alone(articles: Path) -> None:
    """Naming an article by mistake does it no harm."""
    result = run(articles, "-o", articles / "one.txt")
    assert result.exit_code == 3 and "no dataset of Sayso" in result.stderr
    assert (articles / "one.txt").read_text(encoding="utf8") == NEWS


def test_stopping_from_the_keyboard_keeps_what_was_done(tmp_path: Path) -> None:
    """Exit code 130 and one sentence; the same command goes on."""
    source = tmp_path / "many.jsonl"
    source.write_text("\n".join(json.dumps({"text": f"{NEWS} Report {n}."}) for n in range(400)), encoding="utf8")
    words = [sys.executable, "-m", "sayso", "run", str(source), "-o", str(tmp_path / "news.sqlite"), "--workers", "1", "--shard", "1"]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    while not (tmp_path / "news.sqlite").exists() or not rows(tmp_path / "news.sqlite", "SELECT 1 FROM sqlite_master WHERE name = 'articles'"):
        time.sleep(0.1)
    while not rows(tmp_path / "news.sqlite", "SELECT 1 FROM articles LIMIT 1"):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130 and said == "Stopped. What was coded is kept; the same command goes on from there.\n"
    assert rows(tmp_path / "news.sqlite", "SELECT COUNT(*) > 0 FROM articles") == [(1,)]


def test_progress_is_shown_on_a_terminal(articles: Path, tmp_path: Path) -> None:
    """Articles, rate and remaining time; a pipe sees none of it."""
    leader, follower = pty.openpty()
    words = [sys.executable, "-m", "sayso", "run", str(articles / "one.txt"), "-o", str(tmp_path / "news.sqlite"), "--workers", "1"]
    process = subprocess.Popen(words, stderr=follower, env={**os.environ, "COLUMNS": "120", "TERM": "xterm"})
    process.wait()
    os.close(follower)
    shown = b""
    while True:
        try:
            block = os.read(leader, 4096)
        except OSError:
            break
        if not block:
            break
        shown += block
    os.close(leader)
    text = shown.decode()
    assert "articles" in text and "a second" in text and "left" in text and "1 coded" in text
