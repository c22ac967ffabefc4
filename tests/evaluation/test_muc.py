"""MUC-4 incidents: keys, and what a record earns."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from evaluation.figures import Counts, Figures, MissingDataError
from evaluation.muc import Incident, count, read_keys, read_messages, score, type_of
from sayso.article import Article
from sayso.record import Actor, Participant, Record
from tests.records import small_record, span

KEYS = """
0.  MESSAGE: ID                     DEV-MUC3-0001 (X)
4.  INCIDENT: TYPE                  BOMBING / ATTACK
6.  INCIDENT: INSTRUMENT ID         "CAR BOMB"
                                    "GRENADE"
9.  PERP: INDIVIDUAL ID             ? "YOUNG MEN"
10. PERP: ORGANIZATION ID           "FRONT OF X" / "FX"
11. PERP: ORGANIZATION CONFIDENCE   SUSPECTED OR ACCUSED: "FRONT OF X" / "FX"
12. PHYS TGT: ID                    "MARKET HALL"
18. HUM TGT: NAME                   -
19. HUM TGT: DESCRIPTION            "STALL KEEPER": "A KEEPER"

0.  MESSAGE: ID                     DEV-MUC3-0002 (X)
4.  INCIDENT: TYPE                  *
"""


def incident(**fillers: list[set[str]]) -> Incident:
    found = Incident("BOMBING")
    found.fillers |= fillers
    return found


def earned(gold: list[Incident], record: Record) -> tuple[int, int, int]:
    roles = Counts()
    count(gold, record, Counts(), roles)
    return roles.right, roles.found, roles.wanted


def test_weapons_are_read_as_a_role_of_their_own() -> None:
    """Each line of the slot is one weapon."""
    (found,) = read_keys(KEYS)["DEV-MUC3-0001"]
    assert found.fillers["weapon"] == [{"car bomb"}, {"grenade"}]


def test_names_of_one_filler_stay_together() -> None:
    """A slash parts names that will do for one organisation."""
    (found,) = read_keys(KEYS)["DEV-MUC3-0001"]
    assert found.fillers["perpetrator"] == [{"front of x", "fx"}]


def test_doubtful_fillers_are_not_wanted() -> None:
    """A question mark in the key makes a filler optional, so nobody is asked for it."""
    (found,) = read_keys(KEYS)["DEV-MUC3-0001"]
    assert not any("young men" in filler for filler in found.fillers["perpetrator"])


def test_targets_are_things_and_people() -> None:
    """Physical targets and descriptions of people are one role; the name after a colon only says whose it is."""
    (found,) = read_keys(KEYS)["DEV-MUC3-0001"]
    assert found.fillers["target"] == [{"market hall"}, {"stall keeper"}]


def test_first_of_two_types_counts() -> None:
    """The key's first type is the incident's."""
    (found,) = read_keys(KEYS)["DEV-MUC3-0001"]
    assert (found.type, found.confidence) == ("BOMBING", "accused")


def test_message_about_nothing_has_no_incident() -> None:
    """An asterisk as type is no incident, but the message is known."""
    assert read_keys(KEYS)["DEV-MUC3-0002"] == []


def test_messages_are_parted_by_their_names() -> None:
    """Each text ends where the next name begins."""
    assert read_messages("DEV-MUC3-0001 (X)\n\nONE.\n\nDEV-MUC3-0002 (X)\nTWO.\n") == {"DEV-MUC3-0001": "ONE.", "DEV-MUC3-0002": "TWO."}


def test_all_roles_right_but_the_weapon() -> None:
    """Both sides are found; the weapon is wanted and cannot be found."""
    gold = incident(perpetrator=[{"rebels"}], target=[{"six people"}], weapon=[{"bomb"}])
    assert earned([gold], small_record()) == (2, 2, 3)


def test_one_name_fills_one_filler() -> None:
    """An answer that would do for two fillers is credited once."""
    gold = incident(perpetrator=[{"armed rebels"}, {"the rebels"}])
    assert earned([gold], small_record()) == (1, 2, 2)


def test_two_names_for_one_filler_earn_one_credit() -> None:
    """The second name for somebody is one answer too many."""
    record = small_record()
    record.actors.append(Actor("a9", "armed rebels", "group"))
    record.events[0].actors.append(Participant("a9", span("rebels")))
    assert earned([incident(perpetrator=[{"rebels"}])], record) == (1, 3, 1)


def test_a_doer_earns_nothing_among_the_targets() -> None:
    """A name counts in the role it was given."""
    assert earned([incident(target=[{"rebels"}])], small_record()) == (0, 2, 1)


def test_the_same_filler_of_two_incidents_is_wanted_once() -> None:
    """One organisation behind two bombings is one answer."""
    gold = incident(perpetrator=[{"rebels"}])
    assert earned([gold, gold], small_record()) == (1, 2, 1)


def test_what_is_refused_or_asked_for_is_no_incident() -> None:
    """Events that were only asked for fill nothing."""
    record = small_record()
    record.events[0].reality = "requested"
    assert earned([incident(perpetrator=[{"rebels"}])], record) == (0, 0, 1)


@pytest.mark.parametrize(
    ("type", "mode", "expected"),
    [
        ("ASSAULT", "explosives", "BOMBING"),
        ("ASSAULT", "abduct", "KIDNAPPING"),
        ("ASSAULT", "firearms", "ATTACK"),
        ("ASSAULT", None, "ATTACK"),
        ("CONSULT", None, None),
    ],
)
def test_modes_tell_the_type_of_incident(type: str, mode: str | None, expected: str | None) -> None:
    """Only assaults are incidents, and their mode tells which."""
    event = small_record().events[0]
    event.type, event.mode = type, mode
    assert type_of(event) == expected


def test_incident_types_are_counted_once_a_message() -> None:
    """Two bombings wanted, one type to find."""
    types = Counts()
    count([incident(), incident()], small_record(), types, Counts())
    assert (types.right, types.found, types.wanted) == (1, 1, 1)


@pytest.mark.parametrize(("act", "speaker", "expected"), [("say", "a1", "fact"), ("accuse", "a1", "accused"), ("claim", "a2", "claimed")])
def test_confidence_follows_whose_word_the_doer_rests_on(act: str, speaker: str, expected: str) -> None:
    """An accuser's word, the doer's own, or nobody's in particular."""
    record = small_record()
    record.statements[0].act, record.statements[0].speaker = act, speaker
    record.events[0].actors[0].say_so = record.events[0].actors[0].say_so[:1]
    gold = incident()
    gold.confidence = expected
    assert count([gold], record, Counts(), Counts()) == [True]


