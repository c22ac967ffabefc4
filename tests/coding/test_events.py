"""Events as a whole: proposals, roles, deeds, mode, and what the model adds."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.coding.draft import Draft, StatementDraft
from sayso.coding.events import find_events, gather, propose
from sayso.coding.scene import Scene
from sayso.coding.times import find_times
from sayso.knowledge.event_scores import load_event_scores
from sayso.language.analysis import Argument, Entity, Judgement
from tests.coding.event_support import draft_of, event_named, names

SHELLED = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 shelled shell VERB Tense=Past|VerbForm=Fin 0 root _
3 rebels rebel NOUN 2 obj Actor=rebels
"""
THREATENED = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 threatened threaten VERB Tense=Past|VerbForm=Fin 0 root _
3 to to PART 4 mark _
4 invade invade VERB VerbForm=Inf 2 xcomp _
5 Syria Syria PROPN 4 obj Actor=Syria
"""
URGED = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 urged urge VERB Tense=Past|VerbForm=Fin 0 root _
3 rebels rebel NOUN 2 obj Actor=rebels
4 to to PART 5 mark _
5 withdraw withdraw VERB VerbForm=Inf 2 xcomp _
"""
CONDEMNED = """
1 Iran Iran PROPN 2 nsubj Actor=Iran
2 condemned condemn VERB Tense=Past|VerbForm=Fin 0 root _
3 Turkey Turkey PROPN 5 nmod:poss Actor=Turkey
4 's 's PART 3 case _
5 attacks attack NOUN 2 obj _
6 on on ADP 7 case _
7 rebels rebel NOUN 5 nmod Actor=rebels
"""
TALKS = """
1 Turkey Turkey PROPN 4 nsubj Actor=Turkey
2 and and CCONJ 3 cc _
3 Russia Russia PROPN 1 conj Actor=Russia
4 held hold VERB Tense=Past|VerbForm=Fin 0 root _
5 talks talk NOUN Number=Plur 4 obj _
6 with with ADP 7 case _
7 Iran Iran PROPN 4 obl Actor=Iran
"""
AIRSTRIKE = """
1 Russian russian ADJ 2 amod Actor=Russia
2 airstrikes airstrike NOUN Number=Plur 4 nsubj Number
3 have have AUX 4 aux _
4 killed kill VERB Tense=Past|VerbForm=Part 0 root _
5 rebels rebel NOUN 4 obj Actor=rebels
"""
BLAMED = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 blames blame VERB Tense=Pres|VerbForm=Fin 0 root _
3 the the DET 4 det _
4 bombing bombing NOUN 2 obj _
5 on on ADP 6 case _
6 rebels rebel NOUN 2 obl Actor=rebels
"""


def _found(tree: str) -> Draft:
    draft = draft_of(tree)
    draft.events = [found.event for found in gather(Scene(draft), load_event_scores())]
    return draft


def _judge(draft: Draft, token: int, type: str, probability: float) -> None:
    labels = ["none", "ASSAULT", "CONSULT"]
    scores = np.zeros((len(draft.analysis.tokens), 3), dtype=np.float32)
    scores[:, 0] = 1.0
    scores[token, 0], scores[token, labels.index(type)] = 1 - probability, probability
    draft.analysis.judgements["event"] = Judgement(labels, scores)


def test_actor_and_recipient_of_an_active_verb() -> None:
    """Who shells whom is read from subject and object."""
    event = event_named(_found(SHELLED), "ASSAULT")
    assert (names(event.actors), names(event.recipients)) == (["Turkey"], ["rebels"])


def test_a_threat_is_about_its_deed() -> None:
    """Threatening to invade is two events, and who threatens would invade."""
    draft = _found(THREATENED)
    threat, deed = event_named(draft, "THREATEN"), event_named(draft, "ASSAULT")
    assert threat.about == [deed]
    assert (names(deed.actors), names(deed.recipients)) == (["Turkey"], ["Syria"])


def test_who_is_asked_does_the_deed() -> None:
    """Urging rebels to withdraw: the rebels receive the request and would withdraw."""
    draft = _found(URGED)
    request, deed = event_named(draft, "REQUEST"), event_named(draft, "RETREAT")
    assert names(request.recipients) == ["rebels"]
    assert request.about == [deed]
    assert names(deed.actors) == ["rebels"]


def test_who_is_condemned_is_who_did_it() -> None:
    """Condemning an attack is aimed at the attacker."""
    draft = _found(CONDEMNED)
    accusation, attack = event_named(draft, "ACCUSE"), event_named(draft, "ASSAULT")
    assert names(accusation.recipients) == ["Turkey"]
    assert names(attack.recipients) == ["rebels"]


def test_who_is_blamed_is_taken_to_have_done_it() -> None:
    """Blaming a bombing on rebels makes them its alleged actors."""
    draft = _found(BLAMED)
    accusation, bombing = event_named(draft, "ACCUSE"), event_named(draft, "ASSAULT")
    assert names(accusation.recipients) == ["rebels"]
    assert accusation.about == [bombing]
    assert names(bombing.actors) == ["rebels"]


def test_all_sides_of_talks_act() -> None:
    """Talks list every side as an actor and nobody as a recipient."""
    event = event_named(_found(TALKS), "CONSULT")
    assert (names(event.actors), event.recipients) == (["Turkey", "Russia", "Iran"], [])


def test_an_adjective_of_nationality_names_the_actor() -> None:
    """ "Russian airstrikes" are Russia's, and who is killed in them is hit by them."""
    events = {e.trigger: e for e in _found(AIRSTRIKE).events}
    assert names(events[1].actors) == ["Russia"]
    assert names(events[1].recipients) == ["rebels"]


