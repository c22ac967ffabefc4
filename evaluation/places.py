"""Toponyms against the Local-Global Lexicon: found, and resolved within 161 km (100 miles)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from evaluation.figures import Counts, Figures, MissingDataError, System, per_cent
from sayso.article import Article
from sayso.coding.places import distance_km
from sayso.record import Record

NEAR_KM = 161.0


@dataclass(slots=True)
class GoldToponym:
    """A toponym's characters and, where it is resolved, its point."""

    start: int
    end: int
    point: tuple[float, float] | None


def read_articles(path: Path) -> list[tuple[Article, list[GoldToponym]]]:
    """Articles with their toponyms. Raises MissingDataError where the file is not there."""
    if not path.exists():
        raise MissingDataError(f"{path} is not there")
    found = []
    for number, article in enumerate(ElementTree.parse(path).getroot().iter("article")):
        text = article.findtext("text") or ""
        toponyms = [_toponym(toponym) for toponym in article.iter("toponym")]
        published = (article.findtext("dltime") or "")[:10] or None
        found.append((Article(text, article.get("docid") or str(number), published=published, url=article.findtext("url")), toponyms))
    return found


def _toponym(element: ElementTree.Element) -> GoldToponym:
    latitude, longitude = element.findtext(".//lat"), element.findtext(".//lon")
    point = (float(latitude), float(longitude)) if latitude and longitude else None
    return GoldToponym(int(element.findtext("start") or 0), int(element.findtext("end") or 0), point)


def count(gold: list[GoldToponym], record: Record, found: Counts, near: Counts) -> tuple[int, int]:
    """Add one article; returns how many gold toponyms with a point were found, and how many of these lie near."""
    own = [(span, place) for place in record.places for span in place.mentions]
    left = list(own)
    hits = matched = close = 0
    for toponym in gold:
        match = next((item for item in left if item[0][0] < toponym.end and toponym.start < item[0][1]), None)
        if match is None:
            continue
        left.remove(match)
        hits += 1
        if toponym.point is not None:
            matched += 1
            place = match[1]
            if place.latitude is not None and place.longitude is not None:
                close += distance_km(toponym.point, (place.latitude, place.longitude)) <= NEAR_KM
    found.add(hits, len(own), len(gold))
    near.add(close, len(own), sum(toponym.point is not None for toponym in gold))
    return matched, close


def score(data: Path, split: str, system: System, *, first: int | None = None) -> Figures:
    """Found F1, share of the found ones that lie within 161 km, and both together as F1."""
    files = sorted((data / "data" / "geo").glob("*.xml"))
    if not files:
        raise MissingDataError(f"{data / 'data' / 'geo'} holds no .xml")
    found, near, matched, close = Counts(), Counts(), 0, 0
    for path in files:
        articles = read_articles(path)[:first]
        for (_, gold), record in zip(articles, system.coder.code_many(article for article, _ in articles), strict=True):
            more = count(gold, record, found, near)
            matched, close = matched + more[0], close + more[1]
    return {
        "toponyms found": found.f1,
        "toponyms within 161 km, of those found": per_cent(close, matched),
        "toponyms found and within 161 km": near.f1,
    }
