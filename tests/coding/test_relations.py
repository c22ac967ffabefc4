"""Subjects, objects and prepositions read from trees."""

from __future__ import annotations

import pytest

from sayso.coding.relations import (
    grammatical_subjects,
    is_passive,
    objects_of,
    relations_of,
    subjects_of,
)
from sayso.knowledge.frames import load_frames
from sayso.language.analysis import Analysis
from tests.trees import analysis_of

ACTIVE = """
1 Rebels rebel NOUN 2 nsubj
2 shelled shell VERB Tense=Past|VerbForm=Fin 0 root
3 towns town NOUN 2 obj
"""
PASSIVE = """
1 Towns town NOUN 3 nsubj:pass
2 were be AUX 3 aux:pass
3 shelled shell VERB Tense=Past|VerbForm=Part 0 root
4 by by ADP 5 case
5 rebels rebel NOUN 3 obl:agent
"""
REDUCED = """
1 The the DET 2 det
2 town town NOUN 6 nsubj
3 shelled shell VERB Tense=Past|VerbForm=Part 2 acl
4 by by ADP 5 case
5 rebels rebel NOUN 3 obl
6 fell fall VERB Tense=Past 0 root
"""
RELATIVE = """
1 Rebels rebel NOUN 5 nsubj
2 who who PRON PronType=Rel 3 nsubj
3 shelled shell VERB Tense=Past|VerbForm=Fin 1 acl:relcl
4 towns town NOUN 3 obj
5 fled flee VERB Tense=Past 0 root
"""
GAP = """
1 The the DET 2 det
2 town town NOUN 5 nsubj
3 rebels rebel NOUN 4 nsubj
4 shelled shell VERB Tense=Past|VerbForm=Fin 2 acl:relcl
5 burned burn VERB Tense=Past 0 root
"""
CONJOINED = """
1 Police police NOUN 2 nsubj
2 arrested arrest VERB Tense=Past|VerbForm=Fin 0 root
3 and and CCONJ 4 cc
4 charged charge VERB Tense=Past|VerbForm=Fin 2 conj
5 Adams Adams PROPN 4 obj
"""
CONTROL = """
1 Turkey Turkey PROPN 2 nsubj
2 urged urge VERB Tense=Past|VerbForm=Fin 0 root
3 rebels rebel NOUN 2 obj
4 to to PART 5 mark
5 withdraw withdraw VERB VerbForm=Inf 2 xcomp
"""
PROMISE = CONTROL.replace("urged urge", "threatened threaten")
NOUN_INFINITIVE = """
1 Turkey Turkey PROPN 3 nmod:poss
2 's 's PART 1 case
3 plan plan NOUN 7 nsubj
4 to to PART 5 mark
5 invade invade VERB VerbForm=Inf 3 acl
6 Syria Syria PROPN 5 obj
7 failed fail VERB Tense=Past 0 root
"""
ADVERBIAL = """
1 Troops troop NOUN 2 nsubj
2 advanced advance VERB Tense=Past|VerbForm=Fin 0 root
3 , , PUNCT 2 punct
4 seizing seize VERB Tense=Pres|VerbForm=Part 2 advcl
5 villages village NOUN 4 obj
"""
LIGHT = """
1 Turkey Turkey PROPN 2 nsubj
2 launched launch VERB Tense=Past|VerbForm=Fin 0 root
3 attacks attack NOUN 2 obj
4 on on ADP 5 case
5 rebels rebel NOUN 2 obl
"""
SUFFERED = """
1 Rebels rebel NOUN 2 nsubj
2 came come VERB Tense=Past|VerbForm=Fin 0 root
3 under under ADP 4 case
4 attack attack NOUN 2 obl
"""
NOMINAL = """
1 Turkey Turkey PROPN 3 nmod:poss
2 's 's PART 1 case
3 shelling shelling NOUN 8 nsubj
4 of of ADP 5 case
5 towns town NOUN 3 nmod
6 and and CCONJ 7 cc
7 villages village NOUN 5 conj
8 went go VERB 0 root
"""
CARRIED = """
1 attacks attack NOUN 0 root
2 carried carry VERB Tense=Past|VerbForm=Part 1 acl
3 out out ADP 2 compound:prt
4 by by ADP 5 case
5 rebels rebel NOUN 2 obl
"""


def _words(analysis: Analysis, tokens: list[int]) -> list[str]:
    return [analysis.tokens[i].lemma for i in tokens]


