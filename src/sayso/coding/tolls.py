"""How many were killed, injured, captured or displaced, and in which event.

A toll is read where a word tells of it ("killed six", "the death of 12", "left 40 dead", "the toll rose to 55") and goes to
the event whose trigger that word is, or to the event that governs it in the tree, or to the nearest fitting one before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.coding.counting import Count, counts_of, quantity_at
from sayso.coding.draft import Draft, EventDraft, TollDraft
from sayso.knowledge.numbers import load_numbers
from sayso.knowledge.tollwords import TollWords, load_toll_words
from sayso.language.analysis import Analysis

_FITTING = {
    "killed": ("ASSAULT", "PROTEST", "COERCE"),
    "injured": ("ASSAULT", "PROTEST", "COERCE"),
    "captured": ("COERCE", "ASSAULT", "RETREAT"),
    "displaced": ("ASSAULT", "COERCE"),
}
_VICTIM_RELATIONS = ("obj", "nsubj:pass")
_TOLL_NOUNS = frozenset({"toll", "tally", "count"})
_LIVES = frozenset({"claim", "lose", "take", "cost"})
_BACKWARDS = 2
"""Sentences before its own in which a toll may find its event."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A word that tells of a toll, and who was hurt."""

    kind: str
    token: int
    count: Count


def count_tolls(draft: Draft) -> None:
    """Fill the tolls of `draft.events`."""
    words = load_toll_words()
    at_trigger = _by_trigger(draft.events)
    for telling in _tellings(draft, words):
        found = _event_for(draft, telling, at_trigger)
        if found is not None:
            found.tolls.append(_toll(draft, telling))
    for event in draft.events:
        _count_without_telling(draft, event, words)
        event.tolls = combine_tolls(event.tolls)


def _by_trigger(events: list[EventDraft]) -> dict[int, EventDraft]:
    """Events by their head token, and by the other tokens of their trigger where no head is."""
    found: dict[int, EventDraft] = {}
    for event in events:
        found.setdefault(event.trigger, event)
    for event in events:
        for token in range(*event.triggers):
            found.setdefault(token, event)
    return found


def combine_tolls(tolls: Iterable[TollDraft]) -> list[TollDraft]:
    """Tolls of one event without repeats; an unnumbered or merely "deadly" one gives way to a number of the same kind."""
    kept: list[TollDraft] = []
    for toll in tolls:
        if not any((toll.kind, toll.min, toll.max) == (other.kind, other.min, other.max) for other in kept):
            kept.append(toll)
    return [toll for toll in kept if not any(_says_more(other, toll) for other in kept if other is not toll)]


def _says_more(other: TollDraft, toll: TollDraft) -> bool:
    if other.kind != toll.kind:
        return False
    if (toll.min, toll.max) == (None, None):
        return True
    return (toll.min, toll.max) == (1, None) and other.min is not None


def _toll(draft: Draft, telling: Telling) -> TollDraft:
    count = telling.count
    span = draft.analysis.span(count.first, count.last)
    return TollDraft(telling.kind, count.min, count.max, draft.article.text[slice(*span)], span)


# -- words that tell of a toll ---------------------------------------------------------------------------------------------


def _tellings(draft: Draft, words: TollWords) -> list[Telling]:
    found: list[Telling] = []
    seen: set[tuple[str, int]] = set()
    for token in draft.analysis.tokens:
        for telling in _told_at(draft, token.index, words):
            key = (telling.kind, telling.count.first)
            if key not in seen:
                seen.add(key)
                found.append(telling)
    return found


def _told_at(draft: Draft, at: int, words: TollWords) -> list[Telling]:
    """What the word at `at` tells of, if anything."""
    token = draft.analysis.tokens[at]
    low = token.text.lower()
    lemma = words.forms.get(low) or token.lemma.lower()
    if token.upos in {"VERB", "AUX"} or (token.upos == "ADJ" and lemma in words.transitive):
        return _told_by_verb(draft, at, lemma, words)
    if token.upos in {"NOUN", "PROPN"} and lemma in _TOLL_NOUNS:
        return _told_by_toll(draft, at, lemma)
    if token.upos in {"NOUN", "PROPN"} and lemma in words.nouns:
        return _told_by_noun(draft, at, words.nouns[lemma], words)
    if low in words.states and token.upos in {"ADJ", "NOUN", "ADV"}:
        return _told_by_state(draft, at, words.states[low], words)
    return []


def _told_by_verb(draft: Draft, at: int, lemma: str, words: TollWords) -> list[Telling]:
    analysis = draft.analysis
    if _negated(analysis, at):
        return []
    kind = words.transitive.get(lemma)
    if kind is None and lemma in words.lethal and _lethally(analysis, at):
        kind = words.lethal[lemma]
    if kind is not None:
        kind = _joined_kind(analysis, at, kind, words)
        return _told_of(draft, at, kind, _victims(analysis, at), words, doubtful=lemma in words.doubtful)
    if lemma in words.intransitive:
        kind = words.intransitive[lemma]
        return _told_of(draft, at, kind, _subjects(analysis, at), words, doubtful=lemma in words.doubtful)
    if lemma in _LIVES:
        lives = [i for i in analysis.dependents(at, "obj", "nsubj:pass") if analysis.tokens[i].lemma.lower() == "life"]
        return _told_of(draft, at, "killed", lives or _own_lives(analysis, at), words)
    return []


