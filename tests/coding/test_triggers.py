"""Triggers found in trees by phrase and condition."""

from __future__ import annotations

import pytest

from sayso.coding.scene import Scene
from sayso.coding.triggers import Match, holders, matches_at
from sayso.knowledge.triggers import load_triggers
from tests.coding.event_support import draft_of


def _matches(tree: str, token: int) -> dict[str, Match]:
    return {match.trigger.type: match for match in matches_at(Scene(draft_of(tree)), token, load_triggers())}


def _verb_object(verb: str, lemma: str, noun: str, noun_lemma: str, subject: str = "They") -> str:
    return f"1 {subject} {subject.lower()} PRON 2 nsubj\n2 {verb} {lemma} VERB Tense=Past 0 root\n3 {noun} {noun_lemma} NOUN 2 obj"


def test_a_plain_verb() -> None:
    """ "shelled" is an assault with heavy weapons."""
    match = _matches(_verb_object("shelled", "shell", "towns", "town"), 1)["ASSAULT"]
    assert match.trigger.mode == "heavy-weapons"


def test_saying_is_no_trigger() -> None:
    """Verbs of saying alone name no event."""
    assert _matches(_verb_object("said", "say", "things", "thing"), 1) == {}


@pytest.mark.parametrize(("noun", "type"), [("minister", "SANCTION"), ("shots", "ASSAULT")])
def test_objects_part_the_senses_of_fire(noun: str, type: str) -> None:
    """One fires a minister and fires shots."""
    found = _matches(_verb_object("fired", "fire", noun, noun.rstrip("s")), 1)
    assert type in found
    assert len(found) == 1


def test_a_phrase_with_a_preposition() -> None:
    """ "called on the army" is a request; the day after "on" would not be."""
    tree = "1 He he PRON 2 nsubj\n2 called call VERB 0 root\n3 on on ADP 5 case\n4 the the DET 5 det\n5 army army NOUN 2 obl"
    assert _matches(tree, 1)["REQUEST"].trigger.phrase == "call on"


def test_a_passive_phrase() -> None:
    """ "Fire was opened" is "open fire"."""
    tree = "1 Fire fire NOUN 3 nsubj:pass\n2 was be AUX 3 aux:pass\n3 opened open VERB VerbForm=Part 0 root"
    assert _matches(tree, 2)["ASSAULT"].trigger.phrase == "open fire"


def test_a_compound_noun() -> None:
    """ "drone strike" is one phrase, with its own mode."""
    match = _matches("1 A a DET 3 det\n2 drone drone NOUN 3 compound\n3 strike strike NOUN 0 root", 2)["ASSAULT"]
    assert match.trigger.mode == "drone"
    assert (match.first, match.last) == (1, 3)


@pytest.mark.parametrize(("word", "type"), [("hunger", "PROTEST"), ("teachers", "PROTEST")])
def test_strikes_of_workers_are_protests(word: str, type: str) -> None:
    """The strike of teachers is no assault."""
    found = _matches(f"1 {word} {word.rstrip('s')} NOUN 2 compound\n2 strike strike NOUN 0 root", 1)
    assert set(found) == {type}


def test_a_bare_strike_is_an_assault() -> None:
    """Without workers about, a strike in political news is military."""
    assert "ASSAULT" in _matches("1 The the DET 2 det\n2 strike strike NOUN 0 root", 1)


def test_hyphens_that_part_words() -> None:
    """ "cease - fire" in three tokens is a ceasefire."""
    tree = "1 a a DET 4 det\n2 cease cease NOUN 4 compound\n3 - - PUNCT 4 punct\n4 fire fire NOUN 0 root"
    assert _matches(tree, 3)["RETREAT"].trigger.mode == "ceasefire"


def test_the_longest_phrase_of_a_type_wins() -> None:
    """ "suicide car bombing" is matched whole."""
    tree = "1 suicide suicide NOUN 3 compound\n2 car car NOUN 3 compound\n3 bombing bombing NOUN 0 root"
    assert _matches(tree, 2)["ASSAULT"].trigger.phrase == "suicide car bombing"


