"""What speaks for two mentions being one event: features that `event_scores.toml` weighs under [merging]."""

from __future__ import annotations

import math
from collections.abc import Set

from sayso.coding.draft import EventDraft, Role
from sayso.language.analysis import Analysis, Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "its", "their", "his", "her"})
_NEW = frozenset({"a", "an", "another", "new", "second", "third", "further", "other", "more"})
_BROAD = frozenset(
    {"attack", "violence", "fighting", "assault", "incident", "killing", "strike", "operation", "campaign", "offensive", "meeting", "talk",
     "visit", "agreement", "deal", "protest", "demonstration", "arrest", "investigation", "case"}
)  # fmt: skip
_RELATIVE = frozenset({"which", "that"})
_SURE = 0.5
"""Probability from which the date or place of a mention tells it from others: what is only guessed from around makes them alike."""

_REAL = frozenset({"happened", "ongoing"})
_BACK = ("distance", "next_sentence", "same_sentence", "same_word", "first_in_lead")
"""What counts differently for a mention that only refers back: "the attack" is mostly the last one told."""

_LEAD = 2
"""Sentences at the beginning of an article, which tell what it is about."""


def pair_features(analysis: Analysis, first: EventDraft, second: EventDraft) -> dict[str, float]:
    """Named numbers about an earlier and a later mention of the same type."""
    one, two = analysis.tokens[first.trigger], analysis.tokens[second.trigger]
    distance = abs(two.sentence - one.sentence)
    features = {
        "bias": 1.0,
        "same_word": float(one.lemma.lower() == two.lemma.lower()),
        "same_sentence": float(distance == 0),
        "next_sentence": float(distance == 1),
        "distance": math.log1p(distance),
        "both_nouns": float(_nominal(analysis, first) and _nominal(analysis, second)),
        "both_verbs": float(not _nominal(analysis, first) and not _nominal(analysis, second)),
        "same_reality": float(first.reality == second.reality),
        "broad": float(two.lemma.lower() in _BROAD),
        "first_in_lead": float(one.sentence < _LEAD),
        "second_in_lead": float(two.sentence < _LEAD),
        "linked": float(second in first.about or first in second.about),
        f"type_{first.type}": 1.0,
    }
    features.update(_alike("mode", {first.mode} - {None}, {second.mode} - {None}))
    features.update(_alike("actor", _actors(first.actors), _actors(second.actors)))
    features.update(_alike("recipient", _actors(first.recipients), _actors(second.recipients)))
    features.update(_alike("country", _countries(first), _countries(second)))
    features.update(_alike("place", _places(first), _places(second)))
    features.update(_alike("toll", {(t.kind, t.min, t.max) for t in first.tolls}, {(t.kind, t.min, t.max) for t in second.tolls}))
    features.update(_crossed(first, second))
    features.update(_dates(first, second))
    features.update(_told_alike(analysis, one, two))
    features.update(_wording(analysis, second))
    features.update(_together(features, second))
    features.update(_number(analysis, first, second))
    features["unreal_clash"] = float(_unreal_clash(first, second))
    if distance == 0:
        features.update(_within_sentence(features, one, two))
    if refers_back(analysis, second):
        back = {f"back_{name}": features[name] for name in _BACK} | {"back": 1.0}
        return {name: value for name, value in features.items() if not name.endswith("_one")} | back
    return features


def _told_alike(analysis: Analysis, one: Token, two: Token) -> dict[str, float]:
    """How much of what stands with the one, in its sentence and right beside it, stands with the other too; rare words count for more."""
    triggers = {one.lemma.lower(), two.lemma.lower()}
    beside = _beside(analysis, one.index), _beside(analysis, two.index)
    sentences = analysis.content_words[one.sentence], analysis.content_words[two.sentence]
    return {
        "told_alike": _overlap(analysis, *sentences, triggers, least=0.0) if one.sentence != two.sentence else 0.0,
        "beside_alike": _overlap(analysis, *beside, set(), least=3.0),
        "beside_apart": float(bool(beside[0] and beside[1]) and not beside[0] & beside[1]),
    }


def _overlap(analysis: Analysis, ours: Set[str], theirs: Set[str], but: Set[str], *, least: float) -> float:
    """The weight of the shared words over that of the shorter list, taken to weigh at least so much."""
    shared, *lists = (sum(analysis.rarity[word] for word in words) for words in ((ours & theirs) - but, ours, theirs))
    return shared / (max(least, min(lists)) + 1e-6)


def _beside(analysis: Analysis, token: int) -> frozenset[str]:
    """The lemmas of the content words one or two steps below a token."""
    children = analysis.children[token]
    below = [*children, *(grand for child in children for grand in analysis.children[child])]
    return frozenset(analysis.tokens[i].lemma.lower() for i in below) & analysis.rarity.keys()


def refers_back(analysis: Analysis, event: EventDraft) -> bool:
    """Whether a mention adds nothing to what it goes back to: "the attack", whatever else is known of that."""
    wording = _wording(analysis, event)
    return bool(wording.get("definite")) and not (
        wording["new"] or event.actors or event.recipients or _start(event) or _places(event) or event.tolls
    )


