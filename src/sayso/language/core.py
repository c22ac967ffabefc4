"""The language core: raw text to an `Analysis`, one pass of the encoder per window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from sayso.article import Span
from sayso.language import decode
from sayso.language.analysis import Analysis, Argument, Attribution, Entity, Judgement, Sentence, Token
from sayso.language.decode import ROLES, WindowScores
from sayso.language.encoder import FOLDER, Encoder, Floats
from sayso.language.lemmas import Lemmatiser
from sayso.language.quotes import find_quotations
from sayso.language.repair import repair, retag
from sayso.language.tokenise import tokenise
from sayso.language.windows import LIMIT, breaks, cut
from sayso.readers.decoding import without_surrogates

HEADS = ["upos", "feats", "start", "entity", "source", "cue", "content", "event", "mode", "reality", "act"]
SIZES = [192, 64, 128]
JUDGED = ("event", "mode", "reality", "act")
LIKELY_EVENT = 0.03
"""Words with at least this probability of being a trigger get their arguments scored."""
BEGINS_CUE, CUE_GOES_ON = 0.78, 0.35
"""A cue begins with a word that is likelier in one than not, and takes in words that are less likely: it is more often cut short than too long."""
LIKELY_CUE = 0.3
LIKELY_ARGUMENT = 0.15
ARGUMENTS = [ROLES.index(role) for role in ("actor", "recipient", "place", "time")]
"""Links of triggers that are scored; no step asks for the others yet."""


@dataclass(slots=True)
class TaggedSentence:
    """What the core says of a sentence whose words were given: for measuring against treebanks."""

    upos: list[str]
    heads: list[int]
    """Index of each word's head in the sentence; -1 for the root."""
    relations: list[str]
    lemmas: list[str]
    entities: list[str]
    """One BIO tag per word."""


@dataclass(slots=True)
class _Linked:
    """A cue (in words of its window, which begins at `first`) and the log-odds [2, words] of its source and content."""

    first: int
    cue: tuple[int, int]
    odds: Floats
    claims: bool
    score: float


