"""What event steps look up in one article."""

from __future__ import annotations

import pytest

from sayso.coding.draft import Draft, Mention, PlaceMention, StatementDraft, TimeMention
from sayso.coding.scene import Scene
from sayso.language.analysis import Entity
from sayso.record import Place, Time
from tests.coding.event_support import draft_of

TREE = """
1 Turkey Turkey PROPN 2 nsubj Actor=Turkey
2 shelled shell VERB Tense=Past 0 root _
3 bases base NOUN 2 obj _
4 of of ADP 5 case _
5 rebels rebel NOUN 3 nmod Actor=rebels
6 near near ADP 7 case _
7 Kobani Kobani PROPN 2 obl _
8 Monday Monday PROPN 2 obl _

1 They they PRON 2 nsubj Actor=rebels
2 fled flee VERB 0 root _
"""


def draft() -> Draft:
    found = draft_of(TREE)
    found.analysis.entities = [Entity("Location", 6, 7), Entity("Person", 0, 1)]
    found.places = [PlaceMention(6, 7, 6, Place("p1", "Kobani", "SYR", precision="city"))]
    found.times = [TimeMention(7, 8, Time("t1", found.analysis.span(7, 8), "date", "2020-05-04"))]
    return found


def test_tokens_of_times_and_their_sentences_are_known() -> None:
    """Monday, and the sentence it stands in."""
    scene = Scene(draft())
    assert (scene.time_tokens, scene.dated) == ({7}, {0})


@pytest.mark.parametrize(
    ("words", "expected"),
    [(("shell",), True), (("bases", "near"), True), (("base", "of"), True), (("flee",), False), (("turkey",), True), ((), True)],
)
def test_sentence_has_words_as_lemmas_or_as_they_stand(words: tuple[str, ...], expected: bool) -> None:
    """All of them, in one sentence, in small letters."""
    assert Scene(draft()).words_beside(1).issuperset(words) is expected


def test_sentences_have_their_own_words() -> None:
    """The second sentence has not those of the first."""
    scene = Scene(draft())
    assert scene.words_beside(9) >= {"they", "flee"} and "shell" not in scene.words_beside(9)


def test_mentions_beside_are_those_of_the_sentence() -> None:
    """As they stood when the scene was made."""
    found = draft()
    scene = Scene(found)
    found.mentions.clear()
    assert [mention.actor.name for mention in scene.mentions_beside(2)] == ["Turkey", "rebels"]
    assert [mention.head for mention in scene.mentions_beside(9)] == [8]


def test_who_covers_a_token_is_the_smallest_mention_also_of_those_made_later() -> None:
    """The first of two that are as small."""
    found = draft()
    scene = Scene(found)
    assert scene.who(3) is None
    wide, narrow, late = (Mention(first, last, 2, "nominal", found.actors[0]) for first, last in ((2, 5), (2, 4), (3, 5)))
    found.mentions += [wide, narrow]
    assert scene.who(3) is narrow
    found.mentions.append(late)
    assert scene.who(3) is narrow


def test_words_in_small_letters_are_those_of_the_own_article() -> None:
    """As they stand and as lemmas; another article has others."""
    found, other = draft(), draft_of("1 Protests Protest NOUN 0 root _")
    assert (found.lows[:3], found.lemmas[:3]) == (["turkey", "shelled", "bases"], ["turkey", "shell", "base"])
    assert (other.lows, other.lemmas) == (["protests"], ["protest"])


def test_nouns_that_name_deeds_are_nobody() -> None:
    """A noun taken for an event is no actor any more; a name stays one."""
    found = draft()
    found.mentions[1].kind = "nominal"
    scene = Scene(found)
    scene.deeds = {0, 4}
    assert scene.who(4) is None and scene.named(4) is None
    assert scene.who(0) is not None
    assert [mention.actor.name for mention in scene.mentions_beside(2)] == ["Turkey"]


def test_noun_that_names_nobody_known_becomes_an_actor_when_it_is_asked_for() -> None:
    """Only then: looking does not make one."""
    found = draft()
    scene = Scene(found)
    before = len(found.actors)
    assert scene.who(2) is None and len(found.actors) == before
    named = scene.named(2)
    assert named is not None and len(found.actors) == before + 1


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        (0, {"any", "person", "actor", "country"}),
        (1, {"any"}),
        (2, {"any"}),
        (4, {"any", "group", "actor"}),
        (6, {"any", "place", "actor"}),
        (8, {"any", "group", "actor", "person"}),
    ],
)
def test_kinds_come_from_entities_places_mentions_and_pronouns(token: int, expected: set[str]) -> None:
    """Everything that is known of a word adds to what it may be."""
    assert Scene(draft()).kinds(token) == expected


def test_place_that_is_a_country_is_one() -> None:
    """A country can act, a town is only ground."""
    found = draft()
    found.places[0].place.precision = "country"
    assert "country" in Scene(found).kinds(6)


def test_people_are_a_group_too() -> None:
    """Whoever asks for a group takes a population."""
    found = draft()
    found.mentions[1].actor.kind = "population"
    assert {"population", "group"} <= Scene(found).kinds(4)


@pytest.mark.parametrize(("one", "other", "expected"), [(0, 0, 0), (0, 1, 1), (0, 2, 2), (4, 0, 3), (3, 7, 4), (0, 9, 12)])
def test_steps_count_the_way_through_the_tree(one: int, other: int, expected: int) -> None:
    """Up and down again; words of two trees are far apart."""
    scene = Scene(draft())
    assert scene.steps(one, other) == scene.steps(other, one) == expected


def test_above_are_the_heads_of_a_token() -> None:
    """All the way to the root."""
    scene = Scene(draft())
    assert (scene.above(3), scene.above(1)) == ({3: 0, 4: 1, 2: 2, 1: 3}, {1: 0})


def test_case_is_the_preposition_before_a_token() -> None:
    """By its lemma."""
    scene = Scene(draft())
    assert scene.has_case(4, "of") and not scene.has_case(4, "near") and not scene.has_case(0, "of")


def test_cues_lead_to_speakers_and_addressees() -> None:
    """By every token of the cue; the words of the content lead to who tells them."""
    found = draft()
    turkey, rebels = found.mentions[0], found.mentions[1]
    found.statements = [StatementDraft(turkey, (1, 3), [(3, 5), (6, 7)], "indirect", "say", addressee=rebels)]
    scene = Scene(found)
    assert scene.speakers == {1: turkey, 2: turkey} and scene.addressees == {1: rebels, 2: rebels}
    assert scene.reporters == {3: turkey, 4: turkey, 6: turkey}
    assert scene.speaking == {0}


def test_statement_without_speaker_or_cue_leads_nowhere() -> None:
    """Nobody said it."""
    found = draft()
    found.statements = [StatementDraft(None, None, [(3, 5)], "direct", "say")]
    scene = Scene(found)
    assert (scene.speakers, scene.addressees, scene.reporters, scene.speaking) == ({}, {}, {}, set())


def test_relations_are_read_once() -> None:
    """The same trigger gives the same answer object."""
    scene = Scene(draft())
    assert scene.relations([1]) is scene.relations([1])
    assert scene.relations([1])["subj"] == [0] and scene.relations([1])["obj"] == [2]
