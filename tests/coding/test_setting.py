"""Dating of events."""

from __future__ import annotations

import pytest

from sayso.coding.draft import Draft, EventDraft, TimeMention
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
