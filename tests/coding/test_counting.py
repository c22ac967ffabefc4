"""How many people a noun phrase counts."""

from __future__ import annotations

import pytest

from sayso.coding.counting import Count, CountReader
from sayso.coding.draft import Draft, Mention, TimeMention
from sayso.language.analysis import Entity
from sayso.record import Actor, Time
from tests.coding.event_support import draft_of


def phrase_of(words: str, head: str, *, feats: str = "_", upos: str = "NOUN") -> Draft:
    """A flat phrase: numbers count the head, everything else hangs on it as its part of speech says."""
    rows = []
    at = words.split().index(head) + 1
    for number, word in enumerate(words.split(), 1):
        if number == at:
            rows.append(f"{number} {word} {word.lower()} {upos} {feats} 0 root _")
            continue
        part, relation = _part(word)
        rows.append(f"{number} {word} {word.lower()} {part} {at} {relation} _")
    return draft_of("\n".join(rows))


def _part(word: str) -> tuple[str, str]:
    low = word.lower()
    if low in ("the", "a", "an", "no", "some"):
        return "DET", "det"
    if low[0].isdigit() or low in ("six", "two", "three", "dozens", "hundreds", "several", "eighty", "one", "dozen", "thousand"):
        return "NUM", "nummod"
    if low in ("at", "than", "of", "to", "up"):
        return "ADP", "case"
    if low in ("-", ","):
        return "PUNCT", "punct"
    return ("ADJ", "amod") if low not in ("least", "more", "about", "nearly") else ("ADV", "advmod")


def counted(words: str, head: str, *, feats: str = "Number=Plur", upos: str = "NOUN", doubtful: bool = False) -> list[tuple[int | None, int | None]]:
    draft = phrase_of(words, head, feats=feats, upos=upos)
    at = words.split().index(head)
    return [(count.min, count.max) for count in CountReader(draft).counts(at, doubtful=doubtful)]


@pytest.mark.parametrize(
    ("words", "head", "expected"),
    [
        ("six people", "people", (6, 6)),
        ("at least 81 people", "people", (81, None)),
        ("up to 40 soldiers", "soldiers", (None, 40)),
        ("more than 1,250 civilians", "civilians", (1250, None)),
        ("about six villagers", "villagers", (6, 6)),
        ("six young unarmed people", "people", (6, 6)),
        ("several soldiers", "soldiers", (3, None)),
        ("hundreds of people", "people", (200, None)),
        ("two dozen fighters", "fighters", (24, 24)),
    ],
)
def test_numbers_before_people_count_them(words: str, head: str, expected: tuple[int | None, int | None]) -> None:
    """Across adjectives, with the words that bound them."""
    assert counted(words, head) == [expected]


def test_some_people_are_some() -> None:
    """A plural without a number has no bounds."""
    assert counted("the villagers", "villagers") == [(None, None)]


@pytest.mark.parametrize("words", ["a soldier", "the soldier", "an old soldier"])
def test_one_person_is_one(words: str) -> None:
    """A singular noun for a person."""
    assert counted(words, "soldier", feats="Number=Sing") == [(1, 1)]


@pytest.mark.parametrize(("words", "head"), [("no people", "people"), ("none", "none"), ("nobody", "nobody")])
def test_nobody_is_no_count(words: str, head: str) -> None:
    """Neither nought nor one."""
    assert counted(words, head) == []


@pytest.mark.parametrize(("words", "head"), [("a house", "house"), ("the market", "market")])
def test_things_are_not_counted(words: str, head: str) -> None:
    """Without a number a house is nobody."""
    assert counted(words, head, feats="Number=Sing") == []


def test_things_with_a_number_count_unless_it_is_doubtful() -> None:
    """Verbs that kill take people; verbs that may take things must say so."""
    assert counted("six houses", "houses") == [(6, 6)]
    assert counted("six houses", "houses", doubtful=True) == []
    assert counted("six people", "people", doubtful=True) == [(6, 6)]


@pytest.mark.parametrize(("word", "expected"), [("he", [(1, 1)]), ("her", [(1, 1)]), ("they", []), ("them", []), ("it", [])])
def test_pronouns_for_one_are_one(word: str, expected: list[tuple[int, int]]) -> None:
    """Who knows how many "they" are?"""
    assert counted(word, word, upos="PRON", feats="_") == expected


def test_age_is_no_count() -> None:
    """A 12-year-old boy is one boy."""
    assert counted("a 12 - year - old boy", "boy", feats="Number=Sing") == [(1, 1)]


