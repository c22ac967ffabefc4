"""The act of a statement, from its cue and from what is said."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.coding.acts import act_of, evidence
from sayso.coding.draft import Draft, Mention
from sayso.knowledge.acts import load_act_scores
from sayso.knowledge.cues import ACTS, Cue
from sayso.language.analysis import Judgement
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
    assert {"mark_request", "mark_harm"} <= found.keys()


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


def test_main_clause_counts_for_itself() -> None:
    """What the content says in the first place is told from what hangs below it."""
    assert "main_own_future" in told(plan("We", "will"))


def test_participle_after_a_modal_is_not_past() -> None:
    """ "Should be allowed" is to come, "has allowed" has been."""
    text = PLAN.format(subject="They", lemma="they", helper="{helper}").replace(
        "attack attack VERB 2", "allowed allow VERB _ Tense=Past|VerbForm=Part 2"
    )
    assert "other_past" in told(draft_of(text.format(helper="has")))
    assert "other_past" not in told(draft_of(text.format(helper="should")))


NONE = """
1 Norland norland PROPN 2 nsubj Actor=Norland
2 said say VERB 0 root _
3 it it PRON 4 nsubj _
4 showed show VERB _ Tense=Past|VerbForm=Fin 2 ccomp _ _
5 no no DET 6 det _
6 negligence negligence NOUN 4 obj _
7 . . PUNCT 2 punct _
"""


def test_object_that_is_not_there_negates_the_clause() -> None:
    """ "Showed no negligence" is as good as "did not show negligence"."""
    assert "other_past_not" in told(draft_of(NONE))


def test_several_marks_of_an_act_count_for_more() -> None:
    """One hard word may be by chance, two are a charge."""
    draft = draft_of(PLAN.format(subject="They", lemma="they", helper="will").replace("Karsk karsk", "bombing bombing"))
    assert "twice_mark_harm" in told(draft) and "twice_mark_harm" not in told(plan("They", "will"))


def test_harm_counts_with_the_clause_that_it_stands_in() -> None:
    """In "the attack showed that we will win" nobody's own future is the attack."""
    text = """
1 Norland norland PROPN 2 nsubj Actor=Norland
2 said say VERB 0 root _
3 attack attack NOUN 4 nsubj _
4 shows show VERB 2 ccomp _
5 we we PRON 7 nsubj _
6 will will AUX 7 aux _
7 win win VERB 4 ccomp _
8 . . PUNCT 2 punct _
"""
    found = evidence(draft_of(text), 1, SAY, [(2, 7)], "indirect", None)
    assert "own_future" in found and "own_future_harm" not in found


def test_events_that_the_model_sees_are_evidence() -> None:
    """A cue that is an accusation, a content that tells of an assault; what is unlikely does not count."""
    draft = plan("They", "did")
    scores = np.zeros((7, 3), np.float32)
    scores[1], scores[4] = (0.1, 0.85, 0.05), (0.2, 0.02, 0.78)
    draft.analysis.judgements["event"] = Judgement(["none", "ACCUSE", "ASSAULT"], scores)
    found = told(draft)
    assert found["cue_event_ACCUSE"] == pytest.approx(0.85) and found["event_ASSAULT"] == pytest.approx(0.78)
    assert "event_ACCUSE" not in found


def test_speakers_sector_is_evidence() -> None:
    """Governments promise, analysts do not."""
    draft = plan("They", "did")
    speaker(draft).actor.sector = ["GOV"]
    assert "by_GOV" in told(draft)
    assert "by_nobody" in evidence(draft, 1, SAY, [(2, 6)], "direct", None)


def test_statement_without_a_cue_has_an_act() -> None:
    """A quotation that goes on alone is read for its act too."""
    draft = plan("They", "must")
    assert "cue_none" in evidence(draft, None, None, [(2, 6)], "direct", speaker(draft))
    assert act_of(draft, None, None, [(2, 6)], "direct", speaker(draft)) == "request"
