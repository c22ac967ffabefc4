"""Mentions of one happening become one event."""

from __future__ import annotations

import dataclasses
import math

import pytest

from sayso.coding import merging
from sayso.coding.draft import Draft, EventDraft, StatementDraft, TollDraft
from sayso.coding.merging import _merge, merge_events
from sayso.coding.sameness import pair_features
from sayso.knowledge.event_scores import EventScores
from tests.coding.event_support import draft_of, names, pair, role

SCORES = EventScores(
    weights={},
    types={},
    merging={"bias": -1.0, "definite": 1.0, "same_word": 1.0, "recipient_equal": 1.0, "actor_equal": 1.0, "date_clash": -3.0},
    parts={"actor": {}, "recipient": {}},
    keep=0.5,
    weak=0.2,
)

TWICE = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 bombed bomb VERB Tense=Past 0 root _
3 rebels rebel NOUN 2 obj Actor=rebels

1 The the DET 2 det _
2 bombing bombing NOUN 3 nsubj _
3 shocked shock VERB Tense=Past 0 root _
4 Iran Iran PROPN 3 obj Actor=Iran
"""


@pytest.fixture(autouse=True)
def _plain_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests are about merging, not about the weights of the day."""
    monkeypatch.setattr(merging, "load_event_scores", _weights)


def _weights() -> EventScores:
    """The weights of these tests."""
    return SCORES


def _event(trigger: int, sentence: int, type: str = "ASSAULT", confidence: float = 0.9) -> EventDraft:
    return EventDraft(type, None, trigger, (trigger, trigger + 1), confidence=confidence, evidence=[sentence])


def _draft() -> tuple[Draft, EventDraft, EventDraft]:
    draft = draft_of(TWICE)
    first, second = _event(1, 0), _event(4, 1)
    first.actors, first.recipients = [role(draft, "Turkey")], [role(draft, "rebels")]
    draft.events = [first, second]
    return draft, first, second


def test_a_definite_noun_goes_back_to_the_deed() -> None:
    """ "The bombing" after "bombed" is the same event with two pieces of evidence."""
    draft, first, second = _draft()
    first.recipients.append(role(draft, "Iran"))
    second.recipients = list(first.recipients)
    merge_events(draft)
    assert [e.evidence for e in draft.events] == [[0, 1]]
    assert names(draft.events[0].actors) == ["Turkey"]


def test_types_part_events() -> None:
    """A bombing and an arrest are never one event."""
    draft, _, second = _draft()
    second.type = "COERCE"
    merge_events(draft)
    assert len(draft.events) == 2


def test_dates_speak_against() -> None:
    """Mentions with clashing dates are less alike than mentions without."""
    draft, first, second = _draft()
    plain = pair_features(*pair(draft, first, second))
    first.start, second.start = "2020-01-01", "2021-05-06"
    assert pair_features(*pair(draft, first, second))["date_clash"] == 1.0
    assert "date_clash" not in plain


@pytest.mark.parametrize(
    ("first", "second", "feature"),
    [("2020-01", "2020-01-05", "date_same"), ("2020-01-05", "2020-01-05", "date_same"), (None, "2020", "date_one")],
)
def test_dates_of_different_grain_agree(first: str | None, second: str, feature: str) -> None:
    """A month holds its days."""
    draft, one, two = _draft()
    one.start, two.start = first, second
    assert pair_features(*pair(draft, one, two))[feature] == 1.0


def test_shared_actors_are_told_from_clashing_ones() -> None:
    """The same actor, a partly shared list and another actor are three things."""
    draft, first, second = _draft()
    second.actors = [role(draft, "Turkey")]
    assert "actor_equal" in pair_features(*pair(draft, first, second))
    second.actors.append(role(draft, "Iran"))
    assert "actor_shared" in pair_features(*pair(draft, first, second))
    second.actors = [role(draft, "Iran")]
    assert "actor_clash" in pair_features(*pair(draft, first, second))


