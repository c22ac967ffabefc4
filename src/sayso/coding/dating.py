"""Which time expression dates an event, and from when to when the event then was."""

from __future__ import annotations

import re

from sayso.coding.dates import read_iso
from sayso.coding.draft import Draft, TimeMention
from sayso.coding.reckoning import before
from sayso.knowledge.timewords import word_set
from sayso.language.analysis import Analysis

_LIMIT = 5.0
"""Cost of the path through the tree beyond which an expression does not date an event."""
_BELIEF = 3.0
"""What the model's belief that an expression dates an event is worth, in the cost of a path."""
_DOUBT = 0.2
"""Belief that neither helps nor hurts, as where the model says nothing."""
_UP = {
    "acl": 0.5,
    "acl:relcl": 1.5,
    "advcl": 1.5,
    "advcl:relcl": 2.0,
    "xcomp": 0.5,
    "ccomp": 6.0,
    "parataxis": 3.0,
    "list": 3.0,
    "vocative": 3.0,
}
"""Cost of leaving a word for its head, by its relation; 1 for others."""
_DOWN = {"acl": 2.0, "acl:relcl": 4.5, "advcl": 4.0, "advcl:relcl": 4.0, "conj": 2.0, "ccomp": 6.0, "parataxis": 5.0}
"""Cost for an expression of standing in such a part below a word that dates the event; 1 for others."""
_WITHIN_NOUN = frozenset({"compound", "nummod", "amod"})
_OTHERS_NOUN = 2.0
"""Cost of an expression that is part of another noun's name: "a 2019 agreement" dates the agreement."""
_DATELINE = 12
"""Tokens at the head of an article in which its dateline may stand."""
_KIND_COST = {"date": 0.0, "time": 0.0, "duration": 1.5, "set": 9.0}
_SINCE = frozenset({"since"})
_UNTIL = frozenset({"until", "till", "through"})
_BEGIN = frozenset(["begin", "start", "commence", "launch", "erupt", "open", "break"])
_END = frozenset({"end", "finish", "conclude", "stop", "cease", "expire"})
_SPEECH = word_set(
    "say tell announce report add state claim declare confirm deny warn accuse describe write tweet post insist note explain "
    "argue allege reveal disclose recall admit acknowledge suggest estimate think believe know hear"
)
_JOINS = frozenset({"to", "and", "until", "till", "through", "-", "–", "—"})
_PAIRED = frozenset({"between", "in", "on", "during"})
"""Words before two dates joined by "and" that an event reaches over."""
_LATELY = re.compile(r"\b(?:recent|(?:past|last) (?:few|several|couple of)) (days?|weeks?|months?)\b")
_VALUE_DURATION = re.compile(r"P(T?)(\d+(?:\.\d+)?)([SMHDWY])")


def time_for(draft: Draft, token: int) -> TimeMention | None:
    """The time expression that dates the event at `token`, by the tree; None where the sentence has none for it."""
    costs = costs_for(draft, token)
    best: tuple[float, int] | None = None
    chosen: TimeMention | None = None
    for mention in draft.times:
        if id(mention) not in costs or mention.time.kind == "set" or in_dateline(draft.analysis, mention):
            continue
        cost = costs[id(mention)] - _BELIEF * (mention.dates.get(token, _DOUBT) - _DOUBT)
        key = (cost, abs(mention.first - token))
        if cost <= _LIMIT and (best is None or key < best):
            best, chosen = key, mention
    return chosen


def costs_for(draft: Draft, token: int) -> dict[int, float]:
    """How far each time expression of the sentence (by its id) is from the event at `token`, through the tree."""
    analysis = draft.analysis
    sentence = analysis.sentences[analysis.tokens[token].sentence]
    path = _path_up(analysis, token)
    return {id(m): _cost(analysis, m, token, path) for m in draft.times if sentence.first <= m.first < sentence.last}


def when_of(draft: Draft, token: int) -> tuple[str | None, str | None]:
    """Start and end of the event at `token`: a point ends when it starts, what began or goes on has no end."""
    mention = time_for(draft, token)
    if mention is None:
        return None, None
    return when_by(draft, token, mention)


def when_by(draft: Draft, token: int, mention: TimeMention) -> tuple[str | None, str | None]:
    """Start and end of the event at `token` if `mention` is what dates it."""
    time = mention.time
    vague = _vague(draft, mention)
    if vague is not None:
        return vague, None
    if time.kind == "duration" and time.start is None:
        return _counted_back(draft, token, mention)
    word = word_before(draft.analysis, mention)
    start, end = time.start, time.end
    other = _other_end(draft, mention)
    if other is not None:
        return (start, other.time.end) if other.first > mention.first else (other.time.start, end)
    if time.kind == "duration":
        return start, end
    if word in _SINCE:
        return start, None
    if word in _UNTIL:
        return None, end
    verb = _verb_of(draft.analysis, mention)
    if verb is not None and _about(draft.analysis, token, verb):
        lemma = draft.analysis.tokens[verb].lemma.lower()
        if lemma in _BEGIN:
            return start, None
        if lemma in _END and word not in {"before", "after"}:
            return None, end
    return start, end


def _vague(draft: Draft, mention: TimeMention) -> str | None:
    """The month or year of "recent weeks" and "the past few days", which no date bounds: that of the article."""
    published = draft.article.published
    told = _LATELY.search(draft.analysis.words(mention.first, mention.last).lower())
    if published is None or published.startswith("-") or told is None or mention.time.start is not None:
        return None
    return published[:4] if told[1].startswith("month") else published[:7]


