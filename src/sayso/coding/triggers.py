"""Which words of an article name events, by the frames of `knowledge/data/triggers`."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.coding.scene import Scene
from sayso.knowledge.triggers import Term, Trigger, Triggers
from sayso.language.analysis import Token
from sayso.language.lemmas import bases

_NEVER_BELOW = frozenset({"nsubj", "csubj", "conj", "parataxis", "advcl", "acl", "punct", "cc", "discourse", "vocative", "ccomp", "dep"})
_ON_THE_WAY = frozenset({"obj", "obl", "xcomp", "nsubj:pass", "nmod", "advcl", "ccomp", "obl:agent", "iobj", "advmod"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PARTS = {"NOUN": "noun", "PROPN": "noun", "VERB": "verb", "ADJ": "adjective", "AUX": "modal"}
_REACH = 3
"""Words before a noun among which the rest of a compound is looked for when the tree has it otherwise."""


@dataclass(slots=True)
class Match:
    """A trigger found at a token: `nodes` are its content words, the head first; `first` and `last` its extent."""

    trigger: Trigger
    token: int
    nodes: list[int]
    first: int
    last: int


def matches_at(scene: Scene, token: int, triggers: Triggers) -> list[Match]:
    """The triggers whose phrase and conditions hold at a token: of each type the most exact one."""
    word = scene.analysis.tokens[token]
    listed = _with_particle(scene, word, _listed(scene, word, triggers.of(_PARTS[word.upos]))) if word.upos in _PARTS else ()
    if not listed:
        return []
    found: dict[str, Match] = {}
    beside = scene.words_beside(token)
    for trigger in listed:
        rest = trigger.before + trigger.after
        # Most phrases fail here: a word of theirs stands nowhere in the sentence.
        if rest and not beside.issuperset(rest):
            continue
        kept = found.get(trigger.type)
        if kept is not None and len(kept.nodes) > 1 + len(rest):
            continue
        match = _match(scene, token, trigger)
        if match is not None and (kept is None or _better(match, kept)):
            found[trigger.type] = match
    return list(found.values())


def _listed(scene: Scene, word: Token, table: dict[str, tuple[Trigger, ...]]) -> tuple[Trigger, ...]:
    """The triggers under a word's lemma, or, where the lemma is unknown, under what its ending may hide."""
    lemma, low = scene.lemmas[word.index], scene.lows[word.index]
    if lemma in table or word.upos == "AUX":
        return table.get(lemma, ())
    if low in table:
        return table[low]
    for base in bases(low):
        if base in table:
            return table[base]
    return ()


def _with_particle(scene: Scene, word: Token, listed: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """Of a verb with a particle only the triggers that have it, where there are any: who calls off a march calls nobody."""
    particles = {scene.lows[i] for i in scene.analysis.dependents(word.index, "compound:prt")}
    with_it = tuple(trigger for trigger in listed if not particles.isdisjoint(trigger.after)) if particles else ()
    return with_it or listed


def _better(match: Match, kept: Match) -> bool:
    return _exactness(match.trigger) > _exactness(kept.trigger)


def _exactness(trigger: Trigger) -> tuple[int, int, float]:
    return len(trigger.before) + len(trigger.after), sum(t.wanted for t in trigger.terms), trigger.prior


def _match(scene: Scene, token: int, trigger: Trigger) -> Match | None:
    taken, content = [token], [token]
    for word in (*trigger.before, *trigger.after):
        place = _find(scene, token, word, before=word in trigger.before)
        if place is None:
            return None
        taken.append(place)
        if scene.analysis.tokens[place].upos in ("NOUN", "PROPN", "VERB"):
            content.append(place)
    for term in trigger.terms:
        if not _holds(scene, token, content, term):
            return None
    near = [i for i in taken if abs(i - token) <= 8]
    return Match(trigger, token, content, min(near), max(near) + 1)


def _find(scene: Scene, head: int, word: str, *, before: bool) -> int | None:
    """The token that stands for a further word of a phrase, below its head in the tree or right beside it."""
    tokens, lemmas, lows = scene.analysis.tokens, scene.lemmas, scene.lows
    for place in _below(scene, head):
        token = tokens[place]
        if word not in (lemmas[place], lows[place]):
            continue
        if (place < head) == before or token.relation in ("nsubj:pass", "compound", "amod"):
            if place in scene.calendar or (token.upos == "ADP" and token.relation == "case" and token.head in scene.time_tokens):
                continue
            return place
    beside = range(max(0, head - _REACH), head) if before else range(head + 1, min(head + 2, len(tokens)))
    found = (i for i in beside if word in (lemmas[i], lows[i]))
    return next((i for i in found if tokens[i].sentence == tokens[head].sentence), None)


def _below(scene: Scene, head: int) -> list[int]:
    if head not in scene.below:
        scene.below[head] = _look_below(scene, head)
    return scene.below[head]


def _look_below(scene: Scene, head: int) -> list[int]:
    tokens, children = scene.analysis.tokens, scene.analysis.children
    found = []
    top = tokens[head]
    if top.relation in ("acl", "acl:relcl") and top.upos == "VERB" and top.feats.get("VerbForm") == "Part":
        found.append(top.head)
    for child in children[head]:
        relation = tokens[child].relation
        if relation == "nsubj:pass" or relation.split(":")[0] not in _NEVER_BELOW:
            found.append(child)
        if relation in _ON_THE_WAY:
            found.extend(i for i in children[child] if tokens[i].relation.split(":")[0] not in ("acl", "nsubj", "conj", "advcl", "punct"))
        if relation == "obj":
            # "Pointed the finger at": the preposition belongs to the verb's phrase, though the tree has it below the noun.
            found.extend(i for below in children[child] if tokens[below].relation == "nmod" for i in children[below] if tokens[i].relation == "case")
    return found


def _holds(scene: Scene, token: int, nodes: list[int], term: Term) -> bool:
    return term.wanted == bool(holders(scene, token, nodes, term))


def holders(scene: Scene, token: int, nodes: list[int], term: Term) -> list[int]:
    """The tokens that are what a condition of the trigger at `token` asks for or forbids."""
    return [place for place in _places(scene, token, nodes, term.relation) if _fits(scene, place, term)]


def _places(scene: Scene, token: int, nodes: list[int], relation: str) -> list[int]:
    if relation == "any":
        return _near(scene, token)
    relations = scene.relations(nodes)
    if relation == "subj" and scene.analysis.tokens[token].upos in _NOUNS:
        return relations.get("poss", []) + relations.get("by", []) + relations.get("compound", [])
    if relation == "ccomp":
        return [i for i in scene.analysis.children[token] if scene.analysis.tokens[i].relation == "ccomp"]
    return relations.get(relation, [])


def _near(scene: Scene, token: int) -> list[int]:
    children = scene.analysis.children
    return [i for child in children[token] for i in (child, *children[child])] + [i for i in range(max(0, token - 2), token)]


def _fits(scene: Scene, place: int, term: Term) -> bool:
    token = scene.analysis.tokens[place]
    if scene.lemmas[place] in term.words or scene.lows[place] in term.words:
        return True
    if not term.kinds:
        return False
    if term.kinds & {"inf", "finite"}:
        infinitive = token.feats.get("VerbForm") == "Inf" or any(
            scene.analysis.tokens[i].lemma == "to" for i in scene.analysis.children[place] if scene.analysis.tokens[i].relation == "mark"
        )
        return infinitive == ("inf" in term.kinds)
    return bool(term.kinds & scene.kinds(place))