@pytest.mark.parametrize(
    ("tree", "verb", "subjects", "objects"),
    [
        (ACTIVE, 1, ["rebel"], ["town"]),
        (PASSIVE, 2, ["rebel"], ["town"]),
        (REDUCED, 2, ["rebel"], ["town"]),
        (RELATIVE, 2, ["rebel"], ["town"]),
        (GAP, 3, ["rebel"], ["town"]),
        (CONJOINED, 1, ["police"], ["Adams"]),
        (CONJOINED, 3, ["police"], ["Adams"]),
        (CONTROL, 4, ["rebel"], []),
        (PROMISE, 4, ["Turkey"], []),
        (NOUN_INFINITIVE, 4, ["Turkey"], ["Syria"]),
        (ADVERBIAL, 3, ["troop"], ["village"]),
    ],
)
def test_who_does_what_to_whom(tree: str, verb: int, subjects: list[str], objects: list[str]) -> None:
    """Subjects and objects are found whatever the voice and wherever the tree writes them."""
    analysis = analysis_of(tree)
    assert _words(analysis, subjects_of(analysis, verb)) == subjects
    assert _words(analysis, objects_of(analysis, verb)) == objects


@pytest.mark.parametrize(("tree", "verb", "passive"), [(ACTIVE, 1, False), (PASSIVE, 2, True), (REDUCED, 2, True), (ADVERBIAL, 3, False)])
def test_voice(tree: str, verb: int, passive: bool) -> None:
    """Passives are known by their auxiliary, their subject or as bare participles."""
    assert is_passive(analysis_of(tree), verb) is passive


def test_an_agentless_passive_has_no_subject() -> None:
    """Who did it is not guessed."""
    analysis = analysis_of("\n".join(PASSIVE.strip().splitlines()[:3]))
    assert subjects_of(analysis, 2) == []
    assert _words(analysis, objects_of(analysis, 2)) == ["town"]


def test_there_is_no_subject_in_there() -> None:
    """The "there" of "there were clashes" does nothing."""
    analysis = analysis_of("1 There there PRON 2 nsubj\n2 clashed clash VERB 0 root")
    assert grammatical_subjects(analysis, 1) == []


def test_light_verb_hands_its_subject_and_prepositions_on() -> None:
    """ "Turkey launched attacks on rebels": the noun gets the verb's subject and the phrase after "on"."""
    analysis = analysis_of(LIGHT)
    found = relations_of(analysis, [2], load_frames())
    assert _words(analysis, found["light"]) == ["Turkey"]
    assert _words(analysis, found["on"]) == ["rebel"]


def test_coming_under_attack_is_suffering_it() -> None:
    """The subject of "came under attack" is attacked."""
    analysis = analysis_of(SUFFERED)
    assert _words(analysis, relations_of(analysis, [3], load_frames())["faced"]) == ["rebel"]


def test_nominal_with_possessor_and_of() -> None:
    """ "Turkey's shelling of towns and villages": possessor, and both that hang on "of"."""
    analysis = analysis_of(NOMINAL)
    found = relations_of(analysis, [2], load_frames())
    assert _words(analysis, found["poss"]) == ["Turkey"]
    assert _words(analysis, found["of"]) == ["town", "village"]


def test_agent_of_a_participle_after_the_noun() -> None:
    """ "Attacks carried out by rebels" are by rebels."""
    analysis = analysis_of(CARRIED)
    assert _words(analysis, relations_of(analysis, [0], load_frames())["by"]) == ["rebel"]


def test_a_trigger_is_no_participant_of_itself() -> None:
    """Words of the phrase itself stand in no relation to it."""
    analysis = analysis_of(LIGHT)
    found = relations_of(analysis, [1, 2], load_frames())
    assert 2 not in found.get("obj", [])
    assert _words(analysis, found["subj"]) == ["Turkey"]


def test_a_lone_word_has_no_relations() -> None:
    """A sentence of one word breaks nothing."""
    assert relations_of(analysis_of("1 Fire fire NOUN 0 root"), [0], load_frames()) == {}


def duty(*, verb: str = "leave", helper: str = "") -> dict[str, list[int]]:
    """Relations of "must" in "Rebels must leave" and the like."""
    rows = ["1 Rebels rebel NOUN 3 nsubj", "2 must must AUX 3 aux", f"3 {verb} {verb} VERB 0 root"]
    if helper:
        rows.append(f"4 {helper} {helper} AUX 3 {'aux:pass' if helper == 'be' else 'aux'}")
    return relations_of(analysis_of("\n".join(rows)), [1], load_frames())


def test_duty_lies_on_the_subject() -> None:
    """And the deed is the verb that "must" stands with."""
    assert duty() == {"deed": [2], "obj": [0]}


