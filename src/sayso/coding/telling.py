"""Words that tell of people killed, injured, captured or displaced, and who those people are.

The tree says who; where it says nothing, the words next to the verb do ("killed two soldiers", "ten people were killed").
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.coding.counting import Count, CountReader
from sayso.coding.victims import NOMINAL, beside, is_passive, subjects, victims
from sayso.language.analysis import Analysis

_TOLL_NOUNS = frozenset({"toll", "tally", "count"})
_MASSES = frozenset({"massacre", "slaughter", "exodus", "evacuation", "displacement", "massacres", "killings"})
"""Nouns whose number counts happenings and not people."""
_LIVES = frozenset({"claim", "lose", "take", "cost", "claimed", "claiming", "lost", "took", "taking", "taken", "costing"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_LOSE = frozenset({"lose", "lost", "losing"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_DEATHLY = frozenset({"dead", "fatally", "death"})
_HARMED = {"killed", "injured"}
_PHRASE = 10
"""Words behind a verb among which what makes it tell of a toll is looked for: "took … hostage"."""
_ENDS = frozenset(".;:")


@dataclass(frozen=True, slots=True)
class Telling:
    """A word that tells of a toll, and who was hurt."""

    kind: str
    token: int
    count: Count


def tellings(reader: CountReader) -> list[Telling]:
    """Everything the words of the article tell of tolls, in order; a phrase counts once for each kind."""
    found: list[Telling] = []
    seen: set[tuple[str, int]] = set()
    words = reader.words
    for token, low, lemma in zip(reader.analysis.tokens, reader.draft.lows, reader.draft.lemmas, strict=True):
        by_noun = token.upos in _NOUNS and (lemma in words.nouns or lemma in _TOLL_NOUNS or low.removesuffix("s") in words.nouns)
        if not (by_noun or low in words.forms or low in words.states or low in words.phrases or low in _LIVES):
            continue
        for telling in _told_at(reader, token.index):
            key = (telling.kind, telling.count.first)
            if key not in seen:
                seen.add(key)
                found.append(telling)
    found = [telling for telling in found if not any(_is_nearer(other, telling) for other in found)]
    return [_with_bounds_before(reader, telling, found) for telling in found]


def _with_bounds_before(reader: CountReader, telling: Telling, found: list[Telling]) -> Telling:
    """In `at least 12 were killed and 30 wounded` the bound holds for both: it goes on to a bare number right behind "and"."""
    count = telling.count
    if (
        count.min != count.max
        or count.first < 2
        or reader.low(count.first - 1) != "and"
        or not reader.counting(count.first)
        or telling.token != count.first + 1
    ):
        return telling
    sentence = reader.analysis.tokens[telling.token].sentence
    for other in found:
        bounds = other.count
        near = (
            reader.analysis.tokens[other.token].sentence == sentence
            and bounds.last <= count.first - 1
            and other.token in {count.first - 2, bounds.last}
        )
        if near and reader.is_bound(bounds.first) and None in (bounds.min, bounds.max):
            low, high = (count.min, None) if bounds.max is None else (None, count.max)
            return replace(telling, count=replace(count, min=low, max=high))
    return telling


def _is_nearer(other: Telling, telling: Telling) -> bool:
    """Whether a phrase of "ten were killed and two injured" is told of by a nearer word: the two are not dead."""
    if other.count.first != telling.count.first or {other.kind, telling.kind} != _HARMED:
        return False
    return abs(other.token - other.count.last) < abs(telling.token - telling.count.last)


def is_negated(analysis: Analysis, at: int) -> bool:
    """Whether "not" or "never" stands with the word."""
    return any(analysis.tokens[i].text.lower() in _NOT for i in analysis.children[at])


def _told_at(reader: CountReader, at: int) -> list[Telling]:
    """What the word at `at` tells of, if anything."""
    token, words, low = reader.analysis.tokens[at], reader.words, reader.draft.lows[at]
    verb = words.forms.get(low)
    if low in words.states and _is_state(reader, at):
        told = _told_by_state(reader, at, words.states[low])
        if told or verb is None:
            return told
    if verb is not None and (token.upos in {"VERB", "AUX", "ADJ"} or low.endswith("ed")):
        return _told_by_verb(reader, at, verb)
    if low in words.phrases and (told := _told_by_phrase(reader, at)):
        return told
    if low in _LIVES:
        return _told_by_lives(reader, at)
    if token.upos not in _NOUNS:
        return []
    lemma = reader.draft.lemmas[at]
    if lemma in _TOLL_NOUNS:
        return _told_by_toll(reader, at)
    kind = words.nouns.get(lemma) or words.nouns.get(low.removesuffix("s"))
    return _told_by_noun(reader, at, kind) if kind and not _is_natural(reader, at) else []


def _told_of(reader: CountReader, at: int, kind: str, heads: list[int], *, doubtful: bool = False) -> list[Telling]:
    counts = [count for head in heads for count in reader.counts(head, doubtful=doubtful)]
    return [Telling(kind, at, count) for count in counts if kind != "displaced" or not count.single]


# -- verbs ---------------------------------------------------------------------------------------------------------------


def _told_by_verb(reader: CountReader, at: int, verb: str) -> list[Telling]:
    analysis, words = reader.analysis, reader.words
    if is_negated(analysis, at):
        return []
    doubtful = verb in words.doubtful
    kind = words.transitive.get(verb)
    if kind is None and verb in words.lethal and _is_lethal(reader, at):
        kind, doubtful = words.lethal[verb], False
    if kind is not None:
        kind = _joined_kind(reader, at, kind)
        own = beside(reader, at, passive=False) if _is_bare_conjunct(reader, at) or _counts_next(reader, at) else []
        told = _told_of(reader, at, kind, own, doubtful=doubtful) or _told_of(reader, at, kind, victims(reader, at), doubtful=doubtful)
        told = [telling for telling in told if not _belongs_to_later_verb(reader, at, telling)]
        passive = is_passive(reader, at) or _follows_number(reader, at)
        return told or _told_of(reader, at, kind, beside(reader, at, passive=passive), doubtful=doubtful)
    kind = words.intransitive.get(verb)
    if kind == "captured" and analysis.dependents(at, "obj"):
        return []  # Weapons are surrendered, too.
    doubtful = doubtful or kind == "captured"  # Towns surrender, too.
    return _told_of(reader, at, kind, subjects(reader, at), doubtful=doubtful) if kind and not _is_natural(reader, at) else []


def _is_natural(reader: CountReader, at: int) -> bool:
    """Whether nature, illness or an accident is named as the cause of a death or flight: `died of cancer`, `the death of six in a car crash`."""
    return any(reader.draft.lemmas[i] in reader.words.natural for i in reader.analysis.dependents(at, "obl", "nmod", "obl:agent"))


def _told_by_phrase(reader: CountReader, at: int) -> list[Telling]:
    """`took 40 pupils hostage`, `rounded up 300 people`, `drove thousands from their homes`, `25 were taken to hospital`."""
    tokens = reader.analysis.tokens
    behind = []
    for token in tokens[at + 1 : at + _PHRASE]:
        if token.sentence != tokens[at].sentence or token.upos == "VERB" or token.text in _ENDS:
            break
        behind.append(token.text.lower())
    for kind, companions in reader.words.phrases[reader.low(at)]:
        if not companions.isdisjoint(behind) and not is_negated(reader.analysis, at):
            return _told_of(reader, at, kind, victims(reader, at), doubtful=True)
    return []


def _follows_number(reader: CountReader, verb: int) -> bool:
    """Whether a participle stands right behind people who are counted: `75 people arrested in the capital`."""
    return verb > 0 and reader.low(verb).endswith("ed") and reader.quantity(verb - 1) is not None


def _counts_next(reader: CountReader, verb: int) -> bool:
    """Whether a number that counts no noun of its own stands right behind the verb: `killed dozens – many of them civilians`."""
    tokens = reader.analysis.tokens
    if verb + 2 >= len(tokens) or reader.low(verb).endswith("ing") or not reader.counting(verb + 1):
        return False
    return tokens[verb + 2].upos in {"PUNCT", "CCONJ"} and not is_passive(reader, verb)


def _is_bare_conjunct(reader: CountReader, verb: int) -> bool:
    """Whether a verb is joined to another and the tree gives it no object: "killed six and injured at least 81", where numbers mislead."""
    token = reader.analysis.tokens[verb]
    return token.relation == "conj" and not reader.analysis.dependents(verb, "obj", "nsubj:pass") and not is_passive(reader, verb)


def _belongs_to_later_verb(reader: CountReader, verb: int, telling: Telling) -> bool:
    """Whether a number stands behind a further verb of the kind, after this one has had its own: it is that verb's."""
    tokens = reader.analysis.tokens
    between = [t for t in tokens[verb + 1 : verb + 40] if t.sentence == tokens[verb].sentence and t.index < telling.count.first]
    later = [t.index for t in between if t.upos == "VERB" and reader.words.forms.get(t.text.lower())]
    return any(any(t.upos in NOMINAL or t.upos == "NUM" for t in between if t.index < at) for at in later)


