"""The language core: raw text to an `Analysis`, one pass of the encoder per window."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from sayso.article import Span
from sayso.language import decode
from sayso.language.analysis import Analysis, Argument, Attribution, Entity, Judgement, Sentence, Token, Tokens
from sayso.language.contents import fill_quotations, make_whole
from sayso.language.decode import ROLES, WindowScores
from sayso.language.encoder import FOLDER, Encoder, Floats
from sayso.language.lemmas import Lemmatiser
from sayso.language.repair import repair, retag
from sayso.language.tokenise import tokenise
from sayso.language.windows import LIMIT, breaks, cut, going_on, plain_stops
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
ATTRIBUTED, CLAIMED, ARGUMENTS = slice(0, 2), slice(2, 4), slice(4, 8)
"""Of `ROLES`, those of cues, by PolNeAR and by the codebook, and those of triggers that are scored; no step asks for the others yet.
They are slices, so that no weights are copied."""


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
    """A cue and the log-odds [2, words] of its source and content, for the words of its window, which begins at `first`."""

    first: int
    cue: Tokens
    odds: Floats
    claims: bool
    score: float


class LanguageCore:
    """Turns text into analyses; load it once."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self.labels = encoder.labels
        # As `decode.relations` multiplies it, so that it need not be copied for each text.
        relation = np.ascontiguousarray(encoder.weights["relation"].transpose(2, 0, 1)).transpose(1, 2, 0)
        self._weights = {**encoder.weights, "relation": relation}
        self._lemmatiser = Lemmatiser(encoder.lemmas)
        self._root = encoder.labels["relation"].index("root")
        self._nothing = np.zeros((0, sum(len(self.labels[head]) for head in HEADS)), np.float32), np.zeros((0, 2 * sum(SIZES)), np.float32)
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
        return [self._read(text, words, edges) for text, words, edges in zip(texts, all_words, windows, strict=True)]

    def analyse_tokens(self, sentences: Sequence[Sequence[str]]) -> list[TaggedSentence]:
        """Read sentences whose words are given, each by itself."""
        return [self._tagged(words, self._split(*self.encoder.encode([words]))) for words in sentences]

    def _split(self, tags: Floats, projections: Floats) -> WindowScores:
        return decode.split_scores(tags, projections, self.labels, HEADS, SIZES)

    def _best(self, scores: WindowScores, head: str) -> list[str]:
        labels = self.labels[head]
        return [labels[i] for i in scores.tags[head].argmax(axis=1).tolist()]

    def _tagged(self, words: Sequence[str], scores: WindowScores) -> TaggedSentence:
        heads, relations = decode.trees(scores, [0, len(words)], self._weights, root=self._root)
        upos = self._best(scores, "upos")
        feats = [self._feats[i] for i in scores.tags["feats"].argmax(axis=1)]
        return TaggedSentence(
            upos,
            [-1 if head == i else int(head) for i, head in enumerate(heads)],
            [self.labels["relation"][relation] for relation in relations],
            [self._lemmatiser.lemma(word, tag, more) for word, tag, more in zip(words, upos, feats, strict=True)],
            self._best(scores, "entity"),
        )

    def _read(self, text: str, words: list[Span], windows: list[Tokens]) -> Analysis:
        """Read the windows of one text."""
        analysis = Analysis(text)
        strings = [text[start:end] for start, end in words]
        scores = self._split(*(self.encoder.encode([strings[first:last] for first, last in windows]) if windows else self._nothing))
        analysis.judgements = {head: Judgement(self.labels[head], decode.softmax(scores.tags[head])) for head in JUDGED}
        forced = {*breaks(text, words), *(first for first, _ in windows)}
        edges = decode.sentence_edges(scores.tags["start"], forced, plain_stops(strings), going_on(strings))
        self._add_tokens(analysis, words, strings, scores, edges)
        self._add_entities(analysis, scores, windows)
        self._add_arguments(analysis, scores, windows)
        _add_attributions(analysis, self._link_cues(analysis, scores, windows))
        fill_quotations(analysis, [last for _, last in windows])
        for found in analysis.attributions:
            make_whole(analysis, found)
        return analysis

    def _add_tokens(self, analysis: Analysis, words: list[Span], texts: list[str], scores: WindowScores, edges: list[int]) -> None:
        found = decode.trees(scores, edges, self._weights, root=self._root)
        heads, relations = found[0].tolist(), [self.labels["relation"][i] for i in found[1].tolist()]
        tags = self._best(scores, "upos")
        retag(texts, tags, heads, relations)
        feats = [self._feats[i] for i in scores.tags["feats"].argmax(axis=1).tolist()]
        lemmas = map(self._lemmatiser.lemma, texts, tags, feats)
        sentences = np.repeat(np.arange(len(edges) - 1), np.diff(edges)).tolist()
        above = [-1 if head == at else head for at, head in enumerate(heads)]
        starts, ends = [start for start, _ in words], [end for _, end in words]
        analysis.tokens = list(map(Token, range(len(words)), starts, ends, texts, lemmas, tags, feats, above, relations, sentences))
        analysis.sentences = [Sentence(n, *edge, starts[edge[0]], ends[edge[1] - 1]) for n, edge in enumerate(itertools.pairwise(edges))]
        repair(analysis.tokens)

    def _add_entities(self, analysis: Analysis, scores: WindowScores, windows: list[Tokens]) -> None:
        confidence = decode.softmax(scores.tags["entity"]).max(axis=1).tolist()
        best = self._best(scores, "entity")
        for first, last in windows:
            for label, start, end in decode.spans_by_tags(best[first:last]):
                analysis.entities.append(Entity(label, first + start, first + end, min(confidence[first + start : first + end])))

    def _link_cues(self, analysis: Analysis, scores: WindowScores, windows: list[Tokens]) -> list[_Linked]:
        """The cues as PolNeAR marks them, then words that may be cues of an act by the codebook, with the odds of each word of their window to belong to their source and content."""
        acts = 1 - analysis.judgements["act"].scores[:, 0]
        chances = decode.softmax(scores.tags["cue"])
        spans = ((first, decode.spans_by_chance(chances[first:last], begin=BEGINS_CUE, goes_on=CUE_GOES_ON)) for first, last in windows)
        attributed = [(first + start, first + end) for first, cues in spans for start, end in cues]
        claimed = [(at, at + 1) for at in np.flatnonzero(acts > LIKELY_CUE).tolist()]
        found: list[_Linked] = []
        for cues, roles, claims in ((attributed, ATTRIBUTED, False), (claimed, CLAIMED, True)):
            links = decode.link_scores(scores, [start for start, _ in cues], windows, roles, self._weights["link"])
            for (first, _), some, odds in links:
                for row, (start, end) in enumerate(cues[some]):
                    odds[:, row, start - first : end - first] = decode.NEVER
                    found.append(_Linked(first, (start, end), odds[:, row], claims, float(acts[start]) if claims else 1.0))
        return found

    def _add_arguments(self, analysis: Analysis, scores: WindowScores, windows: list[Tokens]) -> None:
        anchors = np.flatnonzero(1 - analysis.judgements["event"].scores[:, 0] > LIKELY_EVENT).tolist()
        names = ROLES[ARGUMENTS]
        for (first, _), some, odds in decode.link_scores(scores, anchors, windows, ARGUMENTS, self._weights["link"]):
            chances = 1 / (1 + np.exp(-odds))
            likely, triggers = chances > LIKELY_ARGUMENT, anchors[some]
            for (role, row, word), chance in zip(np.argwhere(likely).tolist(), chances[likely].tolist(), strict=True):
                analysis.arguments.append(Argument(triggers[row], first + word, names[role], chance))


