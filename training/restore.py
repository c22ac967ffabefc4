"""Read the files that the package ships back into a network, so that training can go on from them.

    python -m training.restore src/sayso/language/model --data ../shared --out training/work/before.pt

The matrices come back from eight bits. The heads that are not shipped (lemmas, factuality) begin anew, and new links begin at none.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from sayso.language.core import HEADS
from training.labels import Labels
from training.model import LAYERS, Network

Arrays = dict[str, NDArray[Any]]
PARTS = ("query", "key", "value", "out", "up", "down")
"""The matrices of a layer, in the order of the file."""


def restore(network: Network, folder: Path, labels: Labels) -> None:
    """Fill a network from `model.onnx` and `heads.npz`."""
    arrays = _initializers(folder / "model.onnx")
    matrices = iter([_matrix(arrays, name) for name in arrays if name.startswith("onnx::MatMul") and name.endswith("_quantized")])
    state = dict(network.state_dict())
    for name in ("word", "position", "shape"):
        state[f"encoder.{name}.weight"] = _table(arrays, f"network.encoder.{name}.weight")
    for name in ("kind", "norm.weight", "norm.bias"):
        state[f"encoder.{name}"] = _tensor(arrays[f"network.encoder.{name}"])
    for n in range(LAYERS):
        layer, old = f"encoder.layers.{n}.", f"network.encoder.layers.{n}."
        found = {part: next(matrices) for part in PARTS}
        state[layer + "qkv.weight"] = torch.cat([found[part] for part in PARTS[:3]])
        state[layer + "qkv.bias"] = torch.cat([_tensor(arrays[f"{old}parts.{place}.bias"]) for place in range(3)])
        for part in PARTS[3:]:
            state[layer + f"{part}.weight"], state[layer + f"{part}.bias"] = found[part], _tensor(arrays[f"{old}layer.{part}.bias"])
        for norm in ("norm_attention", "norm_output"):
            state |= {f"{layer}{norm}.{part}": _tensor(arrays[f"{old}layer.{norm}.{part}"]) for part in ("weight", "bias")}
    _fill_tags(state, network, next(matrices), _tensor(next(a for name, a in arrays.items() if name.startswith("onnx::Add"))), folder, labels)
    state["project.weight"], state["project.bias"] = next(matrices), _tensor(arrays["network.project.bias"])
    with np.load(folder / "heads.npz") as heads:
        for name in ("arc", "arc_head", "relation"):
            state[name] = _tensor(heads[name])
        state["link"][: len(heads["link"])] = _tensor(heads["link"])
    network.load_state_dict(state)


def _fill_tags(state: dict[str, Tensor], network: Network, weight: Tensor, bias: Tensor, folder: Path, labels: Labels) -> None:
    """The tag heads that are shipped, each to its place among all."""
    shipped = json.loads((folder / "labels.json").read_text(encoding="utf8"))
    at = dict(zip(HEADS, np.cumsum([0, *(len(shipped[head]) for head in HEADS)]), strict=False))
    start = 0
    for head, size in network.tag_sizes.items():
        if head in at:
            assert shipped[head] == labels.sets[head], f"the labels of {head} have changed"
            state["tags.weight"][start : start + size] = weight[at[head] : at[head] + size]
            state["tags.bias"][start : start + size] = bias[at[head] : at[head] + size]
        start += size


def _initializers(path: Path) -> Arrays:
    import onnx
    from onnx import numpy_helper

    return {tensor.name: numpy_helper.to_array(tensor) for tensor in onnx.load(str(path)).graph.initializer}


def _matrix(arrays: Arrays, name: str) -> Tensor:
    """[out, in], from [in, out] with one scale for each output."""
    base = name.removesuffix("_quantized")
    whole = arrays[name].astype(np.float32) - arrays[f"{base}_zero_point"].astype(np.float32)
    return _tensor((whole * arrays[f"{base}_scale"]).T)


def _table(arrays: Arrays, name: str) -> Tensor:
    """An embedding, with one scale for all."""
    whole = arrays[f"{name}_quantized"].astype(np.float32) - float(arrays[f"{name}_zero_point"])
    return _tensor(whole * float(arrays[f"{name}_scale"]))


def _tensor(array: NDArray[Any]) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(array, dtype=np.float32).copy())


def main() -> None:
    """Read the command line and write the network."""
    from training.reading import label_sets
    from training.train import make_network

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("training/work/before.pt"))
    args = parser.parse_args()
    labels = label_sets(args.data)
    network = make_network(labels)
    restore(network, args.folder, labels)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), args.out)


if __name__ == "__main__":
    main()
