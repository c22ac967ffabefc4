"""Tolls: how many were hurt or taken, and in which event."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Article
from sayso.coding.draft import Draft, EventDraft, Mention, Role, TollDraft
from sayso.coding.times import find_times
from sayso.coding.tolls import combine_tolls, count_tolls, without_parts
from sayso.knowledge import Knowledge
from sayso.knowledge.timewords import word_set
from sayso.language.analysis import Analysis
from sayso.record import Actor
from tests.coding.toll_support import clause, draft_of, tolls
from tests.trees import analysis_of

ACTIVE = """
1 A a DET _ 2 det
2 bomb bomb NOUN _ 3 nsubj
3 killed kill VERB Tense=Past 0 root
{number}
"""


def active(number: str, noun: str = "people", number_feats: str = "Number=Plur") -> str:
    """`A bomb killed NUMBER NOUN`, the words of the number hanging on the noun."""
    words = number.split()
    head = 4 + len(words)
    rows = [f"{4 + i} {word} {word} NUM _ {head} nummod" for i, word in enumerate(words)]
    rows.append(f"{head} {noun} {noun} NOUN {number_feats} 3 obj")
    return ACTIVE.format(number="\n".join(rows))


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        ("six", 6, 6),
        ("at least 81", 81, None),
        ("more than 60", 60, None),
        ("up to 40", None, 40),
        ("nearly 500", None, 500),
        ("about 20", 20, 20),
        ("some 20", 20, 20),
        ("twenty - one", 21, 21),
        ("several", 3, None),
        ("two dozen", 24, 24),
        ("1,250", 1250, 1250),
    ],
)
def test_numbers_before_the_object_are_the_toll(number: str, low: int | None, high: int | None) -> None:
    """The codebook's bounds hold for what a verb of killing has as object."""
    draft = draft_of(active(number), ("ASSAULT", "killed"))
    count_tolls(draft)
    assert tolls(draft) == [[("killed", low, high)]]


@pytest.mark.parametrize(
    ("words", "feats", "low", "high"),
    [("a soldier", "Number=Sing", 1, 1), ("civilians", "Number=Plur", None, None), ("the pair", "Number=Sing", 2, 2)],
)
def test_phrases_without_a_number(words: str, feats: str, low: int | None, high: int | None) -> None:
    """One person is one; some people are a toll with open bounds; a pair is two."""
    *before, noun = words.split()
    draft = draft_of(active(" ".join(before), noun, feats).replace("NUM", "DET").replace("nummod", "det"), ("ASSAULT", "killed"))
    count_tolls(draft)
    assert tolls(draft) == [[("killed", low, high)]]


@pytest.mark.parametrize("words", ["no people", "a crowd", "the horse"])
def test_nobody_and_things_are_no_toll(words: str) -> None:
    """Nobody killed, a group of unknown size or an animal gives none."""
    before, noun = words.split()
    draft = draft_of(active(before, noun, "Number=Sing").replace("NUM", "DET").replace("nummod", "det"), ("ASSAULT", "killed"))
    count_tolls(draft)
    assert tolls(draft) == [[]]


def test_dozens_of_people_are_at_least_24() -> None:
    """A vague plural heads its phrase."""
    draft = draft_of(
        """
        1 Shells shell NOUN Number=Plur 2 nsubj
        2 killed kill VERB Tense=Past 0 root
        3 dozens dozen NOUN Number=Plur 2 obj
        4 of of ADP _ 5 case
        5 civilians civilian NOUN Number=Plur 3 nmod
        """,
        ("ASSAULT", "killed"),
    )
    count_tolls(draft)
    assert tolls(draft) == [[("killed", 24, None)]]
    assert draft.events[0].tolls[0].who == "dozens of civilians"


def test_span_and_who_are_the_counted_words() -> None:
    """The span of a toll covers exactly the phrase that is given as who."""
    draft = draft_of(active("at least 81"), ("ASSAULT", "killed"))
    count_tolls(draft)
    (toll,) = draft.events[0].tolls
    assert toll.who == "at least 81 people"
    assert draft.article.text[slice(*toll.span)] == toll.who


