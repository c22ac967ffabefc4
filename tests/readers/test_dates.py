"""Publication dates: stated, in addresses, in the heads of texts."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.readers.dates import date_in_head, date_in_url, is_stamp, parse_date

days = st.dates(datetime.date(1800, 1, 1), datetime.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2022-12-14", "2022-12-14"),
        ("2022/12/14", "2022-12-14"),
        ("2022.12.14", "2022-12-14"),
        ("2022-2-3", "2022-02-03"),
        ("2022-12", "2022-12"),
        ("2022", "2022"),
        ("20221214", "2022-12-14"),
        ("20221214T0830Z", "2022-12-14"),
        ("2022-12-14T08:00:00+02:00", "2022-12-14"),
        ("2022-12-14 08:00", "2022-12-14"),
        ("14 December 2022", "2022-12-14"),
        ("14th Dec. 2022", "2022-12-14"),
        ("14-Dec-2022", "2022-12-14"),
        ("December 14, 2022", "2022-12-14"),
        ("Dec 14th 2022", "2022-12-14"),
        ("Wednesday, December 14, 2022", "2022-12-14"),
        ("Wed, 14 Dec 2022 08:00:00 GMT", "2022-12-14"),
        ("Sept. 3, 2020", "2020-09-03"),
        ("MAY 5, 2020", "2020-05-05"),
        ("  2022-12-14\n", "2022-12-14"),
    ],
)
def test_dates_are_read_in_the_forms_people_write(written: str, expected: str) -> None:
    """Times of day, weekdays and ordinals fall away; the result is as exact as what was written."""
    assert parse_date(written) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime.date(2022, 12, 14), "2022-12-14"),
        (datetime.datetime(2022, 12, 14, 23, 59), "2022-12-14"),
        (20221214, "2022-12-14"),
        (2022, "2022"),
    ],
)
def test_dates_of_tables_need_not_be_text(value: object, expected: str) -> None:
    """Parquet gives days and moments, JSON gives numbers."""
    assert parse_date(value) == expected


@pytest.mark.parametrize("written", ["03/04/2022", "3.4.2022", "13-04-22", "13/04/2022"])
def test_numbers_that_could_be_exchanged_are_refused(written: str) -> None:
    """Nobody guesses which number is the day."""
    with pytest.raises(InputError, match="leaves open which number is the day"):
        parse_date(written)


@pytest.mark.parametrize("written", ["2023-02-29", "31 April 2022", "2022-13-01", "2022-00-10", "2022-01-00", "1200-01-01", "3000"])
def test_days_that_the_calendar_lacks_are_refused(written: str) -> None:
    """Leap days of common years, months beyond twelve, years no newspaper had."""
    with pytest.raises(InputError, match="no such day"):
        parse_date(written)


@pytest.mark.parametrize("written", ["", "soon", "14 Dec", "December", "2022-12-14 or so", "22", "1671004800", "Decembrist 14, 2022"])
def test_what_is_no_date_is_refused_with_the_form_that_is_wanted(written: str) -> None:
    """The message says how to write it."""
    with pytest.raises(InputError, match="write it as 2022-12-14"):
        parse_date(written)


def test_error_begins_with_where_the_date_stands() -> None:
    """File and row lead the message."""
    with pytest.raises(InputError, match=r"^news\.csv, row 3: 'soon'"):
        parse_date("soon", where="news.csv, row 3")


def test_leap_day_of_a_leap_year_is_a_day() -> None:
    """29 February 2024 was one."""
    assert parse_date("29 February 2024") == "2024-02-29"


@given(days, st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%A, %d %b %Y", "%Y%m%d", "%d-%b-%Y"]))
def test_any_day_is_read_back(day: datetime.date, form: str) -> None:
    """Written in any of the usual forms, a day comes back as itself."""
    assert parse_date(day.strftime(form)) == day.isoformat()


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_one_plain_error(written: str) -> None:
    """Nothing else is raised, and what is read is read the same again."""
    try:
        found = parse_date(written, where="a.csv")
    except InputError as error:
        assert str(error).startswith("a.csv: ")
    else:
        assert parse_date(found) == found


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://e.org/2022/12/14/story", "2022-12-14"),
        ("https://e.org/2022-12-14-story.html", "2022-12-14"),
        ("https://e.org/news/2022/dec/14/story", "2022-12-14"),
        ("https://e.org/news/20221214-story", "2022-12-14"),
        ("https://e.org/news/202212140830", "2022-12-14"),
        ("https://e.org/25/07/2022/story", "2022-07-25"),
        ("https://e.org/07/07/2022/story", "2022-07-07"),
        ("https://e.org/2022/12/story", "2022-12"),
        ("https://e.org/2022/12/14?page=2", "2022-12-14"),
        ("https://e.org/story-2022-12-14#top", "2022-12-14"),
        ("https://e.org/2022/dec/14", "2022-12-14"),
        ("https://e.org/25/07/2022?amp", "2022-07-25"),
        ("https://e.org/2022/1/4/story", "2022-01-04"),
    ],
)
def test_addresses_give_their_day_away(url: str, expected: str) -> None:
    """Parted by strokes or hyphens, run together, with a month's name, or only a month."""
    assert date_in_url(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "https://e.org/story",
        "https://e.org/05/07/2022/story",
        "https://e.org/2022/12/14/answers-2021-11-10",
        "https://e.org/2022/13/story",
        "https://e.org/article/1234567890123456789",
        "https://20221214.example.org/story",
        "https://e.org/item-19951350",
        "",
    ],
)
def test_addresses_that_are_silent_or_unclear_give_nothing(url: str) -> None:
    """No date, two dates, days and months that could be exchanged, numbers that are no dates, dates in a host's name."""
    assert date_in_url(url) is None


