"""Events: which words name one, of what type and mode, who takes part, when and where.

Frames propose (`triggers.py`), the model judges, and `event_scores.toml` says how the two add up. What is probable enough
to be evidence goes on; `merge_events` has the last word on what is listed.
"""

from __future__ import annotations

from sayso.coding.arguments import Found, fill_roles
from sayso.coding.deeds import link_deeds
from sayso.coding.draft import Draft, EventDraft
from sayso.coding.features import at_best, features_of, with_roles
from sayso.coding.hosts import host
from sayso.coding.mentions import noun_at
from sayso.coding.scene import Scene
from sayso.coding.setting import set_in_place, set_in_time
from sayso.coding.sides import listed_beside, people_hit, settle_victims
from sayso.coding.triggers import Match, matches_at
from sayso.knowledge.event_scores import EventScores, load_event_scores, log_odds
from sayso.knowledge.triggers import NO_EVENT, Triggers
from sayso.language.analysis import Analysis, Judgement, Tokens

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "AUX"})
_ASKING = frozenset({"REQUEST", "REJECT"})
_CONTENT_REACH = 8
"""Words after a trigger of asking that may tell its mode."""
_USUAL = {"REQUEST": "change"}
"""The mode of what is neither help, nor yielding, nor a meeting: to ask for anything else is to ask for another policy."""
_SURE_OF_MODE = 0.75
_PEOPLE = 0.5
"""Below this prior and probability a word for people is taken for them and not for an event."""
_MODEL_ALONE = 0.25
"""Probability from which the model may propose an event that no frame knows."""
_ALONE = 1.0
_AGAINST_FRAMES = 2.5
"""Log-odds that a type loses which only the model knows, where no frame or some of another type hold at the word."""


def find_events(draft: Draft) -> None:
    """Fill `draft.events` with every mention that may be an event, in the order of the text."""
    scene, scores = Scene(draft), load_event_scores()
    founds = gather(scene, scores)
    for found in founds:
        _judge(found, scores)
    kept = [found.event for found in founds if found.event.confidence >= scores.weak]
    for event in kept:
        event.about = [deed for deed in event.about if deed in kept]
    set_in_time(draft, kept)
    set_in_place(draft, kept, scene.arguments)
    for event in kept:
        settle_victims(event)
    draft.events = kept


def gather(scene: Scene, scores: EventScores) -> list[Found]:
    """All proposals of an article with their roles and deeds, not yet judged."""
    founds = [found for found in _absorb(scene, propose(scene)) if _has_a_chance(scene, found, scores)]
    scene.deeds = {found.event.trigger for found in founds if found.noun and not _names_people(scene, found)}
    for found in founds:
        fill_roles(scene, found, scene.arguments.get(found.event.trigger, []), scores)
    link_deeds(scene, founds)
    for found in founds:
        received = host(scene, found)
        found.event.recipients.extend([received] if received is not None else [])
        people = people_hit(scene.draft, found.event, found.relations)
        found.event.recipients.extend([people] if people is not None else listed_beside(scene.draft, found.event))
    return founds


def _names_people(scene: Scene, found: Found) -> bool:
    """Whether a noun that may name an event rather names those who are somebody: a delegation, a bomber, the opposition."""
    known = noun_at(scene.analysis, found.event.trigger, scene.draft.knowledge.actors)
    return known is not None and (found.prior is None or (found.prior if found.model is None else found.model) < _PEOPLE)


def propose(scene: Scene) -> list[Found]:
    """One proposal per word that a frame or the model takes for an event."""
    triggers, judged = scene.draft.knowledge.triggers, scene.analysis.judgements.get("event")
    likely = _likely(judged)
    bodies = {at: (e.first, e.last) for e in scene.analysis.entities if e.label == "Organization" for at in range(e.first, e.last)}
    found = []
    for token in scene.analysis.tokens:
        if (token.upos in _CONTENT or token.index in likely) and token.index not in scene.calendar:
            held = matches_at(scene, token.index, triggers)
            if not held and token.index not in likely:
                continue
            matches = [match for match in held if match.trigger.type != NO_EVENT]
            if matches or not held:
                found.append(_proposal(scene, token.index, matches, judged, triggers))
    return [proposal for proposal in found if proposal is not None and not _is_in_name(proposal.event, bodies.get(proposal.event.trigger))]


def _is_in_name(event: EventDraft, body: Tokens | None) -> bool:
    """Whether a trigger stands within an organization's name, as in "National Liberation Front"; at its end it may name a meeting."""
    first, last = event.triggers
    return body is not None and body[0] < first and last < body[1]