def test_modes_come_from_words_beside() -> None:
    """An attack with a drone beside it is a drone attack."""
    tree = "1 A a DET 4 det _\n2 drone drone NOUN 4 compound _\n3 bomb bomb NOUN 4 compound _\n4 raid raid NOUN 0 root _"
    assert event_named(_found(tree), "ASSAULT").mode == "drone"


ASKED = """
1 They they PRON 2 nsubj _
2 urged urge VERB 0 root _
3 Syria Syria PROPN 2 obj Actor=Syria
4 to to PART 5 mark _
5 {verb} {verb} VERB 2 xcomp _
6 {noun} {noun} NOUN 5 obj _
"""


@pytest.mark.parametrize(
    ("verb", "noun", "mode"),
    [("release", "prisoner", "yield"), ("supply", "medicine", "assist"), ("attend", "summit", "meet"), ("rename", "street", "change")],
)
def test_what_is_asked_tells_the_mode_of_a_request(verb: str, noun: str, mode: str) -> None:
    """To yield, to help, to meet; whatever else is asked for is a change."""
    assert event_named(_found(ASKED.format(verb=verb, noun=noun)), "REQUEST").mode == mode


@pytest.mark.parametrize(("body", "count"), [((0, 4), 0), ((2, 3), 1)])
def test_a_word_of_a_name_is_no_event(body: tuple[int, int], count: int) -> None:
    """The liberation in the name of a front frees nobody, but a name that is the trigger may name an event."""
    draft = draft_of(
        "1 National National ADJ 4 amod _\n2 Free free ADJ 4 amod _\n3 Liberation liberation NOUN 4 compound _\n4 Front front NOUN 0 root _"
    )
    draft.analysis.entities = [Entity("Organization", *body)]
    assert sum(found.event.trigger == 2 for found in propose(Scene(draft))) == count


def test_parts_of_a_phrase_are_no_events_of_their_own() -> None:
    """The bomb of a bomb attack is not a second event."""
    tree = "1 The the DET 3 det _\n2 bomb bomb NOUN 3 compound _\n3 attack attack NOUN 0 root _"
    assert len(_found(tree).events) == 1


def test_find_events_keeps_what_is_probable() -> None:
    """A plain shelling is found without any model."""
    draft = draft_of(SHELLED)
    find_events(draft)
    event = event_named(draft, "ASSAULT")
    assert (event.trigger, event.evidence, event.source) == (1, [0], "frame")
    assert event.why