PASSIVE = """
1 Fourteen fourteen NUM _ 2 nummod
2 protesters protester NOUN Number=Plur 7 nsubj:pass
3 and and CCONJ _ 5 cc
4 four four NUM _ 5 nummod
5 officers officer NOUN Number=Plur 2 conj
6 were be AUX _ 7 aux:pass
7 killed kill VERB Tense=Past|VerbForm=Part 0 root
8 in in ADP _ 10 case
9 the the DET _ 10 det
10 clashes clash NOUN Number=Plur 7 obl
"""


def test_joined_numbers_are_separate_tolls_of_the_event_that_caused_them() -> None:
    """`Fourteen protesters and four officers were killed in the clashes` are two tolls of the clashes."""
    draft = draft_of(PASSIVE, ("ASSAULT", "clashes"))
    count_tolls(draft)
    assert tolls(draft) == [[("killed", 14, 14), ("killed", 4, 4)]]


def test_named_persons_add_up() -> None:
    """`Ali and two guards were arrested` is a toll of three."""
    draft = draft_of(
        """
        1 Ali Ali PROPN _ Number=Sing 6 nsubj:pass _ Entity=Person
        2 and and CCONJ _ 4 cc
        3 two two NUM _ 4 nummod
        4 guards guard NOUN Number=Plur 1 conj
        5 were be AUX _ 6 aux:pass
        6 arrested arrest VERB VerbForm=Part 0 root
        """,
        ("COERCE", "arrested"),
    )
    count_tolls(draft)
    assert tolls(draft) == [[("captured", 3, 3)]]


def test_killed_or_injured_together_counts_as_injured() -> None:
    """`killed or wounded 20` is a toll of the injured."""
    draft = draft_of(
        """
        1 Strikes strike NOUN Number=Plur 2 nsubj
        2 killed kill VERB Tense=Past 0 root
        3 or or CCONJ _ 4 cc
        4 wounded wound VERB Tense=Past 2 conj
        5 20 20 NUM _ 6 nummod
        6 people people NOUN Number=Plur 2 obj
        """,
        ("ASSAULT", "Strikes"),
    )
    count_tolls(draft)
    assert tolls(draft) == [[("injured", 20, 20)]]


LEFT = """
1 The the DET _ 2 det
2 attack attack NOUN _ 3 nsubj
3 left leave VERB Tense=Past 0 root
4 40 40 NUM _ 3 obj
5 dead dead ADJ _ 3 xcomp
6 and and CCONJ _ 8 cc
7 100 100 NUM _ 8 nummod
8 wounded wounded ADJ _ 5 conj
"""


def test_left_dead_and_wounded() -> None:
    """`left 40 dead and 100 wounded` gives one toll of each kind."""
    draft = draft_of(LEFT, ("ASSAULT", "attack"))
    count_tolls(draft)
    assert tolls(draft) == [[("killed", 40, 40), ("injured", 100, 100)]]


@pytest.mark.parametrize(
    ("rows", "trigger", "kind", "expected"),
    [
        (
            "1 The the DET _ 2 det\n2 toll toll NOUN _ 3 nsubj\n3 rose rise VERB _ 0 root\n4 to to ADP _ 5 case\n5 55 55 NUM _ 3 obl",
            "",
            "",
            (55, 55),
        ),
        (
            "1 the the DET _ 2 det\n2 death death NOUN _ 0 root\n3 of of ADP _ 5 case\n4 12 12 NUM _ 5 nummod\n5 men man NOUN Number=Plur 2 nmod",
            "",
            "",
            (12, 12),
        ),
        ("1 seven seven NUM _ 2 nummod\n2 deaths death NOUN Number=Plur 0 root", "", "", (7, 7)),
        (
            "1 Bombs bomb NOUN _ 2 nsubj\n"
            "2 claimed claim VERB _ 0 root\n"
            "3 up up ADP _ 5 advmod\n"
            "4 to to ADP _ 3 fixed\n"
            "5 250 250 NUM _ 6 nummod\n6 lives life NOUN Number=Plur 2 obj",
            "",
            "",
            (None, 250),
        ),
    ],
)
def test_nouns_of_death_tell_of_tolls(rows: str, trigger: str, kind: str, expected: tuple[int | None, int | None]) -> None:
    """Death tolls, deaths, the death of people and lives claimed go to the attack told of before."""
    before = "1 Rebels rebel NOUN _ 2 nsubj\n2 attacked attack VERB _ 0 root\n\n"
    draft = draft_of(before + rows, ("ASSAULT", "attacked"))
    count_tolls(draft)
    assert tolls(draft) == [[("killed", *expected)]]


