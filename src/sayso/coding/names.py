"""Whom a name names: someone of the article, of the knowledge base, or someone new described by the words around."""

from __future__ import annotations

from sayso.coding.chains import Chain, Chains
from sayso.coding.describing import Describer, Description
from sayso.coding.mentions import Candidate
from sayso.knowledge.actors import ActorBase, Entry
from sayso.knowledge.names import pieces
from sayso.language.analysis import Analysis
from sayso.record import Actor


class Names:
    """Settles the names of one article."""

    def __init__(self, analysis: Analysis, base: ActorBase, describer: Describer, published: str | None, chains: Chains) -> None:
        self.analysis, self.base, self.describer, self.published, self.chains = analysis, base, describer, published, chains

    def chain(self, candidate: Candidate) -> Chain | None:
        """The chain of a name, None where it names no actor."""
        text = self.analysis.words(candidate.first, candidate.last)
        known = self.chains.called(text)
        if known is not None:
            return self._seen_again(known, candidate)
        bearer = self._bearer(candidate, text)
        if bearer is not None:
            return self._seen_again(bearer, candidate)
        partial = self._shorter(candidate, text) if candidate.label == "Person" and not candidate.entries else None
        entry = self._choose(candidate) if partial is None else None
        if entry is not None:
            return self.known(entry, text)
        partial = partial or self._shorter(candidate, text)
        if partial is not None:
            self.chains.call(text, partial)
            return self._seen_again(partial, candidate)
        return self._unknown(candidate, text)

    def _bearer(self, candidate: Candidate, text: str) -> Chain | None:
        """A person named in full before, whose first or last name, alone, is also known as someone else's or a country's ("Ron Johnson … Johnson")."""
        if candidate.last - candidate.first > 1 or not candidate.entries:
            return None
        first = candidate.entries[0]
        if first.kind == "country" and not self.describer.is_persons(candidate.first, first.country or ""):
            return None
        if first.kind != "country" and (first.kind != "person" or candidate.label != "Person"):
            return None
        word = pieces(text)
        persons = [c for c in self.chains.all if c.actor.kind == "person" and len(pieces(c.actor.name)) > 1]
        edges = slice(None, None, 1) if first.kind == "country" else slice(-1, None)
        return next((c for c in reversed(persons) if word and word[0] in (pieces(c.actor.name)[0], pieces(c.actor.name)[-1])[edges]), None)

    def _seen_again(self, chain: Chain, candidate: Candidate) -> Chain:
        """A further mention may bring the description that the first one lacked."""
        if not chain.described and chain.actor.knowledge_id is None and candidate.label:
            self._describe(chain, candidate)
        return chain

    def _choose(self, candidate: Candidate) -> Entry | None:
        """Who is meant among those of a name: someone of the country that the words around it tell, else the first."""
        entries = candidate.entries
        if not entries and candidate.label == "Person":
            entries = self._by_surname(candidate)
        if len(entries) > 1:
            shared = self.describer.country_at(candidate.first) if entries[0].kind == "country" else None
            country = shared or self.describer.around(candidate).country or self.describer.main
            entries = [e for e in entries if e.side_on(self.published)[0] == country] or entries
        return self._at_home(entries[0], candidate) if entries else None

    def _at_home(self, entry: Entry, candidate: Candidate) -> Entry:
        """A people of several countries as that of one, if it is known so: "Kurds" in an article on Syria are Syrian Kurds."""
        if entry.kind != "population" or entry.country is not None:
            return entry
        details = self.base.details(self.describer.around(candidate).country or self.describer.main or "")
        names = [f"{demonym} {entry.name}" for demonym in details.demonyms] if details is not None else []
        return next((found for name in names for found in self.base.look_up(name) if found.kind == "population"), entry)

    def _by_surname(self, candidate: Candidate) -> list[Entry]:
        """A lone last name of someone known, if nobody in the article bears it and the person is in office or of the place."""
        text = self.analysis.words(candidate.first, candidate.last)
        if any(pieces(name)[-1:] == pieces(text)[-1:] for chain in self.chains.all if chain.actor.kind == "person" for name in [chain.actor.name]):
            return []
        if candidate.last - candidate.first > 1 and not self._has_title(candidate):
            return []
        found = self.base.by_surname(text, on=self.published)
        here = [e for e in found if e.side_on(self.published)[0] in (self.describer.around(candidate).country or self.describer.main,)]
        return here[:1]

    def _has_title(self, candidate: Candidate) -> bool:
        return bool(self.describer.around(candidate).office)

    def known(self, entry: Entry, text: str) -> Chain | None:
        """An actor of the knowledge base; all names of a state, its seats included, are one actor."""
        if entry.kind == "country" or entry.kind == "place" or entry.id.startswith("seats:"):
            return self.chains.state(entry.country, entry.name if entry.kind == "country" else None)
        chain = self.chains.known(entry)
        if chain is None:
            described = self.describer.known(entry)
            name = entry.name
            actor = Actor("", name, entry.kind, described.country, list(described.sectors), described.office, entry.id)
            chain = self.chains.new(actor, name, *entry.aliases)
            chain.described = True
            self.chains.know(entry, chain)
        self.chains.call(text, chain)
        return chain

    def _shorter(self, candidate: Candidate, text: str) -> Chain | None:
        """A shorter form of a name seen before: a person's last name, an acronym, the first words of an organisation."""
        words = pieces(text)
        for chain in reversed(self.chains.all):
            own = pieces(chain.actor.name)
            if not words or not own or chain.actor.kind == "country":
                continue
            if candidate.label == "Person" and chain.actor.kind == "person":
                if own[-len(words) :] == words or (words[-1] == own[-1] and words[0] == own[0]) or (len(words) == 1 and words[0] in own):
                    return chain
                if len(words) > len(own) and own[-1] == words[-1] and len(own) == 1:
                    chain.actor.name = text
                    return chain
            elif (
                candidate.label != "Person"
                and chain.actor.kind != "person"
                and (_acronym(own) == "".join(words) or (words == own[: len(words)] and len(words) > 1))
            ):
                return chain
        return None

    def _unknown(self, candidate: Candidate, text: str) -> Chain | None:
        """A name that nobody knows: its side is what the words around it and in it say."""
        if candidate.label in ("Location", "Facility", "Misc", "Product", "") or (
            candidate.label == "NORP" and self.analysis.tokens[candidate.head].upos == "ADJ"
        ):
            return None
        if candidate.label == "Person" and self.describer.is_town(candidate):
            return None
        kind = {"Person": "person", "NORP": "population"}.get(candidate.label, "organization")
        chain = self.chains.new(Actor("", text, kind), text)
        self._describe(chain, candidate)
        return chain

    def _describe(self, chain: Chain, candidate: Candidate) -> None:
        found = self.describer.around(candidate)
        actor = chain.actor
        if actor.kind == "organization":
            found = self._organisation(found, candidate)
        if actor.kind == "population":
            found.country = found.country or self.base.nationality(actor.name)
            found.sectors = found.sectors or ("CVL",)
        actor.country = actor.country or found.country
        actor.sector = actor.sector or list(found.sectors)
        actor.office = actor.office or found.office
        chain.noun = chain.noun or found.noun
        chain.described = bool(found.sectors)

    def _organisation(self, found: Description, candidate: Candidate) -> Description:
        """An organisation's name often says what it is: the last or the first words are a noun for its kind."""
        words = [self.analysis.tokens[i].text for i in range(candidate.first, candidate.last)]
        for size in range(min(4, len(words)), 0, -1):
            noun = self.base.noun(" ".join(words[-size:])) or self.base.noun(" ".join(words[:size]))
            if noun is not None:
                country = next((c for i in range(candidate.first, candidate.last) if (c := self.describer.country_at(i))), None)
                return Description(country or found.country, noun.sectors, noun)
        inside = [noun for word in words if (noun := self.base.noun(word)) is not None and noun.kind in ("organization", "group")]
        return Description(found.country, inside[0].sectors, inside[0]) if inside else found


def _acronym(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words if word not in ("of", "the", "and", "for", "in")) if len(words) > 1 else ""
