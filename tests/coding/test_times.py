"""Time expressions in plain text: spans, TIMEX3 values and dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.article import Article
from sayso.coding.draft import Draft
from sayso.coding.times import find_times, parse_times, when_of
from sayso.knowledge import Knowledge
from sayso.language.analysis import Argument
from tests.trees import analysis_of

WEDNESDAY = "2022-11-16"


def read(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    """Text and value of each expression."""
    return [(text[slice(*time.span)], time.value) for time in parse_times(text, published=published)]


def value(text: str, published: str | None = WEDNESDAY) -> str | None:
    """The value of the only expression of a text."""
    found = read(text, published)
    assert len(found) == 1, found
    return found[0][1]


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("It happened on 13 November 2021.", "13 November 2021", "2021-11-13"),
        ("It happened on November 13th, 2021, at home.", "November 13th, 2021", "2021-11-13"),
        ("It happened on the 13th of November, 2021.", "the 13th of November, 2021", "2021-11-13"),
        ("It happened on Sunday 13 November 2022.", "Sunday 13 November 2022", "2022-11-13"),
        ("It happened on Sunday (November 13).", "Sunday (November 13)", "2022-11-13"),
        ("It happened on Sunday the 13th of November.", "Sunday the 13th of November", "2022-11-13"),
        ("The law of 2021-11-13 stands.", "2021-11-13", "2021-11-13"),
        ("The law of 25/12/2021 stands.", "25/12/2021", "2021-12-25"),
        ("The law of 12/25/2021 stands.", "12/25/2021", "2021-12-25"),
        ("It happened on 21July 2022.", "21July 2022", "2022-07-21"),
        ("It happened in November 2021.", "November 2021", "2021-11"),
        ("It happened in November of 2021.", "November of 2021", "2021-11"),
        ("It happened in February, 1999.", "February, 1999", "1999-02"),
        ("It happened in 1999.", "1999", "1999"),
        ("The 2016 bombing was worse.", "2016", "2016"),
        ("The capital fell in 490 BC.", "490 BC", "BC0490"),
        ("It was the 1990s.", "the 1990s", "199"),
        ("It was the late '80s.", "late '80s", "198"),
        ("It was the nineteenth century.", "the nineteenth century", "18"),
        ("It fell in the third quarter of 2019.", "the third quarter of 2019", "2019-Q3"),
        ("It fell in the first half of 2019.", "the first half of 2019", "2019-H1"),
        ("It fell in the summer of 2018.", "the summer of 2018", "2018-SU"),
        ("It fell in mid-October 2018.", "mid-October 2018", "2018-10"),
        ("It fell by the end of 2018.", "the end of 2018", "2018"),
        ("It burned on New Year's Eve 2019.", "New Year's Eve 2019", "2019-12-31"),
        ("It burned on Christmas Day 2019.", "Christmas Day 2019", "2019-12-25"),
        ("It came after the 9/11 attacks.", "9/11", "2001-09-11"),
    ],
)
def test_absolute_expressions(text: str, span: str, expected: str) -> None:
    """What names its year needs no article date; the span is exact."""
    assert read(text, None) == [(span, expected)] or read(text) == [(span, expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bombing on Nov. 13 killed six.", "2022-11-13"),
        ("The bombing on 13 November killed six.", "2022-11-13"),
        ("The bombing on Dec. 2 killed six.", "2022-12-02"),
        ("It began in March.", "2022-03"),
        ("They will vote in March.", "2023-03"),
        ("They have held it since December.", "2021-12"),
        ("They met on Friday.", "2022-11-11"),
        ("They met on Wednesday.", "2022-11-16"),
        ("They will meet on Friday.", "2022-11-18"),
        ("They must be out by Friday.", "2022-11-18"),
        ("He was held last Friday.", "2022-11-11"),
        ("He speaks next Friday.", "2022-11-18"),
        ("He arrived on Tuesday last week.", "2022-11-08"),
        ("He arrived last week.", "2022-W45"),
        ("He arrives next week.", "2022-W47"),
        ("He arrived this week.", "2022-W46"),
        ("He arrived last month.", "2022-10"),
        ("He arrived earlier this month.", "2022-11"),
        ("He arrived late last year.", "2021"),
        ("He arrived in May last year.", "2021-05"),
        ("He arrived last November.", "2021-11"),
        ("He arrived last summer.", "2022-SU"),
        ("He arrived today.", "2022-11-16"),
        ("He arrived yesterday.", "2022-11-15"),
        ("He arrived the day before yesterday.", "2022-11-14"),
        ("He arrived last night.", "2022-11-15TNI"),
        ("He arrived this morning.", "2022-11-16TMO"),
        ("He arrived on Monday night.", "2022-11-14TNI"),
        ("He arrived over the weekend.", "2022-W45-WE"),
        ("He arrived two years ago.", "2020"),
        ("He arrived three days ago.", "2022-11-13"),
        ("He arrived two weeks ago.", "2022-W44"),
        ("He arrived two months ago.", "2022-09"),
        ("He arrived a decade ago.", "2012"),
        ("He rests this century.", "20"),
        ("He rested on the night of July 7.", "2022-07-07TNI"),
        ("It burned on Thanksgiving.", "2021-11-25"),
        ("It will burn at Easter.", "2023-04-09"),
    ],
)
def test_expressions_are_resolved_against_the_articles_date(text: str, expected: str) -> None:
    """Tense gives the direction; the article came out on a Wednesday."""
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("He arrived last week.", "2022-11-07", "2022-11-13"),
        ("He arrived two weeks ago.", "2022-11-02", "2022-11-02"),
        ("He arrived a year ago.", "2021-11", "2021-11"),
        ("It came at the start of this year.", "2022-01", "2022-01"),
        ("It came by the end of 2018.", "2018-12", "2018-12"),
        ("It rose in the first half of this year.", "2022-01", "2022-06"),
        ("They fought over the past two months.", "2022-09", "2022-11-16"),
        ("They fought in the past week.", "2022-11-09", "2022-11-16"),
        ("They build for the next five years.", "2022-11-16", "2027-11"),
        ("They fought in the 1990s.", "1990", "1999"),
        ("They fought for two weeks.", None, None),
        ("They rest now.", None, None),
    ],
)
def test_start_and_end_are_as_exact_as_known(text: str, start: str | None, end: str | None) -> None:
    """Weeks have days, a single year ago has a month, durations alone have neither end."""
    (time,) = parse_times(text, published=WEDNESDAY)
    assert (time.start, time.end) == (start, end)


def test_last_week_on_a_sunday_is_the_week_just_gone() -> None:
    """A Sunday paper's last week ends on the day before."""
    (time,) = parse_times("They met last week.", published="2018-01-21")
    assert (time.start, time.end) == ("2018-01-14", "2018-01-20")


