"""MUC-4 incidents: keys, and what a record earns."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from evaluation.figures import Counts, Figures, MissingDataError
from evaluation.muc import Incident, count, incident_type, incidents, read_keys, read_messages, score
from sayso.article import Article
from sayso.record import Actor, Participant, Record
from tests.records import TEXT, small_record, span

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
    count(gold, record, TEXT, Counts(), roles)
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
    """Both sides are found; a weapon that no trigger names cannot be."""
    gold = incident(perpetrator=[{"rebels"}], target=[{"six people"}], weapon=[{"bomb"}])
    assert earned([gold], small_record()) == (2, 2, 3)


def test_weapons_are_found_in_triggers() -> None:
    """A bomb attack is one with a bomb, and "bombed" names none."""
    record, text = small_record(), TEXT.replace("bombed", "a bomb")
    roles = Counts()
    count([incident(weapon=[{"bomb"}])], record, text, Counts(), roles)
    assert (roles.right, roles.found) == (1, 3)


def test_a_victim_has_a_name_and_a_description() -> None:
    """They are two fillers of a key, so they are two answers."""
    record = small_record()
    record.actors[2] = Actor("a3", "Ann Port", "person", office="Mayor", mentions=[span("market")])
    assert earned([incident(target=[{"ann port"}, {"mayor", "market"}])], record) == (2, 3, 2)


def test_any_words_for_somebody_will_do() -> None:
    """The front is the rebels if our record says so."""
    record = small_record()
    record.actors[1].name = "Front of Norland"
    assert earned([incident(perpetrator=[{"rebels"}])], record) == (1, 2, 1)


@pytest.mark.parametrize(("words", "found"), [("Norland", 1), ("the government", 2)])
def test_countries_fill_nothing_but_governments_do(words: str, found: int) -> None:
    """A key names a government where a state did it, and never a country."""
    record, text = small_record(), TEXT.replace("Norland", words)
    record.actors = [record.actors[0], Actor("a2", "Norland", "country", mentions=[(0, len(words))]), record.actors[2]]
    roles = Counts()
    count([], record, text, Counts(), roles)
    assert roles.found == found


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
    assert incident_type(event, TEXT) == expected


@pytest.mark.parametrize(("word", "expected"), [("burned", "ARSON"), ("hijack", "HIJACKING"), ("robbed", "ROBBERY"), ("struck", "BOMBING")])
def test_triggers_tell_types_that_no_mode_has(word: str, expected: str) -> None:
    """Arson, robbery and hijacking have no mode of their own."""
    assert incident_type(small_record().events[0], TEXT.replace("bombed", word)) == expected


def test_an_incident_needs_a_target_and_a_kind() -> None:
    """Who was hit must be told, and how or with what toll."""
    record = small_record()
    assert [type for type, _ in incidents(record, TEXT)] == ["BOMBING"]
    record.events[0].mode, record.events[0].toll = None, []
    assert incidents(record, TEXT) == []
    record = small_record()
    record.events[0].recipients = []
    assert incidents(record, TEXT) == []


@pytest.mark.parametrize("reality", ["ongoing", "possible", "planned", "requested", "negated"])
def test_stages_of_execution_are_three(reality: str) -> None:
    """Done, tried or threatened: the rest are no incidents."""
    record = small_record()
    record.events[0].reality = reality
    assert incidents(record, TEXT) == []


def test_incident_types_are_counted_once_a_message() -> None:
    """Two bombings wanted, one type to find."""
    types = Counts()
    count([incident(), incident()], small_record(), TEXT, types, Counts())
    assert (types.right, types.found, types.wanted) == (1, 1, 1)


@pytest.mark.parametrize(("act", "speaker", "expected"), [("say", "a1", "fact"), ("accuse", "a1", "accused"), ("claim", "a2", "claimed")])
def test_confidence_follows_whose_word_the_doer_rests_on(act: str, speaker: str, expected: str) -> None:
    """An accuser's word, the doer's own, or nobody's in particular."""
    record = small_record()
    record.statements[0].act, record.statements[0].speaker = act, speaker
    record.events[0].actors[0].say_so = record.events[0].actors[0].say_so[:1]
    gold = incident()
    gold.confidence = expected
    assert count([gold], record, TEXT, Counts(), Counts()) == [True]


def test_a_doer_who_is_blamed_is_accused() -> None:
    """An event that blames him for the deed says whose word it is."""
    record = small_record()
    record.events[0].actors[0].say_so = []
    blame = small_record().events[0]
    blame.id, blame.type, blame.about, blame.recipients = "e2", "ACCUSE", ["e1"], record.events[0].actors
    record.events.append(blame)
    gold = incident()
    gold.confidence = "accused"
    assert count([gold], record, TEXT, Counts(), Counts()) == [True]


def test_what_the_doer_denies_he_is_accused_of() -> None:
    """The rebels deny it, so it rests on another's word."""
    gold = incident()
    gold.confidence = "accused"
    assert count([gold], small_record(), TEXT, Counts(), Counts()) == [True]


def test_without_an_incident_of_ours_confidence_is_not_judged() -> None:
    """What is missed is missed among the types, not a second time here."""
    record = small_record()
    record.events = []
    gold = incident()
    gold.confidence = "fact"
    assert count([gold], record, TEXT, Counts(), Counts()) == []


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
    count([gold], small_record(), TEXT, types, Counts())
    assert (types.right, types.found, types.wanted) == (0, 1, 1)


@pytest.mark.parametrize(("name", "expected"), [("Suspected rebels", "accused"), ("alleged rebels", "accused"), ("unsuspected rebels", "fact")])
def test_a_doer_who_is_called_suspected_is_accused(name: str, expected: str) -> None:
    """Though nobody says so; the word has to stand by itself."""
    record = small_record()
    record.events[0].actors[0].say_so, record.events[0].say_so = [], []
    record.actors[1].name = name
    gold = incident()
    gold.confidence = expected
    assert count([gold], record, TEXT, Counts(), Counts()) == [True]
