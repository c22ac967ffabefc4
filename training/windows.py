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

from sayso.language.lemmas import script_of
from sayso.language.tokenise import tokenise
from sayso.language.windows import LIMIT, cut
from training.labels import IGNORE, LIGHT, ROLES, Labels

Pair = tuple[int, int, int]
Mentions = dict[str, list[tuple[int, int]]]
"""By the ref of an actor the characters where it is mentioned."""


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


def tree_examples(trees: list[Tree], labels: Labels, rng: random.Random, *, limit: int = LIMIT) -> Iterator[Example]:
    """Runs of neighbouring sentences, of random length, so that sentence ends are learned and whole trees fit."""
    at = 0
    while at < len(trees):
        room = rng.choice((limit // 6, limit // 2, limit, limit))
        run = [trees[at]]
        at += 1
        while at < len(trees) and not trees[at].new_document and sum(len(t.words) for t in run) + len(trees[at].words) <= room:
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


def read_entities(path: Path) -> list[list[tuple[list[str], list[str]]]]:
    """Documents of sentences of (words, BIO labels)."""
    documents: list[list[tuple[list[str], list[str]]]] = []
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


def entity_examples(path: Path, labels: Labels, rng: random.Random, *, limit: int = 110) -> Iterator[Example]:
    """Runs of sentences with entity labels; some all in capitals, some all in small letters."""
    for document in read_entities(path):
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


def attribution_examples(path: Path, labels: Labels, rng: random.Random) -> Iterator[Example]:
    """Windows of articles with the sources, cues and contents of their attributions."""
    for line in path.read_text(encoding="utf8").splitlines():
        article = json.loads(line)
        text = article["text"]
        spans = tokenise(text)
        finder = Finder(spans)
        found = [{role: finder.words(a[role]) for role in ("source", "cue", "content")} for a in article["attributions"]]
        for first, last in cut(text, spans, limit=rng.choice((LIMIT, LIMIT, 110))):
            yield _attribution_example(text, spans, found, first, last)


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


# --- hand-coded articles --------------------------------------------------------------------------------------------------


def held_out(names: list[str]) -> set[str]:
    """Every eighth article: not trained on, so that thresholds can be chosen on it."""
    return set(sorted(names)[::8])


def coded_examples(
    folder: Path, labels: Labels, rng: random.Random, *, only: set[str], mentions: dict[str, Mentions] | None = None
) -> Iterator[Example]:
    """Windows of hand-coded articles: triggers with type, mode, reality and arguments; cues with act, source and content.

    `mentions` says for each article where its actors are mentioned (`training.mentions`).
    """
    for path in sorted(folder.glob("*.json")):
        if path.stem not in only:
            continue
        gold = json.loads(path.read_text(encoding="utf8"))
        text = (folder / "texts" / f"{path.stem}.txt").read_text(encoding="utf8")
        spans = tokenise(text)
        page = CodedPage(gold, text, spans, labels, (mentions or {}).get(path.stem, {}))
        for first, last in cut(text, spans, limit=rng.choice((LIMIT, LIMIT, 110))):
            yield page.window(first, last)


class CodedPage:
    """One hand-coded article with its labels on its words."""

    def __init__(self, gold: dict, text: str, spans: list[tuple[int, int]], labels: Labels, mentions: Mentions) -> None:  # type: ignore[type-arg]
        self.gold, self.text, self.spans, self.labels, self.mentions = gold, text, spans, labels, mentions
        self.finder = Finder(spans)
        size = len(spans)
        self.tags = {"event": [0] * size, "act": [0] * size, "mode": [IGNORE] * size, "reality": [IGNORE] * size}
        self.anchors: dict[int, list[int]] = {}
        self.links: list[Pair] = []
        self.unjudged: list[Pair] = []
        self.actors = {a["ref"]: [a["name"], *a.get("aliases", [])] for a in gold["actors"]}
        events = sorted(gold["events"], key=lambda e: e.get("core", True))
        for event in events:
            self._add_event(event)
        for statement in gold["statements"]:
            self._add_statement(statement)

    def window(self, first: int, last: int) -> Example:
        """The labels of words `[first, last)`."""
        inside = range(first, last)
        return Example(
            "coded",
            [self.text[s:e] for s, e in self.spans[first:last]],
            {name: tags[first:last] for name, tags in self.tags.items()},
            anchors={a - first: roles for a, roles in self.anchors.items() if a in inside},
            links=[(a - first, w - first, r) for a, w, r in self.links if a in inside and w in inside],
            unjudged=[(a - first, w - first, r) for a, w, r in self.unjudged if a in inside and w in inside],
        )

    def _find(self, piece: str, start: int = 0, end: int | None = None) -> list[int]:
        at = self.text.find(piece, start, len(self.text) if end is None else end)
        return self.finder.words([(at, at + len(piece))]) if at >= 0 and piece else []

    def _add_event(self, event: dict) -> None:  # type: ignore[type-arg]
        pieces = [(at, at + len(e)) for e in event["evidence"] if (at := self.text.find(e)) >= 0]
        found = next(((w, p) for p in pieces if (w := self._find(event["trigger"], *p))), None)
        if found is None:
            return
        words, piece = found
        head = _head_word([self.text[slice(*self.spans[w])] for w in words])
        trigger = words[head]
        core = event.get("core", True)
        for word in words:
            if self.tags["event"][word] == 0:
                self.tags["event"][word] = IGNORE
        for other in pieces:
            if other != piece:
                for word in self._find(self.text[slice(*self.spans[trigger])], *other):
                    if self.tags["event"][word] == 0:
                        self.tags["event"][word] = IGNORE
        if not core:
            return
        self.tags["event"][trigger] = self.labels.id("event", event["type"])
        self.tags["mode"][trigger] = self.labels.id("mode", event["mode"] or "none")
        self.tags["reality"][trigger] = self.labels.id("reality", event["reality"])
        self._add_arguments(event, trigger, piece)

    def _add_arguments(self, event: dict, trigger: int, piece: tuple[int, int]) -> None:  # type: ignore[type-arg]
        sentence = self.finder.words([piece])
        fillers = {
            "actor": [(self.actors.get(r, []), r) for r in event["actors"]],
            "recipient": [(self.actors.get(r, []), r) for r in event["recipients"]],
            "place": [([p["name"]], "") for p in event["where"]],
            "time": [([event["when"]["text"]], "")] if event["when"].get("text") else [],
        }
        self.anchors[trigger] = [ROLES[role] for role in fillers]
        for role, names in fillers.items():
            for aliases, ref in names:
                words = self._named(aliases, *piece) or self._mentioned(ref, *piece)
                self.links.extend((trigger, word, ROLES[role]) for word in words if word != trigger)
                if not words:
                    self.unjudged.extend((trigger, word, ROLES[role]) for word in sentence)

    def _mentioned(self, ref: str, start: int, end: int) -> set[int]:
        return set(self.finder.words([(s, e) for s, e in self.mentions.get(ref, []) if start <= s and e <= end]))

    def _named(self, aliases: list[str], start: int, end: int) -> set[int]:
        found: set[int] = set()
        for alias in sorted(aliases, key=len, reverse=True):
            words = self._find(alias, start, end)
            if words and not found.intersection(words):
                found.update(words)
        return found

    def _add_statement(self, statement: dict) -> None:  # type: ignore[type-arg]
        contents = [statement["content"]] if isinstance(statement["content"], str) else statement["content"]
        content: list[int] = []
        for piece in contents:
            content.extend(self._find(piece) if isinstance(piece, str) else self.finder.words([tuple(piece)]))
        cue = self._near(statement.get("cue") or "", content)
        if not cue or not content:
            return
        anchor = cue[0]
        core = statement.get("core", True)
        self.tags["act"][anchor] = self.labels.id("act", statement["act"]) if core else IGNORE
        self.anchors[anchor] = [*self.anchors.get(anchor, []), ROLES["speaker"], ROLES["said"]]
        self.links.extend((anchor, word, ROLES["said"]) for word in content)
        speaker = self._near(statement.get("speaker_text") or "", cue)
        self.links.extend((anchor, word, ROLES["speaker"]) for word in speaker)

    def _near(self, piece: str, words: list[int]) -> list[int]:
        """The occurrence of a piece of text that stands nearest to some words."""
        if not piece or not words:
            return []
        places, at = [], self.text.find(piece)
        while at >= 0:
            places.append(self.finder.words([(at, at + len(piece))]))
            at = self.text.find(piece, at + 1)
        near = [p for p in places if p]
        return min(near, key=lambda p: min(abs(p[0] - words[-1]), abs(words[0] - p[-1])), default=[])


def _head_word(words: list[str]) -> int:
    """Index of the word that carries a trigger phrase: the first that is neither a function word nor a light verb."""
    for index, word in enumerate(words):
        if word.isalpha() and word.lower() not in LIGHT:
            return index
    return 0


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
