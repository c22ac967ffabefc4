"""Phrases that may name an actor."""

from __future__ import annotations

import pytest

from sayso.coding.mentions import Candidate, bare_start, find_candidates, head_of, noun_at, phrase
from sayso.language.analysis import Analysis
from tests.coding.actor_support import small_base
from tests.trees import analysis_of

BASE = small_base()


def candidates(conllu: str, *, published: str | None = None) -> tuple[Analysis, list[Candidate]]:
    analysis = analysis_of(conllu)
    matches = BASE.find([token.text for token in analysis.tokens], on=published)
    return analysis, find_candidates(analysis, BASE, published, matches)


def found(conllu: str) -> list[tuple[str, str]]:
    """Words and kind of each candidate."""
    analysis, all_found = candidates(conllu)
    return [(analysis.words(c.first, c.last), c.kind) for c in all_found]


def names_of(conllu: str) -> dict[str, list[str]]:
    """The entries behind each candidate."""
    analysis, all_found = candidates(conllu)
    return {analysis.words(c.first, c.last): [entry.name for entry in c.entries] for c in all_found}


def test_names_nouns_and_pronouns_come_in_the_order_of_the_text() -> None:
    """A sentence with one of each."""
    assert found("""
        1 Norland Norland PROPN 2 nsubj Entity=Location
        2 said say VERB 0 root
        3 it it PRON 4 nsubj
        4 met meet VERB 2 ccomp
        5 rebels rebel NOUN 4 obj
    """) == [("Norland", "name"), ("it", "pronoun"), ("rebels", "nominal")]


@pytest.mark.parametrize(
    ("word", "label"),
    [("He", "m"), ("her", "f"), ("Its", "n"), ("THEY", "p"), ("themselves", "p"), ("I", "1"), ("our", "1p"), ("whose", "r")],
)
def test_pronouns_say_what_they_agree_with(word: str, label: str) -> None:
    """Whatever their case and their letters."""
    _, (candidate,) = candidates(f"1 {word} x PRON 2 nsubj\n2 left leave VERB 0 root")
    assert (candidate.kind, candidate.label) == ("pronoun", label)


def test_words_for_things_are_no_pronouns_for_actors() -> None:
    """Nobody is meant by "this", "there" or "anything"."""
    assert found("1 this this PRON 3 nsubj\n2 there there PRON 3 expl\n3 changed change VERB 0 root\n4 anything anything PRON 3 obj") == []


@pytest.mark.parametrize(
    ("feats", "relation", "expected"),
    [("PronType=Rel", "nsubj", 1), ("PronType=Rel", "nsubj:pass", 1), ("PronType=Rel", "obj", 0), ("PronType=Dem", "nsubj", 0)],
)
def test_that_is_relative_and_subject_or_nobody(feats: str, relation: str, expected: int) -> None:
    """The group that attacked; but not the house that they attacked, nor that alone."""
    assert len(found(f"1 that that PRON {feats} 2 {relation}\n2 attacked attack VERB 0 root")) == expected


def test_article_is_no_part_of_a_name() -> None:
    """The model may take it in."""
    assert found(
        "1 the the DET 3 det Entity=Organization\n2 River River PROPN 3 compound Entity=Organization\n3 Front Front PROPN 4 nsubj Entity=Organization\n4 left leave VERB 0 root"
    ) == [("River Front", "name")]


def test_longer_of_two_names_that_overlap_is_taken() -> None:
    """The model saw one word of a name that is known to have two."""
    assert names_of("1 River River PROPN 2 compound Entity=Organization\n2 Front Front PROPN 3 nsubj\n3 left leave VERB 0 root") == {
        "River Front": ["River Front"]
    }


def test_name_of_a_person_stands_for_persons_only() -> None:
    """An unknown person has no entry, and stays a candidate."""
    assert names_of("1 Ann Ann PROPN 3 nsubj Entity=Person\n2 Vale Vale PROPN 1 flat Entity=Person\n3 left leave VERB 0 root") == {
        "Ann Vale": ["Ann Vale"]
    }
    assert names_of("1 Tom Tom PROPN 3 nsubj Entity=Person\n2 Cutter Cutter PROPN 1 flat Entity=Person\n3 left leave VERB 0 root") == {
        "Tom Cutter": []
    }


