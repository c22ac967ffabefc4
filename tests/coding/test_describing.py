"""Country, sector and office of an actor, from names and the words around them."""

from __future__ import annotations

import pytest

from sayso.coding.describing import Describer, Description
from sayso.coding.mentions import find_candidates
from sayso.knowledge.actor_tables import Entry, Tables, Titles
from sayso.knowledge.actors import ActorBase
from tests.coding.actor_support import small_base
from tests.trees import analysis_of

BASE = small_base()


def describer(conllu: str, *, published: str | None = "2022-05-05", hints: dict[str, int] | None = None) -> Describer:
    return Describer(analysis_of(conllu), BASE, None, published, hints)


def around(conllu: str, word: str) -> Description:
    """What is said around the candidate whose head is this word."""
    found = describer(conllu)
    at = next(token.index for token in found.analysis.tokens if token.text == word)
    candidate = next(c for c in find_candidates(found.analysis, BASE, found.published, found.known_names) if c.head == at)
    return found.around(candidate)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Norland", "XNL"),
        ("Norlandic", "XNL"),
        ("Norlanders", "XNL"),
        ("Port Vale", "XNL"),
        ("Hill House", "XNL"),
        ("Republic of Norland", "XNL"),
        ("Southern", "XSL"),
        ("southern", None),
        ("Oldmill", None),
    ],
)
def test_words_tell_their_country(words: str, expected: str | None) -> None:
    """States, peoples, capitals and seats; no word in small letters."""
    rows = [f"{n} {word} {word} {'ADP' if word == 'of' else 'PROPN'} {n - 1} flat" for n, word in enumerate(words.split(), 1)]
    assert describer("\n".join(rows)).country_at(0) == expected


def test_names_of_persons_tell_no_country() -> None:
    """Jack Norland comes from anywhere."""
    found = describer("1 Jack Jack PROPN 0 root Entity=Person\n2 Norland Norland PROPN 1 flat Entity=Person")
    assert found.country_at(1) is None


def test_verbs_tell_no_country() -> None:
    """Only names, adjectives and nouns."""
    assert describer("1 Southern Southern VERB 0 root").country_at(0) is None


def sentence(*words: str) -> str:
    return "\n".join(f"{n} {word} {word} {'PROPN' if word[0].isupper() else 'NOUN'} {n - 1} dep" for n, word in enumerate(words, 1))


def test_main_country_is_that_which_most_words_tell() -> None:
    """Peoples, capitals and states add up."""
    assert describer(sentence("Norland", "x", "Norlandic", "y", "Southland")).main == "XNL"


def test_country_named_once_late_is_not_the_main_one() -> None:
    """One mention far down is too few."""
    assert describer(sentence(*["x"] * 90, "Norland")).main is None


def test_country_named_at_the_beginning_counts_twice() -> None:
    """What an article begins with is what it is about."""
    assert describer(sentence("Southland", *["x"] * 90, "Norland")).main == "XSL"


def test_no_country_stands_out_among_many() -> None:
    """The first must have two fifths of all mentions."""
    found = describer(sentence(*["Norland"] * 2, *["Southland"] * 2), hints={"XAA": 4, "XBB": 4})
    assert found.main is None


def test_hints_speak_before_a_word_is_read() -> None:
    """The publisher's country counts where the text is silent."""
    assert describer(sentence("x", "y"), hints={"XSL": 3}).main == "XSL"
    assert describer(sentence("x", "y"), hints={"XSL": 1}).main is None


def test_known_actors_speak_for_their_country() -> None:
    """A president's name tells as much as a country's."""
    assert describer(sentence(*["x"] * 90, "Ann", "Vale", "x", "Norland"), published="2022-05-05").main == "XNL"


def test_initials_of_a_country_that_is_never_told_name_nobody() -> None:
    """Three letters mean many things."""
    (match,) = describer(sentence("RFR", "x", "Norland")).known_names[:1]
    assert match.entries == []


@pytest.mark.parametrize("words", [("RFR", "x", "Southland"), ("RFR", "x", "River", "Front")])
def test_initials_name_somebody_where_the_article_tells_whom(words: tuple[str, ...]) -> None:
    """By the country, or by the whole name elsewhere."""
    first = describer(sentence(*words)).known_names[0]
    assert [entry.name for entry in first.entries] == ["River Front"]


