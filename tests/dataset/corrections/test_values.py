"""What people write for a field."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sayso.dataset.corrections.desk import Desk
from sayso.dataset.corrections.values import FIELDS, read_changes
from sayso.errors import InputError
from tests.records import TEXT, small_record, span

BODY = json.loads(small_record().to_json())
ENTRIES = {"event": BODY["events"][0], "statement": BODY["statements"][1], "actor": BODY["actors"][1], "place": BODY["places"][0]}


def desk() -> Desk:
    return Desk(small_record(), TEXT, set())


def read(kind: str, on: Desk | None = None, **changes: Any) -> dict[str, Any]:
    return read_changes(on or desk(), kind, ENTRIES[kind], changes)


def test_a_type_may_bring_its_mode() -> None:
    """`COERCE/arrest`, in any case."""
    assert read("event", type="coerce/arrest") == {"type": "COERCE", "mode": "arrest"}


def test_a_mode_goes_with_a_type_that_has_it_not() -> None:
    """A mode of the type that was is none of the one that is; one that both have stays."""
    assert read("event", type="PROTEST") == {"type": "PROTEST", "mode": None}
    assert read("event", type="ASSAULT") == {"type": "ASSAULT"}


@pytest.mark.parametrize(
    ("written", "bounds"),
    [("6", (6, 6)), (6, (6, 6)), ("6-10", (6, 10)), ("6–10", (6, 10)), ("81-", (81, None)), ("-40", (None, 40)), ("1,200", (1200, 1200)),
     ("at least 81", (81, None)), ("dozens", (24, None)), ({"min": 3, "max": None}, (3, None))],
)  # fmt: skip
def test_tolls_are_numbers_ranges_or_words(written: Any, bounds: tuple[int | None, int | None]) -> None:
    """The words are those that the machine reads; span, who and say-so of the toll stay."""
    (toll,) = read("event", killed=written)["toll"]
    assert toll == {**ENTRIES["event"]["toll"][0], "min": bounds[0], "max": bounds[1]}


def test_a_toll_of_another_kind_stands_beside() -> None:
    """It points at the trigger; none takes one away."""
    found = read("event", injured="9")["toll"]
    assert [toll["kind"] for toll in found] == ["killed", "injured"] and found[1]["span"] == ENTRIES["event"]["trigger_span"]
    assert read("event", killed="", injured=2)["toll"][0]["kind"] == "injured"


@pytest.mark.parametrize("written", ["many", "six or so men", "a"])
def test_a_toll_that_is_no_number(written: str) -> None:
    """The message shows the forms there are."""
    with pytest.raises(InputError, match=r"is no number of people; write 6, 6-10, 81-"):
        read("event", killed=written)


@pytest.mark.parametrize(
    ("changes", "start", "end"),
    [
        ({"when": "2024-03-01"}, "2024-03-01", "2024-03-01"),
        ({"when": "2024-03-01..2024-03-03"}, "2024-03-01", "2024-03-03"),
        ({"start": "3 March 2024"}, "2024-03-03", "2024-03-04"),
        ({"end": ""}, "2024-03-04", None),
        ({"when": None}, None, None),
        ({"when": "--03-01"}, "--03-01", "--03-01"),
    ],
)
def test_dates(changes: dict[str, Any], start: str | None, end: str | None) -> None:
    """A day, a range, one bound alone, or none; the time expression that the machine read it from no longer counts."""
    assert read("event", **changes)["when"] == {"start": start, "end": end, "span": None, "time": None}


def test_actors_are_known_by_id_name_or_mention() -> None:
    """What the machine knows of a participant stays with it."""
    rebels = ENTRIES["event"]["actors"][0]
    assert (
        read("event", actors="a2")["actors"] == [rebels] == read("event", actors="Rebels")["actors"] == read("event", actors=["the rebels"])["actors"]
    )
    assert read("event", recipients="Norland")["recipients"] == [{"actor": "a1", "span": list(span("Norland")), "say_so": []}]
    assert read("event", actors="")["actors"] == []


def test_an_actor_may_be_new() -> None:
    """Described by country and sectors; its mentions are found in the text, the one nearest to the trigger is its span."""
    on = desk()
    (one,) = read("event", on, actors="market (NLD BUS+CVL)")["actors"]
    assert one == {"actor": "xa1", "span": list(span("market")), "say_so": []}
    assert on.added == [("actor", {"id": "xa1", "name": "market", "kind": "group", "country": "NLD", "sector": ["BUS", "CVL"], "office": None,
                                   "knowledge_id": None, "mentions": [list(span("market"))]})]  # fmt: skip
    assert read("event", on, recipients="market")["recipients"][0]["actor"] == "xa1"


def test_an_unknown_actor_is_asked_about() -> None:
    """The message lists who is there and how to add one."""
    with pytest.raises(InputError, match=r"no actor 'Harbour Front'; it has Norland; rebels; six people\. To add one, .* Harbour Front \(SYR REB\)"):
        read("event", actors="Harbour Front")


def test_places_are_known_or_come_from_the_gazetteer() -> None:
    """By id or name those of the article, else the largest of that name, or of that name and country."""
    on = desk()
    assert read("event", on, where="p1; port vale")["where"] == ["p1", "p1"] and on.added == []
    assert read("event", on, where="Aleppo")["where"] == ["xp1"]
    assert (on.added[0][1]["country"], on.added[0][1]["precision"]) == ("SYR", "city")
    assert read("event", on, where="Zorvanville (PRT)")["where"] == ["xp2"] and on.added[1][1]["latitude"] is None
    with pytest.raises(InputError, match=r"no place 'Zorvanburg' is known; write it with its country"):
        read("event", where="Zorvanburg")


def test_say_so_is_statements_with_stances() -> None:
    """Asserts where no stance is given; `publisher` is its own voice."""
    assert read("event", say_so="s1; s2 denies")["say_so"] == [{"statement": "s1", "stance": "asserts"}, {"statement": "s2", "stance": "denies"}]
    assert read("event", say_so="publisher") == {"say_so": []}


def test_words_are_found_in_the_text() -> None:
    """A trigger by its word or by offsets, evidence by pieces."""
    assert read("event", trigger="killing")["trigger_span"] == list(span("killing"))
    assert read("event", trigger="3-9")["trigger_span"] == [3, 9] == read("event", trigger=[3, 9])["trigger_span"]
    pieces = [list(span("rebels bombed")), list(span("denied it"))]
    assert read("event", evidence="rebels bombed … denied it")["evidence_spans"] == pieces
    assert read("event", evidence="13-26; 90-99")["evidence_spans"] == [[13, 26], [90, 99]]


def test_words_that_stand_twice_are_looked_for_in_the_evidence() -> None:
    """Elsewhere the message asks for offsets."""
    assert read("event", trigger="rebels")["trigger_span"] == list(span("rebels"))
    with pytest.raises(InputError, match=r"'rebels' stand in the text 2 times; give offsets, as 13-19"):
        read("event", evidence="rebels")
    with pytest.raises(InputError, match="'dragons' do not stand in the text"):
        read("event", trigger="dragons")


def test_statements() -> None:
    """Speaker and cue bring their spans; via may be a statement."""
    assert read("statement", speaker="Norland") == {"speaker": "a1", "speaker_span": list(span("Norland"))}
    assert read("statement", speaker="") == {"speaker": None, "speaker_span": None}
    assert read("statement", via="s1", addressee="a3", act="doubt") == {"via": "s1", "addressee": "a3", "act": "doubt"}
    assert read("statement", cue="said", content="six people") == {"cue_span": list(span("said")), "content_spans": [list(span("six people"))]}


def test_actors_and_places() -> None:
    """Sectors are parted by `+` or `;`, degrees are numbers."""
    assert read("actor", sector="gov+mil", country="") == {"sector": ["GOV", "MIL"], "country": None}
    assert read("place", latitude="52.5", geonames_id=7) == {"latitude": 52.5, "geonames_id": 7}
    with pytest.raises(InputError, match="latitude 'north' is no number"):
        read("place", latitude="north")


@pytest.mark.parametrize(("kind", "start"), [("event", "'colour' is no field of an event"), ("place", "'colour' is no field of a place")])
def test_a_field_that_is_none(kind: str, start: str) -> None:
    """The message lists those there are."""
    with pytest.raises(InputError, match=f"{start} that can be corrected; choose from {next(iter(FIELDS[kind]))}"):
        read(kind, colour="red")