def test_find_events_finds_nothing_in_small_talk() -> None:
    """Nobody shells anybody here."""
    draft = draft_of("1 She she PRON 2 nsubj _\n2 liked like VERB 0 root _\n3 tea tea NOUN 2 obj _")
    find_events(draft)
    assert draft.events == []


def test_the_model_may_propose_what_no_frame_knows() -> None:
    """A word that only the model takes for an event gets the default frame of its type."""
    draft = draft_of(SHELLED.replace("shelled shell", "zapped zap"))
    _judge(draft, 1, "ASSAULT", 0.9)
    (found,) = gather(Scene(draft), load_event_scores())
    assert (found.event.source, found.frame.name, found.event.type) == ("model", "strike", "ASSAULT")


def test_the_model_raises_the_probability() -> None:
    """The surer the model, the more probable the event."""
    chances = []
    for probability in (0.05, 0.95):
        draft = draft_of(SHELLED)
        _judge(draft, 1, "ASSAULT", probability)
        find_events(draft)
        chances.append(max((e.confidence for e in draft.events), default=0.0))
    assert chances[0] <= chances[1]


def test_the_models_arguments_fill_what_frames_leave_empty() -> None:
    """Where the tree names no actor, a sure argument of the model does."""
    tree = "1 shelling shelling NOUN 0 root _\n2 , , PUNCT 1 punct _\n3 Turkey Turkey PROPN 1 dep Actor=Turkey"
    draft = draft_of(tree)
    draft.analysis.arguments = [Argument(0, 2, "actor", 0.9), Argument(0, 2, "recipient", 0.2)]
    (found,) = gather(Scene(draft), load_event_scores())
    assert (names(found.event.actors), found.event.recipients) == (["Turkey"], [])


def test_nobody_is_both_actor_and_recipient() -> None:
    """Somebody who acts is not listed again as hit."""
    tree = "1 Turkey Turkey PROPN 2 nsubj Actor=Turkey\n2 attacked attack VERB Tense=Past 0 root _\n3 Turkey Turkey PROPN 2 obj Actor=Turkey"
    event = event_named(_found(tree), "ASSAULT")
    assert (names(event.actors), event.recipients) == (["Turkey"], [])


def test_an_empty_text_has_no_events() -> None:
    """No sentences, no events, no error."""
    draft = draft_of("1 . . PUNCT 0 root _")
    draft.analysis.tokens.clear()
    draft.analysis.sentences.clear()
    find_events(draft)
    assert draft.events == []


@pytest.mark.parametrize("tree", [SHELLED, THREATENED, URGED, CONDEMNED, TALKS, AIRSTRIKE, BLAMED])
def test_finding_twice_gives_the_same(tree: str) -> None:
    """The step is deterministic."""
    runs = []
    for _ in range(2):
        draft = draft_of(tree)
        find_events(draft)
        runs.append([(e.type, e.mode, e.trigger, names(e.actors), names(e.recipients), e.confidence) for e in draft.events])
    assert runs[0] == runs[1]


