"""Whether a deed came about."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.coding.draft import Draft, EventDraft
from sayso.coding.reality import judge_reality
from sayso.knowledge.ontology import load_ontology
from sayso.language.analysis import Judgement
from tests.coding.event_support import draft_of

_VERB = "1 Turkey Turkey PROPN {n} nsubj _\n{words}"


def _reality(tree: str, trigger: int, *, about: str | None = None) -> str:
    draft = draft_of(tree)
    event = EventDraft("ASSAULT", None, trigger, (trigger, trigger + 1), evidence=[0])
    draft.events = [event]
    if about:
        draft.events.append(EventDraft(about, None, 0, (0, 1), about=[event], evidence=[0]))
    judge_reality(draft)
    return event.reality


@pytest.mark.parametrize(
    ("words", "trigger", "reality"),
    [
        ("2 invaded invade VERB Tense=Past 0 root _", 1, "happened"),
        ("2 will will AUX 3 aux _\n3 invade invade VERB VerbForm=Inf 0 root _", 2, "planned"),
        ("2 could could AUX 3 aux _\n3 invade invade VERB VerbForm=Inf 0 root _", 2, "possible"),
        ("2 did do AUX 4 aux _\n3 not not PART 4 advmod _\n4 invade invade VERB VerbForm=Inf 0 root _", 3, "negated"),
        ("2 will will AUX 4 aux _\n3 not not PART 4 advmod _\n4 invade invade VERB VerbForm=Inf 0 root _", 3, "negated"),
        ("2 is be AUX 3 aux _\n3 invading invade VERB VerbForm=Part|Tense=Pres 0 root _", 2, "ongoing"),
        ("2 should should AUX 3 aux _\n3 invade invade VERB VerbForm=Inf 0 root _", 2, "requested"),
        ("2 plans plan VERB 0 root _\n3 to to PART 4 mark _\n4 invade invade VERB VerbForm=Inf 2 xcomp _", 3, "planned"),
        ("2 tried try VERB 0 root _\n3 to to PART 4 mark _\n4 invade invade VERB VerbForm=Inf 2 xcomp _", 3, "attempted"),
        ("2 refused refuse VERB 0 root _\n3 to to PART 4 mark _\n4 invade invade VERB VerbForm=Inf 2 xcomp _", 3, "negated"),
        ("2 threatened threaten VERB 0 root _\n3 to to PART 4 mark _\n4 invade invade VERB VerbForm=Inf 2 xcomp _", 3, "threatened"),
        ("2 continued continue VERB 0 root _\n3 to to PART 4 mark _\n4 invade invade VERB VerbForm=Inf 2 xcomp _", 3, "ongoing"),
        ("2 launched launch VERB 0 root _\n3 attacks attack NOUN 2 obj _", 2, "happened"),
        ("2 will will AUX 3 aux _\n3 launch launch VERB 0 root _\n4 attacks attack NOUN 3 obj _", 3, "planned"),
        ("2 foiled foil VERB 0 root _\n3 attacks attack NOUN 2 obj _", 2, "attempted"),
        ("2 planned plan VERB 0 root _\n3 attacks attack NOUN 2 obj _", 2, "planned"),
        ("2 feared fear VERB 0 root _\n3 attacks attack NOUN 2 obj _", 2, "possible"),
    ],
)
def test_verbs_and_what_governs_them(words: str, trigger: int, reality: str) -> None:
    """Auxiliaries, negation and governing verbs decide."""
    assert _reality(_VERB.format(n=2, words=words), trigger) == reality


@pytest.mark.parametrize(
    ("modifier", "upos", "relation", "reality"),
    [
        ("planned", "ADJ", "amod", "planned"),
        ("possible", "ADJ", "amod", "possible"),
        ("foiled", "ADJ", "amod", "attempted"),
        ("ongoing", "ADJ", "amod", "ongoing"),
        ("no", "DET", "det", "negated"),
        ("deadly", "ADJ", "amod", "happened"),
    ],
)
def test_modifiers_of_nouns(modifier: str, upos: str, relation: str, reality: str) -> None:
    """A planned attack is planned, no attack did not happen."""
    assert _reality(f"1 {modifier} {modifier} {upos} 2 {relation} _\n2 attack attack NOUN 0 root _", 1) == reality


def test_nouns_that_govern_nouns() -> None:
    """The threat of an attack leaves the attack threatened."""
    assert _reality("1 threat threat NOUN 0 root _\n2 of of ADP 3 case _\n3 attack attack NOUN 1 nmod _", 2) == "threatened"


def test_a_plan_to_attack_is_planned() -> None:
    """An infinitive after "plan" is planned."""
    tree = "1 a a DET 2 det _\n2 plan plan NOUN 0 root _\n3 to to PART 4 mark _\n4 attack attack VERB VerbForm=Inf 2 acl _"
    assert _reality(tree, 3) == "planned"


def test_conditions_make_possible() -> None:
    """What stands after "if" may or may not be."""
    tree = "1 if if SCONJ 3 mark _\n2 they they PRON 3 nsubj _\n3 attack attack VERB 4 advcl _\n4 run run VERB 0 root _"
    assert _reality(tree, 2) == "possible"


@pytest.mark.parametrize(("act", "reality"), [("THREATEN", "threatened"), ("REQUEST", "requested"), ("AGREE", "planned"), ("ACCUSE", "happened")])
def test_deeds_of_verbal_acts(act: str, reality: str) -> None:
    """What is threatened is threatened, what is asked is requested; what is blamed on somebody happened."""
    assert _reality("1 attack attack NOUN 0 root _", 0, about=act) == reality


def _modelled(label: str, probability: float) -> Draft:
    draft = draft_of("1 attack attack NOUN 0 root _")
    labels = list(load_ontology().realities)
    scores = np.full((1, len(labels)), (1 - probability) / (len(labels) - 1), dtype=np.float32)
    scores[0, labels.index(label)] = probability
    draft.analysis.judgements["reality"] = Judgement(labels, scores)
    draft.events = [EventDraft("ASSAULT", None, 0, (0, 1), evidence=[0])]
    judge_reality(draft)
    return draft


def test_a_sure_model_overrules_the_default() -> None:
    """Where no word decides, the model may."""
    assert _modelled("planned", 0.99).events[0].reality == "planned"


def test_an_unsure_model_does_not() -> None:
    """A leaning of the model is not enough against the default."""
    assert _modelled("planned", 0.3).events[0].reality == "happened"


@pytest.mark.parametrize(("tense", "reality"), [("Pres", "planned"), ("Past", "happened")])
def test_what_lies_ahead_is_planned(tense: str, reality: str) -> None:
    """A meeting dated after the article is planned, unless the verb has it in the past."""
    draft = draft_of(f"1 talks talk NOUN 2 nsubj _\n2 open open VERB Tense={tense} 0 root _", published="2020-05-01")
    event = EventDraft("CONSULT", None, 0, (0, 1), start="2020-05-09", evidence=[0])
    draft.events = [event]
    judge_reality(draft)
    assert event.reality == reality


def test_the_future_of_the_past_is_planned() -> None:
    """ "They said they would attack" is a plan; with a condition it is a possibility."""
    told = (
        "1 They they PRON 2 nsubj _\n2 said say VERB Tense=Past 0 root _\n3 they they PRON 5 nsubj _\n"
        "4 would would AUX 5 aux _\n5 attack attack VERB 2 ccomp _"
    )
    assert _reality(told, 4) == "planned"
    assert _reality(told + "\n6 if if SCONJ 7 mark _\n7 provoked provoke VERB 5 advcl _", 4) == "possible"


def test_warrants_are_planned_arrests() -> None:
    """A warrant is out, the arrest is still to come."""
    assert _reality("1 warrant warrant NOUN 0 root _", 0) == "planned"


def test_what_has_not_begun() -> None:
    """ "The offensive has not started" leaves it undone."""
    tree = "1 offensive offensive NOUN 4 nsubj _\n2 has have AUX 4 aux _\n3 not not PART 4 advmod _\n4 started start VERB Tense=Past 0 root _"
    assert _reality(tree, 0) == "negated"
