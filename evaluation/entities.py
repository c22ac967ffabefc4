"""Named entities on newswire from all over the world: exact spans with their label, as printed and in capitals."""

from __future__ import annotations

from pathlib import Path

from evaluation.figures import Counts, Figures, MissingDataError, System
from sayso.language.decode import spans_by_tags

Sentence = tuple[list[str], list[str]]


def read_sentences(path: Path) -> list[Sentence]:
    """Sentences of words and BIO tags. Raises MissingDataError where the file is not there."""
    if not path.exists():
        raise MissingDataError(f"{path} is not there")
    sentences: list[Sentence] = [([], [])]
    for line in path.read_text(encoding="utf8").split("\n"):
        if "\t" in line and not line.startswith("# doc"):
            word, tag = line.rsplit("\t", 1)
            sentences[-1][0].append("".join(word.split()) or "-")
            sentences[-1][1].append(tag.strip())
        elif sentences[-1][0]:
            sentences.append(([], []))
    return [sentence for sentence in sentences if sentence[0]]


def score_sentences(sentences: list[Sentence], system: System, *, capitals: bool = False) -> float:
    """F1 of entities."""
    counts = Counts()
    words = [[word.upper() if capitals else word for word in sentence[0]] for sentence in sentences]
    for (_, gold), found in zip(sentences, system.core.analyse_tokens(words), strict=True):
        wanted, got = set(spans_by_tags(gold)), set(spans_by_tags(found.entities))
        counts.add(len(wanted & got), len(got), len(wanted))
    return counts.f1


def score(data: Path, split: str, system: System, *, first: int | None = None) -> Figures:
    """Entities as printed, and on the same text in capitals."""
    sentences = read_sentences(data / "data" / "ner_worldwide" / f"{split}.tsv")[:first]
    return {"entities": score_sentences(sentences, system), "entities in capitals": score_sentences(sentences, system, capitals=True)}
