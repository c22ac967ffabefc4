"""Candidates for roles and how they are weighed."""

from __future__ import annotations

import pytest

from sayso.coding.arguments import candidates, fill_roles
from sayso.coding.draft import Draft
from sayso.coding.events import gather
from sayso.coding.scene import Scene
from sayso.knowledge.event_scores import EventScores, load_event_scores
from sayso.language.analysis import Argument
from tests.coding.event_support import draft_of, names

SHELLED = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 shelled shell VERB Tense=Past|VerbForm=Fin 0 root _
3 bases base NOUN 2 obj _
4 of of ADP 5 case _
5 rebels rebel NOUN 3 nmod Actor=rebels
6 , , PUNCT 2 punct _
7 Iran Iran PROPN 2 parataxis Actor=Iran
"""


def _suggested(draft: Draft, role: str, arguments: list[Argument]) -> dict[str, tuple[bool, float]]:
    scene = Scene(draft)
    (found,) = gather(scene, load_event_scores())
    return {c.mention.actor.name: (c.frame, c.model) for c in candidates(scene, found, role, arguments)}


def test_the_frame_suggests_subject_and_object() -> None:
    """The actor named inside the object is hit: "bases of rebels"."""
    draft = draft_of(SHELLED)
    assert _suggested(draft, "actor", []) == {"Turkey": (True, 0.0)}
    assert _suggested(draft, "recipient", []) == {"rebels": (True, 0.0)}


def test_the_model_suggests_others() -> None:
    """Words that the model scores for a role become candidates with that score."""
    found = _suggested(draft_of(SHELLED), "actor", [Argument(1, 6, "actor", 0.75), Argument(1, 0, "actor", 0.5)])
    assert found == {"Turkey": (True, 0.5), "Iran": (False, 0.75)}


def test_one_actor_is_one_candidate() -> None:
    """Several words of one actor add no second candidate; the best score counts."""
    found = _suggested(draft_of(SHELLED), "actor", [Argument(1, 0, "actor", 0.3), Argument(1, 0, "actor", 0.8)])
    assert found == {"Turkey": (True, 0.8)}


def test_other_roles_suggest_nobody() -> None:
    """A place is no actor."""
    assert "Iran" not in _suggested(draft_of(SHELLED), "actor", [Argument(1, 6, "place", 0.9)])


@pytest.mark.parametrize("score", [0.0, 0.2, 0.6, 1.0])
def test_a_frames_actor_stands_whatever_others_score(score: float) -> None:
    """A clear subject is an actor also when the model prefers somebody else."""
    draft = draft_of(SHELLED)
    draft.analysis.arguments = [Argument(1, 0, "actor", 0.9), Argument(1, 6, "actor", score)]
    (found,) = gather(Scene(draft), load_event_scores())
    assert "Turkey" in names(found.event.actors)


def test_words_that_name_nobody_are_no_candidates() -> None:
    """The model may score any word; only mentions of actors count."""
    assert set(_suggested(draft_of(SHELLED), "actor", [Argument(1, 5, "actor", 0.9)])) == {"Turkey"}


MINISTERS = """
1 ministers minister NOUN 7 nsubj Actor=ministers
2 from from ADP 3 case _
3 Turkey Turkey PROPN 1 nmod Actor=Turkey
4 , , PUNCT 5 punct _
5 Syria Syria PROPN 3 conj Actor=Syria
6 , , PUNCT 7 punct _
7 met meet VERB Tense=Past|VerbForm=Fin 0 root _
"""


@pytest.mark.parametrize(("ministers", "sides"), [(0.9, {"ministers"}), (0.3, {"ministers", "Turkey", "Syria"})])
def test_a_list_inside_a_phrase_belongs_to_its_head(ministers: float, sides: set[str]) -> None:
    """Of "ministers from Turkey, Syria" the ministers met, unless the model is surer of both countries."""
    arguments = [Argument(6, 0, "actor", ministers), Argument(6, 2, "actor", 0.9), Argument(6, 4, "actor", 0.9)]
    assert set(_suggested(draft_of(MINISTERS), "actor", arguments)) == sides


BY_MODEL = EventScores(weights={}, types={}, merging={}, parts={"actor": {"model": 1.0}, "recipient": {"model": 1.0}}, keep=0.0, weak=0.0)
"""Weights by which everybody is as likely as the model says."""
TOGETHER = """
1 Forces force NOUN 2 nsubj _
2 shelled shell VERB Tense=Past|VerbForm=Fin 0 root _
3 bases base NOUN 2 obj _
4 , , PUNCT 2 punct _
5 Iran Iran PROPN 2 parataxis Actor=Iran
6 , , PUNCT 5 punct _
7 Russia Russia PROPN {other} Actor=Russia
8 and and CCONJ 9 cc _
9 Syria Syria PROPN {other} Actor=Syria
"""


def doers(iran: float, russia: float, syria: float, *, other: str = "5 conj") -> list[str]:
    """Who shelled, by the scores of three that the frame does not name."""
    draft = draft_of(TOGETHER.format(other=other))
    scene = Scene(draft)
    (found,) = gather(scene, load_event_scores())
    arguments = [Argument(1, at, "actor", score) for at, score in ((4, iran), (6, russia), (8, syria))]
    fill_roles(scene, found, arguments, BY_MODEL)
    return names(found.event.actors)


def test_who_is_joined_to_one_that_is_taken_is_taken() -> None:
    """Though he is not so likely by himself."""
    assert doers(0.9, 0.6, 0.1) == ["Iran", "Russia"]


def test_who_is_not_joined_to_one_that_is_taken_is_not() -> None:
    """He is not likely enough by himself."""
    assert doers(0.9, 0.6, 0.1, other="2 parataxis") == ["Iran"]


def test_who_is_joined_but_unlikely_is_not_taken() -> None:
    """Being joined is not everything."""
    assert doers(0.9, 0.3, 0.1) == ["Iran"]


@pytest.mark.parametrize(("scores", "taken"), [((0.6, 0.9, 0.1), {"Iran", "Russia"}), ((0.1, 0.9, 0.6), {"Russia", "Syria"})])
def test_it_does_not_matter_which_of_the_joined_is_taken(scores: tuple[float, float, float], taken: set[str]) -> None:
    """The first brings in the later ones, these the first and each other."""
    assert set(doers(*scores)) == taken


def test_the_best_brings_in_who_is_joined_to_him() -> None:
    """Where nobody is likely."""
    assert doers(0.62, 0.6, 0.1) == ["Iran", "Russia"]


MEETING = """
1 Iran Iran PROPN 2 nsubj Actor=Iran
2 {verb} VERB Tense=Past|VerbForm=Fin 0 root _
3 bases base NOUN 2 obj _
4 , , PUNCT 2 punct _
5 Russia Russia PROPN 2 parataxis Actor=Russia
6 , , PUNCT 2 punct _
7 Syria Syria PROPN 2 parataxis Actor=Syria
"""


def sides(russia: float, syria: float = 0.1, *, iran: float = 0.9, verb: str = "negotiated negotiate") -> list[str]:
    """Who takes part as an actor, by the scores of three of whom the frame names the first."""
    draft = draft_of(MEETING.format(verb=verb))
    scene = Scene(draft)
    (found,) = gather(scene, load_event_scores())
    arguments = [Argument(1, at, "actor", score) for at, score in ((0, iran), (4, russia), (6, syria))]
    fill_roles(scene, found, arguments, BY_MODEL)
    return names(found.event.actors)


@pytest.mark.parametrize(("russia", "expected"), [(0.51, ["Iran", "Russia"]), (0.48, ["Iran"])])
def test_the_other_side_of_a_mutual_event_need_not_be_as_likely(russia: float, expected: list[str]) -> None:
    """Somebody has to be it; but nobody is taken who is rather not."""
    assert sides(russia) == expected


def test_the_likeliest_is_the_other_side() -> None:
    """And he alone."""
    assert sides(0.52, 0.6) == ["Iran", "Syria"]


def test_two_known_sides_want_no_third() -> None:
    """Whoever else is not so likely stays out."""
    assert sides(0.9, 0.6) == ["Iran", "Russia"]


def test_an_event_that_is_not_mutual_wants_no_other_side() -> None:
    """One shells alone."""
    assert sides(0.6, verb="shelled shell") == ["Iran"]


CLAIM = """
1 Rebels rebel NOUN 2 nsubj Actor=Rebels
2 {verb} VERB 0 root _
3 responsibility responsibility NOUN 2 obj _
4 for for ADP 5 case _
5 raids raid NOUN 3 nmod _
6 {negation}
"""


@pytest.mark.parametrize(
    ("verb", "negation", "expected"),
    [
        ("claimed claim", "today today NOUN 2 obl _", {"Rebels"}),
        ("claimed claim", "not not PART 2 advmod _", set()),
        ("denied deny", "today today NOUN 2 obl _", set()),
    ],
)
def test_who_disowns_a_deed_is_no_candidate_for_its_actor(verb: str, negation: str, expected: set[str]) -> None:
    """By denying it or by not claiming it, whatever the model says."""
    scene = Scene(draft_of(CLAIM.format(verb=verb, negation=negation)))
    raids = next(found for found in gather(scene, load_event_scores()) if found.event.trigger == 4)
    assert {c.mention.actor.name for c in candidates(scene, raids, "actor", [Argument(4, 0, "actor", 0.9)])} == expected


def test_who_disowns_a_deed_may_have_suffered_it() -> None:
    """Only its actor he is not."""
    scene = Scene(draft_of(CLAIM.format(verb="denied deny", negation="today today NOUN 2 obl _")))
    raids = next(found for found in gather(scene, load_event_scores()) if found.event.trigger == 4)
    assert [c.mention.actor.name for c in candidates(scene, raids, "recipient", [])] == ["Rebels"]