MUST = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 said say VERB Tense=Past|VerbForm=Fin 0 root _
3 Syria Syria PROPN 5 nsubj Actor=Syria
4 must must AUX 5 aux _
5 withdraw withdraw VERB VerbForm=Inf 2 ccomp _
"""


def duty(tree: str = MUST, *, said: bool = True) -> Draft:
    """What is found where Turkey says, or nobody does, what Syria must do."""
    draft = draft_of(tree)
    content = [(2, 5)]
    draft.statements = [StatementDraft(draft.mentions[0], (1, 2), content, "indirect", "say")] if said else []
    find_events(draft)
    return draft


def test_what_another_must_do_is_asked_of_him() -> None:
    """By whoever says so, and about the deed."""
    draft = duty()
    event = event_named(draft, "REQUEST")
    assert (names(event.actors), names(event.recipients)) == (["Turkey"], ["Syria"])
    assert event.about == [event_named(draft, "RETREAT")]


def test_duties_that_nobody_tells_are_no_requests() -> None:
    """The publisher asks nothing of anybody."""
    assert all(event.type != "REQUEST" for event in duty(said=False).events)


def test_duties_of_ones_own_are_no_requests() -> None:
    """ "We must withdraw" is asked of nobody."""
    own = MUST.replace("Syria Syria PROPN 5 nsubj Actor=Syria", "we we PRON 5 nsubj Actor=Syria")
    assert all(event.type != "REQUEST" for event in duty(own).events)


def test_model_does_not_judge_modals() -> None:
    """What it says of "must" counts for nothing."""
    draft = draft_of(MUST)
    draft.statements = [StatementDraft(draft.mentions[0], (1, 2), [(2, 5)], "indirect", "say")]
    _judge(draft, 3, "ASSAULT", 0.01)
    (found,) = [found for found in gather(Scene(draft), load_event_scores()) if found.event.trigger == 3]
    assert found.model is None


@pytest.mark.parametrize(("probability", "type"), [(0.5, "ASSAULT"), (0.99, "CONSULT")])
def test_a_type_that_only_the_model_knows_must_be_sure(probability: float, type: str) -> None:
    """Where a frame holds at the word for another type."""
    draft = draft_of(SHELLED)
    _judge(draft, 1, "CONSULT", probability)
    draft.analysis.judgements["event"].scores[1, 1] = 0.2
    (found,) = gather(Scene(draft), load_event_scores())
    assert found.event.type == type


def test_speaker_does_what_he_wants_to_do() -> None:
    """Who tells of his own deed is its doer where the tree says so."""
    draft = draft_of(THREATENED.replace("threatened threaten", "wants want"))
    draft.statements = [StatementDraft(draft.mentions[0], (1, 2), [(2, 5)], "indirect", "say")]
    find_events(draft)
    assert names(event_named(draft, "ASSAULT").actors) == ["Turkey"]


def test_a_word_for_people_is_somebody_and_no_event() -> None:
    """A bomber who kills is the one who does it; the word alone names no second attack."""
    draft = draft_of("1 bomber bomber NOUN 2 nsubj _\n2 killed kill VERB Tense=Past|VerbForm=Fin 0 root _\n3 rebels rebel NOUN 2 obj Actor=rebels")
    _judge(draft, 1, "ASSAULT", 0.9)
    draft.analysis.arguments = [Argument(1, 0, "actor", 0.8)]
    (killing,) = [found for found in gather(Scene(draft), load_event_scores()) if not found.noun]
    assert names(killing.event.actors) == ["bomber"]


def test_a_month_is_no_march() -> None:
    """The name of a month within a date proposes nothing, though "march" names a protest."""
    tree = "1 Turkey Turkey PROPN 2 nsubj Actor=Turkey\n2 joined join VERB Tense=Past 0 root _\n3 in in ADP 4 case _\n4 March march PROPN 2 obl _\n5 2021 2021 NUM 4 nummod _"
    draft = draft_of(tree, published="2024-01-19")
    assert "PROTEST" in [found.event.type for found in gather(Scene(draft), load_event_scores())]
    find_times(draft)
    assert "PROTEST" not in [found.event.type for found in gather(Scene(draft), load_event_scores())]


@pytest.mark.parametrize(
    ("verb", "noun", "count"),
    [("denied deny", "role", 0), ("denied deny", "request", 1), ("claimed claim", "responsibility", 0), ("zapped zap", "role", 1)],
)
def test_denials_and_claims_are_no_events(verb: str, noun: str, count: int) -> None:
    """However sure the model is; a denied request is one by its own phrase."""
    draft = draft_of(f"1 Turkey Turkey PROPN 2 nsubj Actor=Turkey\n2 {verb} VERB Tense=Past|VerbForm=Fin 0 root _\n3 {noun} {noun} NOUN 2 obj _")
    _judge(draft, 1, "ASSAULT", 0.9)
    assert len([found for found in propose(Scene(draft)) if found.event.trigger == 1]) == count