def test_day_goes_before_the_month_beside_it() -> None:
    """An address with a month's folder and a day in the name has the day."""
    assert date_in_url("https://e.org/2022/12/20221214-story") == "2022-12-14"


def test_the_same_day_twice_is_one_day() -> None:
    """Folder and name agree."""
    assert date_in_url("https://e.org/2022/12/14/2022-12-14-story") == "2022-12-14"


@given(days)
def test_any_day_in_an_address_is_found(day: datetime.date) -> None:
    """From 1900 on, as folders."""
    expected = day.isoformat() if 1900 <= day.year <= 2099 else None
    assert date_in_url(f"https://e.org/{day:%Y/%m/%d}/story") == expected


@pytest.mark.parametrize(
    "line",
    [
        "December 14, 2022",
        "Published: 14 Dec 2022",
        "Last updated on Wednesday, 14 December 2022 at 10:15 GMT",
        "2022-12-14",
        "Posted 2022-12-14T08:00:00Z",
        "14 December 2022, 8.30 p.m.",
        "  Updated: December 14, 2022 | 08:30 AM  ",
    ],
)
def test_lines_that_are_a_date_are_stamps(line: str) -> None:
    """Labels, weekdays and clocks belong to a stamp."""
    assert is_stamp(line)


@pytest.mark.parametrize("line", ["", "The army moved on December 14, 2022.", "December 14, 2022 was a Wednesday", "December", "14 December", "2022"])
def test_lines_that_say_more_are_no_stamps(line: str) -> None:
    """A sentence with a date in it is part of the report."""
    assert not is_stamp(line)


def test_head_dates_a_text_by_a_line_of_its_own() -> None:
    """A line that is nothing but a date."""
    assert date_in_head("Army moves north\nDecember 14, 2022\n\nThe army moved.") == "2022-12-14"


def test_head_dates_a_text_by_its_dateline() -> None:
    """A dateline counts if it has a year."""
    assert date_in_head("PORT VALE, Dec 14, 2022 (Herald) - The army moved.") == "2022-12-14"
    assert date_in_head("PORT VALE, Dec 14 (Herald) - The army moved.") is None


def test_update_counts_only_where_nothing_else_does() -> None:
    """When a report was published goes before when it was changed."""
    both = "Published: December 14, 2022\nUpdated: December 16, 2022\nThe army moved."
    assert date_in_head(both) == "2022-12-14"
    assert date_in_head(both.split("\n", 1)[1]) == "2022-12-16"


def test_two_days_in_a_head_are_none() -> None:
    """Which of them is it?"""
    assert date_in_head("December 14, 2022\nDecember 15, 2022\nThe army moved.") is None


def test_dates_further_down_do_not_date_a_text() -> None:
    """Only the first lines are the head."""
    assert date_in_head("The army moved.\n" * 6 + "December 14, 2022\n") is None


def test_date_inside_a_sentence_does_not_date_a_text() -> None:
    """What is told happened some day; the report came later."""
    assert date_in_head("On December 14, 2022 the army moved north.") is None


def test_impossible_stamp_dates_nothing() -> None:
    """31 February is no day."""
    assert date_in_head("February 31, 2022\nThe army moved.") is None


def test_line_ends_of_every_system_part_the_head() -> None:
    """A date stands on its own line with Windows' and old Macs' ends too."""
    for end in ("\n", "\r\n", "\r"):
        assert date_in_head(f"Army moves{end}December 14, 2022{end}The army moved.") == "2022-12-14"


@given(st.text(max_size=300))
def test_any_head_gives_a_day_or_nothing(text: str) -> None:
    """Whatever the text, the result is a date that can be read."""
    found = date_in_head(text)
    assert found is None or parse_date(found) == found


@pytest.mark.parametrize(("year", "known"), [("1599", False), ("1600", True), ("2999", True), ("3000", False)])
def test_years_of_newspapers_have_bounds(year: str, known: bool) -> None:
    """The first and the last that are taken for years."""
    if known:
        assert parse_date(year) == year
    else:
        with pytest.raises(InputError, match="no such day"):
            parse_date(year)


@pytest.mark.parametrize(
    ("path", "expected"), [("12/07/2022", None), ("13/07/2022", "2022-07-13"), ("07/13/2022", None), ("12/12/2022", "2022-12-12")]
)
def test_day_before_the_month_must_be_beyond_twelve_or_the_same(path: str, expected: str | None) -> None:
    """Else the two could be exchanged."""
    assert date_in_url(f"https://e.org/{path}/story") == expected


@pytest.mark.parametrize("line", ["2022-12-14", "Published: 2022-12-14T08:30:00Z", "2022-12-14 08:30 GMT"])
def test_head_is_dated_by_a_day_in_figures(line: str) -> None:
    """Year, month and day in their order."""
    assert date_in_head(f"Army moves north\n{line}\nThe army moved.") == "2022-12-14"


def test_head_ends_after_two_thousand_characters() -> None:
    """A date behind a long first line is no date of the text's."""
    assert date_in_head("x" * 1900 + "\n2022-12-14\n") == "2022-12-14"
    assert date_in_head("x" * 2000 + "\n2022-12-14\n") is None
