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


def verb_above(clause: str, at: int) -> str:
    return tense_at(analysis_of(clause), at, at + 1)


@pytest.mark.parametrize(
    ("helper", "expected"),
    [("will", "future"), ("'ll", "future"), ("shall", "future"), ("would", "future"), ("could", "future"), ("may", "future"), ("must", "future")],
)
def test_helping_verbs_look_ahead(helper: str, expected: str) -> None:
    """What may or must be done is still to come."""
    assert (
        verb_above(
            f"1 They they PRON _ 3 nsubj\n2 {helper} {helper} AUX _ 3 aux\n3 meet meet VERB VerbForm=Inf 0 root\n4 Friday Friday PROPN _ 3 obl", 3
        )
        == expected
    )


def test_what_would_have_been_is_past() -> None:
    """With "have" the same verbs look back."""
    clause = "1 They they PRON _ 4 nsubj\n2 would would AUX _ 4 aux\n3 have have AUX _ 4 aux\n4 met meet VERB Tense=Past|VerbForm=Part 0 root\n5 Friday Friday PROPN _ 4 obl"
    assert verb_above(clause, 4) == "past"


def test_going_to_looks_ahead() -> None:
    """A verb of motion with an infinitive below it."""
    clause = "1 They they PRON _ 3 nsubj\n2 are be AUX Tense=Pres 3 aux\n3 going go VERB VerbForm=Ger 0 root\n4 to to PART _ 5 mark\n5 meet meet VERB VerbForm=Inf 3 xcomp\n6 Friday Friday PROPN _ 5 obl"
    assert verb_above(clause, 5) == "future"


def test_infinitive_under_a_past_verb_is_as_past_as_it() -> None:
    """They managed to meet on Friday."""
    clause = "1 They they PRON _ 2 nsubj\n2 managed manage VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n3 to to PART _ 4 mark\n4 meet meet VERB VerbForm=Inf 2 xcomp\n5 Friday Friday PROPN _ 4 obl"
    assert verb_above(clause, 4) == "past"


def test_headline_infinitive_looks_ahead() -> None:
    """Leaders to meet Friday."""
    clause = "1 Leaders leader NOUN _ 3 nsubj\n2 to to PART _ 3 mark\n3 meet meet VERB VerbForm=Inf 0 root\n4 Friday Friday PROPN _ 3 obl"
    assert verb_above(clause, 3) == "future"


def test_participle_beside_a_noun_is_past() -> None:
    """The bridge destroyed on Friday."""
    clause = "1 bridge bridge NOUN _ 0 root\n2 destroyed destroy VERB Tense=Past|VerbForm=Part 1 acl\n3 Friday Friday PROPN _ 2 obl"
    assert verb_above(clause, 2) == "past"


def test_plain_present_is_present() -> None:
    """They meet on Fridays."""
    clause = "1 They they PRON _ 2 nsubj\n2 meet meet VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n3 Friday Friday PROPN _ 2 obl"
    assert verb_above(clause, 2) == "present"


def test_nearest_verb_counts() -> None:
    """What will be done is told by one who said so in the past."""
    clause = "1 She she PRON _ 2 nsubj\n2 said say VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n3 they they PRON _ 5 nsubj\n4 will will AUX _ 5 aux\n5 meet meet VERB VerbForm=Inf 2 ccomp\n6 Friday Friday PROPN _ 5 obl"
    assert verb_above(clause, 5) == "future"


def test_expression_of_several_words_hangs_on_its_head() -> None:
    """The verb above "Friday morning" is that above its head."""
    clause = "1 They they PRON _ 2 nsubj\n2 met meet VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n3 Friday Friday PROPN _ 4 compound\n4 morning morning NOUN _ 2 obl"
    assert tense_at(analysis_of(clause), 2, 4) == "past"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("they are expected friday", "present"),
        ("they agreed to meet friday", "future"),
        ("they want to meet friday", "present"),
        ("they are set to meet friday", "future"),
        ("the upcoming talks friday", "future"),
        ("friday they shelled the town", "past"),
        ("friday , a vote", "present"),
        ("the red bed friday", "present"),
    ],
)
def test_words_alone_are_weaker_signs(text: str, expected: str) -> None:
    """Short words in -ed are none, and forms that plan are not past by themselves."""
    low = text.split()
    at = low.index("friday")
    assert tense_near(low, at, at + 1, [len(low)] * len(low)) == expected


