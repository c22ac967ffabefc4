"""Train the language core.

    python -m training.train --data ../shared --mentions training/work/mentions.json
    python -m training.train --data ../shared --mentions training/work/mentions.json --start src/sayso/language/model --minutes 60

The first needs a GPU. It trains six networks side by side: five folds, each without a fifth of the hand-coded articles, so that
what they say of that fifth is honest, and one with all. The last then goes on, and learns also from articles that nobody
labelled as the five read them. The second goes on from the shipped network, on a CPU, and leaves out fold 0, for the weights
that `training.fit_event_scores`, `fit_act_scores` and `fit_sayso_scores` fit. Both read the public sets named in MODEL_CARD.md from
DATA/data and the hand-coded articles.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.utils.data import DataLoader

from training.batches import Batch, Pieces
from training.coded import FOLDS
from training.crowd import Crowd
from training.labels import ROLES, Labels
from training.losses import Weights
from training.model import Network, base_folder
from training.reading import GOING_ON, PLAIN, SHARES, Reading, label_sets, sources
from training.restore import restore

TAG_HEADS = ("upos", "feats", "lemma", "start", "entity", "source", "cue", "content", "event", "mode", "reality", "act")
ENCODER_RATE, HEADS_RATE = 2.5e-4, 1.4e-3
NOT_SHIPPED = frozenset({"lemma"})
"""Heads that a restored network lacks."""
WORDS = frozenset({"encoder.word.weight"})
"""Half of all parameters, and settled after the first training."""
NONE = FOLDS
"""The fold of no article."""
GENTLE = 0.5
"""Factor of the learning rates when a trained network goes on."""


def make_network(labels: Labels) -> Network:
    """A network with heads for these labels."""
    return Network({h: len(labels.sets[h]) for h in TAG_HEADS}, len(labels.sets["relation"]), len(ROLES))


def rate(done: float) -> float:
    """The learning rate's factor when this share of the training is done: a short rise, then a straight fall."""
    return min((done + 1e-4) / 0.04, (1.02 - done) / 0.97)


class Report:
    """Mean losses by name, printed now and then."""

    def __init__(self, every: int) -> None:
        self.every = every
        self.sums: defaultdict[str, Tensor] = defaultdict(lambda: torch.zeros(()))
        self.counts: Counter[str] = Counter()
        self.began = time.monotonic()

    def add(self, step: int, kind: str, parts: dict[str, Tensor]) -> None:
        """Note one step, and print a line when it is time."""
        for name, value in parts.items():
            key = f"plain.{name}" if kind == "plain" else name
            self.sums[key] = self.sums[key].to(value.device) + value.detach().mean()
            self.counts[key] += 1
        if step % self.every == 0:
            speed = step / (time.monotonic() - self.began)
            print(f"{step} {speed:.1f}/s", *(f"{name} {float(value) / self.counts[name]:.3f}" for name, value in self.sums.items()), flush=True)
            self.sums.clear()
            self.counts.clear()


@dataclass(slots=True)
class Plan:
    """How long to train, and how fast. `left` names for each member the fold of hand-coded articles that it does not learn from."""

    left: list[int]
    steps: int
    minutes: float
    gentle: float = 1.0
    without: frozenset[str] = frozenset()
    """Losses that do not count."""
    frozen: frozenset[str] = frozenset()
    """Parameters that stay as they are."""


