"""Phrases that may name an actor: names, nouns for kinds of actors, pronouns. Whom they name is settled in `coreference.py`."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from sayso.knowledge.actors import ActorBase, Entry, Match, RoleNoun
from sayso.language.analysis import Analysis, Token

PERSONAL = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "n", "its": "n", "itself": "n", "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
    "i": "1", "me": "1", "my": "1", "myself": "1", "we": "1p", "us": "1p", "our": "1p", "ours": "1p", "ourselves": "1p",
    "you": "2", "your": "2", "yours": "2", "yourself": "2", "yourselves": "2", "mine": "1",
    "who": "r", "whom": "r", "whose": "r", "which": "r", "that": "r",
}  # fmt: skip
"""Pronouns and what they agree with: masculine, feminine, neuter, plural, who speaks, who is spoken to, or the noun before (relative)."""

_NAMES = frozenset({"Person", "Organization", "NORP", "Location", "Misc", "Facility"})
_INSIDE = frozenset({"compound", "flat", "nmod:desc", "fixed", "goeswith"})
_HEADING = frozenset({"NOUN", "PROPN", "ADJ"})
"""Classes of words that head a phrase for actors."""
_IN_TERM = _HEADING | {"PUNCT"}
_LEFT = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "advmod", "nmod:desc", "nmod:unmarked", "det:predet", "punct", "flat"})


_ABOUT = frozenset(
    {"including", "according", "least", "most", "more", "about", "around", "some", "nearly", "almost", "over", "only", "up", "to", "fewer", "roughly"}
)
"""Words before a number that do not belong to a name: "at least nine people" are nine people."""
_GROUND = frozenset(
    {"province", "city", "town", "village", "border", "capital", "region", "territory", "soil", "district", "coast", "airspace", "area", "island"}
)
"""Nouns for ground: "the Pakistani province" is a place, not something that Pakistan does."""
_ACTING = frozenset({"nsubj", "obl:agent", "nmod:poss", "obj", "iobj", "root"})
_BESIDE = frozenset({"'s", "’s", "by", "with", "between", "against"})
"""Prepositions behind which a town acts."""
_OFFICES = frozenset({"office", "department", "ministry", "spokesman", "spokeswoman", "spokesperson", "bureau", "headquarters"})
_POSTS = frozenset({"secretary", "head", "chief", "department", "minister", "council", "chiefs"})


@dataclass(slots=True, eq=False)
class Candidate:
    """One phrase. `first`, `last` and `head` are token indices; `noun` is what the head noun says of its kind."""

    first: int
    last: int
    head: int
    kind: str
    label: str = ""
    entries: list[Entry] = field(default_factory=list)
    noun: RoleNoun | None = None


def find_candidates(analysis: Analysis, base: ActorBase, published: str | None, matches: list[Match]) -> list[Candidate]:
    """All candidates of an article, in the order of the text; names win over nouns where they overlap. `matches` are the known names; one without entries means nobody known here."""
    names = _names(analysis, base, published, matches)
    taken = {i for name in names for i in range(name.first, name.last)}
    pronouns = [_pronoun(token) for token in analysis.tokens if token.upos in ("PRON", "DET") and _agrees(token)]
    free = [token for token in analysis.tokens if token.upos in _HEADING and token.index not in taken]
    nouns = [noun for token in free if (noun := _nominal(analysis, token, base)) is not None]
    named = {i for found in (*names, *nouns) for i in range(found.first, found.last)}
    states = [state for token in free if token.index not in named and (state := _state(analysis, token, base)) is not None]
    return sorted([*names, *nouns, *pronouns, *states], key=_place)


def _state(analysis: Analysis, token: Token, base: ActorBase) -> Candidate | None:
    """The state behind an adjective: "the Turkish invasion" is Turkey's. Adjectives of nouns for actors belong to these."""
    if token.upos not in ("ADJ", "PROPN") or token.relation not in ("amod", "compound") or not token.text[:1].isupper():
        return None
    if analysis.tokens[token.head].lemma.lower() in _GROUND:
        return None
    details = base.details(base.nationality(token.text) or "")
    return Candidate(token.index, token.index + 1, token.index, "name", "NORP", [details.entry]) if details is not None else None