def test_weak_mentions_are_dropped() -> None:
    """What is too improbable is not listed."""
    draft, first, second = _draft()
    first.confidence = second.confidence = 0.01
    merge_events(draft)
    assert draft.events == []


def test_links_follow_the_merged_event() -> None:
    """What was about the second mention is about the event that it became part of."""
    draft, first, second = _draft()
    first.recipients.append(role(draft, "Iran"))
    second.recipients = list(first.recipients)
    accusation = _event(6, 1, type="ACCUSE")
    accusation.about = [second]
    statement = StatementDraft(None, None, [], "indirect", "say", about=[second])
    draft.events.append(accusation)
    draft.statements.append(statement)
    merge_events(draft)
    assert accusation.about == [first]
    assert statement.about == [first]


def test_links_to_dropped_events_go() -> None:
    """Nothing points to an event that is not listed."""
    draft, first, second = _draft()
    second.type, second.confidence = "COERCE", 0.01
    first.about = [second]
    merge_events(draft)
    assert draft.events == [first]
    assert first.about == []


def test_tolls_are_kept_once() -> None:
    """The same toll told twice is one toll, another toll is added."""
    draft, first, second = _draft()
    first.recipients.append(role(draft, "Iran"))
    second.recipients = list(first.recipients)
    first.tolls = [TollDraft("killed", 6, 6, None, (0, 1))]
    second.tolls = [TollDraft("killed", 6, 6, None, (5, 6)), TollDraft("injured", 81, None, None, (7, 8))]
    merge_events(draft)
    assert [(t.kind, t.min) for t in draft.events[0].tolls] == [("killed", 6), ("injured", 81)]


def test_what_is_empty_is_filled() -> None:
    """Date and roles of a later mention fill the gaps of the first."""
    draft, first, second = _draft()
    first.recipients = []
    second.recipients, second.start = [role(draft, "rebels")], "2020-01-01"
    second.actors = [role(draft, "Turkey")]
    merge_events(draft)
    assert [(e.start, names(e.recipients)) for e in draft.events] == [("2020-01-01", ["rebels"])]


@pytest.mark.parametrize(("chance", "start"), [(0.9, "2020-01-02"), (0.3, "2020-01")])
def test_surer_date_is_kept(chance: float, start: str) -> None:
    """Whichever mention has it."""
    draft, first, second = _draft()
    second.recipients, second.actors = [role(draft, "rebels")], [role(draft, "Turkey")]
    first.start, first.dated, second.start, second.dated = "2020-01", 0.6, "2020-01-02", chance
    merge_events(draft)
    assert [event.start for event in draft.events] == [start]


def test_clashing_dates_keep_events_apart() -> None:
    """The same words about another day are another event."""
    draft, first, second = _draft()
    second.actors, second.recipients = list(first.actors), list(first.recipients)
    first.start, second.start = "2020-01-01", "2021-05-06"
    merge_events(draft)
    assert len(draft.events) == 2


def test_the_more_probable_mention_gives_the_trigger() -> None:
    """A much better later mention names the event; evidence stays with both."""
    draft, first, second = _draft()
    second.actors, second.recipients = list(first.actors), list(first.recipients)
    first.confidence, second.confidence = 0.3, 0.9
    merge_events(draft)
    (event,) = draft.events
    assert (event.trigger, event.evidence) == (second.trigger, [0, 1])
    assert event.confidence == pytest.approx(0.9)


def test_nothing_to_merge() -> None:
    """A draft without events stays without."""
    draft, _, _ = _draft()
    draft.events = []
    merge_events(draft)
    assert draft.events == []


