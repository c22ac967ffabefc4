"""Statements: who says what, by which act. The model proposes cues with source and content; the tree and the cue lexicon fill gaps."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from sayso.coding.actors import mention_for
from sayso.coding.acts import act_of
from sayso.coding.addressees import addressee_of
from sayso.coding.claims import claims
from sayso.coding.dating import time_for
from sayso.coding.draft import Draft, Mention, StatementDraft
from sayso.coding.mentions import head_of
from sayso.coding.relations import subjects_of
from sayso.knowledge.cues import Cue, load_cues
from sayso.language.analysis import Analysis, Attribution, Tokens
from sayso.language.lemmas import bases
from sayso.language.quotes import find_quotations, form_of, quoted_tokens

_LIKELY = 0.56
"""Score from which the model's cue is a statement."""
_SAME_WORDS, _SAME_CONTENT = 0.7, 0.8
"""Shared words of two contents, of all that either has, from which they are one: of two statements, and of two proposals for one."""
_SHORTEST = 4
"""Words of a quotation that make it a statement of its own."""


@dataclass(slots=True, eq=False)
class Proposal:
    """A cue with what is known of its source and content; `score` is the chance that it is a statement."""

    cue: Tokens
    source: list[Tokens]
    content: list[Tokens]
    score: float
    lexicon: Cue | None


def find_statements(draft: Draft) -> None:
    """Fill `draft.statements`, in the order of their cues."""
    analysis = draft.analysis
    quotations = find_quotations(analysis)
    inside = quoted_tokens(analysis, quotations)
    proposals = [p for p in _proposals(analysis) if p.content and p.score >= _LIKELY and not _is_no_comment(analysis, p)]
    proposals += _of_responsibility(draft, {at for proposal in proposals for at in range(*proposal.cue)})
    statements = [part for proposal in _distinct(proposals) for part in _by_paragraph(draft, _statement(draft, proposal, inside))]
    statements += _loose_quotations(draft, [(q.first, q.last) for q in quotations], statements)
    statements.sort(key=_first)
    _lend_speakers(draft, statements)
    draft.statements = _link_outer(draft, statements)


def _is_no_comment(analysis: Analysis, proposal: Proposal) -> bool:
    """ "Declined to comment": nothing was said."""
    if proposal.lexicon is None or proposal.lexicon.act != "refuse":
        return False
    words = [analysis.tokens[i].lemma.lower() for first, last in proposal.content for i in range(first, last)]
    return "comment" in words and len(words) <= _SHORTEST


def _first(statement: StatementDraft) -> tuple[int, int]:
    return min(s for s, _ in statement.content), statement.cue[0] if statement.cue else -1


def _proposals(analysis: Analysis) -> list[Proposal]:
    """The model's claims, completed by its wider attributions and by the tree."""
    wider = {at: found for found in analysis.attributions for first, last in found.cue for at in range(first, last)}
    lexicon = load_cues()
    found = []
    for claim in analysis.claims:
        at = claim.cue[0][0]
        entry = cue_at(analysis, at, lexicon)
        other = wider.get(at)
        content = _trimmed(analysis, claim.content or (other.content if other else []) or content_by_tree(analysis, at, entry))
        source = claim.source or (other.source if other else [])
        found.append(Proposal(_cue_span(analysis, at, entry, other), source, content, claim.score, entry))
    return found


def _of_responsibility(draft: Draft, cues: set[int]) -> list[Proposal]:
    """Claims and denials of responsibility that the model has overlooked."""
    analysis = draft.analysis
    found = {}
    for claim in claims(draft):
        if claim.said and claim.claimants and claim.verb not in cues:
            content = _trimmed(analysis, [_extent(analysis, claim.content, claim.verb)])
            found[claim.verb] = Proposal((claim.verb, claim.verb + 1), [], content, 1.0, cue_at(analysis, claim.verb, load_cues()))
    return list(found.values())


def cue_at(analysis: Analysis, at: int, lexicon: dict[str, tuple[Cue, ...]]) -> Cue | None:
    """The longest entry of the lexicon whose words stand here."""
    word = analysis.tokens[at]
    after = [t.text.lower() for t in analysis.tokens[at + 1 : at + 6] if t.sentence == word.sentence]
    for lemma in dict.fromkeys((word.lemma.lower(), word.text.lower(), *bases(word.text.lower()))):
        for cue in lexicon.get(lemma, ()):
            if not cue.rest or (cue.rest[0] in after[:2] and all(part in after for part in cue.rest)):
                return cue
    return None