def test_ordinal_is_no_count() -> None:
    """The third soldier is one soldier."""
    assert counted("the 3rd soldier", "soldier", feats="Number=Sing") == [(1, 1)]


def test_share_is_no_count() -> None:
    """Six percent of people are not six."""
    found = counted("six percent people", "people")
    assert (6, 6) not in found


def test_date_is_no_count() -> None:
    """Numbers that belong to a date count nobody."""
    draft = phrase_of("2019 protesters", "protesters", feats="Number=Plur")
    draft.times = [TimeMention(0, 1, Time("t1", draft.analysis.span(0, 1), "date", "2019"))]
    assert [(count.min, count.max) for count in CountReader(draft).counts(1)] == [(None, None)]


def test_date_itself_is_nobody() -> None:
    """Not even where it is the head."""
    draft = phrase_of("two days", "days", feats="Number=Plur")
    draft.times = [TimeMention(0, 2, Time("t1", draft.analysis.span(0, 2), "duration", "P2D"))]
    assert CountReader(draft).counts(1) == []


def test_names_of_persons_are_one_each() -> None:
    """Who is named is one."""
    draft = draft_of("1 Tom Tom PROPN 3 nsubj _\n2 Cutter Cutter PROPN 1 flat _\n3 died die VERB 0 root _")
    draft.analysis.entities = [Entity("Person", 0, 2)]
    assert CountReader(draft).counts(0) == [Count(1, 1, 0, 2, single=True)]


def test_unknown_name_may_be_a_persons() -> None:
    """A proper noun that is no place and no body."""
    draft = draft_of("1 Tom Tom PROPN 2 nsubj _\n2 died die VERB 0 root _")
    assert [(count.min, count.max) for count in CountReader(draft).counts(0)] == [(1, 1)]
    assert CountReader(draft).counts(0, doubtful=True) == []


def test_place_is_no_person() -> None:
    """Nor is an organisation."""
    draft = draft_of("1 Kobani Kobani PROPN 2 nsubj _\n2 died die VERB 0 root _")
    draft.analysis.entities = [Entity("Location", 0, 1)]
    assert CountReader(draft).counts(0) == []


def test_mention_of_a_person_is_one() -> None:
    """Where it is known that a noun or pronoun stands for one."""
    draft = draft_of("1 they they PRON 2 nsubj _\n2 died die VERB 0 root _")
    assert CountReader(draft).counts(0) == []
    draft.mentions = [Mention(0, 1, 0, "pronoun", Actor("a1", "Tom Cutter", "person"))]
    assert [(count.min, count.max) for count in CountReader(draft).counts(0)] == [(1, 1)]


JOINED = """
1 Tom Tom PROPN 5 nsubj _
2 and and CCONJ 4 cc _
3 two two NUM 4 nummod _
4 others other NOUN Number=Plur 1 conj _
5 died die VERB 0 root _
"""


def test_persons_and_numbers_that_are_joined_add_up() -> None:
    """Tom and two others are three, from the first word to the last."""
    draft = draft_of(JOINED)
    draft.analysis.entities = [Entity("Person", 0, 1)]
    assert CountReader(draft).counts(0) == [Count(3, 3, 0, 4)]


def test_groups_that_are_joined_stay_apart() -> None:
    """Six soldiers and two civilians are two counts."""
    draft = draft_of("""
        1 six six NUM 2 nummod _
        2 soldiers soldier NOUN Number=Plur 6 nsubj _
        3 and and CCONJ 5 cc _
        4 two two NUM 5 nummod _
        5 civilians civilian NOUN Number=Plur 2 conj _
        6 died die VERB 0 root _
    """)
    assert [(count.min, count.max) for count in CountReader(draft).counts(1)] == [(6, 6), (2, 2)]


def test_open_count_does_not_add_up() -> None:
    """Tom and some others: nobody knows how many."""
    draft = draft_of(JOINED.replace("3 two two NUM 4 nummod", "3 some some DET 4 det"))
    draft.analysis.entities = [Entity("Person", 0, 1)]
    assert (None, None) in [(count.min, count.max) for count in CountReader(draft).counts(0)]


def test_number_may_be_the_head() -> None:
    """Dozens of people: the number holds the phrase together."""
    draft = draft_of("""
        1 dozens dozen NOUN Number=Plur 4 nsubj _
        2 of of ADP 3 case _
        3 people people NOUN Number=Plur 1 nmod _
        4 died die VERB 0 root _
    """)
    assert [(count.min, count.max) for count in CountReader(draft).counts(0)] == [(24, None)]


