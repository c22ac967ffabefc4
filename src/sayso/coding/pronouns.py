"""Whom a pronoun stands for: the noun before a relative clause, the one who is quoted, or the most salient one that agrees."""

from __future__ import annotations

from sayso.coding.chains import Chain, Chains
from sayso.coding.draft import Mention
from sayso.coding.mentions import Candidate
from sayso.language.analysis import Analysis

_BACK = 4
"""Sentences back in which a pronoun's actor is looked for."""


class Pronouns:
    """Settles the pronouns of one article."""

    def __init__(self, analysis: Analysis, chains: Chains) -> None:
        self.analysis, self.chains = analysis, chains
        self._quoted = _speakers(analysis)
        claims = [*analysis.attributions, *analysis.claims]
        self._sources = {i for claim in claims for first, last in claim.source for i in range(first, last)}
        self._contents = {i for claim in claims for first, last in claim.content for i in range(first, last)}

    def chain(self, candidate: Candidate) -> Chain | None:
        """The chain of a pronoun, None where nobody before agrees."""
        agreement = candidate.label
        if agreement == "r":
            return self._relative(candidate)
        if agreement in ("1", "1p"):
            return self._speaker(candidate)
        return self._antecedent(candidate, agreement)

    def _relative(self, candidate: Candidate) -> Chain | None:
        """`who` and `which` are the noun that their clause belongs to."""
        for above in self.analysis.ancestors(candidate.head):
            token = self.analysis.tokens[above]
            if token.relation.startswith("acl"):
                return self.chains.at(token.head)
        return None

    def _speaker(self, candidate: Candidate) -> Chain | None:
        """`I` and `we` in quotation marks are the one who is quoted."""
        source = self._quoted.get(candidate.head)
        if source is None:
            return None
        for token in range(*source):
            chain = self.chains.at(token) or self.chains.names_at.get(token)
            if chain is not None:
                return chain
        return None

    def _antecedent(self, candidate: Candidate, agreement: str) -> Chain | None:
        """The most salient actor that agrees: subjects before others, nearer sentences before farther ones."""
        sentence = self.analysis.tokens[candidate.head].sentence
        best: tuple[float, int] | None = None
        chosen: Chain | None = None
        for place in range(len(self.chains.mentions) - 1, -1, -1):
            mention = self.chains.mentions[place]
            back = sentence - self.analysis.tokens[mention.head].sentence
            if back > _BACK:
                break
            chain = self.chains.of(mention)
            if mention.head >= candidate.head or not self._fits(chain, mention, agreement) or self._is_barred(mention, candidate):
                continue
            score = (self._salience(mention, candidate, back), place)
            if best is None or score > best:
                best, chosen = score, chain
        if chosen is not None and agreement in ("m", "f") and not chosen.gender:
            chosen.gender = agreement
        return chosen

    def _fits(self, chain: Chain, mention: Mention, agreement: str) -> bool:
        kind = chain.actor.kind
        if agreement in ("m", "f"):
            return kind == "person" and chain.gender in ("", agreement)
        if agreement == "n":
            return kind in ("country", "organization") or (kind == "group" and mention.kind == "name")
        return kind in ("group", "population", "organization") or chain.plural

    def _is_barred(self, mention: Mention, candidate: Candidate) -> bool:
        """A pronoun that is object of a verb is not that verb's subject."""
        pronoun, other = self.analysis.tokens[candidate.head], self.analysis.tokens[mention.head]
        return pronoun.head == other.head and pronoun.relation.split(":")[0] in ("obj", "iobj", "obl") and other.relation.startswith("nsubj")

    def _salience(self, mention: Mention, candidate: Candidate, back: int) -> float:
        relation = self.analysis.tokens[mention.head].relation
        score = -1.2 * back
        score += 1.5 if relation.startswith("nsubj") else 0.4 if relation in ("obj", "iobj") else 0.0
        score += 0.5 if mention.kind != "nominal" else 0.0
        score -= 1.0 if relation in ("nmod:poss", "compound", "nmod") else 0.0
        if candidate.head in self._sources and mention.head in self._sources:
            score += 2.0
        if candidate.head not in self._contents and mention.head in self._contents:
            score -= 1.0
        return score


def _speakers(analysis: Analysis) -> dict[int, tuple[int, int]]:
    """For each token inside a quoted content the token span of its source."""
    found: dict[int, tuple[int, int]] = {}
    for attribution in [*analysis.attributions, *analysis.claims]:
        if attribution.source:
            for first, last in attribution.content:
                for token in range(first, last):
                    found[token] = attribution.source[0]
    return found
