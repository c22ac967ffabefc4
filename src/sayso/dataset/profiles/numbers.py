"""Whole numbers for ids, where a data set wants numbers."""

from __future__ import annotations

import hashlib

_MOST = 1_000_000_000_000_000
"""A spreadsheet keeps fifteen digits."""


def number_of(key: str) -> int:
    """A number of at most fifteen digits, always the same for an id; two ids of a million share one with a chance of one in two thousand."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % _MOST