def test_unknown_organisation_is_a_candidate_too() -> None:
    """Who acts need not be known."""
    assert names_of(
        "1 Bakers Baker PROPN 2 compound Entity=Organization\n2 Union Union PROPN 3 nsubj Entity=Organization\n3 left leave VERB 0 root"
    ) == {"Bakers Union": []}


def test_place_that_only_locates_is_nobody() -> None:
    """An unknown town, or a capital behind a preposition of place."""
    assert (
        found("1 Fighting fighting NOUN 2 nsubj\n2 raged rage VERB 0 root\n3 in in ADP 4 case\n4 Oldmill Oldmill PROPN 2 obl Entity=Location") == []
    )
    assert (
        found(
            "1 Fighting fighting NOUN 2 nsubj\n2 raged rage VERB 0 root\n3 in in ADP 5 case\n4 Port Port PROPN 5 compound Entity=Location\n5 Vale Vale PROPN 2 obl Entity=Location"
        )
        == []
    )


@pytest.mark.parametrize("relation", ["nsubj", "obj", "iobj", "obl:agent"])
def test_capital_that_acts_is_its_state(relation: str) -> None:
    """As subject, object or agent."""
    assert names_of(f"1 denied deny VERB 0 root\n2 Port Port PROPN 3 compound Entity=Location\n3 Vale Vale PROPN 1 {relation} Entity=Location") == {
        "Port Vale": ["Norland"]
    }


@pytest.mark.parametrize(("case", "known"), [("by", True), ("with", True), ("against", True), ("in", False), ("from", False), ("near", False)])
def test_preposition_tells_whether_a_capital_acts(case: str, known: bool) -> None:
    """What is done by or with it, not what happens in it."""
    rows = f"1 signed sign VERB 0 root\n2 {case} {case} ADP 4 case\n3 Port Port PROPN 4 compound Entity=Location\n4 Vale Vale PROPN 1 obl:agent Entity=Location"
    assert (names_of(rows) == {"Port Vale": ["Norland"]}) is known


def test_capital_joined_to_one_that_acts_acts_too() -> None:
    """Both stand in the place of the first."""
    assert names_of("""
        1 Port Port PROPN 2 compound Entity=Location
        2 Vale Vale PROPN 6 nsubj Entity=Location
        3 and and CCONJ 5 cc
        4 Zoe Zoe PROPN 5 compound Entity=Location
        5 Falls Falls PROPN 2 conj Entity=Location
        6 agreed agree VERB 0 root
    """) == {"Port Vale": ["Norland"], "Zoe Falls": ["Southland"]}


def test_nationality_before_a_noun_for_actors_belongs_to_it() -> None:
    """Norlandic soldiers are one candidate."""
    assert found("1 Norlandic Norlandic ADJ 2 amod Entity=NORP\n2 soldiers soldier NOUN 3 nsubj\n3 left leave VERB 0 root") == [
        ("Norlandic soldiers", "nominal")
    ]


def test_nationality_before_a_deed_is_its_state() -> None:
    """The Norlandic invasion is Norland's."""
    assert names_of("1 the the DET 3 det\n2 Norlandic Norlandic ADJ 3 amod\n3 invasion invasion NOUN 4 nsubj\n4 failed fail VERB 0 root") == {
        "Norlandic": ["Norland"]
    }


@pytest.mark.parametrize("noun", ["province", "border", "airspace", "village"])
def test_nationality_before_ground_is_nobody(noun: str) -> None:
    """A province does nothing, and its state does nothing by it."""
    assert found(f"1 the the DET 3 det\n2 Norlandic Norlandic ADJ 3 amod\n3 {noun} {noun} NOUN 4 nsubj\n4 burned burn VERB 0 root") == []


def test_small_letters_are_no_nationality() -> None:
    """A southern wind is nobody's."""
    assert found("1 southern southern ADJ 2 amod\n2 winds wind NOUN 3 nsubj\n3 blew blow VERB 0 root") == []


