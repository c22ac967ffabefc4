"""How many were killed, injured, captured or displaced, and in which event.

A toll is read where a word tells of it ("killed six", "the death of 12", "left 40 dead", "the toll rose to 55"; see
`telling.py`) and goes to the event whose trigger that word is, or to the event that causes or governs it in the tree. A
number that is left over goes to the nearest fitting event before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.coding.counting import Count, CountReader
from sayso.coding.draft import Draft, EventDraft, Role, TollDraft
from sayso.coding.telling import Telling, is_negated, tellings
from sayso.language.analysis import Analysis

_PART = re.compile(r"\b(?:including|among (?:them|whom)|of (?:them|whom|those)|amongst (?:them|whom))\b")
_END = re.compile(r"[.!?]\s")
_FITTING = {
    "killed": ("ASSAULT", "PROTEST"),
    "injured": ("ASSAULT", "PROTEST"),
    "captured": ("COERCE", "ASSAULT"),
    "displaced": ("ASSAULT", "COERCE"),
}
_HARMED = frozenset({"killed", "injured"})
_UNREAL = frozenset({"planned", "threatened", "requested", "attempted", "negated"})
"""Realities in which only a number is a toll: nobody has been arrested where an arrest is asked for."""
_THINGS = frozenset({"seize", "restrict", "ban", "censor", "withhold", "misinformation", "cyber"})
"""Modes of COERCE by which nobody is taken: where police seize drugs and arrest seven, the seven are the arrest's."""
_SURE = 0.6
"""Confidence from which an event may take a toll before others are looked at."""
_BACKWARDS = {"killed": 1, "injured": 1, "captured": 1, "displaced": 3}
"""Sentences before its own in which a number may find its event: from what people flee is often told before."""


def count_tolls(draft: Draft) -> None:
    """Fill the tolls of `draft.events`."""
    reader = CountReader(draft)
    at_trigger = _by_trigger(draft.events)
    for telling in tellings(reader):
        found = _event_for(draft, telling, at_trigger)
        if found is not None:
            found.tolls.append(_toll(draft, telling))
            _add_victims(draft, found, telling)
    for event in draft.events:
        _count_without_telling(reader, event)
        tolls = combine_tolls(without_parts(draft.article.text, event.tolls))
        event.tolls = [toll for toll in tolls if _is_toll(event, toll)]


def _add_victims(draft: Draft, event: EventDraft, telling: Telling) -> None:
    """Who is killed or hurt is who is hit, where nobody else is: "six miners died when rebels shelled the pit"."""
    if event.recipients or event.type != "ASSAULT" or telling.kind not in _HARMED:
        return
    doing = {id(role.mention.actor) for role in event.actors}
    for at in range(telling.count.first, telling.count.last):
        mention = draft.heads.get(at)
        if mention is not None and mention.kind != "pronoun" and id(mention.actor) not in doing:
            event.recipients = [Role(mention)]
            return


def _is_toll(event: EventDraft, toll: TollDraft) -> bool:
    """An event that has not happened has only numbered tolls; that some were arrested or gave up is no more than an arrest or a surrender says."""
    if event.reality in _UNREAL:
        return _is_numbered(toll)
    return event.type not in {"COERCE", "RETREAT"} or (toll.min, toll.max) != (None, None)


def without_parts(text: str, tolls: list[TollDraft]) -> list[TollDraft]:
    """Tolls without those that are part of one before them: "at least nine people, among them four children"."""
    kept: list[TollDraft] = []
    for toll in sorted(tolls, key=_where):
        whole = next((other for other in kept if other.kind == toll.kind and other.span[1] <= toll.span[0]), None)
        if whole is None or not _is_part(text, whole, toll):
            kept.append(toll)
    return [toll for toll in tolls if toll in kept]


def _is_part(text: str, whole: TollDraft, toll: TollDraft) -> bool:
    """Whether the words say so; else a smaller number in a later sentence is taken for a part of the total."""
    between = text[whole.span[1] : toll.span[1]].lower()
    if not _END.search(between):
        return bool(_PART.search(between))
    return whole.min is not None and max(toll.min or 0, toll.max or 0) < whole.min


def _where(toll: TollDraft) -> tuple[int, int]:
    return toll.span


def _is_numbered(toll: TollDraft) -> bool:
    """Whether a toll says more than that somebody would be hurt or taken."""
    return (toll.min or 0) > 1 or (toll.max or 0) > 1


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
    """Tolls of one event without repeats; one that is unnumbered, merely "deadly" or of one person gives way to a number of the same kind."""
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
    if (toll.min, toll.max) == (1, None):
        return other.min is not None
    return (toll.min, toll.max) == (1, 1) and _is_numbered(other)


