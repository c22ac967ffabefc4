"""Runs over an input, from files to a dataset."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from evaluation.stub import PIPELINE, StubCoder, reports
from sayso.dataset.running import Counts, Options, locked, run
from sayso.dataset.shards import Growing, cut, quarantined
from sayso.dataset.store import Store, pipeline_of
from sayso.dataset.summary import beside
from sayso.dataset.working import Codes, Limits
from sayso.errors import InputError
from sayso.readers import Found, find

SMALL = Options(workers=1, size=4)
ROWS = [row for row in reports(40, seed=3) if "RAISE" not in row["text"]]


def written(path: Path, rows: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
    return path


def dataset(
    path: Path,
    *sources: Path,
    options: Options = SMALL,
    coder: Callable[[], Codes] = StubCoder,
    on_progress: Callable[[Counts, int], None] | None = None,
) -> Counts:
    return run(find([str(source) for source in sources]), path, coder, options, on_progress=on_progress)


def content(path: Path) -> dict[str, list[Any]]:
    """All rows of a dataset but the numbers by which articles are counted."""
    with Store(path) as store:
        tables = ("actors", "events", "links", "quarantine", "shards", "alike")
        found = {table: [tuple(row.values()) for row in store.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3")] for table in tables}
        found["articles"] = [tuple(row.values())[1:] for row in store.rows("SELECT * FROM articles ORDER BY id")]
        return found


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Some reports, copies among them."""
    return written(tmp_path / "reports.jsonl", ROWS)


def test_everything_is_in_the_dataset(tmp_path: Path, source: Path) -> None:
    """Each article once, with its record; copies point to what stands for them; the files beside it tell how much there is."""
    path = tmp_path / "d.sqlite"
    counts = dataset(path, source)
    found = content(path)
    assert counts.coded == len(found["articles"]) and counts.items == len(ROWS) == counts.coded + counts.known
    assert 0 < len(found["events"]) < counts.coded
    counters = json.loads(beside(path, "counters.json").read_text(encoding="utf8"))
    assert (counters["articles"], counters["events"], counters["quarantine"]) == (counts.coded, len(found["events"]), {})
    assert counters["copies"] == counts.coded - len(found["events"])
    assert sorted(p.name for p in tmp_path.iterdir()) == ["d.sqlite", "d.sqlite.counters.json", "reports.jsonl"]


def test_workers_and_shards_change_nothing(tmp_path: Path, source: Path) -> None:
    """One worker or three give the same rows; other shards the same articles."""
    for name, options in (("one", SMALL), ("three", replace(SMALL, workers=3)), ("large", replace(SMALL, size=30))):
        dataset(tmp_path / name, source, options=options)
    one, three, large = (content(tmp_path / name) for name in ("one", "three", "large"))
    assert one == three
    assert one["articles"] == large["articles"] and one["events"] == large["events"]


def test_the_same_input_adds_nothing(tmp_path: Path, source: Path) -> None:
    """Again, twice over, from another place and in other files: all is there already."""
    path = tmp_path / "d.sqlite"
    dataset(path, source)
    before = content(path)
    halves = [written(tmp_path / f"half-{n}.jsonl", rows) for n, rows in enumerate((ROWS[17:], ROWS[:17]))]
    assert dataset(path, source, source) == Counts(2 * len(ROWS), 0, 2 * len(ROWS), 0)
    assert dataset(path, *halves).coded == 0
    assert {**content(path), "shards": None} == {**before, "shards": None}


def test_an_article_that_comes_under_two_ids_keeps_the_first_of_the_alphabet(tmp_path: Path) -> None:
    """Whichever comes first, in one run or two, in the row and in the record."""
    one, two = (written(tmp_path / f"{name}.jsonl", [{"text": ROWS[0]["text"]}]) for name in ("a", "b"))
    for name, runs in (("ab", [[one, two]]), ("ba", [[two, one]]), ("a-b", [[one], [two]]), ("b-a", [[two], [one]])):
        for sources in runs:
            dataset(tmp_path / name, *sources)
        with Store(tmp_path / name) as store:
            (row,) = store.rows("SELECT source_id, json_extract(record, '$.article.id') AS in_record FROM articles")
            assert row == {"source_id": "a-1", "in_record": "a-1"}


@pytest.mark.parametrize("name", ["d.sqlite", "out"])
def test_the_dataset_itself_is_no_input(tmp_path: Path, name: str) -> None:
    """Where it lies in the folder that is read, nothing of it or beside it is taken for an article."""
    path = tmp_path / name
    if name == "out":
        path.mkdir()
    written(tmp_path / "reports.jsonl", [*ROWS[:2], {"text": ""}])
    assert dataset(path, tmp_path).coded == 2
    assert dataset(path, tmp_path, options=replace(SMALL, retry=True)) == Counts(3, 0, 2, 1)


def test_a_folder_of_other_files_is_not_taken(tmp_path: Path, source: Path) -> None:
    """Naming the folder of the articles by mistake changes nothing in it."""
    with pytest.raises(InputError, match="holds other files"):
        dataset(tmp_path, source)
    assert list(tmp_path.iterdir()) == [source]


