"""What speaks for two mentions being one event: features that `event_scores.toml` weighs under [merging]."""

from __future__ import annotations

import math
from collections.abc import Set

from sayso.coding.answers import is_answered
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

_ROOT = 4
"""Letters that two words of one root share at the least."""
_LEAD = 2
"""Sentences at the beginning of an article, which tell what it is about."""


class Told:
    """What one mention tells, as others are compared with it: gathered once for all of them, and before any are merged."""

    def __init__(self, analysis: Analysis, event: EventDraft) -> None:
        token = analysis.tokens[event.trigger]
        self.event, self.token, self.lemma = event, token, token.lemma.lower()
        self.nominal = token.upos in ("NOUN", "PROPN")
        self.modes = {event.mode} - {None}
        self.actors, self.recipients = _actors(event.actors), _actors(event.recipients)
        self.countries = {role.mention.actor.country for role in event.actors + event.recipients} - {None}
        self.start = event.start if event.dated >= _SURE else None
        """When it surely began."""
        self.places = {id(mention.place) for mention in event.places} if event.sited >= _SURE else set()
        """Where it surely took place."""
        self.tolls = {(toll.kind, toll.min, toll.max) for toll in event.tolls}
        self.wording = _wording(analysis, token) if self.nominal else {}
        news = self.wording.get("new") or event.actors or event.recipients or self.start or self.places or event.tolls
        self.refers_back = bool(self.wording.get("definite")) and not news
        """Whether it adds nothing to what it goes back to: "the attack", whatever else is known of that."""
        self.answered = token.sentence if is_answered(analysis, token.index) else None
        """The sentence in which another deed is told as the answer to it."""
        self.rarity = analysis.rarity
        self.sentence, self.beside = analysis.content_words[token.sentence], _beside(analysis, token.index)
        """The content words of its sentence, and those right beside it."""
        self.sentence_weight, self.beside_weight = self.weight(self.sentence), self.weight(self.beside)

    def weight(self, words: Set[str]) -> float:
        """How much some content words of the article tell; summed so that the order of a set does not matter."""
        rarity = self.rarity
        return math.fsum([rarity[word] for word in words])


def pair_features(first: Told, second: Told) -> dict[str, float]:
    """Named numbers about an earlier and a later mention of the same type."""
    one, two = first.token, second.token
    distance = abs(two.sentence - one.sentence)
    features = {
        "bias": 1.0,
        "same_word": float(akin(first.lemma, second.lemma)),
        "same_sentence": float(distance == 0),
        "next_sentence": float(distance == 1),
        "distance": math.log1p(distance),
        "both_nouns": float(first.nominal and second.nominal),
        "both_verbs": float(not first.nominal and not second.nominal),
        "same_reality": float(first.event.reality == second.event.reality),
        "broad": float(second.lemma in _BROAD),
        "first_in_lead": float(one.sentence < _LEAD),
        "second_in_lead": float(two.sentence < _LEAD),
        "linked": float(second.event in first.event.about or first.event in second.event.about),
        f"type_{first.event.type}": 1.0,
    }
    features.update(_alike("mode", first.modes, second.modes))
    features.update(_alike("actor", first.actors, second.actors))
    features.update(_alike("recipient", first.recipients, second.recipients))
    features.update(_alike("country", first.countries, second.countries))
    features.update(_alike("place", first.places, second.places))
    features.update(_alike("toll", first.tolls, second.tolls))
    features["crossed"] = float(not (first.actors.isdisjoint(second.recipients) and first.recipients.isdisjoint(second.actors)))
    features.update(_dates(first.start, second.start))
    features.update(_told_alike(first, second))
    features.update(second.wording)
    features.update(_together(features, second))
    if first.nominal and second.nominal:
        features["number_clash"] = float(one.feats.get("Number") != two.feats.get("Number"))
    features["unreal_clash"] = float(_unreal_clash(first.event, second.event))
    if distance == 0:
        features.update(_within_sentence(features, one, two))
    if second.refers_back:
        back = {f"back_{name}": features[name] for name in _BACK} | {"back": 1.0}
        return {name: value for name, value in features.items() if not name.endswith("_one")} | back
    return features


