"""Which phrases name the same actor: sieves over candidates in the order of the text, the surest first for each."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.coding.describing import Describer, Description
from sayso.coding.draft import Mention
from sayso.coding.mentions import Candidate
from sayso.knowledge.actors import ActorBase, Entry, RoleNoun
from sayso.knowledge.names import key, pieces
from sayso.language.analysis import Analysis
from sayso.record import Actor

_FEMALE = frozenset({"mrs", "ms", "miss", "she", "spokeswoman", "woman", "girl", "queen", "princess", "chairwoman", "congresswoman", "actress", "mother", "wife", "daughter", "sister", "baroness", "lady", "businesswoman", "policewoman"})  # fmt: skip
_MALE = frozenset({"mr", "he", "man", "boy", "king", "prince", "spokesman", "chairman", "congressman", "father", "husband", "son", "brother", "sir", "lord", "sheikh", "imam", "businessman", "policeman"})  # fmt: skip
_HEADS = frozenset({"group", "organisation", "organization", "party", "movement", "militia", "body", "agency", "faction", "outfit", "alliance", "coalition", "company", "firm", "network", "union", "ministry", "court", "council", "committee", "commission"})  # fmt: skip
_ANY_BODY = frozenset({"group", "organisation", "organization", "movement", "militia", "body", "agency", "outfit"})
"""Nouns that may stand for any organisation; the others of `_HEADS` only for one that has them in its name."""
_ABROAD = frozenset(
    {"western", "international", "foreign", "world", "global", "european", "gulf", "arab", "african", "regional", "neighbouring", "neighboring", "overseas", "allied", "coalition", "jihadist", "islamist"}
)  # fmt: skip
"""Words of a phrase whose actor has no one country, or another than the article's."""
_BACK = 4
"""Sentences back in which a pronoun's actor is looked for."""


@dataclass(slots=True, eq=False)
class Chain:
    """An actor being put together, with what helps to find it again."""

    actor: Actor
    mentions: list[Mention] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    gender: str = ""
    plural: bool = False
    noun: RoleNoun | None = None
    described: bool = False