def _is_lethal(reader: CountReader, at: int) -> bool:
    """`shot dead`, `beaten to death`, `fatally stabbed`, `gunned down`, `put to death`."""
    near = [*reader.analysis.children[at], *range(at + 1, min(at + 3, len(reader.analysis.tokens)))]
    lows = {reader.low(i) for i in near}
    return bool(lows & _DEATHLY) or ("down" in lows and reader.low(at).startswith("gun"))


def _joined_kind(reader: CountReader, at: int, kind: str) -> str:
    """`killed or injured 20` counts as injured."""
    if kind != "killed":
        return kind
    for gap in (2, -2):
        joint, other = at + gap // 2, at + gap
        if 0 <= other < len(reader.analysis.tokens) and reader.low(joint) == "or":
            verb = reader.words.forms.get(reader.low(other), "")
            if reader.words.transitive.get(verb) == "injured":
                return "injured"
    return kind


def _told_by_lives(reader: CountReader, at: int) -> list[Telling]:
    """`claimed 20 lives`, `the lives of 20 people`, `five lost their lives`, `lost 20 men`."""
    for life in reader.analysis.dependents(at, "obj", "nsubj:pass"):
        if reader.low(life) in {"lives", "life"}:
            number = reader.quantity(life)
            if number:
                return [Telling("killed", at, Count(number[0], number[1], number[2], life + 1))]
            of = [i for i in reader.analysis.dependents(life, "nmod") if i > life]
            own = reader.low(at) in _LOSE and reader.analysis.dependents(life, "nmod:poss")
            return _told_of(reader, at, "killed", subjects(reader, at) if own else of, doubtful=True)
        if reader.low(at) in _LOSE and reader.is_person(life) and (number := reader.quantity(life)):
            return [Telling("killed", at, Count(number[0], number[1], number[2], life + 1))]
    return []


