"""Dating of events."""

from __future__ import annotations

import pytest

from sayso.coding.draft import Draft, EventDraft, StatementDraft, TimeMention
from sayso.coding.setting import set_in_time, share_dates
from sayso.language.analysis import Argument
from sayso.record import Time
from tests.coding.event_support import draft_of, role

TREE = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 condemned condemn VERB Tense=Past 0 root _
3 it it PRON 2 obj _
4 Monday Monday PROPN 2 obl _

1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 demanded demand VERB Tense=Past 0 root _
3 aid aid NOUN 2 obj _
"""


def _draft() -> Draft:
    draft = draft_of(TREE)
    draft.times = [TimeMention(3, 4, Time("t1", draft.analysis.span(3, 4), "date", "2020-05-04", "2020-05-04", "2020-05-04"))]
    return draft


def _event(draft: Draft, trigger: int, type: str) -> EventDraft:
    event = EventDraft(type, None, trigger, (trigger, trigger + 1), evidence=[draft.analysis.tokens[trigger].sentence])
    event.actors = [role(draft, "Turkey")]
    draft.events.append(event)
    return event


def test_the_tree_dates_an_event() -> None:
    """The weekday beside the verb dates it."""
    draft = _draft()
    event = _event(draft, 1, "ACCUSE")
    set_in_time(draft, event, [])
    assert (event.start, event.time) == ("2020-05-04", draft.times[0])


@pytest.mark.parametrize(("score", "start"), [(0.9, "2020-05-04"), (0.2, None)])
def test_the_model_dates_what_the_tree_does_not(score: float, start: str | None) -> None:
    """A sure word of the model reaches over sentences, an unsure one does not."""
    draft = _draft()
    event = _event(draft, 5, "REQUEST")
    set_in_time(draft, event, [Argument(5, 3, "time", score)])
    assert event.start == start


def test_an_actors_next_act_of_speech_shares_the_date() -> None:
    """Who condemned on Monday and then demanded did both on Monday."""
    draft = _draft()
    first, second = _event(draft, 1, "ACCUSE"), _event(draft, 5, "REQUEST")
    first.start = first.end = "2020-05-04"
    share_dates(draft)
    assert (second.start, second.end) == ("2020-05-04", "2020-05-04")


def test_deeds_share_no_dates() -> None:
    """An assault is not dated by what was said before."""
    draft = _draft()
    first, second = _event(draft, 1, "ACCUSE"), _event(draft, 5, "ASSAULT")
    first.start = "2020-05-04"
    share_dates(draft)
    assert second.start is None


def test_others_share_no_dates() -> None:
    """Another actor's act keeps its own silence about time."""
    draft = _draft()
    first, second = _event(draft, 1, "ACCUSE"), _event(draft, 5, "REQUEST")
    first.start, second.actors = "2020-05-04", []
    share_dates(draft)
    assert second.start is None


def test_the_tree_goes_before_the_model() -> None:
    """A weekday beside the verb dates it, whatever the model prefers."""
    draft = _draft()
    draft.times.append(TimeMention(6, 7, Time("t2", draft.analysis.span(6, 7), "date", "2019", "2019", "2019")))
    event = _event(draft, 1, "ACCUSE")
    set_in_time(draft, event, [Argument(1, 6, "time", 0.99)])
    assert event.start == "2020-05-04"


def test_of_two_times_the_model_takes_the_surer() -> None:
    """The higher score."""
    draft = _draft()
    draft.times.insert(0, TimeMention(2, 3, Time("t2", draft.analysis.span(2, 3), "date", "2019", "2019", "2019")))
    event = _event(draft, 5, "REQUEST")
    set_in_time(draft, event, [Argument(5, 2, "time", 0.6), Argument(5, 3, "time", 0.8)])
    assert event.start == "2020-05-04"


def test_words_that_are_no_times_date_nothing() -> None:
    """The model may point at any word; only a time expression has a date."""
    draft = _draft()
    event = _event(draft, 5, "REQUEST")
    set_in_time(draft, event, [Argument(5, 2, "time", 0.9), Argument(5, 3, "place", 0.9)])
    assert (event.start, event.time) == (None, None)