def test_an_event_is_as_sure_as_all_its_mentions_make_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """What may have been told before has less of a chance, and is left out when that is too small."""
    doubtful = dataclasses.replace(SCORES, listed={"new": 1.0, "bias": 0.5})
    monkeypatch.setattr(merging, "load_event_scores", lambda: doubtful)
    draft, first, second = _draft()
    second.actors = [role(draft, "Iran")]
    merge_events(draft)
    assert draft.events == [first]
    assert first.confidence == pytest.approx(1 / (1 + math.exp(-0.5)))


@pytest.mark.parametrize(("bias", "expected"), [(-1.0, True), (-3.0, False)])
def test_what_is_about_an_unlisted_deed_is_about_the_one_that_it_may_be(monkeypatch: pytest.MonkeyPatch, bias: float, expected: bool) -> None:
    """Who condemns "the attack" condemns that; where it is like none, its link is lost."""
    doubtful = dataclasses.replace(SCORES, merging={"bias": bias}, listed={"new": 9.0, "bias": 1.0, "once": -1.0, "type_ACCUSE": 9.0, "lead": 1.0})
    monkeypatch.setattr(merging, "load_event_scores", lambda: dataclasses.replace(doubtful, keep=0.7))
    draft, first, second = _draft()
    verbal = _event(5, 1, type="ACCUSE")
    verbal.about = [second]
    draft.events.append(verbal)
    merge_events(draft)
    assert second not in draft.events
    assert (verbal.about == [first]) is expected
    assert first.alluded == ([second.trigger] if expected else [])


def test_the_chance_of_being_new_comes_from_all_groups_before() -> None:
    """The first is surely new; the second as far as it is unlike the first."""
    draft, first, second = _draft()
    groups = merging.cluster(draft.analysis, [second, first], dataclasses.replace(SCORES, merge=99.0))
    assert [group.told[0].event for group in groups] == [first, second]
    likeness = SCORES.sameness(pair_features(*pair(draft, first, second)))
    assert groups[0].new == 1.0
    assert groups[1].new == pytest.approx(1 / (1 + math.exp(likeness)))


def _merged(first: EventDraft, second: EventDraft, draft: Draft) -> EventDraft:
    """Both mentions folded into the first."""
    _merge(draft.analysis, first, second)
    return first


def test_nobody_comes_to_stand_on_both_sides_by_merging() -> None:
    """Who was hit by the earlier mention did not do it by the later one."""
    draft, first, second = _draft()
    first.actors = []
    second.actors = [role(draft, "rebels")]
    assert _merged(first, second, draft).actors == []


def test_a_guess_yields_to_what_a_later_mention_tells() -> None:
    """The second mention names the doer for sure."""
    draft, first, second = _draft()
    first.actors[0].chance = 0.4
    second.actors = [role(draft, "Iran")]
    assert names(_merged(first, second, draft).actors) == ["Iran"]


def test_what_is_likely_stays_though_a_later_mention_names_others() -> None:
    """The first mention tells."""
    draft, first, second = _draft()
    first.actors[0].chance = 0.7
    second.actors = [role(draft, "Iran")]
    assert names(_merged(first, second, draft).actors) == ["Turkey"]


def test_a_guess_stays_where_nobody_else_is_named() -> None:
    """Better a guess than nothing."""
    draft, first, second = _draft()
    first.actors[0].chance = 0.4
    assert names(_merged(first, second, draft).actors) == ["Turkey"]


BACK = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 bombed bomb VERB Tense=Past 0 root _
3 rebels rebel NOUN 2 obj Actor=rebels

1 Iran Iran PROPN 2 nsubj Actor=Iran
2 shelled shell VERB Tense=Past 0 root _
3 Syria Syria PROPN 2 obj Actor=Syria

