"""The layer beneath the record: tokens, sentences, trees, entities, attributions and the model's judgements."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from numpy.typing import NDArray

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
Tokens = tuple[int, int]
"""`[start, end)` in token indices of the whole article."""


@dataclass(slots=True)
class Token:
    """One syntactic word. `head` is the index of its head in the article, -1 for the root of a sentence."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    feats: dict[str, str]
    head: int
    relation: str
    sentence: int


@dataclass(slots=True)
class Sentence:
    """Tokens `[first, last)` and characters `[start, end)`."""

    index: int
    first: int
    last: int
    start: int
    end: int


@dataclass(slots=True)
class Entity:
    """A named entity: Person, Organization, Location, NORP, Facility, Date, Money, Product or Misc."""

    label: str
    first: int
    last: int
    score: float = 1.0


@dataclass(slots=True)
class Attribution:
    """Who says what: token spans of the source, the cue and the content. `source` is empty when unnamed."""

    source: list[Tokens]
    cue: list[Tokens]
    content: list[Tokens]
    score: float = 1.0


@dataclass(slots=True)
class Argument:
    """The model's belief that `word` is the actor, recipient, place, time … (`role`) of the event at `trigger`."""

    trigger: int
    word: int
    role: str
    score: float


@dataclass(slots=True)
class Judgement:
    """One distribution over `labels` per token: `scores[token, label]`, each row summing to one."""

    labels: list[str]
    scores: NDArray[np.float32]

    def of(self, token: int) -> dict[str, float]:
        """The distribution at one token."""
        return dict(zip(self.labels, self.scores[token].tolist(), strict=True))

    def best(self, token: int) -> tuple[str, float]:
        """The likeliest label at one token and its probability."""
        at = int(self.scores[token].argmax())
        return self.labels[at], float(self.scores[token, at])


@dataclass(slots=True)
class Analysis:
    """What the language core reads in a text.

    `judgements` holds, per token: `event` (the sixteen types or `none`), `mode`, `reality` and `act` (meaningful at
    event triggers and cues). What follows from the tokens is gathered when it is first asked for; they must not change after that.
    """

    text: str
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    judgements: dict[str, Judgement] = field(default_factory=dict)
    arguments: list[Argument] = field(default_factory=list)
    claims: list[Attribution] = field(default_factory=list)
    """Attributions as the codebook has them (`attributions` is wider); `judgements["act"]` at the cue's first word names the act."""
    _lemmas: list[str] | None = field(default=None, repr=False, compare=False)
    _lows: list[str] | None = field(default=None, repr=False, compare=False)
    _children: list[list[int]] | None = field(default=None, repr=False, compare=False)
    _content: list[frozenset[str]] | None = field(default=None, repr=False, compare=False)
    _rarity: dict[str, float] | None = field(default=None, repr=False, compare=False)

    @property
    def lemmas(self) -> list[str]:
        """The lemmas of all tokens in small letters."""
        if self._lemmas is None:
            self._lemmas = [token.lemma.lower() for token in self.tokens]
        return self._lemmas

    @property
    def lows(self) -> list[str]:
        """The words of all tokens in small letters."""
        if self._lows is None:
            self._lows = [token.text.lower() for token in self.tokens]
        return self._lows

    @property
    def children(self) -> list[list[int]]:
        """For each token the indices of its dependents, in order."""
        if self._children is None:
            self._children = [[] for _ in self.tokens]
            for token in self.tokens:
                if token.head >= 0:
                    self._children[token.head].append(token.index)
        return self._children

    @property
    def content_words(self) -> list[frozenset[str]]:
        """For each sentence the lemmas of its nouns, verbs, adjectives and numbers, in small letters."""
        if self._content is None:
            telling = [lemma if token.upos in _CONTENT else "" for token, lemma in zip(self.tokens, self.lemmas, strict=True)]
            self._content = [frozenset(filter(None, telling[s.first : s.last])) for s in self.sentences]
        return self._content

    @property
    def rarity(self) -> dict[str, float]:
        """How much each content word tells: log of the number of sentences over that of the sentences with the word."""
        if self._rarity is None:
            counts = Counter(chain.from_iterable(self.content_words))
            logs = {count: math.log((len(self.sentences) + 1) / count) for count in set(counts.values())}
            self._rarity = {word: logs[count] for word, count in counts.items()}
        return self._rarity

    def dependents(self, token: int, *relations: str) -> list[int]:
        """Dependents of a token, of these relations only if any are given (`nsubj` matches `nsubj:pass` too)."""
        found = self.children[token]
        if not relations or not found:
            return found
        tokens = self.tokens
        return [i for i in found if (relation := tokens[i].relation) in relations or relation.partition(":")[0] in relations]

    def subtree(self, token: int) -> list[int]:
        """The token and everything below it, sorted."""
        children = self.children
        found = [token]
        for at in found:
            found += children[at]
        return sorted(found)

    def ancestors(self, token: int) -> list[int]:
        """Heads above a token, nearest first."""
        found, tokens = [], self.tokens
        while (token := tokens[token].head) >= 0:
            found.append(token)
        return found

    def path(self, one: int, other: int) -> tuple[int, int] | None:
        """Steps up from one token to a head above both, and down from there to the other; None where they are of different trees."""
        above = {token: step for step, token in enumerate([one, *self.ancestors(one)])}
        return next(((above[token], step) for step, token in enumerate([other, *self.ancestors(other)]) if token in above), None)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters covered by tokens `[first, last)`."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def words(self, first: int, last: int) -> str:
        """The text of tokens `[first, last)` as it stands in the article."""
        start, end = self.span(first, last)
        return self.text[start:end]
