"""`sayso link`."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from pyarrow import parquet

from sayso.cli import main
from sayso.dataset.store import Store
from tests.dataset.stories.reports import add


def test_stories_are_made_and_told(tmp_path: Path) -> None:
    """The dataset has its stories, and the largest are listed."""
    path = tmp_path / "news.sqlite"
    with Store(path, create=True) as store:
        add(store, "Herald", "2024-03-05")
        add(store, "Post", "2024-03-06")
    result = CliRunner().invoke(main, ["link", str(path)])
    assert result.exit_code == 0 and result.stdout == ""
    assert "2 events make 1 story." in result.stderr and "Harbour Guards" in result.stderr
    with Store(path) as store:
        assert [row["articles"] for row in store.rows("SELECT articles FROM stories")] == [2]


def test_a_dataset_that_is_not_there(tmp_path: Path) -> None:
    """One sentence that names the file and how to make one."""
    result = CliRunner().invoke(main, ["link", str(tmp_path / "none.sqlite")])
    assert result.exit_code == 3 and "none.sqlite" in result.stderr and "sayso run" in result.stderr


def test_an_empty_dataset(tmp_path: Path) -> None:
    """No events, no stories, no table."""
    path = tmp_path / "news.sqlite"
    Store(path, create=True).close()
    result = CliRunner().invoke(main, ["link", str(path)])
    assert result.exit_code == 0 and result.stderr.startswith("0 events make 0 stories.")


def test_help_ends_with_examples() -> None:
    """The help shows real commands and the exit codes."""
    text = CliRunner().invoke(main, ["link", "--help"]).stdout
    assert "Examples" in text and "Exit codes" in text


def test_a_folder_has_its_stories_in_parquet_too(tmp_path: Path) -> None:
    """What is read without the database is as new as the link."""
    folder = tmp_path / "news"
    folder.mkdir()
    with Store(folder / "dataset.sqlite", create=True) as store:
        add(store, "Herald", "2024-03-05")
        add(store, "Post", "2024-03-06")
    assert CliRunner().invoke(main, ["link", str(folder)]).exit_code == 0
    assert parquet.read_table(folder / "stories.parquet").num_rows == 1