def test_what_happens_every_monday_dates_nothing() -> None:
    """A set of days is no day."""
    draft = _draft()
    draft.times[0].time.kind = "set"
    event = _event(draft, 5, "REQUEST")
    set_in_time(draft, event, [Argument(5, 3, "time", 0.9)])
    assert event.start is None


def _spoken(first_start: str | None, *, reality: str = "happened", gap: int = 0) -> EventDraft:
    """The second of two acts of one actor, so many sentences after the first."""
    one, other = TREE.strip().split("\n\n")
    draft = draft_of("\n\n".join([one, *["1 Rain rain NOUN 2 nsubj _\n2 fell fall VERB 0 root _"] * gap, other]))
    verbs = [token.index for token in draft.analysis.tokens if token.lemma in ("condemn", "demand")]
    first, second = _event(draft, verbs[0], "ACCUSE"), _event(draft, verbs[1], "REQUEST")
    first.start = first.end = first_start
    second.reality = reality
    share_dates(draft)
    return second


@pytest.mark.parametrize(("gap", "start"), [(0, "2020-05-04"), (1, "2020-05-04"), (2, None), (5, None)])
def test_dates_are_lent_over_two_sentences_at_most(gap: int, start: str | None) -> None:
    """Further on a new day may have begun."""
    assert _spoken("2020-05-04", gap=gap).start == start


def test_undated_acts_lend_nothing() -> None:
    """Where the first is undated too."""
    assert _spoken(None).start is None


def test_what_is_only_planned_borrows_no_date() -> None:
    """Tomorrow's act was not done on Monday."""
    assert _spoken("2020-05-04", reality="planned").start is None


def test_own_date_is_kept() -> None:
    """Who says when needs no loan."""
    draft = _draft()
    first, second = _event(draft, 1, "ACCUSE"), _event(draft, 5, "REQUEST")
    first.start, second.start = "2020-05-04", "2020-05-01"
    share_dates(draft)
    assert second.start == "2020-05-01"


def test_later_acts_lend_nothing_to_earlier_ones() -> None:
    """A date is passed on down the text only."""
    draft = _draft()
    first, second = _event(draft, 1, "ACCUSE"), _event(draft, 5, "REQUEST")
    second.start = "2020-05-04"
    share_dates(draft)
    assert first.start is None


def _said_on_monday(draft: Draft) -> StatementDraft:
    """Turkey's statement with the first sentence's verb as its cue, made on the Monday."""
    statement = StatementDraft(role(draft, "Turkey").mention, (1, 2), [(2, 3)], "indirect", "say")
    statement.time = draft.times[0]
    draft.statements = [statement]
    return statement


def test_act_done_by_words_has_the_date_of_the_words() -> None:
    """ "We call on all parties", he said on Monday: he called on Monday."""
    draft = _draft()
    statement = _said_on_monday(draft)
    statement.content = [(4, 7)]
    event = _event(draft, 5, "REQUEST")
    share_dates(draft)
    assert (event.start, event.end) == ("2020-05-04", "2020-05-04")


def test_quotation_without_a_cue_goes_on_with_the_date() -> None:
    """The second half of what was said on Monday was said on Monday."""
    draft = _draft()
    first = _said_on_monday(draft)
    draft.statements.append(StatementDraft(first.speaker, None, [(4, 7)], "direct", "say"))
    event = _event(draft, 5, "REQUEST")
    share_dates(draft)
    assert event.start == "2020-05-04"


def test_what_one_did_after_speaking_has_the_date_of_speaking() -> None:
    """She told reporters on Monday … She accused."""
    draft = _draft()
    _said_on_monday(draft)
    event = _event(draft, 5, "ACCUSE")
    share_dates(draft)
    assert event.start == "2020-05-04"


def test_deeds_take_no_date_from_words() -> None:
    """When somebody spoke is not when he bombed."""
    draft = _draft()
    _said_on_monday(draft)
    event = _event(draft, 5, "ASSAULT")
    share_dates(draft)
    assert event.start is None
