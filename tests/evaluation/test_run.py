"""Tasks and the digests of their data."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.run import TASKS, chosen, digest, run


def put(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf8")
    return path


@pytest.mark.parametrize(
    ("task", "file"),
    [
        ("articles", "gold/dev/texts/one.txt"),
        ("articles", "gold/dev/one.json"),
        ("articles", "tools/score_gold.py"),
        ("muc", "data/muc4/dev-muc3-0001-0100"),
        ("muc", "data/muc4/key-dev-0001.muc4"),
        ("times", "data/time/aquaint/one.tml"),
        ("places", "data/geo/lgl.xml"),
        ("attribution", "data/polnear/dev.jsonl"),
        ("plover", "data/plover_gsr/dev.jsonl"),
        ("treebank", "data/gum/dev.conllu"),
    ],
)
def test_digest_follows_every_file_that_is_measured_on(tmp_path: Path, task: str, file: str) -> None:
    """Texts as well as keys: a changed text is other data."""
    path = put(tmp_path, file, "one")
    before = digest(chosen([task])[0], tmp_path, "dev")
    path.write_text("two", encoding="utf8")
    assert digest(chosen([task])[0], tmp_path, "dev") != before


def test_digest_does_not_follow_other_splits(tmp_path: Path) -> None:
    """A floor of one split outlives a change to another."""
    (task,) = chosen(["articles"])
    put(tmp_path, "gold/dev/texts/one.txt", "one")
    before = digest(task, tmp_path, "dev")
    put(tmp_path, "gold/train/texts/two.txt", "two")
    assert digest(task, tmp_path, "dev") == before


def test_digest_follows_a_files_name(tmp_path: Path) -> None:
    """A text that belongs to another article is other data."""
    (task,) = chosen(["articles"])
    path = put(tmp_path, "gold/dev/texts/one.txt", "one")
    before = digest(task, tmp_path, "dev")
    path.rename(path.with_name("two.txt"))
    assert digest(task, tmp_path, "dev") != before


def test_digest_is_short_and_the_same_twice(tmp_path: Path) -> None:
    """Sixteen hexadecimal digits."""
    put(tmp_path, "data/geo/lgl.xml", "x")
    (task,) = chosen(["places"])
    assert digest(task, tmp_path, "dev") == digest(task, tmp_path, "dev")
    assert len(digest(task, tmp_path, "dev")) == 16


def test_all_tasks_are_chosen_where_none_is_named() -> None:
    """In their own order."""
    assert chosen([]) == list(TASKS)


def test_named_tasks_come_in_the_order_of_their_names() -> None:
    """As the user writes them."""
    assert [task.name for task in chosen(["muc", "times"])] == ["muc", "times"]


def test_unknown_task_is_an_error() -> None:
    """Nothing is measured under a name that is none."""
    with pytest.raises(KeyError, match="nonsense"):
        chosen(["nonsense"])


def test_missing_data_is_a_reason_and_no_figure(tmp_path: Path) -> None:
    """A task that cannot run says why; the others go on."""
    found = list(run(chosen(["places", "plover"]), tmp_path, "dev"))
    assert [type(reason) for _, reason in found] == [str, str]
    assert "geo" in str(found[0][1]) and "dev.jsonl" in str(found[1][1])


def test_names_of_tasks_are_their_own() -> None:
    """No two tasks share a name, or one would hide the other's floors."""
    assert len({task.name for task in TASKS}) == len(TASKS)