def test_description_of_the_known_depends_on_the_date() -> None:
    """In office, before it and after it."""
    (entry,) = BASE.look_up("Ann Vale")
    told = {date: describer(sentence("x"), published=date).known(entry) for date in ("2022-05-05", "2016-01-01", "2025-01-01")}
    assert (told["2022-05-05"].office, told["2022-05-05"].sectors) == ("president", ("GOV",))
    assert (told["2016-01-01"].office, told["2016-01-01"].sectors) == ("governor", ("GOV", "LEG"))
    assert told["2025-01-01"].office is None


def test_states_are_governments() -> None:
    """Where nothing else is said of them."""
    (entry,) = BASE.look_up("Norland")
    assert describer(sentence("x")).known(entry) == Description("XNL", ("GOV",))


def test_nationality_and_noun_say_who_a_phrase_is() -> None:
    """Norlandic soldiers are Norland's army."""
    found = around("1 Norlandic Norlandic ADJ 2 amod\n2 soldiers soldier NOUN 3 nsubj\n3 left leave VERB 0 root", "soldiers")
    assert (found.country, found.sectors) == ("XNL", ("MIL",))


def test_title_before_a_name_says_who_it_is() -> None:
    """A foreign minister's office, with the country before it."""
    found = around("""
        1 Southern Southern ADJ 3 amod
        2 foreign foreign ADJ 3 amod
        3 minister minister NOUN 4 nmod:desc
        4 Tom Tom PROPN 6 nsubj Entity=Person
        5 Cutter Cutter PROPN 4 flat Entity=Person
        6 left leave VERB 0 root
    """, "Tom")  # fmt: skip
    assert (found.country, found.sectors, found.office) == ("XSL", ("GOV",), "foreign minister")


def test_apposition_after_a_name_says_who_it_is() -> None:
    """Set off by commas."""
    found = around("""
        1 Tom Tom PROPN 8 nsubj Entity=Person
        2 Cutter Cutter PROPN 1 flat Entity=Person
        3 , , PUNCT 5 punct
        4 a a DET 5 det
        5 journalist journalist NOUN 1 appos
        6 from from ADP 7 case
        7 Norland Norland PROPN 5 nmod
        8 left leave VERB 0 root
    """, "Tom")  # fmt: skip
    assert (found.sectors, found.office) == (("MED",), None)


@pytest.mark.parametrize(("case", "country"), [("of", "XSL"), ("in", "XSL"), ("against", None), ("with", None), ("from", None), ("to", None)])
def test_prepositions_say_whether_a_country_is_ones_own(case: str, country: str | None) -> None:
    """The army of a state, not the army against it."""
    found = around(
        f"1 the the DET 2 det\n2 army army NOUN 5 nsubj\n3 {case} {case} ADP 4 case\n4 Southland Southland PROPN 2 nmod\n5 left leave VERB 0 root",
        "army",
    )
    assert found.country == country


@pytest.mark.parametrize("participle", ["backed", "led", "supported", "funded", "-backed"])
def test_patron_is_not_ones_country(participle: str) -> None:
    """Norland-backed rebels are not Norland's."""
    joint = "" if participle.startswith("-") else "2 - - PUNCT 3 punct\n"
    number = 2 if not joint else 3
    rows = f"1 Norland Norland PROPN {number} obl\n{joint}{number} {participle} back ADJ {number + 1} amod\n{number + 1} rebels rebel NOUN {number + 2} nsubj\n{number + 2} left leave VERB 0 root"
    assert around(rows, "rebels").country is None


def test_patrons_may_be_two() -> None:
    """The Norland- and Southland-backed rebels are nobody's."""
    found = around("""
        1 Norland Norland PROPN 6 amod
        2 - - PUNCT 1 punct
        3 and and CCONJ 4 cc
        4 Southland Southland PROPN 1 conj
        5 - - PUNCT 4 punct
        6 backed back ADJ 7 amod
        7 rebels rebel NOUN 8 nsubj
        8 left leave VERB 0 root
    """, "rebels")  # fmt: skip
    assert found.country is None


def test_word_for_a_side_is_stronger_than_one_for_a_post() -> None:
    """An opposition leader is opposition, whatever a leader is."""
    found = around("1 opposition opposition NOUN 2 compound\n2 leader leader NOUN 3 nsubj\n3 left leave VERB 0 root", "leader")
    assert found.sectors == ("OPP",)