def _own_lives(analysis: Analysis, at: int) -> list[int]:
    return []


def _told_of(draft: Draft, at: int, kind: str, heads: list[int], words: TollWords, *, doubtful: bool = False) -> list[Telling]:
    return [Telling(kind, at, count) for head in heads for count in counts_of(draft, head, words, doubtful=doubtful)]


def _victims(analysis: Analysis, verb: int) -> list[int]:
    """Who is killed, hurt or taken: object, subject of the passive, or the noun a participle or relative clause describes."""
    passive = bool(analysis.dependents(verb, "nsubj:pass", "aux:pass")) and not analysis.dependents(verb, "obj")
    found = analysis.dependents(verb, "obj") if not passive else []
    found = found or [i for i in analysis.children[verb] if analysis.tokens[i].relation == "nsubj:pass"]
    token = analysis.tokens[verb]
    if not found and token.relation == "conj":
        return _shared_victims(analysis, verb, passive=passive)
    if (
        token.relation in {"acl", "amod"}
        and not found
        and token.feats.get("VerbForm") != "Ger"
        and not token.text.endswith("ing")
    ):
        return [token.head]
    if token.relation == "acl:relcl" and (not found or _relative(analysis, found[0])):
        return [token.head] if passive or (found and _relative(analysis, found[0])) else found
    return found


def _shared_victims(analysis: Analysis, verb: int, *, passive: bool) -> list[int]:
    """`killed and injured six`, `six were shot and killed`: what the verb it is joined to has."""
    head = analysis.tokens[verb].head
    if analysis.tokens[head].upos not in {"VERB", "ADJ"}:
        return []
    return _victims(analysis, head)


def _relative(analysis: Analysis, at: int) -> bool:
    return analysis.tokens[at].text.lower() in {"who", "whom", "which", "that"}


def _subjects(analysis: Analysis, verb: int) -> list[int]:
    """Who died or fled."""
    token = analysis.tokens[verb]
    found = analysis.dependents(verb, "nsubj")
    if found and _relative(analysis, found[0]) and token.relation == "acl:relcl":
        return [token.head]
    if not found and token.relation == "acl":
        return [token.head]
    if not found and token.relation in {"conj", "xcomp"} and token.head >= 0:
        return _subjects(analysis, token.head)
    return found


def _negated(analysis: Analysis, at: int) -> bool:
    return any(analysis.tokens[i].text.lower() in {"not", "n't", "n’t", "never"} for i in analysis.children[at])  # noqa: RUF001


def _lethally(analysis: Analysis, at: int) -> bool:
    """`shot dead`, `beaten to death`, `fatally stabbed`, `gunned down`, `found dead`, `put to death`."""
    for child in analysis.children[at]:
        low = analysis.tokens[child].text.lower()
        if low in {"dead", "fatally", "death"} or (low == "down" and analysis.tokens[at].lemma.lower() == "gun"):
            return True
    return False


def _joined_kind(analysis: Analysis, at: int, kind: str, words: TollWords) -> str:
    """`killed or injured 20` counts as injured."""
    near = [*analysis.dependents(at, "conj"), analysis.tokens[at].head if analysis.tokens[at].relation == "conj" else -1]
    for other in near:
        low = analysis.tokens[other].text.lower()
        if other < 0 or kind != "killed" or words.transitive.get(words.forms.get(low, low)) != "injured":
            continue
        later = max(at, other)
        if any(analysis.tokens[i].text.lower() == "or" for i in analysis.dependents(later, "cc")):
            return "injured"
    return kind


def _told_by_noun(draft: Draft, at: int, kind: str, words: TollWords) -> list[Telling]:
    """`the death of 12`, `seven deaths`, `his arrest`, `the assassination of the minister`."""
    analysis = draft.analysis
    number = quantity_at(analysis, at)
    if number is not None:
        return [Telling(kind, at, Count(number[0], number[1], number[2], at + 1))]
    heads: list[int] = []
    for child in analysis.children[at]:
        relation = analysis.tokens[child].relation
        of = any(analysis.tokens[i].text.lower() == "of" for i in analysis.dependents(child, "case"))
        owner = relation == "nmod:poss" and not heads and analysis.tokens[at].lemma.lower() != "killing"
        if owner or (of and relation in {"nmod", "obl"}):
            heads.append(child)
    return _told_of(draft, at, kind, heads[-1:], words, doubtful=True)


