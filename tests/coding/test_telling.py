"""Which words tell of people killed, hurt, taken or driven out."""

from __future__ import annotations

import pytest

from sayso.coding.counting import CountReader
from sayso.coding.telling import tellings
from tests.coding.toll_support import clause, draft_of


def told(text: str, *rows: str) -> list[tuple[str, int | None, int | None]]:
    """Kind and bounds of everything that a clause tells."""
    return [(telling.kind, telling.count.min, telling.count.max) for telling in tellings(CountReader(draft_of(clause(text, *rows))))]


TOOK = ("NOUN 2 nsubj", "VERB 0 root take", "NUM 4 nummod", "NOUN 2 obj pupil")


def test_taking_hostage_is_capture() -> None:
    """The word behind the victims makes it one."""
    assert told("Raiders took 40 pupils hostage", *TOOK, "NOUN 2 xcomp") == [("captured", 40, 40)]


def test_rounding_up_is_capture() -> None:
    """The word right behind the verb makes it one."""
    rows = ("NOUN 2 nsubj", "VERB 0 root round", "ADP 2 compound:prt", "NUM 5 nummod", "NOUN 2 obj person")
    assert told("Police rounded up 300 people", *rows) == [("captured", 300, 300)]


def test_driving_from_homes_is_displacement() -> None:
    """Without a noun for those who are driven."""
    rows = ("NOUN 2 nsubj", "VERB 0 root drive", "NOUN 2 obj thousand", "ADP 6 case", "PRON 6 nmod:poss", "NOUN 2 obl home")
    assert told("Shelling drove thousands from their homes", *rows) == [("displaced", 2000, None)]


def test_taking_to_hospital_is_injury() -> None:
    """By the same verb as taking hostage, in the passive."""
    rows = ("NUM 2 nummod", "NOUN 4 nsubj:pass farmer", "AUX 4 aux:pass be", "VERB 0 root take", "ADP 6 case", "NOUN 4 obl")
    assert told("25 farmers were taken to hospital", *rows) == [("injured", 25, 25)]


def test_a_verb_of_phrases_alone_tells_nothing() -> None:
    """Pupils are taken home, too."""
    assert told("Teachers took 40 pupils home", *TOOK, "ADV 2 advmod") == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("and freed one hostage", ("CCONJ 6 cc", "VERB 2 conj free", "NUM 8 nummod", "NOUN 6 obj")),
        ("; the hostage wept", ("PUNCT 8 punct", "DET 7 det", "NOUN 8 nsubj", "VERB 2 parataxis weep")),
    ],
)
def test_a_phrase_ends_before_the_next_clause(text: str, rows: tuple[str, ...]) -> None:
    """What stands behind a further verb or a stop belongs to something else."""
    assert told(f"Raiders took 40 pupils {text}", *TOOK, *rows) == []


def test_a_phrase_ends_with_its_sentence() -> None:
    """The hostage of the next one is another story."""
    draft = draft_of(clause("Raiders took 40 pupils", *TOOK) + "\n\n" + clause("Hostages wept", "NOUN 2 nsubj hostage", "VERB 0 root weep"))
    assert tellings(CountReader(draft)) == []


def test_a_negated_phrase_tells_nothing() -> None:
    """Nobody was taken."""
    rows = ("NOUN 3 nsubj", "ADV 3 advmod", "VERB 0 root take", "NUM 5 nummod", "NOUN 3 obj pupil", "NOUN 3 xcomp")
    assert told("Raiders never took 40 pupils hostage", *rows) == []


def test_things_are_not_taken_captive() -> None:
    """Who is taken must be people."""
    assert told("Raiders took 40 boats captive", *TOOK, "NOUN 2 xcomp") == []


def killed_and_wounded(bound: str, joint: str = "and", own: str = "") -> list[tuple[str, int | None, int | None]]:
    """`BOUND 12 soldiers were killed JOINT OWN 30 wounded`."""
    at = 2 * bool(bound)
    last = at + 7 + bool(own)
    before = [f"ADP {at + 1} advmod", f"ADJ {at + 1} fixed"] if bound else []
    rows = [*before, f"NUM {at + 2} nummod", f"NOUN {at + 4} nsubj:pass", f"AUX {at + 4} aux:pass be", "VERB 0 root kill", f"CCONJ {last} cc"]
    rows += [*([f"ADV {last - 1} advmod"] if own else []), f"NUM {last} nsubj:pass", f"VERB {at + 4} conj wound"]
    return told(f"{bound} 12 soldiers were killed {joint} {own} 30 wounded", *rows)