def test_nothing_around_points_nowhere() -> None:
    """A lone expression."""
    assert pointed_by(["friday"], 0, 1, weekday=True) is None
    assert tense_near(["friday"], 0, 1, [1]) == "present"


@pytest.mark.parametrize("mark", ["'s", "’s"])
def test_possessive_points_back_only_for_weekdays(mark: str) -> None:
    """Next week's talks are not past."""
    assert pointed_by(["friday", mark, "attack"], 0, 1, weekday=True) == "past"
    assert pointed_by(["week", mark, "talks"], 0, 1, weekday=False) is None


def test_sign_more_than_twenty_five_words_back_does_not_count() -> None:
    """In an endless sentence only what is near points."""
    for gap, expected in ((20, "future"), (30, "present")):
        low = ["will", *["town"] * gap, "friday"]
        assert tense_near(low, gap + 1, gap + 2, [len(low)] * len(low)) == expected


def test_clause_boundary_far_back_ends_the_search() -> None:
    """Behind a comma nine words away, another clause has its own verb."""
    for gap, expected in ((3, "future"), (9, "present")):
        low = ["they", "will", "go", ",", *["town"] * gap, "friday"]
        assert tense_near(low, len(low) - 1, len(low), [len(low)] * len(low)) == expected


def test_sign_after_the_expression_counts_within_eight_words() -> None:
    """On Friday they will; what comes later belongs to something else."""
    for gap, expected in ((2, "future"), (12, "present")):
        low = ["friday", *["town"] * gap, "will"]
        assert tense_near(low, 0, 1, [len(low)] * len(low)) == expected


def test_to_before_a_plain_infinitive_points_nowhere_by_itself() -> None:
    """Only after a word that plans."""
    assert tense_near(["a", "way", "to", "leave", "friday"], 4, 5, [5] * 5) == "present"
    assert tense_near(["plans", "to", "leave", "friday"], 3, 4, [4] * 4) == "future"


def test_noun_with_a_copula_is_its_clauses_verb() -> None:
    """The vote was a defeat on Friday."""
    clause = "1 vote vote NOUN _ 4 nsubj\n2 was be AUX Mood=Ind|Tense=Past|VerbForm=Fin 4 cop\n3 a a DET _ 4 det\n4 defeat defeat NOUN _ 0 root\n5 Friday Friday PROPN _ 4 obl"
    assert verb_above(clause, 4) == "past"


def test_finite_past_needs_no_helper_and_a_participle_does() -> None:
    """Attacked, and seen attacked."""
    finite = "1 They they PRON _ 2 nsubj\n2 left leave VERB Tense=Past|VerbForm=Fin 0 root\n3 Friday Friday PROPN _ 2 obl"
    bare = "1 left leave VERB Tense=Past|VerbForm=Part 0 root\n2 Friday Friday PROPN _ 1 obl"
    assert (verb_above(finite, 2), verb_above(bare, 1)) == ("past", "present")


def test_as_early_as_needs_all_three_words() -> None:
    """Early Friday is not yet to come."""
    assert pointed_by(["early", "as", "friday"], 2, 3, weekday=True) is None
    assert pointed_by(["from", "as", "soon", "as", "friday"], 4, 5, weekday=True) == "future"


def test_present_of_what_is_fixed_for_a_day_is_to_come() -> None:
    """The summit starts on Friday; it costs money on Friday."""
    clause = "1 summit summit NOUN _ 2 nsubj\n2 {verb} {lemma} VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root\n3 Friday Friday PROPN _ 2 obl"
    assert verb_above(clause.format(verb="starts", lemma="start"), 2) == "future"
    assert verb_above(clause.format(verb="costs", lemma="cost"), 2) == "present"