def _cue_span(analysis: Analysis, at: int, entry: Cue | None, other: Attribution | None) -> Tokens:
    """The cue with the words that belong to it, as "according to"."""
    if other is not None and other.cue[0][0] == at:
        return other.cue[0]
    if entry is not None and entry.rest and analysis.tokens[at + 1].text.lower() == entry.rest[0]:
        return at, at + 1 + len(entry.rest)
    return at, at + 1


def content_by_tree(analysis: Analysis, at: int, entry: Cue | None) -> list[Tokens]:
    """The content that the tree gives a cue: a clause, else what the lexicon says it stands in."""
    for child in analysis.dependents(at, "ccomp", "xcomp"):
        return [_extent(analysis, child, at)]
    for place in entry.contents if entry is not None else ():
        for child in analysis.dependents(at, *(("obj", "nsubj:pass") if place == "obj" else ("obl", "nmod", "advcl"))):
            cases = [analysis.tokens[c].text.lower() for c in analysis.dependents(child, "case", "mark")]
            if (place == "obj" and not cases) or place in cases[:1]:
                first, last = _extent(analysis, child, at)
                return [(first + (place in (analysis.tokens[first].text.lower(),)), last)]
    return []


def _extent(analysis: Analysis, head: int, cue: int) -> Tokens:
    """The words of a subtree on one side of the cue."""
    own = [i for i in analysis.subtree(head) if i != cue and (i > cue) == (head > cue)]
    return own[0], own[-1] + 1


def _trimmed(analysis: Analysis, content: list[Tokens]) -> list[Tokens]:
    """Content without the marks, commas and "that" at its edges; what is then empty is dropped."""
    found = []
    for first, last in content:
        while first < last and (analysis.tokens[first].upos == "PUNCT" or _is_that(analysis, first)):
            first += 1
        while last > first and analysis.tokens[last - 1].upos == "PUNCT":
            last -= 1
        if last > first:
            found.append((first, last))
    return found


def _is_that(analysis: Analysis, at: int) -> bool:
    token = analysis.tokens[at]
    return token.text.lower() == "that" and token.upos == "SCONJ"


def _distinct(proposals: list[Proposal]) -> list[Proposal]:
    """Of proposals with the same content the likelier one; "according to" yields to a verb of saying inside its content."""
    kept: list[Proposal] = []
    inner: list[set[int]] = []
    for proposal in sorted(proposals, key=_likeliest):
        if not _is_outer(proposal):
            words = {i for first, last in proposal.content for i in range(first, last)}
            if any(overlap(words, other) >= _SAME_CONTENT for other in inner):
                continue
            inner.append(words)
        kept.append(proposal)
    return kept


def _likeliest(proposal: Proposal) -> tuple[float, int]:
    return -proposal.score, proposal.cue[0]


def _is_outer(proposal: Proposal) -> bool:
    return proposal.lexicon is not None and proposal.lexicon.head in ("accord", "according", "per", "report")


def overlap(one: set[int], other: set[int]) -> float:
    """Shared words of two contents over all their words."""
    return 0.0 if one.isdisjoint(other) else len(one & other) / len(one | other)


def _statement(draft: Draft, proposal: Proposal, inside: list[bool]) -> StatementDraft:
    analysis, at = draft.analysis, proposal.cue[0]
    speaker, tokens = _speaker(draft, proposal)
    form = form_of(analysis, proposal.content, inside)
    act = act_of(draft, at, proposal.lexicon, proposal.content, form, speaker)
    addressee = addressee_of(draft, at, proposal.lexicon, act, speaker, proposal.content)
    return StatementDraft(speaker, proposal.cue, proposal.content, form, act, tokens, addressee, time=time_for(draft, at))


def _by_paragraph(draft: Draft, statement: StatementDraft) -> list[StatementDraft]:
    """A quotation that a new paragraph takes up again is a statement of its own."""
    analysis = draft.analysis
    if statement.form != "direct" or len(statement.content) == 1:
        return [statement]
    parts: list[list[Tokens]] = [statement.content[:1]]
    for before, after in itertools.pairwise(statement.content):
        if "\n" in analysis.text[analysis.tokens[before[1] - 1].end : analysis.tokens[after[0]].start]:
            parts.append([])
        parts[-1].append(after)
    statement.content = parts[0]
    return [statement, *(_uncued(draft, content, statement) for content in parts[1:])]


