"""What speaks for two mentions being one event."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from sayso.coding.draft import Draft, EventDraft, PlaceMention, TollDraft
from sayso.coding.sameness import Told, akin, are_apart, goes_on, pair_features
from sayso.record import Place
from tests.coding.event_support import draft_of, pair, role

TREE = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 bombed bomb VERB Tense=Past 0 root _
3 rebels rebel NOUN 2 obj Actor=rebels

1 The the DET 2 det _
2 bombing bombing NOUN Number=Sing 3 nsubj _
3 angered anger VERB 0 root _
4 Iran Iran PROPN 3 obj Actor=Iran

1 Another another DET 2 det _
2 attacks attack NOUN Number=Plur 3 nsubj _
3 followed follow VERB 0 root _

1 Syria Syria PROPN 3 nsubj Actor=Syria
2 again again ADV 3 advmod _
3 bombed bomb VERB 0 root _
"""
BOMBED, BOMBING, ATTACKS, AGAIN = 1, 4, 8, 12


def event(
    draft: Draft, at: int, *, actors: tuple[str, ...] = (), recipients: tuple[str, ...] = (), mode: str | None = None, start: str | None = None
) -> EventDraft:
    found = EventDraft("ASSAULT", mode, at, (at, at + 1), start=start)
    found.actors, found.recipients = [role(draft, name) for name in actors], [role(draft, name) for name in recipients]
    return found


def features(first: dict[str, object], second: dict[str, object], *, at: tuple[int, int] = (BOMBED, BOMBING)) -> dict[str, float]:
    draft = draft_of(TREE)
    return pair_features(*pair(draft, event(draft, at[0], **first), event(draft, at[1], **second)))  # type: ignore[arg-type]


def test_distance_is_counted_in_sentences() -> None:
    """The same, the next, or further."""
    near, far = features({}, {}), features({}, {}, at=(BOMBED, AGAIN))
    assert (near["same_sentence"], near["next_sentence"], near["distance"]) == (0.0, 1.0, math.log(2))
    assert (far["next_sentence"], far["distance"]) == (0.0, math.log(4))


def test_same_word_is_the_same_root() -> None:
    """Not the same form: a noun tells of the deed that its verb tells of."""
    assert features({}, {}, at=(BOMBED, AGAIN))["same_word"] == 1.0
    assert features({}, {}, at=(BOMBED, BOMBING))["same_word"] == 1.0
    assert features({}, {}, at=(BOMBED, ATTACKS))["same_word"] == 0.0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("execute", "execution", True),
        ("withdraw", "withdrawal", True),
        ("invade", "invasion", True),
        ("suspend", "suspension", True),
        ("kill", "kill", True),
        ("war", "war", True),
        ("strike", "storm", False),
        ("arrest", "arson", False),
        ("war", "warn", False),
        ("attack", "assault", False),
    ],
)
def test_words_of_one_root_are_akin(one: str, other: str, expected: bool) -> None:
    """By the letters that they begin with, in either order."""
    assert akin(one, other) is akin(other, one) is expected


def test_nouns_and_verbs_are_told_apart() -> None:
    """Two of a kind, or one of each."""
    assert [
        features({}, {}, at=at)[name] for at in ((BOMBED, AGAIN), (BOMBING, ATTACKS), (BOMBED, BOMBING)) for name in ("both_nouns", "both_verbs")
    ] == [0, 1, 1, 0, 0, 0]


def test_broad_words_may_mean_any_deed() -> None:
    """Attacks, but not bombings."""
    assert features({}, {}, at=(BOMBED, ATTACKS))["broad"] == 1.0
    assert features({}, {}, at=(BOMBED, BOMBING))["broad"] == 0.0


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({}, {}, {"actor_one": 0.0}),
        ({"actors": ("Turkey",)}, {}, {"actor_one": 1.0}),
        ({"actors": ("Turkey",)}, {"actors": ("Turkey",)}, {"actor_equal": 1.0}),
        ({"actors": ("Turkey", "Iran")}, {"actors": ("Turkey",)}, {"actor_shared": 1.0}),
        ({"actors": ("Turkey",)}, {"actors": ("Syria",)}, {"actor_clash": 1.0}),
    ],
)
def test_actors_are_equal_shared_or_at_odds(first: dict[str, object], second: dict[str, object], expected: dict[str, float]) -> None:
    """Or known on one side only."""
    found = features(first, second, at=(BOMBED, AGAIN))
    assert {name: value for name, value in found.items() if name.startswith("actor_")} == expected


