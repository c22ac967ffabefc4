"""What speaks for and against a mention being an event worth listing: features for `event_scores.toml`."""

from __future__ import annotations

from sayso.coding.arguments import Found
from sayso.coding.draft import EventDraft
from sayso.coding.scene import Scene
from sayso.knowledge.event_scores import log_odds
from sayso.language.analysis import Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "its", "their", "his", "her"})
_VAGUE = frozenset({"any", "every", "no", "each", "some", "all"})
_MODALS = frozenset({"can", "could", "may", "might", "must", "should", "would", "will"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_NOT = frozenset({"not", "never", "n't"})
_UNDER = frozenset(
    {"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "parataxis", "obj", "nsubj", "nsubj:pass", "obl", "nmod",
     "root", "compound", "amod"}
)  # fmt: skip


def features_of(scene: Scene, found: Found) -> dict[str, float]:
    """Named numbers that `EventScores.probability` weighs."""
    analysis, token = scene.analysis, scene.analysis.tokens[found.event.trigger]
    beside = [analysis.tokens[i] for i in analysis.children[token.index]]
    features = {
        "bias": 1.0,
        "prior": log_odds(found.prior) if found.prior is not None else 0.0,
        "no_frame": float(found.prior is None),
        "model": log_odds(found.model) if found.model is not None else 0.0,
        "no_model": float(found.model is None),
        "noun": float(found.noun),
        **_roles(found.event),
        "phrase": float(len(found.nodes) > 1),
        "early": 1.0 / (1 + token.sentence),
        "late": token.sentence / max(1, len(analysis.sentences)),
        "past": float(token.feats.get("Tense") == "Past"),
        "time": float(token.sentence in scene.dated),
        "number": float("nummod" in [word.relation for word in beside]),
    }
    if found.noun:
        features.update(_determined(token, beside))
    features.update(_mood(beside))
    relation = token.relation if token.relation in _UNDER else "other"
    features[f"as_{relation}"] = 1.0
    return features


def _roles(event: EventDraft) -> dict[str, float]:
    return {
        "actor": float(bool(event.actors)),
        "recipient": float(bool(event.recipients)),
        "both": float(bool(event.actors and event.recipients)),
        "named": float("name" in [role.mention.kind for role in event.actors + event.recipients]),
        "deed": float(bool(event.about)),
    }


def _determined(noun: Token, beside: list[Token]) -> dict[str, float]:
    words = {word.lemma.lower() for word in beside if word.relation in ("det", "nmod:poss")}
    plural = noun.feats.get("Number") == "Plur"
    return {
        "definite": float(not words.isdisjoint(_DEFINITE)),
        "indefinite": float("a" in words or "an" in words),
        "vague": float(not words.isdisjoint(_VAGUE)),
        "bare_plural": float(plural and not words),
        "bare": float(not plural and not words),
    }


def _mood(beside: list[Token]) -> dict[str, float]:
    words = {word.lemma.lower() for word in beside}
    return {
        "modal": float(not words.isdisjoint(_MODALS)),
        "condition": float(not words.isdisjoint(_CONDITIONS)),
        "not": float(not words.isdisjoint(_NOT)),
        "infinitive": float("to" in words),
    }


def with_roles(features: dict[str, float], event: EventDraft) -> dict[str, float]:
    """The same features with the roles as they are filled by now."""
    return features | _roles(event)


def at_best(features: dict[str, float]) -> dict[str, float]:
    """The same features if the roles, not yet looked for, were all filled by names: what a mention can come to."""
    return {**features, "actor": 1.0, "recipient": 1.0, "both": 1.0, "named": 1.0, "deed": 1.0}
