"""Numbers for ids."""

from __future__ import annotations

from sayso.dataset.profiles.numbers import number_of


def test_numbers_stay_and_fit_a_spreadsheet() -> None:
    """The same id, the same number, of fifteen digits at most; a thousand ids give a thousand numbers."""
    found = {number_of(f"0123456789abcdef/e{n}") for n in range(1000)}
    assert len(found) == 1000 and max(found) < 10**15
    assert number_of("0123456789abcdef/e1") == 294319489240577
