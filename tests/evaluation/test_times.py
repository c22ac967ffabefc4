"""The scorer of time expressions, and the floors on public gold where it is at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from evaluation.times import match, read_timeml, score_times
from sayso.record import Time

SHARED = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[2] / ".." / "shared"))

DOCUMENT = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2022-11-16">16 November</TIMEX3></DCT>
<TEXT>They <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2022-11-11">Friday</TIMEX3> &amp; parted
<TIMEX3 tid="t2" type="DATE" value="2022-11-12">the next day</TIMEX3>.</TEXT></TimeML>
"""


def test_timeml_gives_text_date_and_spans() -> None:
    """Tags are taken out, entities decoded, and the spans are those of the plain text."""
    text, published, gold = read_timeml(DOCUMENT)
    assert published == "2022-11-16"
    assert [text[slice(*time.span)] for time in gold] == ["Friday", "the next day"]
    assert [(time.kind, time.value) for time in gold] == [("date", "2022-11-11"), ("date", "2022-11-12")]
    assert "& parted" in text


def test_each_expression_is_matched_once() -> None:
    """Two found expressions in one gold span are one match."""
    _, _, gold = read_timeml(DOCUMENT)
    start, end = gold[0].span
    found = [Time("t1", (start, start + 2), "date", None), Time("t2", (start + 2, end), "date", None)]
    assert len(match(gold, found)) == 1


def test_scores_are_in_percent(tmp_path: Path) -> None:
    """A document read without a mistake scores 100."""
    (tmp_path / "one.tml").write_text(DOCUMENT, encoding="utf-8")
    scores = score_times(tmp_path)
    assert scores["value_f1"] == scores["span_f1"] == 100.0
    assert scores["gold"] == 2.0


def test_an_empty_folder_scores_nothing(tmp_path: Path) -> None:
    """No documents, no division by zero."""
    assert score_times(tmp_path)["value_f1"] == 0.0


@pytest.mark.parametrize(("name", "floor"), [("aquaint", 74.5), ("wikiwars", 83.0)])
def test_values_on_public_gold_stay_above_their_floor(name: str, floor: float) -> None:
    """TIMEX3 values end to end, read from words alone."""
    folder = SHARED / "data" / "time" / name
    if not folder.is_dir():
        pytest.skip(f"{folder} is not here: set SAYSO_SHARED")
    assert score_times(folder)["value_f1"] >= floor