class LanguageCore:
    """Turns text into analyses; load it once."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self.labels = encoder.labels
        self._lemmatiser = Lemmatiser(encoder.lemmas)
        self._root = encoder.labels["relation"].index("root")
        self._feats = [_parse_feats(feats) for feats in encoder.labels["feats"]]

    @classmethod
    def load(cls, folder: Path = FOLDER, *, threads: int = 1) -> LanguageCore:
        """Open the model; ModelError when it is missing or damaged."""
        return cls(Encoder(folder, threads=threads))

    def analyse(self, text: str, *, skipped: Sequence[Span] = ()) -> Analysis:
        """Read one text; words inside `skipped` spans are left out."""
        return self.analyse_many([text], skipped=[skipped])[0]

    def analyse_many(self, texts: Sequence[str], *, skipped: Sequence[Sequence[Span]] = ()) -> list[Analysis]:
        """Read several texts, each as if it were alone."""
        texts = [without_surrogates(text) for text in texts]
        all_words = [_words_outside(text, skipped[n] if skipped else ()) for n, text in enumerate(texts)]
        windows = [cut(text, words, limit=LIMIT) for text, words in zip(texts, all_words, strict=True)]
        strings = [
            [text[s:e] for s, e in words[first:last]] for text, words, edges in zip(texts, all_words, windows, strict=True) for first, last in edges
        ]
        outputs = iter(self.encoder.encode(strings))
        return [
            self._read(text, words, [(edge, next(outputs)) for edge in edges]) for text, words, edges in zip(texts, all_words, windows, strict=True)
        ]

    def analyse_tokens(self, sentences: Sequence[Sequence[str]]) -> list[TaggedSentence]:
        """Read sentences whose words are given, each by itself."""
        return [
            self._tagged(words, self._split(tags, projections))
            for words, (tags, projections) in zip(sentences, self.encoder.encode(sentences), strict=True)
        ]

    def _split(self, tags: Floats, projections: Floats) -> WindowScores:
        return decode.split_scores(tags, projections, self.labels, HEADS, SIZES)

    def _best(self, scores: WindowScores, head: str) -> list[str]:
        labels = self.labels[head]
        return [labels[i] for i in scores.tags[head].argmax(axis=1)]

    def _tagged(self, words: Sequence[str], scores: WindowScores) -> TaggedSentence:
        heads, relations = decode.trees(scores, np.zeros(len(words), np.int64), self.encoder.weights, root=self._root)
        upos = self._best(scores, "upos")
        feats = [self._feats[i] for i in scores.tags["feats"].argmax(axis=1)]
        return TaggedSentence(
            upos,
            [-1 if head == i else int(head) for i, head in enumerate(heads)],
            [self.labels["relation"][relation] for relation in relations],
            [self._lemmatiser.lemma(word, tag, more) for word, tag, more in zip(words, upos, feats, strict=True)],
            self._best(scores, "entity"),
        )

    def _read(self, text: str, words: list[Span], windows: list[tuple[tuple[int, int], tuple[Floats, Floats]]]) -> Analysis:
        """Put the windows of one text together."""
        analysis = Analysis(text)
        hard = set(breaks(text, words)) | {first for (first, _), _ in windows}
        linked: list[_Linked] = []
        for (first, last), (tags, projections) in windows:
            scores = self._split(tags, projections)
            forced = np.fromiter((i in hard for i in range(first, last)), bool, last - first)
            self._add_tokens(analysis, words, first, scores, decode.sentence_numbers(scores.tags["start"], forced))
            self._add_entities(analysis, first, scores)
            linked.extend(self._link_cues(first, scores))
            self._add_judgements(analysis, scores)
            self._add_arguments(analysis, first, scores)
        _add_attributions(analysis, linked)
        _go_on(analysis, [last for (_, last), _ in windows])
        analysis.judgements = {
            head: Judgement(self.labels[head], np.concatenate(parts) if parts else np.zeros((0, len(self.labels[head])), np.float32))
            for head, parts in ((head, [p[head] for p in analysis._parts]) for head in JUDGED)
        }
        analysis._parts = []
        return analysis

    def _add_tokens(self, analysis: Analysis, words: list[Span], first: int, scores: WindowScores, number: decode.Ints) -> None:
        heads, relations = decode.trees(scores, number, self.encoder.weights, root=self._root)
        upos = self._best(scores, "upos")
        feats = scores.tags["feats"].argmax(axis=1)
        texts = [analysis.text[start:end] for start, end in words[first : first + len(number)]]
        retag(texts, upos, heads.tolist(), [self.labels["relation"][relation] for relation in relations])
        offset = len(analysis.sentences)
        for i in range(len(number)):
            start, end = words[first + i]
            word = texts[i]
            sentence = offset + int(number[i])
            head = -1 if heads[i] == i else first + int(heads[i])
            if sentence == len(analysis.sentences):
                analysis.sentences.append(Sentence(sentence, first + i, first + i, start, end))
            analysis.sentences[-1].last, analysis.sentences[-1].end = first + i + 1, end
            analysis.tokens.append(
                Token(
                    first + i,
                    start,
                    end,
                    word,
                    self._lemmatiser.lemma(word, upos[i], self._feats[feats[i]]),
                    upos[i],
                    self._feats[feats[i]],
                    head,
                    self.labels["relation"][relations[i]],
                    sentence,
                )
            )
        repair(analysis.tokens, first)

    def _add_entities(self, analysis: Analysis, first: int, scores: WindowScores) -> None:
        confidence = decode.softmax(scores.tags["entity"]).max(axis=1)
        for label, start, end in decode.spans_by_tags(self._best(scores, "entity")):
            analysis.entities.append(Entity(label, first + start, first + end, float(confidence[start:end].min())))

    def _cues(self, scores: WindowScores) -> tuple[list[tuple[int, int]], list[tuple[int, int]], Floats]:
        """Cues as PolNeAR marks them, then words that may be cues of an act by the codebook, and the chance of an act per word."""
        acts = 1 - decode.softmax(scores.tags["act"])[:, 0]
        return (
            decode.spans_by_chance(decode.softmax(scores.tags["cue"]), begin=BEGINS_CUE, goes_on=CUE_GOES_ON),
            [(int(i), int(i) + 1) for i in np.flatnonzero(acts > LIKELY_CUE)],
            acts,
        )

    def _link_cues(self, first: int, scores: WindowScores) -> list[_Linked]:
        """The cues of a window, with the odds of each of its words to belong to each cue's source and content."""
        attributed, claimed, acts = self._cues(scores)
        found: list[_Linked] = []
        for cues, roles, claims in ((attributed, ("source", "content"), False), (claimed, ("speaker", "said"), True)):
            if not cues:
                continue
            numbers = [ROLES.index(role) for role in roles]
            odds = decode.link_scores(scores, [start for start, _ in cues], numbers, self.encoder.weights["link"])
            for row, (start, end) in enumerate(cues):
                odds[:, row, start:end] = decode.NEVER
                score = float(acts[start]) if claims else 1.0
                found.append(_Linked(first, (start, end), odds[:, row], claims, score))
        return found

    def _add_judgements(self, analysis: Analysis, scores: WindowScores) -> None:
        analysis._parts.append({head: decode.softmax(scores.tags[head]) for head in JUDGED})

    def _add_arguments(self, analysis: Analysis, first: int, scores: WindowScores) -> None:
        likely = np.flatnonzero(1 - analysis._parts[-1]["event"][:, 0] > LIKELY_EVENT)
        if not len(likely):
            return
        anchors = [int(i) for i in likely]
        odds = decode.link_scores(scores, anchors, ARGUMENTS, self.encoder.weights["link"])
        chances = 1 / (1 + np.exp(-odds))
        for role, row, word in np.argwhere(chances > LIKELY_ARGUMENT):
            analysis.arguments.append(Argument(first + anchors[row], first + int(word), ROLES[ARGUMENTS[role]], float(chances[role, row, word])))


