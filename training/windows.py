"""Training examples: windows of words with labels, from each of the named public sets.

Every reader yields `Example`s. A label that a set does not carry is absent, and the loss of its head is then not computed.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.language.lemmas import script_of
from sayso.language.tokenise import tokenise
from sayso.language.windows import cut
from training.labels import ROLES, Labels

Pair = tuple[int, int, int]
Sentences = list[tuple[list[str], list[str]]]
"""Words and labels of the sentences of a document."""
LENGTHS = (70, 128)
"""Words in the windows that articles are cut into, one or the other: the network is then at home in both."""


@dataclass(slots=True)
class Example:
    """One window. `tags` maps a head's name to one label id per word (-100: not judged); `links` are (anchor, word, role)."""

    kind: str
    words: list[str]
    tags: dict[str, list[int]] = field(default_factory=dict)
    heads: list[int] | None = None
    relations: list[int] | None = None
    sentences: list[int] | None = None
    anchors: dict[int, list[int]] = field(default_factory=dict)
    """For each cue or trigger (word index) the roles that are judged there."""
    links: list[Pair] = field(default_factory=list)
    unjudged: list[Pair] = field(default_factory=list)
    values: list[float] | None = None
    fold: int = -1
    """Which fold its hand-coded article is in."""


# --- treebanks -------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Tree:
    """One sentence of a treebank."""

    words: list[str]
    lemmas: list[str]
    upos: list[str]
    feats: list[str]
    heads: list[int]
    relations: list[str]
    new_document: bool = False


