"""Measure Sayso and print one table.

python -m evaluation [--data DIR] [--split dev] [--only NAME …] [--quick] [--json FILE] [--markdown]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from evaluation.attribution import HUMANS
from evaluation.figures import Figures
from evaluation.run import TASKS, chosen, run


def main() -> None:
    """Parse the command, run the tasks, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_SHARED", "../shared")))
    parser.add_argument("--split", default="dev")
    parser.add_argument("--only", nargs="*", default=[], choices=[task.name for task in TASKS])
    parser.add_argument("--quick", action="store_true", help="the subset that the gate uses")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    args = parser.parse_args()
    figures: Figures = {}
    for task, found in run(chosen(args.only), args.data, args.split, quick=args.quick):
        if isinstance(found, str):
            print(f"{task.name}: not measured, {found}", file=sys.stderr)
        else:
            figures |= found
            print_figures(found, markdown=args.markdown)
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf8")


def print_figures(figures: Figures, *, markdown: bool) -> None:
    """One line per figure, with the human agreement where it is known."""
    for name, value in figures.items():
        human = HUMANS.get(name.removeprefix("attribution ")) if name.startswith("attribution ") else None
        beside = f"(humans {human})" if human else ""
        print(f"| {name} | {value:.1f} | {beside} |" if markdown else f"{name:44} {value:6.2f}  {beside}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
