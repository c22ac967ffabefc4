"""Hand-coded articles, the gold ones and our own, as training examples.

The gold articles stand in DATA/gold/train. Our own stand in `training/coded.jsonl`: what was coded, by offsets into articles of
DATA/data/corpus, so that none of their text is here; only names of actors that the text does not have stand as such.
"""

from __future__ import annotations

import json
import random
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.article import Span
from sayso.language.tokenise import tokenise
from sayso.language.windows import cut
from training.labels import IGNORE, LIGHT, ROLES, TRIGGER_ROLES, Labels
from training.windows import LENGTHS, Example, Finder, Pair

OWN = Path(__file__).parent / "coded.jsonl"
FOLDS = 5
REACH = 60
"""Words before a trigger's sentence in which somebody is looked for whom the sentence does not name; half as many after it."""
Mentions = dict[str, list[Span]]
"""By the ref of an actor the characters where it is mentioned."""


@dataclass(slots=True)
class CodedArticle:
    """A text and what was coded of it, in the form of the gold articles."""

    id: str
    text: str
    published: str | None
    gold: dict[str, Any]
    own: bool = False
    """Is it ours, and not one of the gold?"""


def read_coded(data: Path) -> list[CodedArticle]:
    """All hand-coded articles, those of the gold first."""
    folder = data / "gold" / "train"
    found = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf8"))
        text = (folder / "texts" / f"{path.stem}.txt").read_bytes().decode("utf8")  # as it stands: offsets count its line ends too
        found.append(CodedArticle(path.stem, text, gold["published"], gold))
    return found + list(_read_own(data))


def _read_own(data: Path) -> Iterator[CodedArticle]:
    if not OWN.exists():
        return
    texts = {article["id"]: article["text"] for article in corpus(data)}
    for line in OWN.read_text(encoding="utf8").splitlines():
        gold = json.loads(line)
        text = texts[gold["id"]]
        for actor in gold["actors"]:
            actor["name"] = actor["name"] if isinstance(actor["name"], str) else text[slice(*actor["name"])]
            actor["aliases"] = [text[slice(*span)] for span in actor["aliases"]]
        for event in gold["events"]:
            event["trigger"] = text[slice(*event["trigger_span"])]
            event["evidence"] = [text[slice(*span)] for span in event["evidence_spans"]]
            event["when"]["text"] = text[slice(*event["when"]["span"])] if event["when"]["span"] else None
            for place in event["where"]:
                place["name"] = text[slice(*place["span"])]
        for statement in gold["statements"]:
            statement["content"] = [text[slice(*span)] for span in statement["content_spans"]]
        yield CodedArticle(gold["id"], text, gold["published"], gold, own=True)


def corpus(data: Path) -> Iterator[dict[str, Any]]:
    """The articles of DATA/data/corpus."""
    for path in sorted((data / "data" / "corpus").glob("*.jsonl")):
        for line in path.read_text(encoding="utf8").splitlines():
            yield json.loads(line)


def fold_of(articles: Sequence[CodedArticle]) -> dict[str, int]:
    """Which fold each article is in. Fold 0, an eighth of the gold and what `coded.jsonl` puts there, is the one kept from a network that goes on."""
    names = sorted(article.id for article in articles if not article.own)
    gold = {name: 0 if place % 8 == 0 else 1 + place % (FOLDS - 1) for place, name in enumerate(names)}
    return gold | {article.id: article.gold["fold"] for article in articles if article.own}


