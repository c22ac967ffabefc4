"""Toponyms: which words of an article name a place, and which places they may mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.coding.draft import Draft
from sayso.knowledge.names import key
from sayso.knowledge.place_words import load_place_words
from sayso.knowledge.places import Candidate, Gazetteer
from sayso.language.analysis import Analysis

_POINTS = ("north", "south", "east", "west")
_BETWEEN = ("northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west")
COMPASS = frozenset(
    [
        *_POINTS, *_BETWEEN, *(f"{word}ern" for word in (*_POINTS, *_BETWEEN)),
        "central", "upper", "lower", "mid", "northernmost", "southernmost", "occupied", "rural", "downtown",
    ]
)  # fmt: skip
"""Words before a name that cut a part out of the place."""
_GROUPS = "groups:"
"""How the ids of armed groups begin."""
_LABELS = frozenset({"Location", "Facility"})
_LOCATIVE = frozenset(
    {"in", "at", "near", "from", "to", "into", "around", "outside", "of", "across", "inside", "towards", "toward", "over", "through", "on"}
)
_KNOWN_SIZE = 15_000
"""Inhabitants from which a capitalised word behind a preposition is taken for a town though the model did not mark it."""
_SPELLINGS = {"st": "saint", "ft": "fort", "mt": "mount", "saint": "st"}
_BEFORE = ("city of ", "town of ", "village of ", "province of ", "state of ", "county of ", "district of ", "greater ", "downtown ")
_AFTER = (" city", " town", " village", " province", " region", " state", " area", " governorate", " district", " county", " oblast")
"""Words of a name that are left out where the gazetteer has only the name without."""


@dataclass(slots=True, eq=False)
class Toponym:
    """A name of a place at one spot: tokens `[first, last)`, of which `[base, last)` is the name without compass words."""

    first: int
    last: int
    base: int
    name: str
    key: str
    """What the name without compass words is looked up by: one key is one place in an article."""
    found: tuple[Candidate, ...] = ()


def find_toponyms(draft: Draft) -> list[Toponym]:
    """All toponyms of an article in the order of the text, each with the places that it may mean."""
    marked, taken = _marked(draft)
    people = _people(draft.analysis)
    found = [*marked, *_after_prepositions(draft, taken | people)]
    found += _in_offices(draft)
    found += _again(draft, found, taken | _surnames(draft.analysis))
    found += _short_forms(draft, found)
    groups = _inside_names(draft)
    return sorted(
        (t for t in _apart(found) if not (_is_generic(t.name) or _is_people(draft, t) or groups.issuperset(range(t.first, t.last)))), key=_start
    )


def _is_people(draft: Draft, toponym: Toponym) -> bool:
    """Whether a name is that of a people ("Britons") and of no place that the gazetteer knows."""
    return not toponym.found and draft.knowledge.actors.nationality(toponym.name) is not None


def _apart(found: list[Toponym]) -> Iterator[Toponym]:
    """Toponyms that share no word with one found before."""
    covered: set[int] = set()
    for toponym in found:
        own = set(range(toponym.first, toponym.last))
        if not own & covered:
            covered |= own
            yield toponym


def _is_generic(name: str) -> bool:
    """Whether a name is only of words like "Road" or "Centre", of figures or of small letters."""
    return all(word.strip(".").lower() in load_place_words().generic or not word[:1].isupper() for word in name.split())


def _people(analysis: Analysis) -> set[int]:
    """Tokens that the language core marks as people or dates: Obama is a town in Japan."""
    return {i for entity in analysis.entities if entity.label in ("Person", "Date") for i in range(entity.first, entity.last)}


def _surnames(analysis: Analysis) -> set[int]:
    """Tokens of people's names, also where a part of one stands alone: the Fairfield of "John Fairfield" is no town."""
    people = [entity for entity in analysis.entities if entity.label == "Person"]
    parts = {analysis.tokens[i].text for person in people if person.last - person.first > 1 for i in range(person.first, person.last)}
    return {i for person in people for i in range(person.first, person.last) if analysis.tokens[i].text in parts}


def _in_offices(draft: Draft) -> list[Toponym]:
    """Places in the names of their offices ("Ohio Housing Finance Agency", "Athens Police", "University of Kentucky"), and what the
    language core takes for a people but is none ("a Hartford man").
    """
    found = []
    for entity in draft.analysis.entities:
        if entity.label == "Organization" and entity.last - entity.first > 1:
            found += _in_office(draft, entity.first, entity.last)
        elif entity.label == "NORP" and entity.last - entity.first == 1:
            toponym = toponym_at(draft, entity.first, entity.last)
            if any(c.precision == "city" for c in toponym.found) and not draft.knowledge.actors.nationality(toponym.name):
                found.append(toponym)
    return found


