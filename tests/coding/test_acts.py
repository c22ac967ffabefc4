"""The act of a statement, from its cue and from what is said."""

from __future__ import annotations

import pytest

from sayso.coding.acts import act_of, evidence
from sayso.coding.draft import Draft, Mention
from sayso.knowledge.acts import load_act_scores
from sayso.knowledge.cues import ACTS, Cue
from tests.coding.event_support import draft_of

PLAN = """
1 Norland norland PROPN 2 nsubj Actor=Norland
2 said say VERB 0 root _
3 {subject} {lemma} PRON 5 nsubj _
4 {helper} {helper} AUX 5 aux _
5 attack attack VERB 2 ccomp _
6 Karsk karsk PROPN 5 obj _
7 . . PUNCT 2 punct _
"""
SAY = Cue("say", (), "say", ("clause",))


def plan(subject: str, helper: str) -> Draft:
    return draft_of(PLAN.format(subject=subject, lemma=subject.lower(), helper=helper))


def speaker(draft: Draft) -> Mention:
    return draft.mentions[0]


def told(draft: Draft, entry: Cue | None = SAY) -> dict[str, float]:
    return evidence(draft, 1, entry, [(2, 6)], "direct", speaker(draft))


def test_ones_own_future_is_told_from_anothers() -> None:
    """ "We will attack" and "they will attack" are different evidence."""
    assert {"own_future", "own_future_harm"} <= told(plan("We", "will")).keys()
    assert {"other_future", "other_future_harm"} <= told(plan("They", "will")).keys()


def test_duty_of_the_hearer() -> None:
    """ "You must" is addressed to somebody."""
    assert "your_duty" in told(plan("You", "must"))


def test_words_of_the_content_are_marks() -> None:
    """ "must" goes with requests, "attack" with harm."""
    found = told(plan("They", "must"))
    assert {"mark_request", "said_must", "mark_harm"} <= found.keys()


def test_not_before_a_word_turns_it_round() -> None:
    """ "will not attack" holds no plain harm."""
    draft = draft_of(PLAN.format(subject="We", lemma="we", helper="never"))
    assert "not_mark_harm" in told(draft) and "mark_harm" not in told(draft)


def test_cue_is_evidence_by_the_act_of_the_lexicon() -> None:
    """A cue that the lexicon knows speaks for its act, one that it does not know says so."""
    assert "cue_deny" in told(plan("They", "did"), Cue("deny", (), "deny", ("clause",)))
    assert "cue_unknown" in told(plan("They", "did"), None)


@pytest.mark.parametrize(
    ("head", "act"), [("deny", "deny"), ("urge", "request"), ("accuse", "accuse"), ("promise", "promise"), ("condemn", "criticise")]
)
def test_a_cue_that_names_its_act_has_it(head: str, act: str) -> None:
    """Without the model's view and with a plain content the lexicon decides."""
    draft = plan("They", "did")
    assert act_of(draft, 1, Cue(head, (), act, ("clause",)), [(5, 6)], "indirect", speaker(draft)) == act


def test_everything_that_is_weighed_has_a_weight_for_each_act() -> None:
    """One number for each act in every line."""
    scores = load_act_scores()
    assert all(len(weights) == len(ACTS) for weights in scores.weights.values())
    assert scores.totals({}) == [0.0] * len(ACTS)
