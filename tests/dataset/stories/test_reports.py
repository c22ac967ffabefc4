"""Events as reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.dataset.store import Store
from sayso.dataset.stories.reports import ALWAYS, day_of, days, read_reports, source_of, stem, window, words
from tests.dataset.stories.reports import add, day


def test_what_an_event_says_is_read_from_the_dataset(tmp_path: Path) -> None:
    """Parties, places, days, toll and words of an event stand in its report."""
    with Store(tmp_path / "d.sqlite", create=True) as store:
        key = add(store, "The Herald", "2024-03-05")
        (report,) = read_reports(store)
    assert (report.id, report.article, report.source) == (f"{key}/e1", key, "the herald")
    assert report.parties.actors == {"harbour guards"} and report.parties.named == {"harbour guards"}
    assert report.parties.places == {"tolvany"} and report.countries == {"NLD"}
    assert (report.first, report.last, report.exact, report.published) == (day("2024-03-04"), day("2024-03-04"), True, day("2024-03-05"))
    assert report.tolls == {"killed": (14, 14)}
    assert {"bridge", "mirel", "14"} <= report.words


def test_words_of_common_kinds_have_no_name(tmp_path: Path) -> None:
    """People without a name of their own are recipients, but no name that two reports could share."""
    with Store(tmp_path / "d.sqlite", create=True) as store:
        add(store, "The Herald", "2024-03-05")
        (report,) = read_reports(store)
    assert report.parties.recipients == {"dockers"} and "dockers" not in report.parties.named


def test_grammar_is_no_word() -> None:
    """Long words, names and numbers are compared, by their stems; small words are not."""
    assert words("The army has bombed Ulm with 12 shells") == {"the", "bomb", "ulm", "12", "shell"}


@pytest.mark.parametrize(("word", "wanted"), [("bombing", "bomb"), ("Strikes", "strik"), ("parties", "part"), ("sing", "sing"), ("red", "red")])
def test_stem(word: str, wanted: str) -> None:
    """The commonest endings go, and at least three letters stay."""
    assert stem(word) == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2024-03-04", ("2024-03-04", "2024-03-04")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023", ("2023-01-01", "2023-12-31")),
        ("--03-04", None),
        ("2023-02-30", None),
        (None, None),
    ],
)
def test_days_of_a_date(value: str | None, wanted: tuple[str, str] | None) -> None:
    """A date covers the days it can mean; one without a year covers none that are known."""
    assert days(value) == (wanted and (day(wanted[0]), day(wanted[1])))


def test_what_has_happened_did_so_before_it_was_published() -> None:
    """Without a date, the window of a deed that is done ends with its article; that of a planned one is open."""
    published = day("2024-03-05")
    assert window(None, None, published, settled=True) == (-ALWAYS, published)
    assert window(None, None, published, settled=False) == (-ALWAYS, ALWAYS)


def test_what_goes_on_reaches_to_its_article() -> None:
    """A beginning without an end is open until the article."""
    assert window("2024-03", None, day("2024-05-01"), settled=True) == (day("2024-03-01"), day("2024-05-01"))


def test_day_of_publication() -> None:
    """A time of day is left out, and a month is no day."""
    assert day_of("2024-03-05T10:00:00Z") == day("2024-03-05")
    assert day_of("2024-03") is None and day_of(None) is None


def test_a_publisher_without_a_name_is_known_by_its_address() -> None:
    """The host stands for it."""
    assert source_of(None, "https://www.example.org/a/1") == "example.org"
    assert source_of("The Herald", "https://www.example.org/a/1") == "the herald"
    assert source_of(None, None) == ""
