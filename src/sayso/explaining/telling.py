"""Why an event has its tolls, contexts and codes, on whose word it rests, and what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.coding.codes import asked, trigger_code
from sayso.coding.contexts import reasons_for
from sayso.coding.counting import CountReader
from sayso.coding.draft import EventDraft, Saying, TollDraft
from sayso.coding.telling import tellings
from sayso.explaining.reasons import Reason
from sayso.explaining.replay import Replay
from sayso.knowledge.schemes import Rule, Scheme

_OPEN = "open"
_DISPUTED = {
    "actors": "one who speaks denies, or another doubts, that they did it",
    "reality": "one who speaks denies that it happened",
    "toll": "different speakers give different numbers",
}


def toll_reasons(replay: Replay, event: EventDraft) -> Iterator[Reason]:
    """The word that tells of each toll and the number that stands with it."""
    if not event.tolls:
        return
    told = {replay.span(t.count.first, t.count.last): t.token for t in tellings(CountReader(replay.draft))}
    for toll in event.tolls:
        words = " ".join(replay.draft.article.text[slice(*toll.span)].split())
        at = told.get(toll.span)
        how = f"“{words}” are counted by “{replay.word(at)}”" if at is not None else f"“{words}” are whom the trigger itself counts"
        yield Reason("toll", f"{toll.kind} {_range(toll)}", "rule", how + _said(toll.sayings), toll.span)


def _range(toll: TollDraft) -> str:
    if toll.min is None and toll.max is None:
        return "an unknown number"
    return str(toll.min) if toll.min == toll.max else f"{_OPEN if toll.min is None else toll.min} to {_OPEN if toll.max is None else toll.max}"


def _said(sayings: list[Saying]) -> str:
    speakers = [_speaker(saying) for saying in sayings]
    return f", on the word of {', '.join(speakers)}" if speakers else ""


def _speaker(saying: Saying) -> str:
    speaker = saying.statement.speaker
    return speaker.actor.name if speaker is not None else "an unnamed source"


def saying_reasons(replay: Replay, event: EventDraft) -> Iterator[Reason]:
    """The statements that the event rests on."""
    if not event.sayings:
        yield Reason("say_so", "the publisher", "rule", "told in the publisher’s own voice, at least once")
    for saying in event.sayings:
        yield _saying(replay, "say_so", saying, "it")
    for side, roles in (("actors", event.actors), ("recipients", event.recipients)):
        for role in roles:
            for saying in role.sayings:
                yield _saying(replay, f"{side}.say_so", saying, f"that {role.mention.actor.name} is one of the {side}")


def _saying(replay: Replay, field: str, saying: Saying, what: str) -> Reason:
    cue = saying.statement.cue
    told = f"by “{replay.text(*cue)}”" if cue else "in a quotation without a cue of its own"
    text = f"a statement {told} tells {what}; it counts as “{saying.statement.act}”, so the speaker {saying.stance}"
    return Reason(field, f"{_speaker(saying)} {saying.stance}", "rule", text, replay.span(*cue) if cue else None)


def disputed_reasons(replay: Replay, event: EventDraft) -> Iterator[Reason]:
    """What is contested, and by what."""
    for name in event.disputed:
        yield Reason("disputed", name, "rule", _DISPUTED.get(name, "speakers contradict each other"))


def about_reasons(replay: Replay, event: EventDraft, ids: dict[int, str]) -> Iterator[Reason]:
    """The deeds in the scope of an act of speech."""
    for deed in event.about:
        if id(deed) in ids:
            text = f"“{replay.word(deed.trigger)}” ({deed.type}) stands where the frame of “{replay.word(event.trigger)}” looks for its deed"
            yield Reason("about", ids[id(deed)], "frame", text, replay.span(deed.trigger, deed.trigger + 1))


def context_reasons(replay: Replay, event: EventDraft) -> Iterator[Reason]:
    """The words that point to each context."""
    for name, words in reasons_for(replay.analysis, event).items():
        if name in event.contexts:
            yield Reason("contexts", name, "rule", f"by {', '.join(words)}")


def code_reasons(replay: Replay, event: EventDraft) -> Iterator[Reason]:
    """The trigger or rule of each ontology of the user's that gave its code."""
    schemes = {scheme.name: scheme for scheme in replay.draft.knowledge.schemes}
    for name, code in (event.codes or {}).items():
        yield _code_reason(replay, event, schemes[name], code)


def _code_reason(replay: Replay, event: EventDraft, scheme: Scheme, code: str) -> Reason:
    if trigger_code(replay.draft, event, scheme) == code:
        return Reason("codes", f"{scheme.name} {code}", "trigger", f"the ontology’s own trigger at “{replay.word(event.trigger)}” gives it")
    found = replay.founds.get(event.trigger)
    coded = replace(event, type=found.event.type, mode=found.event.mode) if found and replay.draft.knowledge.instead else event
    rule = scheme.rule_for(asked(replay.draft, coded))
    text = f"the first rule that fits asks for {_asked(rule)}" if rule is not None else "it is a type of the ontology itself"
    return Reason("codes", f"{scheme.name} {code}", "rule", text)


def _asked(rule: Rule) -> str:
    return "; ".join(f"{key} {' or '.join(sorted(values))}" for key, values in rule.asks.items()) or "nothing"
