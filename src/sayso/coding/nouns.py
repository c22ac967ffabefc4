"""Whom a noun for a kind of actor means: the name beside it, a state, the holder of an office, or one spoken of before."""

from __future__ import annotations

import re

from sayso.coding.chains import Chain, Chains
from sayso.coding.describing import Describer, Description
from sayso.coding.draft import Mention
from sayso.coding.mentions import Candidate, bare_start
from sayso.coding.names import Names
from sayso.knowledge.actors import ActorBase, RoleNoun
from sayso.knowledge.names import key, pieces
from sayso.language.analysis import Analysis
from sayso.record import Actor

_HEADS = frozenset({"group", "organisation", "organization", "party", "movement", "militia", "body", "agency", "faction", "outfit", "alliance", "coalition", "company", "firm", "network", "union", "ministry", "court", "council", "committee", "commission"})  # fmt: skip
_ANY_BODY = frozenset({"group", "organisation", "organization", "movement", "militia", "body", "agency", "outfit"})
"""Nouns that may stand for any organisation; the others of `_HEADS` only for one that has them in its name."""
_ABROAD = frozenset(
    {"western", "international", "foreign", "world", "global", "european", "gulf", "arab", "african", "regional", "neighbouring", "neighboring", "overseas", "allied", "coalition", "jihadist", "islamist"}
)  # fmt: skip
"""Words of a phrase whose actor has no one country, or another than the article's."""

_OF = frozenset({"of", "from"})
_COUNTERPARTS = frozenset({"counterpart", "foreign counterpart", "opposite number"})
_FORMER = frozenset({"former", "ex", "ousted", "deposed", "late", "erstwhile", "ex-", "onetime", "one-time", "toppled"})
"""Words that say that an office is no longer held."""

_RULE = frozenset({"government", "regime", "authorities", "state", "administration", "leadership"})
"""Nouns that may stand for the state of their country."""