def _told_by_state(draft: Draft, at: int, kind: str, words: TollWords) -> list[Telling]:
    """`left 40 dead`, `12 wounded`, `six people dead`."""
    analysis = draft.analysis
    token = analysis.tokens[at]
    number = quantity_at(analysis, at)
    if number is not None:
        return [Telling(kind, at, Count(number[0], number[1], number[2], at + 1))]
    if token.head < 0 or token.upos == "NOUN":
        return []
    if token.relation == "xcomp":
        return _told_of(draft, at, kind, analysis.dependents(token.head, "obj"), words)
    if token.relation in {"amod", "acl"} and token.index > token.head:
        return _told_of(draft, at, kind, [token.head], words, doubtful=True)
    if token.relation == "conj" and analysis.tokens[token.head].text.lower() in words.states:
        return []
    return (
        _told_of(draft, at, kind, analysis.dependents(at, "nsubj"), words, doubtful=True)
        if analysis.dependents(at, "cop")
        else []
    )


def _told_by_toll(draft: Draft, at: int, lemma: str) -> list[Telling]:
    """`the death toll rose to 55`, `a toll of 55`, `put the death toll at 55`."""
    analysis = draft.analysis
    near = {analysis.tokens[i].text.lower() for i in analysis.children[at]}
    if not near & {"death", "deaths", "killed", "dead", "casualty"} and lemma != "toll":
        return []
    sentence = analysis.sentences[analysis.tokens[at].sentence]
    numbers = load_numbers()
    for index in range(at + 1, min(sentence.last, at + 12)):
        token = analysis.tokens[index]
        if token.upos != "NUM" or token.text.lower() in numbers.ordinals or _calendar(draft, index):
            continue
        found = quantity_at(analysis, index)
        if found and analysis.tokens[index - 1].text.lower() != "from":
            return [Telling("killed", at, Count(found[0], found[1], found[2], index + 1))]
    return []


def _calendar(draft: Draft, at: int) -> bool:
    return any(time.first <= at < time.last for time in draft.times)


# -- which event it belongs to -------------------------------------------------------------------------------------------------


def _event_for(draft: Draft, telling: Telling, at_trigger: dict[int, EventDraft]) -> EventDraft | None:
    """The event at the word itself, below or above it in the tree, else before it."""
    fitting = _FITTING[telling.kind]
    own = at_trigger.get(telling.token)
    if own is not None and own.type in (*fitting, "SANCTION"):
        return own
    for at in _related(draft.analysis, telling.token):
        event = at_trigger.get(at)
        if event is not None and event.type in fitting:
            return event
    return _nearest(draft, telling, fitting)


def _related(analysis: Analysis, at: int) -> list[int]:
    """Words that may be the cause of a toll, likeliest first: subject and circumstances, then what governs it."""
    tokens = analysis.tokens
    found = [
        i for i in analysis.children[at] if tokens[i].relation in {"nsubj", "obl", "obl:agent", "nmod", "advcl", "acl", "xcomp"}
    ]
    found += [
        j for i in list(found) for j in analysis.children[i] if tokens[j].relation in {"nmod", "obl", "compound", "acl", "conj"}
    ]
    above = analysis.ancestors(at)[:5]
    for head in above:
        found.append(head)
        found += [
            i for i in analysis.children[head] if tokens[i].relation in {"nsubj", "nsubj:pass", "obl", "obj", "conj"} and i != at
        ]
    return found


def _nearest(draft: Draft, telling: Telling, fitting: tuple[str, ...]) -> EventDraft | None:
    """The nearest event of a fitting type in the sentence, then in the sentences before."""
    sentence = draft.analysis.tokens[telling.token].sentence
    best: tuple[int, int, int] | None = None
    chosen: EventDraft | None = None
    for event in draft.events:
        back = sentence - draft.analysis.tokens[event.trigger].sentence
        if event.type not in fitting or not 0 <= back <= _BACKWARDS:
            continue
        key = (back, fitting.index(event.type), abs(event.trigger - telling.token))
        if best is None or key < best:
            best, chosen = key, event
    return chosen


def _count_without_telling(draft: Draft, event: EventDraft, words: TollWords) -> None:
    """`a deadly attack`; an arrest, abduction or killing whose victim is known only as its recipient."""
    analysis = draft.analysis
    trigger = analysis.tokens[event.trigger]
    if event.type in {"ASSAULT", "PROTEST"}:
        for child in analysis.children[event.trigger]:
            kind = words.modifiers.get(analysis.tokens[child].lemma.lower())
            if kind and not any(toll.kind == kind for toll in event.tolls):
                event.tolls.append(_toll(draft, Telling(kind, child, Count(1, None, child, child + 1))))
    lemma = words.forms.get(trigger.text.lower()) or trigger.lemma.lower()
    kind = words.nouns.get(trigger.lemma.lower()) or words.transitive.get(lemma)
    if kind and not event.tolls and not _negated(analysis, event.trigger) and lemma not in words.doubtful:
        persons = [role.mention for role in event.recipients if role.mention.actor.kind == "person"]
        if len(persons) == len(event.recipients) == 1:
            mention = persons[0]
            event.tolls.append(_toll(draft, Telling(kind, event.trigger, Count(1, 1, mention.first, mention.last))))