def test_who_died_in_an_event_is_its_toll() -> None:
    """`Two guards died when the bomb exploded`: the subject of dying, in the event of its clause."""
    draft = draft_of(
        """
        1 Two two NUM _ 2 nummod
        2 guards guard NOUN Number=Plur 3 nsubj
        3 died die VERB Tense=Past 0 root
        4 when when SCONJ _ 7 mark
        5 the the DET _ 6 det
        6 bomb bomb NOUN _ 7 nsubj
        7 exploded explode VERB Tense=Past 3 advcl
        """,
        ("ASSAULT", "exploded"),
    )
    count_tolls(draft)
    assert tolls(draft) == [[("killed", 2, 2)]]


def test_the_subject_of_known_to_have_been_killed() -> None:
    """The subject of the verb above an infinitive is who was killed."""
    draft = draft_of(
        """
        1 Six six NUM _ 2 nummod
        2 men man NOUN Number=Plur 4 nsubj:pass
        3 are be AUX _ 4 aux:pass
        4 known know VERB VerbForm=Part 0 root
        5 to to PART _ 8 mark
        6 have have AUX _ 8 aux
        7 been be AUX _ 8 aux:pass
        8 killed kill VERB VerbForm=Part 4 xcomp
        """,
        ("ASSAULT", "killed"),
    )
    count_tolls(draft)
    assert tolls(draft) == [[("killed", 6, 6)]]


def test_participles_and_clauses_tell_of_their_noun() -> None:
    """`75 people arrested`, and `people who were arrested`."""
    draft = draft_of(
        "1 75 75 NUM _ 2 nummod\n2 people people NOUN Number=Plur 0 root\n3 arrested arrest VERB VerbForm=Part 2 acl",
        ("COERCE", "arrested"),
    )
    count_tolls(draft)
    assert tolls(draft) == [[("captured", 75, 75)]]
    draft = draft_of(
        "1 75 75 NUM _ 2 nummod\n"
        "2 people people NOUN Number=Plur 0 root\n"
        "3 who who PRON _ 5 nsubj:pass\n"
        "4 were be AUX _ 5 aux:pass\n"
        "5 arrested arrest VERB VerbForm=Part 2 acl:relcl",
        ("COERCE", "arrested"),
    )
    count_tolls(draft)
    assert tolls(draft) == [[("captured", 75, 75)]]


def test_a_captured_town_is_no_toll() -> None:
    """What is seized or captured must be people."""
    draft = draft_of(
        "1 Troops troop NOUN _ 2 nsubj\n2 captured capture VERB Tense=Past 0 root\n3 the the DET _ 4 det\n4 town town NOUN Number=Sing 2 obj",
        ("ASSAULT", "captured"),
    )
    count_tolls(draft)
    assert tolls(draft) == [[]]


def test_fighters_who_surrender_are_captured_in_a_retreat() -> None:
    """Surrender is a RETREAT whose toll is the captured."""
    draft = draft_of(
        "1 300 300 NUM _ 2 nummod\n2 fighters fighter NOUN Number=Plur 3 nsubj\n3 surrendered surrender VERB Tense=Past 0 root",
        ("RETREAT", "surrendered"),
    )
    count_tolls(draft)
    assert tolls(draft) == [[("captured", 300, 300)]]


def test_those_who_flee_are_displaced_by_what_they_flee() -> None:
    """`2,000 people fled the fighting` is a toll of the fighting."""
    draft = draft_of(
        """
        1 2,000 2,000 NUM _ 2 nummod
        2 people people NOUN Number=Plur 3 nsubj
        3 fled flee VERB Tense=Past 0 root
        4 the the DET _ 5 det
        5 fighting fighting NOUN _ 3 obj
        """,
        ("ASSAULT", "fighting"),
    )
    count_tolls(draft)
    assert tolls(draft) == [[("displaced", 2000, 2000)]]


def test_a_deadly_attack_killed_at_least_one() -> None:
    """Without any number "deadly" is one or more."""
    draft = draft_of("1 a a DET _ 3 det\n2 deadly deadly ADJ _ 3 amod\n3 attack attack NOUN _ 0 root", ("ASSAULT", "attack"))
    count_tolls(draft)
    assert tolls(draft) == [[("killed", 1, None)]]


