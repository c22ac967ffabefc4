"""How many people a noun phrase counts: `at least 81 people`, `dozens of fighters`, `a soldier`, `Ali and two others`."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.coding.draft import Draft
from sayso.knowledge.numbers import load_numbers
from sayso.knowledge.timewords import word_set
from sayso.knowledge.tollwords import TollWords
from sayso.language.analysis import Analysis

_ONE = frozenset({"he", "she", "him", "her", "i", "me", "himself", "herself", "myself", "his"})
_NONE = frozenset({"no", "none", "nobody", "zero", "neither"})
_SINGLES = word_set("a an another every her his its my our that the their this your")
_PLURAL_PRONOUNS = frozenset({"they", "them", "we", "us", "these", "those", "who", "which", "whom", "both", "all"})
_LEFT = frozenset({"nummod", "advmod", "det", "compound", "case", "amod", "nmod", "nummod:gov", "fixed", "punct"})
_BACK = 4


@dataclass(frozen=True, slots=True)
class Count:
    """Bounds of a count, the tokens of the phrase, and whether it names single persons (who add up)."""

    min: int | None
    max: int | None
    first: int
    last: int
    single: bool = False


def counts_of(draft: Draft, head: int, words: TollWords, *, doubtful: bool = False) -> list[Count]:
    """The counts in the noun phrase at `head` and the phrases joined to it; single persons are added up.

    With `doubtful` only what surely names people is counted.
    """
    analysis = draft.analysis
    heads = [head, *(i for i in analysis.children[head] if analysis.tokens[i].relation == "conj" and _nominal(analysis, i))]
    found = [count for at in heads if (count := _count(draft, at, words, doubtful=doubtful)) is not None]
    if len(found) > 1 and any(count.single for count in found) and all(count.max is not None for count in found):
        total = sum(count.max or 0 for count in found)
        return [Count(total, total, min(count.first for count in found), max(count.last for count in found))]
    return found


def _nominal(analysis: Analysis, at: int) -> bool:
    return analysis.tokens[at].upos in {"NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET"}


def _count(draft: Draft, head: int, words: TollWords, *, doubtful: bool) -> Count | None:
    analysis = draft.analysis
    token = analysis.tokens[head]
    first, last = phrase(analysis, head)
    lows = [analysis.tokens[i].text.lower() for i in range(first, head + 1)]
    if lows[0] in _NONE or token.text.lower() in _NONE:
        return None
    person = is_person(draft, head, words)
    if doubtful and not person:
        return None
    number = quantity_at(analysis, head)
    if number is not None:
        low, high, start = number
        return Count(low, high, min(first, start), last)
    return _uncounted(draft, head, words, lows, (first, last))


def _uncounted(draft: Draft, head: int, words: TollWords, lows: list[str], span: tuple[int, int]) -> Count | None:
    """A phrase without a number: one person, a pair, or some people."""
    token = draft.analysis.tokens[head]
    low, lemma = token.text.lower(), token.lemma.lower()
    if low in words.pairs:
        return Count(2, 2, *span)
    if token.upos == "PRON" or low in _PLURAL_PRONOUNS:
        return Count(1, 1, *span, single=True) if low in _ONE or _names_person(draft, head) else None
    plural = token.feats.get("Number") == "Plur" or low in words.plural
    if plural:
        return Count(None, None, *span)
    if lemma in words.collective or low in words.collective:
        return None
    if token.upos == "PROPN":
        return Count(1, 1, *span, single=True) if _names_person(draft, head) else None
    return (
        Count(1, 1, *span, single=True)
        if lemma in words.singular or lows[0] in _SINGLES - {"the"} or _names_person(draft, head)
        else None
    )


def is_person(draft: Draft, head: int, words: TollWords) -> bool:
    """Whether the noun at `head` stands for people."""
    token = draft.analysis.tokens[head]
    low, lemma = token.text.lower(), token.lemma.lower()
    if (
        low in words.plural
        or lemma in words.singular
        or low in words.pairs
        or low in _ONE
        or low in {"they", "them", "who", "us", "we"}
    ):
        return True
    if token.upos == "NUM" or low in load_numbers().vague:
        below = [i for i in draft.analysis.children[head] if draft.analysis.tokens[i].relation.startswith("nmod")]
        return all(is_person(draft, i, words) for i in below)
    return _names_person(draft, head) or _entity(draft.analysis, head) in {"Person", "NORP"}


def _names_person(draft: Draft, head: int) -> bool:
    mention = draft.mention_at(head)
    if mention is not None and mention.actor.kind == "person":
        return True
    return _entity(draft.analysis, head) == "Person"


def _entity(analysis: Analysis, at: int) -> str:
    for entity in analysis.entities:
        if entity.first <= at < entity.last:
            return entity.label
    return ""


def phrase(analysis: Analysis, head: int) -> tuple[int, int]:
    """The tokens of a noun phrase without relative clauses, appositions and what is joined to it."""
    kept, stack = [head], [head]
    while stack:
        at = stack.pop()
        for child in analysis.children[at]:
            base = analysis.tokens[child].relation.split(":")[0]
            if base in {"acl", "conj", "cc", "appos", "punct", "advcl", "parataxis"} or (base == "case" and at == head):
                continue
            if abs(child - head) < 12:
                kept.append(child)
                stack.append(child)
    return min(kept), max(kept) + 1


def quantity_at(analysis: Analysis, head: int) -> tuple[int | None, int | None, int] | None:
    """Bounds of the number that counts the noun at `head` (or that stands there itself), and where it starts."""
    at = _number_token(analysis, head)
    if at is None:
        return None
    numbers = load_numbers()
    first = analysis.sentences[analysis.tokens[head].sentence].first
    lows = [token.text.lower() for token in analysis.tokens[first : min(head + 4, len(analysis.tokens))]]
    best: tuple[int, int | None, int | None, int] | None = None
    for start in range(max(at - _BACK, first), at + 1):
        found = numbers.quantity(lows, start - first)
        if found and found.last + first > at and found.last + first <= head + 4:
            best = (start, found.min, found.max, found.last)
            break
    if best is None or (best[1] is None and best[2] is None):
        return None
    return best[1], best[2], best[0]


def _number_token(analysis: Analysis, head: int) -> int | None:
    numbers = load_numbers()
    token = analysis.tokens[head]
    low = token.text.lower()
    if token.upos == "NUM" or low in numbers.vague or low in numbers.packs or low in numbers.cardinals:
        return head
    for child in analysis.children[head]:
        below = analysis.tokens[child]
        if child > head:
            continue
        if (
            below.relation.startswith("nummod")
            or below.text.lower() in numbers.vague
            or (below.upos == "NUM" and below.relation != "nmod:poss")
        ):
            return child
        if below.text.lower() in numbers.packs and below.relation in {"nummod", "compound", "det"}:
            return child
    return None
