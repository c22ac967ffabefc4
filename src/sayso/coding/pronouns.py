"""Whom a pronoun stands for: the noun before a relative clause, whoever speaks, or the most salient one that agrees."""

from __future__ import annotations

from sayso.coding.chains import Chain, Chains
from sayso.coding.draft import Mention
from sayso.coding.mentions import Candidate
from sayso.coding.participants import Participants
from sayso.language.analysis import Analysis
from sayso.record import Actor

_BACK = 4
"""Sentences back in which a pronoun's actor is looked for."""
_FAR = 20
"""Sentences back in which he or she is looked for where nobody is nearer."""
_THINGS = {"n": 0.6, "p": 0.0}
"""How much likelier than its place in the tree says a noun is that is no actor: `it` is a thing more often than not, `they` is not."""
_THINGS_BACK = 2
"""Sentences back in which things are looked for."""
_ARGUMENTS = frozenset({"nsubj", "obj", "obl", "nmod", "root", "conj", "appos"})
_TOLD = 0.5
"""What it adds that somebody is known to be a man or a woman, where he or she is looked for."""
_NOTHING = -9.0


class Pronouns:
    """Settles the pronouns of one article."""

    def __init__(self, analysis: Analysis, chains: Chains, participants: Participants) -> None:
        self.analysis, self.chains, self._participants = analysis, chains, participants
        claims = [*analysis.attributions, *analysis.claims]
        self._sources = {i for claim in claims for first, last in claim.source for i in range(first, last)}
        self._contents = {i for claim in claims for first, last in claim.content for i in range(first, last)}

    def chain(self, candidate: Candidate) -> Chain | None:
        """The chain of a pronoun, None where nobody before agrees."""
        agreement = candidate.label
        if agreement == "r":
            return self._relative(candidate)
        if agreement in ("1", "1p", "2"):
            return self._participants.chain(candidate)
        return self._antecedent(candidate, agreement)

    def _relative(self, candidate: Candidate) -> Chain | None:
        """`who` and `which` are the noun that their clause belongs to."""
        for above in self.analysis.ancestors(candidate.head):
            token = self.analysis.tokens[above]
            if token.relation.startswith("acl"):
                return self.chains.at(token.head)
        return None

    def _antecedent(self, candidate: Candidate, agreement: str) -> Chain | None:
        """The most salient actor that agrees, unless a thing is more salient; what speaks is no thing."""
        best, mention = self._likeliest(candidate, agreement)
        if mention is None:
            return self._unnamed(agreement) if agreement in ("m", "f") else None
        if agreement in _THINGS and candidate.head not in self._sources and best < self._thing(candidate, agreement) + _THINGS[agreement]:
            return None
        chain = self.chains.of(mention)
        if agreement in ("m", "f"):
            chain.gender = chain.gender or agreement
        return chain

    def _unnamed(self, gender: str) -> Chain:
        """He or she of whom nothing else is said."""
        chain = self.chains.aside(Actor("", "", "person"))
        chain.gender = gender
        return chain

    def _likeliest(self, candidate: Candidate, agreement: str) -> tuple[float, Mention | None]:
        """The most salient mention that agrees, with its salience; the nearer of two that are as salient."""
        sentence = self.analysis.tokens[candidate.head].sentence
        best, chosen = _NOTHING - _FAR, None
        for mention in reversed(self.chains.mentions):
            back = sentence - self.analysis.tokens[mention.head].sentence
            if back > (_BACK if chosen is not None or agreement not in ("m", "f") else _FAR):
                break
            chain = self.chains.of(mention)
            if mention.head < candidate.head and _fits(mention, chain, agreement) and not self._is_barred(mention.head, candidate):
                score = self._salience(mention.head, candidate, back) + (0.5 if mention.kind != "nominal" else 0.0)
                if agreement in ("m", "f") and chain.gender:
                    score += _TOLD
                if score > best:
                    best, chosen = score, mention
        return best, chosen

    def _thing(self, candidate: Candidate, agreement: str) -> float:
        """How salient the likeliest noun is that is no actor and may be meant."""
        tokens = self.analysis.tokens
        sentence = tokens[candidate.head].sentence
        first = self.analysis.sentences[max(0, sentence - _THINGS_BACK)].first
        return max(
            (
                self._salience(token.index, candidate, sentence - token.sentence)
                for token in tokens[first : candidate.head]
                if token.upos in ("NOUN", "PROPN")
                and token.index not in self.chains.by_head
                and (token.feats.get("Number") == "Plur") == (agreement == "p")
                and token.relation.split(":")[0] in _ARGUMENTS
                and not self._is_barred(token.index, candidate)
            ),
            default=_NOTHING,
        )

    def _is_barred(self, other: int, candidate: Candidate) -> bool:
        """A pronoun that is object of a verb is not that verb's subject, unless it says so (`himself`)."""
        pronoun, token = self.analysis.tokens[candidate.head], self.analysis.tokens[other]
        if pronoun.text.lower().endswith(("self", "selves")):
            return False
        if pronoun.relation.split(":")[0] not in ("obj", "iobj", "obl") or not token.relation.startswith("nsubj"):
            return False
        return token.head == self._with_subject(pronoun.head)

    def _with_subject(self, verb: int) -> int:
        """The verb whose subject a verb without one shares: "urging him" that of "called", where somebody called, urging him."""
        tokens = self.analysis.tokens
        while tokens[verb].relation in ("advcl", "conj") and tokens[verb].head >= 0 and not self.analysis.dependents(verb, "nsubj"):
            verb = tokens[verb].head
        return verb

    def _salience(self, other: int, candidate: Candidate, back: int) -> float:
        relation = self.analysis.tokens[other].relation
        score = -1.2 * back
        score += 1.5 if relation.startswith("nsubj") else 0.4 if relation in ("obj", "iobj") else 0.0
        score -= 1.0 if relation in ("nmod:poss", "compound", "nmod") else 0.0
        if candidate.head in self._sources and other in self._sources:
            score += 2.0
        if candidate.head not in self._contents and other in self._contents:
            score -= 1.0
        return score


def _fits(mention: Mention, chain: Chain, agreement: str) -> bool:
    """Whether a mention, which is one of a chain, agrees; `I` and `you` are never meant by a third person."""
    kind = chain.actor.kind
    if kind == "participant":
        return False
    if agreement in ("m", "f"):
        return kind == "person" and chain.gender in ("", agreement)
    if kind == "place":
        return chain.plural == (agreement == "p")
    if agreement == "n":
        return kind in ("country", "organization") or (kind == "group" and mention.kind == "name")
    return kind in ("group", "population", "organization") or chain.plural