def test_who_must_be_freed_has_no_duty() -> None:
    """The passive tells of the deed alone."""
    assert duty(verb="freed", helper="be") == {"deed": [2]}


def test_must_have_is_a_guess() -> None:
    """ "They must have left" asks nothing of anybody."""
    assert duty(verb="left", helper="have") == {}


CALLED = """
1 Amnesty Amnesty PROPN 2 nsubj
2 called call VERB Tense=Past|VerbForm=Fin 0 root
3 on on ADP 4 case
4 Egypt Egypt PROPN 2 obl
5 and and CCONJ 6 cc
6 Sudan Sudan PROPN 4 conj
7 to to PART 8 mark
8 free free VERB VerbForm=Inf 2 xcomp
9 prisoners prisoner NOUN 8 obj
"""
URGED = """
1 Envoys envoy NOUN 2 nsubj
2 urged urge VERB Tense=Past|VerbForm=Fin 0 root
3 rebels rebel NOUN 2 iobj
4 to to PART 5 mark
5 leave leave VERB VerbForm=Inf 2 xcomp
"""
BLAMED = """
1 Turkey Turkey PROPN 2 nsubj
2 blamed blame VERB Tense=Past|VerbForm=Fin 0 root
3 bombings bombing NOUN 2 obj
4 on on ADP 5 case
5 rebels rebel NOUN 3 nmod
6 and and CCONJ 7 cc
7 spies spy NOUN 5 conj
"""


def test_who_is_called_on_does_what_is_called_for() -> None:
    """The subject of "free" in "called on Egypt and Sudan to free prisoners" is whom the call goes to."""
    analysis = analysis_of(CALLED)
    assert [analysis.tokens[i].text for i in subjects_of(analysis, 7)] == ["Egypt", "Sudan"]


def test_who_depends_on_another_does_it_himself() -> None:
    """Only verbs of asking hand the infinitive to whom a preposition names: "met in Egypt to sign" does not."""
    analysis = analysis_of(CALLED.replace("called call", "stopped stop").replace("on on", "in in"))
    assert [analysis.tokens[i].text for i in subjects_of(analysis, 7)] == ["Amnesty"]


def test_an_indirect_object_does_the_infinitive() -> None:
    """Whom somebody urges is an object, also where the tree calls it indirect."""
    analysis = analysis_of(URGED)
    assert (subjects_of(analysis, 4), objects_of(analysis, 1)) == ([2], [2])


def test_prepositions_of_an_object_have_names_of_their_own() -> None:
    """ "On rebels and spies" hangs on what is blamed, so that it is no "on" of the verb itself."""
    found = relations_of(analysis_of(BLAMED), [1], load_frames())
    assert (found["obj_on"], "on" in found) == ([4, 6], False)


COMPANY = """
1 Iran Iran PROPN 9 nsubj
2 , , PUNCT 5 punct
3 {first} {first} ADP 5 case
4 {second} {second} ADP 3 fixed
5 Russia Russia PROPN 1 nmod
6 and and CCONJ 7 cc
7 Turkey Turkey PROPN 5 conj
8 , , PUNCT 5 punct
9 condemned condemn VERB Tense=Past|VerbForm=Fin 0 root
"""
ALONGSIDE = """
1 Iran Iran PROPN 5 nsubj
2 alongside alongside ADP 4 case
3 Kremlin Kremlin PROPN 4 compound
4 envoys envoy NOUN 5 obl
5 fought fight VERB Tense=Past|VerbForm=Fin 0 root
"""
ASIDE = """
1 Iran Iran PROPN 9 nsubj
2 , , PUNCT 6 punct
3 along along ADP 6 case
4 with with ADP 3 fixed
5 , , PUNCT 6 punct
6 perhaps perhaps ADV 7 advmod
7 Russia Russia PROPN 1 nmod
8 , , PUNCT 7 punct
9 condemned condemn VERB Tense=Past|VerbForm=Fin 0 root
"""
BEHIND = """
1 Iran Iran PROPN 2 nsubj
2 condemned condemn VERB Tense=Past|VerbForm=Fin 0 root
3 raids raid NOUN 2 obj
4 along along ADP 6 case
5 with with ADP 4 fixed
6 Russia Russia PROPN 2 obl
"""
BORDER = """
1 Troops troop NOUN 5 nsubj
2 along along ADP 4 case
3 the the DET 4 det
4 border border NOUN 1 nmod
5 fired fire VERB Tense=Past|VerbForm=Fin 0 root
"""


