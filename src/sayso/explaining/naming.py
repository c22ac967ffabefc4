"""Why there is an event at all, and of this type and mode."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sayso.coding.arguments import Found
from sayso.coding.draft import EventDraft
from sayso.coding.events import beside
from sayso.coding.features import features_of
from sayso.coding.triggers import Match, holders
from sayso.explaining.reasons import Reason
from sayso.explaining.replay import Replay
from sayso.knowledge.triggers import Trigger

_SHOWN = 3
"""How many of the strongest pieces of evidence on each side are named."""
_SLIGHT = 0.1
"""Weight below which a piece of evidence is not named."""
FEATURES = {
    "prior": "how often the trigger is such an event",
    "no_frame": "no trigger knows the word",
    "model": "what the language model thinks",
    "noun": "a noun names it",
    "actor": "somebody does it",
    "recipient": "somebody is acted upon",
    "both": "both sides are told",
    "named": "a side is named",
    "deed": "it is about another event",
    "phrase": "several words name it",
    "early": "it stands early in the article",
    "late": "it stands late in the article",
    "past": "it is told in the past tense",
    "time": "its sentence has a date",
    "number": "a number goes with it",
    "definite": "it is told as known (the, this)",
    "indefinite": "it is told as new (a, an)",
    "vague": "it is told vaguely (any, some)",
    "bare_plural": "it is a bare plural",
    "bare": "it stands without an article",
    "modal": "a modal verb goes with it",
    "condition": "it stands under a condition",
    "not": "it is negated",
    "infinitive": "it is an infinitive",
}
"""Evidence in words; what is not here is how the word stands in the tree."""


def type_reasons(replay: Replay, event: EventDraft) -> Iterator[Reason]:
    """The trigger with its sense, the model's opinion, all evidence together, and the mentions that were merged."""
    found = replay.founds.get(event.trigger)
    span = replay.span(*event.triggers)
    trigger = replay.scene.draft.named_by.get(event.trigger)
    type = found.event.type if found else event.type
    if trigger is not None:
        yield Reason("type", type, "trigger", _named(trigger), span)
        yield from _senses(replay, event, trigger, type)
    elif found is not None:
        yield Reason("type", type, "model", f"no trigger knows “{replay.word(event.trigger)}” as {type}; the language model proposes it", span)
    yield from _opinion(replay, event, type)
    if found is not None:
        yield _together(replay, event, found)
    for token in event.merged:
        sentence = replay.analysis.tokens[token].sentence + 1
        text = f"“{replay.word(token)}” in sentence {sentence} was taken for the same event"
        yield Reason("type", type, "score", text, replay.span(token, token + 1))


def _named(trigger: Trigger) -> str:
    where, _, line = trigger.place.rpartition(":")
    listed = f" ({Path(where).name}, line {line})" if where else ""
    return (
        f"the {trigger.pos} “{trigger.phrase}” names {trigger.type}{listed}, which it does in about {trigger.prior:.0%} of its uses in political news"
    )


def _senses(replay: Replay, event: EventDraft, trigger: Trigger, type: str) -> Iterator[Reason]:
    """What told this sense of the trigger from its others."""
    match = replay.match(event.trigger)
    for term in trigger.terms if match else ():
        held = holders(replay.scene, event.trigger, _nodes(match), term)
        if term.wanted and held:
            text = f"of its senses this one, for “{replay.word(held[0])}” is its {_relation(term.relation)}"
            yield Reason("type", type, "trigger", text, replay.span(held[0], held[0] + 1))


def _nodes(match: Match | None) -> list[int]:
    return match.nodes if match else []


def _relation(name: str) -> str:
    known = {"subj": "subject", "obj": "object", "any": "neighbour", "deed": "clause", "poss": "owner", "iobj": "indirect object"}
    return known.get(name, f"complement with “{name}”")


def _opinion(replay: Replay, event: EventDraft, type: str) -> Iterator[Reason]:
    model = replay.model("event", event.trigger)
    if type in model:
        best = max(model, key=lambda label: model[label])
        other = "" if best == type else f", and rather {'no event' if best == 'none' else best} ({model[best]:.0%})"
        yield Reason("type", type, "model", f"the language model gives {type} {model[type]:.0%} here{other}")


def _together(replay: Replay, event: EventDraft, found: Found) -> Reason:
    """How the evidence adds up, and what weighs most."""
    weights, features = replay.scores.weights, features_of(replay.scene, found)
    weighed = {name: weights.get(name, 0.0) * value for name, value in features.items() if name != "bias"}
    strongest = sorted(weighed, key=lambda name: -abs(weighed[name]))
    for_it = [_evidence(name) for name in strongest if weighed[name] > _SLIGHT][:_SHOWN]
    against = [_evidence(name) for name in strongest if weighed[name] < -_SLIGHT][:_SHOWN]
    text = f"all evidence together: {event.confidence:.0%} sure that it is an event worth listing, {replay.scores.keep:.0%} are needed"
    text += f"; for it: {', '.join(for_it)}" if for_it else ""
    return Reason("type", found.event.type, "score", text + (f"; against it: {', '.join(against)}" if against else ""))


def _evidence(name: str) -> str:
    return FEATURES.get(name, f"its place in the sentence ({name.removeprefix('as_')})")


def mode_reasons(replay: Replay, event: EventDraft) -> Iterator[Reason]:
    """Which word told the mode."""
    if event.codes and replay.draft.knowledge.instead:
        return
    if event.mode is None:
        yield Reason("mode", "none", "none", "neither the trigger, nor a word beside it, nor the language model tells one")
        return
    for token in replay.mentions(event):
        found = _mode_at(replay, event, token)
        if found is not None:
            yield found
            return
    yield Reason("mode", event.mode, "rule", "taken from a word that is part of the trigger")


def _mode_at(replay: Replay, event: EventDraft, token: int) -> Reason | None:
    trigger, mode = replay.scene.draft.named_by.get(token), event.mode or ""
    if trigger is not None and trigger.mode == mode:
        return Reason("mode", mode, "trigger", f"“{trigger.phrase}” always is {mode}", replay.span(token, token + 1))
    modes, match = replay.draft.knowledge.triggers.modes, replay.match(token)
    near = beside(replay.analysis, match.nodes if match else [token])
    telling = next((i for i in near if modes.get((replay.scene.lemma(i), event.type)) == mode), None)
    if telling is not None:
        return Reason(
            "mode", mode, "rule", f"the word “{replay.word(telling)}” beside the trigger tells it (modes.tsv)", replay.span(telling, telling + 1)
        )
    model = replay.model("mode", token)
    if model and max(model, key=lambda label: model[label]) == mode:
        return Reason("mode", mode, "model", f"no word tells it; the language model gives it {model[mode]:.0%} at “{replay.word(token)}”")
    return None