def _place(candidate: Candidate) -> tuple[int, int]:
    return candidate.first, -candidate.last


def _agrees(token: Token) -> bool:
    """Whether a pronoun may stand for an actor: relative `that` and `which` only as subject of their clause."""
    word = token.text.lower()
    if word in ("that", "which"):
        return token.relation.startswith("nsubj") and token.feats.get("PronType") == "Rel"
    return word in PERSONAL and not token.relation.startswith("expl")


def _pronoun(token: Token) -> Candidate:
    return Candidate(token.index, token.index + 1, token.index, "pronoun", PERSONAL[token.text.lower()])


def _names(analysis: Analysis, base: ActorBase, published: str | None, matches: list[Match]) -> list[Candidate]:
    """Entities of the model and names that are known, the longer of two that overlap."""
    known = {(match.first, match.last): match.entries for match in matches if _is_name(analysis, match.first, match.last)}
    spans = dict.fromkeys(known, "")
    for entity in analysis.entities:
        for first, last in lines(analysis, entity.first, entity.last) if entity.label in _NAMES else ():
            first += analysis.tokens[first].text.lower() == "the" and last - first > 1
            spans[(first, last)] = entity.label
    chosen: list[Candidate] = []
    taken: set[int] = set()
    for first, last in sorted(spans, key=_longest_first):
        if taken.isdisjoint(range(first, last)):
            # A name that stands for no actor (a town) still keeps its words from being taken for parts of other names.
            taken.update(range(first, last))
            entries = known[first, last] if (first, last) in known else base.look_up(analysis.words(first, last), on=published)
            candidate = _name(analysis, first, last, spans[(first, last)], entries, base)
            if candidate is not None:
                chosen.append(candidate)
    return chosen


def lines(analysis: Analysis, first: int, last: int) -> list[tuple[int, int]]:
    """The parts of a span between blank lines: a heading and the name that the text begins with are two."""
    if analysis.words(first, last).count("\n") < 2:
        return [(first, last)]
    breaks = [i for i in range(first + 1, last) if analysis.text[analysis.tokens[i - 1].end : analysis.tokens[i].start].count("\n") > 1]
    return list(pairwise([first, *breaks, last]))


def _longest_first(span: tuple[int, int]) -> tuple[int, int]:
    return span[0] - span[1], span[0]


