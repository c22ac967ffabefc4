"""The loss of each head, computed where an example carries its labels."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from training.batches import Batch, padded
from training.labels import IGNORE
from training.model import Network, with_one

WEIGHTS = {"upos": 1.0, "feats": 0.7, "lemma": 0.7, "start": 1.0, "entity": 1.5, "source": 1.0, "cue": 1.0, "content": 1.0, "event": 1.5,
           "mode": 0.5, "reality": 0.7, "act": 1.0}  # fmt: skip
"""How much each tag head counts."""


def loss_of(network: Network, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum of the losses that this batch has labels for, and each by name."""
    logits, projections, factuality = network(batch.pieces, batch.shapes, batch.mask, batch.first)
    parts: dict[str, Tensor] = {}
    tags = dict(zip(network.tag_sizes, torch.split(logits, list(network.tag_sizes.values()), dim=-1), strict=True))
    width = batch.first.shape[1]
    for name in batch.examples[0].tags:
        gold = padded([e.tags[name] for e in batch.examples], width)
        parts[name] = (
            WEIGHTS[name] * F.cross_entropy(tags[name].flatten(0, 1), gold.flatten(), ignore_index=IGNORE)
            if (gold != IGNORE).any()
            else logits.sum() * 0
        )
    if batch.kind == "tree":
        parts |= _tree_losses(network, batch, projections)
    if any(e.anchors for e in batch.examples):
        parts["link"] = 6.0 * _link_loss(network, batch, projections)
    if batch.kind == "factuality":
        parts["factuality"] = _factuality_loss(batch, factuality)
    total = torch.stack(list(parts.values())).sum()
    return total, {name: float(value.detach()) for name, value in parts.items()}


def _tree_losses(network: Network, batch: Batch, projections: Tensor) -> dict[str, Tensor]:
    width = batch.first.shape[1]
    dependent, head, relation_dependent, relation_head, _, _ = network.split(projections)
    heads = padded([e.heads or [] for e in batch.examples], width)
    sentences = padded([e.sentences or [] for e in batch.examples], width, -1)
    scores = network.arc_scores(dependent, head)
    scores = scores.masked_fill(sentences[:, :, None] != sentences[:, None, :], -1e4)
    arc = F.cross_entropy(scores.flatten(0, 1), heads.flatten(), ignore_index=IGNORE)
    known = heads.clamp(min=0)
    chosen = torch.gather(relation_head, 1, known[..., None].expand_as(relation_head))
    logits = torch.einsum("bwd,rde,bwe->bwr", with_one(relation_dependent), network.relation, with_one(chosen))
    gold = padded([e.relations or [] for e in batch.examples], width)
    return {"arc": 2.0 * arc, "relation": F.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=IGNORE)}


def _link_loss(network: Network, batch: Batch, projections: Tensor) -> Tensor:
    """Binary cross-entropy over (cue or trigger, word) pairs, for the roles judged at each anchor."""
    *_, anchors, words = network.split(projections)
    where: list[tuple[int, int, int]] = []
    targets, masks = [], []
    width = batch.first.shape[1]
    for n, example in enumerate(batch.examples):
        links, unjudged = set(example.links), set(example.unjudged)
        for anchor, roles in example.anchors.items():
            for role in dict.fromkeys(roles):
                where.append((n, anchor, role))
                target, mask = torch.zeros(width), torch.zeros(width)
                mask[: len(example.words)] = 1
                for a, w, r in links:
                    if a == anchor and r == role:
                        target[w] = 1
                for a, w, r in unjudged:
                    if a == anchor and r == role:
                        mask[w] = 0
                targets.append(target)
                masks.append(mask)
    rows = torch.tensor(where)
    picked = with_one(anchors[rows[:, 0], rows[:, 1]])
    query = torch.einsum("nd,nde->ne", picked, network.link[rows[:, 2]])
    scores = torch.einsum("ne,nwe->nw", query, with_one(words)[rows[:, 0]])
    mask = torch.stack(masks)
    each = F.binary_cross_entropy_with_logits(scores, torch.stack(targets), reduction="none") * mask
    return each.sum() / mask.sum().clamp(min=1)


def _factuality_loss(batch: Batch, predicted: Tensor) -> Tensor:
    width = predicted.shape[1]
    gold = torch.full((len(batch.examples), width), float("nan"))
    for n, example in enumerate(batch.examples):
        values = example.values or []
        gold[n, : len(values)] = torch.tensor(values)
    known = ~gold.isnan()
    return F.smooth_l1_loss(predicted[known], gold[known]) if bool(known.any()) else predicted.sum() * 0