def test_recipients_are_compared_as_actors_are() -> None:
    """Each side with its own."""
    found = features({"actors": ("Turkey",), "recipients": ("rebels",)}, {"actors": ("Turkey",), "recipients": ("Syria",)})
    assert found["actor_equal"] == 1.0 and found["recipient_clash"] == 1.0


def test_countries_of_both_sides_count_together() -> None:
    """Whoever does what to whom."""
    assert features({"actors": ("Turkey",)}, {"recipients": ("Turkey",)})["country_equal"] == 1.0


def test_actor_here_who_is_hit_there_is_crossed() -> None:
    """Blow and counterblow are two."""
    assert features({"actors": ("Turkey",)}, {"recipients": ("Turkey",)})["crossed"] == 1.0
    assert features({"actors": ("Turkey",)}, {"actors": ("Turkey",)})["crossed"] == 0.0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (None, None, {"date_one": 0.0}),
        ("2020-05-04", None, {"date_one": 1.0}),
        ("2020-05-04", "2020-05-04", {"date_same": 1.0}),
        ("2020-05-04", "2020-05", {"date_same": 1.0}),
        ("2020", "2020-05-04", {"date_same": 1.0}),
        ("2020-05-04", "2020-05-05", {"date_clash": 1.0}),
    ],
)
def test_dates_agree_as_far_as_they_are_known(one: str | None, other: str | None, expected: dict[str, float]) -> None:
    """A month holds its days."""
    found = features({"start": one}, {"start": other}, at=(BOMBED, AGAIN))
    assert {name: value for name, value in found.items() if name.startswith("date_")} == expected


def test_modes_are_compared_where_both_are_known() -> None:
    """Equal, at odds, or one-sided."""
    assert features({"mode": "aerial"}, {"mode": "aerial"})["mode_equal"] == 1.0
    assert features({"mode": "aerial"}, {"mode": "abduct"})["mode_clash"] == 1.0
    assert features({"mode": "aerial"}, {}, at=(BOMBED, AGAIN))["mode_one"] == 1.0


def test_places_and_tolls_are_compared() -> None:
    """By place, and by kind and bounds."""
    draft = draft_of(TREE)
    first, second = event(draft, BOMBED), event(draft, BOMBING)
    place = Place("p1", "Kobani")
    first.places, second.places = [PlaceMention(0, 1, 0, place)], [PlaceMention(2, 3, 2, place)]
    first.tolls, second.tolls = [TollDraft("killed", 6, 6, None, (0, 1))], [TollDraft("killed", 9, 9, None, (2, 3))]
    found = pair_features(*pair(draft, first, second))
    assert found["place_equal"] == 1.0 and found["toll_clash"] == 1.0


@pytest.mark.parametrize(("at", "expected"), [(BOMBING, {"definite"}), (ATTACKS, {"new", "plural"})])
def test_words_before_a_noun_look_back_or_ahead(at: int, expected: set[str]) -> None:
    """The bombing was told; another attack is news."""
    found = features({}, {}, at=(BOMBED, at))
    assert {name for name in ("definite", "new", "bare", "plural") if found[name]} == expected


def test_verbs_have_no_wording() -> None:
    """They look neither back nor ahead."""
    assert "definite" not in features({}, {}, at=(BOMBED, AGAIN))


def test_later_mention_with_nothing_new_is_poor() -> None:
    """Nobody, nothing, no date; half poor with one side."""
    assert (features({}, {})["poor"], features({}, {})["half_poor"]) == (1.0, 1.0)
    found = features({}, {"actors": ("Turkey",)})
    assert (found["poor"], found["half_poor"]) == (0.0, 1.0)
    found = features({}, {"actors": ("Turkey",), "recipients": ("rebels",)})
    assert (found["poor"], found["half_poor"]) == (0.0, 0.0)
    assert features({}, {"start": "2020"})["poor"] == 0.0


def test_deed_spoken_of_is_linked_to_its_act_of_speech() -> None:
    """Either way round."""
    draft = draft_of(TREE)
    first, second = event(draft, BOMBED), event(draft, BOMBING)
    second.about = [first]
    assert pair_features(*pair(draft, first, second))["linked"] == pair_features(*pair(draft, second, first))["linked"] == 1.0