def _is_name(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a known name is used as one here: not an adjective of nationality, not a common word."""
    return last - first > 1 or analysis.tokens[first].upos in ("PROPN", "NOUN", "X", "NUM")


def _name(analysis: Analysis, first: int, last: int, label: str, entries: list[Entry], base: ActorBase) -> Candidate | None:
    """A candidate for a name, or None where the name stands for no actor (most places, adjectives)."""
    head = head_of(analysis, first, last)
    lone = label == "Person" and last - first == 1
    if not entries and (label in ("Location", "Facility", "Organization", "") or lone) and _acts(analysis, head):
        details = base.details(base.seat(analysis.words(first, last)) or "")
        if details is not None and not (lone and _is_of_person(analysis, first)):
            entries, label = [details.entry], "" if lone else label
    if label == "Person":
        persons = [entry for entry in entries if entry.kind == "person"] if last - first > 1 else entries
        # A known organisation of several words is one, whatever it sounds like: "Boko Haram".
        entries = persons or [entry for entry in entries if entry.kind == "organization"]
        return Candidate(first, last, head, "name", label if persons or not entries else "Organization", entries)
    if not entries and label in ("Location", "Facility", "Misc", ""):
        return None
    word = analysis.tokens[head]
    if word.upos == "ADJ" or (label == "NORP" and word.relation in ("amod", "compound", "nmod:desc")):
        return None
    return Candidate(first, last, head, "name", label, entries)


def _is_of_person(analysis: Analysis, at: int) -> bool:
    """Whether a longer name of a person in the text has the word: "Sofia" is no capital where "Sofia Coppola" is spoken of."""
    word = analysis.tokens[at].text
    longer = (entity for entity in analysis.entities if entity.label == "Person" and entity.last - entity.first > 1)
    return any(analysis.tokens[i].text == word for entity in longer for i in range(entity.first, entity.last))


def _acts(analysis: Analysis, head: int) -> bool:
    """Whether a town stands where somebody acts or is spoken to: as subject, agent, object or possessor, behind no preposition of place."""
    token = analysis.tokens[head]
    if token.relation == "conj" and token.head >= 0:
        return _acts(analysis, token.head)
    return token.relation in _ACTING and _BESIDE.issuperset(analysis.tokens[c].text.lower() for c in analysis.dependents(head, "case"))


def head_of(analysis: Analysis, first: int, last: int) -> int:
    """The token of a span whose head lies outside it; the last one where there are several."""
    if last - first == 1:
        return first
    outside = [i for i in range(first, last) if not first <= analysis.tokens[i].head < last]
    content = [i for i in outside if analysis.tokens[i].upos != "PUNCT"]
    return (content or outside or [last - 1])[0]


def _nominal(analysis: Analysis, token: Token, base: ActorBase) -> Candidate | None:
    """A noun phrase whose head names a kind of actor."""
    if token.relation in _INSIDE:
        return None
    noun = noun_at(analysis, token.index, base)
    if noun is None or (token.upos == "ADJ" and not _is_nominal_adjective(analysis, token)) or _is_part_of_title(analysis, token):
        return None
    first, last = phrase(analysis, token.index)
    return Candidate(first, last, token.index, "nominal", noun=noun)


def _is_part_of_title(analysis: Analysis, token: Token) -> bool:
    """ "State" in "secretary of state", "prosecutor" in "the prosecutor's office": the phrase as a whole names the actor."""
    if token.head < 0:
        return False
    above = analysis.tokens[token.head]
    if token.relation.startswith("nmod:poss"):
        return above.lemma.lower() in _OFFICES
    return (
        token.lemma.lower() in ("state", "government", "staff", "defence", "defense")
        and above.lemma.lower() in _POSTS
        and above.index == token.index - 2
    )


def _is_nominal_adjective(analysis: Analysis, token: Token) -> bool:
    """ "The displaced", "the wounded": an adjective with an article and no noun."""
    return token.relation.split(":")[0] in ("nsubj", "obj", "obl", "nmod", "conj") and bool(analysis.dependents(token.index, "det"))


def noun_at(analysis: Analysis, head: int, base: ActorBase) -> RoleNoun | None:
    """What the head noun, with the words before it where these make a known term, says of its kind: the longest term wins."""
    tokens, word = analysis.tokens, analysis.tokens[head]
    if base.closes_noun(word.text):
        start, first = head, max(head - 2, analysis.sentences[word.sentence].first)
        while start > first and tokens[start - 1].upos in _IN_TERM:
            start -= 1
        words = [token.text for token in tokens[start : head + 1]]
        for at in range(len(words)):
            found = base.noun(" ".join(words[at:]))
            if found is not None:
                return found
    return base.noun(word.lemma)


def phrase(analysis: Analysis, head: int) -> tuple[int, int]:
    """The noun phrase of a head: everything to its left that belongs to it, and names that go on to its right."""
    first = head
    for child in analysis.children[head]:
        if child < head and analysis.tokens[child].relation in _LEFT:
            first = min(first, analysis.subtree(child)[0])
    # "Presumably by the army": what stands before a preposition is no part of the phrase.
    first = max(
        [first, analysis.sentences[analysis.tokens[head].sentence].first, head - 12, *(i + 1 for i in analysis.dependents(head, "case") if i < head)]
    )
    while first < head and (analysis.tokens[first].upos in ("PUNCT", "ADP", "CCONJ", "SCONJ") or analysis.tokens[first].text.lower() in _ABOUT):
        first += 1
    return first, head + 1


def bare_start(analysis: Analysis, first: int, head: int) -> int:
    """Where a phrase begins without its article or a bracket, and without a pronoun that owns nothing in it: "[among them] four children"."""
    while first < head and (token := analysis.tokens[first]).upos in ("DET", "PRON", "PUNCT") and token.relation != "nmod:poss":
        first += 1
    return first
