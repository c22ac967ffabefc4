"""The measure of stories."""

from __future__ import annotations

from itertools import combinations

from evaluation.stories import Pair, StoryCounts, found_again, read_pairs, score_pairs

EVENTS = [("a", 0, 5), ("b", 0, 5), ("c", 0, 5)]


def block(*same: tuple[int, int], apart: tuple[int, int] | None = None) -> list[Pair]:
    """Three events, of which these pairs are one happening."""
    return [Pair(0, "tune", EVENTS[i], EVENTS[j], (i, j) in same, ("week",) if (i, j) == apart else ()) for i, j in combinations(range(3), 2)]


def counted(pairs: list[Pair], *stories: int) -> StoryCounts:
    return score_pairs(pairs, dict(zip(EVENTS, stories, strict=True)))


def test_all_right() -> None:
    """Who belongs together is together and nobody else is."""
    counts = counted(block((0, 1)), 1, 1, 2)
    assert (counts.b_cubed.f1, counts.linked.f1, counts.pairs.f1) == (100, 100, 100)


def test_nothing_linked() -> None:
    """What stays alone by right counts in B-cubed, and earns nothing where only links count."""
    counts = counted(block((0, 1)), 1, 2, 3)
    assert counts.b_cubed.f1 == 80 and counts.linked.f1 == 0 and counts.pairs.f1 == 0


def test_one_too_many() -> None:
    """A third that does not belong costs precision."""
    counts = counted(block((0, 1)), 1, 1, 1)
    assert counts.linked.right_found / counts.linked.found == (2 / 3 + 2 / 3) / 3
    assert counts.linked.right_wanted / counts.linked.wanted == 1


def test_countries_and_weeks() -> None:
    """Pairs that lie apart and were merged are counted."""
    assert (counted(block(apart=(0, 2)), 1, 2, 1).merged_apart, counted(block(apart=(0, 2)), 1, 2, 3).merged_apart) == (1, 0)


def test_events_that_are_not_coded_any_more_are_left_out() -> None:
    """Neither gain nor loss."""
    counts = score_pairs(block((0, 1)), {EVENTS[0]: 1, EVENTS[1]: 1})
    assert (counts.pairs.found, counts.pairs.wanted, counts.b_cubed.found) == (1, 1, 2)


def test_events_are_found_again_by_their_triggers() -> None:
    """The one that overlaps most, the smaller id among equals."""
    spans = {"a": [((0, 3), "x/e1"), ((2, 9), "x/e2"), ((20, 25), "x/e3")]}
    assert found_again({("a", 0, 5), ("a", 30, 35), ("b", 0, 5)}, spans) == {("a", 0, 5): "x/e1"}


def test_the_labelled_pairs() -> None:
    """At least 400, every pair of a block once, transitive, and what is one happening lies in one country and week."""
    pairs = read_pairs()
    assert len(pairs) >= 400 and len({(pair.one, pair.other) for pair in pairs}) == len(pairs)
    assert not any(pair.same and pair.apart for pair in pairs)
    same = {frozenset((pair.one, pair.other)) for pair in pairs if pair.same}
    for one in same:
        for other in same:
            if len(one & other) == 1:
                assert one ^ other in same


def test_halves_share_no_event() -> None:
    """What is tuned on is not measured on."""
    halves = {half: {m for pair in read_pairs() if pair.half == half for m in (pair.one, pair.other)} for half in ("tune", "measure")}
    assert halves["tune"].isdisjoint(halves["measure"])
