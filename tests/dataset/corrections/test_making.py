"""Changes written down, and shown by the dataset's rows."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from sayso.dataset.copies import find_copies, sketch
from sayso.dataset.corrections import Change, correct, make
from sayso.dataset.corrections.reading import all_corrections, counts
from sayso.dataset.store import Store, article_id
from sayso.errors import InputError
from tests.dataset.corrections.conftest import ARTICLE, KEY
from tests.records import TEXT, small_record

EVENT = f"{KEY}/e1"


def row(store: Store, key: str = EVENT) -> dict[str, Any]:
    (found,) = store.rows("SELECT * FROM events WHERE id = ?", (key,))
    return found


def test_rows_show_the_corrected_value_and_the_record_the_machines(store: Store) -> None:
    """The machine's record is the same to the byte."""
    correct(store, EVENT, {"type": "COERCE/arrest", "reality": "negated", "killed": "at least 81"}, by="A. Coder")
    shown = row(store)
    assert (shown["type"], shown["mode"], shown["reality"], shown["killed_min"], shown["killed_max"]) == ("COERCE", "arrest", "negated", 81, None)
    assert json.loads(shown["detail"])["type"] == "COERCE"
    assert next(store.kept()).record == small_record()


def test_an_entry_says_who_when_what_and_why(store: Store) -> None:
    """One entry for each field that changes."""
    correct(store, EVENT, {"reality": "negated"}, by=" A. Coder ", at="8 March 2024", note="a denial")
    (entry,) = all_corrections(store.connection)
    assert (entry.target, entry.field, entry.old, entry.new) == (EVENT, "reality", "happened", "negated")
    assert (entry.made_by, entry.made_at, entry.note, entry.number) == ("A. Coder", "2024-03-08", "a denial", 1)


def test_the_clock_stamps_what_has_no_date(store: Store) -> None:
    """In universal time, to the second."""
    correct(store, EVENT, {"reality": "negated"}, by="A. Coder")
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", all_corrections(store.connection)[0].made_at)


def test_what_is_so_already_is_no_correction(store: Store) -> None:
    """The same one given twice is one."""
    assert len(correct(store, EVENT, {"type": "ASSAULT", "reality": "negated"}, by="A. Coder")) == 1
    assert correct(store, EVENT, {"type": "ASSAULT", "reality": "negated"}, by="B. Coder") == []


def test_there_and_back_again_is_three_entries(store: Store) -> None:
    """Entries are only added, each under an id of its own."""
    for reality in ("negated", "happened", "negated"):
        correct(store, EVENT, {"reality": reality}, by="A. Coder", at="2024-03-08")
    assert [(c.old, c.new) for c in all_corrections(store.connection)] == [("happened", "negated"), ("negated", "happened"), ("happened", "negated")]
    assert row(store)["reality"] == "negated"


def test_corrections_outlive_rows_made_anew(store: Store) -> None:
    """The rows can be dropped and written again from the machine's record."""
    correct(store, EVENT, {"reality": "negated"}, by="A. Coder")
    store.drop_rows(KEY)
    store.write_rows(KEY, small_record(), TEXT)
    assert row(store)["reality"] == "negated"
    store.add(ARTICLE, small_record())
    assert row(store)["reality"] == "negated"


def test_an_event_stays_in_its_story(store: Store) -> None:
    """Until stories are linked again."""
    store.connection.execute("UPDATE events SET story = 'st1'")
    correct(store, EVENT, {"reality": "negated"}, by="A. Coder")
    assert row(store)["story"] == "st1"


def test_what_is_taken_out_has_no_row_and_comes_back(store: Store) -> None:
    """Its links go and come with it."""
    make(store, [Change(EVENT, deleted=True)], by="A. Coder")
    assert list(store.rows("SELECT id FROM events")) == [] and list(store.rows("SELECT * FROM links WHERE source = ?", (EVENT,))) == []
    assert make(store, [Change(EVENT, deleted=True)], by="A. Coder") == []
    make(store, [Change(EVENT, deleted=False)], by="A. Coder")
    assert row(store)["type"] == "ASSAULT"


