"""Who `I`, `we` and `you` are: the one who is quoted, else whoever speaks or is spoken to outside of quotation marks."""

from __future__ import annotations

from collections import Counter

from sayso.coding.chains import Chain, Chains
from sayso.coding.mentions import Candidate
from sayso.language.analysis import Analysis, Tokens
from sayso.language.quotes import find_quotations
from sayso.record import Actor

_BEGINNING = 150
"""Words at the beginning, where an interview says that it is one and with whom."""
_MANY = 3
"""Questions, each a paragraph's end, that make an interview of a text that does not say so."""


class Participants:
    """Settles the first and second persons of one article."""

    def __init__(self, analysis: Analysis, chains: Chains) -> None:
        self.analysis, self.chains = analysis, chains
        self._sources = _sources(analysis)
        self._quotation = {i: n for n, quotation in enumerate(find_quotations(analysis)) for i in range(quotation.first, quotation.last)}
        self._known: dict[tuple[str, object], Chain] = {}
        self._asked = _questions(analysis)
        """Paragraphs that ask, as tokens."""
        self._answers = self._interviewed()

    def is_quoted(self, candidate: Candidate) -> bool:
        """Whether a candidate is `I`, `we` or `you` in quotation marks, whose speaker must be settled first."""
        return candidate.label in ("1", "1p", "2") and candidate.head in self._quotation

    def chain(self, candidate: Candidate) -> Chain:
        """The chain of a pronoun of the first or second person."""
        quotation = self._quotation.get(candidate.head)
        if quotation is None:
            return self._outside(candidate)
        speaker = self._speaker(candidate.head)
        if speaker is None:
            return self._of(quotation, candidate.label)
        if candidate.label == "1" or (candidate.label == "1p" and speaker.actor.kind != "person"):
            return speaker
        return self._of(id(speaker), candidate.label, speaker if candidate.label == "1p" else None)

    def _outside(self, candidate: Candidate) -> Chain:
        """Outside of quotation marks one person writes, but in an interview one asks and one answers: the asker's `you` is the other's `I`."""
        if self._answers is None:
            return self._of("writes", candidate.label)
        is_asked = any(first <= candidate.head < last for first, last in self._asked)
        if candidate.label == ("2" if is_asked else "1"):
            return self._answers
        return self._of("asks" if is_asked else "answers", candidate.label)

    def _of(self, speaker: object, person: str, behind: Chain | None = None) -> Chain:
        """What a speaker means by `I`, `we` or `you`; `we` of a person is a chain of its own that stands for the person in the record."""
        known = self._known.get((person, speaker))
        if known is None:
            known = self._known[person, speaker] = self.chains.aside(behind.actor if behind else Actor("", "", "participant"))
        return known

    def _interviewed(self) -> Chain | None:
        """The one who answers in an interview: of the persons named where it says that it is one, or at its beginning, the one named most."""
        tokens = self.analysis.tokens[:_BEGINNING]
        told = {token.sentence for token in tokens if token.lemma.lower() == "interview"}
        if len(self._asked) < (1 if told else _MANY):
            return None
        early = {head: chain for head, chain in self.chains.names_at.items() if head < _BEGINNING and chain.actor.kind == "person"}
        near = [chain for head, chain in early.items() if tokens[head].sentence in told] or (list(early.values()) if told else [])
        counts = Counter(id(chain) for chain in self.chains.names_at.values())
        return max(near, key=lambda chain: counts[id(chain)], default=None) or self._of("answers", "1")

    def _speaker(self, token: int) -> Chain | None:
        for at in range(*self._sources.get(token, (0, 0))):
            chain = self.chains.at(at)
            if chain is not None:
                return chain
        return None


def _sources(analysis: Analysis) -> dict[int, Tokens]:
    """For each token inside a content the source, the nearest where there are several."""
    found: dict[int, Tokens] = {}
    for attribution in [*analysis.attributions, *analysis.claims]:
        for first, last in attribution.content if attribution.source else ():
            sentence = analysis.tokens[last - 1].sentence
            gaps = [(analysis.tokens[s[0]].sentence != sentence, max(first - s[1], s[0] - last), s) for s in attribution.source]
            found.update(dict.fromkeys(range(first, last), min(gaps)[2]))
    return found


def _questions(analysis: Analysis) -> list[Tokens]:
    """Paragraphs that ask somebody: they end with a question mark and say `you`."""
    found: list[Tokens] = []
    first = 0
    for sentence in analysis.sentences:
        if sentence.last == len(analysis.tokens) or "\n" in analysis.text[sentence.end : analysis.tokens[sentence.last].start]:
            tokens = analysis.tokens[first : sentence.last]
            if tokens[-1].text == "?" and any(token.text.lower() in ("you", "your") for token in tokens):
                found.append((first, sentence.last))
            first = sentence.last
    return found
