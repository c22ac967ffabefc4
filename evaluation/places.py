"""Toponyms against the Local-Global Lexicon: found, and resolved within 161 km (100 miles)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from evaluation.figures import Counts, Figures, MissingDataError, System, per_cent
from sayso.article import Article
from sayso.coding.actors import find_actors
from sayso.coding.draft import Draft
from sayso.coding.locating import distance_km, locate
from sayso.coding.toponyms import Toponym, toponym_at
from sayso.knowledge import Knowledge
from sayso.knowledge.places import Candidate
from sayso.language.analysis import Analysis
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


def gold_toponyms(draft: Draft, gold: list[GoldToponym]) -> list[tuple[GoldToponym, Toponym]]:
    """The gold's toponyms as the coder's own would be, in the order of the text; those without a single token are left out."""
    found = []
    for toponym in sorted(gold, key=_start):
        inside = [token.index for token in draft.analysis.tokens if token.start < toponym.end and toponym.start < token.end]
        if inside:
            found.append((toponym, toponym_at(draft, inside[0], inside[-1] + 1)))
    return found


def _start(toponym: GoldToponym) -> int:
    return toponym.start


def draft_of(article: Article, analysis: Analysis, knowledge: Knowledge) -> Draft:
    """An article as the step for places finds it."""
    draft = Draft(article, analysis, knowledge)
    find_actors(draft)
    return draft


def count_resolved(draft: Draft, gold: list[GoldToponym]) -> int:
    """How many of the gold's toponyms the coder puts within 161 km, given which words they are."""
    pairs = gold_toponyms(draft, gold)
    chosen = locate(draft, [own for _, own in pairs])
    return sum(is_near(toponym, chosen[own.key]) for toponym, own in pairs)


def is_near(toponym: GoldToponym, place: Candidate | None) -> bool:
    """Whether a place lies within 161 km of where the gold has it."""
    if place is None or toponym.point is None or place.latitude is None or place.longitude is None:
        return False
    return distance_km(toponym.point, (place.latitude, place.longitude)) <= NEAR_KM


def score(data: Path, split: str, system: System, *, first: int | None = None) -> Figures:
    """Given the gold's mentions, the share within 161 km; else found F1, share of the found ones within 161 km, and both together as F1."""
    files = sorted((data / "data" / "geo").glob("*.xml"))
    if not files:
        raise MissingDataError(f"{data / 'data' / 'geo'} holds no .xml")
    found, near, matched, close, resolved = Counts(), Counts(), 0, 0, 0
    for path in files:
        articles = read_articles(path)[:first]
        for article, gold in articles:
            analysis = system.core.analyse(article.text, skipped=article.skipped)
            resolved += count_resolved(draft_of(article, analysis, system.coder.knowledge), gold)
            more = count(gold, system.coder.code_analysed(article, analysis), found, near)
            matched, close = matched + more[0], close + more[1]
    return {
        "toponyms found": found.f1,
        "toponyms within 161 km, gold mentions": per_cent(resolved, near.wanted),
        "toponyms within 161 km, of those found": per_cent(close, matched),
        "toponyms found and within 161 km": near.f1,
    }