class Resolver:
    """Turns candidates into mentions of actors, one after the other."""

    def __init__(self, analysis: Analysis, base: ActorBase, describer: Describer, published: str | None) -> None:
        self.analysis, self.base, self.describer, self.published = analysis, base, describer, published
        self.chains: list[Chain] = []
        self.mentions: list[Mention] = []
        self.by_head: dict[int, Mention] = {}
        self._by_name: dict[str, Chain] = {}
        self._by_knowledge: dict[str, Chain] = {}
        self._by_country: dict[str, Chain] = {}
        self._by_actor: dict[int, Chain] = {}
        self._by_phrase: dict[str, Chain] = {}
        self._heads: dict[int, Chain] = {}
        """Names by their head token."""
        self._quoted = _speakers(analysis)
        claims = [*analysis.attributions, *analysis.claims]
        self._sources = {i for claim in claims for first, last in claim.source for i in range(first, last)}
        self._contents = {i for claim in claims for first, last in claim.content for i in range(first, last)}

    def resolve(self, candidates: list[Candidate]) -> None:
        """Names first, as they are needed wherever they stand; then nouns and pronouns in the order of the text."""
        named = [(c, self._name(c)) for c in candidates if c.kind == "name"]
        settled = {id(c): chain for c, chain in named}
        self._heads = {c.head: chain for c, chain in named if chain is not None}
        for candidate in candidates:
            chain = settled.get(id(candidate))
            if candidate.kind == "nominal":
                chain = self._nominal(candidate)
            elif candidate.kind == "pronoun":
                chain = self._pronoun(candidate)
            if chain is not None:
                self.add(candidate, chain)

    def add(self, candidate: Candidate, chain: Chain) -> Mention:
        """Note a mention of an actor."""
        mention = Mention(candidate.first, candidate.last, candidate.head, candidate.kind, chain.actor)
        chain.mentions.append(mention)
        chain.actor.mentions.append(self.analysis.span(candidate.first, candidate.last))
        self.mentions.append(mention)
        self.by_head.setdefault(candidate.head, mention)
        if not chain.gender:
            chain.gender = self._gender(candidate)
        return mention

    # --- names -------------------------------------------------------------------------------------------------------

    def _name(self, candidate: Candidate) -> Chain | None:
        text = self.analysis.words(candidate.first, candidate.last)
        known = self._by_name.get(key(text))
        if known is not None:
            return self._seen_again(known, candidate)
        partial = self._shorter(candidate, text) if candidate.label == "Person" and not candidate.entries else None
        entry = self._choose(candidate) if partial is None else None
        if entry is not None:
            return self._known(candidate, entry, text)
        partial = partial or self._shorter(candidate, text)
        if partial is not None:
            self._by_name[key(text)] = partial
            return self._seen_again(partial, candidate)
        return self._unknown(candidate, text)

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
            country = self.describer.around(candidate).country or self.describer.main
            entries = [e for e in entries if e.side_on(self.published)[0] == country] or entries
        return entries[0] if entries else None

    def _by_surname(self, candidate: Candidate) -> list[Entry]:
        """A lone last name of someone known, if nobody in the article bears it and the person is in office or of the place."""
        text = self.analysis.words(candidate.first, candidate.last)
        if any(pieces(name)[-1:] == pieces(text)[-1:] for chain in self.chains if chain.actor.kind == "person" for name in [chain.actor.name]):
            return []
        if candidate.last - candidate.first > 1 and not self._has_title(candidate):
            return []
        found = self.base.by_surname(text, on=self.published)
        here = [e for e in found if e.side_on(self.published)[0] in (self.describer.around(candidate).country or self.describer.main,)]
        return here[:1]

    def _has_title(self, candidate: Candidate) -> bool:
        return bool(self.describer.around(candidate).office)

    def _known(self, candidate: Candidate, entry: Entry, text: str) -> Chain | None:
        """An actor of the knowledge base; all names of a state, its seats included, are one actor."""
        if entry.kind == "country" or entry.id.startswith("seats:") or self._is_seat(candidate, entry):
            return self._country(entry.country, entry.name if entry.kind == "country" else None)
        chain = self._by_knowledge.get(entry.id)
        if chain is None:
            described = self.describer.known(entry)
            name = entry.name
            actor = Actor("", name, entry.kind, described.country, list(described.sectors), described.office, entry.id)
            chain = self._new(actor, name, *entry.aliases)
            chain.described = True
            self._by_knowledge[entry.id] = chain
        self._by_name.setdefault(key(text), chain)
        return chain

    def _is_seat(self, candidate: Candidate, entry: Entry) -> bool:
        return entry.kind == "place"

    def _country(self, code: str | None, name: str | None = None) -> Chain | None:
        """The state with this code."""
        if code is None:
            return None
        chain = self._by_country.get(code)
        if chain is None:
            details = self.base.details(code)
            full = details.entry.name if details else name or code
            chain = self._new(Actor("", full, "country", code, ["GOV"], None, details.entry.id if details else None), full)
            chain.described = True
            self._by_country[code] = chain
        return chain

    def _shorter(self, candidate: Candidate, text: str) -> Chain | None:
        """A shorter form of a name seen before: a person's last name, an acronym, the first words of an organisation."""
        words = pieces(text)
        for chain in reversed(self.chains):
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
        kind = {"Person": "person", "NORP": "population"}.get(candidate.label, "organization")
        chain = self._new(Actor("", text, kind), text)
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

    # --- nouns -------------------------------------------------------------------------------------------------------

    def _nominal(self, candidate: Candidate) -> Chain | None:
        token = self.analysis.tokens[candidate.head]
        noun = candidate.noun
        assert noun is not None
        beside = self._apposed(candidate)
        if beside is not None:
            return beside
        found = self.describer.around(candidate)
        definite = self._is_definite(candidate)
        plural = token.feats.get("Number") == "Plur"
        if noun.lemma in ("government", "regime", "authorities", "state", "administration", "leadership") and not plural:
            state = self._country(found.country or (self.describer.main if definite or noun.lemma != "state" else None))
            if state is not None:
                return state
        if definite and not plural:
            chain = self._office(noun, found) or self._definite(candidate, noun, found)
            if chain is not None:
                return chain
        return self._same_phrase(candidate, noun, found, plural=plural, definite=definite)

    def _apposed(self, candidate: Candidate) -> Chain | None:
        """The name that a noun stands beside: "the spokesman, X" or "X, the spokesman", or a title before a name."""
        token = self.analysis.tokens[candidate.head]
        if token.relation in ("appos", "nmod:desc", "compound", "flat") and token.head in self._heads:
            return self._heads[token.head]
        for child in self.analysis.dependents(candidate.head, "appos", "flat"):
            if child in self._heads:
                return self._heads[child]
        return None

    def _is_definite(self, candidate: Candidate) -> bool:
        for child in self.analysis.children[candidate.head]:
            token = self.analysis.tokens[child]
            if token.relation == "det":
                return token.text.lower() in ("the", "this", "that", "these", "those")
            if token.relation == "nmod:poss":
                return True
        return False

    def _office(self, noun: RoleNoun, found: Description) -> Chain | None:
        """The holder of an office: someone in the article who has it, else who held it on the article's date."""
        if not noun.office:
            return None
        country = found.country or self.describer.main
        title = self.base.title(noun.lemma, country)
        for chain in reversed(self.chains):
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
        return self._by_knowledge.get(entry.id) or self._known(Candidate(0, 0, 0, "name", "Person"), entry, entry.name)

    def _definite(self, candidate: Candidate, noun: RoleNoun, found: Description) -> Chain | None:
        """The last actor that a definite noun can mean: same head noun, or a kind that fits."""
        word = self.analysis.tokens[candidate.head].lemma.lower()
        for mention in reversed(self.mentions[-60:]):
            chain = self._by_actor[id(mention.actor)]
            actor = chain.actor
            if found.country and actor.country and found.country != actor.country:
                continue
            if chain.noun is not None and chain.noun.lemma == noun.lemma and not chain.plural and self._distance(mention, candidate) <= 12:
                return chain
            near_name = actor.kind in ("organization", "group") and mention.kind == "name" and self._distance(mention, candidate) <= 6
            if near_name and (word in _ANY_BODY or (word in _HEADS and word in pieces(actor.name))):
                return chain
            if word in ("country", "nation", "kingdom", "republic") and actor.kind == "country":
                return chain
        return None

    def _distance(self, mention: Mention, candidate: Candidate) -> int:
        return self.analysis.tokens[candidate.head].sentence - self.analysis.tokens[mention.head].sentence

    def _same_phrase(self, candidate: Candidate, noun: RoleNoun, found: Description, *, plural: bool, definite: bool) -> Chain:
        """The same phrase seen before is the same actor, as a definite plural is that of a longer phrase; else a new one."""
        text = self._phrase_text(candidate)
        phrase = key(text)
        chain = self._by_phrase.get(phrase)
        if chain is None and definite and plural:
            chain = next(
                (c for c in reversed(self.chains) if c.plural and c.noun is not None and pieces(c.actor.name)[-1:] == pieces(phrase)[-1:]), None
            )
        if chain is not None:
            return chain
        sectors = found.sectors or noun.sectors
        country = found.country
        if country is None and not self._is_foreign(candidate):
            country = self.describer.local(tuple(sectors))
        kind = noun.kind if not (plural or noun.kind == "organization") else "population" if {"CVL", "REF"} & set(sectors) else "group"
        if noun.kind == "organization":
            kind = "organization"
        chain = self._new(Actor("", text, kind, country, list(sectors), noun.lemma if noun.office and not plural else None))
        chain.noun, chain.plural = noun, plural or noun.kind == "group"
        self._by_phrase[phrase] = chain
        return chain

    def _is_foreign(self, candidate: Candidate) -> bool:
        """Whether a phrase says that its actor is of no one country, or of another than the article's."""
        words = {self.analysis.tokens[i].text.lower() for i in range(candidate.first, candidate.last)}
        return not _ABROAD.isdisjoint(words)

    def _phrase_text(self, candidate: Candidate) -> str:
        first = candidate.first
        while first < candidate.head and self.analysis.tokens[first].upos == "DET":
            first += 1
        return " ".join(self.analysis.words(first, candidate.last).split())

    # --- pronouns ----------------------------------------------------------------------------------------------------

    def _pronoun(self, candidate: Candidate) -> Chain | None:
        agreement = candidate.label
        if agreement == "r":
            return self._relative(candidate)
        if agreement in ("1", "1p"):
            return self._speaker(candidate)
        return self._antecedent(candidate, agreement)

    def _relative(self, candidate: Candidate) -> Chain | None:
        """`who` and `which` are the noun that their clause belongs to."""
        for above in self.analysis.ancestors(candidate.head):
            token = self.analysis.tokens[above]
            if token.relation.startswith("acl"):
                mention = self.by_head.get(token.head)
                return self._by_actor[id(mention.actor)] if mention else None
        return None

    def _speaker(self, candidate: Candidate) -> Chain | None:
        """`I` and `we` in quotation marks are the one who is quoted."""
        source = self._quoted.get(candidate.head)
        if source is None:
            return None
        for token in range(*source):
            mention = self.by_head.get(token)
            if mention is not None:
                return self._by_actor[id(mention.actor)]
            if token in self._heads:
                return self._heads[token]
        return None

    def _antecedent(self, candidate: Candidate, agreement: str) -> Chain | None:
        """The most salient actor that agrees: subjects before others, nearer sentences before farther ones."""
        sentence = self.analysis.tokens[candidate.head].sentence
        best: tuple[float, int] | None = None
        chosen: Chain | None = None
        for place in range(len(self.mentions) - 1, -1, -1):
            mention = self.mentions[place]
            back = sentence - self.analysis.tokens[mention.head].sentence
            if back > _BACK:
                break
            chain = self._by_actor[id(mention.actor)]
            if mention.head >= candidate.head or not self._fits(chain, mention, agreement) or self._is_barred(mention, candidate):
                continue
            score = (self._salience(mention, candidate, back), place)
            if best is None or score > best:
                best, chosen = score, chain
        if chosen is not None and agreement in ("m", "f") and not chosen.gender:
            chosen.gender = agreement
        return chosen

    def _fits(self, chain: Chain, mention: Mention, agreement: str) -> bool:
        kind = chain.actor.kind
        if agreement in ("m", "f"):
            return kind == "person" and chain.gender in ("", agreement)
        if agreement == "n":
            return kind in ("country", "organization") or (kind == "group" and mention.kind == "name")
        return kind in ("group", "population", "organization") or chain.plural

    def _is_barred(self, mention: Mention, candidate: Candidate) -> bool:
        """A pronoun that is object of a verb is not that verb's subject."""
        pronoun, other = self.analysis.tokens[candidate.head], self.analysis.tokens[mention.head]
        return pronoun.head == other.head and pronoun.relation.split(":")[0] in ("obj", "iobj", "obl") and other.relation.startswith("nsubj")

    def _salience(self, mention: Mention, candidate: Candidate, back: int) -> float:
        relation = self.analysis.tokens[mention.head].relation
        score = -1.2 * back
        score += 1.5 if relation.startswith("nsubj") else 0.4 if relation in ("obj", "iobj") else 0.0
        score += 0.5 if mention.kind != "nominal" else 0.0
        score -= 1.0 if relation in ("nmod:poss", "compound", "nmod") else 0.0
        if candidate.head in self._sources and mention.head in self._sources:
            score += 2.0
        if candidate.head not in self._contents and mention.head in self._contents:
            score -= 1.0
        return score

    def _gender(self, candidate: Candidate) -> str:
        if candidate.kind == "pronoun":
            return candidate.label if candidate.label in ("m", "f") else ""
        for at in range(max(0, candidate.first - 2), candidate.last):
            word = self.analysis.tokens[at].text.lower().rstrip(".")
            if word in _FEMALE:
                return "f"
            if word in _MALE:
                return "m"
        return ""

    # --- chains ------------------------------------------------------------------------------------------------------

    def _new(self, actor: Actor, *names: str) -> Chain:
        chain = Chain(actor)
        self.chains.append(chain)
        self._by_actor[id(actor)] = chain
        for name in names:
            self._by_name.setdefault(key(name), chain)
        return chain


def _acronym(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words if word not in ("of", "the", "and", "for", "in")) if len(words) > 1 else ""


def _speakers(analysis: Analysis) -> dict[int, tuple[int, int]]:
    """For each token inside a quoted content the token span of its source."""
    found: dict[int, tuple[int, int]] = {}
    for attribution in [*analysis.attributions, *analysis.claims]:
        if attribution.source:
            for first, last in attribution.content:
                for token in range(first, last):
                    found[token] = attribution.source[0]
    return found
