"""The weighted average of two networks, one of which went on from the other: often better than either, and steadier.

python -m training.average training/work/before.pt training/work/network.pt --share 0.3 --out training/work/average.pt
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch
from torch import Tensor

Weights = dict[str, Tensor]


def average(before: Weights, after: Weights, share: float) -> Weights:
    """`share` of the later network; links that the earlier one did not know (all zero) come from the later alone."""
    found = {name: (1 - share) * value + share * after[name] for name, value in before.items()}
    new = (before["link"] == 0).flatten(1).all(1)
    found["link"][new] = after["link"][new]
    return found


def main() -> None:
    """Read the command line and write the average beside its labels."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--share", type=float, default=0.3)
    parser.add_argument("--out", type=Path, default=Path("training/work/average/network.pt"))
    args = parser.parse_args()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(average(torch.load(args.before), torch.load(args.after), args.share), args.out)
    shutil.copy(args.after.parent / "labels.json", args.out.parent / "labels.json")


if __name__ == "__main__":
    main()
