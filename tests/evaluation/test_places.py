"""Toponyms: reading the set, and what places earn."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.figures import Counts, MissingDataError
from evaluation.places import GoldToponym, count, count_resolved, draft_of, gold_toponyms, is_near, read_articles
from sayso.article import Article
from sayso.coder import Coder
from sayso.coding.draft import Draft
from sayso.knowledge.places import Candidate
from sayso.record import Place, Record
from tests.records import small_record, span

SET = """<articles><article docid="7"><dltime>2009-03-13 10:00</dltime><url>http://example.org/a</url><text>Fire in Oldmill.</text>
<toponyms><toponym><start>8</start><end>15</end><phrase>Oldmill</phrase><gaztag><lat>1.5</lat><lon>-2.5</lon></gaztag></toponym>
<toponym><start>0</start><end>4</end><phrase>Fire</phrase></toponym></toponyms></article>
<article><text>Nothing.</text></article></articles>"""


def counted(gold: list[GoldToponym], record: Record) -> tuple[tuple[int, int], tuple[int, int, int], tuple[int, int, int]]:
    found, near = Counts(), Counts()
    both = count(gold, record, found, near)
    return both, (found.right, found.found, found.wanted), (near.right, near.found, near.wanted)


def test_articles_are_read_with_their_toponyms(tmp_path: Path) -> None:
    """Id, day, address, and points where there are some."""
    path = tmp_path / "x.xml"
    path.write_text(SET, encoding="utf8")
    (article, toponyms), (other, none) = read_articles(path)
    assert (article.id, article.published, article.url, article.text) == ("7", "2009-03-13", "http://example.org/a", "Fire in Oldmill.")
    assert [(article.text[t.start : t.end], t.point) for t in toponyms] == [("Oldmill", (1.5, -2.5)), ("Fire", None)]
    assert (other.id, other.published, none) == ("1", None, [])


def test_missing_set_is_said(tmp_path: Path) -> None:
    """By its path."""
    with pytest.raises(MissingDataError, match=r"x\.xml"):
        read_articles(tmp_path / "x.xml")


def test_toponym_without_a_point_is_found_but_not_near() -> None:
    """Nobody knows where it lies."""
    assert counted([GoldToponym(*span("Port Vale"), None)], small_record()) == ((0, 0), (1, 1, 1), (0, 1, 0))


def test_place_without_a_point_is_far() -> None:
    """Found, and not near."""
    record = small_record()
    record.places[0].latitude = None
    assert counted([GoldToponym(*span("Port Vale"), (52.0, 4.0))], record) == ((1, 0), (1, 1, 1), (0, 1, 1))


def test_one_mention_is_one_toponym() -> None:
    """Two of the gold's in one of ours want two."""
    start, end = span("Port Vale")
    gold = [GoldToponym(start, start + 4, (52.0, 4.0)), GoldToponym(start + 5, end, (52.0, 4.0))]
    assert counted(gold, small_record()) == ((1, 1), (1, 1, 2), (1, 1, 2))


def test_mention_beside_a_toponym_does_not_touch_it() -> None:
    """One character off is another place."""
    start, end = span("Port Vale")
    assert counted([GoldToponym(end, end + 3, (52.0, 4.0))], small_record())[1] == (0, 1, 1)
    assert counted([GoldToponym(start - 3, start, (52.0, 4.0))], small_record())[1] == (0, 1, 1)


def test_every_mention_of_ours_counts_as_found() -> None:
    """What the gold has not is one too many."""
    record = small_record()
    record.places.append(Place("p2", "market", mentions=[span("market")]))
    assert counted([GoldToponym(*span("Port Vale"), None)], record)[1] == (1, 2, 1)


NEWS = "Gunmen fought in Tripoli, Lebanon, on Friday."
GOLD = [GoldToponym(26, 33, (33.8, 35.8)), GoldToponym(17, 24, (34.4, 35.8)), GoldToponym(45, 45, None)]


def draft(coder: Coder) -> Draft:
    return draft_of(Article(NEWS), coder.core.analyse(NEWS), coder.knowledge)


def test_gold_mentions_are_the_coders_own_toponyms(coder: Coder) -> None:
    """In the order of the text, without those of no words."""
    pairs = gold_toponyms(draft(coder), GOLD)
    assert [(toponym.start, own.name) for toponym, own in pairs] == [(17, "Tripoli"), (26, "Lebanon")]


def test_gold_mentions_are_resolved_by_the_coder(coder: Coder) -> None:
    """Tripoli lies in Lebanon here, and Lebanon in its middle."""
    assert count_resolved(draft(coder), GOLD) == 2
    assert count_resolved(draft(coder), [GoldToponym(17, 24, (32.9, 13.2)), GOLD[0]]) == 1


def test_only_places_with_points_are_near() -> None:
    """Within 161 km of a known point."""
    place = Candidate(1, "Oldmill", "XNL", None, 1.0, 2.0, 1, "city")
    assert is_near(GoldToponym(0, 1, (1.5, 2.5)), place)
    assert not is_near(GoldToponym(0, 1, (4.0, 2.0)), place)
    assert not is_near(GoldToponym(0, 1, None), place)
    assert not is_near(GoldToponym(0, 1, (1.0, 2.0)), None)
    assert not is_near(GoldToponym(0, 1, (1.0, 2.0)), Candidate(1, "Oldmill", None, None, None, None, 1, "region"))