1 The the DET 2 det _
2 attack attack NOUN Number=Sing 3 nsubj _
3 failed fail VERB Tense=Past 0 root _
"""


@pytest.mark.parametrize(("firsts_lead", "evidence"), [(0.4, [[0], [1, 2]]), (0.6, [[0, 2], [1]])])
def test_the_attack_is_the_last_one_told(monkeypatch: pytest.MonkeyPatch, firsts_lead: float, evidence: list[list[int]]) -> None:
    """Of events that fit about as well, it is the nearest; one that fits much better is meant wherever it stands."""
    weights = {"bias": -5.0, "back": 6.0, "distance": firsts_lead / (math.log(3) - math.log(2))}
    monkeypatch.setattr(merging, "load_event_scores", lambda: dataclasses.replace(SCORES, merging=weights))
    draft = draft_of(BACK)
    draft.events = [_event(1, 0), _event(4, 1), _event(7, 2)]
    for event, doer, hit in zip(draft.events, ("Turkey", "Iran"), ("rebels", "Syria"), strict=False):
        event.actors, event.recipients = [role(draft, doer)], [role(draft, hit)]
    merge_events(draft)
    assert [event.evidence for event in draft.events] == evidence


def test_a_relative_clause_stays_with_its_deed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever else speaks against it."""
    monkeypatch.setattr(merging, "load_event_scores", lambda: dataclasses.replace(SCORES, merging={"bias": -9.0}))
    draft = draft_of(
        """
1 A a DET 2 det _
2 bombing bombing NOUN Number=Sing 0 root _
3 which which PRON 4 nsubj _
4 killed kill VERB Tense=Past 2 acl:relcl _
5 rebels rebel NOUN 4 obj Actor=rebels
"""
    )
    draft.events = [_event(1, 0), _event(3, 0)]
    merge_events(draft)
    assert len(draft.events) == 1


ONCE = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 bombed bomb VERB Tense=Past 0 root _
3 rebels rebel NOUN 2 obj Actor=rebels
4 in in ADP 6 case _
5 an an DET 6 det _
6 attack attack NOUN 2 obl _
7 by by ADP 8 case _
8 Iran Iran PROPN 6 nmod Actor=Iran
9 on on ADP 10 case _
10 guards guard NOUN 6 nmod Actor=guards
"""


def _once(first: float, second: float) -> EventDraft:
    """Two mentions of one sentence, folded into one: Turkey bombs rebels, Iran attacks guards, each so surely."""
    draft = draft_of(ONCE)
    bombing, attack = _event(1, 0), _event(5, 0)
    bombing.actors, bombing.recipients = [role(draft, "Turkey")], [role(draft, "rebels")]
    attack.actors, attack.recipients = [role(draft, "Iran")], [role(draft, "guards")]
    for event, chance in ((bombing, first), (attack, second)):
        for one in event.actors + event.recipients:
            one.chance = chance
    return _merged(bombing, attack, draft)


@pytest.mark.parametrize(
    ("first", "second", "sides"), [(0.7, 0.9, (["Iran"], ["guards"])), (0.9, 0.7, (["Turkey"], ["rebels"])), (0.7, 0.7, (["Turkey"], ["rebels"]))]
)
def test_of_two_mentions_in_one_sentence_the_likelier_roles_are_kept(first: float, second: float, sides: tuple[list[str], list[str]]) -> None:
    """Both tell the same; where they are as likely, the first is kept."""
    event = _once(first, second)
    assert (names(event.actors), names(event.recipients)) == sides


def test_of_two_mentions_in_two_sentences_the_earlier_roles_are_kept() -> None:
    """However sure the later ones are, unless the earlier ones were guessed."""
    draft, first, second = _draft()
    first.actors[0].chance, second.actors = 0.7, [role(draft, "Iran")]
    second.actors[0].chance = 0.9
    assert names(_merged(first, second, draft).actors) == ["Turkey"]


def test_a_mention_without_roles_takes_none_away() -> None:
    """Not even in the same sentence."""
    draft = draft_of(ONCE)
    bombing, attack = _event(1, 0), _event(5, 0)
    bombing.actors = [role(draft, "Turkey")]
    bombing.actors[0].chance = 0.2
    assert names(_merged(bombing, attack, draft).actors) == ["Turkey"]
