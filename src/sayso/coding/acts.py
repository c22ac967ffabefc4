"""What a statement does: the cue says it ("denied"), or its content ("We will never accept this"), or the model's view of both.

Each is evidence for the eleven acts of the codebook; `act_scores.tsv` says how it adds up.
"""

from __future__ import annotations

import math
from collections.abc import Container

from sayso.coding.draft import Draft, Mention
from sayso.coding.sides import same_side
from sayso.knowledge.acts import load_act_marks, load_act_scores
from sayso.knowledge.cues import ACTS, Cue
from sayso.language.analysis import Analysis, Token, Tokens

_LEAST = 1e-4
_SEEN = 0.1
"""Chance of an event from which it is evidence."""
_READ = 60
"""Words of a content that are read for its act."""
_FUTURE = frozenset({"will", "would", "shall", "wo", "'ll", "’ll", "gonna"})
_DUTY = frozenset({"must", "should", "ought", "shall"})
_MAYBE = frozenset({"may", "might", "could"})
_PAST = frozenset({"was", "were", "had", "have", "has", "'ve", "’ve", "'d", "got"})
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither"})
_NONE = frozenset({"nothing", "nobody", "none"})
_FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my"})
_TOLD_BY_CLAUSE = ("harm", "threaten", "promise")
"""Words that mean one thing of what the speaker will do and another of what somebody else has done."""
_YOU = frozenset({"you", "your"})


def act_of(draft: Draft, at: int | None, entry: Cue | None, content: list[Tokens], form: str, speaker: Mention | None) -> str:
    """The likeliest of the eleven acts for a content and its cue at token `at`, if it has one."""
    scores = load_act_scores()
    judged = draft.analysis.judgements.get("act")
    found = evidence(draft, at, entry, content, form, speaker)
    totals = scores.totals(found)
    if scores.model and at is not None and judged is not None:
        model = judged.of(at)
        totals = [total + scores.model * math.log(max(model.get(act, 0.0), _LEAST)) for act, total in zip(ACTS, totals, strict=True)]
    return ACTS[totals.index(max(totals))]


def evidence(draft: Draft, at: int | None, entry: Cue | None, content: list[Tokens], form: str, speaker: Mention | None) -> dict[str, float]:
    """Named numbers that speak for or against the acts, all that is known but the model's view."""
    analysis = draft.analysis
    words = [i for first, last in content for i in range(first, last)][:_READ]
    found = {"bias": 1.0, f"form_{form}": 1.0} | _cue(analysis, at, entry) | _events(analysis, at, words)
    found |= dict.fromkeys((f"by_{sector}" for sector in speaker.actor.sector), 1.0) if speaker is not None else {"by_nobody": 1.0}
    marks = _marks(draft, words)
    found |= dict.fromkeys(marks, 1.0) | {f"twice_{name}": 1.0 for name, places in marks.items() if len(places) > 1}
    inside, clauses = set(words), _clauses(analysis, words)
    told = {token.index: _clause(draft, token, speaker) for token in clauses}
    found |= {name: 1.0 for names in told.values() for name in names}
    found |= {f"main_{name}": 1.0 for token in clauses if token.head not in inside for name in told[token.index]}
    for mark in _TOLD_BY_CLAUSE:
        around = {_clause_of(analysis, place, told) for place in marks.get(f"mark_{mark}", ())}
        found |= {f"{name}_{mark}": 1.0 for clause in around for name in told.get(clause, ())}
    if words and "?" in draft.lows[words[0] : words[-1] + 2]:
        found["question"] = 1.0
    if not found.keys().isdisjoint(("mark_deny", "mark_refuse")) and entry is not None and entry.act == "say":
        found["plain_no"] = 1.0
    return found


def _clause_of(analysis: Analysis, token: int, heads: Container[int]) -> int:
    """The head of the clause that a token stands in; -1 if it is none of these."""
    return next((at for at in (token, *analysis.ancestors(token)) if at in heads), -1)


def _cue(analysis: Analysis, at: int | None, entry: Cue | None) -> dict[str, float]:
    """The cue, what the lexicon has it for, and whether it is a noun."""
    if at is None:
        return {"cue_none": 1.0}
    token, kind = analysis.tokens[at], entry.act if entry else "unknown"
    found = {f"cue_{kind}": 1.0, f"word_{token.lemma.lower()}": 1.0}
    return found | {"noun": 1.0, f"noun_{kind}": 1.0} if token.upos in ("NOUN", "PROPN") else found