@pytest.mark.parametrize("first", ["along", "together"])
def test_company_of_the_subject_does_it_too(first: str) -> None:
    """ "Iran, along with Russia and Turkey, condemned": all three."""
    analysis = analysis_of(COMPANY.format(first=first, second="with"))
    assert _words(analysis, subjects_of(analysis, 8)) == ["Iran", "Russia", "Turkey"]


def test_who_does_it_alongside_is_a_phrase_with_its_head_last() -> None:
    """Of "alongside Kremlin envoys" the envoys."""
    analysis = analysis_of(ALONGSIDE)
    assert _words(analysis, subjects_of(analysis, 4)) == ["Iran", "envoy"]


@pytest.mark.parametrize(
    ("tree", "verb", "subjects"),
    [
        (COMPANY.format(first="according", second="to"), 8, ["Iran"]),
        (ASIDE, 8, ["Iran"]),
        (BEHIND, 1, ["Iran"]),
        (BORDER, 4, ["troop"]),
    ],
)
def test_others_are_no_company(tree: str, verb: int, subjects: list[str]) -> None:
    """Those of other prepositions, those past a comma, those behind the verb."""
    analysis = analysis_of(tree)
    assert _words(analysis, subjects_of(analysis, verb)) == subjects


def signers(first: str, upos: str) -> list[str]:
    """Who signs in "The leaders, FIRST and Putin, signed"."""
    analysis = analysis_of(f"""
1 The the DET 2 det
2 leaders leader NOUN 8 nsubj
3 , , PUNCT 4 punct
4 {first} {first} {upos} 2 appos
5 and and CCONJ 6 cc
6 Putin Putin PROPN 4 conj
7 , , PUNCT 4 punct
8 signed sign VERB Tense=Past|VerbForm=Fin 0 root
""")
    return _words(analysis, subjects_of(analysis, 7))


def test_who_is_joined_to_a_name_in_apposition_does_it_too() -> None:
    """ "The leaders, Kim and Putin, signed": Putin did."""
    assert "Putin" in signers("Kim", "PROPN")


def test_who_is_joined_to_another_noun_in_apposition_does_not() -> None:
    """Only a name stands for those whom it explains."""
    assert signers("hosts", "NOUN") == ["leader"]


BROKE_OUT = """
1 Fighting fighting NOUN 2 nsubj
2 {verb} VERB Tense=Past|VerbForm=Fin 0 root
3 out out ADP 2 compound:prt
4 {case} {case} ADP 5 case
5 rebels rebel NOUN 2 obl
6 and and CCONJ 8 cc
7 the the DET 8 det
8 army army NOUN 5 conj
"""


@pytest.mark.parametrize("case", ["between", "among", "with"])
def test_what_breaks_out_is_between_those_behind_the_verb(case: str) -> None:
    """ "Fighting broke out between rebels and the army": as if they stood behind the noun."""
    analysis = analysis_of(BROKE_OUT.format(verb="broke break", case=case))
    assert _words(analysis, relations_of(analysis, [0], load_frames())[case]) == ["rebel", "army"]


@pytest.mark.parametrize(("verb", "case"), [("broke break", "near"), ("wore wear", "between")])
def test_others_behind_a_verb_take_no_part_in_its_subject(verb: str, case: str) -> None:
    """Those behind other prepositions, and behind verbs that do not say that it took place."""
    analysis = analysis_of(BROKE_OUT.format(verb=verb, case=case))
    assert relations_of(analysis, [0], load_frames()) == {}


TRAVELLED = """
1 Putin Putin PROPN 2 nsubj
2 flew fly VERB Tense=Past|VerbForm=Fin 0 root
3 to to ADP 4 case
4 Syria Syria PROPN 2 obl
5 {case} {case} ADP 6 case
6 {noun} NOUN 2 obl
7 with with ADP 8 case
8 Assad Assad PROPN 6 nmod
"""


@pytest.mark.parametrize(("case", "noun"), [("for", "talks talk"), ("after", "talks talk"), ("by", "train train")])
def test_who_is_behind_with_below_a_phrase_of_the_verb_has_a_relation_of_his_own(case: str, noun: str) -> None:
    """ "Flew to Syria for talks with Assad": whatever the noun; for talks, as if he had flown with him."""
    analysis = analysis_of(TRAVELLED.format(case=case, noun=noun))
    found = relations_of(analysis, [1], load_frames())
    assert (_words(analysis, found["below_with"]), "with" in found) == (["Assad"], (case, noun) == ("for", "talks talk"))