def _in_office(draft: Draft, first: int, last: int) -> list[Toponym]:
    """The place at the beginning of an office's name, or behind its "of"."""
    tokens = draft.analysis.tokens
    starts = [first + (tokens[first].text.lower() == "the"), *(i + 1 for i in range(first, last - 1) if tokens[i].text == "of")]
    for start in starts:
        start += tokens[start].text.lower() == "the"
        for end in range(min(last, start + 3), start, -1):
            if end - start < last - first and _is_office_of(draft, start, end, last):
                return [toponym_at(draft, start, end)]
    return []


def _is_office_of(draft: Draft, start: int, end: int, last: int) -> bool:
    tokens = draft.analysis.tokens
    if not all(tokens[i].text[:1].isupper() for i in range(start, end)):
        return False
    found = draft.knowledge.places.candidates(draft.analysis.words(start, end))
    if any(c.precision in ("admin1", "admin2") or c.population >= _KNOWN_SIZE for c in found):
        return any(c.precision == "admin1" for c in found) or end == last or tokens[end].text.lower() in load_place_words().civic
    return False


def _start(toponym: Toponym) -> int:
    return toponym.first


def _marked(draft: Draft) -> tuple[list[Toponym], set[int]]:
    """What the language core marks as places, and the tokens of all names of several words."""
    analysis, taken = draft.analysis, set[int]()
    found: list[Toponym] = []
    for entity in analysis.entities:
        is_place = entity.label in _LABELS
        if is_place:
            found += [toponym_at(draft, first, last) for first, last in _parts(analysis, entity.first, entity.last)]
        if is_place or entity.last - entity.first > 1:
            taken.update(range(entity.first, entity.last))
    return found, taken


def _after_prepositions(draft: Draft, taken: set[int]) -> list[Toponym]:
    """Towns of some size that stand behind a preposition of place and that the language core did not mark."""
    found = []
    for token in draft.analysis.tokens:
        if token.upos == "PROPN" and token.index not in taken and token.text[:1].isupper() and _is_locative(draft.analysis, token.index):
            toponym = toponym_at(draft, token.index, token.index + 1)
            if any(c.population >= _KNOWN_SIZE for c in toponym.found):
                found.append(toponym)
    return found


def _inside_names(draft: Draft) -> set[int]:
    """Tokens of the names of armed groups: "Jaish al-Adl" holds no town of Jaish, and Isis is none in Iran."""
    return {
        i
        for mention in draft.mentions
        if mention.kind == "name" and (mention.actor.knowledge_id or "").startswith(_GROUPS)
        for i in range(mention.first, mention.last)
    }


def _again(draft: Draft, found: list[Toponym], taken: set[int]) -> list[Toponym]:
    """Further mentions of towns already found, where the tree has no preposition to show that they are places."""
    taken = taken | _covered(found)
    names = {draft.analysis.tokens[t.first].text for t in found if t.last - t.first == 1}
    tokens = draft.analysis.tokens
    return [toponym_at(draft, t.index, t.index + 1) for t in tokens if t.upos == "PROPN" and t.text in names and t.index not in taken]


def _covered(found: list[Toponym]) -> set[int]:
    return {i for toponym in found for i in range(toponym.first, toponym.last)}


def _short_forms(draft: Draft, found: list[Toponym]) -> list[Toponym]:
    """Short forms of provinces behind a comma: the "Ala." of "Birmingham, Ala."."""
    tokens, covered = draft.analysis.tokens, _covered(found)
    more = []
    for toponym in found:
        at = toponym.last + 1
        if at < len(tokens) and tokens[at - 1].text == "," and at not in covered and draft.knowledge.places.abbreviated(tokens[at].text):
            more.append(toponym_at(draft, at, at + 1))
    return more


def _parts(analysis: Analysis, first: int, last: int) -> list[tuple[int, int]]:
    """ "Tripoli, Lebanon" is two toponyms."""
    commas = [i for i in range(first, last) if analysis.tokens[i].text == ","]
    edges = [first - 1, *commas, last]
    return [(a + 1, b) for a, b in pairwise(edges) if b > a + 1]


def _is_locative(analysis: Analysis, token: int) -> bool:
    cases = [analysis.tokens[c].text.lower() for c in analysis.dependents(token, "case")]
    return bool(cases) and cases[0] in _LOCATIVE and not analysis.dependents(token, "flat", "compound", "nmod:desc")