def test_longest_term_says_what_a_noun_is() -> None:
    """A police officer is police, an officer alone is not."""
    _, (candidate,) = candidates("1 police police NOUN 2 compound\n2 officers officer NOUN 3 nsubj\n3 left leave VERB 0 root")
    assert candidate.noun is not None and candidate.noun.sectors == ("COP",)
    _, (candidate,) = candidates("1 officers officer NOUN 2 nsubj\n2 left leave VERB 0 root")
    assert candidate.noun is not None and candidate.noun.sectors == ("GOV",)


def test_terms_do_not_reach_over_sentences() -> None:
    """The last word of one sentence says nothing of the first of the next."""
    analysis = analysis_of("1 police police NOUN 0 root\n\n1 officers officer NOUN 2 nsubj\n2 left leave VERB 0 root")
    noun = noun_at(analysis, 1, BASE)
    assert noun is not None and noun.lemma == "officer"


def test_noun_inside_a_name_is_no_candidate_of_its_own() -> None:
    """The head of the whole phrase names the actor."""
    assert found("1 army army NOUN 2 compound\n2 general general NOUN 3 nsubj\n3 left leave VERB 0 root") == [("army general", "nominal")]


def test_adjective_with_an_article_may_name_people() -> None:
    """The displaced are people; displaced families are families."""
    assert found("1 The the DET 2 det\n2 displaced displaced ADJ 3 nsubj\n3 returned return VERB 0 root") == [("The displaced", "nominal")]
    assert found("1 displaced displaced ADJ 2 amod\n2 things thing NOUN 3 nsubj\n3 burned burn VERB 0 root") == []


def test_part_of_a_title_is_no_candidate() -> None:
    """A secretary of state is one person, and no state; a prosecutor's office is no prosecutor."""
    assert found("1 secretary secretary NOUN 4 nsubj\n2 of of ADP 3 case\n3 state state NOUN 1 nmod\n4 left leave VERB 0 root") == [
        ("secretary", "nominal")
    ]
    assert found("1 prosecutor prosecutor NOUN 3 nmod:poss\n2 's 's PART 1 case\n3 office office NOUN 4 nsubj\n4 said say VERB 0 root") == [
        ("prosecutor 's office", "nominal")
    ]


def test_noun_that_names_no_kind_of_actor_is_nobody() -> None:
    """A table does nothing."""
    assert found("1 the the DET 2 det\n2 table table NOUN 3 nsubj\n3 fell fall VERB 0 root") == []


def test_phrase_takes_what_belongs_to_its_head() -> None:
    """Articles, adjectives, numbers and possessors, with all that is below them."""
    analysis = analysis_of("""
        1 the the DET 3 det
        2 old old ADJ 3 amod
        3 king king NOUN 6 nmod:poss
        4 's 's PART 3 case
        5 three three NUM 6 nummod
        6 soldiers soldier NOUN 7 nsubj
        7 left leave VERB 0 root
    """)
    assert analysis.words(*phrase(analysis, 5)) == "the old king 's three soldiers"


@pytest.mark.parametrize(
    ("before", "expected"),
    [("at least", "nine soldiers"), ("more than", "nine soldiers"), ("about", "nine soldiers"), ("the", "the nine soldiers")],
)
def test_phrase_leaves_out_what_only_bounds_a_number(before: str, expected: str) -> None:
    """At least nine soldiers are nine soldiers."""
    words = before.split()
    rows = [
        f"{n} {word} {word} {'DET' if word == 'the' else 'ADP' if word in ('at', 'than') else 'ADV'} {len(words) + 2} {'det' if word == 'the' else 'advmod'}"
        for n, word in enumerate(words, 1)
    ]
    rows += [f"{len(words) + 1} nine nine NUM {len(words) + 2} nummod", f"{len(words) + 2} soldiers soldier NOUN 0 root"]
    analysis = analysis_of("\n".join(rows))
    assert analysis.words(*phrase(analysis, len(words) + 1)) == expected


def test_phrase_stays_within_twelve_words() -> None:
    """An endless row of adjectives is cut."""
    rows = [f"{n} old old ADJ 20 amod" for n in range(1, 20)] + ["20 king king NOUN 0 root"]
    analysis = analysis_of("\n".join(rows))
    assert phrase(analysis, 19) == (7, 20)