def test_an_event_is_added_with_its_sentence(store: Store) -> None:
    """Under an id that no machine gives; actors that are new stand in the table of actors."""
    values = {"type": "REJECT", "trigger": "denied", "actors": "rebels", "recipients": "market (NLD BUS)"}
    make(store, [Change(KEY, set=values, add="event")], by="A. Coder")
    added = row(store, f"{KEY}/x1")
    assert (added["type"], added["actors"], added["recipient_sectors"], added["evidence"]) == ("REJECT", "rebels", "BUS", "The rebels denied it.")
    assert [found["name"] for found in store.rows("SELECT name FROM actors WHERE id LIKE '%/xa1'")] == ["market"]
    make(store, [Change(KEY, set={"type": "REJECT", "trigger": "denied"}, add="event")], by="A. Coder")
    assert row(store, f"{KEY}/x2")["type"] == "REJECT"


def test_a_statement_is_added(store: Store) -> None:
    """And an event may rest on it."""
    make(store, [Change(KEY, set={"content": "denied it", "cue": "denied", "speaker": "rebels", "act": "deny"}, add="statement")], by="A. Coder")
    correct(store, EVENT, {"say_so": "xs1 denies"}, by="A. Coder")
    assert (row(store)["attributed_to"], row(store)["stance"]) == ("rebels", "denies")


def test_actors_and_places_are_corrected_everywhere(store: Store) -> None:
    """An actor's country shows in every event that names it."""
    correct(store, f"{KEY}/a2", {"country": "DEU", "sector": "OPP"}, by="A. Coder")
    correct(store, f"{KEY}/p1", {"latitude": "50.5", "longitude": 5}, by="A. Coder")
    assert (row(store)["actor_countries"], row(store)["actor_sectors"], row(store)["latitude"]) == ("DEU", "OPP", 50.5)


def test_an_article_is_noted_as_looked_at(store: Store) -> None:
    """Once."""
    assert [c.field for c in make(store, [Change(KEY, checked=True)], by="A. Coder")] == ["checked"]
    assert make(store, [Change(KEY, checked=True)], by="B. Coder") == []


