"""The loss of each head, computed where a batch carries its labels, and the loss against what other networks think."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from training.batches import Batch
from training.labels import IGNORE, ROLES, TRIGGER_ROLES
from training.model import by_head, split, with_one

WEIGHTS = {"upos": 1.0, "feats": 0.7, "lemma": 0.7, "start": 1.0, "entity": 1.5, "source": 1.0, "cue": 1.0, "content": 1.0, "event": 1.5,
           "mode": 0.5, "reality": 0.7, "act": 1.0}  # fmt: skip
"""How much each tag head counts."""
LINK, ARC = 6.0, 2.0
LIKELY = 0.1
"""Words that the teachers give this chance of being a trigger or cue have their links learned."""

Weights = Mapping[str, Tensor]
"""A network's parameters by name; the bilinear ones are used here."""


@dataclass(slots=True)
class Output:
    """What a network makes of a batch: tag logits and projections per word, and how certain each word is to have happened."""

    logits: Tensor
    projections: Tensor
    factuality: Tensor


def losses_of(weights: Weights, sizes: dict[str, int], output: Output, batch: Batch, keep: Tensor) -> dict[str, Tensor]:
    """The weighted losses that a batch has labels for, by name; `keep` [examples] is 0 for examples that are not to be learned from."""
    tags = by_head(output.logits, sizes)
    parts = {name: WEIGHTS[name] * _entropy(tags[name], gold, keep) for name, gold in batch.tags.items()}
    if batch.trees:
        dependent, head, relation_dependent, relation_head, _, _ = split(output.projections)
        heads, relations, sentences = (batch.trees[name] for name in ("heads", "relations", "sentences"))
        parts["arc"] = ARC * _entropy(within_sentences(arc_scores(weights, dependent, head), sentences), heads, keep)
        parts["relation"] = _entropy(relation_scores(weights, relation_dependent, relation_head, heads.clamp(min=0)), relations, keep)
    if batch.links:
        rows, targets = batch.links["rows"], batch.links["targets"]
        judged = batch.links["judged"] * keep[rows[:, 0]][:, None]
        each = F.binary_cross_entropy_with_logits(link_scores(weights, output.projections, rows), targets, reduction="none") * judged
        parts["link"] = LINK * each.sum() / judged.sum().clamp(min=1)
    if batch.values is not None:
        known = (~batch.values.isnan()).float()
        each = F.smooth_l1_loss(output.factuality.float(), batch.values.nan_to_num(), reduction="none") * known
        parts["factuality"] = each.sum() / known.sum().clamp(min=1)
    return parts


def _entropy(logits: Tensor, gold: Tensor, keep: Tensor) -> Tensor:
    """Cross-entropy over the judged words of the examples that are kept."""
    counts = (gold != IGNORE) * keep[:, None]
    chosen = logits.float().log_softmax(-1).gather(-1, gold.clamp(min=0)[..., None])[..., 0]
    return -(chosen * counts).sum() / counts.sum().clamp(min=1)


def arc_scores(weights: Weights, dependent: Tensor, head: Tensor) -> Tensor:
    """[examples, words, words]: the score of each word (last axis) as head of each word."""
    return (dependent @ weights["arc"] @ head.transpose(1, 2) + (head @ weights["arc_head"])[:, None, :]).float()


def within_sentences(scores: Tensor, sentences: Tensor) -> Tensor:
    """No word has its head in another sentence."""
    return scores.masked_fill(sentences[:, :, None] != sentences[:, None, :], -1e4)


def relation_scores(weights: Weights, dependent: Tensor, head: Tensor, heads: Tensor) -> Tensor:
    """[examples, words, relations], each word with its head."""
    chosen = torch.gather(head, 1, heads[..., None].expand_as(head))
    return torch.einsum("bwd,rde,bwe->bwr", with_one(dependent), weights["relation"], with_one(chosen)).float()


