"""Country, sector and office of an actor, from what is known of its name and from the words around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.coding.mentions import Candidate, noun_at
from sayso.knowledge.actors import ActorBase, Entry, Match, RoleNoun
from sayso.knowledge.place_words import load_place_words
from sayso.knowledge.places import Gazetteer
from sayso.language.analysis import Analysis, Token

_NOWHERE = frozenset({"IGO", "NGO"})
_DESCRIBING = frozenset({"compound", "nmod:desc", "amod", "appos", "nmod", "nmod:poss", "flat", "acl", "nmod:unmarked"})
_REACH = 14
"""Words of description that are read on either side of a name."""
_NOT_HERE = frozenset({"from", "against", "with", "to"})
_MOVING = frozenset({"MIL", "REB", "UAF", "COP", "GOV"})
"""Sectors of those who often move from a place that is not theirs."""
_WHERE = frozenset({"in", "at", "near", "inside", "outside"})
_GOING_TO = frozenset({"in", "from", "into", "across", "throughout", "inside", "outside", "near", "to"})
"""Words after which a name that a person shares with a country is the country's."""
_UNDERGOING = frozenset({"obj", "obl", "nmod"})
_CHIEFS = frozenset({"president", "prime minister", "supreme leader", "king"})
"""Offices whose holders are known by a lone name all over the world."""
_BACKED = frozenset({"backed", "led", "supported", "allied", "linked", "funded", "financed", "sponsored", "trained", "aligned", "armed"})
_JOINTS = frozenset({"-", "\u2010", "\u2011", "and", "or", ",", "/"})
_PATRONS = 5
"""Words in which the participle follows that makes a country a patron."""
_SHARE = 0.4
"""Share of an article's country words that its main country must have."""
_LEAST = 2
"""Mentions that an article's main country must have."""
_LONG_NAMED = ("parties", "forces", "leaders")
"""Tables of those who are known by more than one word."""
_EARLY = 80
"""Words at the beginning of an article, where it says what it is about."""


@dataclass(slots=True)
class Description:
    """What words say of an actor."""

    country: str | None = None
    sectors: tuple[str, ...] = ()
    noun: RoleNoun | None = None
    office: str | None = None
    place: bool = False
    """Whether it is a province or state of a country, whose police is police."""


