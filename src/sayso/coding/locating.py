"""Which place a name means, among those that bear it: the places of an article speak for one another.

Every place that a name may mean gets evidence: its size and kind, what the text says it lies in ("Zaqoziq, Sharqia"), the countries the article
speaks of, the publisher's home, and how well it agrees with what the other names probably mean: the same country, province or county, or
nearby. As these depend on one another the chances are reckoned in rounds. The weights are in `data/places/place_scores.toml`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.coding.draft import Draft
from sayso.coding.origin import home_country
from sayso.coding.toponyms import Toponym
from sayso.knowledge.names import key
from sayso.knowledge.outlets import home_of
from sayso.knowledge.place_scores import PlaceScores, load_place_scores
from sayso.knowledge.places import Candidate, Gazetteer

_MOST = 30
"""Places of a name that are weighed; of smaller ones only those inside a province or county that the article names too."""
_SLIGHT = 0.02
"""Chance from which a place speaks for others."""
_EARLY = 60
"""Tokens at the beginning of an article, where it says where it plays."""
_NEAR_KM = 100.0
_AREAS = frozenset({"country", "admin1", "admin2", "region"})
_BETWEEN = frozenset({",", "(", "in", "of"})
"""What stands between a place and what it lies in."""
Cell = tuple[int, int]
Areas = tuple[dict[str, float], dict[int, float], dict[Cell, float]]


@dataclass(slots=True, eq=False)
class Name:
    """All mentions of one name in an article, the places it may mean and how probable each is."""

    key: str
    mentions: list[Toponym]
    found: list[Candidate]
    chances: list[float] = field(default_factory=list)
    fixed: list[dict[str, float]] = field(default_factory=list)
    """Evidence for each place that stays the same in all rounds."""

    @property
    def weight(self) -> float:
        """How much the name says of where the article plays."""
        return 1.0 + 0.5 * math.log(len(self.mentions)) + (0.5 if self.mentions[0].first < _EARLY else 0.0)

    @property
    def best(self) -> tuple[Candidate, float] | None:
        """The likeliest place with its chance, the larger one of two alike."""
        if not self.found:
            return None
        chance = max(self.chances)
        return self.found[self.chances.index(chance)], chance


@dataclass(slots=True)
class Support:
    """What all names together say of countries, provinces, counties and cells of the map, each name by its chances."""

    countries: Counter[str] = field(default_factory=Counter)
    divisions: Counter[int] = field(default_factory=Counter)
    cells: Counter[Cell] = field(default_factory=Counter)
    total: float = 0.0


def locate(draft: Draft, toponyms: Sequence[Toponym]) -> dict[str, Candidate | None]:
    """The place that each name (by its key) means; None for names that the gazetteer does not know."""
    names = names_of(toponyms)
    scores = load_place_scores()
    gather(draft, names, toponyms)
    for evidence in rounds(names, scores):
        weigh(names, evidence, scores.weights)
    return {name.key: settled(name, draft.knowledge.places, sure=scores.sure) for name in names}


def settled(name: Name, places: Gazetteer, *, sure: float) -> Candidate | None:
    """The likeliest place of a name, or, where none is likely enough, the province that most of its namesakes lie in."""
    if name.best is None:
        return None
    best, chance = name.best
    if chance >= sure or best.precision not in ("city", "point"):
        return best
    provinces: dict[int, float] = defaultdict(float)
    for candidate, own in zip(name.found, name.chances, strict=True):
        provinces[candidate.province] += own
    province, together = max(provinces.items(), key=_by_chance)
    return places.place(province) if province and together >= sure else best


def _by_chance(pair: tuple[int, float]) -> tuple[float, int]:
    return pair[1], -pair[0]


def names_of(toponyms: Sequence[Toponym]) -> list[Name]:
    """The names of an article, each with the places worth weighing."""
    grouped: dict[str, list[Toponym]] = {}
    for toponym in toponyms:
        grouped.setdefault(toponym.key, []).append(toponym)
    named = {c.number for mentions in grouped.values() for c in mentions[0].found[:_MOST] if c.precision in ("admin1", "admin2")}
    return [Name(name, mentions, _worth(_all_found(mentions), named)) for name, mentions in grouped.items()]


def _all_found(mentions: list[Toponym]) -> list[Candidate]:
    """What any of the mentions may mean: a short form of a province is one only where it stands behind a comma."""
    return list({c.number if c.number >= 0 else c.name: c for mention in mentions for c in mention.found}.values())


def _worth(found: list[Candidate], named: set[int]) -> list[Candidate]:
    return [*found[:_MOST], *(c for c in found[_MOST:] if c.province in named or c.county in named)]


def rounds(names: list[Name], scores: PlaceScores) -> Iterable[list[list[dict[str, float]]]]:
    """The evidence for every place of every name, first by itself, then in the light of the chances so far."""
    for name in names:
        name.chances = softmax([_weighed(evidence, scores.first) for evidence in name.fixed])
    for _ in range(scores.rounds):
        areas = [areas_of(name) for name in names]
        support = support_of(names, areas)
        yield [_evidence(name, own, support) for name, own in zip(names, areas, strict=True)]


def _evidence(name: Name, own: Areas, support: Support) -> list[dict[str, float]]:
    """The evidence for each place of a name; where there is no choice, nothing is reckoned anew."""
    if len(name.found) < 2:
        return name.fixed
    return [fixed | _agreement(name, at, own, support) for at, fixed in enumerate(name.fixed)]


def weigh(names: list[Name], evidence: list[list[dict[str, float]]], weights: dict[str, float]) -> None:
    """Set the chances of all places from the evidence for them."""
    for name, found in zip(names, evidence, strict=True):
        name.chances = softmax([_weighed(features, weights) for features in found])


def _weighed(features: dict[str, float], weights: dict[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def softmax(scores: list[float]) -> list[float]:
    """Chances that sum to one."""
    if not scores:
        return []
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    return [value / total for value in raised]


def gather(draft: Draft, names: list[Name], toponyms: Sequence[Toponym]) -> None:
    """Evidence that each place has by itself: kind, size, containers, countries of the article, the publisher's home."""
    told = _told(draft)
    outer = _containers(draft, toponyms)
    holds = {id(container): inner for inner, container in outer.items()}
    home = home_of(draft.article, draft.knowledge.places)
    homeland = home.country if home else home_country(draft.article, draft.knowledge.actors)
    by_id = {id(toponym): toponym for toponym in toponyms}
    for name in names:
        containers = [outer[id(m)] for m in name.mentions if id(m) in outer]
        held = [by_id[holds[id(m)]] for m in name.mentions if id(m) in holds]
        name.fixed = [
            _kind(candidate, name.key)
            | _containment(candidate, containers, held)
            | _country(candidate, told, draft)
            | _home(candidate, home, homeland)
            for candidate in name.found
        ]