def test_negated_killing_is_no_toll() -> None:
    """`did not kill six people` tells of none."""
    draft = draft_of(active("six") + "6 not not PART _ 3 advmod", ("ASSAULT", "killed"))
    count_tolls(draft)
    assert tolls(draft) == [[]]


def test_an_arrest_that_was_asked_for_took_nobody() -> None:
    """Unless a number is named, an unreal event has no toll."""
    rows = """
        1 Police police NOUN _ 2 nsubj
        2 arrest arrest VERB _ 0 root
        3 a a DET _ 4 det
        4 man man NOUN Number=Sing 2 obj
        """
    draft = draft_of(rows, ("COERCE", "arrest"))
    draft.events[0].reality = "requested"
    count_tolls(draft)
    assert tolls(draft) == [[]]


def test_without_a_tree_the_words_beside_the_verb_count() -> None:
    """A victim that the tree misses is found next to the verb."""
    draft = draft_of(
        "1 Police police NOUN _ 0 root\n"
        "2 arrested arrest VERB Tense=Past 1 amod\n"
        "3 seven seven NUM _ 4 nummod\n"
        "4 suspects suspect NOUN Number=Plur 1 dep",
        ("COERCE", "arrested"),
    )
    count_tolls(draft)
    assert ("captured", 7, 7) in tolls(draft)[0]


def test_years_and_ages_are_no_tolls() -> None:
    """`the 1991 killing of a 40-year-old man` counts one man."""
    draft = draft_of(
        """
        1 the the DET _ 3 det
        2 1991 1991 NUM _ 3 nummod
        3 killing killing NOUN _ 0 root
        4 of of ADP _ 11 case
        5 a a DET _ 11 det
        6 40 40 NUM _ 8 nummod
        7 - - PUNCT _ 8 punct
        8 year year NOUN _ 10 obl
        9 - - PUNCT _ 10 punct
        10 old old ADJ _ 11 amod
        11 man man NOUN Number=Sing 3 nmod
        """,
        ("ASSAULT", "killing"),
    )
    count_tolls(draft)
    assert tolls(draft) == [[("killed", 1, 1)]]


def test_combined_tolls_have_no_repeats_and_keep_conflicts() -> None:
    """The same bounds count once, open bounds give way to numbers, different numbers stay."""

    def toll(low: int | None, high: int | None) -> TollDraft:
        return TollDraft("killed", low, high, None, (0, 1))

    given = [toll(None, None), toll(6, 6), toll(1, None), toll(6, 6), toll(8, None)]
    assert [(each.min, each.max) for each in combine_tolls(given)] == [(6, 6), (8, None)]
    assert [(each.min, each.max) for each in combine_tolls([toll(None, None)])] == [(None, None)]


def test_no_events_no_tolls_and_no_failure() -> None:
    """Tolls without any event are dropped; an empty article is fine."""
    draft = draft_of(active("six"))
    count_tolls(draft)
    assert draft.events == []


TOLL_WORDS = sorted(
    word_set("killed and 12 people were shot dead toll of rose to 55 deaths his arrest more than dozens fled , or wounded a who not the lives")
)
TAGS = sorted(word_set("NOUN VERB NUM ADJ PRON PUNCT AUX ADP PROPN DET"))
RELATIONS = sorted(word_set("nsubj obj nsubj:pass acl:relcl acl conj amod xcomp nummod nmod nmod:poss obl ccomp case"))


@st.composite
def any_tree(draw: st.DrawFn) -> Analysis:
    """One sentence of words that tell of tolls, in any tree."""
    size = draw(st.integers(min_value=1, max_value=14))
    root = draw(st.integers(min_value=0, max_value=size - 1))
    rows = []
    for at in range(size):
        word, upos, relation = (draw(st.sampled_from(choices)) for choices in (TOLL_WORDS, TAGS, RELATIONS))
        if at == root:
            head, relation = -1, "root"
        else:
            head = draw(st.integers(root, at - 1) if at > root else st.integers(at + 1, root))
        rows.append(f"{at + 1} {word} {word} {upos} _ {head + 1} {relation}")
    return analysis_of("\n".join(rows))