def test_head_of_a_span_is_the_word_whose_head_lies_outside() -> None:
    """Punctuation only where there is nothing else."""
    analysis = analysis_of("1 River River PROPN 2 compound\n2 Front Front PROPN 4 nsubj\n3 , , PUNCT 4 punct\n4 left leave VERB 0 root")
    assert head_of(analysis, 0, 2) == 1
    assert head_of(analysis, 1, 3) == 1
    assert head_of(analysis, 2, 3) == 2


def test_text_all_in_capitals_has_candidates() -> None:
    """Old wire copy."""
    assert found("1 NORLAND Norland PROPN 2 nsubj Entity=Location\n2 BOMBED bomb VERB 0 root\n3 REBELS rebel NOUN 2 obj") == [
        ("NORLAND", "name"),
        ("REBELS", "nominal"),
    ]


def test_offices_depend_on_the_date() -> None:
    """The entries of a name are ordered by who was in office then."""
    _, (candidate,) = candidates(
        "1 Ann Ann PROPN 3 nsubj Entity=Person\n2 Vale Vale PROPN 1 flat Entity=Person\n3 left leave VERB 0 root", published="2021-05-05"
    )
    assert candidate.entries[0].office_on("2021-05-05") is not None


def test_no_words_no_candidates() -> None:
    """An empty article names nobody."""
    assert find_candidates(Analysis(""), BASE, None, []) == []


@pytest.mark.parametrize("relation", ["amod", "compound", "nmod:desc"])
def test_people_before_a_noun_are_no_name_of_their_own(relation: str) -> None:
    """A people's name that describes somebody belongs to that phrase, whatever its tag."""
    rows = f"1 Oldmillers Oldmiller PROPN 2 {relation} Entity=NORP\n2 soldiers soldier NOUN 3 nsubj\n3 left leave VERB 0 root"
    assert [kind for _, kind in found(rows)] == ["nominal"]


def test_people_that_act_are_a_name() -> None:
    """As subject they stand for themselves."""
    assert found("1 Oldmillers Oldmiller PROPN 2 nsubj Entity=NORP\n2 left leave VERB 0 root") == [("Oldmillers", "name")]


def test_known_name_used_as_an_adjective_is_no_name() -> None:
    """One word; a name of two words is one whatever its tags."""
    assert found("1 Norland Norland ADJ 2 amod\n2 wine wine NOUN 3 nsubj\n3 sells sell VERB 0 root") == []
    assert found("1 River River ADJ 2 amod\n2 Front front ADJ 3 nsubj\n3 left leave VERB 0 root") == []
    assert found("1 River River ADJ 2 amod\n2 Front front X 3 nsubj\n3 left leave VERB 0 root") == [("River Front", "name")]


def test_lone_article_marked_as_a_name_is_not_cut_to_nothing() -> None:
    """The model's slip stays one word long."""
    _, all_found = candidates("1 The the PROPN 2 nsubj Entity=Organization\n2 left leave VERB 0 root")
    assert [(c.first, c.last) for c in all_found] == [(0, 1)]


def test_a_phrase_begins_behind_article_and_idle_pronoun() -> None:
    """ "the army", "[among] them four children"; "its camps" keeps its owner."""
    the = analysis_of("1 the the DET 2 det\n2 army army NOUN 0 root")
    them = analysis_of("1 them they PRON 3 nmod\n2 four four NUM 3 nummod\n3 children child NOUN 0 root")
    its = analysis_of("1 its its PRON 2 nmod:poss\n2 camps camp NOUN 0 root")
    assert [bare_start(the, 0, 1), bare_start(them, 0, 2), bare_start(its, 0, 1)] == [1, 1, 0]


def test_phrase_begins_behind_its_preposition() -> None:
    """ "Presumably by the army": the doubt is of the deed."""
    analysis = analysis_of("""
        1 presumably presumably ADV 4 advmod
        2 by by ADP 4 case
        3 the the DET 4 det
        4 army army NOUN 0 root
    """)
    assert analysis.words(*phrase(analysis, 3)) == "the army"


def test_ending_behind_a_possessor_begins_no_phrase() -> None:
    """The "'s" of "the king's army" is the king's."""
    analysis = analysis_of("1 the the DET 2 det\n2 king king NOUN 4 nmod:poss\n3 's 's PART 2 case\n4 army army NOUN 0 root")
    assert analysis.words(*phrase(analysis, 3)) == "the king 's army"
