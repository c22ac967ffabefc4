"""Verbal events and the deeds they are about."""

from __future__ import annotations

import pytest

from sayso.coding.arguments import Found
from sayso.coding.deeds import link_deeds
from sayso.coding.draft import Draft, EventDraft
from sayso.coding.scene import Scene
from sayso.knowledge.frames import load_frames
from tests.coding.event_support import draft_of, names, role

THREAT = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 threatened threaten VERB Tense=Past 0 root _
3 to to PART 4 mark _
4 bomb bomb VERB VerbForm=Inf 2 xcomp _
5 Syria Syria PROPN 4 obj Actor=Syria
6 and and CCONJ 7 cc _
7 invade invade VERB VerbForm=Inf 4 conj _
8 Iran Iran PROPN 7 obj Actor=Iran
"""


def found_at(draft: Draft, scene: Scene, at: int, type: str, frame: str, *, actors: tuple[str, ...] = (), recipients: tuple[str, ...] = ()) -> Found:
    event = EventDraft(type, None, at, (at, at + 1))
    event.actors, event.recipients = [role(draft, name) for name in actors], [role(draft, name) for name in recipients]
    found = Found(event, load_frames().named[frame], [at], noun=False)
    found.relations = scene.relations([at])
    return found


def threat(*, silent: set[str] | None = None, doers: tuple[str, ...] = (), hit: tuple[str, ...] = ("Syria",)) -> tuple[EventDraft, EventDraft]:
    """Turkey threatens, and the bombing it speaks of, linked."""
    draft = draft_of(THREAT)
    scene = Scene(draft)
    verbal = found_at(draft, scene, 1, "THREATEN", "threaten", actors=("Turkey",))
    deed = found_at(draft, scene, 3, "ASSAULT", "strike", actors=doers, recipients=hit)
    deed.silent = silent or set()
    link_deeds(scene, [verbal, deed])
    return verbal.event, deed.event


def test_a_threat_is_about_the_deed_in_its_scope() -> None:
    """And the deed is about nothing."""
    verbal, deed = threat()
    assert verbal.about == [deed] and deed.about == []


def test_who_threatens_does_the_deed() -> None:
    """Where nobody else is named as its doer."""
    _, deed = threat()
    assert names(deed.actors) == ["Turkey"]


def test_named_doer_stands() -> None:
    """Whom the tree names does it, whoever speaks."""
    _, deed = threat(doers=("Iran",))
    assert names(deed.actors) == ["Iran"]


def test_guessed_doer_gives_way_to_who_threatens() -> None:
    """What was only likely is corrected."""
    _, deed = threat(doers=("Iran",), silent={"actor"})
    assert names(deed.actors) == ["Turkey"]


def test_nobody_threatens_to_hit_himself() -> None:
    """A named recipient is no doer; a guessed one is dropped."""
    _, deed = threat(hit=("Turkey",))
    assert (names(deed.actors), names(deed.recipients)) == ([], ["Turkey"])
    _, deed = threat(hit=("Turkey", "Syria"), silent={"recipient"})
    assert (names(deed.actors), names(deed.recipients)) == (["Turkey"], ["Syria"])


def test_nearest_trigger_is_the_deed() -> None:
    """What hangs below it is passed over, for one scope holds one deed."""
    draft = draft_of(THREAT)
    scene = Scene(draft)
    verbal = found_at(draft, scene, 1, "THREATEN", "threaten", actors=("Turkey",))
    bombing, invasion = (found_at(draft, scene, at, "ASSAULT", "strike") for at in (3, 6))
    link_deeds(scene, [verbal, invasion, bombing])
    assert verbal.event.about == [bombing.event]


def test_words_that_are_no_triggers_are_passed_through() -> None:
    """The deed may hang below a word that names none."""
    draft = draft_of(THREAT)
    scene = Scene(draft)
    verbal = found_at(draft, scene, 1, "THREATEN", "threaten", actors=("Turkey",))
    invasion = found_at(draft, scene, 6, "ASSAULT", "strike")
    link_deeds(scene, [verbal, invasion])
    assert verbal.event.about == [invasion.event] and names(invasion.event.actors) == ["Turkey"]


def test_deeds_are_about_nothing() -> None:
    """An assault that speaks of nothing has no `about`, though a trigger hangs below it."""
    draft = draft_of(THREAT)
    scene = Scene(draft)
    first, second = found_at(draft, scene, 3, "ASSAULT", "strike"), found_at(draft, scene, 6, "ASSAULT", "strike")
    link_deeds(scene, [first, second])
    assert first.event.about == second.event.about == []


def test_who_is_blamed_for_a_deed_is_its_doer() -> None:
    """Iran accuses Syria of a bombing: Syria did it."""
    draft = draft_of("""
        1 Iran Iran PROPN 2 nsubj Actor=Iran
        2 accused accuse VERB Tense=Past 0 root _
        3 Syria Syria PROPN 2 obj Actor=Syria
        4 of of SCONJ 5 mark _
        5 bombing bomb VERB VerbForm=Ger 2 advcl _
        6 rebels rebel NOUN 5 obj Actor=rebels
    """)
    scene = Scene(draft)
    accusing = found_at(draft, scene, 1, "ACCUSE", "accuse", actors=("Iran",), recipients=("Syria",))
    bombing = found_at(draft, scene, 4, "ASSAULT", "strike", recipients=("rebels",))
    link_deeds(scene, [accusing, bombing])
    assert accusing.event.about == [bombing.event] and names(bombing.event.actors) == ["Syria"]


def test_who_condemns_a_deed_accuses_its_doer() -> None:
    """Where nobody is named as accused; nobody accuses himself."""
    draft = draft_of("""
        1 Iran Iran PROPN 2 nsubj Actor=Iran
        2 condemned condemn VERB Tense=Past 0 root _
        3 the the DET 4 det _
        4 bombing bombing NOUN 2 obj _
        5 by by ADP 6 case _
        6 Syria Syria PROPN 4 nmod Actor=Syria
    """)
    scene = Scene(draft)
    accusing = found_at(draft, scene, 1, "ACCUSE", "condemn", actors=("Iran",))
    bombing = found_at(draft, scene, 3, "ASSAULT", "strike", actors=("Syria", "Iran"))
    link_deeds(scene, [accusing, bombing])
    assert names(accusing.event.recipients) == ["Syria"]


def test_two_acts_of_speech_are_not_about_each_other() -> None:
    """The outer one is about the inner one, and not the other way round."""
    draft = draft_of(THREAT)
    scene = Scene(draft)
    outer = found_at(draft, scene, 1, "THREATEN", "threaten")
    inner = found_at(draft, scene, 3, "REQUEST", "request")
    link_deeds(scene, [outer, inner])
    assert outer.event.about == [inner.event] and inner.event.about == []


def test_no_events_no_links() -> None:
    """Nothing to do is no error."""
    link_deeds(Scene(draft_of(THREAT)), [])


def spoken_of(type: str, frame: str, *, told: tuple[str, ...] = ()) -> EventDraft:
    """What Turkey says of a bombing of Syria and Turkey by Iran, once it is linked."""
    draft = draft_of(THREAT)
    scene = Scene(draft)
    verbal = found_at(draft, scene, 1, type, frame, actors=("Turkey",), recipients=told)
    deed = found_at(draft, scene, 3, "ASSAULT", "strike", actors=("Iran",), recipients=("Syria", "Turkey"))
    link_deeds(scene, [verbal, deed])
    return verbal.event


@pytest.mark.parametrize(("type", "frame"), [("THREATEN", "threaten"), ("AGREE", "agree"), ("CONCEDE", "threaten")])
def test_threats_and_offers_are_made_to_whom_the_deed_is_for(type: str, frame: str) -> None:
    """Where nobody is told; not to whoever makes them."""
    assert names(spoken_of(type, frame).recipients) == ["Syria"]


def test_who_shall_do_a_deed_is_asked() -> None:
    """A call without an addressee goes to the doer."""
    assert names(spoken_of("REQUEST", "request").recipients) == ["Iran"]


def test_told_recipient_of_a_threat_stands() -> None:
    """Whomever the deed would hit."""
    assert names(spoken_of("THREATEN", "threaten", told=("Iran",)).recipients) == ["Iran"]


def test_other_acts_have_no_recipient_from_the_deed() -> None:
    """Only frames that blame, ask or answer take the doer for their recipient."""
    assert spoken_of("SUPPORT", "agree").recipients == []


def test_named_accused_stands() -> None:
    """Who is accused in so many words is, whoever did the deed."""
    draft = draft_of(THREAT)
    scene = Scene(draft)
    verbal = found_at(draft, scene, 1, "ACCUSE", "threaten", actors=("Turkey",), recipients=("Syria",))
    deed = found_at(draft, scene, 3, "ASSAULT", "strike", actors=("Iran",))
    link_deeds(scene, [verbal, deed])
    assert names(verbal.event.recipients) == ["Syria"]


def test_deed_is_looked_for_three_steps_down() -> None:
    """What hangs deeper is no part of what is spoken of."""
    rows = "1 Turkey Turkey PROPN 2 nsubj Actor=Turkey\n2 threatened threaten VERB Tense=Past 0 root _\n3 to to PART 4 mark _\n4 start start VERB VerbForm=Inf 2 xcomp _\n5 make make VERB 4 xcomp _\n6 help help VERB 5 xcomp _\n7 bomb bomb VERB 6 xcomp _"
    draft = draft_of(rows)
    scene = Scene(draft)
    verbal = found_at(draft, scene, 1, "THREATEN", "threaten", actors=("Turkey",))
    near, far = (found_at(draft, scene, at, "ASSAULT", "strike") for at in (5, 6))
    link_deeds(scene, [verbal, far])
    assert verbal.event.about == []
    link_deeds(scene, [verbal, near])
    assert verbal.event.about == [near.event]


def test_at_most_three_deeds_are_linked() -> None:
    """Who condemns a war does not condemn every shot."""
    rows = ["1 Turkey Turkey PROPN 2 nsubj Actor=Turkey", "2 condemned condemn VERB Tense=Past 0 root _"]
    rows += [f"{n} bombing bombing NOUN {'2 obj' if n == 3 else '3 conj'} _" for n in range(3, 9)]
    draft = draft_of("\n".join(rows))
    scene = Scene(draft)
    verbal = found_at(draft, scene, 1, "ACCUSE", "condemn", actors=("Turkey",))
    verbal.relations = {relation: list(range(2, 8)) for relation in verbal.slots.deed}
    deeds = [found_at(draft, scene, at, "ASSAULT", "strike") for at in range(2, 8)]
    link_deeds(scene, [verbal, *deeds])
    assert len(verbal.event.about) == 3


BLAMED = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 blamed blame VERB Tense=Past|VerbForm=Fin 0 root _
3 bombings bombing NOUN 2 obj _
4 on on ADP 5 case _
5 Syria Syria PROPN 3 nmod Actor=Syria
"""
ASKED = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 asked ask VERB Tense=Past|VerbForm=Fin 0 root _
3 Russia Russia PROPN 2 iobj Actor=Russia
4 for for ADP 5 case _
5 help help NOUN 2 obl _
"""


def test_who_is_blamed_for_a_bombing_was_not_hit_by_it() -> None:
    """ "Blamed the bombing on Syria" is no bombing of Syria, though the words stand side by side."""
    draft = draft_of(BLAMED)
    scene = Scene(draft)
    verbal = found_at(draft, scene, 1, "ACCUSE", "accuse", actors=("Turkey",), recipients=("Syria",))
    deed = found_at(draft, scene, 2, "ASSAULT", "strike", recipients=("Syria",))
    link_deeds(scene, [verbal, deed])
    assert (names(deed.event.actors), names(deed.event.recipients)) == (["Syria"], [])


@pytest.mark.parametrize(("silent", "helped"), [({"recipient"}, ["Turkey"]), (set(), ["Iran"])])
def test_who_asks_for_help_is_whom_it_is_for(silent: set[str], helped: list[str]) -> None:
    """Unless the text names somebody else."""
    draft = draft_of(ASKED + "6 for for ADP 7 case _\n7 Iran Iran PROPN 5 nmod Actor=Iran")
    scene = Scene(draft)
    verbal = found_at(draft, scene, 1, "REQUEST", "request", actors=("Turkey",), recipients=("Russia",))
    deed = found_at(draft, scene, 4, "AID", "aid_noun", recipients=() if silent else ("Iran",))
    deed.silent = silent | {"actor"}
    link_deeds(scene, [verbal, deed])
    assert (names(deed.event.actors), names(deed.event.recipients)) == (["Russia"], helped)


def test_who_asks_for_help_with_a_deed_does_it() -> None:
    """ "Asked Russia for help with an invasion": Russia shall help, Turkey would invade."""
    draft = draft_of(ASKED + "6 with with ADP 7 case _\n7 invasion invasion NOUN 5 nmod _")
    scene = Scene(draft)
    verbal = found_at(draft, scene, 1, "REQUEST", "request", actors=("Turkey",), recipients=("Russia",))
    deed = found_at(draft, scene, 6, "ASSAULT", "strike")
    deed.silent = {"actor", "recipient"}
    link_deeds(scene, [verbal, deed])
    assert names(deed.event.actors) == ["Turkey"]


def talks_asked_for(*asked: str) -> EventDraft:
    """The talks that Turkey asks for, by those who are asked."""
    draft = draft_of(ASKED.replace("help help", "talks talk") + "6 and and CCONJ 7 cc _\n7 Syria Syria PROPN 3 conj Actor=Syria")
    scene = Scene(draft)
    verbal = found_at(draft, scene, 1, "REQUEST", "request", actors=("Turkey",), recipients=asked)
    deed = found_at(draft, scene, 4, "CONSULT", "meet", actors=asked)
    link_deeds(scene, [verbal, deed])
    return deed.event


def test_who_asks_one_side_to_talk_takes_part() -> None:
    """Nobody talks alone."""
    assert names(talks_asked_for("Russia").actors) == ["Russia", "Turkey"]


def test_who_asks_two_sides_to_talk_takes_no_part() -> None:
    """They are to talk to each other."""
    assert names(talks_asked_for("Russia", "Syria").actors) == ["Russia", "Syria"]


def condemned(*, blamed: str, doers: tuple[str, ...], hit: tuple[str, ...], type: str = "ACCUSE", frame: str = "condemn") -> list[str]:
    """Whom Turkey blames for a bombing, once it is linked."""
    draft = draft_of(THREAT)
    scene = Scene(draft)
    verbal = found_at(draft, scene, 1, type, frame, actors=("Turkey",), recipients=(blamed,))
    verbal.relations = {relation: [3] for relation in verbal.slots.deed}
    deed = found_at(draft, scene, 3, "ASSAULT", "strike", actors=doers, recipients=hit)
    link_deeds(scene, [verbal, deed])
    return names(verbal.event.recipients)


def test_victims_of_what_is_condemned_are_not_blamed_for_it() -> None:
    """Its doer is."""
    assert condemned(blamed="Syria", doers=("Iran",), hit=("Syria",)) == ["Iran"]


def test_who_also_did_what_is_condemned_is_blamed_for_it() -> None:
    """Both sides of a battle may be condemned, one of them in so many words."""
    assert condemned(blamed="Syria", doers=("Syria", "Iran"), hit=("Syria",)) == ["Syria"]


def test_victims_stay_blamed_where_nobody_else_did_it() -> None:
    """Better than nobody."""
    assert condemned(blamed="Syria", doers=(), hit=("Syria",)) == ["Syria"]


def test_victims_of_what_somebody_is_accused_of_may_be_accused() -> None:
    """Who is accused is told by name, and not by the deed."""
    assert condemned(blamed="Syria", doers=("Iran",), hit=("Syria",), frame="accuse") == ["Syria"]
