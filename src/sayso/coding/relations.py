"""Relations around a trigger, read from the tree: who is subject, object, possessor or behind which preposition.

Subjects are found where the tree does not write them: shared by conjuncts, passed on through control and raising, in
relative clauses, reduced participles and infinitives after nouns. A passive is turned round, so that `subj` is always
who does it and `obj` whom it is done to.
"""

from __future__ import annotations

from itertools import islice, takewhile

from sayso.knowledge.frames import Frames, load_frames
from sayso.language.analysis import Analysis, Token

Relations = dict[str, list[int]]
"""Relation to the head tokens that stand in it, in the order of the text."""

_PASSIVE = frozenset({"nsubj:pass", "aux:pass", "csubj:pass", "obl:agent"})
_HELPERS_OF_PASSIVE = frozenset({"aux:pass", "obl:agent"})
_HELPERS = frozenset({"aux", "cop"})
_COMPLEMENTS = frozenset({"obl", "nmod", "acl", "advcl"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_WITH = frozenset({"along", "together"})
"""Words that make company of "with"."""
_BESIDE = frozenset({"alongside"})
_TALKS = frozenset({"talk", "meeting", "negotiation", "discussion", "consultation", "summit"})
"""What one travels for: whom it is with is whom the traveller meets."""
_BETWEEN = frozenset({"between", "among", "with"})
"""Prepositions before those who take part in what occurs."""
_DEPTH = 4
"""How many clauses up an unwritten subject is looked for."""


def relations_of(analysis: Analysis, nodes: list[int], frames: Frames) -> Relations:
    """Relations of a trigger whose content words are `nodes` (the head first)."""
    found: Relations = {}
    for node in nodes:
        if analysis.tokens[node].relation == "aux":
            _modal(analysis, analysis.tokens[node].head, found)
        elif _is_verbal(analysis, node):
            _verb(analysis, node, found)
        else:
            _noun(analysis, node, found, frames)
    inside = set(nodes)
    return {name: kept for name, tokens in found.items() if (kept := [t for t in dict.fromkeys(tokens) if t not in inside])}


def is_passive(analysis: Analysis, verb: int) -> bool:
    """Is the verb passive: by its dependents, or a participle that modifies a noun without an object of its own?"""
    token = analysis.tokens[verb]
    below = [analysis.tokens[i] for i in analysis.children[verb]]
    relations = {word.relation for word in below}
    if not relations.isdisjoint(_PASSIVE):
        # "Death squads kidnapped students" is active, whatever the tree calls its subject.
        return "obj" not in relations or not relations.isdisjoint(_HELPERS_OF_PASSIVE)
    if not relations.isdisjoint(_HELPERS) and not token.text.lower().endswith("ing") and any(_is_be(word) for word in below):
        return "obj" not in relations
    past = (token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") == "Past") or token.feats.get("Voice") == "Pass"
    if token.relation in ("acl", "amod", "advcl", "xcomp") and past:
        return "obj" not in relations and "nsubj" not in relations and "aux" not in relations
    if token.relation == "conj" and past and not relations & {"nsubj", "aux", "obj"}:
        return token.head >= 0 and _is_verbal(analysis, token.head) and is_passive(analysis, token.head)
    return False


def _is_be(token: Token) -> bool:
    """A form of "be" before a participle makes it passive, whatever the tree calls it."""
    return token.relation in _HELPERS and (token.lemma.lower() in ("be", "get") or token.text.lower() in ("been", "being"))


def subjects_of(analysis: Analysis, verb: int, *, depth: int = _DEPTH) -> list[int]:
    """Who does what the verb says; empty for passives without an agent."""
    if is_passive(analysis, verb):
        return _agents(analysis, verb)
    return grammatical_subjects(analysis, verb, depth=depth)


def grammatical_subjects(analysis: Analysis, verb: int, *, depth: int = _DEPTH) -> list[int]:
    """The written subject of a verb, or the one that its clause gets from elsewhere in the tree."""
    written = [i for i in analysis.dependents(verb, "nsubj") if analysis.tokens[i].lemma != "there"]
    if written:
        return _spread(analysis, [_resolve(analysis, i) for i in written]) + _company(analysis, written[-1], verb)
    token = analysis.tokens[verb]
    if depth == 0 or token.head < 0:
        return []
    return _passed_on(analysis, token, depth)


def _company(analysis: Analysis, subject: int, verb: int) -> list[int]:
    """Who does it with the subject: "Iran, along with Russia and Turkey, condemned"."""
    words = analysis.tokens[subject + 1 : verb]
    lows = [word.text.lower() for word in words]
    opened = next((at for at, low in enumerate(lows) if low in _BESIDE or (low in _WITH and lows[at + 1 : at + 2] == ["with"])), None)
    if opened is None:
        return []
    named = takewhile(_is_no_end, words[opened + 1 :])
    heads = (word.index for word in named if word.upos in _NOMINAL and not word.index < word.head < verb)
    return _spread(analysis, list(islice(heads, 1)))


def _is_no_end(word: Token) -> bool:
    return word.upos not in ("VERB", "AUX", "PUNCT")


def _passed_on(analysis: Analysis, token: Token, depth: int) -> list[int]:
    head, relation = analysis.tokens[token.head], token.relation.split(":")[0]
    if relation == "acl":
        return _from_noun(analysis, token, head, depth)
    if relation == "xcomp" and head.upos != "ADJ" and head.lemma.lower() not in load_frames().subject_control:
        asked = objects_of(analysis, head.index) or _called_on(analysis, head.index)
        if asked:
            return asked
    if relation in ("conj", "xcomp", "advcl", "parataxis") and relation != "parataxis":
        if is_passive(analysis, head.index):
            return _passive_subjects(analysis, head.index, depth)
        return grammatical_subjects(analysis, head.index, depth=depth - 1)
    if relation == "ccomp" and token.feats.get("VerbForm") in ("Inf", "Ger", "Part"):
        return grammatical_subjects(analysis, head.index, depth=depth - 1)
    return []


def _called_on(analysis: Analysis, verb: int) -> list[int]:
    """Who shall do what is called for: "called on Egypt to free him", "appealed to both sides to stop"."""
    prepositions = load_frames().calls_on.get(analysis.tokens[verb].lemma.lower(), frozenset())
    return _spread(analysis, [i for i in analysis.dependents(verb, "obl") if prepositions.intersection(cases_of(analysis, i))])


def _passive_subjects(analysis: Analysis, verb: int, depth: int) -> list[int]:
    written = analysis.dependents(verb, "nsubj:pass") or analysis.dependents(verb, "nsubj")
    if written:
        return _spread(analysis, [_resolve(analysis, i) for i in written])
    head = analysis.tokens[verb]
    if head.relation == "acl" or head.relation.startswith("acl"):
        return [head.head]
    return grammatical_subjects(analysis, verb, depth=depth - 1)


def _from_noun(analysis: Analysis, token: Token, noun: Token, depth: int) -> list[int]:
    """The subject of a clause that modifies a noun: the noun itself, or who has the plan, threat or decision."""
    if token.relation == "acl:relcl":
        return [noun.index] if not analysis.dependents(token.index, "nsubj") else []
    if token.feats.get("VerbForm") != "Inf" and not any(analysis.tokens[i].relation == "mark" for i in analysis.children[token.index]):
        return [noun.index]
    holders = [i for i in analysis.dependents(noun.index, "nmod:poss")]
    if holders:
        return _spread(analysis, holders)
    governor = noun.head
    if governor >= 0 and noun.relation.split(":")[0] in ("obj", "obl") and _is_verbal(analysis, governor):
        return subjects_of(analysis, governor, depth=depth - 1)
    return [i for i in analysis.dependents(noun.index, "compound", "amod") if analysis.tokens[i].upos in ("PROPN", "NOUN", "ADJ")]


def objects_of(analysis: Analysis, verb: int) -> list[int]:
    """Whom or what the verb acts on, passives turned round."""
    token = analysis.tokens[verb]
    if is_passive(analysis, verb):
        written = analysis.dependents(verb, "nsubj:pass")
        if written:
            return _spread(analysis, [_resolve(analysis, i) for i in written])
        if token.relation in ("acl", "acl:relcl", "amod") and token.head >= 0:
            return [token.head]
        if token.head >= 0 and token.relation in ("conj", "advcl", "xcomp"):
            if token.relation == "conj" and is_passive(analysis, token.head):
                return objects_of(analysis, token.head)
            return grammatical_subjects(analysis, token.head) or analysis.dependents(token.head, "nsubj:pass")
        return []
    written = analysis.dependents(verb, "obj", "ccomp:obj") or analysis.dependents(verb, "iobj")
    if written:
        return _spread(analysis, [_resolve(analysis, i) for i in written])
    return _gap(analysis, token) or _shared_object(analysis, token)


def _gap(analysis: Analysis, token: Token) -> list[int]:
    """The object of a relative clause without one: "the town they shelled"."""
    if token.relation == "acl:relcl" and analysis.dependents(token.index, "nsubj"):
        subjects = analysis.dependents(token.index, "nsubj")
        if all(analysis.tokens[i].feats.get("PronType") != "Rel" for i in subjects):
            return [token.head]
    return []


def _shared_object(analysis: Analysis, token: Token) -> list[int]:
    """The object that two joined verbs share: "arrested and charged him"."""
    for child in analysis.dependents(token.index, "conj"):
        if _is_verbal(analysis, child) and child - token.index <= 3:
            return [i for i in analysis.children[child] if analysis.tokens[i].relation == "obj"]
    return []


def _agents(analysis: Analysis, verb: int) -> list[int]:
    agents = [i for i in analysis.dependents(verb, "obl") if analysis.tokens[i].relation == "obl:agent" or "by" in cases_of(analysis, i)]
    token = analysis.tokens[verb]
    if not agents and token.relation == "conj" and token.head >= 0 and is_passive(analysis, token.head):
        return _agents(analysis, token.head)
    return _spread(analysis, agents)


def _verb(analysis: Analysis, verb: int, found: Relations) -> None:
    _add(found, "subj", subjects_of(analysis, verb))
    objects = objects_of(analysis, verb)
    _add(found, "obj", objects)
    for noun in objects:
        for child in analysis.dependents(noun, "nmod"):
            for case in cases_of(analysis, child):
                _add(found, f"obj_{case}", _spread(analysis, [child]))
    _add(found, "iobj", _spread(analysis, analysis.dependents(verb, "iobj")))
    _prepositions(analysis, verb, found)
    for child in analysis.children[verb]:
        if analysis.tokens[child].relation.split(":")[0] in ("xcomp", "ccomp", "advcl"):
            _add(found, "deed", [child])


def _modal(analysis: Analysis, verb: int, found: Relations) -> None:
    """ "X must go": on whom the duty lies, and what it is; "must have gone" is a guess and no duty."""
    if any(analysis.tokens[i].lemma.lower() == "have" for i in analysis.dependents(verb, "aux")):
        return
    _add(found, "deed", [verb])
    if not is_passive(analysis, verb):
        _add(found, "obj", grammatical_subjects(analysis, verb))


def _prepositions(analysis: Analysis, node: int, found: Relations) -> None:
    for child in analysis.children[node]:
        relation = analysis.tokens[child].relation
        if relation != "nmod:poss" and relation.split(":")[0] in _COMPLEMENTS:
            cases = cases_of(analysis, child)
            for case in cases:
                _add(found, case, _spread(analysis, [child]))
            # "By video link with": who is met may hang on the phrase before, and does where one travels "for talks with".
            below = [i for i in analysis.dependents(child, "nmod") if "with" in cases_of(analysis, i)]
            _add(found, "below_with", _spread(analysis, below))
            if "for" in cases and analysis.tokens[child].lemma.lower() in _TALKS:
                _add(found, "with", _spread(analysis, below))


def _noun(analysis: Analysis, noun: int, found: Relations, frames: Frames) -> None:
    _add(found, "poss", _spread(analysis, analysis.dependents(noun, "nmod:poss")))
    modifiers = [i for i in analysis.children[noun] if analysis.tokens[i].relation in ("compound", "amod", "nmod", "nmod:desc")]
    _add(found, "compound", [i for i in modifiers if i < noun and not cases_of(analysis, i)])
    _prepositions(analysis, noun, found)
    for child in analysis.children[noun]:
        if analysis.tokens[child].relation in ("acl", "acl:relcl"):
            _carried_by(analysis, child, found, frames)
    _light(analysis, noun, found, frames)
    _add(found, "by", _behind(analysis, noun))


def _behind(analysis: Analysis, noun: int) -> list[int]:
    """Who is behind a deed or responsible for it."""
    token = analysis.tokens[noun]
    cases = cases_of(analysis, noun)
    if "behind" in cases and analysis.dependents(noun, "cop"):
        return grammatical_subjects(analysis, noun)
    above = analysis.tokens[token.head] if token.head >= 0 else token
    is_behind = "behind" in cases and above.lemma.lower() in ("be", "stand")
    is_responsible = "for" in cases and above.lemma.lower() == "responsible"
    return grammatical_subjects(analysis, above.index) if is_behind or is_responsible else []


def _carried_by(analysis: Analysis, verb: int, found: Relations, frames: Frames) -> None:
    """ "An attack carried out by X", "strikes that hit Y", "strikes targeting Y", "a threat to attack"."""
    token = analysis.tokens[verb]
    if is_passive(analysis, verb):
        _add(found, "by", _agents(analysis, verb))
        _prepositions(analysis, verb, found)
    elif token.feats.get("VerbForm") == "Inf" or any(analysis.tokens[i].relation == "mark" for i in analysis.children[verb]):
        _add(found, "deed", [verb])
    else:
        _add(found, "targeting", objects_of(analysis, verb))


def _light(analysis: Analysis, noun: int, found: Relations, frames: Frames) -> None:
    """Who launches the attack or comes under it, when a light verb carries the noun."""
    token = analysis.tokens[noun]
    top = token
    while top.relation == "conj" and top.head >= 0:
        top = analysis.tokens[top.head]
    verb = top.head
    if verb < 0 or not _is_verbal(analysis, verb) or top.relation.split(":")[0] not in ("obj", "nsubj", "obl", "xcomp"):
        return
    lemma, is_subject = analysis.tokens[verb].lemma.lower(), top.relation == "nsubj"
    case = cases_of(analysis, top.index)
    if lemma in frames.suffers and not is_subject and (top.relation == "obj" or "under" in case):
        _add(found, "faced", subjects_of(analysis, verb))
    elif lemma in frames.does and not is_subject and (top.relation in ("obj", "nsubj:pass") or case[:1] in (["in"], ["on"], ["with"])):
        _add(found, "light", subjects_of(analysis, verb))
        _prepositions(analysis, verb, found)
    elif is_subject and lemma in frames.occurs:
        for child in analysis.dependents(verb, "obl"):
            for preposition in sorted(_BETWEEN.intersection(cases_of(analysis, child))):
                _add(found, preposition, _spread(analysis, [child]))
    elif is_subject:
        _add(found, "targeting", objects_of(analysis, verb) if lemma in ("hit", "kill", "target", "strike", "wound", "injure") else [])
    elif "under" in case and lemma == "be":
        _add(found, "faced", subjects_of(analysis, verb))
    elif top.relation == "obl":
        # "He spoke after a meeting with", "left for talks with": as a rule he is one of those who meet.
        _add(found, "main_subj", subjects_of(analysis, verb))


def cases_of(analysis: Analysis, node: int) -> list[str]:
    """The prepositions and conjunctions before a word."""
    return [analysis.lemmas[i] for i in analysis.children[node] if analysis.tokens[i].relation in ("case", "mark")]


def _spread(analysis: Analysis, tokens: list[int]) -> list[int]:
    """The tokens and the nominals joined to them, or to a name that stands for them: "the leaders, Kim and Putin"."""
    found = []
    for token in tokens:
        found.append(token)
        names = [i for i in analysis.dependents(token, "appos") if analysis.tokens[i].upos == "PROPN"]
        for at in (token, *names):
            found += [i for i in analysis.dependents(at, "conj") if analysis.tokens[i].upos in _NOMINAL]
    return found


def _resolve(analysis: Analysis, token: int) -> int:
    """The noun that a relative pronoun stands for, or the token itself."""
    word = analysis.tokens[token]
    if word.feats.get("PronType") == "Rel" or (word.lemma.lower() in ("who", "which", "that", "whom") and word.upos in ("PRON", "SCONJ", "DET")):
        head = next((analysis.tokens[i].head for i in analysis.ancestors(token)[:3] if analysis.tokens[i].relation == "acl:relcl"), token)
        return _thing_before(analysis, token) if analysis.lemmas[token] == "which" and _is_person(analysis, head) else head
    return token


def _is_person(analysis: Analysis, token: int) -> bool:
    return any(entity.label == "Person" and entity.first <= token < entity.last for entity in analysis.entities)


def _thing_before(analysis: Analysis, token: int) -> int:
    """The noun right before "which", which is no person, whatever the tree says."""
    first = analysis.sentences[analysis.tokens[token].sentence].first
    return next((i for i in range(token - 1, first - 1, -1) if analysis.tokens[i].upos in ("NOUN", "PROPN")), token)


def _is_verbal(analysis: Analysis, node: int) -> bool:
    return analysis.tokens[node].upos in ("VERB", "AUX", "ADJ")


def _add(found: Relations, name: str, tokens: list[int]) -> None:
    if tokens:
        found.setdefault(name, []).extend(tokens)
