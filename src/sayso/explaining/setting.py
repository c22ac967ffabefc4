"""Why an event has its dates, places and reality."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.coding.dating import time_for
from sayso.coding.draft import EventDraft, PlaceMention
from sayso.coding.siting import places_for
from sayso.explaining.reasons import Reason
from sayso.explaining.replay import Replay
from sayso.knowledge.realities import load_realities

_UP = 3
"""How many words above a trigger are searched for what tells its reality."""
_BY_ABOUT = {"THREATEN": "threatened", "REQUEST": "asked for", "AGREE": "promised", "CONCEDE": "promised"}


def when_reasons(replay: Replay, event: EventDraft) -> Iterator[Reason]:
    """The time expression, and how it came to the event."""
    value, published = _dates(event), replay.draft.article.published
    if value == "none":
        yield Reason("when", value, "none", "no date of the article is likely enough to be its own")
        return
    if event.time is None:
        yield Reason("when", value, "score", f"nothing dates it; that it is of the article’s day {published} is likely ({event.dated:.0%})")
        return
    words = replay.text(event.time.first, event.time.last)
    by, how = _dated(replay, event)
    base = f", counted from the article’s date {published}" if published else ""
    yield Reason("when", value, by, f"“{words}” {how}; it is {event.time.time.value or 'without a value'}{base}", event.time.time.span)


def _dated(replay: Replay, event: EventDraft) -> tuple[str, str]:
    for token in replay.mentions(event):
        if time_for(replay.draft, token) is event.time:
            return "rule", f"belongs to “{replay.word(token)}” in the sentence’s tree ({event.dated:.0%} likely)"
    return "score", f"is the likeliest date near “{replay.word(event.trigger)}” ({event.dated:.0%})"


def _dates(event: EventDraft) -> str:
    if event.start is None and event.end is None:
        return "none"
    return event.start or "?" if event.start == event.end else f"{event.start or '?'} to {event.end or 'no end told'}"


def where_reasons(replay: Replay, event: EventDraft) -> Iterator[Reason]:
    """Each place, and how it came to the event."""
    if not event.places:
        yield Reason("where", "none", "none", "no place that the article names is likely enough to be its own")
    for mention in event.places:
        by, text = _placed(replay, event, mention)
        name = f"{mention.place.name} ({mention.place.country})" if mention.place.country else mention.place.name
        yield Reason("where", name, by, text, replay.span(mention.first, mention.last))


def _placed(replay: Replay, event: EventDraft, mention: PlaceMention) -> tuple[str, str]:
    words = replay.text(mention.first, mention.last)
    for token in replay.mentions(event):
        found = replay.founds.get(token)
        type = found.event.type if found else event.type
        if any(other.place is mention.place for other in places_for(replay.draft, token, type=type)):
            return "rule", f"“{words}” belongs to “{replay.word(token)}” in the sentence’s tree"
    return "score", f"“{words}” is likely to be where “{replay.word(event.trigger)}” took place, by what stands around and by the language model"


def reality_reasons(replay: Replay, event: EventDraft, ids: dict[int, str]) -> Iterator[Reason]:
    """The verbal act, the cue word or the model that tells it."""
    act = next((other for other in replay.draft.events if event in other.about and _founded(replay, other) in _BY_ABOUT), None)
    if act is not None:
        text = f"it is {_BY_ABOUT[_founded(replay, act)]} in {ids.get(id(act), 'another event')} (“{replay.word(act.trigger)}”)"
        yield Reason("reality", event.reality, "rule", text, replay.span(act.trigger, act.trigger + 1))
        return
    cue = _cue(replay, event)
    if cue is not None:
        yield Reason("reality", event.reality, "rule", f"“{replay.word(cue)}” tells it (realities.tsv)", replay.span(cue, cue + 1))
        return
    model = replay.model("reality", event.trigger).get(event.reality)
    told = f"; the language model gives {event.reality} {model:.0%}" if model is not None else ""
    text = "no word says otherwise" if event.reality == "happened" else "told by tense, negation or date"
    yield Reason("reality", event.reality, "rule" if not told or event.reality == "happened" else "score", text + told)


def _founded(replay: Replay, event: EventDraft) -> str:
    """PLOVER's type of an event, also where a user's own stands in its place."""
    found = replay.founds.get(event.trigger)
    return found.event.type if found else event.type


def _cue(replay: Replay, event: EventDraft) -> int | None:
    """A word at or above the trigger that the knowledge files give this reality."""
    cues, tokens = load_realities(), replay.analysis.tokens
    known = {word for (word, _), reality in cues.items() if reality == event.reality}
    for token in replay.mentions(event):
        for at in (token, *replay.analysis.ancestors(token)[:_UP]):
            words = [i for i in replay.analysis.children[at] if tokens[i].relation.split(":")[0] in ("aux", "advmod", "mark", "amod", "det")]
            found = next((i for i in [*words, at] if tokens[i].lemma.lower() in known), None)
            if found is not None and tokens[found].sentence == tokens[token].sentence:
                return found
    return None