def test_organisation_in_a_description_lends_its_side() -> None:
    """A spokesman of the River Front is a rebel of Southland's."""
    found = around("""
        1 a a DET 2 det
        2 spokesman spokesman NOUN 6 nsubj
        3 of of ADP 5 case
        4 River River PROPN 5 compound
        5 Front Front PROPN 2 nmod
        6 left leave VERB 0 root
    """, "spokesman")  # fmt: skip
    assert (found.country, found.sectors) == ("XSL", ("REB",))


def test_nearest_of_two_countries_counts() -> None:
    """A Southern general in Norland is Southland's."""
    found = around("""
        1 a a DET 3 det
        2 Southern Southern ADJ 3 amod
        3 general general NOUN 6 nsubj
        4 in in ADP 5 case
        5 Norland Norland PROPN 3 nmod
        6 left leave VERB 0 root
    """, "general")  # fmt: skip
    assert found.country == "XSL"


def test_undescribed_name_has_no_description() -> None:
    """Nothing is made up."""
    found = around("1 Tom Tom PROPN 3 nsubj Entity=Person\n2 Cutter Cutter PROPN 1 flat Entity=Person\n3 left leave VERB 0 root", "Tom")
    assert (found.country, found.sectors, found.office) == (None, (), None)


@pytest.mark.parametrize(("sectors", "expected"), [(("GOV",), "XNL"), ((), "XNL"), (("IGO",), None), (("NGO",), None)])
def test_who_belongs_to_no_state_gets_none(sectors: tuple[str, ...], expected: str | None) -> None:
    """The article's main country is for those who have one."""
    assert describer(sentence("Norland", "Norland")).local(sectors) == expected


class Towns:
    """A gazetteer of two towns."""

    def country_of(self, name: str) -> str | None:
        """Oldmill and Geneva lie in Southland."""
        return "XSL" if name in ("Oldmill", "Geneva") else None


def main_by_towns(conllu: str) -> str | None:
    return Describer(analysis_of(conllu), BASE, Towns(), "2022-05-05").main  # type: ignore[arg-type]


def test_towns_tell_the_main_country() -> None:
    """Marked as places, and counted twice at the beginning."""
    assert main_by_towns("1 Oldmill Oldmill PROPN 2 nsubj Entity=Location\n2 burned burn VERB 0 root") == "XSL"
    assert main_by_towns("1 Oldmill Oldmill PROPN 2 nsubj Entity=Person\n2 burned burn VERB 0 root") is None
    late = "\n".join(f"{n} x x NOUN {n - 1} dep" for n in range(1, 91))
    assert main_by_towns(late + "\n91 Oldmill Oldmill PROPN 1 dep Entity=Location") is None


def test_town_that_is_a_seat_counts_once() -> None:
    """As the government's, not as a town besides."""
    found = Describer(analysis_of("1 Port Port PROPN 2 compound Entity=Location\n2 Vale Vale PROPN 0 root Entity=Location"), BASE, Towns(), None)  # type: ignore[arg-type]
    assert found.main == "XNL"


@pytest.mark.parametrize(("joints", "expected"), [(1, None), (5, None), (6, "XNL")])
def test_patron_is_told_within_five_words(joints: int, expected: str | None) -> None:
    """A participle further on belongs to somebody else."""
    rows = ["1 Norland Norland PROPN 2 amod"] + [f"{n} , , PUNCT 1 punct" for n in range(2, 2 + joints)]
    head = joints + 3
    rows += [f"{joints + 2} backed back ADJ {head} amod", f"{head} rebels rebel NOUN 0 root"]
    rows[0] = f"1 Norland Norland PROPN {head} amod"
    assert around("\n".join(rows), "rebels").country == expected


def test_name_in_apposition_is_described_by_what_it_stands_beside() -> None:
    """The Southern general, Tom Cutter."""
    found = around("""
        1 The the DET 3 det
        2 Southern Southern ADJ 3 amod
        3 general general NOUN 7 nsubj
        4 , , PUNCT 5 punct
        5 Tom Tom PROPN 3 appos Entity=Person
        6 Cutter Cutter PROPN 5 flat Entity=Person
        7 left leave VERB 0 root
    """, "Tom")  # fmt: skip
    assert (found.country, found.sectors) == ("XSL", ("MIL",))