class Describer:
    """Reads descriptions in one article."""

    def __init__(
        self, analysis: Analysis, base: ActorBase, places: Gazetteer | None, published: str | None, hints: Mapping[str, int] | None = None
    ) -> None:
        """`hints` are mentions' worth of countries that speak for them before a word is read (`origin.hints`)."""
        self.analysis, self.base, self.places, self.published = analysis, base, places, published
        self.hints = hints or {}
        people = [entity for entity in analysis.entities if entity.label == "Person"]
        self._persons = {i for entity in people for i in range(entity.first, entity.last)}
        self._called = {analysis.tokens[i].text for e in people if e.last - e.first > 1 for i in (e.first, e.last - 1)}
        self._countries: dict[int, str | None] = {}
        self._shared: list[int] = []
        told = self._told()
        self.known_names = self._plausible(base.find([token.text for token in analysis.tokens], on=published), told)
        self._sides = {
            match.first: (match.last, match.entries[0])
            for match in self.known_names
            if match.entries and match.entries[0].kind in ("organization", "group")
        }
        self.main = self._main_country(told)

    def country_at(self, token: int) -> str | None:
        """The country that a word names: as a state, a nationality, a seat, a known city."""
        if token not in self._countries:
            self._countries[token] = self._country_of(token)
        return self._countries[token]

    def _country_of(self, token: int) -> str | None:
        word = self.analysis.tokens[token]
        if word.upos not in ("PROPN", "ADJ", "NOUN") or not word.text[:1].isupper() or token in self._persons or not self._may_open_country(word):
            return None
        for size in (3, 2, 1):
            if token + size <= len(self.analysis.tokens):
                found, sharing = self.base.country_word(self.analysis.words(token, token + size))
                if len(sharing) > 1:
                    self._shared.append(token)
                if found:
                    return None if size == 1 and sharing and self.is_persons(token, found) else found
        return None

    def _may_open_country(self, word: Token) -> bool:
        """Whether a country's name may begin with a word, which an apostrophe, a dot or a further token right behind it may change ("U.S.")."""
        stands_alone = word.text.isalpha() and self.analysis.text[word.end : word.end + 1].isspace()
        return not stands_alone or self.base.opens_country(word.text)

    def is_persons(self, token: int, country: str) -> bool:
        """Whether a country's name is that of a person named in full ("Michael Jordan … Jordan"), in an article that says nothing else of the country."""
        word = self.analysis.tokens[token]
        if word.text not in self._called or (token and self.analysis.tokens[token - 1].text.lower() in _GOING_TO):
            return False
        return not any(country in (self.base.nationality(t.text), self.base.seat(t.text)) for t in self.analysis.tokens if t.text[:1].isupper())

    def _told(self) -> Counter[str]:
        """How often the words and places of the article tell each country, those at its beginning counted twice."""
        counts = Counter(self.hints)
        early = min(_EARLY, len(self.analysis.tokens))
        for token in self.analysis.tokens:
            if token.text[:1].isupper() and (country := self.country_at(token.index)) and not self._is_venue(token.index):
                counts[country] += 2 if token.index < early else 1
        for entity in self.analysis.entities if self.places is not None else ():
            if entity.label == "Location" and not self.country_at(entity.first) and not self._is_venue(entity.first):
                country = self.places.country_of(self.analysis.words(entity.first, entity.last)) if self.places else None
                if country:
                    counts[country] += 2 if entity.first < early else 1
        self._share_out(counts, early)
        return counts

    def _is_venue(self, token: int) -> bool:
        """Whether a word names a town where others met: it tells nothing of who they are."""
        words = self.analysis.tokens
        return token > 0 and words[token].text.lower() in load_place_words().venues and words[token - 1].text.lower() in ("in", "at")

    def _share_out(self, counts: Counter[str], early: int) -> None:
        """Settle the names that several countries share ("Georgia", "Punjab") by what else the article tells; the first has them in doubt."""
        rest = counts.copy()
        for token in self._shared:
            if self._countries[token]:
                rest[self._countries[token] or ""] -= 2 if token < early else 1
        for token in self._shared:
            if self._countries[token]:
                weight = 2 if token < early else 1
                counts[self._countries[token] or ""] -= weight
                self._countries[token] = max(self._sharing(token), key=rest.__getitem__)
                counts[self._countries[token] or ""] += weight

    def _sharing(self, token: int) -> list[str]:
        """The countries that share the name at a token, the longest name first."""
        names = (self.analysis.words(token, token + size) for size in (3, 2, 1) if token + size <= len(self.analysis.tokens))
        return next(found for name in names if len(found := self.base.countries_named(name)) > 1)

    def _main_country(self, told: Counter[str]) -> str | None:
        """The country most of an article speaks of: its countries, nationalities, towns and known actors; None where none stands out."""
        counts = told.copy()
        for entry in dict.fromkeys(match.entries[0] for match in self.known_names if match.entries):
            if entry.kind in ("person", "organization", "group") and (country := entry.side_on(self.published)[0]):
                counts[country] += 1
        total = sum(counts.values())
        best = sorted((-count, country) for country, count in counts.items())[:1]
        return best[0][1] if best and -best[0][0] >= max(_LEAST, _SHARE * total) else None

    def _plausible(self, matches: list[Match], told: Counter[str]) -> list[Match]:
        """The matches; initials and lone names ("SAA", "Labour", "Reagan") name nobody of a country that the article, or a leader in it, never tells."""
        full = [match for match in matches if not self._is_short(match)]
        whole = {id(entry) for match in full for entry in match.entries}
        sides = {None, *told, *(self._side(match.entries[0]) for match in full if match.entries)}
        sides |= {self._side(entry) for match in matches if self._is_short(match) for entry in match.entries if self._leads(entry, match)}
        return [
            Match(match.first, match.last, [e for e in match.entries if id(e) in whole or self._side(e) in sides or self._leads(e, match)])
            if self._is_short(match)
            else match
            for match in matches
        ]

    def _leads(self, entry: Entry, match: Match) -> bool:
        """Whether a lone name is that of a state's leader on the article's date (without one, of any time), and of nobody of another country."""
        office = entry.office_on(self.published)
        return office is not None and office.title in _CHIEFS and len({self._side(other) for other in match.entries}) == 1

    def _side(self, entry: Entry) -> str | None:
        return entry.side_on(self.published)[0]

    def _is_short(self, match: Match) -> bool:
        """Whether a match is initials, or a lone word for somebody who has a longer name."""
        word = self.analysis.tokens[match.first].text
        table = match.entries[0].id.partition(":")[0]
        return match.last - match.first == 1 and (word.isupper() or table.startswith(_LONG_NAMED)) and match.entries[0].kind != "country"

    def known(self, entry: Entry) -> Description:
        """What the knowledge base says of an actor on the article's date."""
        country, sectors = entry.side_on(self.published)
        office = entry.office_on(self.published)
        sectors = sectors or (("GOV",) if entry.kind == "country" else ())
        return Description(country, sectors, None, office.title if office else None, entry.id.startswith("regions:"))

    def around(self, candidate: Candidate) -> Description:
        """What the words that belong to a name or noun say: titles, appositions, nationalities, organisations."""
        own = range(candidate.first, candidate.last)
        near = [i for i in self._descriptive(candidate) if i not in own]
        found = Description(noun=candidate.noun)
        inside = list(own) if candidate.kind == "nominal" else []
        words = sorted({*inside, *near})
        found.country = self._nearest_country(words, candidate.head)
        nouns = [candidate.noun] if candidate.noun else []
        if candidate.kind == "name":
            nouns = self._nouns(near)
            found.noun = nouns[0] if nouns else None
        found.sectors = self._sectors(words, nouns)
        organisation = self._organisation(words, candidate)
        if organisation is not None:
            found.country = found.country or organisation.country
            found.sectors = found.sectors if organisation.place and found.sectors else organisation.sectors or found.sectors
        if found.noun is not None and found.noun.office:
            found.office = found.noun.lemma
        return found

    def _descriptive(self, candidate: Candidate) -> list[int]:
        """Tokens of titles before and appositions and of-phrases after a head, within reach."""
        analysis, found = self.analysis, list[int]()
        tokens, children = analysis.tokens, analysis.children
        stack = [candidate.head]
        while stack:
            for child in children[stack.pop()]:
                if tokens[child].relation in _DESCRIBING and abs(child - candidate.head) <= _REACH and self._belongs(child, candidate):
                    found.append(child)
                    stack.append(child)
        head = tokens[candidate.head]
        if head.relation == "conj" and not found and not analysis.dependents(candidate.head, "det"):
            # "Turkish soldiers and tanks": what stands before the first is said of both.
            found += [c for c in analysis.dependents(head.head, "amod") if c < head.head and not analysis.dependents(head.head, "det")]
        if head.relation == "appos" and head.head >= 0:
            found.append(head.head)
            found += [c for c in children[head.head] if tokens[c].relation in ("amod", "compound", "nmod:poss", "nmod:desc")]
        if head.relation in ("flat", "nmod:desc") and head.head >= 0 and candidate.kind == "name":
            found += [head.head, *(c for c in children[head.head] if tokens[c].relation in _DESCRIBING)]
        return sorted(set(found))

    def _belongs(self, token: int, candidate: Candidate) -> bool:
        """Whether a dependent describes: not what somebody is against or with, nor what troops come from."""
        if not self.analysis.children[token]:
            return True
        cases = [self.analysis.tokens[c].text.lower() for c in self.analysis.dependents(token, "case")]
        if cases == ["from"]:
            return candidate.noun is not None and _MOVING.isdisjoint(candidate.noun.sectors)
        return not _NOT_HERE.intersection(cases)

    def _nearest_country(self, words: list[int], head: int) -> str | None:
        countries = [(self._is_whereabouts(i), abs(i - head), i) for i in words if self.country_at(i) and not self._is_patron(i)]
        return self.country_at(min(countries)[2]) if countries else None

    def _is_whereabouts(self, token: int) -> bool:
        """Whether a country says where somebody is, which is a weaker sign of whose they are: "Pakistan's diplomat in Tehran"."""
        cases = (self.analysis.tokens[c].text.lower() for c in self.analysis.dependents(token, "case"))
        return not _WHERE.isdisjoint(cases)

    def _is_patron(self, token: int) -> bool:
        """Whether a country only stands behind somebody: "US-backed", "the Iran- and Syria-supported"."""
        tokens = self.analysis.tokens[token + 1 : token + 2 + _PATRONS]
        for following in tokens:
            if following.text.lower().lstrip("-") in _BACKED:
                return True
            if following.text not in _JOINTS and not self.country_at(following.index):
                return False
        return False

    def _nouns(self, words: list[int]) -> list[RoleNoun]:
        found = [noun_at(self.analysis, i, self.base) for i in words if self.analysis.tokens[i].upos in ("NOUN", "PROPN")]
        return [noun for noun in found if noun is not None]

    def _sectors(self, words: list[int], nouns: list[RoleNoun]) -> tuple[str, ...]:
        """Sectors that the nouns name; a word for a side (opposition, rebel) is stronger than one for a post."""
        sides = [self._kind_at(i) for i in words]
        strong = [
            s
            for side in sides
            if side is not None
            for s in side.sectors
            if s in ("OPP", "REB", "UAF", "MIL", "COP", "JUD", "LEG", "SPY", "IGO", "NGO")
        ]
        plain = [s for noun in nouns for s in noun.sectors]
        return tuple(dict.fromkeys(strong or plain))[:2]

    def _kind_at(self, token: int) -> RoleNoun | None:
        """What a word says of a kind; as the last of a longer term, what this says: an "officer" is a soldier, a "police officer" none."""
        word = self.analysis.tokens[token]
        return noun_at(self.analysis, token, self.base) if word.upos in ("NOUN", "PROPN") else self.base.noun(word.lemma)

    def _organisation(self, words: list[int], candidate: Candidate) -> Description | None:
        """The side of an organisation named in a description ("of Human Rights Watch", "Kremlin spokesperson")."""
        for first in words:
            last, entry = self._sides.get(first, (0, None))
            if entry is not None and not first <= candidate.head < last:
                return self.known(entry)
        return None

    def is_town(self, candidate: Candidate) -> bool:
        """Whether a lone word that sounds like a person's name is a town's of the article's main country, where something is done to it."""
        word = self.analysis.tokens[candidate.head]
        if self.places is None or candidate.last - candidate.first > 1 or word.relation not in _UNDERGOING or word.text in self._called:
            return False
        return self.main is not None and self.places.country_of(word.text) == self.main

    def local(self, sectors: tuple[str, ...]) -> str | None:
        """The country of an actor of whom no country is told: the article's main one, but for those who belong to none."""
        return self.main if _NOWHERE.isdisjoint(sectors) else None
