"""How many tell something independently."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dataset.stories.reports import words
from sayso.dataset.stories.sources import Voice, independent, voices
from tests.dataset.stories.reports import SENTENCE, report

OTHER = words("Fourteen longshoremen died when explosives tore through the crossing outside Tolvany, hospital staff counted")


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ([], 0),
        ([("herald", 0)], 1),
        ([("herald", 0), ("herald", 1)], 1),
        ([("herald", 0), ("post", 0)], 1),
        ([("herald", 0), ("post", 1)], 2),
        ([("herald", 0), ("post", 0), ("post", 1)], 2),
        ([("herald", 0), ("post", 0), ("times", 0), ("times", 1)], 2),
    ],
)
def test_publishers_and_texts_count_once(told: list[Voice], wanted: int) -> None:
    """Copies of one text are one source, and so are two texts of one publisher."""
    assert independent(told) == wanted


@given(st.lists(st.tuples(st.sampled_from(["herald", "post", "times"]), st.integers(0, 3)), max_size=7))
def test_no_other_way_of_giving_texts_counts_more(told: list[Voice]) -> None:
    """The number is the most that any choice of different publishers with different texts has."""
    known = sorted(set(told))
    fitting = [some for size in range(4) for some in combinations(known, size) if len({s for s, _ in some}) == len({t for _, t in some}) == size]
    assert independent(told) == max(map(len, fitting))


def test_one_wire_text_in_two_papers() -> None:
    """Sentences that are almost one are one text."""
    printed = voices([report("a/e1"), report("b/e1", source="the post", words=words(SENTENCE + " today"))], {})
    assert independent(voice for one in printed.values() for voice in one) == 1


def test_two_texts_in_two_papers() -> None:
    """Words of one's own make a source of one's own."""
    printed = voices([report("a/e1"), report("b/e1", source="the post", words=OTHER)], {})
    assert independent(voice for one in printed.values() for voice in one) == 2


def test_copies_of_an_article_add_no_source() -> None:
    """Whoever prints the article again tells the same text."""
    printed = voices([report("a/e1")], {"a": ["the post", "the times"]})
    assert printed == {"a/e1": {("the herald", 0), ("the post", 0), ("the times", 0)}}
    assert independent(printed["a/e1"]) == 1
