"""When and where events took place, by weights made up for the tests."""

from __future__ import annotations

import pytest

from sayso.coding import setting
from sayso.coding.draft import Draft, EventDraft, PlaceMention, TimeMention
from sayso.coding.setting import set_in_place, set_in_time
from sayso.knowledge.setting_scores import SettingScores
from sayso.language.analysis import Argument
from sayso.record import Place, Time
from tests.coding.event_support import draft_of

TREE = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 condemned condemn VERB Tense=Past 0 root _
3 it it PRON 2 obj _
4 Monday Monday PROPN 2 obl _

1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 demanded demand VERB Tense=Past 0 root _
3 aid aid NOUN 2 obj _
"""
CONDEMNED, DEMANDED = 1, 5


def draft_with_times(*days: tuple[int, str], published: str | None = None) -> Draft:
    """The tree with these words as days."""
    draft = draft_of(TREE, published=published)
    draft.times = [TimeMention(at, at + 1, Time(f"t{at}", draft.analysis.span(at, at + 1), "date", day, day, day)) for at, day in days]
    return draft


def event_at(draft: Draft, trigger: int, type: str) -> EventDraft:
    event = EventDraft(type, None, trigger, (trigger, trigger + 1), evidence=[draft.analysis.tokens[trigger].sentence])
    draft.events.append(event)
    return event


def weigh(monkeypatch: pytest.MonkeyPatch, **weights: dict[str, float]) -> None:
    """Dates from 0.6, places from 0.6, further places from 0.9."""
    scores = SettingScores({"when": {}, "where": {}} | weights, 0.6, 0.6, 0.9)
    monkeypatch.setattr(setting, "load_setting_scores", lambda: scores)


@pytest.mark.parametrize(("weight", "start"), [(2.0, "2020-05-04"), (0.1, None)])
def test_likely_date_dates_an_event(monkeypatch: pytest.MonkeyPatch, weight: float, start: str | None) -> None:
    """From the threshold on; below it the event has no date."""
    weigh(monkeypatch, when={"here": weight})
    draft = draft_with_times((3, "2020-05-04"))
    event = event_at(draft, CONDEMNED, "ACCUSE")
    set_in_time(draft, [event])
    assert (event.start, event.end, event.time) == (start, start, draft.times[0] if start else None)
    assert event.dated == pytest.approx(0.88 if start else 1.0, abs=0.01)


def test_likeliest_date_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the order of the text."""
    weigh(monkeypatch, when={"here": 1.0, "time_before": 1.0})
    draft = draft_with_times((0, "2020-05-01"), (3, "2020-05-04"))
    event = event_at(draft, CONDEMNED, "ACCUSE")
    set_in_time(draft, [event])
    assert event.start == "2020-05-01"


def test_of_two_dates_alike_the_first_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but the order can decide."""
    weigh(monkeypatch, when={"out": 2.0})
    draft = draft_with_times((0, "2020-05-01"), (3, "2020-05-04"))
    event = event_at(draft, DEMANDED, "REQUEST")
    set_in_time(draft, [event])
    assert event.start == "2020-05-01"


def test_the_articles_own_day_has_no_expression(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is taken only where it is likely enough."""
    weigh(monkeypatch, when={"own_words": 2.0})
    draft = draft_with_times(published="2020-05-06")
    request, assault = event_at(draft, DEMANDED, "REQUEST"), event_at(draft, DEMANDED, "ASSAULT")
    set_in_time(draft, [request, assault])
    assert (request.start, request.end, request.time) == ("2020-05-06", "2020-05-06", None)
    assert assault.start is None


def test_without_the_articles_date_nothing_is_of_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody knows it."""
    weigh(monkeypatch, when={"own": 5.0})
    draft = draft_with_times()
    event = event_at(draft, DEMANDED, "REQUEST")
    set_in_time(draft, [event])
    assert (event.start, event.end) == (None, None)


def sited(**precision: str) -> Draft:
    """Clashes in these places, joined by "in", and a flight in the next sentence."""
    rows = ["1 raged rage VERB 0 root _"]
    for n, name in enumerate(precision):
        rows += [f"{2 * n + 2} in in ADP {2 * n + 3} case _", f"{2 * n + 3} {name} {name} PROPN 1 obl _"]
    draft = draft_of("\n".join(rows) + "\n\n1 fled flee VERB 0 root _")
    for token in draft.analysis.tokens:
        if token.text in precision:
            place = Place(f"p{token.index}", token.text.replace("_", " "), "SYR", precision=precision[token.text])
            draft.places.append(PlaceMention(token.index, token.index + 1, token.index, place))
    return draft


def names(event: EventDraft) -> list[str]:
    return [mention.place.name for mention in event.places]


@pytest.mark.parametrize(("weight", "expected"), [(1.0, ["Homs"]), (0.1, [])])
def test_likely_place_is_where_it_was(monkeypatch: pytest.MonkeyPatch, weight: float, expected: list[str]) -> None:
    """From the threshold on; below it the event is nowhere."""
    weigh(monkeypatch, where={"case_in": weight})
    draft = sited(Homs="city")
    event = event_at(draft, 0, "ASSAULT")
    set_in_place(draft, [event], {})
    assert names(event) == expected
    assert event.sited == pytest.approx(0.73 if expected else 1.0, abs=0.01)


@pytest.mark.parametrize(("weight", "expected"), [(4.0, ["Homs", "Syria"]), (1.0, ["Homs"])])
def test_further_places_must_be_surer(monkeypatch: pytest.MonkeyPatch, weight: float, expected: list[str]) -> None:
    """And they stand in order of grain."""
    weigh(monkeypatch, where={"violence_city": weight + 1, "violence_country": weight})
    draft = sited(Syria="country", Homs="city")
    event = event_at(draft, 0, "ASSAULT")
    set_in_place(draft, [event], {})
    assert names(event) == expected


def test_one_place_by_two_names_is_listed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Idlib and Idlib province say the same."""
    weigh(monkeypatch, where={"case_in": 5.0, "violence_city": 1.0})
    draft = sited(Idlib="city", Idlib_province="admin1", Homs="city")
    event = event_at(draft, 0, "ASSAULT")
    set_in_place(draft, [event], {})
    assert names(event) == ["Idlib", "Homs"]


def test_place_goes_on_in_the_next_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is likely there is weighed too, at its likeliest mention."""
    weigh(monkeypatch, where={"before1": 1.0})
    draft = sited(Homs="city")
    event = event_at(draft, 3, "RETREAT")
    set_in_place(draft, [event], {})
    assert names(event) == ["Homs"]


def test_the_model_has_a_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its belief that a word is the place is evidence like others; of another role it is none."""
    weigh(monkeypatch, where={"belief_4": 2.0})
    draft = sited(Homs="city", Hama="city")
    event = event_at(draft, 0, "ASSAULT")
    set_in_place(draft, [event], {0: [Argument(0, 4, "place", 0.9), Argument(0, 2, "actor", 0.9)]})
    assert names(event) == ["Hama"]
