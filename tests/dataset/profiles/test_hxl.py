"""HXL's table."""

from __future__ import annotations

import re

from sayso.dataset.profiles import PROFILES
from tests.dataset.datasets import NEVER, happening
from tests.dataset.profiles.published import HXL_HASHTAGS
from tests.dataset.profiles.rows import part

HXL = PROFILES["hxl"]


def test_every_hashtag_is_one_of_the_dictionary() -> None:
    """With attributes as HXL spells them."""
    for column in (*HXL.columns, *HXL.own):
        tag = re.fullmatch(r"#([a-z][a-z0-9_]*)(\+[a-z][a-z0-9_]*)*", column.tag)
        assert tag is not None and tag[1] in HXL_HASHTAGS, column.name


def test_no_hashtag_stands_twice() -> None:
    """A program can tell the columns apart by tag alone, in whatever order attributes stand."""
    tags = [frozenset(column.tag.split("+")) for column in (*HXL.columns, *HXL.own)]
    assert len(tags) == len(set(tags))


def test_tolls_have_both_bounds() -> None:
    """An open bound is empty."""
    one = happening(tolls={**NEVER, "killed": (6, None)})
    assert part("hxl", one, "Killed (min)", "Killed (max)", "Injured (min)", "Country", "Country code") == (6, None, None, "Syria", "SYR")