def link_scores(weights: Weights, projections: Tensor, rows: Tensor) -> Tensor:
    """Log-odds [links, words] for (example, anchor, role) rows."""
    *_, anchors, words = split(projections)
    query = torch.einsum("nd,nde->ne", with_one(anchors[rows[:, 0], rows[:, 1]]), weights["link"][rows[:, 2]])
    return torch.einsum("ne,nwe->nw", query, with_one(words)[rows[:, 0]]).float()


# --- learning from other networks ---------------------------------------------------------------------------------------


@dataclass(slots=True)
class Opinion:
    """What several networks think of a batch, on average: probabilities of tags, heads, relations and links."""

    tags: dict[str, Tensor]
    sentences: Tensor
    arcs: Tensor
    heads: Tensor
    relations: Tensor
    rows: Tensor
    links: Tensor


def opinion_of(teachers: list[Weights], sizes: dict[str, int], outputs: list[Output], batch: Batch) -> Opinion:
    """The average opinion of networks that were trained apart."""
    heads = [by_head(output.logits.float(), sizes) for output in outputs]
    tags = {name: _mean([one[name].softmax(-1) for one in heads]) for name in sizes}
    sentences = (tags["start"][..., 1] > 0.5).cumsum(1).masked_fill(batch.words == 0, -1)
    both = [(weights, split(output.projections)) for weights, output in zip(teachers, outputs, strict=True)]
    arcs = _mean([within_sentences(arc_scores(weights, part[0], part[1]), sentences).softmax(-1) for weights, part in both])
    best = arcs.argmax(-1)
    relations = _mean([relation_scores(weights, part[2], part[3], best).softmax(-1) for weights, part in both])
    rows = _likely_anchors(tags, batch)
    links = _mean([link_scores(weights, output.projections, rows).sigmoid() for weights, output in zip(teachers, outputs, strict=True)])
    return Opinion(tags, sentences, arcs, best, relations, rows, links)


def _mean(parts: list[Tensor]) -> Tensor:
    return torch.stack(parts).mean(0)


def _likely_anchors(tags: dict[str, Tensor], batch: Batch) -> Tensor:
    """(example, word, role) of the words that may be cues (by PolNeAR or by the codebook) or triggers."""
    kinds = ((tags["cue"][..., 1], ("source", "content")), (1 - tags["act"][..., 0], ("speaker", "said")),
             (1 - tags["event"][..., 0], TRIGGER_ROLES))  # fmt: skip
    found: list[Tensor] = []
    for chance, roles in kinds:
        at = ((chance > LIKELY) & (batch.words > 0)).nonzero()
        found.extend(torch.cat([at, torch.full_like(at[:, :1], ROLES[role])], dim=1) for role in roles)
    return torch.cat(found)


def losses_against(weights: Weights, sizes: dict[str, int], output: Output, batch: Batch, opinion: Opinion) -> dict[str, Tensor]:
    """How far a network is from an opinion, weighted and named as in `losses_of`."""
    real = (batch.words > 0).float()
    event = 1 - opinion.tags["event"][..., 0]
    tags = by_head(output.logits, sizes)
    parts = {
        name: WEIGHTS[name] * _soft_entropy(tags[name], opinion.tags[name], real * event if name in ("mode", "reality") else real) for name in sizes
    }
    dependent, head, relation_dependent, relation_head, _, _ = split(output.projections)
    scores = within_sentences(arc_scores(weights, dependent, head), opinion.sentences)
    parts["arc"] = ARC * _soft_entropy(scores, opinion.arcs, real)
    parts["relation"] = _soft_entropy(relation_scores(weights, relation_dependent, relation_head, opinion.heads), opinion.relations, real)
    judged = real[opinion.rows[:, 0]]
    each = F.binary_cross_entropy_with_logits(link_scores(weights, output.projections, opinion.rows), opinion.links, reduction="none") * judged
    parts["link"] = LINK * each.sum() / judged.sum().clamp(min=1)
    return parts


def _soft_entropy(logits: Tensor, chances: Tensor, counts: Tensor) -> Tensor:
    each = -(chances * logits.float().log_softmax(-1)).sum(-1) * counts
    return each.sum() / counts.sum().clamp(min=1)