def _add_attributions(analysis: Analysis, linked: list[_Linked]) -> None:
    """Choose the spans of all sources and contents of a text at once."""
    if not linked:
        return
    # Behind a window's end nothing speaks for or against a word, so that a span may end there for nothing.
    lengths = np.array([cue.odds.shape[1] for cue in linked])
    longest = int(lengths.max())
    odds = np.zeros((len(linked), 2, longest), np.float32)
    for row, cue in enumerate(linked):
        odds[row, :, : cue.odds.shape[1]] = cue.odds
    switch = np.array([decode.SWITCH_CLAIMED if cue.claims else decode.SWITCH for cue in linked], np.float32).ravel()
    spans: list[list[Tokens]] = [[] for _ in range(2 * len(linked))]
    chosen = decode.spans_by_odds(odds.reshape(-1, longest), switch) & (np.arange(longest) < np.repeat(lengths, 2)[:, None])
    # One column more, where nothing is chosen, so that no span goes on from one row into the next.
    for start, end in decode.runs(np.pad(chosen, ((0, 0), (0, 1))).ravel()):
        row = start // (longest + 1)
        begin = linked[row // 2].first - row * (longest + 1)
        spans[row].append((begin + start, begin + end))
    for cue, source, content in zip(linked, spans[::2], spans[1::2], strict=True):
        found = Attribution(source, [cue.cue], content, cue.score)
        (analysis.claims if cue.claims else analysis.attributions).append(found)


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