def test_type_and_reality_are_named() -> None:
    """Types merge each in its own way."""
    draft = draft_of(TREE)
    first, second = event(draft, BOMBED), replace(event(draft, BOMBING), reality="planned")
    found = pair_features(*pair(draft, first, second))
    assert found["type_ASSAULT"] == 1.0 and found["same_reality"] == 0.0


SENTENCE = """
1 The the DET 2 det _
2 raid raid NOUN 3 nsubj _
3 bombed bomb VERB 0 root _
4 after after ADP 5 case _
5 shelling shelling NOUN 3 obl _
"""


def test_deed_and_its_verb_in_one_sentence_are_attached() -> None:
    """One hangs on the other; two nouns beside each other do not."""
    draft = draft_of(SENTENCE)
    assert pair_features(*pair(draft, event(draft, 1), event(draft, 2)))["attached"] == 1.0
    found = pair_features(*pair(draft, event(draft, 1), event(draft, 4)))
    assert (found["attached"], found["sentence_nouns"], found["attached_nouns"]) == (0.0, 1.0, 0.0)


def test_features_of_one_sentence_are_given_there_only() -> None:
    """In two sentences nothing is attached."""
    assert "attached" not in features({}, {})


def test_different_nouns_of_one_sentence_may_be_one_deed() -> None:
    """A barrage of shelling and airstrikes: the scores decide, whatever their modes."""
    draft = draft_of(SENTENCE)
    assert not are_apart(*pair(draft, event(draft, 1, mode="aerial"), event(draft, 4, mode="abduct")))
    assert not are_apart(*pair(draft, event(draft, 1, mode="aerial"), event(draft, 2, mode="abduct")))


def test_mentions_in_two_sentences_are_not_apart() -> None:
    """There the scores decide."""
    draft = draft_of(TREE)
    assert not are_apart(*pair(draft, event(draft, BOMBING, mode="aerial"), event(draft, ATTACKS, mode="abduct")))


def test_definite_mention_without_news_refers_back() -> None:
    """ "The bombing" alone; with an actor or date of its own, or as "another", it does not."""
    draft = draft_of(TREE)
    assert Told(draft.analysis, event(draft, BOMBING)).refers_back
    assert not Told(draft.analysis, event(draft, BOMBING, actors=("Turkey",))).refers_back
    assert not Told(draft.analysis, event(draft, BOMBING, start="2020")).refers_back
    assert not Told(draft.analysis, event(draft, ATTACKS)).refers_back
    assert not Told(draft.analysis, event(draft, BOMBED)).refers_back


def test_what_only_the_earlier_mention_tells_speaks_against_nothing_that_refers_back() -> None:
    """ "The attack" need not repeat who did it."""
    draft = draft_of(TREE)
    first = event(draft, BOMBED, actors=("Turkey",))
    assert not any(name.endswith("_one") for name in pair_features(*pair(draft, first, event(draft, BOMBING))))
    assert "actor_one" in pair_features(*pair(draft, first, event(draft, AGAIN)))


TOLD = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 bombed bomb VERB Tense=Past 0 root _
3 a a DET 4 det _
4 bakery bakery NOUN 2 obj _

1 Rain rain NOUN 2 nsubj _
2 fell fall VERB Tense=Past 0 root _

1 The the DET 2 det _
2 bombing bombing NOUN Number=Sing 5 nsubj _
3 of of ADP 4 case _
4 bakery bakery NOUN 2 nmod _
5 shook shake VERB 0 root _