def _add_attributions(analysis: Analysis, linked: list[_Linked]) -> None:
    """Choose the spans of all sources and contents of a text at once."""
    if not linked:
        return
    longest = max(cue.odds.shape[1] for cue in linked)
    odds = np.full((len(linked), 2, longest), decode.NEVER, np.float32)
    for row, cue in enumerate(linked):
        odds[row, :, : cue.odds.shape[1]] = cue.odds
    switch = np.tile(np.array(decode.SWITCH, np.float32), len(linked))
    chosen = decode.spans_by_odds(odds.reshape(-1, longest), switch).reshape(odds.shape)
    for cue, (source, content) in zip(linked, chosen, strict=True):
        spans = [[(cue.first + a, cue.first + b) for a, b in decode.runs(words)] for words in (source, content)]
        start, end = cue.cue
        found = Attribution(spans[0], [(cue.first + start, cue.first + end)], spans[1], cue.score)
        (analysis.claims if cue.claims else analysis.attributions).append(found)


def _go_on(analysis: Analysis, ends: list[int]) -> None:
    """Contents that a window's end cuts short go on to the end of the quotation that they stand in."""
    edges = set(ends)
    quotations = find_quotations(analysis)
    for found in [*analysis.attributions, *analysis.claims]:
        for place, (first, last) in enumerate(found.content):
            if last in edges:
                over = next((q for q in quotations if q.closed and q.first < last < q.last), None)
                found.content[place] = (first, over.last if over else last)


def _words_outside(text: str, skipped: Sequence[Span]) -> list[Span]:
    """The words of a text that are not in any of the skipped spans."""
    words: list[Span] = []
    at = 0
    for start, end in sorted(skipped):
        words.extend(tokenise(text, at, start))
        at = max(at, end)
    words.extend(tokenise(text, at))
    return words


@cache
def _parse_feats(feats: str) -> dict[str, str]:
    """`Mood=Ind|Tense=Past` as a dict; `_` is none."""
    return {} if feats == "_" else dict(pair.split("=", 1) for pair in feats.split("|"))
