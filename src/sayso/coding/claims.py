"""Who is said to have done a deed: by himself ("the group claimed responsibility for the bombing"), or by those who blame him."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from sayso.coding.actors import mentions_for
from sayso.coding.carriers import distinct
from sayso.coding.draft import Draft, EventDraft, Mention, Role, Saying, StatementDraft
from sayso.coding.relations import cases_of, is_passive, subjects_of
from sayso.coding.sides import same_side
from sayso.language.analysis import Analysis

_WHAT = frozenset({"responsibility", "credit", "authorship"})
"""What is claimed for a deed."""
_CLAIMING = frozenset({"claim", "take", "accept", "admit", "acknowledge", "assume"})
_TAKING = frozenset({"take", "accept", "assume", "acknowledge"})
"""Verbs that go with the responsibility for anything: a family, a decision."""
_DENYING = frozenset({"deny", "disclaim", "reject", "disavow", "dispute"})
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "none", "nobody", "rarely", "seldom", "neither", "yet"})
_MAY_BE = frozenset({"must", "should", "will", "would", "can", "could", "may", "might", "shall", "to"})
"""Words before a verb for what is not said yet, or shall be."""
_FOR_OTHERS = frozenset({"behalf", "name"})
_LOOSE = _WHAT | {"act", "action", "attack", "incident", "crime", "operation", "deed", "it", "this", "that", "these", "they", "them"}
"""Words under which a claim or a charge speaks of a deed that is told before."""
_BACK = 3
"""Sentences back in which it is looked for."""
_VIOLENT = frozenset({"ASSAULT", "COERCE"})
_GUESSED = 0.5
"""Probability under which an actor is but a guess beside one whom somebody names as the doer."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A deed as a claim or its denial names it, and whose it is said to be."""

    deed: int
    claimants: tuple[int, ...]
    verb: int
    content: int
    """The head of what is claimed: the responsibility, or the deed itself."""
    said: bool
    """Is it uttered at all? "Nobody has claimed the attack" is no claim."""
    made: bool
    """Do they take it upon themselves?"""


def claims(draft: Draft) -> list[Claim]:
    """The claims of an article, and the denials and the failures to claim, in the order of the text."""
    found = []
    for at, lemma in enumerate(draft.lemmas):
        if lemma in _WHAT:
            found += _of_responsibility(draft, at)
        elif lemma == "claim" and draft.analysis.tokens[at].upos == "VERB":
            found += _of_deed(draft, at)
    return found


def _of_responsibility(draft: Draft, what: int) -> list[Claim]:
    """ "X claimed responsibility for D", "responsibility for D was claimed by X"."""
    analysis = draft.analysis
    token = analysis.tokens[what]
    verb = token.head
    if verb < 0 or token.relation not in ("obj", "nsubj:pass", "nsubj") or analysis.lemmas[verb] not in _CLAIMING | _DENYING:
        return []
    below = [i for top in (what, verb) for i in analysis.dependents(top, "nmod", "obl", "acl", "advcl") if "for" in cases_of(analysis, i)]
    deeds = [_asked_for(analysis, verb) if analysis.tokens[i].feats.get("PronType") == "Rel" else i for i in below]
    named = [deed for top in deeds if top is not None for deed in _spread(analysis, top)]
    if named and analysis.lemmas[verb] in _TAKING and not any(_is_violence(draft, deed) for deed in named):
        return []
    return _claims(analysis, verb, what, named or [what])


def _of_deed(draft: Draft, verb: int) -> list[Claim]:
    """ "X claimed the attack", "the attack was claimed by X", "an attack claimed by X"."""
    analysis = draft.analysis
    if is_passive(analysis, verb):
        token = analysis.tokens[verb]
        tops = analysis.dependents(verb, "nsubj:pass") or ([token.head] if token.relation.startswith("acl") else [])
    else:
        tops = analysis.dependents(verb, "obj")
    nouns = [top for top in tops if analysis.tokens[top].upos == "NOUN" and any(_is_violence(draft, deed) for deed in _spread(analysis, top))]
    return [claim for top in nouns for claim in _claims(analysis, verb, top, _spread(analysis, top))]


def _claims(analysis: Analysis, verb: int, content: int, deeds: list[int]) -> list[Claim]:
    """One claim or denial for each deed; who does not deny anything has said nothing."""
    subjects = [subject for subject in subjects_of(analysis, verb) if subject not in deeds]
    for others in (i for i in analysis.dependents(verb, "obl") if analysis.lemmas[i] in _FOR_OTHERS):
        subjects = analysis.dependents(others, "nmod") or subjects
    tops = [verb, *subjects, *([analysis.tokens[verb].head] if analysis.tokens[verb].relation == "conj" else [])]
    words = {analysis.lows[i] for top in tops for i in (top, *analysis.children[top]) if analysis.tokens[i].relation != "conj"}
    modal = any(analysis.lemmas[i] in _MAY_BE for i in analysis.dependents(verb, "aux", "mark"))
    said = not modal and _NOT.isdisjoint(words)
    claimed = analysis.lemmas[verb] in _CLAIMING
    return [Claim(deed, tuple(subjects), verb, content, said, said and claimed) for deed in deeds] if said or claimed else []


