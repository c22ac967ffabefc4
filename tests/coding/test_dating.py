"""Which time expression dates an event, and from when to when it was."""

from __future__ import annotations

import pytest

from sayso.article import Article
from sayso.coding.draft import Draft
from sayso.coding.times import find_times, time_for, when_of
from sayso.knowledge import Knowledge
from tests.trees import analysis_of


def draft_of(conllu: str, published: str | None = "2022-12-14") -> Draft:
    """A draft of a hand-made tree with its times found."""
    analysis = analysis_of(conllu)
    draft = Draft(Article(analysis.text, published=published), analysis, object.__new__(Knowledge))
    find_times(draft)
    return draft


def word(draft: Draft, text: str) -> int:
    """The first token with this text."""
    return next(token.index for token in draft.analysis.tokens if token.text == text)


SAID = """
1 Officials official NOUN _ 2 nsubj
2 said say VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
3 on on ADP _ 4 case
4 Tuesday Tuesday PROPN _ 2 obl
5 that that SCONJ _ 7 mark
6 rebels rebel NOUN _ 7 nsubj
7 attacked attack VERB Mood=Ind|Tense=Past|VerbForm=Fin 2 ccomp
8 the the DET _ 9 det
9 town town NOUN _ 7 obj
"""

SAID_TWICE = SAID + "10 on on ADP _ 11 case\n11 Monday Monday PROPN _ 7 obl\n"

NOMINAL = """
1 A a DET _ 4 det
2 Nov. Nov. PROPN _ 4 compound
3 13 13 NUM _ 2 nummod
4 bombing bombing NOUN _ 5 nsubj
5 killed kill VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
6 six six NUM _ 7 nummod
7 people people NOUN _ 5 obj
"""


def test_the_date_of_saying_does_not_date_what_was_said() -> None:
    """`said on Tuesday that rebels attacked` dates the saying only."""
    draft = draft_of(SAID)
    assert time_for(draft, word(draft, "attacked")) is None
    assert when_of(draft, word(draft, "attacked")) == (None, None)
    assert when_of(draft, word(draft, "said")) == ("2022-12-13", "2022-12-13")


def test_each_clause_has_its_own_date() -> None:
    """With a date in both clauses each verb takes its own."""
    draft = draft_of(SAID_TWICE)
    assert when_of(draft, word(draft, "attacked"))[0] == "2022-12-12"
    assert when_of(draft, word(draft, "said"))[0] == "2022-12-13"


def test_a_date_before_a_noun_dates_it_and_its_verb() -> None:
    """`a Nov. 13 bombing killed six` dates the bombing and, through its subject, the killing."""
    draft = draft_of(NOMINAL)
    assert when_of(draft, word(draft, "bombing")) == ("2022-11-13", "2022-11-13")
    assert when_of(draft, word(draft, "killed")) == ("2022-11-13", "2022-11-13")


def clause(*, before: str, time: str, relation: str = "obl") -> str:
    """`Troops held it BEFORE TIME` with the words of the time under its last."""
    words = time.split()
    rows = [
        "1 Troops troop NOUN _ 3 nsubj",
        "2 have have AUX Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux",
        "3 held hold VERB Tense=Past|VerbForm=Part 0 root",
        "4 it it PRON _ 3 obj",
        f"5 {before} {before} ADP _ {5 + len(words)} case",
    ]
    for i, text in enumerate(words[:-1], 6):
        rows.append(f"{i} {text} {text} NUM _ {5 + len(words)} nummod")
    rows.append(f"{5 + len(words)} {words[-1]} {words[-1]} NOUN _ 3 {relation}")
    return "\n".join(rows)


@pytest.mark.parametrize(
    ("before", "time", "expected"),
    [
        ("since", "March", ("2022-03", None)),
        ("since", "2018", ("2018", None)),
        ("until", "March 2021", (None, "2021-03")),
        ("in", "March 2021", ("2021-03", "2021-03")),
        ("for", "two weeks", ("2022-11-30", None)),
        ("for", "seven years", ("2015-12", None)),
        ("for", "years", (None, None)),
    ],
)
def test_prepositions_open_and_close_the_time(before: str, time: str, expected: tuple[str | None, str | None]) -> None:
    """`since` gives a start only, `until` an end only, a duration counts back from the article."""
    draft = draft_of(clause(before=before, time=time))
    assert when_of(draft, word(draft, "held")) == expected


def test_a_duration_without_an_article_date_gives_no_date() -> None:
    """There is nothing to count back from."""
    draft = draft_of(clause(before="for", time="two weeks"), None)
    assert when_of(draft, word(draft, "held")) == (None, None)


def test_a_range_has_the_start_of_one_and_the_end_of_the_other() -> None:
    """`from March to June 2021`."""
    draft = draft_of(
        """
        1 They they PRON _ 2 nsubj
        2 fought fight VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
        3 from from ADP _ 4 case
        4 March March PROPN _ 2 obl
        5 to to ADP _ 6 case
        6 June June PROPN _ 2 obl
        7 2021 2021 NUM _ 6 nmod
        """
    )
    assert when_of(draft, word(draft, "fought")) == ("2021-03", "2021-06")


def test_what_began_has_no_end() -> None:
    """`the war began in 2011` starts, and is not said to have ended."""
    draft = draft_of(
        """
        1 The the DET _ 2 det
        2 war war NOUN _ 3 nsubj
        3 began begin VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
        4 in in ADP _ 5 case
        5 2011 2011 NUM _ 3 obl
        """
    )
    assert when_of(draft, word(draft, "war")) == ("2011", None)