def test_this_week_of_a_report_ends_with_it() -> None:
    """What was done this week was done by the article's day."""
    (time,) = parse_times("They arrived this week.", published="2017-12-12")
    assert (time.start, time.end) == ("2017-12-11", "2017-12-12")


@pytest.mark.parametrize(
    ("text", "expected", "start"),
    [
        ("It burned on 20 November.", "XXXX-11-20", "--11-20"),
        ("It burned in November.", "XXXX-11", "--11"),
        ("It burned on Friday.", "XXXX-WXX-5", None),
        ("It burned on Friday night.", "XXXX-XX-XXTNI", None),
        ("It burned at Christmas.", "XXXX-12-25", "--12-25"),
        ("It burned in 2015.", "2015", "2015"),
        ("It burned last August.", "XXXX-08", "--08"),
    ],
)
def test_without_an_article_date_what_is_unknown_stays_open(text: str, expected: str, start: str | None) -> None:
    """Nothing is taken from the clock: partial values, and no date for a weekday."""
    padding = "x " * 120
    (time,) = parse_times(padding + text)
    assert (time.value, time.start) == (expected, start)


def test_yesterday_needs_a_date() -> None:
    """Without any date "yesterday" has no value and is left out."""
    assert parse_times("They fled yesterday.") == []


