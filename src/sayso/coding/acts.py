"""What a statement does: the cue says it ("denied"), or its content ("We will never accept this"), or the model's view of both.

Each is evidence for the eleven acts of the codebook; `act_scores.tsv` says how it adds up.
"""

from __future__ import annotations

import math

from sayso.coding.draft import Draft, Mention
from sayso.knowledge.acts import load_act_marks, load_act_scores
from sayso.knowledge.cues import ACTS, Cue
from sayso.language.analysis import Analysis, Token, Tokens

_LEAST = 1e-4
_READ = 60
"""Words of a content that are read for its act."""
_FUTURE = frozenset({"will", "would", "shall", "wo", "'ll", "’ll", "gonna"})
_DUTY = frozenset({"must", "should", "ought", "shall"})
_MAYBE = frozenset({"may", "might", "could"})
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither"})
_FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my"})
_TOLD_BY_CLAUSE = ("harm", "accuse", "criticise", "threaten", "promise")
"""Words that mean one thing of what the speaker will do and another of what somebody else has done."""
_YOU = frozenset({"you", "your"})


def act_of(draft: Draft, at: int, entry: Cue | None, content: list[Tokens], form: str, speaker: Mention | None) -> str:
    """The likeliest of the eleven acts for a cue at token `at` and its content."""
    scores = load_act_scores()
    judged = draft.analysis.judgements.get("act")
    model = judged.of(at) if judged is not None and at < len(judged.scores) else {}
    found = evidence(draft, at, entry, content, form, speaker)
    totals = scores.totals(found)
    if scores.model:
        totals = [total + scores.model * math.log(max(model.get(act, 0.0), _LEAST)) for act, total in zip(ACTS, totals, strict=True)]
    return ACTS[totals.index(max(totals))]


def evidence(draft: Draft, at: int, entry: Cue | None, content: list[Tokens], form: str, speaker: Mention | None) -> dict[str, float]:
    """Named numbers that speak for or against the acts, all that is known but the model's view."""
    analysis = draft.analysis
    words = [i for first, last in content for i in range(first, last)][:_READ]
    found = {"bias": 1.0, f"cue_{entry.act if entry else 'unknown'}": 1.0, f"form_{form}": 1.0}
    found[f"word_{analysis.tokens[at].lemma.lower()}"] = 1.0
    if analysis.tokens[at].upos in ("NOUN", "PROPN"):
        found["noun"] = 1.0
        found[f"noun_{entry.act if entry else 'unknown'}"] = 1.0
    found |= _marks(analysis, words)
    for token in _clauses(analysis, words):
        for name in _clause(draft, token, speaker):
            found[name] = 1.0
    if words and "?" in {analysis.tokens[i].text for i in range(words[0], min(words[-1] + 2, len(analysis.tokens)))}:
        found["question"] = 1.0
    if not found.keys().isdisjoint(("mark_deny", "mark_refuse")) and entry is not None and entry.act == "say":
        found["plain_no"] = 1.0
    clauses = [name for name in found if name.startswith(("own_", "other_", "nobody_"))]
    for mark in _TOLD_BY_CLAUSE:
        if f"mark_{mark}" in found:
            found |= dict.fromkeys((f"{clause}_{mark}" for clause in clauses), 1.0)
    return found


def _marks(analysis: Analysis, words: list[int]) -> dict[str, float]:
    """Words and phrases in a content that often go with an act, once each; `not` just before one turns it round."""
    marks = load_act_marks()
    found: dict[str, float] = {}
    inside = set(words)
    for i in words:
        token = analysis.tokens[i]
        for form in dict.fromkeys(_forms(token)):
            for rest, act in marks.get(form, ()):
                if all(i + n in inside and part in _forms(analysis.tokens[i + n]) for n, part in enumerate(rest, 1)):
                    turned = any(i - n in inside and analysis.tokens[i - n].text.lower() in _NOT for n in (1, 2, 3))
                    found[f"{'not_' if turned else ''}mark_{act}"] = 1.0
                    found[f"{'not_' if turned else ''}said_{' '.join((form, *rest))}"] = 1.0
    return found


def _forms(token: Token) -> tuple[str, str]:
    return token.lemma.lower(), token.text.lower()


def _clauses(analysis: Analysis, words: list[int]) -> list[Token]:
    """Heads of the clauses of a content: those with a subject, and the one that all hangs on."""
    inside = set(words)
    return [
        token
        for i in words
        if (token := analysis.tokens[i]).head not in inside or any(analysis.tokens[c].relation.startswith("nsubj") for c in analysis.children[i])
    ]


def _clause(draft: Draft, head: Token, speaker: Mention | None) -> list[str]:
    """What a clause says of who will, must or may do something."""
    analysis = draft.analysis
    children = [analysis.tokens[c] for c in analysis.children[head.index]]
    helpers = {child.text.lower() for child in children if child.relation.startswith("aux")} | {
        c.lemma.lower() for c in children if c.relation == "aux"
    }
    subject = next((child for child in children if child.relation.startswith("nsubj")), None)
    who = _who(draft, subject, speaker)
    no = "_not" if any(child.text.lower() in _NOT for child in children) else ""
    named = [f"{who}_{kind}{no}" for kind, of in (("future", _FUTURE), ("duty", _DUTY), ("maybe", _MAYBE)) if helpers & of]
    if no:
        named.append(f"{who}_not")
    if head.feats.get("Mood") == "Imp" or (subject is None and head.upos == "VERB" and head.feats.get("VerbForm") == "Inf" and not helpers):
        named.append("bare_verb")
    if head.feats.get("Tense") == "Past" and not no:
        named.append(f"{who}_past")
    return named


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
    if mention is not None and speaker is not None:
        same_side = mention.actor.country == speaker.actor.country and mention.actor.country and mention.actor.kind == "country"
        if mention.actor is speaker.actor or same_side:
            return "own"
    return "other"
