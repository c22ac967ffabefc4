"""Reports as columns of numbers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.dataset.stories.columns import UNKNOWN, Columns, Sets
from sayso.dataset.stories.reports import ALWAYS, words
from tests.dataset.stories.reports import PARTIES, day, report, undated

_SETS = st.lists(st.frozensets(st.sampled_from("abcdef"), max_size=4), min_size=1, max_size=8)


def sets(*several: frozenset[str]) -> Sets:
    return Columns.of([report(f"{n}/e1", around=one) for n, one in enumerate(several)]).around


@given(_SETS, st.data())
def test_what_sets_share(several: list[frozenset[str]], data: st.DataObject) -> None:
    """As many as Python's own sets have in common, for any pairs, empty sets and sets with themselves too."""
    place = st.integers(0, len(several) - 1)
    pairs = data.draw(st.lists(st.tuples(place, place), max_size=12))
    found = sets(*several)
    asked = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    assert found.shared(asked).tolist() == [len(several[one] & several[other]) for one, other in pairs]
    assert found.clash(asked).tolist() == [bool(several[one] and several[other]) and several[one].isdisjoint(several[other]) for one, other in pairs]


def test_members_are_known_again() -> None:
    """Each has the name it came with, and the report it is of."""
    found = sets(frozenset("ab"), frozenset(), frozenset("bc"))
    assert sorted(zip(found.reports.tolist(), (found.names[number] for number in found.members), strict=True)) == [
        (0, "a"), (0, "b"), (2, "b"), (2, "c"),
    ]  # fmt: skip


def test_the_same_has_the_same_number() -> None:
    """Types, triggers and articles in common; a mode that is not told is none."""
    found = Columns.of([report("a/e1"), report("a/e2", mode=None), report("b/e1", type="THREATEN", stem="warn")])
    assert (found.article[0] == found.article[1]) and (found.article[1] != found.article[2])
    assert (found.type[0] == found.type[1]) and (found.type[1] != found.type[2]) and (found.stem[1] != found.stem[2])
    assert found.mode[1] == UNKNOWN and found.mode[0] == found.mode[2] != UNKNOWN


def test_what_is_not_known() -> None:
    """Days, points and bounds without a value are marked; nought is a value."""
    found = Columns.of([report("a/e1", tolls={"injured": (0, None)}), undated("b/e1", None, point=None)])
    assert found.published.tolist() == [day("2024-03-05"), UNKNOWN] and found.day.tolist() == [day("2024-03-04"), UNKNOWN]
    assert np.isnan(found.point).tolist() == [[False, False], [True, True]]
    assert found.toll[0].tolist() == [[UNKNOWN, UNKNOWN], [0, UNKNOWN], [UNKNOWN, UNKNOWN], [UNKNOWN, UNKNOWN]]
    assert (found.first[1], found.dated.tolist()) == (-ALWAYS, [True, False])


def test_regions_are_where_it_was_and_whose() -> None:
    """Countries of places and of those involved; a report of neither is of the nameless one."""
    found = Columns.of([report("a/e1", countries=frozenset({"BEL"})), report("b/e1", countries=frozenset(), parties=replace(PARTIES, sides=set()))])
    assert [{found.regions.names[number] for number in found.regions.members[found.regions.reports == place]} for place in (0, 1)] == [
        {"BEL", "NLD"}, {""},
    ]  # fmt: skip


def test_no_reports_have_empty_columns() -> None:
    """Nothing to compare is no error."""
    found = Columns.of([])
    assert len(found) == 0 and found.around.shared(np.empty((0, 2), dtype=np.int64)).tolist() == []


def test_numbers_stand_for_words() -> None:
    """Each word has one number, in however many sets it is."""
    found = sets(words("Sentries shelled granaries"), words("Granaries burned"))
    assert len(found.names) == len(set(found.names)) == 4
