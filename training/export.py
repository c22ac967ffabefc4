"""Export a trained network as the files that the package ships.

    python -m training.export --network training/work/network.pt --out src/sayso/language/model

The encoder with its linear parts becomes `model.onnx`, its matrices in eight bits; the small bilinear weights stay in full in `heads.npz`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch

from sayso.language.core import HEADS
from training.labels import Labels
from training.lemmas import learn_endings
from training.model import ATTENTION_HEADS, WIDTH, Layer, Network, base_folder
from training.train import make_network

FLOAT = 1
"""ONNX's number for 32-bit floats: the type of what the quantiser cannot tell behind an operation of ONNX Runtime's own."""


class Attention(torch.autograd.Function):
    """Stands for ONNX Runtime's own attention, one operation instead of many: a tenth faster than the parts it is made of."""

    @staticmethod
    def forward(ctx: Any, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor) -> torch.Tensor:
        """Only the shape matters where the network is traced."""
        return query

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:
        """The operation that is written into the file."""
        return graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=ATTENTION_HEADS).setType(query.type())


class ExportedLayer(torch.nn.Module):
    """A layer of the encoder as it is written into the file."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = layer
        self.parts = torch.nn.ModuleList(torch.nn.Linear(WIDTH, WIDTH) for _ in range(3))
        for part, weight, bias in zip(self.parts, layer.qkv.weight.chunk(3), layer.qkv.bias.chunk(3), strict=True):
            part.weight.data, part.bias.data = weight.detach().clone(), bias.detach().clone()

    def forward(self, x: torch.Tensor, bias: torch.Tensor | None) -> torch.Tensor:
        """As `Layer.forward`, for one window without padding."""
        query, key, value = (part(x) for part in self.parts)
        x = self.layer.norm_attention(x + self.layer.out(Attention.apply(query, key, value)))
        return self.layer.norm_output(x + self.layer.down(torch.nn.functional.gelu(self.layer.up(x))))


class Exported(torch.nn.Module):
    """The part of the network that runs in ONNX Runtime."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        network.encoder.layers = torch.nn.ModuleList(ExportedLayer(layer) for layer in network.encoder.layers)
        # Lemmas are chosen by `lemmas.json`; their head only helped the encoder to learn.
        self.kept = [n for n, head in enumerate(head for head, size in network.tag_sizes.items() for _ in range(size)) if head in HEADS]

    def forward(self, pieces: torch.Tensor, shapes: torch.Tensor, first: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Tags and projections per word."""
        x = torch.gather(self.network.encoder(pieces, shapes, None), 1, first[..., None].expand(-1, -1, WIDTH))
        tags = torch.nn.functional.linear(x, self.network.tags.weight[self.kept], self.network.tags.bias[self.kept])
        projections = torch.nn.functional.gelu(self.network.project(x))
        return tags, projections


def load(path: Path) -> tuple[Network, dict[str, list[str]]]:
    """The trained network and its labels, which lie beside it."""
    labels = json.loads((path.parent / "labels.json").read_text(encoding="utf8"))
    network = make_network(Labels(labels))
    network.load_state_dict(torch.load(path, map_location="cpu"))
    return network.eval(), labels


def export_onnx(network: Network, path: Path) -> None:
    """The network in full precision, for one window of any length."""
    pieces = torch.ones(1, 9, dtype=torch.long)
    first = torch.ones(1, 5, dtype=torch.long)
    torch.onnx.export(
        Exported(network).eval(),
        (pieces, torch.zeros_like(pieces), first),
        str(path),
        input_names=["pieces", "shapes", "first"],
        output_names=["tags", "projections"],
        dynamic_axes={"pieces": {1: "length"}, "shapes": {1: "length"}, "first": {1: "words"}},
        opset_version=20,
        dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )


def quantise(full: Path, path: Path) -> None:
    """Weights to eight bits, per channel; activations are quantised as they come."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        str(full),
        str(path),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=False,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        extra_options={"DefaultTensorType": FLOAT},
    )


def main() -> None:
    """Read the command line and write the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--network", type=Path, default=Path("training/work/network.pt"))
    parser.add_argument("--out", type=Path, default=Path("src/sayso/language/model"))
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--full", action="store_true", help="keep full precision, to compare")
    args = parser.parse_args()
    network, labels = load(args.network)
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        export_onnx(network, full)
        if args.full:
            shutil.copy(full, args.out / "model.onnx")
        else:
            quantise(full, args.out / "model.onnx")
    weights = {name: getattr(network, name).detach().numpy().astype(np.float32) for name in ("arc", "arc_head", "relation", "link")}
    np.savez(args.out / "heads.npz", **weights)
    (args.out / "lemmas.json").write_text(json.dumps(learn_endings(args.data), ensure_ascii=False), encoding="utf8")
    (args.out / "labels.json").write_text(json.dumps({head: labels[head] for head in [*HEADS, "relation"]}, ensure_ascii=False), encoding="utf8")
    shutil.copy(base_folder() / "tokenizer.json", args.out / "tokenizer.json")


if __name__ == "__main__":
    main()