class CodedPage:
    """One hand-coded article with its labels on its words: triggers with type, mode, reality and arguments; cues with act, source and content.

    `mentions` says where its actors are mentioned (`training.mentions`).
    """

    def __init__(self, article: CodedArticle, labels: Labels, mentions: Mentions, *, fold: int = -1) -> None:
        self.text, self.labels, self.mentions, self.fold = article.text, labels, mentions, fold
        self.spans = tokenise(self.text)
        self.finder = Finder(self.spans)
        self.starts = [start for start, _ in self.spans]
        size = len(self.spans)
        self.tags = {"event": [0] * size, "act": [0] * size, "mode": [IGNORE] * size, "reality": [IGNORE] * size}
        self.anchors: dict[int, list[int]] = {}
        self.links: list[Pair] = []
        self.unjudged: list[Pair] = []
        self.triggers: dict[str, int] = {}
        self.cues: dict[str, int] = {}
        self.contents: dict[str, frozenset[int]] = {}
        self.actors = {a["ref"]: [a["name"], *a.get("aliases", [])] for a in article.gold["actors"]}
        for event in sorted(article.gold["events"], key=lambda e: bool(e.get("core", True))):
            self._add_event(event)
        for statement in article.gold["statements"]:
            self._add_statement(statement)
        for event in article.gold["events"]:
            if event.get("core", True) and event["ref"] in self.triggers:
                self._add_bonds(event, article.gold["statements"])

    def examples(self, rng: random.Random) -> Iterator[Example]:
        """The article cut into windows."""
        for first, last in cut(self.text, self.spans, limit=rng.choice(LENGTHS)):
            yield self.window(first, last)

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
            fold=self.fold,
        )

    def _find(self, piece: str, start: int = 0, end: int | None = None) -> list[int]:
        at = self.text.find(piece, start, len(self.text) if end is None else end)
        return self.finder.words([(at, at + len(piece))]) if at >= 0 and piece else []

    def _add_event(self, event: dict[str, Any]) -> None:
        pieces = [tuple(span) for span in event.get("evidence_spans", ())] or [
            (at, at + len(e)) for e in event["evidence"] if (at := self.text.find(e)) >= 0
        ]
        found = next(((w, p) for p in pieces if (w := self._trigger_words(event, p))), None)
        if found is None:
            return
        words, piece = found
        trigger = words[_head_word([self.text[slice(*self.spans[w])] for w in words])]
        self.triggers[event["ref"]] = trigger
        for word in words:
            self._leave_open(word)
        for other in pieces:
            if other != piece:
                for word in self._find(self.text[slice(*self.spans[trigger])], *other):
                    self._leave_open(word)
        if event.get("core", True):
            self.tags["event"][trigger] = self.labels.id("event", event["type"])
            self.tags["mode"][trigger] = self.labels.id("mode", event["mode"] or "none")
            self.tags["reality"][trigger] = self.labels.id("reality", event["reality"])
            self._add_arguments(event, trigger, piece)

    def _trigger_words(self, event: dict[str, Any], piece: Span) -> list[int]:
        return self.finder.words([event["trigger_span"]]) if "trigger_span" in event else self._find(event["trigger"], *piece)

    def _leave_open(self, word: int) -> None:
        """Do not judge whether a word is a trigger."""
        if self.tags["event"][word] == 0:
            self.tags["event"][word] = IGNORE

    def _add_arguments(self, event: dict[str, Any], trigger: int, piece: Span) -> None:
        self.anchors[trigger] = [ROLES[role] for role in TRIGGER_ROLES]
        for role in ("actor", "recipient"):
            seen = event.get(f"{role}_spans") or [None] * len(event[f"{role}s"])
            for ref, span in zip(event[f"{role}s"], seen, strict=True):
                words = self.finder.words([span]) if span else self._around(ref, trigger, piece)
                self._fill(trigger, role, words, piece)
        for place in event["where"]:
            self._fill(trigger, "place", self._named([place["name"]], *piece), piece)
        if event["when"].get("text"):
            self._fill(trigger, "time", self._named([event["when"]["text"]], *piece), piece)

    def _add_bonds(self, event: dict[str, Any], statements: list[dict[str, Any]]) -> None:
        """Link a trigger to the deeds it is about, and to the cues of the statements that tell or deny it."""
        trigger = self.triggers[event["ref"]]
        self.links.extend((trigger, self.triggers[ref], ROLES["about"]) for ref in event["about"] if ref in self.triggers)
        for say in event["say_so"]:
            telling = [s for s in statements if s["speaker"] == say["speaker"] and s["ref"] in self.cues]
            telling = [s for s in telling if event["ref"] in s["about"] or trigger in self.contents[s["ref"]]]
            self.links.extend((trigger, self.cues[s["ref"]], ROLES["told"]) for s in telling)
            if not telling:
                self.unjudged.extend((trigger, word, ROLES["told"]) for word in self.cues.values())

    def _fill(self, trigger: int, role: str, words: Iterable[int], piece: Span) -> None:
        """Link words to a trigger; where there are none, its sentence is not judged for the role."""
        words = list(words)
        self.links.extend((trigger, word, ROLES[role]) for word in words if word != trigger)
        if not words:
            self.unjudged.extend((trigger, word, ROLES[role]) for word in self.finder.words([piece]))

    def _around(self, ref: str, trigger: int, piece: Span) -> Iterable[int]:
        """Where an actor is mentioned in the trigger's sentence; else its nearest mention a little before, or after."""
        inside = self._named(self.actors.get(ref, []), *piece) or self._mentioned(ref, *piece)
        if inside:
            return inside
        first, last = (bisect_right(self.starts, at) - 1 for at in piece)
        before = (self.starts[max(0, first - REACH)], piece[0])
        after = (piece[1], self.starts[min(len(self.starts) - 1, last + REACH // 2)])
        for start, end in (before, after):
            words = self._named(self.actors.get(ref, []), start, end) | self._mentioned(ref, start, end)
            if words:
                nearest = min(words, key=lambda word: abs(word - trigger))
                return {word for word in words if abs(word - nearest) <= 3}
        return set()

    def _mentioned(self, ref: str, start: int, end: int) -> set[int]:
        return set(self.finder.words([(s, e) for s, e in self.mentions.get(ref, []) if start <= s and e <= end]))

    def _named(self, aliases: list[str], start: int, end: int) -> set[int]:
        found: set[int] = set()
        for alias in sorted(aliases, key=len, reverse=True):
            words = self._find(alias, start, end)
            if words and not found.intersection(words):
                found.update(words)
        return found

    def _add_statement(self, statement: dict[str, Any]) -> None:
        content, cue, speaker = self._placed(statement) if "cue_span" in statement else self._looked_up(statement)
        if not cue or not content:
            return
        anchor = cue[0]
        self.cues[statement["ref"]], self.contents[statement["ref"]] = anchor, frozenset(content)
        self.tags["act"][anchor] = self.labels.id("act", statement["act"]) if statement.get("core", True) else IGNORE
        self.anchors[anchor] = [*self.anchors.get(anchor, []), ROLES["speaker"], ROLES["said"]]
        self.links.extend((anchor, word, ROLES["said"]) for word in content)
        self.links.extend((anchor, word, ROLES["speaker"]) for word in speaker)

    def _placed(self, statement: dict[str, Any]) -> tuple[list[int], list[int], list[int]]:
        spans = statement["content_spans"], [statement["cue_span"]], [statement["speaker_span"]]
        content, cue, speaker = (self.finder.words([span for span in part if span]) for part in spans)
        return content, cue, speaker

    def _looked_up(self, statement: dict[str, Any]) -> tuple[list[int], list[int], list[int]]:
        pieces = [statement["content"]] if isinstance(statement["content"], str) else statement["content"]
        content = [word for piece in pieces for word in (self._find(piece) if isinstance(piece, str) else self.finder.words([tuple(piece)]))]
        cue = self._near(statement.get("cue") or "", content)
        return content, cue, self._near(statement.get("speaker_text") or "", cue)

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