def test_all_or_nothing(store: Store) -> None:
    """Where one of many changes cannot be, none is made, and all mistakes are told at once."""
    wrong = [
        Change(EVENT, set={"reality": "negated"}),
        Change(EVENT, set={"type": "WAR"}, source="f:2"),
        Change(f"{KEY}/e7", deleted=True, source="f:3"),
    ]
    with pytest.raises(InputError) as caught:
        make(store, wrong, by="A. Coder")
    assert [line.partition(": ")[0] for line in str(caught.value).splitlines()] == ["f:2", "f:3"]
    assert all_corrections(store.connection) == [] and row(store)["reality"] == "happened"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (Change("ffff/e1", set={"type": "AID"}), "the dataset has no article of this id"),
        (Change(f"{KEY}/e7", set={"type": "AID"}), "the article has nothing of this id; it has 1 events, 2 statements, 3 actors, 1 places"),
        (Change(KEY, set={"type": "AID"}), f"name what is to be corrected in the article, as {KEY}/e3"),
        (Change(f"{KEY}/a1", deleted=True), "events and statements can be taken out"),
        (Change(EVENT, set={"trigger": "bombed", "type": "AID"}, add="event"), "is added to an article; give the article's id alone"),
        (Change(KEY, set={"type": "AID"}, add="event"), "a new event needs trigger and type; give trigger too."),
        (Change(KEY, set={"act": "deny"}, add="statement"), "a new statement needs content"),
        (Change(EVENT, set={"type": "WAR"}), f"{EVENT}: 'WAR' is no type"),
        (Change(EVENT, set={"killed": "10-6"}), f"{EVENT}: killed 10 to 6 is no range"),
        (Change(EVENT, set={"reality": "negated"}, by=" "), "who makes it"),
        (Change(EVENT, set={"reality": "negated"}, at="soon"), "'soon' is not a date"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_one_sentence(store: Store, change: Change, problem: str) -> None:
    """It names the target and what to do."""
    with pytest.raises(InputError, match=re.escape(problem)) as caught:
        make(store, [change], by="A. Coder")
    assert "\n" not in str(caught.value)


def test_nobody_is_no_coder(store: Store) -> None:
    """Every correction says who made it."""
    with pytest.raises(InputError, match="give a name with --by"):
        correct(store, EVENT, {"reality": "negated"}, by="")


def test_a_correction_of_a_copy_goes_to_the_reading_that_stands(store: Store) -> None:
    """Whichever copy's id is given."""
    copy = replace(ARTICLE, publisher="The Post")
    store.add(copy, None, copy_of=KEY)
    (made,) = correct(store, f"{article_id(copy)}/e1", {"reality": "negated"}, by="A. Coder")
    assert made.target == EVENT and row(store)["reality"] == "negated"


def test_corrections_go_along_when_another_copy_stands(store: Store) -> None:
    """What was corrected in the reading that stood before counts for the one that stands now."""
    correct(store, EVENT, {"reality": "negated"}, by="A. Coder")
    make(store, [Change(KEY, set={"type": "REJECT", "trigger": "denied"}, add="event")], by="A. Coder")
    first = replace(ARTICLE, publisher="The Post")
    key = store.add(first, small_record())
    store.connection.execute("UPDATE articles SET copy_of = ? WHERE id = ?", (key, KEY))
    store.drop_rows(KEY)
    store.write_rows(key, small_record(), TEXT)
    assert row(store, f"{key}/e1")["reality"] == "negated" and row(store, f"{key}/x1")["type"] == "REJECT"
    make(store, [Change(key, set={"type": "AID", "trigger": "said"}, add="event")], by="A. Coder")
    assert row(store, f"{key}/x2")["type"] == "AID"


def test_corrections_are_found_again_in_a_newer_reading(store: Store) -> None:
    """Where the article is coded anew, and the same event has another id; the list says what is lost."""
    correct(store, EVENT, {"reality": "negated", "say_so": "s2 denies"}, by="A. Coder")
    newer = small_record()
    newer.events[0].id = "e5"
    newer.statements = [replace(newer.statements[1], id="s1")]
    newer.events[0] = replace(newer.events[0], say_so=[], toll=[], actors=[])
    store.read_anew(KEY, newer)
    assert (row(store, f"{KEY}/e5")["reality"], row(store, f"{KEY}/e5")["stance"]) == ("negated", "denies")
    correct(store, f"{KEY}/e5", {"reality": "possible"}, by="A. Coder")
    store.read_anew(KEY, small_record())
    assert row(store)["reality"] == "possible"
    newer.events = []
    store.read_anew(KEY, newer)
    assert [counts(store.connection, correction) for correction in all_corrections(store.connection)] == [False] * 3


def test_a_story_goes_with_a_reading(store: Store) -> None:
    """An event of a newer reading may be another one: it is in no story until they are linked again."""
    store.connection.execute("UPDATE events SET story = 'st1'")
    store.read_anew(KEY, small_record())
    assert row(store)["story"] is None


def test_a_near_copys_own_reading_has_other_ids(store: Store) -> None:
    """A correction by the copy's ids is found in the reading that stands, or asked about."""
    record = small_record()
    record.events[0].id = "e9"
    record.events.append(replace(record.events[0], id="e1", trigger_span=(8, 12), evidence_spans=[(0, 20)]))
    copy = replace(ARTICLE, publisher="The Post")
    store.add(copy, record, copy_of=KEY)
    (made,) = correct(store, f"{article_id(copy)}/e9", {"reality": "negated"}, by="A. Coder")
    assert made.target == EVENT
    with pytest.raises(InputError, match=f"the article is a copy of {KEY}, whose reading stands for it and has nothing like this"):
        correct(store, f"{article_id(copy)}/e1", {"reality": "negated"}, by="A. Coder")


def test_the_order_of_corrections_is_that_of_their_numbers(store: Store) -> None:
    """Also of those made to several articles in turn."""
    other = store.add(replace(ARTICLE, publisher="The Post"), small_record())
    for target in (EVENT, f"{other}/e1", EVENT):
        correct(
            store, target, {"reality": "negated" if target == EVENT else "possible", "killed": len(all_corrections(store.connection))}, by="A. Coder"
        )
    assert [c.number for c in all_corrections(store.connection)] == list(range(1, 6))
    assert {c.target for c in all_corrections(store.connection, KEY)} == {EVENT}
    assert all_corrections(store.connection, f"{other}/a1") == []


def test_corrections_go_along_when_their_article_becomes_a_copy(store: Store) -> None:
    """Also where the reading that stands for it has been there before, or is another in turn."""
    correct(store, EVENT, {"reality": "negated"}, by="A. Coder")
    others = [replace(ARTICLE, publisher=name, published=day) for name, day in (("The Post", "2024-03-05"), ("The Echo", "2024-03-04"))]
    for other in others:
        key = store.add(other, small_record())
        with store.transaction():
            find_copies(store, [(key, sketch(TEXT))] if other is not others[0] else [(KEY, sketch(TEXT)), (key, sketch(TEXT))])
        assert list(store.rows("SELECT id, reality FROM events")) == [{"id": f"{key}/e1", "reality": "negated"}]
