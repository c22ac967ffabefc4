"""The quality floors: fails when a figure of the quick run is below its floor.

    python -m evaluation.gate [--data DIR] [--split dev] [--raise]

Floors stand in `floors.json` with a digest of the data they were measured on; `--raise` lifts them to what is measured now, and never
lowers one. A floor that must fall is changed by hand, with a line under "why".
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from evaluation.figures import Figures
from evaluation.run import Task, chosen, digest, run

FLOORS = Path(__file__).parent / "floors.json"


def main() -> None:
    """Measure, compare, and leave with 1 where a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_SHARED", "../shared")))
    parser.add_argument("--split", default="dev")
    parser.add_argument("--raise", dest="lift", action="store_true")
    args = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf8")) if FLOORS.exists() else {"tasks": {}, "why": []}
    broken: list[str] = []
    for task, found in run(chosen([]), args.data, args.split, quick=True):
        if isinstance(found, str):
            print(f"{task.name}: not measured, {found}")
            continue
        known = floors["tasks"].get(task.name, {})
        mark = digest(task, args.data, args.split)
        if known and known["digest"] != mark and not args.lift:
            print(f"{task.name}: other data than the floors were measured on; not compared")
            continue
        broken += [f"{name} has a floor but was not measured" for name in known.get("floors", {}) if name not in found]
        broken += compare(task, found, known.get("floors", {}))
        if args.lift:
            floors["tasks"][task.name] = {"digest": mark, "floors": lifted(task, found, known.get("floors", {}))}
    if args.lift:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf8")
    for line in broken:
        print(line, file=sys.stderr)
    sys.exit(1 if broken else 0)


def compare(task: Task, found: Figures, floors: dict[str, Any]) -> list[str]:
    """Print each figure beside its floor; returns a sentence for each that is below."""
    broken = []
    for name, value in found.items():
        floor = floors.get(name)
        print(f"{task.name:12} {name:44} {value:6.2f}" + (f"  floor {floor:6.2f}" if floor is not None else ""), flush=True)
        if floor is not None and value < floor:
            broken.append(f"{name} is {value:.2f}, below its floor of {floor:.2f}")
    return broken


def lifted(task: Task, found: Figures, floors: dict[str, Any]) -> dict[str, float]:
    """New floors: what is measured less a small margin, or the old floor where that is higher."""
    return {name: max(round(max(0.0, value - task.margin), 2), floors.get(name, 0.0)) for name, value in found.items()}


if __name__ == "__main__":
    main()
