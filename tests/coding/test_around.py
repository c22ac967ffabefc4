"""What of an event matters for its time and place."""

from __future__ import annotations

import pytest

from sayso.coding.around import away, band, kind_of, steps_between, told_as
from sayso.coding.draft import EventDraft
from tests.coding.event_support import draft_of


@pytest.mark.parametrize(
    ("type", "kind"),
    [("ASSAULT", "violence"), ("PROTEST", "violence"), ("CONSULT", "meeting"), ("REQUEST", "words"), ("AID", "deed"), ("OWN", "deed")],
)
def test_kinds_of_happening(type: str, kind: str) -> None:
    """Types of the user's own are deeds."""
    draft = draft_of("1 fled flee VERB 0 root _")
    assert kind_of(draft, EventDraft(type, None, 0, (0, 1))) == kind


@pytest.mark.parametrize(
    ("conllu", "form"),
    [
        ("1 attack attack NOUN 0 root _", "noun"),
        ("1 attacked attack VERB VerbForm=Fin|Tense=Past 0 root _", "past"),
        ("1 attacks attack VERB VerbForm=Fin|Tense=Pres 0 root _", "present"),
        ("1 attacking attack VERB VerbForm=Ger 0 root _", "gerund"),
        ("1 attacked attack VERB VerbForm=Part|Tense=Past 0 root _\n2 has have AUX Tense=Pres 1 aux _", "perfect"),
        ("1 attacked attack VERB VerbForm=Part|Tense=Past 0 root _\n2 had have AUX Tense=Past 1 aux _", "pluperfect"),
        ("1 attacked attack VERB VerbForm=Part 0 root _\n2 was be AUX Tense=Past 1 aux:pass _", "was"),
        ("1 attacked attack VERB VerbForm=Part 0 root _\n2 is be AUX Tense=Pres 1 aux:pass _", "is"),
        ("1 attack attack VERB VerbForm=Inf 0 root _\n2 will will AUX _ 1 aux _", "modal"),
        ("1 attack attack VERB VerbForm=Inf 0 root _", "infinitive"),
        ("1 attack attack VERB _ 0 root _", "bare"),
    ],
)
def test_forms_of_the_trigger(conllu: str, form: str) -> None:
    """By its auxiliaries before its own ending."""
    assert told_as(draft_of(conllu).analysis, 0) == form


def test_steps_go_up_and_then_down() -> None:
    """From the object up to the verb, and down to a place below its oblique."""
    analysis = draft_of("1 shelled shell VERB 0 root _\n2 houses house NOUN 1 obj _\n3 area area NOUN 1 obl _\n4 Homs Homs PROPN 3 nmod _").analysis
    assert steps_between(analysis, 1, 3) == (1, 2)
    assert steps_between(analysis, 0, 0) == (0, 0)


def test_words_of_two_sentences_are_far_apart() -> None:
    """No path leads from one tree to another."""
    analysis = draft_of("1 fled flee VERB 0 root _\n\n1 rained rain VERB 0 root _").analysis
    assert min(steps_between(analysis, 0, 1)) > 10


@pytest.mark.parametrize(
    ("sentences", "word"), [(0, "here"), (1, "next"), (2, "after"), (-1, "before1"), (-2, "before2"), (-3, "before5"), (-5, "before5"), (-6, "far")]
)
def test_distance_in_words(sentences: int, word: str) -> None:
    """The nearer the finer."""
    assert away(sentences) == word


@pytest.mark.parametrize(("value", "expected"), [(0.0, 0), (1.0, 0), (1.5, 1), (2.0, 1), (9.0, 2)])
def test_bands_hold_their_upper_limit(value: float, expected: int) -> None:
    """The first limit that is not below the number."""
    assert band(value, (1.0, 2.0)) == expected