# -- nouns and adjectives ---------------------------------------------------------------------------------------------------


def _told_by_noun(reader: CountReader, at: int, kind: str) -> list[Telling]:
    """`the death of 12`, `seven deaths`, `his arrest`, `the assassination of the minister`."""
    number = reader.quantity(at) if reader.analysis.tokens[at].lemma.lower() not in _MASSES else None
    if number is not None:
        return [Telling(kind, at, Count(number[0], number[1], number[2], at + 1))]
    analysis = reader.analysis
    heads: list[int] = []
    for child in analysis.children[at]:
        relation = analysis.tokens[child].relation
        of = any(reader.low(i) == "of" for i in analysis.dependents(child, "case"))
        owner = relation == "nmod:poss" and not heads and reader.low(at) not in {"killing", "killings"}
        if owner or (of and relation in {"nmod", "obl"}) or relation == "obj":
            heads.append(child)
    return _told_of(reader, at, kind, heads[-1:], doubtful=True)


def _is_state(reader: CountReader, at: int) -> bool:
    """Whether "dead" or "wounded" says how people are, and is not the verb of a clause with its own helpers."""
    token = reader.analysis.tokens[at]
    return token.upos in {"ADJ", "NOUN"} or (at > 0 and reader.counting(at - 1))


def _told_by_state(reader: CountReader, at: int, kind: str) -> list[Telling]:
    """`left 40 dead`, `12 wounded`, `six people dead`."""
    analysis = reader.analysis
    token = analysis.tokens[at]
    number = reader.quantity(at)
    if number is not None and analysis.tokens[min(at + 1, len(analysis.tokens) - 1)].upos not in {"NOUN", "PROPN"}:
        return [Telling(kind, at, Count(number[0], number[1], number[2], at + 1))]
    if token.head < 0 or token.upos == "NOUN":
        return []
    if token.relation == "xcomp":
        return _told_of(reader, at, kind, analysis.dependents(token.head, "obj"))
    if token.relation in {"amod", "acl"} and token.index > token.head:
        return _told_of(reader, at, kind, [token.head], doubtful=True)
    if token.relation == "amod" and reader.quantity(token.head) and reader.is_person(token.head):
        return _told_of(reader, at, kind, [token.head], doubtful=True)
    return _told_of(reader, at, kind, analysis.dependents(at, "nsubj"), doubtful=True) if analysis.dependents(at, "cop") else []


def _told_by_toll(reader: CountReader, at: int) -> list[Telling]:
    """`the death toll rose to 55`, `a toll of 55`, `put the death toll at 55`."""
    analysis = reader.analysis
    before = reader.low(at - 1) if at else ""
    if reader.low(at) not in {"toll", "tolls"} and before not in {"death", "dead", "casualty"}:
        return []
    sentence = analysis.sentences[analysis.tokens[at].sentence]
    for index in range(at + 1, min(sentence.last, at + 12)):
        if analysis.tokens[index].upos != "NUM" or index in reader.dated or reader.low(index - 1) == "from":
            continue
        found = reader.quantity(index)
        if found:
            return [Telling("killed", at, Count(found[0], found[1], found[2], index + 1))]
    return []