def train(crowd: Crowd, batches: Iterator[Batch], plan: Plan, report: Report, *, teachers: Crowd | None = None) -> None:
    """Train all members until the steps or the minutes are over."""
    gentle, steps, minutes = plan.gentle, plan.steps, plan.minutes
    peaks = {True: ENCODER_RATE * gentle, False: HEADS_RATE * gentle}
    for name in plan.frozen:
        crowd.parameters[name].requires_grad_(False)
    learning = {name: p for name, p in crowd.parameters.items() if p.requires_grad}
    groups = [{"params": [p for n, p in learning.items() if n.startswith("encoder.") is inner], "lr": peaks[inner]} for inner in (True, False)]
    device = groups[0]["params"][0].device  # type: ignore[index]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    left = torch.tensor(plan.left, device=device)
    began = time.monotonic()
    for step in range(1, steps + 1):
        done = max(step / steps, (time.monotonic() - began) / (60 * minutes))
        if done > 1:
            break
        for group, peak in zip(optimiser.param_groups, peaks.values(), strict=True):
            group["lr"] = peak * rate(done)
        batch = next(batches).to(device)
        assert batch.folds is not None
        keep = (batch.folds[None] != left[:, None]).float()
        with torch.autocast(device.type, torch.bfloat16, cache_enabled=False):
            opinion = teachers.opinion(batch) if teachers is not None and batch.kind == "plain" else None
            parts = {name: loss for name, loss in crowd.losses(batch, keep, opinion).items() if name not in plan.without}
        optimiser.zero_grad(set_to_none=True)
        torch.stack(list(parts.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(learning.values(), len(crowd) ** 0.5)
        optimiser.step()
        report.add(step, batch.kind, parts)


def options() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, help="folder of the published weights, where their package is not installed")
    parser.add_argument("--start", type=Path, help="folder of exported files to go on from")
    parser.add_argument("--out", type=Path, default=Path("training/work"))
    parser.add_argument("--mentions", type=Path, help="what training.mentions wrote")
    parser.add_argument("--steps", type=int, nargs=2, default=[6000, 5000], help="of all side by side, and of the one that goes on")
    parser.add_argument("--minutes", type=float, default=1e6, help="most minutes of either")
    parser.add_argument("--pieces", type=int, default=4000, help="wordpieces in a batch")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--workers", type=int, default=2, help="processes that prepare batches")
    parser.add_argument("--report", type=int, default=200, help="steps between two lines of progress")
    return parser


def main() -> None:
    """Read the command line, train, save."""
    args = options().parse_args()
    torch.manual_seed(args.seed)
    torch.backends.cuda.matmul.allow_tf32 = True
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    base = args.base or base_folder()
    args.out.mkdir(parents=True, exist_ok=True)
    labels = label_sets(args.data)
    (args.out / "labels.json").write_text(json.dumps(labels.sets, ensure_ascii=False), encoding="utf8")
    found = sources(args.data, labels, json.loads(args.mentions.read_text(encoding="utf8")) if args.mentions else {})
    pieces = Pieces(str(base / "tokenizer.json"))

    def reading(shares: dict[str, float], seed: int) -> Iterator[Batch]:
        data = Reading(found, pieces, shares=shares, size=args.pieces, seed=seed)
        return iter(DataLoader(data, batch_size=None, num_workers=args.workers, prefetch_factor=16 if args.workers else None))

    if args.start:
        network = make_network(labels)
        restore(network, args.start, labels)
        crowd = Crowd.of([network], device)
        plan = Plan([0], args.steps[1], args.minutes, GENTLE, NOT_SHIPPED, WORDS)
        train(crowd, reading(GOING_ON, args.seed), plan, Report(args.report))
        save(crowd.member(0), args.out / "network.pt")
        return
    networks = [make_network(labels) for _ in range(FOLDS + 1)]
    for network in networks:
        network.encoder.load_base(base / "model.safetensors")
    crowd = Crowd.of(networks, device)
    train(crowd, reading(SHARES, args.seed), Plan([*range(FOLDS), NONE], args.steps[0], args.minutes), Report(args.report))
    for fold in range(FOLDS):
        save(crowd.member(fold), args.out / f"fold-{fold}.pt")
    going_on, teachers = crowd.part([FOLDS]), crowd.part(range(FOLDS))
    plan = Plan([NONE], args.steps[1], args.minutes, GENTLE)
    train(going_on, reading(SHARES | {"plain": PLAIN}, args.seed + 1), plan, Report(args.report), teachers=teachers)
    save(going_on.member(0), args.out / "network.pt")


def save(weights: Weights, path: Path) -> None:
    """Write one network's parameters."""
    torch.save({name: value.detach().clone().cpu() for name, value in weights.items()}, path)


if __name__ == "__main__":
    main()
