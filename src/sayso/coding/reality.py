"""Whether a deed happened, goes on, is planned, threatened, requested, possible, was attempted or did not come about.

Walks from the trigger up through the words that govern it; the nearest cue decides. The model's own distribution is
weighed in where there is one.
"""

from __future__ import annotations

import math

from sayso.coding.draft import Draft, EventDraft
from sayso.coding.relations import is_passive
from sayso.knowledge.frames import Frames, load_frames
from sayso.knowledge.ontology import load_ontology
from sayso.knowledge.realities import load_realities
from sayso.language.analysis import Analysis, Token

_BY_ABOUT = {"THREATEN": "threatened", "REQUEST": "requested", "AGREE": "planned", "CONCEDE": "planned"}
_GOVERNED = frozenset({"xcomp", "ccomp", "acl", "obj", "nsubj:pass", "obl", "nmod", "nmod:poss"})
_NOT = frozenset({"not", "never", "n't", "n’t", "no", "neither", "nor"})
_IF = frozenset({"if", "unless", "whether", "lest"})
_COMES_ABOUT = frozenset({"happen", "occur", "take", "begin", "start", "resume", "continue", "proceed", "materialise", "materialize", "follow"})
_ANSWERED_FOR = frozenset({"responsibility", "credit", "blame"})
"""What is taken for a deed that is done: whoever must take it, the deed is told."""
_UP = 4
_RULE_SURE = 2.0
_RULE_DEFAULT = 1.2
_MODEL_WEIGHT = 0.3


def judge_reality(draft: Draft) -> None:
    """Set the reality of every event of the draft."""
    cues, frames = load_realities(), load_frames()
    about = {id(deed): event for event in draft.events for deed in event.about}
    for event in draft.events:
        ruled = _by_verbal_act(event, about.get(id(event))) or _by_words(draft.analysis, event, cues, frames)
        if ruled in (None, "possible") and _lies_ahead(draft, event):
            ruled = "planned"
        event.reality = _with_model(draft.analysis, event, ruled)


def _by_verbal_act(event: EventDraft, act: EventDraft | None) -> str | None:
    """What is threatened, requested or promised has its reality from the verbal act that is about it."""
    return _BY_ABOUT.get(act.type) if act is not None else None


def _lies_ahead(draft: Draft, event: EventDraft) -> bool:
    """Is the event dated after the article, and not told in the past tense?"""
    start, published = event.start, draft.article.published
    if not start or not published or start.startswith("-"):
        return False
    grain = min(len(start), len(published))
    return start[:grain] > published[:grain] and not _told_in_past(draft.analysis, event.trigger)


def _told_in_past(analysis: Analysis, token: int) -> bool:
    verbs = [analysis.tokens[i] for i in (token, *analysis.ancestors(token)) if analysis.tokens[i].upos in ("VERB", "AUX")]
    return bool(verbs) and verbs[0].feats.get("Tense") == "Past"


def _by_words(analysis: Analysis, event: EventDraft, cues: dict[tuple[str, str], str], frames: Frames) -> str | None:
    token = analysis.tokens[event.trigger]
    own = _own(analysis, token, cues) or cues.get((token.lemma.lower(), "trigger"))
    if own is not None:
        return own
    for _ in range(_UP):
        relation = token.relation.split(":")[0] if token.relation not in _GOVERNED else token.relation
        if token.head < 0 or (relation in ("parataxis", "advcl") and analysis.tokens[token.head].upos != "ADJ"):
            return None
        head = analysis.tokens[token.head]
        if relation == "nsubj":
            return _own(analysis, head, cues) if head.lemma.lower() in _COMES_ABOUT or head.lemma.lower() in frames.does else None
        found = _from_governor(analysis, token, head, cues, frames)
        if found is not None:
            return found
        if not _passes(token, head, frames):
            return None
        token = head
    return None