def akin(one: str, other: str) -> bool:
    """Whether two words tell of a deed by one root: `execute` and `execution`, `withdraw` and `withdrawal`."""
    shortest = min(len(one), len(other))
    root = max(_ROOT, shortest - 2)
    return one == other or (root <= shortest and one[:root] == other[:root])


def _told_alike(first: Told, second: Told) -> dict[str, float]:
    """How much of what stands with the one, in its sentence and right beside it, stands with the other too; rare words count for more."""
    shared, beside = 0.0, first.beside & second.beside
    if first.token.sentence != second.token.sentence:
        words = (first.sentence & second.sentence) - {first.lemma, second.lemma}
        shared = _share(first.weight(words), first.sentence_weight, second.sentence_weight, least=0.0)
    return {
        "told_alike": shared,
        "beside_alike": _share(first.weight(beside), first.beside_weight, second.beside_weight, least=3.0),
        "beside_apart": float(bool(first.beside and second.beside) and not beside),
    }


def _share(shared: float, ours: float, theirs: float, *, least: float) -> float:
    """The weight of the shared words over that of the shorter list, taken to weigh at least so much."""
    return shared / (max(least, min(ours, theirs)) + 1e-6)


def _beside(analysis: Analysis, token: int) -> Set[str]:
    """The lemmas of the content words one or two steps below a token."""
    children, tokens = analysis.children, analysis.tokens
    below = [*children[token], *(grand for child in children[token] for grand in children[child])]
    return frozenset([tokens[i].lemma.lower() for i in below]) & analysis.rarity.keys()


def are_apart(first: Told, second: Told) -> bool:
    """Whether two mentions tell of two deeds, whatever else they share.

    Different words do, where one deed answers the other ("strikes in retaliation for a bombing"), and where those who act are known,
    none is on the other's side, and one deed took place and the other is only spoken of.
    """
    if akin(first.lemma, second.lemma):
        return False
    return second.answered == first.token.sentence or (_unreal_clash(first.event, second.event) and _strangers(first, second))


def _strangers(first: Told, second: Told) -> bool:
    """Whether two mentions name somebody each who acts, and nobody of one country or name in both."""
    if not first.actors or not second.actors:
        return False
    ours, theirs = ({role.mention.actor.country for role in told.event.actors} for told in (first, second))
    return first.actors.isdisjoint(second.actors) and ours.isdisjoint(theirs)


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


def _together(features: dict[str, float], second: Told) -> dict[str, float]:
    """Features that mean more together: the same word again, with an article or with nothing new to tell."""
    same, poor = features["same_word"], float(not (second.actors or second.recipients or second.start))
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


def _alike(name: str, ours: Set[object], theirs: Set[object]) -> dict[str, float]:
    if not ours or not theirs:
        return {f"{name}_one": float(bool(ours or theirs))}
    if ours == theirs:
        return {f"{name}_equal": 1.0}
    return {f"{name}_shared": 1.0} if ours & theirs else {f"{name}_clash": 1.0}


def _actors(roles: list[Role]) -> set[int]:
    return {id(role.mention.actor) for role in roles}


def _dates(one: str | None, two: str | None) -> dict[str, float]:
    if not one or not two:
        return {"date_one": float(bool(one or two))}
    shorter, longer = sorted((one, two), key=len)
    return {"date_same": 1.0} if longer.startswith(shorter) else {"date_clash": 1.0}


def _wording(analysis: Analysis, noun: Token) -> dict[str, float]:
    """A definite noun goes back to something told; an indefinite one brings something new."""
    modifiers = [analysis.tokens[i] for i in analysis.children[noun.index]]
    words = {modifier.lemma.lower() for modifier in modifiers if modifier.relation in ("det", "nmod:poss", "amod")}
    return {
        "definite": float(not words.isdisjoint(_DEFINITE)),
        "new": float(not words.isdisjoint(_NEW)),
        "bare": float(not words),
        "plural": float(noun.feats.get("Number") == "Plur"),
    }
