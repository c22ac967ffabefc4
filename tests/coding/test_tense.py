"""Which way a verb points."""

from __future__ import annotations

import pytest

from sayso.coding.tense import pointed_by, tense_at, tense_near
from tests.trees import analysis_of


@pytest.mark.parametrize(
    ("clause", "at", "expected"),
    [
        (
            "1 They they PRON _ 2 nsubj\n2 met meet VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n3 Friday Friday PROPN _ 2 obl",
            2,
            "past",
        ),
        (
            "1 They they PRON _ 3 nsubj\n2 will will AUX _ 3 aux\n3 meet meet VERB VerbForm=Inf 0 root\n4 Friday Friday PROPN _ 3 obl",
            3,
            "future",
        ),
        (
            "1 They they PRON _ 3 nsubj\n2 wo wo AUX _ 3 aux\n3 meet meet VERB VerbForm=Inf 0 root\n4 Friday Friday PROPN _ 3 obl",
            3,
            "future",
        ),
        (
            "1 They they PRON _ 2 nsubj\n"
            "2 plan plan VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n"
            "3 to to PART _ 4 mark\n"
            "4 meet meet VERB VerbForm=Inf 2 xcomp\n5 Friday Friday PROPN _ 4 obl",
            4,
            "future",
        ),
        (
            "1 They they PRON _ 3 nsubj\n2 have have AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux\n"
            "3 met meet VERB Tense=Past|VerbForm=Part 0 root\n4 Friday Friday PROPN _ 3 obl",
            3,
            "past",
        ),
        (
            "1 Talks talk NOUN _ 4 nsubj:pass\n"
            "2 are be AUX Mood=Ind|Tense=Pres|VerbForm=Fin 4 aux:pass\n"
            "3 being be AUX _ 4 aux\n"
            "4 expected expect VERB Tense=Past|VerbForm=Part|Voice=Pass 0 root\n5 Friday Friday PROPN _ 4 obl",
            4,
            "future",
        ),
        ("1 A a DET _ 2 det\n2 vote vote NOUN _ 0 root\n3 Friday Friday PROPN _ 2 nmod", 2, "present"),
        (
            "1 She she PRON _ 3 nsubj\n2 was be AUX Mood=Ind|Tense=Past|VerbForm=Fin 3 cop\n3 ill ill ADJ _ 0 root\n4 Friday F PROPN _ 3 obl",
            3,
            "past",
        ),
    ],
)
def test_the_verb_above_an_expression_gives_its_tense(clause: str, at: int, expected: str) -> None:
    """Auxiliaries, infinitives under plans, perfects and copulas are told apart; without a verb it is open."""
    assert tense_at(analysis_of(clause), at, at + 1) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("they will meet friday", "friday", "future"),
        ("they met friday", "friday", "past"),
        ("on friday they will meet", "friday", "future"),
        ("the group plans to meet friday", "friday", "future"),
        ("a vote friday", "friday", "present"),
        ("they attacked friday", "friday", "past"),
    ],
)
def test_without_a_tree_the_nearest_sign_counts(text: str, word: str, expected: str) -> None:
    """Words like "will" before or after the expression, and past forms, give the tense."""
    low = text.split()
    at = low.index(word)
    assert tense_near(low, at, at + 1, [len(low)] * len(low)) == expected


def test_signs_of_other_sentences_do_not_count() -> None:
    """The search ends where the sentence ends."""
    low = ["they", "will", "go", ".", "a", "vote", "friday"]
    assert tense_near(low, 6, 7, [4, 4, 4, 4, 7, 7, 7]) == "present"


@pytest.mark.parametrize(
    ("text", "weekday", "expected"),
    [
        ("since march", False, "past"),
        ("until tuesday", True, "future"),
        ("until march", False, None),
        ("as early as tuesday", True, "future"),
        ("on tuesday", True, None),
    ],
)
def test_prepositions_point_too(text: str, weekday: bool, expected: str | None) -> None:
    """`since` looks back; a weekday after `until` lies ahead."""
    low = text.split()
    assert pointed_by(low, len(low) - 1, len(low), weekday=weekday) == expected


def test_the_attack_of_a_weekday_has_happened() -> None:
    """`hit by Saturday's attack` does not look ahead, for all its "by"."""
    assert pointed_by(["hit", "by", "saturday", "'s", "attack"], 2, 3, weekday=True) == "past"
