"""Where the actors of hand-coded articles are mentioned, pronouns and descriptions too, as the present coder reads them.

    python -m training.mentions --data ../shared --out training/work/mentions.json

The hand-coded articles name each event's actors, but not all words that stand for them. With these mentions, "they" and
"the group" teach the roles as well as names do. Writes {article: {actor's ref: [[start, end], …]}}, offsets in characters.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from sayso import Coder
from sayso.article import Article
from sayso.record import Actor
from training.coded import read_coded


def same(gold: dict[str, Any], actor: Actor, text: str) -> bool:
    """Whether a coded actor is the gold one: they share a name, and neither's country speaks against it."""
    if gold.get("country") and actor.country and gold["country"] != actor.country:
        return False
    names = {name.casefold() for name in (gold["name"], *gold.get("aliases", []))}
    return bool(names & {name.casefold() for name in (actor.name, *(text[start:end] for start, end in actor.mentions))})


def main() -> None:
    """Read the command line, code the articles, write the mentions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("training/work/mentions.json"))
    args = parser.parse_args()
    coded = read_coded(args.data)
    articles = [Article(one.text, id=one.id, published=one.published) for one in coded]
    found = {}
    for one, record in zip(coded, Coder().code_many(articles), strict=True):
        found[one.id] = {
            actor["ref"]: sorted({tuple(span) for coded in record.actors if same(actor, coded, one.text) for span in coded.mentions})
            for actor in one.gold["actors"]
        }
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text(json.dumps(found, ensure_ascii=False), encoding="utf8")


if __name__ == "__main__":
    main()