def toponym_at(draft: Draft, first: int, last: int) -> Toponym:
    """The toponym of a name, with its compass words: "northern Syria", "north and northeast Syria"."""
    analysis = draft.analysis
    tokens = analysis.tokens
    if last - first > 1 and tokens[first].text.lower() == "the":
        first += 1
    base = first
    while base < last - 1 and (tokens[base].text.lower() in COMPASS or tokens[base].upos in ("CCONJ", "ADP", "DET") or tokens[base].text == "-"):
        if tokens[base].text[:1].isupper() and candidates(draft, base, last):
            break
        base += 1
    start = first
    while start > 0 and tokens[start - 1].sentence == tokens[first].sentence and _is_compass(analysis, start - 1, start):
        start -= 1
    name = " ".join(analysis.words(start, last).split())
    return Toponym(start, last, base, name, key(analysis.words(base, last)), candidates(draft, base, last))


def _is_compass(analysis: Analysis, at: int, start: int) -> bool:
    """A compass word, or "and", a comma or a hyphen between two of them."""
    word = analysis.tokens[at].text.lower()
    if word in COMPASS:
        return True
    after = analysis.tokens[start].text.lower()
    before = analysis.tokens[at - 1].text.lower() if at else ""
    return word in ("and", "-", ",") and after in COMPASS and before in COMPASS


def candidates(draft: Draft, first: int, last: int) -> tuple[Candidate, ...]:
    """What the gazetteer has for a name, other spellings and short forms of provinces included; a country's other names count too."""
    words = draft.analysis.words(first, last)
    name = words[:-2] if words.endswith(("'s", "’s")) else words
    short = _abbreviated(draft, first, last, name)
    if short:
        return short
    return _with_country(draft, name, _looked_up(draft, name))


def _looked_up(draft: Draft, name: str) -> tuple[Candidate, ...]:
    """Places of a name, of its other spelling ("St. Paul", "Saint Paul"), or else of the name without the word for what it is."""
    places = draft.knowledge.places
    found = places.candidates(name)
    plain = key(name)
    first, _, rest = plain.partition(" ")
    if rest and first in _SPELLINGS:
        known = {c.number for c in found}
        found = (*found, *(c for c in places.candidates(f"{_SPELLINGS[first]} {rest}") if c.number not in known))
    if found:
        return found
    shorter = [plain[len(w) :] for w in _BEFORE if plain.startswith(w)] + [plain[: -len(w)] for w in _AFTER if plain.endswith(w)]
    return next((more for part in shorter if (more := places.candidates(part))), ()) or _of_a_building(places, plain.split())


def _of_a_building(places: Gazetteer, words: list[str]) -> tuple[Candidate, ...]:
    """The town or county that a building bears the name of: "Douglas County Courthouse", "Port of Los Angeles"."""
    for end in range(len(words) - 1, 0, -1):
        if words[end] in load_place_words().civic and (found := places.candidates(" ".join(words[:end]))):
            return found
    if "of" in words[1:-1]:
        return places.candidates(" ".join(words[words.index("of", 1) + 1 :]))
    return ()


def _abbreviated(draft: Draft, first: int, last: int, name: str) -> tuple[Candidate, ...]:
    """The province of a short form that has its dots or stands behind a comma: neither `Wash` nor `ME` alone is one."""
    if last - first > 4 or len(name) > 6:
        return ()
    tokens = draft.analysis.tokens
    dotted = "." in name or (last < len(tokens) and tokens[last].text == "." and tokens[last].start == tokens[last - 1].end)
    behind = first > 0 and tokens[first - 1].text == ","
    return draft.knowledge.places.abbreviated(name) if behind or (dotted and len(name.replace(".", "")) > 1 and name != "L.A.") else ()


def _with_country(draft: Draft, name: str, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """A name's places with the country of which it is another name or, where nothing else bears it, the nationality."""
    if any(c.precision == "country" for c in found):
        return found
    actors = draft.knowledge.actors
    code = actors.country(name) or actors.nationality(name)
    details = actors.details(code) if code else None
    if details is None or (found and key(name) not in {key(n) for n in (details.entry.name, *details.entry.aliases)}):
        return found
    own = [c for c in draft.knowledge.places.candidates(details.entry.name) if c.precision == "country"]
    return (*(own or [Candidate(None, details.entry.name, code, None, None, None, 10**7, "country")]), *found)