def _is_violence(draft: Draft, word: int) -> bool:
    """Whether a word may name an act of violence, which may be claimed; land is claimed, too."""
    triggers = draft.knowledge.triggers
    return any(trigger.type in _VIOLENT for part in ("noun", "verb") for trigger in triggers.of(part).get(draft.lemmas[word], ()))


def _asked_for(analysis: Analysis, verb: int) -> int | None:
    """The noun of a relative clause: "the attack for which X claimed responsibility"."""
    token = analysis.tokens[verb]
    return token.head if token.relation == "acl:relcl" else None


def _spread(analysis: Analysis, top: int) -> list[int]:
    """A deed with those joined to it, and with what it is made up of: "a series of attacks"."""
    parts = [i for i in analysis.dependents(top, "nmod") if "of" in cases_of(analysis, i)]
    return [top, *analysis.dependents(top, "conj"), *parts]


def disowned(draft: Draft) -> dict[int, set[int]]:
    """By the word for a deed, and for what it did, those who deny it or have not claimed it."""
    found: dict[int, set[int]] = {}
    for claim in claims(draft):
        if not claim.made:
            for word in (claim.deed, *draft.analysis.dependents(claim.deed, "acl")):
                found.setdefault(word, set()).update(claim.claimants)
    return found


def attribute_claims(draft: Draft) -> None:
    """Make those who claim a deed its actors, on their own word."""
    for claim in claims(draft):
        told = _with_cue(draft, claim.verb)
        said = [s for s in told if s.speaker_tokens and any(at in range(*s.speaker_tokens) for at in claim.claimants)]
        for event, at in product(_meant(draft, claim.deed) if claim.made else (), claim.claimants):
            for mention in mentions_for(draft, at):
                _alleged(draft, event, mention, said[:1])


def attribute_blame(draft: Draft) -> None:
    """Make those who are blamed for a deed its actors, on the accuser's word."""
    for event in draft.events:
        if event.type == "ACCUSE":
            for statement in [s for s in _with_cue(draft, event.trigger) if s.act == "accuse"][:1]:
                event.about = event.about or _taken_up(draft, event, statement)
                for deed, accused in product(event.about, event.recipients):
                    _alleged(draft, deed, accused.mention, [statement])


def _with_cue(draft: Draft, token: int) -> list[StatementDraft]:
    """The statements that a word is the cue of, or stands in it."""
    return [statement for statement in draft.statements if statement.cue and statement.cue[0] <= token < statement.cue[1]]


def _taken_up(draft: Draft, blame: EventDraft, statement: StatementDraft) -> list[EventDraft]:
    """The deed that a charge calls by a word of its own: "blamed it on the rebels"."""
    below = [i for i in draft.analysis.dependents(blame.trigger, "obj", "obl") if i in statement.tokens]
    accused = {role.mention.head for role in blame.recipients}
    return next((found for i in below if i not in accused and draft.lemmas[i] in _LOOSE and (found := _meant(draft, i))), [])


def _alleged(draft: Draft, deed: EventDraft, doer: Mention, said: list[StatementDraft]) -> None:
    """Note on whose word somebody did a deed; one who is not among its actors joins them, and who was but a guess gives way."""
    below = {doer.head, *(i for child in draft.analysis.children[doer.head] if _is_own(draft, child) for i in draft.analysis.subtree(child))}
    roles = [
        role for role in deed.actors if role.mention.actor is doer.actor or role.mention.head in below or same_side(role.mention.actor, doer.actor)
    ]
    if not roles and all(role.mention.actor is not doer.actor for role in deed.recipients):
        roles = [Role(doer)]
        deed.actors = [role for role in deed.actors if role.chance >= _GUESSED or role.sayings] + roles
    for role in roles:
        role.sayings = distinct([*role.sayings, *(Saying(statement, "asserts") for statement in said)])
    for statement in said:
        if roles and deed not in statement.about:
            statement.about.append(deed)


def _is_own(draft: Draft, token: int) -> bool:
    """Whether a word belongs to the phrase it hangs on, and is not joined to it."""
    return draft.analysis.tokens[token].relation not in ("conj", "cc")


def _meant(draft: Draft, deed: int) -> list[EventDraft]:
    """The events that a claim is of: one with its word among its mentions, else the violence told last before it."""
    named = [event for event in draft.events if deed in (event.trigger, *event.merged, *event.alluded)]
    if named or draft.lemmas[deed] not in _LOOSE:
        return named
    tokens = draft.analysis.tokens
    before = [(head, event) for event in draft.events if event.type == "ASSAULT" for head in (event.trigger, *event.merged) if head < deed]
    near = [(head, event) for head, event in before if tokens[deed].sentence - tokens[head].sentence <= _BACK]
    return [max(near, key=_place)[1]] if near else []


def _place(found: tuple[int, EventDraft]) -> int:
    return found[0]