def test_more_input_adds_what_is_new(tmp_path: Path, source: Path) -> None:
    """In steps it comes to what it is at once, copies and all."""
    first = written(tmp_path / "first.jsonl", ROWS[20:])
    dataset(tmp_path / "steps", first)
    counts = dataset(tmp_path / "steps", source)
    dataset(tmp_path / "once", source)
    steps, once = content(tmp_path / "steps"), content(tmp_path / "once")
    assert 0 < counts.coded < len(ROWS)
    assert all(steps[table] == once[table] for table in ("articles", "actors", "events", "links", "alike"))


class _CutOff(Exception):
    pass


def _after(shards: int) -> Callable[[Counts, int], None]:
    """Cut a run off after so many shards."""
    seen: list[int] = []

    def progress(counts: Counts, read: int) -> None:
        seen.append(read)
        if len(seen) == shards:
            raise _CutOff

    return progress


def test_what_was_cut_off_goes_on(tmp_path: Path, source: Path) -> None:
    """Only what is left is coded, and in the end all is as if nothing had happened."""
    with pytest.raises(_CutOff):
        dataset(tmp_path / "cut", source, on_progress=_after(3))
    with Store(tmp_path / "cut") as store:
        (before,) = store.connection.execute("SELECT COUNT(*) FROM articles").fetchone()
    counts = dataset(tmp_path / "cut", source)
    dataset(tmp_path / "whole", source)
    assert before > 0 and counts.coded + before == len(content(tmp_path / "whole")["articles"])
    assert content(tmp_path / "cut") == content(tmp_path / "whole")


def test_parts_that_wait_for_what_does_not_come_are_made_anew(tmp_path: Path, source: Path) -> None:
    """A part left over from another input, which left out what a shard before it was to bring, is not believed."""
    path = tmp_path / "d.sqlite"
    first = next(cut(find([str(source)]), pipeline_of(PIPELINE), size=SMALL.size))
    parts = beside(path, "parts")
    parts.mkdir()
    Growing(parts, first.id, 1).commit({"known": list(first.keys)})
    dataset(path, source)
    dataset(tmp_path / "whole", source)
    assert content(path) == content(tmp_path / "whole") and not parts.exists()


def test_parts_that_were_finished_are_loaded(tmp_path: Path, source: Path) -> None:
    """What a run that was cut off had coded is not coded again."""
    path = tmp_path / "d.sqlite"
    first = next(cut(find([str(source)]), pipeline_of(PIPELINE), size=SMALL.size))
    parts = beside(path, "parts")
    parts.mkdir()
    part = Growing(parts, first.id, 1)
    part.set_aside(quarantined(0, first.keys[0], first.items[0], "error", "it was set aside then"))
    part.commit({"known": []})
    dataset(path, source)
    assert [row[7] for row in content(path)["quarantine"]] == ["it was set aside then"]


def test_unreadable_inputs_are_set_aside(tmp_path: Path) -> None:
    """A bad line, a row without a text, a file that is none and one that is not there: each with place, reason and beginning."""
    bad = tmp_path / "bad.jsonl"
    bad.write_text(f'{json.dumps(ROWS[0])}\n{{"text": \n{{"text": " "}}\n', encoding="utf8")
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7")
    path = tmp_path / "d.sqlite"
    counts = dataset(path, bad, tmp_path / "a.txt", tmp_path / "gone.txt")
    assert (counts.coded, counts.quarantined) == (1, 4)
    lines = [json.loads(line) for line in beside(path, "quarantine.jsonl").read_text(encoding="utf8").splitlines()]
    assert [(Path(line["source"]).name, line["offset"], line["reason"]) for line in lines] == [
        ("a.txt", None, "unreadable"), ("bad.jsonl", 2, "unreadable"), ("bad.jsonl", 3, "unreadable"), ("gone.txt", None, "unreadable"),
    ]  # fmt: skip
    assert [line["head"] for line in lines] == ["%PDF-1.7", '{"text": \n', '{"text": " "}', ""]


def test_mended_lines_leave_the_quarantine(tmp_path: Path) -> None:
    """What can be read now is coded, and its old entry is gone."""
    path, bad = tmp_path / "d.sqlite", tmp_path / "bad.jsonl"
    bad.write_text(f'{json.dumps(ROWS[0])}\n{{"text": \n', encoding="utf8")
    dataset(path, bad)
    written(bad, ROWS[:2])
    counts = dataset(path, bad)
    assert (counts.coded, counts.known, counts.quarantined) == (1, 1, 0)
    assert not beside(path, "quarantine.jsonl").exists()


def test_what_is_set_aside_waits_until_it_is_asked_for(tmp_path: Path) -> None:
    """A second run leaves it alone, `retry` tries it again, and what works then is in the dataset."""
    path, source = tmp_path / "d.sqlite", written(tmp_path / "a.jsonl", [*ROWS[:3], {"text": "Hard to RAISE again."}])
    assert dataset(path, source).quarantined == 1
    assert dataset(path, source) == Counts(4, 0, 3, 0)
    assert dataset(path, source, options=replace(SMALL, retry=True)) == Counts(4, 0, 3, 1)
    assert dataset(path, source, options=replace(SMALL, retry=True), coder=_patient) == Counts(4, 1, 3, 0)
    found = content(path)
    assert len(found["articles"]) == 4 and found["quarantine"] == [] and sum(row[2] for row in found["shards"]) == 4


