"""Where the tree has an event take place: the places that hang on its trigger, or on the verb that this is part of."""

from __future__ import annotations

from sayso.coding.draft import Draft, PlaceMention
from sayso.language.analysis import Analysis

_WHERE = frozenset(
    {"in", "at", "near", "on", "across", "from", "into", "inside", "around", "outside", "over", "through", "throughout", "along",
     "between", "against", "towards", "toward", "within", "by", "off", "to", "amid", "of", "for"}
)  # fmt: skip
_VERBAL_ONLY = frozenset({"from", "to", "by", "for", "of", "against", "on", "into", "between"})
"""Prepositions that name a place of the event only behind a noun that happens, or an act of force."""
_FORCE = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "RETREAT", "PROTEST", "AID"})
_SPEECH = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "CONCEDE", "SUPPORT"})
GRAIN = {"point": 0, "city": 1, "admin2": 2, "admin1": 3, "region": 4, "country": 5}


def places_for(draft: Draft, token: int, *, type: str = "") -> list[PlaceMention]:
    """The places of what a token names, by the tree: of the token, then of the verb it is an argument of."""
    by_head = {mention.head: mention for mention in draft.places}
    at, found = token, _below(draft, token, by_head, type)
    for _ in range(2):
        word = draft.analysis.tokens[at]
        if found or word.head < 0 or word.relation.split(":")[0] not in ("obj", "nsubj", "obl", "nmod", "advcl", "xcomp", "conj", "compound"):
            break
        at = word.head
        if draft.analysis.tokens[at].upos == "VERB" and type not in _SPEECH:
            found = _below(draft, at, by_head, "")
    return _with_containers(draft, found, by_head)


def _below(draft: Draft, token: int, by_head: dict[int, PlaceMention], type: str) -> list[PlaceMention]:
    analysis = draft.analysis
    found: list[PlaceMention] = []
    for child in analysis.children[token]:
        mention = by_head.get(child)
        relation = analysis.tokens[child].relation.split(":")[0]
        if mention is not None and relation in ("obl", "nmod", "compound", "advmod") and _is_place_of(analysis, token, child, mention, type):
            found.append(mention)
        elif relation in ("obl", "nmod", "obj") and type in _FORCE:
            found += [
                by_head[g]
                for g in analysis.dependents(child, "nmod", "appos")
                if g in by_head and case_of(analysis, g) in ("of", "in", "at", "near", "")
            ]
    return found


def _is_place_of(analysis: Analysis, token: int, child: int, mention: PlaceMention, type: str) -> bool:
    case = case_of(analysis, child)
    if not case:
        return mention.place.precision != "country" and analysis.tokens[child].relation == "compound"
    if case not in _WHERE:
        return False
    if case not in _VERBAL_ONLY:
        return True
    return type in _FORCE and (mention.place.precision != "country" or case in ("into", "from", "to"))


def case_of(analysis: Analysis, token: int) -> str:
    """The preposition before a word; empty where there is none."""
    cases = analysis.dependents(token, "case")
    return analysis.tokens[cases[0]].text.lower() if cases else ""


def _with_containers(draft: Draft, found: list[PlaceMention], by_head: dict[int, PlaceMention]) -> list[PlaceMention]:
    """Add what each place is said to lie in, and order by grain."""
    wider = [by_head[c] for mention in found for c in draft.analysis.dependents(mention.head, "appos", "nmod", "nmod:unmarked") if c in by_head]
    unique = {id(mention.place): mention for mention in reversed([*found, *wider])}
    return sorted(reversed(unique.values()), key=grain)


def grain(mention: PlaceMention) -> tuple[int, int]:
    """Orders places from the narrowest to the widest."""
    return GRAIN.get(mention.place.precision, 4), mention.first