def test_number_of_things_is_no_count_of_people_where_it_is_doubtful() -> None:
    """Dozens of houses."""
    draft = draft_of("1 dozens dozen NOUN 4 nsubj _\n2 of of ADP 3 case _\n3 houses house NOUN Number=Plur 1 nmod _\n4 fell fall VERB 0 root _")
    assert CountReader(draft).counts(0, doubtful=True) == []


def test_phrase_ends_before_clauses_and_what_is_joined() -> None:
    """Relative clauses, appositions and conjuncts are other phrases."""
    draft = draft_of("""
        1 six six NUM 2 nummod _
        2 men man NOUN Number=Plur 8 nsubj _
        3 from from ADP 4 case _
        4 Kobani Kobani PROPN 2 nmod _
        5 who who PRON 6 nsubj _
        6 fled flee VERB 2 acl:relcl _
        7 , , PUNCT 6 punct _
        8 died die VERB 0 root _
    """)
    assert CountReader(draft).phrase(1) == (0, 4)


def test_people_of_a_nation_are_people() -> None:
    """Two Turks are two, Turks are some."""
    draft = draft_of("1 two two NUM 2 nummod _\n2 Turks Turk PROPN Number=Plur 3 nsubj _\n3 died die VERB 0 root _")
    draft.analysis.entities = [Entity("NORP", 1, 2)]
    assert [(count.min, count.max) for count in CountReader(draft).counts(1)] == [(2, 2)]
    draft = draft_of("1 Turks Turk PROPN Number=Plur 2 nsubj _\n2 died die VERB 0 root _")
    draft.analysis.entities = [Entity("NORP", 0, 1)]
    assert [(count.min, count.max) for count in CountReader(draft).counts(0)] == [(None, None)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("protesters", True), ("pensioners", True), ("journalists", True), ("policemen", True), ("houses", False), ("attacks", False)],
)
def test_endings_tell_people_from_things(word: str, expected: bool) -> None:
    """Plurals in -ers, -ists, -men are people though no list has them."""
    draft = phrase_of(f"the {word}", word, feats="Number=Plur")
    assert CountReader(draft).is_person(1) is expected


@pytest.mark.parametrize(("word", "expected"), [("six", True), ("dozens", True), ("81", True), ("1,250", True), ("people", False), ("first", False)])
def test_numbers_are_known(word: str, expected: bool) -> None:
    """In words, in figures, and vague ones."""
    assert CountReader(draft_of(f"1 {word} {word} NUM 0 root _")).counting(0) is expected


def test_span_reaches_from_the_bound_to_the_noun() -> None:
    """The words that say how many belong to the count."""
    draft = phrase_of("at least six people", "people", feats="Number=Plur")
    (count,) = CountReader(draft).counts(3)
    assert draft.analysis.words(count.first, count.last) == "at least six people"


def test_number_of_another_sentence_counts_nobody() -> None:
    """The search ends where the sentence begins."""
    draft = draft_of("1 six six NUM 0 root _\n\n1 people people NOUN Number=Plur 2 nsubj _\n2 died die VERB 0 root _")
    assert [(count.min, count.max) for count in CountReader(draft).counts(1)] == [(None, None)]


@pytest.mark.parametrize(("adjectives", "expected"), [(4, 6), (5, 6), (6, None)])
def test_number_is_looked_for_within_six_words(adjectives: int, expected: int | None) -> None:
    """Further off it counts something else."""
    words = " ".join(["six", *["old"] * adjectives, "villagers"])
    assert counted(words, "villagers") == [(expected, expected)]


@pytest.mark.parametrize(
    ("low", "label", "expected"), [("he", None, True), ("Tom", "Person", True), ("Tom", "Location", False), ("they", None, False)]
)
def test_names_and_pronouns_for_one_are_one(low: str, label: str | None, expected: bool) -> None:
    """What stands beside a verb may be a single victim."""
    draft = draft_of(f"1 {low} {low} PROPN 0 root _")
    draft.analysis.entities = [Entity(label, 0, 1)] if label else []
    assert CountReader(draft).is_one(0) is expected


@pytest.mark.parametrize("word", ["third", "3rd", "21st", "second", "4th"])
def test_ordinals_count_nobody(word: str) -> None:
    """In words and in figures."""
    assert counted(f"the {word} soldier", "soldier", feats="Number=Sing") == [(1, 1)]


