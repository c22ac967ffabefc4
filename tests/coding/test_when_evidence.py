"""What speaks for a date."""

from __future__ import annotations

import pytest

from sayso.coding.draft import Draft, EventDraft, StatementDraft, TimeMention
from sayso.coding.when_evidence import Dated, TimesAround
from sayso.record import Time
from tests.coding.event_support import draft_of, role

TREE = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 condemned condemn VERB Tense=Past 0 root _
3 it it PRON 2 obj _
4 on on ADP 5 case _
5 Monday Monday PROPN 2 obl _

1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 demanded demand VERB Tense=Past 0 root _
3 the the DET 4 det _
4 withdrawal withdrawal NOUN 2 obj _
"""
MONDAY, CONDEMNED, DEMANDED, WITHDRAWAL = 4, 1, 6, 8
FILLER = "\n1 Rain rain NOUN 2 nsubj _\n2 fell fall VERB 0 root _\n"


def draft_with(day: str = "2020-05-04", *, kind: str = "date", published: str | None = None, conllu: str = TREE, at: int = MONDAY) -> Draft:
    draft = draft_of(conllu, published=published)
    draft.times = [TimeMention(at, at + 1, Time("t1", draft.analysis.span(at, at + 1), kind, day, day, day))]
    return draft


def event_of(draft: Draft, trigger: int, type: str) -> EventDraft:
    event = EventDraft(type, None, trigger, (trigger, trigger + 1))
    event.actors = [role(draft, "Turkey")]
    return event


def candidates(draft: Draft, event: EventDraft, *others: EventDraft) -> list[tuple[Dated, set[str]]]:
    return [(dated, set(evidence)) for dated, evidence in TimesAround(draft, [event, *others]).candidates(event)]


def test_date_beside_the_trigger() -> None:
    """That the tree gives it, by which word it is joined, and how the event is told."""
    draft = draft_with()
    ((dated, found),) = candidates(draft, event_of(draft, CONDEMNED, "ACCUSE"))
    assert (dated.start, dated.end, dated.mention) == ("2020-05-04", "2020-05-04", draft.times[0])
    assert {"here", "here_words", "here_past", "here_date", "tree", "cost_0", "word_other", "time_apart_0"} <= found
    assert not found & {"out", "time_before", "other_tree"}


def test_date_of_the_sentence_before() -> None:
    """That it dates what the same actor did there."""
    draft = draft_with()
    first, second = event_of(draft, CONDEMNED, "ACCUSE"), event_of(draft, DEMANDED, "REQUEST")
    ((dated, found),) = candidates(draft, second, first)
    assert dated.start == "2020-05-04"
    assert {
        "out",
        "out_words",
        "before1",
        "before1_words",
        "out_same_actor",
        "out_dates",
        "out_in_lead",
        "out_weekday",
        "between_0",
        "out_main",
    } <= found
    assert not found & {"out_same_type", "out_spoke", "here"}


def test_date_of_what_is_of_the_same_type() -> None:
    """A second request is likelier of the day of the first."""
    draft = draft_with()
    first, second = event_of(draft, CONDEMNED, "REQUEST"), event_of(draft, DEMANDED, "REQUEST")
    assert "out_same_type" in candidates(draft, second, first)[0][1]


def test_date_on_which_the_actor_spoke() -> None:
    """The time of a statement is that of the speaker's other words."""
    draft = draft_with()
    speaker = draft.mentions[0]
    draft.statements = [StatementDraft(speaker, (1, 2), [(2, 3)], "indirect", "say", time=draft.times[0])]
    ((_, found),) = candidates(draft, event_of(draft, DEMANDED, "REQUEST"))
    assert "out_spoke" in found


def test_nouns_with_an_article_refer_back() -> None:
    """ "The withdrawal" has been told of; what is quoted is told by somebody."""
    draft = draft_with()
    draft.statements = [StatementDraft(None, None, [(WITHDRAWAL, WITHDRAWAL + 1)], "direct", "say")]
    ((_, found),) = candidates(draft, event_of(draft, WITHDRAWAL, "RETREAT"))
    assert {"out_noun", "out_definite", "out_quoted"} <= found
    assert "out_bare_noun" not in found


@pytest.mark.parametrize("kind", ["set", "duration"])
def test_what_is_no_day_is_lent_to_no_other_sentence(kind: str) -> None:
    """Neither every Monday nor for a week."""
    draft = draft_with(kind=kind)
    assert candidates(draft, event_of(draft, DEMANDED, "REQUEST")) == []


def test_dates_far_off_are_not_looked_at() -> None:
    """Five sentences on, and not in the lead."""
    draft = draft_with(
        conllu=FILLER * 2 + TREE.rstrip().rpartition("\n\n")[0] + "\n" + FILLER * 4 + "\n1 fled flee VERB 0 root Actor=Turkey\n", at=4 + MONDAY
    )
    fled = len(draft.analysis.tokens) - 1
    assert candidates(draft, event_of(draft, fled, "RETREAT")) == []
    assert candidates(draft, event_of(draft, fled - 2, "RETREAT")) != []


def test_own_day_of_the_article() -> None:
    """Known by no expression; how far on, how it is told, and whether the lead names it or days before it."""
    draft = draft_with(published="2020-05-06")
    _, (dated, found) = candidates(draft, event_of(draft, DEMANDED, "REQUEST"))
    assert dated == Dated("2020-05-06", "2020-05-06", None)
    assert {"own", "own_words", "own_past", "own_words_past", "own_after_1", "own_early", "own_main", "own_lead_earlier"} <= found
    assert "own_in_lead" not in found


@pytest.mark.parametrize(
    ("day", "age"),
    [
        ("2020-05-06", "today"),
        ("2020-05", "this_month"),
        ("2020", "this_year"),
        ("2020-05-05", "yesterday"),
        ("2020-04-29", "week"),
        ("2020-04-10", "month"),
        ("2019-04-10", "old"),
        ("2019", "old"),
        ("2020-05-07", "ahead"),
        ("--05-04", "yearless"),
    ],
)
def test_age_of_a_date(day: str, age: str) -> None:
    """At the article's."""
    draft = draft_with(day, published="2020-05-06")
    assert f"here_{age}" in candidates(draft, event_of(draft, CONDEMNED, "ACCUSE"))[0][1]


def test_age_without_the_articles_date() -> None:
    """Cannot be told."""
    draft = draft_with()
    assert "here_unpublished" in candidates(draft, event_of(draft, CONDEMNED, "ACCUSE"))[0][1]
