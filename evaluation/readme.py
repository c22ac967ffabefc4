"""Write measured figures into the README: every number before a comment that names its figure, as in `68.0<!--events detected-->`.

python -m evaluation --json figures.json && python -m evaluation.readme figures.json [README.md]
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from evaluation.figures import Figures

_NUMBER = re.compile(r"[\d.]+(?=<!--([^<>]+?)-->)")


def filled(text: str, figures: Figures) -> str:
    """The text with its figures as measured, one decimal each; KeyError names one that was not measured."""
    return _NUMBER.sub(lambda number: f"{figures[number[1]]:.1f}", text)


def main() -> None:
    """Read figures and README, rewrite the README."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("figures", type=Path)
    parser.add_argument("readme", type=Path, nargs="?", default=Path("README.md"))
    args = parser.parse_args()
    try:
        text = filled(args.readme.read_text(encoding="utf8"), json.loads(args.figures.read_text(encoding="utf8")))
    except KeyError as missing:
        sys.exit(f"{args.readme}: the figure {missing} was not measured; run python -m evaluation without --only")
    args.readme.write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