def _own(analysis: Analysis, token: Token, cues: dict[tuple[str, str], str]) -> str | None:
    """What the trigger's own dependents tell: auxiliaries, negation, conditions, modifiers, tense."""
    words = [(analysis.tokens[i].lemma.lower(), analysis.tokens[i].relation) for i in analysis.children[token.index]]
    negated = any(word in _NOT for word, relation in words if relation in ("advmod", "det", "cc", "aux"))
    if any(word in _IF for word, relation in words if relation == "mark"):
        return "possible"
    if token.upos not in ("VERB", "AUX"):
        found = next((cues[w, "modifier"] for w, r in words if r in ("amod", "advmod", "det", "compound") and (w, "modifier") in cues), None)
        return "negated" if negated else found
    modal = next((cues[w, "aux"] for w, r in words if r.startswith("aux") and (w, "aux") in cues), None)
    if (modal == "planned" or modal is None) and negated:
        return "negated"
    if modal == "possible" and _is_told_future(analysis, token, words):
        return "planned"
    if modal is not None:
        return modal
    progressive = token.text.lower().endswith("ing") and any(w == "be" for w, r in words if r == "aux")
    return "ongoing" if progressive and not is_passive(analysis, token.index) else None


def _is_told_future(analysis: Analysis, token: Token, words: list[tuple[str, str]]) -> bool:
    """ "Said it would withdraw": the future of somebody who spoke in the past, unless a condition hangs on it."""
    if all(word != "would" for word, _ in words) or token.relation.split(":")[0] not in ("ccomp", "conj", "acl"):
        return False
    conditions = [i for i in analysis.children[token.index] if analysis.tokens[i].relation == "advcl"]
    return not any(analysis.tokens[i].lemma.lower() in _IF for c in conditions for i in analysis.children[c])


def _from_governor(analysis: Analysis, token: Token, head: Token, cues: dict[tuple[str, str], str], frames: Frames) -> str | None:
    if token.relation.split(":")[0] not in ("xcomp", "ccomp", "acl", "obj", "obl", "nmod", "nsubj", "csubj", "conj", "advcl"):
        return None
    part = {"VERB": "verb", "ADJ": "adjective"}.get(head.upos, "noun")
    cue = cues.get((head.lemma.lower(), part)) if _may_govern(analysis, token, head) else None
    if cue is not None:
        below = _own(analysis, head, cues) if head.upos == "VERB" else None
        return "negated" if below == "negated" and cue not in ("negated", "attempted") else cue
    if head.upos == "VERB" and head.lemma.lower() in frames.does and token.relation in ("obj", "nsubj:pass", "obl", "xcomp"):
        return _own(analysis, head, cues)
    return None


def _may_govern(analysis: Analysis, token: Token, head: Token) -> bool:
    """A finite clause under a verb is told, not planned; under a noun only "of", "to" and "for" make a cue govern."""
    relation = token.relation.split(":")[0]
    children = [analysis.tokens[i] for i in analysis.children[token.index]]
    if relation == "conj" or token.relation == "acl:relcl":
        return False
    if relation in ("nmod", "obl"):
        fitting = ("of", "for", "to", "on", "from", "against", "about") if relation == "nmod" else ("of", "for", "to", "from", "against")
        return any(c.lemma.lower() in fitting for c in children if c.relation == "case")
    if relation == "ccomp":
        return any(c.lemma.lower() == "to" for c in children) or (head.upos == "VERB" and not any(c.lemma.lower() == "that" for c in children))
    return True


def _passes(token: Token, head: Token, frames: Frames) -> bool:
    """Does what governs the head govern the trigger too?"""
    relation = token.relation.split(":")[0]
    if head.lemma.lower() in _ANSWERED_FOR:
        return False
    if relation in ("xcomp", "conj", "compound", "amod"):
        return True
    return relation in ("obj", "nmod", "obl", "nsubj") and (head.lemma.lower() in frames.does or head.upos != "VERB")


def _with_model(analysis: Analysis, event: EventDraft, ruled: str | None) -> str:
    judged = analysis.judgements.get("reality")
    if judged is None:
        return ruled or "happened"
    scores = {label: math.log(max(p, 1e-4)) * _MODEL_WEIGHT for label, p in judged.of(event.trigger).items() if label in load_ontology().realities}
    favoured = ruled or "happened"
    scores[favoured] = scores.get(favoured, math.log(1e-4)) + (_RULE_SURE if ruled else _RULE_DEFAULT)
    return max(sorted(scores), key=scores.__getitem__)
