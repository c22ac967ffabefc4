"""Stories: whether reports of one happening come together, and only they, on labelled pairs from `data/corpus`.

`story_pairs.jsonl` has 800 pairs from 80 blocks of five events each, every pair of a block labelled. A block is made of a seed, the two events of other
articles that are worded most like it (of its type, published within two weeks of it), the one worded most like it further away in time, and one of
the same country taken by chance; seeds are taken by chance too, three in five of them among those that have a likeness of 0.35 or more somewhere
(cosine of words weighed by rarity). 60 blocks are from reports on Syria in 2017 to 2019, 20 from outlets of many countries. One reader labelled
all blocks twice, the second time in another order and without the first labels; 799 of 800 pairs came out the same, the last was settled after
another look. Two events are the same if they are one deed in the sense of the codebook, also where one is still planned and the other done; a
campaign is not one of its strikes, a battle not the capture that ends it, and what is said again on another occasion is another act. `apart` tells
that two happened in different countries, or more than a week apart. Even blocks were there to tune on, odd ones only to measure on.

Events are found again by their triggers; those that are not coded any more are left out, and their share is told.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.clusters import Share
from evaluation.figures import Counts, Figures, MissingDataError, System, per_cent
from sayso.article import Article, Span
from sayso.dataset.store import Store
from sayso.dataset.stories import group, read_reports
from sayso.readers import read

PAIRS = Path(__file__).parent / "story_pairs.jsonl"
CORPUS = ("guardian_sdf.jsonl", "worldwide.jsonl")
Mention = tuple[str, int, int]
"""An event by its article and where its trigger begins and ends."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events of one block, and whether they are one happening."""

    block: int
    half: str
    one: Mention
    other: Mention
    same: bool
    apart: tuple[str, ...]


@dataclass(slots=True)
class StoryCounts:
    """What is right in the blocks of one half."""

    b_cubed: Share = field(default_factory=Share)
    linked: Share = field(default_factory=Share)
    """The same of events that are linked to another, by the labels or by the program: no credit for what stays alone."""
    pairs: Counts = field(default_factory=Counts)
    apart: int = 0
    merged_apart: int = 0

    def add(self, pairs: Sequence[Pair], story: Mapping[Mention, int]) -> None:
        """Count one block."""
        events = sorted({mention for pair in pairs for mention in (pair.one, pair.other)})
        gold = {event: {event} for event in events}
        for pair in pairs:
            if pair.same:
                gold[pair.one].add(pair.other)
                gold[pair.other].add(pair.one)
        own = {event: {other for other in events if story[other] == story[event]} for event in events}
        for event in events:
            right = len(gold[event] & own[event])
            _count(self.b_cubed, right, own[event], gold[event])
            if len(own[event]) > 1:
                self.linked.found, self.linked.right_found = self.linked.found + 1, self.linked.right_found + (right > 1) * right / len(own[event])
            if len(gold[event]) > 1:
                self.linked.wanted, self.linked.right_wanted = (
                    self.linked.wanted + 1,
                    self.linked.right_wanted + (right > 1) * right / len(gold[event]),
                )
        merged = [pair for pair in pairs if story[pair.one] == story[pair.other]]
        self.pairs.add(sum(pair.same for pair in merged), len(merged), sum(pair.same for pair in pairs))
        self.apart += sum(bool(pair.apart) for pair in pairs)
        self.merged_apart += sum(bool(pair.apart) for pair in merged)


def _count(share: Share, right: int, own: set[Mention], gold: set[Mention]) -> None:
    share.found, share.right_found = share.found + 1, share.right_found + right / len(own)
    share.wanted, share.right_wanted = share.wanted + 1, share.right_wanted + right / len(gold)


def read_pairs(path: Path = PAIRS) -> list[Pair]:
    """The labelled pairs."""
    return [_pair(json.loads(line)) for line in path.read_text(encoding="utf8").splitlines()]


def _pair(line: dict[str, Any]) -> Pair:
    (one, start, end), (other, begin, stop) = line["one"], line["other"]
    return Pair(line["block"], line["half"], (one, start, end), (other, begin, stop), line["same"], tuple(line["apart"]))


def score(data: Path, split: str, system: System) -> Figures:
    """B-cubed and F1 of pairs for both halves, and how many pairs of different countries or weeks are kept apart."""
    pairs = read_pairs()
    mentions = {mention for pair in pairs for mention in (pair.one, pair.other)}
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "corpus.sqlite", create=True) as store:
        with store.transaction():
            articles = list(_articles(data / "data" / "corpus", {article for article, _, _ in mentions}))
            for article, record in zip(articles, system.coder.code_many(articles), strict=True):
                store.add(article, record)
        events = found_again(mentions, spans_of(store))
        story = {report.id: number for number, told in enumerate(group(read_reports(store))) for report in told}
    figures = {"stories events found again": per_cent(len(events), len(mentions))}
    for half in ("tune", "measure"):
        counts = score_pairs([pair for pair in pairs if pair.half == half], {mention: story[event] for mention, event in events.items()})
        figures |= {
            f"stories {half} b-cubed": counts.b_cubed.f1,
            f"stories {half} b-cubed, linked only": counts.linked.f1,
            f"stories {half} pairs": counts.pairs.f1,
            f"stories {half} pairs right": per_cent(counts.pairs.right, counts.pairs.found),
            f"stories {half} kept apart": per_cent(counts.apart - counts.merged_apart, counts.apart),
        }
    return figures


def score_pairs(pairs: Sequence[Pair], story: Mapping[Mention, int]) -> StoryCounts:
    """Count the blocks of some pairs; `story` has the number of the story of each event that was found."""
    blocks: dict[int, list[Pair]] = {}
    for pair in pairs:
        if pair.one in story and pair.other in story:
            blocks.setdefault(pair.block, []).append(pair)
    counts = StoryCounts()
    for _, block in sorted(blocks.items()):
        counts.add(block, story)
    return counts


def _articles(folder: Path, wanted: set[str]) -> Iterator[Article]:
    """The articles that are asked for, by the ids they come with."""
    paths = [folder / name for name in CORPUS]
    for path in paths:
        if not path.exists():
            raise MissingDataError(f"{path} is not there")
    return (article for article in read([str(path) for path in paths]) if article.id in wanted)


def spans_of(store: Store) -> dict[str, list[tuple[Span, str]]]:
    """Where the triggers of each article's events stand, by the id the article came with, and the events' ids."""
    found: dict[str, list[tuple[Span, str]]] = {}
    rows = store.connection.execute(
        "SELECT a.source_id, e.trigger_start, e.trigger_end, e.id FROM events e JOIN articles a ON a.id = e.article ORDER BY e.id"
    )
    for article, start, end, event in rows:
        found.setdefault(article, []).append(((start, end), event))
    return found


def found_again(mentions: set[Mention], spans: Mapping[str, Sequence[tuple[Span, str]]]) -> dict[Mention, str]:
    """For each mention the event whose trigger overlaps it most."""
    found = {}
    for article, start, end in sorted(mentions):
        overlaps = [(min(end, stop) - max(start, begin), event) for (begin, stop), event in spans.get(article, ())]
        most = max((length for length, _ in overlaps), default=0)
        if most > 0:
            found[article, start, end] = min(event for length, event in overlaps if length == most)
    return found
