"""`sayso report`."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from sayso.cli import main


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["report", *map(str, words)])


def test_help_ends_with_examples() -> None:
    """Real commands and the exit codes."""
    text = run("--help").stdout
    assert "Examples" in text and "Exit codes" in text


def test_the_page_is_written(dataset: Path, tmp_path: Path) -> None:
    """To a file, whole; it is called what the dataset is called, or what the user says."""
    target = tmp_path / "report.html"
    assert run(dataset, "-o", target).exit_code == 0
    assert "<h1>border</h1>" in target.read_text(encoding="utf8")
    run(dataset, "--title", "North & south", "-o", target)
    assert "<h1>North &amp; south</h1>" in target.read_text(encoding="utf8")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_without_a_file_it_goes_to_standard_output(dataset: Path) -> None:
    """The same page."""
    assert run(dataset).stdout.startswith("<!DOCTYPE html>")


def test_no_dataset_is_one_sentence(tmp_path: Path) -> None:
    """Exit code 3, and no page."""
    result = run(tmp_path / "gone.sqlite", "-o", tmp_path / "report.html")
    assert result.exit_code == 3 and "there is no such dataset" in result.stderr and list(tmp_path.iterdir()) == []