def test_a_dateline_stands_in_for_the_articles_date() -> None:
    """An article of unknown date that states one at its head is read against it, with the year left open."""
    assert read("KABUL, 20 June - Fighters fled yesterday. They had come in March.", None) == [
        ("20 June", "XXXX-06-20"),
        ("yesterday", "XXXX-06-19"),
        ("March", "XXXX-03"),
    ]


def test_a_day_told_with_weekday_and_year_stands_in_for_the_articles_date() -> None:
    """Wherever it stands; a day without its weekday may be long past."""
    text = "The law was debated at length by the members of both houses of the parliament. " * 3 + "It was passed on 4 June 2012. "
    told = text + "They met on Monday, July 18, 2022. They had voted on Friday. Talks began in May."
    assert read(told, None)[1:] == [("Monday, July 18, 2022", "2022-07-18"), ("Friday", "2022-07-15"), ("May", "2022-05")]
    assert read(text + "They voted on Friday.", None)[-1] == ("Friday", "XXXX-WXX-5")


def test_anaphora_counts_from_the_date_mentioned_last() -> None:
    """`the next day`, `three days later`, `the same month` refer back."""
    text = "They met on 3 May 2020. The next day they parted. Three days later they met again. In the same month they fought."
    assert [found[1] for found in read(text)] == ["2020-05-03", "2020-05-04", "2020-05-07", "2020-05"]


def test_the_same_day_skips_months_mentioned_since() -> None:
    """A month in between is no day to refer to."""
    text = "They met on 3 May 2020. The ruling of January 2019 stood. On the same day they signed."
    assert read(text)[-1] == ("the same day", "2020-05-03")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They fought from 3 to 5 May 2020.", ["2020-05-03", "2020-05-05"]),
        ("They fought on May 3-5, 2020.", ["2020-05-03", "2020-05-05"]),
        ("They fought between March and June 2019.", ["2019-03", "2019-06"]),
        ("They fought between November and March 2019.", ["2018-11", "2019-03"]),
        ("They fought in the 2014-16 war.", ["2014", "2016"]),
        ("They fought from 2007–08.", ["2007", "2008"]),
    ],
)
def test_ranges_are_two_expressions_that_share_what_is_said_once(text: str, values: list[str]) -> None:
    """The month or year said at one end of a range holds for the other."""
    assert [found[1] for found in read(text)] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A three-month siege ended.", "P3M"),
        ("They fought for two weeks.", "P2W"),
        ("They fought for two and a half years.", "P2.5Y"),
        ("It was a decades-long war.", "PXY"),
        ("It took five and a half hours.", "PT5H30M"),
        ("He was jailed for ten years.", "P10Y"),
        ("It lasted for 48 hours.", "PT48H"),
        ("There were years of war.", "PXY"),
        ("They waited for several months.", "PXM"),
        ("They waited for half a year.", "P0.5Y"),
        ("It was a week-long siege.", "P1W"),
        ("They fought for three decades.", "P30Y"),
    ],
)
def test_durations(text: str, expected: str) -> None:
    """Numbers and units give ISO 8601 durations, unnamed numbers X."""
    (time,) = parse_times(text, published=WEDNESDAY)
    assert (time.kind, time.value) == ("duration", expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They pray every Friday.", "XXXX-WXX-5"),
        ("They march on Fridays.", "XXXX-WXX-5"),
        ("They meet every two weeks.", "P2W"),
        ("It appears daily.", "P1D"),
        ("He earns $5 a day.", "P1D"),
        ("They meet twice a year.", "P1Y"),
        ("They meet every summer.", "XXXX-SU"),
    ],
)
def test_sets(text: str, expected: str) -> None:
    """What repeats is a set."""
    (time,) = parse_times(text, published=WEDNESDAY)
    assert (time.kind, time.value) == ("set", expected)


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("It exploded at 5 p.m. on Friday.", "5 p.m. on Friday", "2022-11-11T17:00"),
        ("It exploded at 5:30pm on Friday.", "5:30pm on Friday", "2022-11-11T17:30"),
        ("It exploded at 12 a.m. today.", "12 a.m. today", "2022-11-16T00:00"),
        ("It exploded at 10:35 Friday.", "10:35 Friday", "2022-11-11T10:35"),
        ("It exploded at 0600 GMT.", "0600 GMT", "2022-11-16T06:00"),
        ("It exploded at six o'clock.", "six o'clock", "2022-11-16T06:00"),
        ("It exploded at 4 in the morning.", "4 in the morning", "2022-11-16T04:00"),
        ("It exploded at noon on Friday.", "noon on Friday", "2022-11-11T12:00"),
    ],
)
def test_clock_times(text: str, span: str, expected: str) -> None:
    """Clock times belong to the day named with them, else to the article's day."""
    (time,) = parse_times(text, published=WEDNESDAY)
    assert (text[slice(*time.span)], time.kind, time.value) == (span, "time", expected)