def _toll(draft: Draft, telling: Telling) -> TollDraft:
    count = telling.count
    span = draft.analysis.span(count.first, count.last)
    return TollDraft(telling.kind, count.min, count.max, draft.article.text[slice(*span)], span)


# -- which event it belongs to ---------------------------------------------------------------------------------------------


def _event_for(draft: Draft, telling: Telling, at_trigger: dict[int, EventDraft]) -> EventDraft | None:
    """The event at the word itself, the one that causes or governs it, or for a number the nearest before it.

    Mentions that are hardly events give way to the next in that order.
    """
    weak: EventDraft | None = None
    own = at_trigger.get(telling.token)
    for at in (telling.token, *_related(draft.analysis, telling.token)):
        event = at_trigger.get(at)
        if event is None or not (_takes(event, telling.kind) or (event is own and _gives_up(draft, telling, own))):
            continue
        if event.confidence >= _SURE:
            return event
        weak = weak or event
    count = telling.count
    numbered = (count.min or count.max or 0) > 1 and telling.kind != "captured"
    near = _nearest(draft, telling) if numbered else None
    return near or weak


def _takes(event: EventDraft, kind: str) -> bool:
    """Whether an event is of a type, and of a mode, that has tolls of this kind."""
    if event.type == "COERCE" and (event.mode in _THINGS or (kind == "displaced" and event.mode != "deport")):
        return False
    return event.type in _FITTING[kind]


def _gives_up(draft: Draft, telling: Telling, own: EventDraft) -> bool:
    """Whether an event is a surrender, which is a RETREAT with captives."""
    return own.type == "RETREAT" and draft.analysis.tokens[telling.token].text.lower().startswith("surrender")


def _related(analysis: Analysis, at: int) -> list[int]:
    """Words that may be the cause of a toll, likeliest first: subject and circumstances, then what governs it."""
    tokens = analysis.tokens
    found = [i for i in analysis.dependents(at, "nsubj", "obl", "nmod", "advcl", "xcomp") if i not in analysis.dependents(at, "obj")]
    found += [j for i in list(found) for j in analysis.dependents(i, "nmod", "obl", "compound", "acl", "conj")]
    for above in analysis.ancestors(at)[:4]:
        found.append(above)
        found += [i for i in analysis.dependents(above, "nsubj", "obl", "conj") if i != at]
        if tokens[above].relation in {"ccomp", "parataxis"}:
            break
    return found


def _nearest(draft: Draft, telling: Telling) -> EventDraft | None:
    """The nearest event of a fitting type in the sentence, then in the sentences before."""
    fitting = _FITTING[telling.kind]
    sentence = draft.analysis.tokens[telling.token].sentence
    best: tuple[int, int, int] | None = None
    chosen: EventDraft | None = None
    for event in draft.events:
        back = sentence - draft.analysis.tokens[event.trigger].sentence
        if not _takes(event, telling.kind) or event.confidence < _SURE or not 0 <= back <= _BACKWARDS[telling.kind]:
            continue
        key = (back, fitting.index(event.type), abs(event.trigger - telling.token))
        if best is None or key < best:
            best, chosen = key, event
    return chosen


def _count_without_telling(reader: CountReader, event: EventDraft) -> None:
    """`a deadly attack`; an arrest, abduction or killing whose victims are known only as its recipients."""
    analysis, words = reader.analysis, reader.words
    trigger = analysis.tokens[event.trigger]
    if event.type in {"ASSAULT", "PROTEST"}:
        for child in analysis.children[event.trigger]:
            kind = words.modifiers.get(reader.low(child))
            if kind and not any(toll.kind == kind for toll in event.tolls):
                event.tolls.append(_toll(reader.draft, Telling(kind, child, Count(1, None, child, child + 1))))
    lemma = words.forms.get(trigger.text.lower()) or trigger.lemma.lower()
    kind = words.nouns.get(trigger.lemma.lower()) or words.transitive.get(lemma)
    if not kind or event.tolls or kind not in _FITTING or not _takes(event, kind) or lemma in words.doubtful:
        return
    if trigger.upos == "NOUN" and trigger.feats.get("Number") == "Plur":
        return
    persons = [role.mention for role in event.recipients if role.mention.actor.kind == "person"]
    if event.reality in _UNREAL:
        return
    if persons and len(persons) == len(event.recipients) and not is_negated(analysis, event.trigger):
        first, last, number = persons[0].first, persons[0].last, len(persons)
        event.tolls.append(_toll(reader.draft, Telling(kind, event.trigger, Count(number, number, first, last))))
