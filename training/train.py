"""Train the language core.

    python -m training.train --data ../shared --minutes 85
    python -m training.train --data ../shared --minutes 85 --start training/work/network.pt --gentle 0.6 --mentions training/work/mentions.json

The second goes on from the first, once that has been exported and `training.mentions` has been run with it. Reads the public
sets named in MODEL_CARD.md from DATA/data and the hand-coded articles from DATA/gold/train.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import torch

from training.batches import MASK, Batch, Pieces, batches
from training.labels import IGNORE, ROLES, Labels, fixed_sets
from training.losses import loss_of
from training.model import Network, base_tokenizer, base_weights
from training.windows import (
    Example,
    Mentions,
    attribution_examples,
    coded_examples,
    count_labels,
    entity_examples,
    factuality_examples,
    held_out,
    read_conllu,
    tree_examples,
)

SHARES = {"tree": 0.34, "entity": 0.16, "attribution": 0.33, "coded": 0.13, "factuality": 0.04}
"""How much of the reading each kind of data gets, in pieces."""
TAG_HEADS = ("upos", "feats", "lemma", "start", "entity", "source", "cue", "content", "event", "mode", "reality", "act")


BLANKED = 0.07
"""Share of the words of hand-coded and attribution articles that are hidden, as there are few and their words are soon known by heart."""


def sources(data: Path, labels: Labels, rng: random.Random, mentions: dict[str, Mentions]) -> dict[str, Callable[[], list[Example]]]:
    """For each kind of data a function that gives one epoch of examples, cut anew each time."""
    trees = [tree for name in ("ud_ewt", "gum") for tree in read_conllu(data / "data" / name / "train.conllu")]
    gold = data / "gold" / "train"
    names = [path.stem for path in gold.glob("*.json")]
    train = set(names) - held_out(names)
    facts = [e for part in ("uw", "uds_ih2") for e in factuality_examples(data / "data" / "factuality" / part / "train.jsonl")]

    def treebanks() -> list[Example]:
        return list(tree_examples(trees, labels, rng))

    def entities() -> list[Example]:
        return list(entity_examples(data / "data" / "ner_worldwide" / "train.tsv", labels, rng))

    def attribution() -> list[Example]:
        return list(attribution_examples(data / "data" / "polnear" / "train.jsonl", labels, rng))

    def coded() -> list[Example]:
        return list(coded_examples(gold, labels, rng, only=train, mentions=mentions))

    def factuality() -> list[Example]:
        return facts

    return {"tree": treebanks, "entity": entities, "attribution": attribution, "coded": coded, "factuality": factuality}


def stream(make: Callable[[], list[Example]], pieces: Pieces, rng: random.Random, size: int) -> Iterator[Batch]:
    """Batches without end, epoch after epoch; a few examples are read in capitals."""
    while True:
        yield from batches([with_blanks(in_capitals(e) if rng.random() < 0.05 else e, rng) for e in make()], pieces, rng, size=size)


def with_blanks(example: Example, rng: random.Random) -> Example:
    """The same words, some hidden; never cues and triggers, which would leave nothing to judge."""
    if example.kind not in ("attribution", "coded"):
        return example
    words = [MASK if n not in example.anchors and rng.random() < BLANKED else word for n, word in enumerate(example.words)]
    return replace(example, words=words)


def in_capitals(example: Example) -> Example:
    """The same words in capitals; lemma scripts, which speak of letters, are then not judged."""
    if example.kind not in ("tree", "attribution", "coded"):
        return example
    tags = {name: [IGNORE] * len(row) if name == "lemma" else row for name, row in example.tags.items()}
    return replace(example, words=[word.upper() for word in example.words], tags=tags)


def label_sets(data: Path) -> Labels:
    """All label sets, from the treebanks and from the codebook."""
    trees = [tree for name in ("ud_ewt", "gum") for tree in read_conllu(data / "data" / name / "train.conllu")]
    return Labels({**count_labels(trees), **fixed_sets()})


def rate(done: float) -> float:
    """The learning rate's factor when this share of the training is done: a short rise, then a straight fall."""
    return min(done / 0.03, (1.02 - done) / 0.97)


def main() -> None:
    """Read the command line, train, save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("training/work"))
    parser.add_argument("--start", type=Path, help="a network to go on from, instead of the published weights")
    parser.add_argument("--mentions", type=Path, help="what training.mentions wrote")
    parser.add_argument("--gentle", type=float, default=1.0, help="factor of the learning rates, for a network to go on from")
    parser.add_argument("--minutes", type=float, default=85)
    parser.add_argument("--pieces", type=int, default=2400, help="wordpieces in a batch")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--report", type=int, default=100, help="batches between two lines of progress")
    parser.add_argument("--save-every", type=float, default=15, help="minutes between checkpoints")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(7)
    rng = random.Random(7)
    mentions = json.loads(args.mentions.read_text(encoding="utf8")) if args.mentions else {}
    args.out.mkdir(parents=True, exist_ok=True)
    labels = label_sets(args.data)
    (args.out / "labels.json").write_text(json.dumps(labels.sets, ensure_ascii=False), encoding="utf8")
    network = Network({h: len(labels.sets[h]) for h in TAG_HEADS}, len(labels.sets["relation"]), len(ROLES))
    if args.start:
        network.load_state_dict(torch.load(args.start))
    else:
        network.encoder.load_base(base_weights())
    encoder = list(network.encoder.parameters())
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": 2e-4 * args.gentle}, {"params": heads, "lr": 1.2e-3 * args.gentle}], weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    peaks = [group["lr"] for group in optimiser.param_groups]
    pieces = Pieces(str(base_tokenizer()))
    streams = {kind: stream(make, pieces, rng, args.pieces) for kind, make in sources(args.data, labels, rng, mentions).items()}
    read: Counter[str] = Counter()
    sums: defaultdict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    began = saved = time.monotonic()
    network.train()
    step = 0
    while (done := (time.monotonic() - began) / (60 * args.minutes)) < 1:
        for group, peak in zip(optimiser.param_groups, peaks, strict=True):
            group["lr"] = peak * rate(done)
        total_read = sum(read.values()) or 1
        kind = max(SHARES, key=lambda k: SHARES[k] - read[k] / total_read)
        batch = next(streams[kind])
        loss, parts = loss_of(network, batch)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        read[kind] += batch.size
        step += 1
        for name, value in parts.items():
            sums[name] += value
            counts[name] += 1
        if step % args.report == 0:
            speed = sum(read.values()) / (time.monotonic() - began)
            print(f"{step} {done:.3f} {speed:.0f}/s", *(f"{n} {sums[n] / counts[n]:.3f}" for n in sums), dict(read), flush=True)
            sums.clear()
            counts.clear()
        if time.monotonic() - saved > 60 * args.save_every:
            torch.save(network.state_dict(), args.out / "network.pt")
            saved = time.monotonic()
    torch.save(network.state_dict(), args.out / "network.pt")


if __name__ == "__main__":
    main()