def test_participles_before_a_noun_do_not_hide_its_number() -> None:
    """ "More than 100 suspected rebels" are a hundred at least."""
    draft = draft_of("1 100 100 NUM 3 nummod _\n2 suspected suspect VERB 3 amod _\n3 rebels rebel NOUN Number=Plur 0 root _")
    assert [(count.min, count.max) for count in CountReader(draft).counts(2)] == [(100, 100)]


@pytest.mark.parametrize(("opener", "expected"), [("", (2, 2)), ("including", (2, None))])
def test_a_group_is_counted_by_its_names(opener: str, expected: tuple[int, int | None]) -> None:
    """Two reporters who are named are two; where only some are named there may be more."""
    words = ["reporters", *opener.split(), "Tom", "and", "Sue"]
    tags = {"reporters": "NOUN Number=Plur 0 root", "including": "VERB _ 1 case", "and": "CCONJ _ 1 cc"}
    draft = draft_of("\n".join(f"{n} {w} {w} {tags.get(w, 'PROPN _ 1 nmod')} _" for n, w in enumerate(words, 1)))
    draft.analysis.entities = [Entity("Person", at, at + 1) for at, word in enumerate(words) if word in ("Tom", "Sue")]
    assert [(count.min, count.max) for count in CountReader(draft).counts(0)] == [expected]


TITLED = """
1 the the DET 2 det _
2 founder founder NOUN Number=Sing 8 nsubj _
3 and and CCONJ 6 cc _
4 {word} {word} {upos} 6 {relation} _
5 president president NOUN Number=Sing 6 nmod:desc _
6 Ali Ali PROPN Number=Sing 2 conj _
7 Hamid Hamid PROPN Number=Sing 6 flat _
8 died die VERB 0 root _
"""


@pytest.mark.parametrize(
    ("word", "upos", "relation", "number"),
    [("former", "ADJ", "amod", 1), ("the", "DET", "det", 2), ("his", "PRON", "nmod:poss", 2)],
)
def test_two_titles_of_one_name_are_one_person(word: str, upos: str, relation: str, number: int) -> None:
    """ "The founder and former president Ali Hamid" is one man; with a word of its own the second title is another's."""
    draft = draft_of(TITLED.format(word=word, upos=upos, relation=relation))
    draft.analysis.entities = [Entity("Person", 5, 7)]
    assert [(count.min, count.max) for count in CountReader(draft).counts(1)] == [(number, number)]


def test_two_titles_of_two_names_are_two_persons() -> None:
    """ "Founder Karim and president Ali"."""
    draft = draft_of("""
        1 founder founder NOUN Number=Sing 6 nsubj _
        2 Karim Karim PROPN Number=Sing 1 flat _
        3 and and CCONJ 5 cc _
        4 president president NOUN Number=Sing 5 nmod:desc _
        5 Ali Ali PROPN Number=Sing 1 conj _
        6 died die VERB 0 root _
    """)
    draft.analysis.entities = [Entity("Person", 1, 2), Entity("Person", 4, 5)]
    assert [(count.min, count.max) for count in CountReader(draft).counts(0)] == [(2, 2)]


def test_a_name_and_a_title_with_a_name_are_two_persons() -> None:
    """ "Karim and president Ali"."""
    draft = draft_of("""
        1 Karim Karim PROPN Number=Sing 5 nsubj _
        2 and and CCONJ 4 cc _
        3 president president NOUN Number=Sing 4 nmod:desc _
        4 Ali Ali PROPN Number=Sing 1 conj _
        5 died die VERB 0 root _
    """)
    draft.analysis.entities = [Entity("Person", 0, 1), Entity("Person", 3, 4)]
    assert [(count.min, count.max) for count in CountReader(draft).counts(0)] == [(2, 2)]


def test_a_couple_adds_up_with_its_children() -> None:
    """ "A couple and their two children" are four."""
    draft = draft_of("""
        1 a a DET 2 det _
        2 couple couple NOUN Number=Sing 7 nsubj _
        3 and and CCONJ 6 cc _
        4 their their PRON 6 nmod:poss _
        5 two two NUM 6 nummod _
        6 children child NOUN Number=Plur 2 conj _
        7 died die VERB 0 root _
    """)
    assert [(count.min, count.max) for count in CountReader(draft).counts(1)] == [(4, 4)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("at least six", True), ("up to six", True), ("more than six", True), ("six people", False), ("at home", False)],
)
def test_bounds_are_known_by_their_first_words(words: str, expected: bool) -> None:
    """A number alone is no bound, nor is any preposition."""
    assert CountReader(phrase_of(words, words.split()[-1])).is_bound(0) is expected