def test_name_that_hangs_on_its_title_is_described_by_it() -> None:
    """General Cutter, where the tree makes the title the head."""
    found = around(
        "1 Southern Southern ADJ 2 amod\n2 General general NOUN 4 nsubj\n3 Cutter Cutter PROPN 2 flat Entity=Person\n4 left leave VERB 0 root",
        "Cutter",
    )
    assert (found.country, found.sectors) == ("XSL", ("MIL",))


WHEREABOUTS = """
1 Norland Norland PROPN 3 nmod:poss
2 's 's PART 1 case
3 minister minister NOUN 6 nsubj
4 in in ADP 5 case
5 Southland Southland PROPN 3 nmod
6 spoke speak VERB 0 root
"""


def test_where_somebody_is_says_less_than_whose_he_is() -> None:
    """Norland's minister in Southland is Norland's."""
    assert around(WHEREABOUTS, "minister").country == "XNL"


def test_officer_of_police_is_no_soldier() -> None:
    """The longest term says of what kind somebody is, not each of its words."""
    found = around("""
        1 rebel rebel NOUN 3 compound
        2 police police NOUN 3 compound
        3 officer officer NOUN 4 nsubj
        4 left leave VERB 0 root
    """, "officer")  # fmt: skip
    assert found.sectors == ("REB", "COP")


def test_leader_by_a_lone_name() -> None:
    """A president in office is known by a lone last name, a governor only where the article tells the country."""
    assert [entry.name for entry in describer(sentence("Vale", "x")).known_names[0].entries] == ["Ann Vale"]
    assert describer(sentence("Vale", "x"), published="2016").known_names[0].entries == []
    assert [entry.name for entry in describer(sentence("Vale", "x"), published=None).known_names[0].entries] == ["Ann Vale"]


def test_joined_nouns_share_what_stands_before_the_first() -> None:
    """ "Norlandic soldiers and rebels" are both from Norland; with an article of its own the second stands alone."""
    tree = """
        1 Norlandic Norlandic ADJ 2 amod
        2 soldiers soldier NOUN 5 nsubj
        3 and and CCONJ 4 cc
        4 rebels rebel NOUN 2 conj
        5 left leave VERB 0 root
    """
    assert around(tree, "rebels").country == "XNL"
    own = tree.replace("3 and and CCONJ 4 cc", "3 the the DET 4 det")
    assert around(own, "rebels").country is None


@pytest.mark.parametrize(("rest", "country"), [(("Southern", "Zoe", "Falls"), "XSL"), (("Port", "Vale"), "XNL"), (("x",), "XNL")])
def test_shared_name_goes_to_the_country_that_the_rest_tells(rest: tuple[str, ...], country: str) -> None:
    """A name of a state and of another's province; in doubt it is the state."""
    base = small_base_with_norland_in_southland()
    found = Describer(analysis_of(sentence("Norland", "x", *rest)), base, None, None)
    assert found.country_at(0) == country


def small_base_with_norland_in_southland() -> ActorBase:
    """Southland has a province that is called Norland, too."""
    base = small_base()
    entries = [*base.entries, Entry("regions:norland", "Norland", "organization", "XSL", ("GOV",))]
    countries = [details for code in ("XNL", "XSL") if (details := base.details(code)) is not None]
    return ActorBase(Tables(Titles(), countries, entries))


@pytest.mark.parametrize(("noun", "country"), [("villagers", "XNL"), ("soldiers", None)])
def test_people_are_from_where_they_come(noun: str, country: str | None) -> None:
    """Troops from Norland may have withdrawn from it."""
    tree = f"""
        1 {noun} {noun.rstrip("s")} NOUN 4 nsubj
        2 from from ADP 3 case
        3 Norland Norland PROPN 1 nmod
        4 left leave VERB 0 root
    """
    assert around(tree, noun).country == country


@pytest.mark.parametrize(
    ("before", "town", "country"), [("in", "Geneva", None), ("at", "Geneva", None), ("near", "Geneva", "XSL"), ("in", "Oldmill", "XSL")]
)
def test_a_town_where_others_meet_is_nobodys_country(before: str, town: str, country: str | None) -> None:
    """ "Talks in Geneva" are not those of the government there; what is near the town is, and so is what is in another town."""
    rows = f"1 Talks talk NOUN 2 nsubj\n2 failed fail VERB 0 root\n3 {before} {before} ADP 4 case\n4 {town} {town} PROPN 2 obl Entity=Location"
    assert main_by_towns(rows) == country
