"""Towns, islands and other ground as what pronouns and nouns mean: "Isfahan … the city … its". None of these acts, so none is an actor of the record."""

from __future__ import annotations

from itertools import pairwise

from sayso.coding.chains import Chain, Chains
from sayso.coding.mentions import Candidate, head_of, lines, phrase
from sayso.knowledge.names import key
from sayso.knowledge.places import Gazetteer
from sayso.language.analysis import Analysis, Token
from sayso.record import Actor

_SORTED = {
    "town": "city town village capital municipality metropolis settlement suburb commune",
    "region": "province region state county constituency district governorate territory",
    "ground": "island archipelago peninsula continent mainland coast valley mountain river sea lake desert bay",
    "spot": "world earth planet universe area place location land downtown centre center square quarter neighbourhood neighborhood airport "
    "station museum palace mosque church cathedral temple monastery camp park beach street road border hotel restaurant house home building "
    "room hall office headquarters route trail harbour port shop store bar cemetery castle fortress stadium venue factory facility floor "
    "prison hub destination",
}
_NOUNS = {word: sort for sort, words in _SORTED.items() for word in words.split()}
"""Nouns for ground, and the sort of name that they may stand for."""
_SORTS = {"city": "town", "point": "town", "admin2": "region", "admin1": "region", "region": "region"}
"""Which sort the gazetteer says a name to be of."""
_ONLY = frozenset({"world", "earth", "planet", "universe"})
"""Of these there is one, whatever stands before."""
_THESE = frozenset({"the", "this", "that", "these", "those"})


class Sites:
    """Finds and settles the ground of one article."""

    def __init__(self, analysis: Analysis, places: Gazetteer | None, chains: Chains) -> None:
        self.analysis, self.places, self.chains = analysis, places, chains
        self._by_phrase: dict[str, Chain] = {}
        self._by_noun: dict[tuple[str, bool], Chain] = {}
        self._by_sort: dict[str, Chain] = {}

    def candidates(self, others: list[Candidate]) -> list[Candidate]:
        """Names and nouns of ground among the words that no other candidate holds; `label` is the noun's lemma."""
        taken = {i for other in others for i in range(other.first, other.last) if other.kind != "pronoun"}
        names = [
            Candidate(first, last, head_of(self.analysis, first, last), "site")
            for entity in self.analysis.entities
            if entity.label in ("Location", "Facility")
            for first, last in self._parts(entity.first, entity.last)
            if taken.isdisjoint(range(first, last))
        ]
        taken.update(i for name in names for i in range(name.first, name.last))
        nouns = [
            Candidate(*phrase(self.analysis, token.index), token.index, "site", token.lemma.lower())
            for token in self.analysis.tokens
            if token.upos == "NOUN" and token.index not in taken and self._is_ground(token)
        ]
        return [*names, *nouns]

    def _is_ground(self, token: Token) -> bool:
        """Whether a noun names ground here: not as part of another noun, and "take place" is no place."""
        lemma = token.lemma.lower()
        if lemma not in _NOUNS or token.relation in ("compound", "flat"):
            return False
        return lemma != "place" or bool(self.analysis.dependents(token.index, "det", "amod", "nmod"))

    def _parts(self, first: int, last: int) -> list[tuple[int, int]]:
        """ "Tripoli, Lebanon" is two."""
        found: list[tuple[int, int]] = []
        for start, end in lines(self.analysis, first, last):
            commas = [i for i in range(start, end) if self.analysis.tokens[i].text == ","]
            found += [(a + 1, b) for a, b in pairwise([start - 1, *commas, end]) if b > a + 1]
        return found

    def chain(self, candidate: Candidate) -> Chain | None:
        """The chain of a name or noun."""
        return self._noun(candidate) if candidate.label else self._named(candidate)

    def _named(self, candidate: Candidate) -> Chain:
        words = self._words(candidate)
        chain = self._by_phrase.get(key(words)) or self._new(words)
        last = self.analysis.tokens[candidate.last - 1].lemma.lower()
        if last in _NOUNS:
            self._by_noun[last, False] = chain
        found = self.places.candidates(words) if self.places is not None else ()
        if found and found[0].precision in _SORTS:
            self._by_sort[_SORTS[found[0].precision]] = chain
        return chain

    def _noun(self, candidate: Candidate) -> Chain:
        """The one it is said of, for a definite noun the last one of its kind, else a new one."""
        words, plural = self._words(candidate), self.analysis.tokens[candidate.head].feats.get("Number") == "Plur"
        chain = self.chains.equated(candidate.head)
        if chain is None or chain.actor.kind != "place":
            chain = self._before(candidate.label, words, plural=plural) if self._is_definite(candidate) else None
        if chain is None:
            chain = self._new(words)
            chain.plural = plural
        self._by_noun[candidate.label, plural] = chain
        return chain

    def _before(self, lemma: str, words: str, *, plural: bool) -> Chain | None:
        """What a definite noun means: the same phrase before; with no more said than "the city", the last city or the last name of one."""
        known = self._by_phrase.get(key(words))
        if known is not None or " " in words:
            return known
        return self._by_noun.get((lemma, plural)) or (None if plural else self._by_sort.get(_NOUNS[lemma]))

    def _new(self, words: str) -> Chain:
        chain = self._by_phrase[key(words)] = self.chains.aside(Actor("", "", "place"))
        return chain

    def _words(self, candidate: Candidate) -> str:
        first = candidate.first
        while first < candidate.last - 1 and self.analysis.tokens[first].upos == "DET":
            first += 1
        return self.analysis.words(first, candidate.last)

    def _is_definite(self, candidate: Candidate) -> bool:
        return candidate.label in _ONLY or self.analysis.tokens[candidate.first].text.lower() in _THESE