def test_what_ended_has_no_known_start() -> None:
    """`the siege ended in 1987` gives the end only."""
    draft = draft_of(
        """
        1 The the DET _ 2 det
        2 siege siege NOUN _ 3 nsubj
        3 ended end VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
        4 in in ADP _ 5 case
        5 1987 1987 NUM _ 3 obl
        """
    )
    assert when_of(draft, word(draft, "siege")) == (None, "1987")


def test_a_duration_before_a_noun_counts_back() -> None:
    """`the seven-year war` began seven years before the article and goes on."""
    draft = draft_of(
        """
        1 The the DET _ 5 det
        2 seven seven NUM _ 4 nummod
        3 - - PUNCT _ 4 punct
        4 year year NOUN _ 5 compound
        5 war war NOUN _ 6 nsubj
        6 continues continue VERB Mood=Ind|Tense=Pres|VerbForm=Fin 0 root
        """
    )
    assert when_of(draft, word(draft, "war")) == ("2015-12", None)


def test_dates_win_over_durations() -> None:
    """With both in a clause the date dates the event."""
    draft = draft_of(
        """
        1 They they PRON _ 2 nsubj
        2 met meet VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
        3 for for ADP _ 5 case
        4 two two NUM _ 5 nummod
        5 days day NOUN _ 2 obl
        6 in in ADP _ 7 case
        7 March March PROPN _ 2 obl
        """
    )
    assert when_of(draft, word(draft, "met")) == ("2022-03", "2022-03")


def test_the_date_in_a_relative_clause_is_not_that_of_the_main_verb() -> None:
    """`freed a man who was jailed in 2016` does not date the freeing."""
    draft = draft_of(
        """
        1 They they PRON _ 2 nsubj
        2 freed free VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
        3 a a DET _ 4 det
        4 man man NOUN _ 2 obj
        5 who who PRON _ 7 nsubj:pass
        6 was be AUX Mood=Ind|Tense=Past|VerbForm=Fin 7 aux:pass
        7 jailed jail VERB Tense=Past|VerbForm=Part 4 acl:relcl
        8 in in ADP _ 9 case
        9 2016 2016 NUM _ 7 obl
        """
    )
    assert when_of(draft, word(draft, "jailed")) == ("2016", "2016")
    assert when_of(draft, word(draft, "freed")) == (None, None)


def test_the_dateline_dates_no_event() -> None:
    """The date at the head of an article is that of the article."""
    draft = draft_of(
        """
        1 KABUL Kabul PROPN _ 7 dep
        2 , , PUNCT _ 1 punct
        3 6 6 NUM _ 4 nummod
        4 May May PROPN _ 1 appos
        5 - - PUNCT _ 7 punct
        6 Rebels rebel NOUN _ 7 nsubj
        7 attacked attack VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
        """
    )
    assert len(draft.times) == 1
    assert when_of(draft, word(draft, "attacked")) == (None, None)


def test_other_sentences_date_nothing() -> None:
    """Only expressions of the event's own sentence are looked at."""
    draft = draft_of(NOMINAL + "\n1 They they PRON _ 2 nsubj\n2 fled flee VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n")
    assert time_for(draft, word(draft, "fled")) is None


def test_the_models_belief_can_tip_the_scales() -> None:
    """What is a little too far in the tree dates an event if the model is sure that it does."""
    draft = draft_of(SAID)
    (time,) = draft.times
    attacked = word(draft, "attacked")
    time.dates[attacked] = 0.9
    assert time_for(draft, attacked) is time
    time.dates[attacked] = 0.0
    assert time_for(draft, attacked) is None


LATELY = """
1 Attacks attack NOUN _ 2 nsubj
2 rose rise VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
3 in in ADP _ 5 case
4 recent recent ADJ _ 5 amod
5 {unit} {unit} NOUN _ 2 obl
"""


@pytest.mark.parametrize(("unit", "start"), [("weeks", "2022-12"), ("days", "2022-12"), ("months", "2022")])
def test_what_happened_lately_has_the_articles_month_or_year(unit: str, start: str) -> None:
    """ "In recent weeks" is as exact as that allows, and may go on."""
    draft = draft_of(LATELY.format(unit=unit))
    assert when_of(draft, word(draft, "rose")) == (start, None)


def test_lately_says_nothing_where_the_article_has_no_date() -> None:
    """Recent to whom?"""
    draft = draft_of(LATELY.format(unit="weeks"), published=None)
    assert when_of(draft, word(draft, "rose")) == (None, None)


TWO_MONTHS = """
1 Courts court NOUN _ 2 nsubj
2 convicted convict VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
3 four four NUM _ 4 nummod
4 men man NOUN _ 2 obj
5 in in ADP _ 6 case
6 January January PROPN _ 2 obl
7 and and CCONJ _ 8 cc
8 April April PROPN _ 6 conj
"""


def test_two_dates_joined_are_reached_over() -> None:
    """In January and April: from the one to the other."""
    draft = draft_of(TWO_MONTHS)
    assert when_of(draft, word(draft, "convicted")) == ("2022-01", "2022-04")


YEAR_OF_A_NOUN = """
1 Erdland Erdland PROPN _ 2 nsubj
2 criticised criticise VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
3 Norland Norland PROPN _ 2 obj
4 for for SCONJ _ 5 mark
5 breaking break VERB VerbForm=Ger 2 advcl
6 a a DET _ 8 det
7 2019 2019 NUM _ 8 nummod
8 agreement agreement NOUN _ 5 obj
"""


def test_a_year_within_another_nouns_name_dates_that_noun() -> None:
    """ "A 2019 agreement" was made in 2019; it was not then that anybody was criticised."""
    draft = draft_of(YEAR_OF_A_NOUN)
    assert when_of(draft, word(draft, "criticised")) == (None, None)
    assert when_of(draft, word(draft, "agreement")) == ("2019", "2019")