def _events(analysis: Analysis, at: int | None, words: list[int]) -> dict[str, float]:
    """Which events the model sees in the cue and in the content: an accusation is often both a statement and an event."""
    judged = analysis.judgements.get("event")
    if judged is None:
        return {}
    inside = judged.scores[words].max(axis=0).tolist() if words else []
    found = {f"event_{label}": chance for label, chance in zip(judged.labels, inside, strict=False) if label != "none" and chance > _SEEN}
    return found | ({f"cue_event_{label}": chance for label, chance in judged.of(at).items() if chance > _SEEN} if at is not None else {})


def _marks(draft: Draft, words: list[int]) -> dict[str, set[int]]:
    """Where words and phrases stand in a content that often go with an act; `not` just before one turns it round."""
    marks, lemmas, lows = load_act_marks(), draft.lemmas, draft.lows
    told: dict[str, set[int]] = {}
    inside = set(words)
    marked = [(at, form) for at in words for form in dict.fromkeys((lemmas[at], lows[at])) if form in marks]
    for i, form in marked:
        after = (lemmas[i + 1], lows[i + 1]) if i + 1 in inside else ()
        for rest, act in marks[form]:
            if not rest or (rest[0] in after and all(i + n in inside and part in (lemmas[i + n], lows[i + n]) for n, part in enumerate(rest, 1))):
                turned = any(i - n in inside and lows[i - n] in _NOT for n in (1, 2, 3))
                told.setdefault(f"{'not_' if turned else ''}mark_{act}", set()).add(i)
    return told


def _clauses(analysis: Analysis, words: list[int]) -> list[Token]:
    """Heads of the clauses of a content: those with a subject, and the one that all hangs on."""
    inside, tokens, children = set(words), analysis.tokens, analysis.children
    return [tokens[i] for i in words if tokens[i].head not in inside or "nsubj" in [tokens[c].relation[:5] for c in children[i]]]


def _clause(draft: Draft, head: Token, speaker: Mention | None) -> list[str]:
    """What a clause says of who will, must or may do something."""
    analysis = draft.analysis
    children = [analysis.tokens[c] for c in analysis.children[head.index]]
    helpers = {child.text.lower() for child in children if child.relation.startswith("aux")} | {
        c.lemma.lower() for c in children if c.relation == "aux"
    }
    subject = next((child for child in children if child.relation.startswith("nsubj")), None)
    who = _who(draft, subject, speaker)
    no = "_not" if any(child.text.lower() in _NOT for child in children) or _has_none(analysis, children) else ""
    named = [f"{who}_{kind}{no}" for kind, of in (("future", _FUTURE), ("duty", _DUTY), ("maybe", _MAYBE)) if helpers & of]
    if no:
        named.append(f"{who}_not")
    if head.feats.get("Mood") == "Imp" or (subject is None and head.upos == "VERB" and head.feats.get("VerbForm") == "Inf" and not helpers):
        named.append("bare_verb")
    if _is_past(head, helpers):
        named.append(f"{who}_past{no}")
    return named


def _has_none(analysis: Analysis, children: list[Token]) -> bool:
    """Whether subject or object are said not to be there: "showed no negligence", "nobody was threatened"."""
    around = [child for child in children if child.relation in ("nsubj", "nsubj:pass", "obj")]
    return any(
        child.text.lower() in _NONE or any(analysis.tokens[c].text.lower() == "no" for c in analysis.children[child.index]) for child in around
    )


def _is_past(head: Token, helpers: set[str]) -> bool:
    """Whether a clause tells of what was or has been: "allowed", "has allowed", not "should be allowed"."""
    if head.feats.get("Tense") != "Past":
        return False
    return head.feats.get("VerbForm") == "Fin" or (bool(helpers & _PAST) and not helpers & (_FUTURE | _DUTY | _MAYBE))


def _who(draft: Draft, subject: Token | None, speaker: Mention | None) -> str:
    """Whose clause it is: the speaker's own, the hearer's, somebody else's or nobody's."""
    if subject is None:
        return "nobody"
    word = subject.text.lower()
    if word in _FIRST_PERSON:
        return "own"
    if word in _YOU:
        return "your"
    mention = draft.heads.get(subject.index)
    if mention is not None and speaker is not None and (mention.actor is speaker.actor or same_side(mention.actor, speaker.actor)):
        return "own"
    return "other"