def test_a_lower_bound_goes_on_to_the_next_number() -> None:
    """ "At least 12 soldiers were killed and 30 wounded": at least 30, too."""
    assert killed_and_wounded("At least") == [("killed", 12, None), ("injured", 30, None)]


def test_an_upper_bound_goes_on_to_the_next_number() -> None:
    """ "Up to 12 soldiers were killed and 30 wounded": no more than 30."""
    assert killed_and_wounded("Up to") == [("killed", None, 12), ("injured", None, 30)]


def test_a_number_without_a_bound_hands_none_on() -> None:
    """Both are exact."""
    assert killed_and_wounded("") == [("killed", 12, 12), ("injured", 30, 30)]


def test_a_number_with_words_of_its_own_keeps_to_them() -> None:
    """ "And about 30 wounded" is no bound."""
    assert killed_and_wounded("At least", own="about") == [("killed", 12, None), ("injured", 30, 30)]


def test_a_bound_goes_on_behind_and_alone() -> None:
    """ "But 30 wounded" stands by itself."""
    assert killed_and_wounded("At least", joint="but") == [("killed", 12, None), ("injured", 30, 30)]


def test_a_vague_number_hands_no_bound_on() -> None:
    """ "Several were killed and 30 wounded": it is no phrase of bounds that makes the first one open."""
    rows = ("ADJ 2 amod", "NOUN 4 nsubj:pass soldier", "AUX 4 aux:pass be", "VERB 0 root kill", "CCONJ 7 cc", "NUM 7 nsubj:pass", "VERB 4 conj wound")
    assert told("Several soldiers were killed and 30 wounded", *rows) == [("killed", 3, None), ("injured", 30, 30)]


def test_a_bound_does_not_go_on_to_a_name() -> None:
    """ "At least 12 soldiers were killed and Ali wounded": there is one Ali."""
    rows = ("ADP 3 advmod", "ADJ 1 fixed", "NUM 4 nummod", "NOUN 6 nsubj:pass soldier", "AUX 6 aux:pass be", "VERB 0 root kill")
    expected = [("killed", 12, None), ("injured", 1, 1)]
    assert told("At least 12 soldiers were killed and Ali wounded", *rows, "CCONJ 9 cc", "PROPN 9 nsubj:pass", "VERB 6 conj wound") == expected


@pytest.mark.parametrize(
    ("cause", "rows", "expected"),
    [
        ("of cancer", ("ADP 5 case", "NOUN 3 obl"), []),
        ("in a car crash", ("ADP 7 case", "DET 7 det", "NOUN 7 compound", "NOUN 3 obl"), []),
        ("in the battle", ("ADP 6 case", "DET 6 det", "NOUN 3 obl"), [("killed", 6, 6)]),
    ],
)
def test_who_dies_by_nobodys_hand_is_no_toll(cause: str, rows: tuple[str, ...], expected: list[tuple[str, int, int]]) -> None:
    """Illness and accidents are no events."""
    assert told(f"Six miners died {cause}", "NUM 2 nummod", "NOUN 3 nsubj miner", "VERB 0 root die", *rows) == expected


@pytest.mark.parametrize(("cause", "expected"), [("crash", []), ("raid", [("killed", 6, 6)])])
def test_a_death_by_nobodys_hand_is_no_toll(cause: str, expected: list[tuple[str, int, int]]) -> None:
    """The noun has its cause beside it."""
    rows = ("DET 2 det", "NOUN 0 root", "ADP 5 case", "NUM 5 nummod", "NOUN 2 nmod miner", "ADP 8 case", "DET 8 det", "NOUN 2 nmod")
    assert told(f"the death of six miners in a {cause}", *rows) == expected


def test_who_flees_from_a_flood_is_no_toll() -> None:
    """Nobody drove them out."""
    rows = ("NUM 2 nummod", "NOUN 3 nsubj farmer", "VERB 0 root flee", "ADP 6 case", "DET 6 det", "NOUN 3 obl")
    assert told("400 farmers fled from the flood", *rows) == []


def test_who_lose_their_lives_are_dead() -> None:
    """The subject is counted, not the lives."""
    rows = ("NUM 2 nummod", "NOUN 3 nsubj officer", "VERB 0 root lose", "PRON 5 nmod:poss", "NOUN 3 obj life")
    assert told("Five officers lost their lives", *rows) == [("killed", 5, 5)]


@pytest.mark.parametrize(("who", "expected"), [("towns", []), ("guards", [("captured", 2, 2)])])
def test_who_surrenders_must_be_people(who: str, expected: list[tuple[str, int, int]]) -> None:
    """Towns that surrender are no captives."""
    assert told(f"Two {who} surrendered", "NUM 2 nummod", "NOUN 3 nsubj", "VERB 0 root surrender") == expected