def are_apart(analysis: Analysis, first: EventDraft, second: EventDraft) -> bool:
    """Whether two mentions tell of two deeds, whatever else they share.

    Different words do, where those who act are known, none is on the other's side, and one deed took place and the other is only
    spoken of; so do two different nouns in one sentence that differ in mode or reality.
    """
    one, two = analysis.tokens[first.trigger], analysis.tokens[second.trigger]
    if one.lemma.lower() == two.lemma.lower():
        return False
    if _unreal_clash(first, second) and _strangers(first.actors, second.actors):
        return True
    if one.sentence != two.sentence or not (_nominal(analysis, first) and _nominal(analysis, second)):
        return False
    modes = {first.mode, second.mode} - {None}
    return len(modes) == 2 or first.reality != second.reality


def _strangers(ours: list[Role], theirs: list[Role]) -> bool:
    """Whether two lists name somebody each and nobody of one country or name in both."""
    if not ours or not theirs:
        return False
    countries = [{role.mention.actor.country for role in roles} for roles in (ours, theirs)]
    return not _actors(ours) & _actors(theirs) and not (countries[0] & countries[1])


def _unreal_clash(first: EventDraft, second: EventDraft) -> bool:
    return (first.reality in _REAL) is not (second.reality in _REAL)


def goes_on(analysis: Analysis, first: EventDraft, second: EventDraft) -> bool:
    """Whether a relative clause tells more of the deed it hangs on: "a bombing which killed six"."""
    two = analysis.tokens[second.trigger]
    if two.relation != "acl:relcl" or two.head != first.trigger:
        return False
    return any(analysis.tokens[i].lemma.lower() in _RELATIVE for i in analysis.dependents(two.index, "nsubj", "nsubj:pass"))


def _within_sentence(features: dict[str, float], one: Token, two: Token) -> dict[str, float]:
    """In one sentence a deed and its verb hang together ("the strikes killed"); two nouns are mostly two deeds."""
    attached = float(one.head == two.index or two.head == one.index)
    nouns = features["both_nouns"]
    return {
        "attached": attached,
        "attached_nouns": attached * nouns,
        "sentence_nouns": nouns,
        "sentence_same_word": features["same_word"],
        "sentence_mode_clash": features.get("mode_clash", 0.0),
    }


def _together(features: dict[str, float], second: EventDraft) -> dict[str, float]:
    """Features that mean more together: the same word again, with an article or with nothing new to tell."""
    same, poor = features["same_word"], float(not (second.actors or second.recipients or _start(second)))
    half_poor = float(not (second.actors and second.recipients))
    return {
        "poor": poor,
        "half_poor": half_poor,
        "same_word_definite": same * features.get("definite", 0.0),
        "same_word_poor": same * poor,
        "same_word_mode": same * features.get("mode_equal", 0.0),
        "same_word_far": same * features["distance"],
        "same_word_new": same * features.get("new", 0.0),
        "other_word_definite": (1 - same) * features.get("definite", 0.0),
        "other_word_sentence": (1 - same) * features["same_sentence"],
    }


def _number(analysis: Analysis, first: EventDraft, second: EventDraft) -> dict[str, float]:
    """Whether of two nouns one tells of several deeds and the other of a single one."""
    if not (_nominal(analysis, first) and _nominal(analysis, second)):
        return {}
    numbers = {analysis.tokens[event.trigger].feats.get("Number") for event in (first, second)}
    return {"number_clash": float(len(numbers) == 2)}


def _start(event: EventDraft) -> str | None:
    """When a mention surely began."""
    return event.start if event.dated >= _SURE else None


def _places(event: EventDraft) -> set[int]:
    """Where a mention surely took place."""
    return {id(mention.place) for mention in event.places} if event.sited >= _SURE else set()


def _nominal(analysis: Analysis, event: EventDraft) -> bool:
    return analysis.tokens[event.trigger].upos in ("NOUN", "PROPN")


def _alike(name: str, ours: Set[object], theirs: Set[object]) -> dict[str, float]:
    if not ours or not theirs:
        return {f"{name}_one": float(bool(ours or theirs))}
    if ours == theirs:
        return {f"{name}_equal": 1.0}
    return {f"{name}_shared": 1.0} if ours & theirs else {f"{name}_clash": 1.0}


def _actors(roles: list[Role]) -> Set[object]:
    return {id(role.mention.actor) for role in roles}


def _countries(event: EventDraft) -> set[str | None]:
    return {role.mention.actor.country for role in event.actors + event.recipients} - {None}


def _crossed(first: EventDraft, second: EventDraft) -> dict[str, float]:
    """Actors of the one that are recipients of the other."""
    crossed = _actors(first.actors) & _actors(second.recipients) or _actors(first.recipients) & _actors(second.actors)
    return {"crossed": float(bool(crossed))}


def _dates(first: EventDraft, second: EventDraft) -> dict[str, float]:
    one, two = _start(first), _start(second)
    if not one or not two:
        return {"date_one": float(bool(one or two))}
    shorter, longer = sorted((one, two), key=len)
    return {"date_same": 1.0} if longer.startswith(shorter) else {"date_clash": 1.0}


def _wording(analysis: Analysis, event: EventDraft) -> dict[str, float]:
    """A definite noun goes back to something told; an indefinite one brings something new."""
    token = analysis.tokens[event.trigger]
    if token.upos not in ("NOUN", "PROPN"):
        return {}
    modifiers = [analysis.tokens[i] for i in analysis.children[event.trigger] if analysis.tokens[i].relation in ("det", "nmod:poss", "amod")]
    words = {modifier.lemma.lower() for modifier in modifiers}
    plural = token.feats.get("Number") == "Plur"
    return {"definite": float(bool(words & _DEFINITE)), "new": float(bool(words & _NEW)), "bare": float(not words), "plural": float(plural)}
