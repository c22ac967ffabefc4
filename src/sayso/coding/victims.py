"""Who was killed, hurt, taken or driven out by what a verb says: by the tree, or by the words next to it where the tree says nothing."""

from __future__ import annotations

from sayso.coding.counting import CountReader

_BE = frozenset({"was", "were", "been", "being", "be", "is", "are", "get", "got", "gets", "getting"})
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_BOUNDING = frozenset({"at", "up", "to", "of", "over", "about", "around", "than", "between"})
"""Prepositions that may stand between a verb and its number: "killed at least six"."""
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})


def victims(reader: CountReader, verb: int) -> list[int]:
    """Who is killed, hurt or taken: object, subject of the passive, or the noun a participle or clause describes."""
    analysis = reader.analysis
    token = analysis.tokens[verb]
    passive = is_passive(reader, verb)
    found = analysis.dependents(verb, "nsubj") if passive else analysis.dependents(verb, "obj")
    if found and reader.low(found[0]) in _RELATIVE:
        found = [token.head] if token.relation == "acl:relcl" else []
    if found:
        return found
    if token.relation == "acl" and not token.text.lower().endswith("ing"):
        return [token.head]
    if token.relation == "acl:relcl" and passive:
        return [token.head]
    if token.relation == "amod":
        return []
    if token.relation in {"conj", "xcomp"} and reader.words.forms.get(reader.low(token.head)):
        above = victims(reader, token.head)
        if above:
            return above
    if token.relation == "conj" and passive:
        return analysis.dependents(token.head, "nsubj")
    if token.relation in {"xcomp", "ccomp", "csubj", "csubj:pass", "advcl"} and passive and _has_to(reader, verb) and token.head >= 0:
        return analysis.dependents(token.head, "nsubj")
    for joined in analysis.dependents(verb, "conj"):
        if not passive and reader.words.forms.get(reader.low(joined)) and analysis.dependents(joined, "obj"):
            return analysis.dependents(joined, "obj")
    return []


def _has_to(reader: CountReader, verb: int) -> bool:
    """Whether a verb is an infinitive, as in `six are known to have been killed`."""
    return any(reader.low(i) == "to" for i in reader.analysis.dependents(verb, "mark"))


def is_passive(reader: CountReader, verb: int) -> bool:
    """Whether the verb is in the passive, by the tree or by a form of "be" shortly before it."""
    analysis = reader.analysis
    token = analysis.tokens[verb]
    if any(analysis.tokens[i].relation in {"aux:pass", "nsubj:pass"} for i in analysis.children[verb]):
        helped = any(analysis.tokens[i].relation == "aux:pass" for i in analysis.children[verb])
        return not analysis.dependents(verb, "obj") or (helped and reader.low(verb).endswith("ed"))
    if reader.low(verb).endswith("ing"):
        return False
    for at in range(verb - 1, max(verb - 4, -1), -1):
        if reader.low(at) in _BE:
            return True
        if analysis.tokens[at].upos not in {"ADV", "PART"}:
            break
    return token.relation == "conj" and token.head < verb and _be_before(reader, token.head) and not analysis.dependents(verb, "obj")


def _be_before(reader: CountReader, verb: int) -> bool:
    return verb > 0 and reader.low(verb - 1) in _BE


def beside(reader: CountReader, verb: int, *, passive: bool) -> list[int]:
    """The noun next to a verb, where the tree gives it no victim."""
    analysis = reader.analysis
    sentence = analysis.sentences[analysis.tokens[verb].sentence]
    if passive:
        at = verb - 1
        while at >= sentence.first and analysis.tokens[at].upos in {"AUX", "ADV", "PART"}:
            at -= 1
        sure = at >= sentence.first and analysis.tokens[at].upos in NOMINAL and (reader.quantity(at) or reader.is_one(at))
        return [at] if sure else []
    at = verb + 1
    if analysis.tokens[verb].relation == "amod" and not (at < sentence.last and reader.counting(at)):
        return []
    if at + 1 < sentence.last and reader.counting(at) and analysis.tokens[at + 1].upos not in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return [at]
    filling = {"DET", "ADJ", "ADV", "NUM", "ADP"} | ({"CCONJ"} if reader.low(min(at, sentence.last - 1)) == "between" else set())
    while at < sentence.last and analysis.tokens[at].upos in filling and at - verb < 6:
        if analysis.tokens[at].upos == "ADP" and reader.low(at) not in _BOUNDING:
            return []
        if reader.counting(at) and at + 1 < sentence.last and analysis.tokens[at + 1].upos == "ADP" and reader.low(at + 1) not in _BOUNDING:
            return [at]
        at += 1
    while at + 1 < sentence.last and analysis.tokens[at].upos in NOMINAL and analysis.tokens[at + 1].upos in {"NOUN", "PROPN"}:
        at += 1
    if at < sentence.last and analysis.tokens[at].upos in NOMINAL and at - verb < 9:
        return [at]
    counted = [i for i in range(verb + 1, min(at, sentence.last)) if reader.counting(i)]
    return counted[:1]


def subjects(reader: CountReader, verb: int) -> list[int]:
    """Who died or fled; who is forced to flee is the object of what forces them."""
    analysis = reader.analysis
    token = analysis.tokens[verb]
    found = analysis.dependents(verb, "nsubj")
    if found and reader.low(found[0]) in _RELATIVE:
        return [token.head] if token.relation == "acl:relcl" else []
    if not found and token.relation in {"acl", "acl:relcl"}:
        return [token.head]
    if not found and token.head >= 0 and (token.relation in {"conj", "xcomp"} or _has_to(reader, verb)):
        forced = analysis.dependents(token.head, "obj") if token.relation == "xcomp" else []
        return forced or subjects(reader, token.head)
    return found or beside(reader, verb, passive=True)
