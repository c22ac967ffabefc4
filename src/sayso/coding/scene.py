"""What the event steps look up again and again in one article: entities, times, places and relations by token."""

from __future__ import annotations

from functools import cached_property

from sayso.coding.actors import mention_for
from sayso.coding.claims import disowned
from sayso.coding.draft import Draft, Mention, PlaceMention
from sayso.coding.relations import Relations, relations_of
from sayso.knowledge.frames import Frames, load_frames
from sayso.language.analysis import Analysis, Argument

_PERSON_PRONOUNS = frozenset({"he", "she", "him", "her", "they", "them", "i", "we", "me", "us", "who", "whom"})
_APART = 12
"""Steps between tokens of different trees."""
_LABELS = {"Person": "person", "Organization": "organization", "Location": "place", "Facility": "place", "NORP": "country"}
_WEAPONS = frozenset({
    "missile", "rocket", "bomb", "shell", "bullet", "drone", "weapon", "explosive", "grenade", "mine", "device", "artillery", "munition", "mortar", "gas",
})  # fmt: skip
"""What a deed is done with and not by."""


class Scene:
    """Look-ups over one draft; made anew by each step that needs them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.analysis: Analysis = draft.analysis
        self.frames: Frames = load_frames()
        self.lemmas, self.lows = draft.lemmas, draft.lows
        self.entities = {at: e.label for e in draft.analysis.entities for at in range(e.first, e.last)}
        self.time_tokens = {at for t in draft.times for at in range(t.first, t.last)}
        self.calendar = {at for at in self.time_tokens if self.analysis.tokens[at].upos == "PROPN"}
        """Names of months and days: "March" is no march."""
        self.dated = {self.analysis.tokens[t.first].sentence for t in draft.times}
        """Sentences with a time expression."""
        self.places: dict[int, PlaceMention] = {at: p for p in draft.places for at in range(p.first, p.last)}
        self.heads = draft.heads or {m.head: m for m in draft.mentions}
        self.arguments = arguments_of(draft.analysis)
        self.deeds: set[int] = set()
        """Nouns that name events, and so nobody."""
        self.below: dict[int, list[int]] = {}
        """Kept by `triggers.py`: what hangs near below a token."""
        self.speakers: dict[int, Mention] = {}
        self.addressees: dict[int, Mention] = {}
        """Speakers and addressees of statements by the tokens of their cues."""
        self.reporters: dict[int, Mention] = {}
        """Who tells the words of a statement's content, by token: they speak of a deed and are seldom its doer."""
        for statement in draft.statements:
            if statement.speaker is not None:
                self.reporters |= {at: statement.speaker for first, last in statement.content for at in range(first, last)}
            for at in range(*(statement.cue or (0, 0))):
                if statement.speaker is not None:
                    self.speakers[at] = statement.speaker
                if statement.addressee is not None:
                    self.addressees[at] = statement.addressee
        self.speaking = {statement.speaker.head for statement in draft.statements if statement.speaker is not None}
        """Head tokens of those who say something."""
        self._above: dict[int, dict[int, int]] = {}
        self._by_sentence: dict[int, list[Mention]] = {}
        for mention in draft.mentions:
            self._by_sentence.setdefault(self.analysis.tokens[mention.head].sentence, []).append(mention)
        self._around: dict[int, Mention] = {}
        self._placed = 0
        self._words: dict[int, frozenset[str]] = {}
        self._relations: dict[tuple[int, ...], Relations] = {}

    def words_beside(self, token: int) -> frozenset[str]:
        """The words of a token's sentence, as lemmas and as they stand, in small letters."""
        sentence = self.analysis.tokens[token].sentence
        known = self._words.get(sentence)
        if known is None:
            first, last = self.analysis.sentences[sentence].first, self.analysis.sentences[sentence].last
            known = self._words[sentence] = frozenset(self.lemmas[first:last]).union(self.lows[first:last])
        return known

    def lemma(self, token: int) -> str:
        """The lemma of a token in small letters."""
        return self.lemmas[token]

    def relations(self, nodes: list[int]) -> Relations:
        """Relations of a trigger, computed once."""
        key = tuple(nodes)
        if key not in self._relations:
            found = relations_of(self.analysis, nodes, self.frames)
            teller = self.reporters.get(nodes[0])
            self._relations[key] = found if teller is None else found | {"speaker": [teller.head]}
        return self._relations[key]

    def mentions_beside(self, token: int) -> list[Mention]:
        """The mentions in a token's sentence, as they stood when the scene was made."""
        beside = self._by_sentence.get(self.analysis.tokens[token].sentence, [])
        return [mention for mention in beside if not self._is_deed(mention)]

    def above(self, token: int) -> dict[int, int]:
        """The heads above a token, the nearest first, and the steps to each; the token itself is none away."""
        if token not in self._above:
            self._above[token] = {head: step for step, head in enumerate([token, *self.analysis.ancestors(token)])}
        return self._above[token]

    def steps(self, one: int, other: int) -> int:
        """How many steps through the tree part two tokens of a sentence."""
        above, tokens, up = self.above(other), self.analysis.tokens, 0
        while one not in above:
            one, up = tokens[one].head, up + 1
            if one < 0:
                return _APART
        return up + above[one]

    @cached_property
    def disowned(self) -> dict[int, set[int]]:
        """By the word for a deed, the head tokens of those who deny it or have not claimed it."""
        return disowned(self.draft)

    def kinds(self, token: int) -> set[str]:
        """What kinds of thing a token names: person, organization, country, group, place, actor, any."""
        found = {"any"}
        label = self.entities.get(token)
        if label in _LABELS:
            found |= {_LABELS[label], "actor"}
        if token in self.places:
            found |= {"place", "actor"} | ({"country"} if self.places[token].place.precision == "country" else set())
        mention = self.heads.get(token)
        if mention is not None:
            found |= {mention.actor.kind, "actor"} | ({"group"} if mention.actor.kind == "population" else set())
        if self.lemma(token) in _PERSON_PRONOUNS:
            found |= {"person", "actor"}
        return found

    def who(self, token: int) -> Mention | None:
        """The mention that a token heads or stands in, if it is one of somebody already known; a deed is nobody."""
        mention = self.heads.get(token) or self._smallest_around(token)
        return None if mention is not None and self._is_deed(mention) else mention

    def _smallest_around(self, token: int) -> Mention | None:
        """The smallest mention that covers a token. Looking for roles adds mentions, each of which is then placed once."""
        for mention in self.draft.mentions[self._placed :]:
            for at in range(mention.first, mention.last):
                known = self._around.get(at)
                if known is None or mention.last - mention.first < known.last - known.first:
                    self._around[at] = mention
        self._placed = len(self.draft.mentions)
        return self._around.get(token)

    def named(self, token: int) -> Mention | None:
        """The mention of a token; a noun that names neither a deed, a weapon nor anybody known becomes an actor of its own."""
        if token in self.deeds or self.lemma(token) in _WEAPONS:
            return self.who(token)
        return self.who(token) or mention_for(self.draft, token)

    def _is_deed(self, mention: Mention) -> bool:
        return mention.head in self.deeds and mention.kind == "nominal"

    def has_case(self, token: int, word: str) -> bool:
        """Does this preposition stand before a token?"""
        return any(self.lemma(i) == word for i in self.analysis.children[token] if self.analysis.tokens[i].relation == "case")


def arguments_of(analysis: Analysis) -> dict[int, list[Argument]]:
    """The model's arguments by the trigger they belong to."""
    found: dict[int, list[Argument]] = {}
    for argument in analysis.arguments:
        found.setdefault(argument.trigger, []).append(argument)
    return found
