"""Days as other data sets write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dataset.profiles.dates import day, days, first_day, last_day, year
from tests.dataset.datasets import happening


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-02-30", None, None),
        ("2023-13", None, None),
        ("0000", None, None),
        ("--11-20", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_first_and_last_day_that_a_date_may_be(iso: str | None, first: date | None, last: date | None) -> None:
    """A month runs to its last day; what is no date has no days."""
    assert (first_day(iso), last_day(iso)) == (first, last)


def test_only_what_is_known_to_the_day_is_a_day() -> None:
    """A month is none."""
    assert day("2024-03-04") == date(2024, 3, 4) and day("2024-03") is None


def test_days_of_an_event() -> None:
    """From the first that its beginning may be to the last that its end may be; what has not ended has its beginning."""
    assert days(happening(start="2024-01", end="2024-03")) == (date(2024, 1, 1), date(2024, 3, 31))
    assert days(happening(start="2024-01", end=None)) == (date(2024, 1, 1), date(2024, 1, 31))
    assert days(happening(start=None, end="2023-05-01")) == (date(2023, 5, 1), date(2023, 5, 1))
    assert days(happening(start=None, end=None)) is None and year(happening(start="--11-20", end=None)) is None


@given(st.text(max_size=10), st.text(max_size=10))
def test_no_text_breaks_a_date(start: str, end: str) -> None:
    """Whatever stands there, days are in order or there are none."""
    span = days(happening(start=start, end=end))
    assert span is None or span[0] <= span[1]