def test_forbidden_objects() -> None:
    """Meeting a target is no meeting."""
    assert "CONSULT" not in _matches(_verb_object("met", "meet", "target", "target"), 1)
    assert "CONSULT" in _matches(_verb_object("met", "meet", "envoys", "envoy"), 1)


def test_pronouns_count_as_persons() -> None:
    """ "released him" lets a person go."""
    tree = "1 They they PRON 2 nsubj\n2 released release VERB 0 root\n3 him he PRON 2 obj"
    assert "RETREAT" in _matches(tree, 1)


def test_function_words_are_never_triggers() -> None:
    """Only nouns and verbs are looked up."""
    assert _matches("1 against against ADP 0 root", 0) == {}


def test_unknown_lemmas_are_looked_up_by_their_form() -> None:
    """A lemma that the tagger got wrong does not hide the verb."""
    assert "ACCUSE" in _matches(_verb_object("blamed", "blamede", "rebels", "rebel"), 1)
    assert "CONSULT" in _matches("1 talks talks NOUN 0 root", 0)


def test_an_adjective() -> None:
    """ "was critical of the plan" is criticism; a critical condition is none."""
    tree = "1 He he PRON 3 nsubj\n2 was be AUX 3 cop\n3 critical critical ADJ 0 root\n4 of of ADP 6 case\n5 the the DET 6 det\n6 plan plan NOUN 3 obl"
    assert _matches(tree, 2)["ACCUSE"].trigger.phrase == "critical of"
    assert _matches("1 critical critical ADJ 2 amod\n2 condition condition NOUN 0 root", 0) == {}


def test_what_holds_a_condition_is_found() -> None:
    """The minister tells one fires him, and does not fire at him."""
    scene = Scene(draft_of(_verb_object("fired", "fire", "minister", "minister")))
    match = next(match for match in matches_at(scene, 1, load_triggers()) if match.trigger.type == "SANCTION")
    wanted = next(term for term in match.trigger.terms if term.wanted)
    assert holders(scene, 1, match.nodes, wanted) == [2]


PARTICLE = """
1 They they PRON 2 nsubj
2 {verb} VERB Tense=Past 0 root
3 {particle} {particle} ADP 2 compound:prt
4 {noun} NOUN 2 obj
"""


@pytest.mark.parametrize(
    ("verb", "particle", "noun", "types"),
    [
        ("called call", "off", "march march", {"CONCEDE"}),
        ("called call", "off", "talks talk", {"SANCTION"}),
        ("called call", "up", "reservists reservist", {"MOBILIZE"}),
        ("hit hit", "out", "minister minister", {"ACCUSE"}),
    ],
)
def test_a_verb_with_a_particle_is_not_the_verb_without(verb: str, particle: str, noun: str, types: set[str]) -> None:
    """Who calls off a march calls nobody."""
    assert set(_matches(PARTICLE.format(verb=verb, particle=particle, noun=noun), 1)) == types


def test_a_particle_that_no_trigger_of_the_verb_has_changes_nothing() -> None:
    """Who shells away shells."""
    assert "ASSAULT" in _matches(PARTICLE.format(verb="shelled shell", particle="away", noun="towns town"), 1)


FINGER = """
1 They they PRON 2 nsubj
2 pointed point VERB Tense=Past 0 root
3 the the DET 4 det
4 finger finger NOUN 2 obj
5 {case} {case} ADP 6 case
6 rebels rebel NOUN {above}
"""


@pytest.mark.parametrize("above", ["2 obl", "4 nmod"])
def test_the_preposition_of_a_phrase_may_hang_on_its_noun(above: str) -> None:
    """ "Pointed the finger at rebels", wherever the tree has the rebels."""
    assert _matches(FINGER.format(case="at", above=above), 1)["ACCUSE"].trigger.phrase == "point finger at"


def test_another_preposition_makes_another_phrase() -> None:
    """Who points a finger with care blames nobody."""
    assert _matches(FINGER.format(case="with", above="4 nmod"), 1) == {}
