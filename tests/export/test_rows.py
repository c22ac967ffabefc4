"""Events as flat rows."""

from __future__ import annotations

import pytest
from hypothesis import given

from sayso.export.rows import CODES, COLUMNS, rows, speaker_name
from sayso.record import Actor, Participant, Place, Record, Say, Toll
from tests.export.any_record import records
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


def test_several_actors_stand_in_the_same_order_in_every_column() -> None:
    """One without a country leaves its place empty, and sectors of one are joined by a plus."""
    record = small_record()
    record.actors += [Actor("a8", "The League", "organization", None, ["IGO"]), Actor("a9", "Southland", "country", "STH", ["GOV", "MIL"])]
    record.events[0].actors += [Participant("a8", None), Participant("a9", None)]
    (row,) = rows(record, TEXT)
    assert (row["actors"], row["actor_countries"], row["actor_sectors"]) == ("rebels; The League; Southland", "NLD; ; STH", "REB; IGO; GOV+MIL")


def test_nobody_is_nothing() -> None:
    """A side without actors is empty in all its columns."""
    record = small_record()
    record.events[0].recipients = []
    (row,) = rows(record, TEXT)
    assert (row["recipients"], row["recipient_countries"], row["recipient_sectors"]) == (None, None, None)


def test_point_is_that_of_the_first_place_that_has_one() -> None:
    """Names of all places are listed, the most specific first; a place at the equator has a point."""
    record = small_record()
    record.places += [Place("p2", "Old Mill", "NLD"), Place("p3", "Null Island", None, None, 0.0, 0.0, "point")]
    record.events[0].where = ["p2", "p3", "p1"]
    (row,) = rows(record, TEXT)
    assert (row["places"], row["place_countries"]) == ("Old Mill; Null Island; Port Vale", "NLD; ; NLD")
    assert (row["latitude"], row["longitude"], row["precision"]) == (0.0, 0.0, "point")


def test_places_without_a_point_have_none() -> None:
    """Neither degrees nor precision."""
    record = small_record()
    record.places[0].latitude = None
    (row,) = rows(record, TEXT)
    assert (row["places"], row["latitude"], row["longitude"], row["precision"]) == ("Port Vale", None, None, None)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([(6, 6)], (6, 6)),
        ([(6, 6), (9, 9)], (6, 9)),
        ([(None, 40)], (None, 40)),
        ([(None, 40), (5, 5)], (5, 40)),
        ([(10, None)], (10, None)),
        ([(0, 0)], (0, 0)),
        ([], (None, None)),
    ],
)
def test_tolls_of_one_kind_are_one_range(told: list[tuple[int | None, int | None]], expected: tuple[int | None, int | None]) -> None:
    """The least and the most that anyone gives; an open end stays open, nought is a figure."""
    record = small_record()
    record.events[0].toll = [Toll("injured", low, high, None, span("six people")) for low, high in told]
    (row,) = rows(record, TEXT)
    assert (row["injured_min"], row["injured_max"]) == expected


def test_kinds_of_toll_do_not_mix() -> None:
    """The killed are not among the injured."""
    record = small_record()
    record.events[0].toll = [Toll("killed", 1, 1, None, span("six people")), Toll("displaced", 200, None, None, span("six people"))]
    (row,) = rows(record, TEXT)
    assert (row["killed_max"], row["injured_max"], row["displaced_min"], row["displaced_max"]) == (1, None, 200, None)


def test_publishers_own_voice_is_an_empty_cell() -> None:
    """Nobody is named where nobody else speaks."""
    record = small_record()
    record.events[0].say_so = []
    (row,) = rows(record, TEXT)
    assert (row["attributed_to"], row["stance"]) == (None, None)


def test_speakers_and_stances_stand_in_the_same_order() -> None:
    """Who asserts and who denies."""
    record = small_record()
    record.events[0].say_so.append(Say("s2", "denies"))
    (row,) = rows(record, TEXT)
    assert (row["attributed_to"], row["stance"]) == ("Norland; rebels", "asserts; denies")


def test_evidence_of_several_sentences_is_parted() -> None:
    """By an ellipsis, in the order of the record."""
    record = small_record()
    record.events[0].evidence_spans.append(span("The rebels denied it."))
    (row,) = rows(record, TEXT)
    assert str(row["evidence"]).endswith("killing six people. … The rebels denied it.")


def test_each_event_is_a_row_of_its_own() -> None:
    """In the order of the record."""
    record = small_record()
    second = small_record().events[0]
    second.id = "e2"
    record.events.append(second)
    assert [row["event_id"] for row in rows(record, TEXT)] == ["e1", "e2"]


def test_semicolons_in_names_do_not_shift_the_columns() -> None:
    """Names and countries stay parallel."""
    record = small_record()
    record.actors.append(Actor("a9", "Smith; Sons", "organization", "STH"))
    record.events[0].actors.append(Participant("a9", None))
    (row,) = rows(record, TEXT)
    assert (row["actors"], row["actor_countries"]) == ("rebels; Smith, Sons", "NLD; STH")


@given(records())
def test_columns_of_a_side_are_parallel(record: Record) -> None:
    """As many names as countries and sectors, whatever the names."""
    for event, row in zip(record.events, rows(record, TEXT), strict=True):
        if len(event.actors) > 1:
            cells = [str(row[name]) for name in ("actors", "actor_countries", "actor_sectors")]
            assert {cell.count(";") for cell in cells} == {len(event.actors) - 1}


def test_every_column_is_described() -> None:
    """One line of words for each."""
    assert all(said and said == said.strip() for said in COLUMNS.values())


@given(records())
def test_any_record_gives_flat_rows(record: Record) -> None:
    """Every value a string, a number or nothing, every trigger verbatim."""
    for row in rows(record, TEXT):
        assert list(row) == list(COLUMNS)
        assert all(value is None or isinstance(value, str | int | float) for value in row.values())
        assert row["trigger"] == TEXT[int(row["trigger_start"] or 0) : int(row["trigger_end"] or 0)]


def test_codes_are_a_last_column_where_there_are_any() -> None:
    """Each ontology with its code; an event that has none has an empty cell."""
    record = small_record()
    record.events[0].codes = {"acled": "Battles: Armed clash", "cameo": "190"}
    (row,) = rows(record, TEXT)
    assert (list(row), row[CODES]) == ([*COLUMNS, CODES], "acled=Battles: Armed clash; cameo=190")
    record.events[0].codes = {}
    assert rows(record, TEXT)[0][CODES] is None