@given(any_tree(), st.sampled_from(["ASSAULT", "COERCE", "PROTEST", "RETREAT", "SUPPORT"]))
def test_any_tree_can_be_counted(analysis: Analysis, kind: str) -> None:
    """Whatever the tree, counting ends, spans lie in the text, and bounds are in order."""
    draft = Draft(Article(analysis.text, published="2022-12-14"), analysis, object.__new__(Knowledge))
    find_times(draft)
    draft.events = [EventDraft(kind, None, token.index, (token.index, token.index + 1)) for token in analysis.tokens]
    count_tolls(draft)
    for event in draft.events:
        for toll in event.tolls:
            assert 0 <= toll.span[0] < toll.span[1] <= len(analysis.text)
            assert toll.min is None or toll.max is None or toll.min <= toll.max
            assert toll.kind in {"killed", "injured", "captured", "displaced"}


def test_parts_of_a_toll_are_no_tolls_of_their_own() -> None:
    """What is among those counted, or included in them, is not counted again, nor is a smaller number in a later sentence; a greater one is news."""
    text = "Nine people were killed, among them four children and three women. Two guards were killed. Later twelve were dead."
    tolls = [
        TollDraft("killed", n, n, None, (text.index(words), text.index(words) + len(words)))
        for n, words in ((9, "Nine people"), (4, "four children"), (3, "three women"), (2, "Two guards"), (12, "twelve"))
    ]
    assert [toll.min for toll in without_parts(text, tolls)] == [9, 12]


def counted(tree: str, *events: tuple[str, str]) -> list[list[tuple[str, int | None, int | None]]]:
    draft = draft_of(tree, *events)
    count_tolls(draft)
    return tolls(draft)


def test_those_who_are_injured_are_not_also_dead() -> None:
    """ "Ten people were killed and two others injured": the nearer word tells of the two."""
    tree = clause("Ten people were killed and two others injured", "NUM 2 nummod", "NOUN 4 nsubj:pass person", "AUX 4 aux:pass", "VERB 0 root kill", "CCONJ 7 cc", "NUM 7 nummod", "NOUN 2 conj other", "ADJ 7 amod")  # fmt: skip
    assert counted(tree, ("ASSAULT", "killed")) == [[("killed", 10, 10), ("injured", 2, 2)]]


def test_a_bare_number_behind_the_verb_is_the_victims() -> None:
    """ "Killed dozens, many of them farmers" counts dozens, not farmers."""
    tree = clause("Shells killed dozens , many farmers", "NOUN 2 nsubj", "VERB 0 root kill", "NUM 2 obl", "PUNCT 6 punct", "ADJ 6 amod", "NOUN 2 obj")
    assert counted(tree, ("ASSAULT", "killed")) == [[("killed", 24, None)]]


def test_losing_men_is_their_death() -> None:
    """The army's loss in a battle, when it is counted."""
    tree = clause(
        "The army lost 20 soldiers in the battle",
        "DET 2 det",
        "NOUN 3 nsubj",
        "VERB 0 root lose",
        "NUM 5 nummod",
        "NOUN 3 obj",
        "ADP 8 case",
        "DET 8 det",
        "NOUN 3 obl",
    )
    assert counted(tree, ("ASSAULT", "battle")) == [[("killed", 20, 20)]]
    assert counted(tree.replace("soldiers soldiers", "tanks tanks"), ("ASSAULT", "battle")) == [[]]


def test_participles_behind_counted_people_tell_of_them() -> None:
    """ "75 people arrested", even where the tree says nothing of it."""
    tree = clause(
        "Lee was among 75 people arrested", "PROPN 5 nsubj", "AUX 5 cop", "ADP 5 case", "NUM 5 nummod", "NOUN 6 obl person", "VERB 0 root arrest"
    )
    assert counted(tree, ("COERCE", "arrested")) == [[("captured", 75, 75)]]


def test_the_subject_of_a_joined_passive_is_the_victim() -> None:
    """ "She left and is being held" holds her."""
    tree = clause("She left and is being held", "PRON 2 nsubj", "VERB 0 root leave", "CCONJ 6 cc", "AUX 6 aux", "AUX 6 aux", "VERB 2 conj hold")
    assert counted(tree, ("COERCE", "held")) == [[("captured", 1, 1)]]


@pytest.mark.parametrize(("thing", "expected"), [("", [("captured", 20, 20)]), ("weapons", [])])
def test_surrendered_weapons_are_nobody(thing: str, expected: list[tuple[str, int, int]]) -> None:
    """Fighters who surrender are captives, fighters who surrender weapons are not."""
    rows = ["NUM 2 nummod", "NOUN 3 nsubj", "VERB 0 root surrender", *(["NOUN 3 obj"] if thing else [])]
    assert counted(clause(f"20 fighters surrendered {thing}", *rows), ("RETREAT", "surrendered")) == [expected]


