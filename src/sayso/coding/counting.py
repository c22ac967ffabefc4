"""How many people a noun phrase counts: `at least 81 people`, `dozens of fighters`, `a soldier`, `Ali and two others`."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.coding.draft import Draft
from sayso.coding.groups import names_after, other_mentions, persons_meant
from sayso.knowledge.numbers import NumberWords, load_numbers
from sayso.knowledge.tollwords import TollWords, load_toll_words
from sayso.language.analysis import Analysis

_ONE = frozenset({"he", "she", "him", "her", "i", "me", "himself", "herself", "myself", "his", "my", "whose"})
_NONE = frozenset({"no", "none", "nobody", "zero", "neither", "nothing"})
_PERSON_PRONOUNS = frozenset({"they", "them", "who", "us", "we", "whom", *_ONE})
_ENDINGS = ("ers", "ors", "ists", "ians", "ants", "ents", "men", "women", "ees", "eers", "ites", "is")
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET"})
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM", "SYM", "PART"})
_LEFT = 6
_BACK = 4
_PARTS = frozenset({"det", "nummod", "amod", "compound", "nmod", "case", "flat", "fixed", "advmod", "goeswith", "punct"})
"""What belongs to a noun phrase; clauses, appositions and what is joined to it do not."""
_TITLES = frozenset({"nmod:desc", "compound"})
_EDGES = frozenset({"PUNCT", "ADP", "CCONJ", "SCONJ", "AUX"})


@dataclass(frozen=True, slots=True)
class Count:
    """Bounds of a count, the tokens of the phrase, and whether it names single persons (who add up)."""

    min: int | None
    max: int | None
    first: int
    last: int
    single: bool = False


@dataclass(slots=True)
class CountReader:
    """Reads counts of people out of one draft."""

    draft: Draft
    words: TollWords = field(default_factory=load_toll_words)
    numbers: NumberWords = field(default_factory=load_numbers)
    dated: set[int] = field(init=False)
    labels: dict[int, str] = field(init=False)
    persons: set[int] = field(init=False)

    def __post_init__(self) -> None:
        """Look up once which tokens are dates, entities and mentions of persons."""
        self.dated = {i for time in self.draft.times for i in range(time.first, time.last)}
        self.labels = {i: entity.label for entity in self.draft.analysis.entities for i in range(entity.first, entity.last)}
        self.persons = {mention.head for mention in self.draft.mentions if mention.actor.kind == "person"}

    @property
    def analysis(self) -> Analysis:
        """The analysis of the draft."""
        return self.draft.analysis

    def low(self, at: int) -> str:
        """The lower-cased word at a token."""
        return self.analysis.tokens[at].text.lower()

    def counts(self, head: int, *, doubtful: bool = False) -> list[Count]:
        """The counts in the noun phrase at `head` and in those joined to it; single persons are added up.

        With `doubtful` only what surely names people is counted.
        """
        tokens = self.analysis.tokens
        joined = [
            i for i in self.analysis.children[head] if tokens[i].relation == "conj" and tokens[i].upos in _NOMINAL and not self._is_same(head, i)
        ]
        found = [count for at in (head, *joined) if (count := self._count(at, doubtful=doubtful)) is not None]
        single = any(count.single for count in found) or not self.words.pairs.isdisjoint(self.low(at) for at in (head, *joined))
        if len(found) > 1 and single and all(count.max is not None for count in found):
            total = sum(count.max or 0 for count in found)
            return [Count(total, total, min(count.first for count in found), max(count.last for count in found))]
        return found

    def _is_same(self, head: int, joined: int) -> bool:
        """Whether what is joined gives the name of who is meant: `the strongman and former president Ali Hamid` is one man."""
        tokens, children = self.analysis.tokens, self.analysis.children
        named = tokens[joined].upos == "PROPN" and any(tokens[i].upos == "NOUN" and tokens[i].relation in _TITLES for i in children[joined])
        own = any(tokens[i].relation in {"det", "nummod", "nmod:poss"} for i in children[joined])
        return (
            named
            and not own
            and tokens[head].upos == "NOUN"
            and not any(tokens[i].upos == "PROPN" for i in children[head] if i > head and i != joined)
        )

    def _count(self, head: int, *, doubtful: bool) -> Count | None:
        first, last = self.phrase(head)
        if self.low(first) in _NONE or self.low(head) in _NONE or head in self.dated:
            return None
        person = self.is_person(head)
        if not person and (doubtful or not self._may_be_name(head)):
            return None if doubtful else self._numbered(head, first, last)
        counted = self._numbered(head, first, last) or self._of_names(head, first) or self._without_number(head, (first, last))
        return self._of_group(head, counted) if counted is None or (counted.min, counted.max) == (None, None) else counted

    def _of_names(self, head: int, first: int) -> Count | None:
        """A plural noun with the names of those it stands for."""
        token = self.analysis.tokens[head]
        if token.feats.get("Number") != "Plur" or token.upos == "PRON":
            return None
        listed = names_after(self.analysis, head, self.labels)
        if listed is None:
            return None
        names, open_ended, last = listed
        return Count(names, None if open_ended else names, first, last)

    def _of_group(self, head: int, unknown: Count | None) -> Count | None:
        """A group that its own words do not count, by what is said of the same people elsewhere."""
        meant = persons_meant(self.draft, head)
        if meant is not None:
            return Count(meant[0], meant[0], head, head + 1)
        for other in other_mentions(self.draft, head):
            number = self.quantity(other)
            if number is not None and number[0] == number[1]:
                return Count(number[0], number[1], head, head + 1)
        return unknown

    def _numbered(self, head: int, first: int, last: int) -> Count | None:
        number = self.quantity(head)
        return Count(number[0], number[1], min(first, number[2]), last) if number is not None else None

    def _may_be_name(self, head: int) -> bool:
        """Whether a proper noun that is no known place or body may be a person's name."""
        return self.analysis.tokens[head].upos == "PROPN" and head not in self.labels

    def _without_number(self, head: int, span: tuple[int, int]) -> Count | None:
        """A phrase without a number: one person, a pair, or some people."""
        token = self.analysis.tokens[head]
        low, lemma = token.text.lower(), token.lemma.lower()
        if low in self.words.pairs:
            return Count(2, 2, *span)
        if token.upos == "PRON":
            single = low in _ONE or head in self.persons
            return Count(1, 1, *span, single=True) if single else None
        group = self.labels.get(head) == "NORP" and (low.endswith("s") or self.low(span[0]) not in {"a", "an", "one", "the"})
        if group or low in self.words.plural or (token.feats.get("Number") == "Plur" and token.upos != "PROPN"):
            return Count(None, None, *span)
        if lemma in self.words.collective or low in self.words.collective:
            return None
        return Count(1, 1, *span, single=True)

    def is_person(self, head: int) -> bool:
        """Whether the word at `head` stands for people."""
        token = self.analysis.tokens[head]
        low, lemma = token.text.lower(), token.lemma.lower()
        if low in self.words.plural or lemma in self.words.singular or low in self.words.singular or low in self.words.pairs:
            return True
        if low in _PERSON_PRONOUNS or head in self.persons or self.labels.get(head) in {"Person", "NORP"}:
            return True
        if token.upos == "NUM" or low in self.numbers.vague:
            below = [i for i in self.analysis.children[head] if self.analysis.tokens[i].relation.startswith("nmod")]
            return all(self.is_person(i) for i in below if i > head)
        if low == "old" and head > 1 and self.low(head - 1) == "-":
            return True
        return token.upos == "NOUN" and low.endswith(_ENDINGS) and token.feats.get("Number") == "Plur"

    def is_one(self, at: int) -> bool:
        """Whether a word is the name of a person or a pronoun for one."""
        return self.low(at) in _ONE or self.labels.get(at) == "Person"

    def phrase(self, head: int) -> tuple[int, int]:
        """The tokens of a noun phrase without relative clauses, appositions and what is joined to it."""
        tokens, kept, stack = self.analysis.tokens, [head], [head]
        while stack:
            at = stack.pop()
            for child in self.analysis.children[at]:
                base = tokens[child].relation.split(":")[0]
                outer = base in {"case", "punct"} and at == head
                if base not in _PARTS or outer or abs(child - head) > 12 or (child > head and tokens[child].upos in {"VERB", "AUX"}):
                    continue
                kept.append(child)
                stack.append(child)
        first, last = min(kept), max(kept) + 1
        while last - 1 > head and tokens[last - 1].upos in _EDGES:
            last -= 1
        return first, last

    def quantity(self, head: int) -> tuple[int | None, int | None, int] | None:
        """Bounds of the number that counts the noun at `head` (or that stands there itself), and where it starts."""
        at = self._number_token(head)
        if at is None:
            return None
        first = self.analysis.sentences[self.analysis.tokens[head].sentence].first
        start = max(at - _BACK, first)
        lows = [self.low(i) for i in range(start, min(max(at, head) + 5, len(self.analysis.tokens)))]
        for offset in range(at - start + 1):
            found = self.numbers.quantity(lows, offset)
            if found and found.last + start > at:
                if found.min is None and found.max is None:
                    return None
                return found.min, found.max, start + offset
        return None

    def is_bound(self, at: int) -> bool:
        """Whether a phrase that begins at a word begins with a bound: `at least`, `up to`."""
        lows = tuple(self.low(i) for i in range(at, min(at + 3, len(self.analysis.tokens))))
        return any(lows[:end] in self.numbers.bounds for end in (1, 2, 3))

    def counting(self, at: int) -> bool:
        """Whether a word is a number that is no date."""
        low = self.low(at)
        known = low in self.numbers.vague or low in self.numbers.packs or low in self.numbers.cardinals or low in self.numbers.multipliers
        return at not in self.dated and (known or low[0].isdigit()) and low not in {"one's"}

    def _number_token(self, head: int) -> int | None:
        """The number before a noun, across its adjectives, or the noun's own number child in the tree."""
        tokens = self.analysis.tokens
        if self.counting(head):
            return head if self._is_cardinal(head) else None
        first = self.analysis.sentences[tokens[head].sentence].first
        for at in range(head - 1, max(head - _LEFT, first) - 1, -1):
            if self.counting(at):
                return at if self._is_cardinal(at) else None
            if self.low(at) == "of" and at > first and self.counting(at - 1):
                return at - 1
            described = tokens[at].upos in _INSIDE or (tokens[at].upos == "VERB" and tokens[at].relation == "amod")
            if not described and self.low(at) not in {"-", "–"}:
                return None
        return None

    def _is_cardinal(self, at: int) -> bool:
        """Not the age in "a 12-year-old", nor a year."""
        low = self.low(at)
        after = self.low(at + 1) if at + 1 < len(self.analysis.tokens) else ""
        if after in {"-", "–", "year", "years", "percent", "%"}:
            return False
        return low not in self.numbers.ordinals and not low.endswith(("th", "st", "nd", "rd"))
