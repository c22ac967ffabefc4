"""What pairs of reports share."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sayso.dataset.stories.columns import Columns
from sayso.dataset.stories.likeness import kilometres, likeness, same_text, worth_weighing
from sayso.dataset.stories.reports import Report, words
from sayso.knowledge.story_scores import load_story_scores
from tests.dataset.stories.reports import PARTIES, SENTENCE, day, report, undated

PAIR = np.array([[0, 1]])


def features(one: Report, other: Report) -> dict[str, float]:
    found = {name: float(column[0]) for name, column in likeness(Columns.of([one, other]), PAIR).items()}
    assert found == {name: float(column[0]) for name, column in likeness(Columns.of([other, one]), PAIR).items()}
    return found


def test_the_same_told_twice() -> None:
    """Everything is shared and nothing clashes."""
    found = features(report("a/e1"), report("b/e1"))
    assert found["around"] == pytest.approx(1.0)
    assert all(found[name] == 1 for name in ("same_word", "actor_shared", "recipient_shared", "place_shared", "day_same", "toll_equal"))
    assert not any(value for name, value in found.items() if name.endswith("_clash"))


def test_every_weight_has_its_feature() -> None:
    """The file names no feature that is not reckoned, and leaves none out."""
    assert load_story_scores().weights.keys() == features(report("a/e1"), report("b/e1")).keys()


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"mode": "aerial"}, "mode_clash"),
        ({"point": (53.0, 4.0)}, "far"),
        ({"tolls": {"killed": (40, None)}}, "toll_clash"),
        ({"parties": replace(PARTIES, sides={"BEL"})}, "side_clash"),
        ({"first": day("2024-03-05")}, "day_next"),
        ({"first": day("2024-03-07")}, "day_apart"),
    ],
)
def test_what_differs(changes: dict[str, object], name: str) -> None:
    """What is known of both and differs is a clash; what one does not say is none."""
    assert features(report("a/e1"), report("b/e1", **changes))[name] == 1
    assert features(report("a/e1"), report("b/e1"))[name] == 0


def test_who_speaks_tells_acts_in_words_apart() -> None:
    """Two accusations by two countries are two; of a bombing its doers may be told differently."""
    others = replace(PARTIES, actors={"bramme"}, doers={"BEL"})
    assert features(report("a/e1", type="ACCUSE"), report("b/e1", type="ACCUSE", parties=others))["voice_clash"] == 1
    assert features(report("a/e1"), report("b/e1", parties=others))["voice_clash"] == 0


def test_other_people_act() -> None:
    """Two persons who resign are two resignations."""
    one, other = (report(f"{name}/e1", parties=replace(PARTIES, actors={name}, people={name})) for name in ("ada", "ben"))
    assert features(one, other)["person_clash"] == 1


def test_open_bounds_do_not_clash() -> None:
    """At least ten and fourteen may both hold."""
    assert features(report("a/e1"), report("b/e1", tolls={"killed": (10, None)}))["toll_clash"] == 0


def test_a_single_victim_tells_nothing() -> None:
    """That one was killed in both is no sign."""
    one, other = (report(f"{n}/e1", tolls={"killed": (1, 1)}) for n in "ab")
    assert features(one, other)["toll_equal"] == 0


def test_old_and_undated() -> None:
    """What is dated to long before the other's article is marked, in whichever order."""
    assert features(report("a/e1"), undated("b/e1", "2024-06-01"))["one_old"] == 1
    assert features(report("a/e1"), undated("b/e1", "2024-03-20"))["one_old"] == 0


def test_a_place_without_a_point_is_not_far() -> None:
    """Nothing is known of how far it lies from anywhere."""
    assert features(report("a/e1"), report("b/e1", point=None))["far"] == 0


def test_modes_that_nobody_tells_do_not_clash() -> None:
    """Neither one that is told and one that is not."""
    assert [features(report("a/e1", mode=mode), report("b/e1", mode=None))["mode_clash"] for mode in ("aerial", None)] == [0, 0]


def test_articles_without_a_date() -> None:
    """Nothing is said of how far apart they are."""
    found = features(undated("a/e1", None), undated("b/e1", "2024-03-20"))
    assert found["unpublished"] == 1 and found["published_apart"] == 0


def test_what_is_worth_weighing() -> None:
    """Countries that differ are not, nor two that share neither name, place nor words."""
    lone = report("b/e1", parties=replace(PARTIES, named=set(), places=set()), around=words("Omega"))
    others = [report("b/e1"), report("b/e1", countries=frozenset({"BEL"})), lone]
    assert [worth_weighing(Columns.of([report("a/e1"), other]), PAIR).tolist() for other in others] == [[[0, 1]], [], []]


def test_almost_one_text() -> None:
    """A word more does not make another text; a short one is none that could be known again."""
    assert same_text(words(SENTENCE), words(SENTENCE + " today again"), least=8)
    assert not same_text(words(SENTENCE), words("Gunmen raided villages along rivers yesterday, burning granaries everywhere"), least=8)
    assert not same_text({"a"}, {"a"}, least=8)


def test_kilometres_across_the_date_line() -> None:
    """The shorter way counts."""
    assert kilometres(np.array([[0.0, 179.9]]), np.array([[0.0, -179.9]]))[0] == pytest.approx(22.2, abs=0.5)