def read_conllu(path: Path) -> list[Tree]:
    """All sentences of a CoNLL-U file; multiword tokens count as their words, empty nodes are left out."""
    trees = []
    for block in path.read_text(encoding="utf8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and line[0].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if not rows:
            continue
        trees.append(
            Tree(
                [row[1] for row in rows],
                [row[2] for row in rows],
                [row[3] for row in rows],
                [row[5] for row in rows],
                [int(row[6]) - 1 for row in rows],
                [row[7] for row in rows],
                "# newdoc" in block,
            )
        )
    return trees


def tree_documents(trees: list[Tree]) -> list[list[Tree]]:
    """The trees of each document."""
    documents: list[list[Tree]] = []
    for tree in trees:
        if tree.new_document or not documents:
            documents.append([])
        documents[-1].append(tree)
    return documents


def tree_examples(trees: list[Tree], labels: Labels, rng: random.Random) -> Iterator[Example]:
    """Runs of neighbouring sentences of one document, of random length, so that sentence ends are learned and whole trees fit."""
    at = 0
    while at < len(trees):
        room = rng.choice((12, 35, *LENGTHS))
        run = [trees[at]]
        at += 1
        while at < len(trees) and sum(len(t.words) for t in run) + len(trees[at].words) <= room:
            run.append(trees[at])
            at += 1
        yield _join_trees(run, labels)


def _join_trees(run: list[Tree], labels: Labels) -> Example:
    example = Example("tree", [], heads=[], relations=[], sentences=[])
    tags: dict[str, list[int]] = {name: [] for name in ("upos", "feats", "lemma", "start")}
    assert example.heads is not None and example.relations is not None and example.sentences is not None
    for number, tree in enumerate(run):
        offset = len(example.words)
        for i, word in enumerate(tree.words):
            example.words.append(word)
            example.heads.append(offset + (tree.heads[i] if tree.heads[i] >= 0 else i))
            example.relations.append(labels.id("relation", tree.relations[i]))
            example.sentences.append(number)
            tags["upos"].append(labels.id("upos", tree.upos[i]))
            tags["feats"].append(labels.id("feats", tree.feats[i]))
            tags["lemma"].append(labels.id("lemma", script_of(word, tree.lemmas[i])))
            tags["start"].append(int(i == 0))
    example.tags = tags
    return example


# --- entities --------------------------------------------------------------------------------------------------------


def read_entities(path: Path) -> list[Sentences]:
    """Documents of sentences of (words, BIO labels)."""
    documents: list[Sentences] = []
    sentence: tuple[list[str], list[str]] = ([], [])
    for line in [*path.read_text(encoding="utf8").split("\n"), ""]:
        if line.startswith("# doc"):
            documents.append([])
        elif "\t" in line:
            word, label = line.rsplit("\t", 1)
            word = "".join(word.split())
            sentence[0].append(word or "-")
            sentence[1].append(label.strip())
        elif sentence[0]:
            documents[-1].append(sentence)
            sentence = ([], [])
    return documents


def entity_examples(document: Sentences, labels: Labels, rng: random.Random, *, limit: int = 110) -> Iterator[Example]:
    """Runs of sentences of one document with entity labels; some all in capitals, some all in small letters."""
    words: list[str] = []
    tags: list[int] = []
    room = rng.choice((40, limit))
    for sentence_words, sentence_labels in document:
        if words and len(words) + len(sentence_words) > room:
            yield _entity_example(words, tags, rng)
            words, tags = [], []
        words = words + sentence_words[:400]
        tags = tags + [labels.id("entity", label) for label in sentence_labels[:400]]
    if words:
        yield _entity_example(words, tags, rng)


def _entity_example(words: list[str], tags: list[int], rng: random.Random) -> Example:
    chance = rng.random()
    if chance < 0.14:
        words = [word.upper() for word in words]
    elif chance < 0.17:
        words = [word.lower() for word in words]
    return Example("entity", words[:300], {"entity": tags[:300]})


# --- attribution ------------------------------------------------------------------------------------------------------


def attribution_examples(article: dict[str, Any], rng: random.Random) -> Iterator[Example]:
    """Windows of an article with the sources, cues and contents of its attributions."""
    text = article["text"]
    spans = tokenise(text)
    finder = Finder(spans)
    found = [{role: finder.words(a[role]) for role in ("source", "cue", "content")} for a in article["attributions"]]
    for first, last in cut(text, spans, limit=rng.choice(LENGTHS)):
        yield _attribution_example(text, spans, found, first, last)


def plain_examples(text: str, rng: random.Random) -> Iterator[Example]:
    """Windows of an article that nobody has labelled, for a network to learn from others."""
    spans = tokenise(text)
    for first, last in cut(text, spans, limit=rng.choice(LENGTHS)):
        yield Example("plain", [text[s:e] for s, e in spans[first:last]])


def _attribution_example(text: str, spans: list[tuple[int, int]], found: list[dict[str, list[int]]], first: int, last: int) -> Example:
    example = Example("attribution", [text[s:e] for s, e in spans[first:last]])
    size = last - first
    tags = {role: [0] * size for role in ("source", "cue", "content")}
    ordered = sorted(found, key=lambda a: -len(a["content"]))
    for attribution in ordered:
        inside = {role: [w - first for w in words if first <= w < last] for role, words in attribution.items()}
        for role, words in inside.items():
            for n, word in enumerate(words):
                tags[role][word] = 2 if n and words[n - 1] == word - 1 else max(1, tags[role][word] if role == "content" else 1)
        if not inside["cue"]:
            continue
        anchor = inside["cue"][0]
        example.anchors.setdefault(anchor, [ROLES["source"], ROLES["content"]])
        for role in ("source", "content"):
            example.links.extend((anchor, word, ROLES[role]) for word in inside[role])
    example.tags = tags
    return example


class Finder:
    """Finds the words that character spans cover."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.spans = spans
        self.at = {c: i for i, (s, e) in enumerate(spans) for c in range(s, e)}

    def words(self, pieces: list[list[int]] | list[tuple[int, int]]) -> list[int]:
        """Sorted indices of the words that overlap any of the pieces."""
        return sorted({self.at[c] for s, e in pieces for c in range(s, e) if c in self.at})


# --- factuality ------------------------------------------------------------------------------------------------------------


def factuality_examples(path: Path) -> Iterator[Example]:
    """Sentences with a value from -3 (did not happen) to 3 (happened) on some words."""
    for line in path.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        words = row["text"].split()
        values = [float("nan")] * len(words)
        for target in row["targets"]:
            if target["span1"][0] < len(words):
                values[target["span1"][0]] = float(target["label"])
        yield Example("factuality", words[:200], values=values[:200])


def count_labels(trees: list[Tree]) -> dict[str, list[str]]:
    """The labels that a treebank needs: every relation and part of speech, frequent features and lemma scripts."""
    relation = Counter(r for t in trees for r in t.relations)
    upos = Counter(u for t in trees for u in t.upos)
    feats = Counter(f for t in trees for f in t.feats)
    lemma = Counter(script_of(w, m) for t in trees for w, m in zip(t.words, t.lemmas, strict=True))
    return {
        "relation": sorted(relation),
        "upos": sorted(upos),
        "feats": ["_", *sorted(f for f, n in feats.items() if n >= 4 and f != "_")],
        "lemma": ["k", *sorted(s for s, n in lemma.items() if n >= 3 and s != "k")],
    }
