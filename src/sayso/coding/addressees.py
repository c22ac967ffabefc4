"""Whom a statement is said to: "told X", "called on X to", "demanded that X leave"."""

from __future__ import annotations

from sayso.coding.actors import mention_for
from sayso.coding.draft import Draft, Mention
from sayso.knowledge.cues import Cue
from sayso.language.analysis import Analysis, Tokens

_TELLING = frozenset({
    "advise", "alert", "ask", "assign", "assure", "beg", "beseech", "brief", "call", "caution", "challenge", "command", "congratulate", "convince",
    "dare", "direct", "encourage", "exhort", "forbid", "implore", "inform", "instruct", "invite", "lobby", "notify", "order", "persuade", "press",
    "pressure", "promise", "push", "reassure", "remind", "request", "task", "tell", "thank", "threaten", "urge", "warn",
})  # fmt: skip
"""Verbs whose object is whom they are said to."""
_SPEAKING = frozenset({"say", "speak", "write", "plead", "complain", "explain", "appeal", "announce", "talk", "reply", "respond", "suggest", "propose", "offer", "pledge", "vow"})  # fmt: skip
_OF_SOMEBODY = frozenset({"accuse", "criticise"})
"""Acts whose verbs take whom they are about as object, not whom they are said to."""
_OCCASIONS = frozenset({"conference", "briefing", "event", "meeting", "ceremony", "hearing", "rally", "forum", "summit"})
_TO = frozenset({"to", "with"})
_ON = frozenset({"on", "upon", "to"})
_CLAUSES = ("xcomp", "ccomp", "advcl")
_WHAT = frozenset({"nsubj", "nsubj:pass"})


def addressee_of(draft: Draft, at: int, entry: Cue | None, act: str, speaker: Mention | None, content: list[Tokens]) -> Mention | None:
    """The mention of whom a statement with its cue at token `at` is said to; of a request also of whom something is asked."""
    analysis = draft.analysis
    for token in _told(analysis, at, act):
        mention = draft.heads.get(token)
        if mention is None and _is_person(analysis, at, token):
            mention = mention_for(draft, token)
        if mention is not None and (speaker is None or mention.actor is not speaker.actor):
            return mention
    asks = (entry is not None and entry.act == "request") or analysis.tokens[at].lemma.lower() in _TELLING
    return _asked(draft, at, speaker, content) if asks else None


def _told(analysis: Analysis, at: int, act: str) -> list[int]:
    """Heads of the phrases that say whom a cue is said to."""
    lemma = analysis.tokens[at].lemma.lower()
    found = analysis.dependents(at, "iobj") if act not in _OF_SOMEBODY else []
    if not found and lemma in _TELLING:
        found = analysis.dependents(at, "obj") or [c for c in analysis.children[at] if analysis.tokens[c].relation == "nsubj:pass"]
    cases = (_TO if lemma in _SPEAKING else frozenset()) | (_ON if act == "request" else frozenset())
    if not found and cases:
        beside = {analysis.tokens[c].text.lower() for c in analysis.dependents(at, "compound")}
        found = [
            c
            for c in analysis.dependents(at, "obl", "nmod")
            if cases & (beside | {analysis.tokens[k].text.lower() for k in analysis.dependents(c, "case")})
        ]
    return found


def _is_person(analysis: Analysis, at: int, token: int) -> bool:
    """Whether a noun that names no known actor is whom somebody told or asked to do something: "told residents to leave"."""
    noun = analysis.tokens[token]
    direct = noun.relation in ("obj", "iobj") and noun.upos in ("NOUN", "PROPN") and noun.lemma.lower() not in _OCCASIONS
    return direct and bool(analysis.tokens[at].lemma.lower() == "tell" or analysis.dependents(at, *_CLAUSES))


def _asked(draft: Draft, at: int, speaker: Mention | None, content: list[Tokens]) -> Mention | None:
    """Who shall do what is asked: the subject of the clause that hangs on the cue; of "warned" and the like that of an infinitive."""
    analysis = draft.analysis
    telling = analysis.tokens[at].lemma.lower() in _TELLING
    for clause in analysis.dependents(at, "ccomp", "xcomp"):
        infinitive = any(analysis.tokens[c].text.lower() == "to" for c in analysis.dependents(clause, "mark"))
        for child in analysis.children[clause] if infinitive or not telling else ():
            mention = draft.heads.get(child) if analysis.tokens[child].relation in _WHAT else None
            inside = any(first <= child < last for first, last in content)
            if mention is not None and inside and (speaker is None or mention.actor is not speaker.actor):
                return mention
    return None