def _kind(candidate: Candidate, name: str) -> dict[str, float]:
    features = {f"is_{candidate.precision}": 1.0, "size": math.log10(candidate.population + 10)}
    if candidate.precision != "city":
        features[f"size_{candidate.precision}"] = features["size"]
    if key(candidate.name) != name:
        features["other_name"] = 1.0
    if candidate.capital:
        features["capital"] = 1.0
    return features


def _told(draft: Draft) -> Counter[str]:
    """How often the article's actors tell each country."""
    told: Counter[str] = Counter()
    for actor in draft.actors:
        if actor.country:
            told[actor.country] += min(4, len(actor.mentions))
    return told


def _country(candidate: Candidate, told: Counter[str], draft: Draft) -> dict[str, float]:
    if not candidate.country:
        return {}
    features = {"told": told[candidate.country] / (told.total() or 1)}
    if told[candidate.country]:
        features["named"] = 1.0
    if candidate.country == draft.main_country:
        features["main"] = 1.0
    return features


def _home(candidate: Candidate, home: Candidate | None, homeland: str | None) -> dict[str, float]:
    """How near a place lies to where the article is published."""
    features = {}
    if homeland and candidate.country == homeland:
        features["home_country"] = 1.0
    if home is None:
        return features
    if candidate.province and candidate.province == home.province:
        features["home_province"] = 1.0
    if _km(candidate, home) < _NEAR_KM and candidate.precision != "country":
        features["home_near"] = 1.0
    return features