def in_dateline(analysis: Analysis, mention: TimeMention) -> bool:
    """Whether an expression is the date at the head of the article: `KABUL, 20 June -`."""
    if mention.first > _DATELINE or analysis.tokens[mention.first].sentence > 0 or mention.last >= len(analysis.tokens):
        return False
    return analysis.tokens[mention.last].text in {"-", "–", "—", "--", "(", ":"}


def _path_up(analysis: Analysis, token: int) -> dict[int, float]:
    """Cost of climbing from the trigger to each word above it."""
    path, cost, at = {token: 0.0}, 0.0, token
    while analysis.tokens[at].head >= 0:
        cost += _step_up(analysis, at)
        at = analysis.tokens[at].head
        if at in path:
            break
        path[at] = cost
    return path


def _step_up(analysis: Analysis, at: int) -> float:
    """Cost of leaving a word for its head: high for what somebody said, who said it, and what a clause is about."""
    token = analysis.tokens[at]
    head = analysis.tokens[token.head]
    relation = token.relation
    base = relation.split(":")[0]
    cost = _UP.get(relation, _UP.get(base, 1.0))
    if head.lemma.lower() in _SPEECH and head.upos == "VERB" and base in {"nsubj", "obj", "obl", "ccomp", "xcomp", "advcl"}:
        return max(cost, 4.0)
    return cost


def _cost(analysis: Analysis, mention: TimeMention, token: int, path: dict[int, float]) -> float:
    """How far the expression is from the trigger through the tree."""
    at = _head(analysis, mention)
    cost = _KIND_COST.get(mention.time.kind, 0.0) + _vagueness(mention)
    if mention.first <= token < mention.last:
        return cost
    if analysis.tokens[at].relation in _WITHIN_NOUN and analysis.tokens[at].head != token:
        cost += _OTHERS_NOUN
    first = True
    seen = 0
    while at not in path:
        tag = analysis.tokens[at]
        if tag.head < 0 or seen > 60:
            return 99.0
        base = tag.relation.split(":")[0]
        cost += 0.0 if first else _DOWN.get(tag.relation, _DOWN.get(base, 1.0))
        at, first, seen = tag.head, False, seen + 1
    return cost + path[at]


def _vagueness(mention: TimeMention) -> float:
    """Cost of what hardly dates anything: "now" and "recently", centuries, decades."""
    value = mention.time.value or ""
    if mention.time.start is None and mention.time.kind == "date":
        return 3.0
    return {2: 4.5, 3: 1.5}.get(len(value), 0.0) if value.isdecimal() else 0.0


def _head(analysis: Analysis, mention: TimeMention) -> int:
    for index in range(mention.first, mention.last):
        if not mention.first <= analysis.tokens[index].head < mention.last:
            return index
    return mention.first


def _verb_of(analysis: Analysis, mention: TimeMention) -> int | None:
    above = analysis.tokens[_head(analysis, mention)].head
    return above if above >= 0 and analysis.tokens[above].upos == "VERB" else None


def _about(analysis: Analysis, token: int, verb: int) -> bool:
    """Whether a verb of beginning or ending is the event itself or has it as subject or object."""
    at = analysis.tokens[token]
    part = at.head == verb and at.relation.split(":")[0] in {"nsubj", "obj"}
    return token == verb or part or (analysis.tokens[verb].head == token and analysis.tokens[verb].relation.startswith("acl"))


def word_before(analysis: Analysis, mention: TimeMention) -> str:
    """The preposition before an expression."""
    for at in range(mention.first - 1, max(mention.first - 4, -1), -1):
        word = analysis.tokens[at].text.lower()
        if word not in {"about", "around", "at", "least", "the", "early", "late", "on"}:
            return word
    return ""


def _other_end(draft: Draft, mention: TimeMention) -> TimeMention | None:
    """The other date of `from 3 to 5 May`, `between March and June`, `2014-16`."""
    times = draft.times
    index = times.index(mention)
    tokens = draft.analysis.tokens
    for one, two in ((index, index + 1), (index - 1, index)):
        if one < 0 or two >= len(times):
            continue
        first, second = times[one], times[two]
        if second.first - first.last != 1 or tokens[first.last].text.lower() not in _JOINS:
            continue
        joint = tokens[first.last].text.lower()
        opening = word_before(draft.analysis, first)
        if joint == "and" and opening not in _PAIRED:
            continue
        if first.time.kind == second.time.kind == "date" and first.time.start and second.time.end:
            return second if one == index else first
    return None


def _counted_back(draft: Draft, token: int, mention: TimeMention) -> tuple[str | None, str | None]:
    """`weeklong`, `seven-year`, `for two weeks`: counted back from the article, still open at its end."""
    published = read_iso(draft.article.published)
    size = _VALUE_DURATION.fullmatch(mention.time.value or "")
    if published is None or size is None or not _goes_on(draft.analysis, token, mention):
        return None, None
    if size[1] or size[3] == "D" or word_before(draft.analysis, mention) in {"to", "within", "after", "every"}:
        return None, None
    unit = size[3]
    start = before(published, float(size[2]), unit)
    return start, None


def _goes_on(analysis: Analysis, token: int, mention: TimeMention) -> bool:
    """Whether a duration can be counted back: it describes the event as a noun, or a verb in the perfect or present."""
    head = _head(analysis, mention)
    above = analysis.tokens[head].head
    if above < 0 or analysis.tokens[token].upos in {"NOUN", "PROPN", "ADJ"}:
        return True
    helpers = [analysis.tokens[i] for i in analysis.children[token] if analysis.tokens[i].relation.split(":")[0] == "aux"]
    if any(helper.lemma in {"have", "'ve", "has"} for helper in helpers):
        return True
    return any(helper.lemma == "be" and helper.feats.get("Tense") == "Pres" for helper in helpers)
