"""The language core against treebanks: gold tokens, and raw text as the CoNLL shared tasks score it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.figures import Counts, Figures, MissingDataError, System, per_cent
from sayso.language.analysis import Analysis

Span = tuple[int, int]


@dataclass(slots=True)
class GoldSentence:
    """One sentence: words with their spans in the document, surface tokens, tags and tree (heads from 0, -1 for the root)."""

    words: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    surface: list[Span] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)
    """The brackets of mentions that open and close at each word (`Entity` of the last column)."""


@dataclass(slots=True)
class GoldDocument:
    """A document with the text that its sentences were cut from; paragraphs are parted by blank lines."""

    name: str
    text: str = ""
    sentences: list[GoldSentence] = field(default_factory=list)


def read_documents(path: Path) -> list[GoldDocument]:
    """All documents of a CoNLL-U file. Raises MissingDataError where there is none."""
    if not path.exists():
        raise MissingDataError(f"{path} is not there")
    documents: list[GoldDocument] = []
    for block in path.read_text(encoding="utf8").strip().split("\n\n"):
        comments = [line for line in block.split("\n") if line.startswith("#")]
        new = next((line for line in comments if line.startswith("# newdoc")), None)
        if new is not None or not documents:
            documents.append(GoldDocument(new.partition("=")[2].strip() if new else ""))
        document = documents[-1]
        if document.text and any(line.startswith("# newpar") and "newpar_block" not in line for line in comments):
            document.text = document.text.rstrip() + "\n\n"
        document.sentences.append(_sentence(block, document))
    return documents


def _sentence(block: str, document: GoldDocument) -> GoldSentence:
    found = GoldSentence()
    inside_until, at = 0, 0
    for row in (line.split("\t") for line in block.split("\n") if line[:1].isdigit()):
        number, form, gap = row[0], row[1], "" if "SpaceAfter=No" in row[9] else " "
        if "." in number:
            continue
        start = len(document.text)
        if "-" in number:
            inside_until, at = int(number.split("-")[1]), start
            document.text += form + gap
            found.surface.append((start, start + len(form)))
            continue
        if int(number) <= inside_until:
            span = (at, at + len(form))
            at += len(form)
        else:
            span = (start, start + len(form))
            document.text += form + gap
            found.surface.append(span)
        found.words.append(form)
        found.spans.append(span)
        found.lemmas.append(row[2])
        found.upos.append(row[3])
        found.heads.append(int(row[6]) - 1)
        found.relations.append(row[7])
        found.entities.append(next((part.removeprefix("Entity=") for part in row[9].split("|") if part.startswith("Entity=")), ""))
    return found


def score_gold_tokens(documents: list[GoldDocument], system: System) -> Figures:
    """Parts of speech, labelled attachment and lemmas where the words are given."""
    sentences = [sentence for document in documents for sentence in document.sentences]
    total = upos = las = lemmas = 0
    for gold, found in zip(sentences, system.core.analyse_tokens([s.words for s in sentences]), strict=True):
        total += len(gold.words)
        upos += sum(a == b for a, b in zip(gold.upos, found.upos, strict=True))
        arcs = zip(gold.heads, found.heads, gold.relations, found.relations, strict=True)
        las += sum(a == b and x == y for a, b, x, y in arcs)
        lemmas += sum(a == b for a, b in zip(gold.lemmas, found.lemmas, strict=True))
    return {"upos": per_cent(upos, total), "las": per_cent(las, total), "lemma": per_cent(lemmas, total)}


def score_raw_text(documents: list[GoldDocument], system: System) -> Figures:
    """Tokens, words and sentences found in raw text, and F1 of labelled attachment and lemmas over aligned words."""
    tokens, words, sentences, las, lemmas = (Counts() for _ in range(5))
    for document, analysis in zip(documents, system.core.analyse_many([d.text for d in documents]), strict=True):
        _count_raw(document, analysis, (tokens, words, sentences, las, lemmas))
    return {"tokens": tokens.f1, "words": words.f1, "sentences": sentences.f1, "las": las.f1, "lemma": lemmas.f1}


def _count_raw(document: GoldDocument, analysis: Analysis, counts: tuple[Counts, ...]) -> None:
    tokens, words, sentences, las, lemmas = counts
    gold_words = {span for s in document.sentences for span in s.spans}
    own = {(t.start, t.end): t for t in analysis.tokens}
    surface = {span for s in document.sentences for span in s.surface}
    joined = _joined(own, surface - gold_words)
    tokens.add(len(surface & joined), len(joined), len(surface))
    words.add(len(gold_words & set(own)), len(own), len(gold_words))
    bounds = {(s.spans[0][0], s.spans[-1][1]) for s in document.sentences}
    found = {(s.start, s.end) for s in analysis.sentences}
    sentences.add(len(bounds & found), len(found), len(bounds))
    right = right_lemmas = 0
    for sentence in document.sentences:
        for n, span in enumerate(sentence.spans):
            token = own.get(span)
            if token is None:
                continue
            right_lemmas += token.lemma == sentence.lemmas[n]
            head = sentence.spans[sentence.heads[n]] if sentence.heads[n] >= 0 else None
            other = analysis.tokens[token.head] if token.head >= 0 else None
            right += token.relation == sentence.relations[n] and head == ((other.start, other.end) if other else None)
    las.add(right, len(own), len(gold_words))
    lemmas.add(right_lemmas, len(own), len(gold_words))


def _joined(own: Iterable[Span], surface: set[Span]) -> set[Span]:
    """Our words as surface tokens: words that touch and together make a gold multiword token (`surface`) count as that one."""
    joined: set[Span] = set()
    spans = sorted(own)
    at = 0
    while at < len(spans):
        size = next((n for n in (3, 2) if at + n <= len(spans) and (spans[at][0], spans[at + n - 1][1]) in surface and _touch(spans[at : at + n])), 1)
        joined.add((spans[at][0], spans[at + size - 1][1]))
        at += size
    return joined


def _touch(spans: list[Span]) -> bool:
    return all(a[1] == b[0] for a, b in itertools.pairwise(spans))


def score(data: Path, split: str, system: System, *, first: int | None = None) -> Figures:
    """All figures of the two treebanks; `first` limits the sentences of each, for a quick look."""
    figures: Figures = {}
    for name, folder in (("ewt", "ud_ewt"), ("gum", "gum")):
        documents = read_documents(data / "data" / folder / f"{split}.conllu")
        news = [d for d in documents if "_news_" in d.name] if name == "gum" else documents
        kept = _first(news, first)
        figures |= {f"{name} gold tokens {k}": v for k, v in score_gold_tokens(kept, system).items()}
        figures |= {f"{name} raw {k}": v for k, v in score_raw_text(kept, system).items()}
    return figures


def _first(documents: list[GoldDocument], sentences: int | None) -> list[GoldDocument]:
    kept: list[GoldDocument] = []
    for document in documents:
        if sentences is not None and sum(len(d.sentences) for d in kept) >= sentences:
            break
        kept.append(document)
    return kept