def _containers(draft: Draft, toponyms: Sequence[Toponym]) -> dict[int, Toponym]:
    """For mentions, by id, the one that the text says they lie in: "X, Y", "X (Y)", "X in Y"."""
    found = {}
    tokens = draft.analysis.tokens
    for toponym, after in pairwise(toponyms):
        gap = after.first - toponym.last
        if 0 < gap <= 2 and tokens[toponym.last].text.lower() in _BETWEEN and any(c.precision in _AREAS for c in after.found):
            found[id(toponym)] = after
    return found


def _containment(candidate: Candidate, containers: list[Toponym], held: list[Toponym]) -> dict[str, float]:
    features = {}
    if containers:
        inside = max(_inside(candidate, outer) for outer in containers)
        features["inside" if inside else "not_inside"] = inside or 1.0
    if held and candidate.precision in _AREAS:
        around = any(contains(candidate, inner) for toponym in held for inner in toponym.found)
        features["around" if around else "not_around"] = 1.0
    return features


def _inside(candidate: Candidate, outer: Toponym) -> float:
    return max((1.0 for area in outer.found[:_MOST] if contains(area, candidate)), default=0.0)


def contains(outer: Candidate, inner: Candidate) -> bool:
    """Whether one place lies in another, as far as the gazetteer tells."""
    if outer.precision == "country":
        return outer.country == inner.country and inner.precision != "country"
    if outer.number == inner.number or outer.number < 0:
        return False
    if outer.precision == "region":
        return outer.country == inner.country is not None and _km(outer, inner) < 3 * _NEAR_KM
    return outer.number in (inner.province, inner.county)


def support_of(names: Iterable[Name], areas: Iterable[Areas]) -> Support:
    """What all names say of areas of the map, each by its own."""
    support = Support()
    for name, (countries, divisions, cells) in zip(names, areas, strict=True):
        support.total += name.weight
        support.countries.update(countries)
        support.divisions.update(divisions)
        support.cells.update(cells)
    return support


def areas_of(name: Name) -> Areas:
    """The chances that a name lies in countries, in provinces and counties, and in or beside cells of the map, times its weight."""
    countries: dict[str, float] = defaultdict(float)
    divisions: dict[int, float] = defaultdict(float)
    cells: dict[Cell, float] = defaultdict(float)
    for candidate, chance in zip(name.found, name.chances, strict=True):
        if chance < _SLIGHT:
            continue
        voice = chance * name.weight
        if candidate.country:
            countries[candidate.country] += voice
        for division in {candidate.province, candidate.county} - {0}:
            divisions[division] += voice
        if candidate.precision not in ("country", "admin1"):
            for cell in _cells(candidate):
                cells[cell] += voice
    return countries, divisions, cells


def _cells(candidate: Candidate) -> list[Cell]:
    """The square degree of a place and those around it."""
    if candidate.latitude is None or candidate.longitude is None:
        return []
    row, column = math.floor(candidate.latitude), math.floor(candidate.longitude)
    return [(row + up, column + right) for up in (-1, 0, 1) for right in (-1, 0, 1)]


def _agreement(name: Name, at: int, own: Areas, support: Support) -> dict[str, float]:
    """How well one place of a name agrees with what the other names say."""
    candidate = name.found[at]
    countries, divisions, cells = own
    others = support.total - name.weight
    features = {}
    if candidate.country:
        features["country"] = (support.countries[candidate.country] - countries.get(candidate.country, 0.0)) / (others + 1.0)
    if candidate.province and candidate.precision != "country":
        features["province"] = _grown(support.divisions[candidate.province] - divisions.get(candidate.province, 0.0))
    if candidate.county and candidate.precision not in ("country", "admin1"):
        features["county"] = _grown(support.divisions[candidate.county] - divisions.get(candidate.county, 0.0))
    if candidate.precision in ("city", "point", "admin2") and candidate.latitude is not None and candidate.longitude is not None:
        cell = math.floor(candidate.latitude), math.floor(candidate.longitude)
        features["near"] = _grown(support.cells[cell] - cells.get(cell, 0.0))
    return features


def _grown(voices: float) -> float:
    """Many voices say more than one, and never more than twice as much."""
    return voices / (voices + 1.0) if voices > 0 else 0.0


def _km(one: Candidate, other: Candidate) -> float:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return math.inf
    return distance_km((one.latitude, one.longitude), (other.latitude, other.longitude))


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two points (latitude, longitude) in degrees."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(half)))