def _uncued(draft: Draft, content: list[Tokens], before: StatementDraft) -> StatementDraft:
    """A quotation without a cue that goes on with the speaker of the one before it."""
    act = act_of(draft, None, None, content, "direct", before.speaker)
    return StatementDraft(before.speaker, None, content, "direct", act, before.speaker_tokens)


def _speaker(draft: Draft, proposal: Proposal) -> tuple[Mention | None, Tokens | None]:
    """The actor behind the source, and its words: the model's source, else the cue's subject."""
    analysis = draft.analysis
    for first, last in proposal.source:
        return _source_mention(draft, first, last), (first, last)
    for subject in subjects_of(analysis, proposal.cue[0]):
        mention = mention_for(draft, subject)
        if mention is not None and not any(first <= subject < last for first, last in proposal.content):
            return mention, (mention.first, mention.last)
    return None, None


def _source_mention(draft: Draft, first: int, last: int) -> Mention | None:
    """Who a source is: the person named in it, else the one its head names, else anybody in it."""
    inside = [draft.heads[i] for i in range(first, last) if i in draft.heads]
    head = draft.heads.get(head_of(draft.analysis, first, last))
    persons = [m for m in inside if m.kind == "name" and m.actor.kind == "person" and not _is_possessor(draft.analysis, m.head)]
    if head is not None and (head.kind != "nominal" or not persons):
        return head
    named = persons or inside
    return named[0] if named else mention_for(draft, head_of(draft.analysis, first, last))


def _is_possessor(analysis: Analysis, token: int) -> bool:
    """Whether a name only tells whose somebody is: "Erdoğan's spokesman", "a spokesman for Erdoğan"."""
    return analysis.tokens[token].relation in ("nmod:poss", "nmod", "obl")


def _loose_quotations(draft: Draft, quotations: list[Tokens], statements: list[StatementDraft]) -> list[StatementDraft]:
    """Quotations that no cue claims: they go on with the statement before them in the same or the last sentence."""
    taken = {token for statement in statements for token in statement.tokens}
    analysis, found = draft.analysis, list[StatementDraft]()
    for first, last in quotations:
        words = [i for i in range(first, last) if analysis.tokens[i].upos != "PUNCT"]
        if len(words) < _SHORTEST + 2 or any(i in taken for i in words):
            continue
        before = [s for s in [*statements, *found] if 0 <= first - max(e for _, e in s.content) <= 40 or (s.cue and 0 <= first - s.cue[1] <= 25)]
        if before and _is_sentence(analysis, first, last):
            last_one, content = max(before, key=_end), _trimmed(analysis, [(first, last)])
            found.append(_uncued(draft, content, last_one))
    return [s for s in found if s.content]


def _is_sentence(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a quotation holds a verb of its own and is no mere phrase."""
    return any(analysis.tokens[i].upos in ("VERB", "AUX") for i in range(first, last)) and analysis.tokens[first].text[:1].isupper()


def _end(statement: StatementDraft) -> int:
    return max(last for _, last in statement.content)


def _lend_speakers(draft: Draft, statements: list[StatementDraft]) -> None:
    """A direct quotation without a source goes on with the speaker of the one before it."""
    for earlier, later in itertools.pairwise(statements):
        near = min(s for s, _ in later.content) - _end(earlier) <= 12
        if later.speaker is None and later.form == "direct" and near and later.speaker_tokens is None:
            later.speaker = earlier.speaker


def _link_outer(draft: Draft, statements: list[StatementDraft]) -> list[StatementDraft]:
    """Nested statements name the one they stand in; a second source of the same words becomes `via`."""
    dropped: set[int] = set()
    for outer in statements:
        reported = outer.tokens if outer.speaker and _reports(draft.analysis, outer) else set[int]()
        for inner in statements:
            if inner is outer or id(inner) in dropped or id(outer) in dropped or outer.cue is None or inner.cue is None:
                continue
            if outer.speaker and reported and overlap(reported, inner.tokens) >= _SAME_WORDS:
                if inner.speaker is None or outer.speaker.actor is not inner.speaker.actor:
                    inner.via = outer.speaker.actor
                dropped.add(id(outer))
            elif inner.via is None and any(first <= inner.cue[0] < last for first, last in outer.content) and inner.act != "none":
                inner.via = outer
    return [s for s in statements if id(s) not in dropped]


def _reports(analysis: Analysis, statement: StatementDraft) -> bool:
    """Whether a statement only passes on another: "according to X", "X reported"."""
    return statement.cue is not None and analysis.tokens[statement.cue[0]].lemma.lower() in ("accord", "according", "per", "report", "tell")