def test_a_clock_time_takes_the_day_named_later_in_its_sentence() -> None:
    """`at 10:35 a.m. (0735 GMT) Friday` is on Friday."""
    values = [found[1] for found in read("It went off at 10:35 a.m. (0735 GMT) Friday.")]
    assert values[0] == "2022-11-11T10:35"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("They rest now.", "PRESENT_REF"), ("They fled recently.", "PAST_REF"), ("It lies in the near future.", "FUTURE_REF")],
)
def test_references(text: str, expected: str) -> None:
    """Words for now, then and some day have TIMEX3's names for them."""
    assert value(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "More than 2000 people fled.",
        "The 15-year-old boy fled.",
        "She is nineteen years old.",
        "May said so.",
        "Theresa May left.",
        "They march to the sea.",
        "The rebels may fall.",
        "A second man sat down.",
        "Three quarters of them fled.",
        "He ran 1500 metres.",
        "Flight 1999 landed.",
        "The mar was bad.",
        "",
        "   ",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    """Counts, ages, names and verbs that look like times are none."""
    assert read(text) == []


def test_capitals_are_read_like_any_text() -> None:
    """A telex in capitals has its dates, and its verb is no month."""
    assert read("FIVE DIED ON MONDAY, 14 NOVEMBER IN LIMA.") == [("MONDAY, 14 NOVEMBER", "2022-11-14")]


def test_a_history_is_read_along_its_own_time() -> None:
    """In a text about years long past a month belongs to the year told last, not to the article's."""
    text = (
        "War began in 1812. In 1813 the army left. It returned in 1814. In 1815 it lost. Peace came in 1816. "
        "In 1817 trade grew. In May 1818 the king fell ill. In June he died."
    )
    assert read(text, "2009-12-19")[-1] == ("June", "1818-06")


def test_the_weekday_tells_the_year() -> None:
    """A day and month with a weekday are in the year in which they meet."""
    assert value("He was held on Friday, 31 December.", "2022-03-01") == "2021-12-31"


def test_find_times_fills_the_draft_with_tokens_and_ids() -> None:
    """Mentions stand on tokens, ids count up, and the verb's tense is taken from the tree."""
    analysis = analysis_of(
        """
        1 Voters voter NOUN _ 3 nsubj
        2 will will AUX _ 3 aux
        3 vote vote VERB VerbForm=Inf 0 root
        4 on on ADP _ 5 case
        5 Friday Friday PROPN _ 3 obl
        6 . . PUNCT _ 3 punct

        1 They they PRON _ 2 nsubj
        2 voted vote VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
        3 in in ADP _ 4 case
        4 May May PROPN _ 2 obl
        5 . . PUNCT _ 2 punct
        """
    )
    draft = Draft(Article(analysis.text, published=WEDNESDAY), analysis, object.__new__(Knowledge))
    find_times(draft)
    assert [(m.first, m.last, m.time.id, m.time.value) for m in draft.times] == [
        (4, 5, "t1", "2022-11-18"),
        (9, 10, "t2", "2022-05"),
    ]
    assert [analysis.text[slice(*m.time.span)] for m in draft.times] == ["Friday", "May"]


WORDS = st.sampled_from(
    [
        "the",
        "last",
        "two",
        "years",
        "ago",
        "on",
        "May",
        "13",
        ",",
        "2015",
        "Nov.",
        "Friday",
        "night",
        "of",
        "3",
        "-",
        "5",
        "1990s",
        "since",
        "early",
        "mid-October",
        "week",
        "a",
        "an",
        "every",
        "10:30",
        "p.m.",
        "(",
        ")",
        "now",
        "killed",
        ".",
        "\n",
        "quarter",
        "first",
        "20th",
        "century",
        "BC",
        "next",
        "day",
        "later",
        "before",
        "and",
        "to",
        "31",
        "February",
        "99",
        "'90s",
        "half",
        "few",
    ]
)


@given(
    st.lists(WORDS, max_size=40).map(" ".join),
    st.sampled_from([None, "2022-11-16", "2022-02", "2022", "rubbish", "0001-01-01", "9999-12-31"]),
)
def test_any_words_can_be_read(text: str, published: str | None) -> None:
    """Whatever the words and the article's date, spans lie in the text in order and do not overlap."""
    end = 0
    for time in parse_times(text, published=published):
        assert end <= time.span[0] < time.span[1] <= len(text)
        assert time.kind in {"date", "time", "duration", "set"}
        end = time.span[1]


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """No text breaks the reading of times."""
    for time in parse_times(text, published=WEDNESDAY):
        assert text[slice(*time.span)].strip()


def test_the_models_time_arguments_are_noted_on_the_mentions() -> None:
    """Which events the model thinks a mention dates goes with the mention."""
    analysis = analysis_of(
        """
        1 They they PRON _ 2 nsubj
        2 voted vote VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
        3 in in ADP _ 4 case
        4 May May PROPN _ 2 obl
        """
    )
    analysis.arguments = [Argument(1, 3, "time", 0.8), Argument(1, 3, "time", 0.5), Argument(1, 0, "actor", 0.9)]
    draft = Draft(Article(analysis.text, published=WEDNESDAY), analysis, object.__new__(Knowledge))
    find_times(draft)
    assert [mention.dates for mention in draft.times] == [{1: 0.8}]


def test_a_month_that_is_somebodys_name_is_no_month() -> None:
    """Where there is a Theresa May, a bare "May" is she; "in May" stays the month."""
    assert read("Theresa May left in May. Allies of May wept: May's day was over.") == [("May", "2022-05")]


def test_centuries_date_no_events() -> None:
    """`a 13th-century castle was attacked` leaves the attack undated."""
    draft = Draft(
        Article("", published=WEDNESDAY),
        analysis_of(
            """
            1 Rebels rebel NOUN _ 2 nsubj
            2 attacked attack VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root
            3 a a DET _ 7 det
            4 13th 13th ADJ _ 6 amod
            5 - - PUNCT _ 6 punct
            6 century century NOUN _ 7 compound
            7 castle castle NOUN _ 2 obj
            """
        ),
        object.__new__(Knowledge),
    )
    find_times(draft)
    assert [mention.time.value for mention in draft.times] == ["12"]
    assert when_of(draft, 1) == (None, None)
