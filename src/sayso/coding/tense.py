"""Which way a time expression points: the tense of the verb it belongs to, from the tree or from the words around."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.knowledge.timewords import word_set
from sayso.language.analysis import Analysis

_FUTURE_WORDS = frozenset({"will", "shall", "'ll", "’ll", "wo", "ca", "upcoming", "forthcoming"})
_PLANS = word_set(
    "plan expect schedule set due slate intend agree promise vow pledge go prepare want hope decide order ask urge call tell "
    "force allow supposed bound likely poised ready about threaten propose demand need require invite deadline"
)
_PLAN_FORMS = word_set(
    "plans planned planning expected scheduled set due slated intends intended agreed promised vowed pledged going preparing "
    "prepares wants hopes hoped decided ordered asked urged supposed likely poised ready deadline"
)
_PASTS = word_set(
    "began fell fought left took came went met held broke rose struck shot died fled won lost gave made saw found became brought "
    "built caught drew drove flew got grew hit knew led paid put ran sent set stood thought threw wrote was were had did"
)
_SCHEDULED = word_set("start begin open kick commence resume end conclude close expire arrive depart")
"""Verbs whose present speaks of what is fixed for a day to come: "the summit starts on Saturday"."""
_UNTIL = frozenset({"until", "till", "by"})
_AS_SOON_AS = (("as", "soon", "as"), ("as", "early", "as"))
_BREAKS = frozenset({",", ";", ":", ".", '"', "“", "”", "''", "``", "who", "which", "that", "and", "but", "said", "says"})


def pointed_by(low: Sequence[str], first: int, last: int, *, weekday: bool) -> str | None:
    """What the words around an expression say: `since` looks back, `until Tuesday` and `as early as Tuesday` ahead.

    "Saturday's attack" has happened.
    """
    if weekday and last < len(low) and low[last] in {"'s", "’s"}:
        return "past"
    before = low[first - 1] if first else ""
    if before == "since":
        return "past"
    if weekday and (before in _UNTIL or tuple(low[max(first - 3, 0) : first]) in _AS_SOON_AS):
        return "future"
    return None


def tense_at(analysis: Analysis, first: int, last: int) -> str:
    """`past`, `present` or `future`, by the verbs above the expression in the tree."""
    head = _head(analysis, first, last)
    for above in [head, *analysis.ancestors(head)]:
        token = analysis.tokens[above]
        if token.upos in {"VERB", "AUX"} or _copula(analysis, above):
            tense = _tense_of_verb(analysis, above)
            if tense:
                return tense
    return "present"


def _head(analysis: Analysis, first: int, last: int) -> int:
    for index in range(first, last):
        if not first <= analysis.tokens[index].head < last:
            return index
    return first


def _copula(analysis: Analysis, token: int) -> bool:
    return any(analysis.tokens[i].relation == "cop" for i in analysis.children[token])


def _tense_of_verb(analysis: Analysis, verb: int) -> str | None:
    """The tense of a verb with its auxiliaries; None where only the verb above it can tell (infinitives, participles)."""
    token = analysis.tokens[verb]
    helpers = [analysis.tokens[i] for i in analysis.children[verb] if analysis.tokens[i].relation.split(":")[0] in {"aux", "cop"}]
    lemmas = {helper.lemma.lower() for helper in helpers} | {helper.text.lower() for helper in helpers}
    if lemmas & _FUTURE_WORDS:
        return "future"
    if lemmas & {"would", "could", "should", "may", "might", "must", "can"}:
        return "past" if "have" in lemmas else "future"
    if any(analysis.tokens[i].relation == "mark" and analysis.tokens[i].text.lower() == "to" for i in analysis.children[verb]):
        return _tense_of_infinitive(analysis, verb)
    if token.text.lower() == "going" and any(analysis.tokens[i].relation == "xcomp" for i in analysis.children[verb]):
        return "future"
    if token.lemma in {"schedule", "slate", "expect", "plan", "due"} and "be" in lemmas and token.feats.get("VerbForm") != "Ger":
        return "future"
    tense = _tense_of_forms(analysis, verb, [*helpers, token])
    return "future" if tense == "present" and not helpers and token.lemma.lower() in _SCHEDULED else tense


def _tense_of_infinitive(analysis: Analysis, verb: int) -> str | None:
    above = analysis.tokens[verb].head
    if above >= 0 and (analysis.tokens[above].lemma.lower() in _PLANS or analysis.tokens[above].text.lower() in _PLAN_FORMS):
        return "future"
    return None if above >= 0 else "future"


def _tense_of_forms(analysis: Analysis, verb: int, forms: Sequence[object]) -> str | None:
    tenses = [getattr(form, "feats", {}).get("Tense") for form in forms]
    token = analysis.tokens[verb]
    perfect = any(getattr(form, "lemma", "") == "have" for form in forms[:-1])
    if "Past" in tenses and (token.feats.get("VerbForm") != "Ger"):
        finite = len(forms) > 1 or token.feats.get("VerbForm") == "Fin" or token.feats.get("Mood") == "Ind"
        return "past" if finite or token.relation in {"acl", "amod"} else None
    if perfect:
        return "past"
    return "present" if "Pres" in tenses and token.feats.get("VerbForm") not in {"Part", "Ger"} else None


def tense_near(low: Sequence[str], first: int, last: int, ends: Sequence[int]) -> str:
    """The same from the words alone: the nearest sign of a future before the expression, or after it, in its clause."""
    begin = first
    while begin > 0 and ends[begin - 1] == ends[first] and first - begin < 25:
        begin -= 1
    for at in range(first - 1, begin - 1, -1):
        sign = _sign(low, at)
        if sign:
            return sign
        if low[at] in _BREAKS and first - at > 8:
            break
    for at in range(last, min(ends[first], last + 8)):
        sign = _sign(low, at)
        if sign:
            return sign
    return "present"


def _sign(low: Sequence[str], at: int) -> str | None:
    word = low[at]
    if word in _FUTURE_WORDS or (word == "to" and at and low[at - 1] in _PLAN_FORMS):
        return "future"
    if word in _PASTS or (len(word) > 4 and word.endswith("ed") and word not in _PLAN_FORMS):
        return "past"
    return None