class Nouns:
    """Settles the nouns of one article."""

    def __init__(self, analysis: Analysis, base: ActorBase, describer: Describer, published: str | None, chains: Chains, names: Names) -> None:
        self.analysis, self.base, self.describer, self.published, self.chains, self.names = analysis, base, describer, published, chains, names
        self._governments: dict[str, Chain] = {}

    def chain(self, candidate: Candidate) -> Chain | None:
        """The chain of a noun; a new one where nobody before is meant."""
        token = self.analysis.tokens[candidate.head]
        noun = candidate.noun
        assert noun is not None
        beside = self._apposed(candidate) or self._said(candidate)
        if beside is not None:
            return beside
        found = self.describer.around(candidate)
        definite = self._is_definite(candidate)
        plural = token.feats.get("Number") == "Plur"
        if noun.lemma in _RULE and not plural and not self._is_quality(candidate):
            state = self.chains.state(found.country or (self.describer.main if definite or noun.lemma != "state" else None))
            if state is not None:
                return state if noun.lemma == "state" else self._government(state)
        if definite and not plural:
            chain = self._office(candidate, noun, found) or self._definite(candidate, noun, found)
            if chain is not None:
                return chain
        return self._same_phrase(candidate, noun, found, plural=plural, definite=definite)

    def _is_quality(self, candidate: Candidate) -> bool:
        """ "His leadership" is how he leads."""
        return any(self.analysis.tokens[c].upos == "PRON" for c in self.analysis.dependents(candidate.head, "nmod:poss"))

    def _government(self, state: Chain) -> Chain:
        """The government of a state: the same actor, but not the land that the state's name stands for elsewhere."""
        code = state.actor.country or ""
        if code not in self._governments:
            self._governments[code] = self.chains.apart(state)
        return self._governments[code]

    def _apposed(self, candidate: Candidate) -> Chain | None:
        """The name that a noun stands beside: "the spokesman, X" or "X, the spokesman", or a title before a name."""
        token = self.analysis.tokens[candidate.head]
        if token.relation in ("appos", "nmod:desc", "compound", "flat") and token.head in self.chains.names_at:
            return self.chains.names_at[token.head]
        for child in self.analysis.dependents(candidate.head, "appos", "flat"):
            if child in self.chains.names_at:
                return self.chains.names_at[child]
        return None

    def _said(self, candidate: Candidate) -> Chain | None:
        """The one who is said to be this: "X is a doctor"."""
        chain = self.chains.equated(candidate.head)
        if chain is None or chain.actor.kind == "place":
            return None
        chain.noun = chain.noun or candidate.noun
        return chain

    def _is_definite(self, candidate: Candidate) -> bool:
        for child in self.analysis.children[candidate.head]:
            token = self.analysis.tokens[child]
            if token.relation == "det":
                return token.text.lower() in ("the", "this", "that", "these", "those")
            if token.relation == "nmod:poss":
                return True
        return False

    def _office(self, candidate: Candidate, noun: RoleNoun, found: Description) -> Chain | None:
        """The holder of an office: someone in the article who has it, else who held it on the article's date; of one no longer held, who had it."""
        if not noun.office:
            return None
        country = found.country or self.describer.main
        if noun.lemma in _COUNTERPARTS:
            return self._counterpart(candidate, found.country)
        title = self.base.title(noun.lemma, country)
        if self._is_former(candidate):
            return self._had(title, country)
        for chain in reversed(self.chains.all):
            actor = chain.actor
            if (
                actor.kind == "person"
                and actor.office
                and self.base.title(actor.office, country) == title
                and (not found.country or actor.country == found.country)
            ):
                return chain
        entry = self.base.holder(title, country, on=self.published) if country and self.published else None
        if entry is None:
            return None
        return self.chains.known(entry) or self.names.known(entry, entry.name)

    def _is_former(self, candidate: Candidate) -> bool:
        return any(self.analysis.tokens[i].text.lower() in _FORMER for i in range(candidate.first, candidate.last))

    def _had(self, title: str, country: str | None) -> Chain | None:
        """Someone in the article who held an office before its date and holds it no more."""
        on = self.published
        for office, entry in reversed(self.base.holders(title, country)) if on else ():
            chain = self.chains.known(entry)
            if chain is not None and on and office.end is not None and office.end < on and not office.held_on(on):
                return chain
        return None

    def _counterpart(self, candidate: Candidate, country: str | None) -> Chain | None:
        """Who holds in another country the office of whoever the counterpart is one of: "his Russian counterpart"."""
        owner = self._officer_before(candidate)
        if owner is None or country is None or country == owner.actor.country or not self.published:
            return None
        office = self.base.title(owner.actor.office or "", owner.actor.country)
        details = self.base.details(owner.actor.country or "")
        # Who leads a state meets whoever leads the other, a president a chancellor.
        post = "leader" if details is not None and details.chief and office == self.base.title(details.chief) else office
        entry = self.base.holder(post, country, on=self.published)
        return None if entry is None else self.chains.known(entry) or self.names.known(entry, entry.name)

    def _officer_before(self, candidate: Candidate) -> Chain | None:
        """The subject that a counterpart is met, told or joined by, if it has an office, else the last one before it in the sentence who has."""
        tokens, at = self.analysis.tokens, candidate.head
        subjects: list[int] = []
        while at >= 0:
            subjects += self.analysis.dependents(at, "nsubj")
            at = tokens[at].head
        sentence = [m.head for m in reversed(self.chains.mentions) if tokens[m.head].sentence == tokens[candidate.head].sentence]
        found = (self.chains.at(token) for token in [*subjects, *sentence])
        return next((chain for chain in found if chain is not None and chain.actor.kind == "person" and chain.actor.office), None)

    def _definite(self, candidate: Candidate, noun: RoleNoun, found: Description) -> Chain | None:
        """The last actor that a definite noun can mean: same head noun, or a kind that fits."""
        word = self.analysis.tokens[candidate.head].lemma.lower()
        for mention in reversed(self.chains.mentions[-60:]):
            chain = self.chains.of(mention)
            actor = chain.actor
            if found.country and actor.country and found.country != actor.country:
                continue
            if (
                chain.noun is not None
                and chain.noun.lemma.split()[-1] == noun.lemma.split()[-1]
                and self.analysis.tokens[mention.head].feats.get("Number") != "Plur"
                and self._distance(mention, candidate) <= 12
                and self._adds_nothing(candidate, chain)
            ):
                return chain
            near_name = actor.kind in ("organization", "group") and mention.kind == "name" and self._distance(mention, candidate) <= 6
            if near_name and (word in _ANY_BODY or (word in _HEADS and word in pieces(actor.name))):
                return chain
            if word in ("country", "nation", "kingdom", "republic") and actor.kind == "country":
                return chain
        return None

    def _adds_nothing(self, candidate: Candidate, chain: Chain) -> bool:
        """Whether all words of a phrase have been said of an actor before: "the rebel group" is not "the aid group"."""
        words = set(pieces(self._phrase_text(candidate)))
        if len(words) == 1:
            return True
        said = set(pieces(chain.actor.name))
        for mention in chain.mentions[:8]:
            said.update(pieces(self.analysis.words(mention.first, mention.last)))
        return words <= said

    def _distance(self, mention: Mention, candidate: Candidate) -> int:
        return self.analysis.tokens[candidate.head].sentence - self.analysis.tokens[mention.head].sentence

    def _same_phrase(self, candidate: Candidate, noun: RoleNoun, found: Description, *, plural: bool, definite: bool) -> Chain:
        """The same phrase seen before is the same actor, as a definite plural is that of a longer phrase; else a new one."""
        text = self._phrase_text(candidate)
        phrase = key(text)
        chain = self.chains.by_phrase.get(phrase)
        if chain is None and definite and plural:
            chain = next(
                (c for c in reversed(self.chains.all) if c.plural and c.noun is not None and _kind_told(c.actor.name) == _kind_told(text)), None
            )
        if chain is not None and not definite and " " not in text:
            return self.chains.apart(chain)
        if chain is not None:
            return chain
        sectors = found.sectors or noun.sectors
        country = found.country
        if country is None and not self._is_foreign(candidate):
            country = self.describer.local(tuple(sectors))
        kind = noun.kind if not (plural or noun.kind == "organization") else "population" if {"CVL", "REF"} & set(sectors) else "group"
        if noun.kind == "organization":
            kind = "organization"
        chain = self.chains.new(Actor("", text, kind, country, list(sectors), noun.lemma if noun.office and not plural else None))
        chain.noun, chain.plural = noun, plural or noun.kind == "group"
        self.chains.by_phrase[phrase] = chain
        return chain

    def _is_foreign(self, candidate: Candidate) -> bool:
        """Whether a phrase says that its actor is of no one country, or of another than the article's."""
        words = {self.analysis.tokens[i].text.lower() for i in range(candidate.first, candidate.last)}
        return not _ABROAD.isdisjoint(words)

    def _phrase_text(self, candidate: Candidate) -> str:
        first = bare_start(self.analysis, candidate.first, candidate.head)
        return " ".join(self.analysis.words(first, self._whole(candidate)).split())

    def _whole(self, candidate: Candidate) -> int:
        """Where a phrase ends: behind the body whose members are told of, where these are several: "fighters of the Sword Brigade"."""
        if self.analysis.tokens[candidate.head].feats.get("Number") == "Plur":
            for child in self.analysis.dependents(candidate.head, "nmod"):
                body = self.chains.names_at.get(child)
                if (
                    child > candidate.head
                    and body is not None
                    and body.actor.kind in ("organization", "group")
                    and self.analysis.tokens[candidate.last].text.lower() in _OF
                ):
                    return max([child, *self.analysis.dependents(child, "flat")]) + 1
        return candidate.last


def _kind_told(name: str) -> tuple[str, ...]:
    """The noun of a group's name, without whose members they are."""
    return pieces(re.split(" (?:of|from) ", name)[0])[-1:]