def test_a_killing_may_have_its_victims_as_object() -> None:
    """A noun that the tree gives an object: "to massacre 20 people"."""
    tree = clause(
        "They came to massacre 20 people", "PRON 2 nsubj", "VERB 0 root come", "ADP 4 case", "NOUN 2 obl", "NUM 6 nummod", "NOUN 4 obj person"
    )
    assert counted(tree, ("ASSAULT", "massacre")) == [[("killed", 20, 20)]]


SEIZED = clause("Police seized drugs and arrested seven men", "NOUN 2 nsubj", "VERB 0 root seize", "NOUN 2 obj drug", "CCONJ 5 cc", "VERB 2 conj arrest", "NUM 7 nummod", "NOUN 5 obj man")  # fmt: skip


@pytest.mark.parametrize(("mode", "expected"), [("seize", []), ("arrest", [("captured", 7, 7)])])
def test_who_is_taken_is_taken_by_an_arrest(mode: str, expected: list[tuple[str, int, int]]) -> None:
    """Not by the seizure of things beside it."""
    draft = draft_of(SEIZED, ("COERCE", "seized"))
    draft.events[0].mode = mode
    count_tolls(draft)
    assert tolls(draft) == [expected]


def test_unnumbered_arrests_have_no_toll() -> None:
    """That some were arrested is what an arrest is; that some were killed is a toll."""
    tree = clause("Police arrested protesters", "NOUN 2 nsubj", "VERB 0 root arrest", "NOUN 2 obj")
    assert counted(tree, ("COERCE", "arrested")) == [[]]
    assert counted(tree.replace("arrest", "murder"), ("ASSAULT", "murdered")) == [[("killed", None, None)]]


def test_one_gives_way_to_more() -> None:
    """A named victim is one of those who are counted."""
    one, ten = (TollDraft("killed", n, n, None, (n, n + 1)) for n in (1, 10))
    assert combine_tolls([one, ten]) == [ten]
    assert combine_tolls([one]) == [one]


@pytest.mark.parametrize(("between", "found"), [(2, 1), (4, 0)])
def test_flight_is_told_soon_after_its_cause(between: int, found: int) -> None:
    """Those who fled are driven out by what was told a few sentences before."""
    parts = ["1 Shelling shelling NOUN _ 0 root", *["1 Rain rain NOUN _ 0 root"] * (between - 1)]
    fled = clause("2,000 people fled", "NUM 2 nummod", "NOUN 3 nsubj person", "VERB 0 root flee")
    assert [len(event) for event in counted("\n\n".join([*parts, fled]), ("ASSAULT", "Shelling"))] == [found]


@pytest.mark.parametrize(("names", "number"), [(("Ann",), 1), (("Ann", "Bob"), 2)])
def test_recipients_who_are_persons_are_the_toll_where_nothing_else_tells(names: tuple[str, ...], number: int) -> None:
    """Each of them is one."""
    draft = draft_of(
        clause("The assassination shocked them", "DET 2 det", "NOUN 3 nsubj", "VERB 0 root shock", "PRON 3 obj"), ("ASSAULT", "assassination")
    )
    draft.events[0].recipients = [Role(Mention(0, 1, 0, "name", Actor(name, name, "person"))) for name in names]
    count_tolls(draft)
    assert tolls(draft) == [[("killed", number, number)]]


def test_recipients_of_what_has_not_happened_are_no_toll() -> None:
    """Who is to be killed is not dead, however many are named."""
    draft = draft_of(
        clause("They planned an assassination", "PRON 2 nsubj", "VERB 0 root plan", "DET 4 det", "NOUN 2 obj"), ("ASSAULT", "assassination")
    )
    draft.events[0].reality = "planned"
    draft.events[0].recipients = [Role(Mention(0, 1, 0, "name", Actor(name, name, "person"))) for name in ("Ann", "Bob")]
    count_tolls(draft)
    assert tolls(draft) == [[]]


def test_unnumbered_surrender_has_no_toll() -> None:
    """That some gave up is what a surrender is."""
    assert counted(clause("Fighters surrendered", "NOUN 2 nsubj", "VERB 0 root surrender"), ("RETREAT", "surrendered")) == [[]]