def _likely(judged: Judgement | None) -> set[int]:
    """Words that the model alone may propose as events."""
    if judged is None or not judged.scores.size:
        return set()
    types = [place for place, label in enumerate(judged.labels) if label != "none"]
    return set(map(int, (judged.scores[:, types].max(axis=1) >= _MODEL_ALONE).nonzero()[0]))


def _proposal(scene: Scene, token: int, matches: list[Match], judged: Judgement | None, triggers: Triggers) -> Found | None:
    model = judged.of(token) if judged is not None else {}
    best: tuple[float, str, Match | None] | None = None
    for match in matches:
        rank = log_odds(match.trigger.prior) + (log_odds(model[match.trigger.type]) if match.trigger.type in model else 0.0)
        if best is None or rank > best[0]:
            best = rank, match.trigger.type, match
    for type, probability in model.items():
        if type != "none" and probability >= _MODEL_ALONE and all(m.trigger.type != type for m in matches):
            rank = log_odds(probability) - (_AGAINST_FRAMES if matches else _ALONE)
            if best is None or rank > best[0]:
                best = rank, type, None
    return _found(scene, token, best[1], best[2], model, triggers) if best is not None else None


def _found(scene: Scene, token: int, type: str, match: Match | None, model: dict[str, float], triggers: Triggers) -> Found:
    noun = scene.analysis.tokens[token].upos in ("NOUN", "PROPN")
    frame = match.trigger.frame if match else scene.frames.default(type, noun=noun)
    nodes = match.nodes if match else [token]
    extent = (match.first, match.last) if match else (token, token + 1)
    event = EventDraft(type, None, token, extent, evidence=[scene.analysis.tokens[token].sentence], source="frame" if match else "model")
    event.why.append(f"frame {match.trigger.phrase!r} {match.trigger.prior:.2f}" if match else "model alone")
    event.mode = _mode(scene, event, match, nodes, triggers)
    if match:
        scene.draft.named_by[token] = match.trigger
    prior = match.trigger.prior if match else None
    # The model judges the verb that a modal stands with, not the modal.
    judged = model and not (match and match.trigger.pos == "modal")
    return Found(event, frame, nodes, noun, prior, model.get(type) if judged else None)


def _mode(scene: Scene, event: EventDraft, match: Match | None, nodes: list[int], triggers: Triggers) -> str | None:
    """The mode of the trigger itself, else of a word beside it or in what is asked, else the one the model is sure of."""
    if match is not None and match.trigger.mode is not None:
        return match.trigger.mode
    for token in [*beside(scene.analysis, nodes), *_asked(scene.analysis, event)]:
        mode = triggers.modes.get((scene.lemma(token), event.type))
        if mode is not None:
            return mode
    judged = scene.analysis.judgements.get("mode")
    best, chance = judged.best(event.trigger) if judged is not None else ("none", 0.0)
    usual = _USUAL.get(event.type)
    if usual is not None and chance < _SURE_OF_MODE:
        return usual
    return best if best in scene.draft.knowledge.ontology.types[event.type].modes else usual


def _asked(analysis: Analysis, event: EventDraft) -> range:
    """The words right after a trigger of asking or refusing, where the deed is told."""
    last = analysis.sentences[analysis.tokens[event.trigger].sentence].last
    return range(event.triggers[1], min(event.triggers[1] + _CONTENT_REACH, last) if event.type in _ASKING else event.triggers[1])


def beside(analysis: Analysis, nodes: list[int]) -> list[int]:
    """The words that hang on a trigger's, and those that hang on them: where a mode is told."""
    children = analysis.children
    return [i for node in nodes for child in children[node] for i in (child, *children[child])]


def _absorb(scene: Scene, founds: list[Found]) -> list[Found]:
    """Drop proposals that are part of another: the bomb of a bomb attack, the attack of "launched an attack"."""
    owners = {node: found for found in founds for node in found.nodes[1:]}
    by_token = {found.event.trigger: found for found in founds}
    kept = []
    for found in founds:
        token = scene.analysis.tokens[found.event.trigger]
        owner = owners.get(token.index)
        if owner is None and token.relation in ("compound", "amod", "nmod:desc") and token.head in by_token:
            owner = by_token[token.head]
        if owner is None or owner is found:
            kept.append(found)
        elif owner.event.mode is None and owner.event.type == found.event.type:
            owner.event.mode = found.event.mode
    return kept


def _has_a_chance(scene: Scene, found: Found, scores: EventScores) -> bool:
    """Could the mention still be evidence, whoever takes part? Most words that may name events need no closer look."""
    found.features = features_of(scene, found)
    return scores.probability(found.event.type, at_best(found.features)) >= scores.weak


def _judge(found: Found, scores: EventScores) -> None:
    found.event.confidence = scores.probability(found.event.type, with_roles(found.features, found.event))
    found.event.why.append(f"probability {found.event.confidence:.2f}")