def test_those_joined_behind_with_below_a_phrase_stand_in_the_relation_together() -> None:
    """ "For talks with Assad and Erdogan"."""
    analysis = analysis_of(TRAVELLED.format(case="for", noun="talks talk") + "9 Erdogan Erdogan PROPN 8 conj")
    assert _words(analysis, relations_of(analysis, [1], load_frames())["below_with"]) == ["Assad", "Erdogan"]


def test_who_is_behind_another_preposition_below_a_phrase_has_no_relation() -> None:
    """ "For talks about Assad" he is not met."""
    analysis = analysis_of(TRAVELLED.format(case="for", noun="talks talk").replace("7 with with", "7 about about"))
    assert "below_with" not in relations_of(analysis, [1], load_frames())


def test_who_acts_around_a_meeting_has_a_relation_to_it() -> None:
    """ "Putin flew to Syria for talks": the talks may be his."""
    analysis = analysis_of(TRAVELLED.format(case="for", noun="talks talk"))
    assert _words(analysis, relations_of(analysis, [5], load_frames())["main_subj"]) == ["Putin"]


def test_who_acts_on_a_meeting_does_not_act_around_it() -> None:
    """ "Putin praised talks" is about talks that may be anybody's."""
    analysis = analysis_of("1 Putin Putin PROPN 2 nsubj\n2 praised praise VERB Tense=Past|VerbForm=Fin 0 root\n3 talks talk NOUN 2 obj")
    assert "main_subj" not in relations_of(analysis, [2], load_frames())


def doers(*rows: str, deed: int) -> list[str]:
    """Who is behind a deed, or responsible for it."""
    analysis = analysis_of("\n".join(rows))
    return _words(analysis, relations_of(analysis, [deed], load_frames()).get("by", []))


def test_who_is_behind_a_deed_did_it() -> None:
    """ "Rebels were behind raids", where the tree has the deed for what they are."""
    assert doers("1 Rebels rebel NOUN 4 nsubj", "2 were be AUX 4 cop", "3 behind behind ADP 4 case", "4 raids raid NOUN 0 root", deed=3) == ["rebel"]


def test_who_is_near_a_deed_did_not_do_it() -> None:
    """ "Rebels were near raids"."""
    assert doers("1 Rebels rebel NOUN 4 nsubj", "2 were be AUX 4 cop", "3 near near ADP 4 case", "4 raids raid NOUN 0 root", deed=3) == []


@pytest.mark.parametrize(("verb", "expected"), [("stood stand", ["rebel"]), ("were be", ["rebel"]), ("marched march", [])])
def test_who_stands_behind_a_deed_did_it(verb: str, expected: list[str]) -> None:
    """Who marches behind it did not."""
    assert doers("1 Rebels rebel NOUN 2 nsubj", f"2 {verb} VERB 0 root", "3 behind behind ADP 4 case", "4 raids raid NOUN 2 obl", deed=3) == expected


@pytest.mark.parametrize(("word", "expected"), [("responsible", ["rebel"]), ("ready", [])])
def test_who_is_responsible_for_a_deed_did_it(word: str, expected: list[str]) -> None:
    """Who is ready for it did not."""
    rows = ("1 Rebels rebel NOUN 3 nsubj", "2 were be AUX 3 cop", f"3 {word} {word} ADJ 0 root", "4 for for ADP 5 case", "5 raids raid NOUN 3 obl")
    assert doers(*rows, deed=4) == expected


CALLED_PASSIVE = """
1 Squads squad NOUN 2 nsubj:pass
2 kidnapped kidnap VERB 0 root
3 students student NOUN 2 obj
"""


def test_a_verb_with_an_object_and_no_helper_is_active() -> None:
    """ "Squads kidnapped students", though the tree calls its subject that of a passive."""
    assert not is_passive(analysis_of(CALLED_PASSIVE), 1)


def test_a_passive_may_have_an_object_beside_a_helper() -> None:
    """ "Squads were denied visas"."""
    assert is_passive(analysis_of(CALLED_PASSIVE + "4 were be AUX 2 aux:pass"), 1)


def test_a_passive_may_have_an_object_beside_an_agent() -> None:
    """ "Squads denied visas by ministers"."""
    assert is_passive(analysis_of(CALLED_PASSIVE + "4 by by ADP 5 case\n5 ministers minister NOUN 2 obl:agent"), 1)


def test_a_subject_of_a_passive_makes_one_where_there_is_no_object() -> None:
    """ "Squads kidnapped" without a helper."""
    assert is_passive(analysis_of("\n".join(CALLED_PASSIVE.strip().splitlines()[:2])), 1)
