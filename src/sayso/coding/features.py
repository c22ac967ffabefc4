"""What speaks for and against a mention being an event worth listing: features for `event_scores.toml`."""

from __future__ import annotations

from sayso.coding.arguments import Found
from sayso.coding.scene import Scene
from sayso.knowledge.event_scores import log_odds

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "its", "their", "his", "her"})
_VAGUE = frozenset({"any", "every", "no", "each", "some", "all"})
_MODALS = frozenset({"can", "could", "may", "might", "must", "should", "would", "will"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_UNDER = frozenset(
    {"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "parataxis", "obj", "nsubj", "nsubj:pass", "obl", "nmod",
     "root", "compound", "amod"}
)  # fmt: skip


def features_of(scene: Scene, found: Found) -> dict[str, float]:
    """Named numbers that `EventScores.probability` weighs."""
    event, token = found.event, scene.analysis.tokens[found.event.trigger]
    features = {
        "bias": 1.0,
        "prior": log_odds(found.prior) if found.prior is not None else 0.0,
        "no_frame": float(found.prior is None),
        "model": log_odds(found.model) if found.model is not None else 0.0,
        "no_model": float(found.model is None),
        "noun": float(found.noun),
        "actor": float(bool(event.actors)),
        "recipient": float(bool(event.recipients)),
        "both": float(bool(event.actors and event.recipients)),
        "named": float(any(role.mention.kind == "name" for role in event.actors + event.recipients)),
        "deed": float(bool(event.about)),
        "phrase": float(len(found.nodes) > 1),
        "early": 1.0 / (1 + token.sentence),
        "late": token.sentence / max(1, len(scene.analysis.sentences)),
        "past": float(token.feats.get("Tense") == "Past"),
        "time": float(token.sentence in scene.dated),
        "number": float(any(scene.analysis.tokens[i].relation == "nummod" for i in scene.analysis.children[token.index])),
    }
    features.update(_determined(scene, token.index, noun=found.noun))
    features.update(_mood(scene, token.index))
    relation = token.relation if token.relation in _UNDER else "other"
    features[f"as_{relation}"] = 1.0
    return features


def _determined(scene: Scene, token: int, *, noun: bool) -> dict[str, float]:
    if not noun:
        return {}
    words = {scene.lemma(i) for i in scene.analysis.children[token] if scene.analysis.tokens[i].relation in ("det", "nmod:poss")}
    plural = scene.analysis.tokens[token].feats.get("Number") == "Plur"
    return {
        "definite": float(bool(words & _DEFINITE)),
        "indefinite": float(bool(words & {"a", "an"})),
        "vague": float(bool(words & _VAGUE)),
        "bare_plural": float(plural and not words),
        "bare": float(not plural and not words),
    }


def _mood(scene: Scene, token: int) -> dict[str, float]:
    children = [scene.lemma(i) for i in scene.analysis.children[token]]
    return {
        "modal": float(any(word in _MODALS for word in children)),
        "condition": float(any(word in _CONDITIONS for word in children)),
        "not": float(any(word in ("not", "never", "n't") for word in children)),
        "infinitive": float("to" in children),
    }


def at_best(features: dict[str, float]) -> dict[str, float]:
    """The same features if the roles, not yet looked for, were all filled by names: what a mention can come to."""
    return {**features, "actor": 1.0, "recipient": 1.0, "both": 1.0, "named": 1.0, "deed": 1.0}