1 Another another DET 2 det _
2 bombing bombing NOUN Number=Sing 3 nsubj _
3 hit hit VERB 0 root _
4 school school NOUN 3 obj _
"""


def test_what_is_told_alike_speaks_for_one_event() -> None:
    """Two sentences that share a rare word are more likely about one thing than two that share none."""
    draft = draft_of(TOLD)
    alike = pair_features(*pair(draft, event(draft, 1), event(draft, 7)))
    apart = pair_features(*pair(draft, event(draft, 1), event(draft, 12)))
    assert alike["told_alike"] > apart["told_alike"] == 0.0


def test_what_stands_beside_the_triggers_is_compared() -> None:
    """Of the words right below them, shared ones speak for, and others against, one event."""
    draft = draft_of(TOLD)
    alike = pair_features(*pair(draft, event(draft, 1), event(draft, 7)))
    assert alike["beside_alike"] > 0 and alike["beside_apart"] == 0
    apart = pair_features(*pair(draft, event(draft, 1), event(draft, 12)))
    assert apart["beside_alike"] == 0


def test_the_lead_is_known() -> None:
    """What the first sentences tell is what later ones go back to."""
    draft = draft_of(TOLD)
    found = pair_features(*pair(draft, event(draft, 1), event(draft, 7)))
    assert (found["first_in_lead"], found["second_in_lead"]) == (1.0, 0.0)


@pytest.mark.parametrize(("chance", "told"), [(0.6, {"date_same", "place_equal"}), (0.4, set[str]())])
def test_guessed_dates_and_places_tell_nothing(chance: float, told: set[str]) -> None:
    """What is only likely from around is alike for all that stands there."""
    draft = draft_of(TREE)
    place = PlaceMention(3, 4, 3, Place("p1", "Homs"))
    first, second = (replace(event(draft, at, start="2020-05-04"), places=[place], dated=chance, sited=chance) for at in (BOMBED, AGAIN))
    found = {name for name, value in pair_features(*pair(draft, first, second)).items() if value}
    assert found & {"date_same", "place_equal"} == told


@pytest.mark.parametrize(("chance", "expected"), [(0.6, False), (0.4, True)])
def test_mention_with_a_guessed_date_still_refers_back(chance: float, expected: bool) -> None:
    """ "The bombing" with a date of its own does not."""
    draft = draft_of(TREE)
    assert Told(draft.analysis, replace(event(draft, BOMBING, start="2020-05-04"), dated=chance)).refers_back is expected


RELATIVE = """
1 A a DET 2 det _
2 bombing bombing NOUN Number=Sing 0 root _
3 {pronoun} {pronoun} PRON 4 {subject} _
4 killed kill VERB Tense=Past {head} {relation} _
5 six six NUM 4 obj _
"""


@pytest.mark.parametrize(
    ("pronoun", "subject", "head", "relation", "expected"),
    [
        ("which", "nsubj", 2, "acl:relcl", True),
        ("that", "nsubj", 2, "acl:relcl", True),
        ("they", "nsubj", 2, "acl:relcl", False),
        ("which", "obj", 2, "acl:relcl", False),
        ("which", "nsubj", 2, "conj", False),
    ],
)
def test_a_relative_clause_goes_on_with_its_deed(pronoun: str, subject: str, head: int, relation: str, expected: bool) -> None:
    """ "A bombing which killed six" is one event; "which they feared" tells of another."""
    draft = draft_of(RELATIVE.format(pronoun=pronoun, subject=subject, head=head, relation=relation))
    assert goes_on(draft.analysis, event(draft, 1), event(draft, 3)) is expected


def test_what_is_only_spoken_of_differs_from_what_happened() -> None:
    """Threatened and planned deeds are alike in that; one that happened is not."""
    draft = draft_of(TREE)
    first, second = event(draft, BOMBED), event(draft, AGAIN)
    second.reality = "threatened"
    assert pair_features(*pair(draft, first, second))["unreal_clash"] == 1
    first.reality = "planned"
    assert pair_features(*pair(draft, first, second))["unreal_clash"] == 0


def test_nouns_of_one_deed_and_of_several_are_told_apart() -> None:
    """ "The bombing" and "another attacks"; a verb has no such number."""
    draft = draft_of(TREE)
    assert pair_features(*pair(draft, event(draft, BOMBING), event(draft, ATTACKS)))["number_clash"] == 1
    assert "number_clash" not in pair_features(*pair(draft, event(draft, BOMBED), event(draft, ATTACKS)))


def test_what_refers_back_is_weighed_by_itself() -> None:
    """Distance and wording count anew for a mention that tells nothing of its own."""
    draft = draft_of(TREE)
    found = pair_features(*pair(draft, event(draft, BOMBED), event(draft, BOMBING)))
    assert (found["back"], found["back_next_sentence"], found["back_same_word"]) == (1, 1, 1)
    assert "back" not in pair_features(*pair(draft, event(draft, BOMBED), event(draft, AGAIN)))


@pytest.mark.parametrize(
    ("doer", "reality", "expected"), [("Syria", "threatened", True), ("Turkey", "threatened", False), ("Syria", "happened", False)]
)
def test_another_ones_threat_is_another_deed(doer: str, reality: str, expected: bool) -> None:
    """Who bombed has done it, whatever somebody else threatens; who threatens what he then does is one."""
    draft = draft_of(TREE)
    first, second = event(draft, BOMBED, actors=("Turkey",)), event(draft, ATTACKS, actors=(doer,))
    second.reality = reality
    assert are_apart(*pair(draft, first, second)) is expected