def test_possible_events_are_possible() -> None:
    """What may have happened is no fact."""
    record = small_record()
    record.events[0].actors[0].say_so, record.events[0].reality = [], "possible"
    gold = incident()
    gold.confidence = "fact"
    assert count([gold], record, Counts(), Counts()) == [False]


def test_without_an_incident_of_ours_confidence_is_not_judged() -> None:
    """What is missed is missed among the types, not a second time here."""
    record = small_record()
    record.events = []
    gold = incident()
    gold.confidence = "fact"
    assert count([gold], record, Counts(), Counts()) == []


class Reader:
    """A system that has one record for everything, and notes what it was given."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    @property
    def coder(self) -> Reader:
        """Itself."""
        return self

    def code_many(self, articles: Iterable[Article]) -> list[Record]:
        """One record for each article."""
        given = list(articles)
        self.seen += [article.id for article in given]
        return [small_record() for _ in given]


def scored(tmp_path: Path, split: str, *, messages: int = 4, first: int | None = None) -> tuple[Figures, list[str]]:
    folder = tmp_path / "data" / "muc4"
    folder.mkdir(parents=True)
    ids = [f"TST1-MUC3-{n:04}" for n in range(1, messages + 1)]
    key = '0.  MESSAGE: ID                     {} (X)\n4.  INCIDENT: TYPE                  BOMBING\n9.  PERP: INDIVIDUAL ID             "REBELS"\n\n'
    (folder / "key-tst1.v7").write_text("".join(key.format(name) for name in ids), encoding="latin-1")
    (folder / "tst1-muc3").write_text("".join(f"{name} (X)\n\nA BOMB.\n\n" for name in ids), encoding="latin-1")
    reader = Reader()
    return score(tmp_path, split, reader, first=first), reader.seen  # type: ignore[arg-type]


@pytest.mark.parametrize("split", ["test", "tst1", "tst"])
def test_held_out_halves_are_found_by_their_names(tmp_path: Path, split: str) -> None:
    """`test` is both of them."""
    figures, seen = scored(tmp_path, split)
    assert len(seen) == 4 and figures["muc4 incident type"] == 100.0
    assert figures["muc4 role fillers"] == 66.67


def test_quick_run_takes_messages_from_all_over_the_set(tmp_path: Path) -> None:
    """Every so many, not the first ones."""
    _, seen = scored(tmp_path, "test", messages=9, first=3)
    assert seen == ["TST1-MUC3-0001", "TST1-MUC3-0004", "TST1-MUC3-0007"]


def test_missing_keys_are_said(tmp_path: Path) -> None:
    """With the names they would have."""
    with pytest.raises(MissingDataError, match="holds no key-dev"):
        score(tmp_path, "dev", Reader())  # type: ignore[arg-type]


def test_types_that_differ_share_nothing() -> None:
    """A kidnapping wanted, a bombing found."""
    types = Counts()
    gold = incident()
    gold.type = "KIDNAPPING"
    count([gold], small_record(), types, Counts())
    assert (types.right, types.found, types.wanted) == (0, 1, 1)