class _Patient(StubCoder):
    """Raises at nothing."""

    def code(self, article: Any) -> Any:
        return super().code(replace(article, text=article.text.replace("RAISE", "raise")))


def _patient() -> Codes:
    return _Patient()


def test_a_deadline_is_kept_within_a_run(tmp_path: Path) -> None:
    """An article that hangs is set aside as that, the others are coded."""
    source = written(tmp_path / "a.jsonl", [ROWS[0], {"text": "Here it will HANG."}, ROWS[1]])
    counts = dataset(tmp_path / "d.sqlite", source, options=replace(SMALL, limits=Limits(deadline=2)))
    assert (counts.coded, counts.quarantined) == (2, 1)
    assert [row[6] for row in content(tmp_path / "d.sqlite")["quarantine"]] == ["deadline"]


NEWER = partial(StubCoder, replace(PIPELINE, version="1", knowledge_sha256="more"))


def test_another_pipeline_is_noticed(tmp_path: Path, source: Path) -> None:
    """The message says what differs and what can be done; nothing is changed."""
    path = tmp_path / "d.sqlite"
    dataset(path, source)
    before = content(path)
    with pytest.raises(InputError, match=r"d\.sqlite: it was coded with Sayso 0 \(this is 1\) and other knowledge files.*--recode"):
        dataset(path, source, coder=NEWER)
    assert content(path) == before


def test_recoding_reads_all_that_is_there(tmp_path: Path, source: Path) -> None:
    """The articles come from the dataset itself, those of other inputs too; afterwards it is as if made so."""
    path, other = tmp_path / "d.sqlite", written(tmp_path / "other.jsonl", ROWS[:1])
    dataset(path, source)
    dataset(path, other, coder=NEWER, options=replace(SMALL, recode=True))
    dataset(tmp_path / "new.sqlite", source, coder=NEWER)
    old, new = content(path), content(tmp_path / "new.sqlite")
    assert all(old[table] == new[table] for table in ("articles", "events", "links"))


def test_recoding_that_was_cut_off_goes_on_by_itself(tmp_path: Path, source: Path) -> None:
    """No article is left with the reading of the pipeline before."""
    path = tmp_path / "d.sqlite"
    dataset(path, source)
    with pytest.raises(_CutOff):
        dataset(path, source, coder=NEWER, options=replace(SMALL, recode=True), on_progress=_after(2))
    dataset(path, source, coder=NEWER)
    with Store(path) as store:
        assert [row["pipeline"] for row in store.rows("SELECT DISTINCT json_extract(pipeline, '$.version') AS pipeline FROM articles")] == ["1"]


def test_two_runs_do_not_write_at_once(tmp_path: Path, source: Path) -> None:
    """The second is told, and may come when the first is through."""
    path = tmp_path / "d.sqlite"
    with locked(beside(path, "parts"), path), pytest.raises(InputError, match=r"d\.sqlite: another `sayso run`"):
        dataset(path, source)
    assert dataset(path, source).coded > 0


def test_progress_counts_articles_and_bytes(tmp_path: Path, source: Path) -> None:
    """Both grow to the whole of the input."""
    seen: list[tuple[int, int]] = []
    dataset(tmp_path / "d.sqlite", source, on_progress=lambda counts, read: seen.append((counts.items, read)))
    assert seen == sorted(seen) and seen[-1] == (len(ROWS), source.stat().st_size)


def test_memory_does_not_hold_the_input(tmp_path: Path) -> None:
    """Of a stream that has no end in sight only a few shards are taken in before the first is there."""
    taken = 0

    def stream() -> Iterator[Found]:
        nonlocal taken
        for found in find([str(written(tmp_path / "many.jsonl", reports(400)))]):
            taken += 1
            yield found

    first: list[int] = []
    with pytest.raises(_CutOff):
        run(stream(), tmp_path / "d.sqlite", StubCoder, SMALL, on_progress=lambda *_: _stop(first, taken))
    assert first[0] < 100


def _stop(first: list[int], taken: int) -> None:
    first.append(taken)
    raise _CutOff


def test_broken_disk_or_folder_is_one_sentence(tmp_path: Path, source: Path) -> None:
    """A dataset inside what is a file cannot be."""
    with pytest.raises(InputError, match="cannot be written"):
        dataset(source / "d.sqlite", source)


def test_a_full_disk_is_one_sentence(tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the database says, and how to go on; nothing is half in the dataset."""

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr("sayso.dataset.loading.find_copies", full)
        with pytest.raises(InputError, match=r"d\.sqlite: cannot be written \(database or disk is full\).*to go on"):
            dataset(tmp_path / "d.sqlite", source)
    dataset(tmp_path / "d.sqlite", source)
    dataset(tmp_path / "whole", source)
    assert content(tmp_path / "d.sqlite") == content(tmp_path / "whole")
