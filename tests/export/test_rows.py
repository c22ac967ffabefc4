"""Events as flat rows."""

from __future__ import annotations

from sayso.export.rows import COLUMNS, rows, speaker_name
from sayso.record import Say, Toll
from tests.records import TEXT, small_record, span


def test_row_has_exactly_the_documented_columns() -> None:
    """Columns and their order are those of COLUMNS."""
    (row,) = rows(small_record(), TEXT)
    assert list(row) == list(COLUMNS)


def test_sides_are_listed_with_country_and_sector() -> None:
    """Actors and recipients stand in three parallel columns."""
    (row,) = rows(small_record(), TEXT)
    assert (row["actors"], row["actor_countries"], row["actor_sectors"]) == ("rebels", "NLD", "REB")
    assert (row["recipients"], row["recipient_countries"], row["recipient_sectors"]) == ("six people", None, "CVL")


def test_row_says_on_whose_word() -> None:
    """The speaker and the stance stand in the row."""
    (row,) = rows(small_record(), TEXT)
    assert (row["attributed_to"], row["stance"], row["disputed"]) == ("Norland", "asserts", "actors")


def test_row_has_date_place_and_point() -> None:
    """When and where, with the point of the place."""
    (row,) = rows(small_record(), TEXT)
    assert (row["start"], row["places"], row["latitude"], row["longitude"], row["precision"]) == ("2024-03-04", "Port Vale", 52.1, 4.3, "city")


def test_trigger_and_evidence_are_verbatim() -> None:
    """The trigger's offsets hold the trigger; the evidence is text of the article."""
    (row,) = rows(small_record(), TEXT)
    start, end = row["trigger_start"], row["trigger_end"]
    assert isinstance(start, int) and isinstance(end, int)
    assert TEXT[start:end] == row["trigger"] == "bombed"
    assert str(row["evidence"]) in TEXT


def test_conflicting_tolls_become_the_widest_range() -> None:
    """Six, and at least nine: from six, open above."""
    record = small_record()
    record.events[0].toll.append(Toll("killed", 9, None, None, span("six people")))
    (row,) = rows(record, TEXT)
    assert (row["killed_min"], row["killed_max"]) == (6, None)


def test_no_toll_is_no_figure() -> None:
    """Nothing told is empty, not zero."""
    (row,) = rows(small_record(), TEXT)
    assert (row["injured_min"], row["injured_max"]) == (None, None)


def test_unnamed_speaker_is_said_to_be_one() -> None:
    """A statement without a speaker has a name to show."""
    record = small_record()
    record.statements[0].speaker = None
    assert speaker_name(record, Say("s1", "asserts")) == "an unnamed source"


def test_no_events_no_rows() -> None:
    """An article without events gives an empty table."""
    record = small_record()
    record.events = []
    assert rows(record, TEXT) == []
