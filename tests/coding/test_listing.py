"""What speaks for an event being worth listing."""

from __future__ import annotations

import math

import pytest

from sayso.coding.draft import Draft, EventDraft, TollDraft
from sayso.coding.listing import Group, listing_features
from sayso.coding.sameness import Told
from sayso.knowledge.event_scores import log_odds
from tests.coding.event_support import draft_of, role

TEXT = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 bombed bomb VERB Tense=Past 0 root _
3 rebels rebel NOUN 2 obj Actor=rebels
4 after after ADP 5 case _
5 shelling shelling NOUN 2 obl _

1 The the DET 2 det _
2 bombing bombing NOUN 3 nsubj _
3 shocked shock VERB Tense=Past 0 root _
4 Iran Iran PROPN 3 obj Actor=Iran

1 It it PRON 2 nsubj _
2 met meet VERB Tense=Past 0 root _
3 envoys envoy NOUN 2 obj _
"""
BOMBED, SHELLING, BOMBING, MET = 1, 4, 6, 10


@pytest.fixture
def draft() -> Draft:
    """Three sentences: a bombing and a shelling, the bombing again, a meeting."""
    return draft_of(TEXT)


def _event(trigger: int, type: str = "ASSAULT", confidence: float = 0.8, reality: str = "happened", source: str = "frame") -> EventDraft:
    return EventDraft(type, None, trigger, (trigger, trigger + 1), confidence=confidence, reality=reality, source=source)


def _group(draft: Draft, *events: EventDraft, new: float = 1.0) -> Group:
    group = Group([], new)
    for event in events:
        group.add(Told(draft.analysis, event))
    return group


def _features(draft: Draft, *groups: Group) -> list[dict[str, float]]:
    return listing_features(draft.analysis, list(groups))


def test_the_surest_mention_counts_and_the_next_sure(draft: Draft) -> None:
    """Whichever comes first in the text."""
    (found,) = _features(draft, _group(draft, _event(BOMBED, confidence=0.6), _event(BOMBING, confidence=0.9)))
    assert (found["surest"], found["again"]) == (log_odds(0.9), log_odds(0.6))
    assert (found["once"], found["mentions"]) == (0.0, math.log(2))


def test_what_is_told_once_has_no_second_mention(draft: Draft) -> None:
    """And says so."""
    (found,) = _features(draft, _group(draft, _event(BOMBED)))
    assert (found["once"], found["again"], found["mentions"]) == (1.0, 0.0, 0.0)


@pytest.mark.parametrize(("new", "expected"), [(1.0, 0.0), (0.5, math.log(0.5)), (0.0, math.log(0.01))])
def test_what_may_have_been_told_before_is_less_new(draft: Draft, new: float, expected: float) -> None:
    """By the chance that no group before it is the same; beyond one in a hundred it does not matter."""
    (found,) = _features(draft, _group(draft, _event(BOMBED), new=new))
    assert found["new"] == pytest.approx(expected)


def test_events_of_one_sentence_stand_beside_each_other(draft: Draft) -> None:
    """Those of other sentences do not; the less sure of one type is outshone."""
    first, second, third = _features(
        draft, _group(draft, _event(BOMBED)), _group(draft, _event(SHELLING, confidence=0.5)), _group(draft, _event(MET, "CONSULT"))
    )
    assert [one["beside"] for one in (first, second, third)] == [math.log(2), math.log(2), 0.0]
    assert [one["beside_of_type"] for one in (first, second, third)] == [1.0, 1.0, 0.0]
    assert [one["outshone"] for one in (first, second, third)] == [0.0, 1.0, 0.0]


def test_another_type_in_the_sentence_does_not_outshine(draft: Draft) -> None:
    """An arrest beside a bombing."""
    first, _ = _features(draft, _group(draft, _event(BOMBED, confidence=0.5)), _group(draft, _event(SHELLING, "COERCE", 0.9)))
    assert (first["beside_of_type"], first["outshone"]) == (0.0, 0.0)


def test_events_of_the_article_and_of_the_type_are_counted(draft: Draft) -> None:
    """Two of three are assaults."""
    found = _features(draft, _group(draft, _event(BOMBED)), _group(draft, _event(SHELLING)), _group(draft, _event(MET, "CONSULT")))
    assert [one["of_type"] for one in found] == pytest.approx([math.log(3), math.log(3), math.log(2)])
    assert [one["events"] for one in found] == pytest.approx([math.log(4)] * 3)
    assert [one["sentences"] for one in found] == pytest.approx([math.log(3)] * 3)


def test_where_it_is_told_first_counts(draft: Draft) -> None:
    """The first two sentences lead."""
    early, late = _features(draft, _group(draft, _event(BOMBED), _event(BOMBING)), _group(draft, _event(MET, "CONSULT")))
    assert (early["lead"], early["late"]) == (1.0, 0.0)
    assert (late["lead"], late["late"]) == (0.0, pytest.approx(math.log(3)))


def test_type_and_reality_of_the_first_mention_are_named(draft: Draft) -> None:
    """One of each."""
    (found,) = _features(draft, _group(draft, _event(BOMBED, reality="planned"), _event(BOMBING)))
    assert [name for name in found if name.startswith(("type_", "reality_"))] == ["type_ASSAULT", "reality_planned"]


def test_fields_that_any_mention_fills_are_told(draft: Draft) -> None:
    """An actor from the one, a toll from the other."""
    one, other = _event(BOMBED), _event(BOMBING)
    one.actors, other.tolls, other.start = [role(draft, "Turkey")], [TollDraft("killed", 1, 1, "one", (0, 3))], "2024-01-02"
    (found,) = _features(draft, _group(draft, one, other))
    names = ("has_actor", "has_recipient", "has_date", "has_place", "has_toll", "is_told_of")
    assert [found[name] for name in names] == [1, 0, 1, 0, 1, 0]


def test_nouns_and_what_the_model_alone_saw_are_told(draft: Draft) -> None:
    """Half of the mentions are nouns, one has a frame."""
    (found,) = _features(draft, _group(draft, _event(BOMBED), _event(BOMBING, source="model")))
    assert (found["nouns"], found["model_alone"]) == (0.5, 0.0)
    (found,) = _features(draft, _group(draft, _event(BOMBING, source="model")))
    assert (found["nouns"], found["model_alone"]) == (1.0, 1.0)


def test_an_article_without_events_has_nothing_to_list(draft: Draft) -> None:
    """No groups, no features."""
    assert _features(draft) == []
