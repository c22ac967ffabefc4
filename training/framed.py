"""Who did what to whom by the tree alone, in articles that nobody coded: many easy examples for the model's roles.

    python -m training.framed --data ../shared --out training/work/framed.jsonl

The hand-coded articles are too few to teach the model that "by the army" behind a passive names the actor. The frames know
that much wherever the tree is right. Reads the PolNeAR articles of DATA with the present coder; writes one window a line:
{words, anchors: {trigger: roles}, links: [[trigger, word, role]…]}, numbers counting words of the window.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.article import Article
from sayso.coder import STEPS, run
from sayso.coding.arguments import Found
from sayso.coding.draft import Draft
from sayso.coding.events import find_events, propose
from sayso.coding.scene import Scene
from sayso.knowledge import Knowledge
from sayso.language.core import LanguageCore
from sayso.language.windows import cut
from training.labels import ROLES

BEFORE = STEPS[: STEPS.index(find_events)]
LIKELY = 0.3
"""Chance of a trigger to be an event from which its frame is believed."""
NAMES = frozenset({"flat", "compound"})
AT_ONCE = 40


def framed(draft: Draft) -> Iterator[dict[str, Any]]:
    """The windows of one article that hold a trigger with a role."""
    scene = Scene(draft)
    roles: dict[int, dict[str, list[int]]] = {}
    for found in propose(scene):
        if found.prior is not None and found.prior >= LIKELY:
            named = {role: words for role, words in _roles(scene, found).items() if words}
            if named:
                roles[found.event.trigger] = named
    tokens = draft.analysis.tokens
    for first, last in cut(draft.article.text, [(t.start, t.end) for t in tokens]):
        inside = {trigger: named for trigger, named in roles.items() if first <= trigger < last}
        if inside:
            yield {
                "words": [token.text for token in tokens[first:last]],
                "anchors": {trigger - first: [ROLES[role] for role in named] for trigger, named in inside.items()},
                "links": [
                    [trigger - first, word - first, ROLES[role]]
                    for trigger, named in inside.items()
                    for role, words in named.items()
                    for word in words
                    if first <= word < last
                ],
            }


def _roles(scene: Scene, found: Found) -> dict[str, list[int]]:
    """The words of those whom the frame names first for each role."""
    relations = scene.relations(found.nodes)
    slots = {"actor": found.slots.actor, "recipient": () if found.frame.mutual else found.slots.recipient}
    heads = {role: next((relations[r] for r in wanted if relations.get(r)), []) for role, wanted in slots.items()}
    return {role: [word for head in found_heads for word in _name(scene, head)] for role, found_heads in heads.items()}


def _name(scene: Scene, head: int) -> list[int]:
    """A head with the words of its name."""
    return sorted({head, *scene.analysis.dependents(head, *NAMES)})


def main() -> None:
    """Read the command line, read the articles, write the windows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("training/work/framed.jsonl"))
    args = parser.parse_args()
    lines = (args.data / "data" / "polnear" / "train.jsonl").read_text(encoding="utf8").splitlines()
    texts = list(dict.fromkeys(json.loads(line)["text"] for line in lines))
    core, knowledge = LanguageCore.load(), Knowledge.load()
    with args.out.open("w", encoding="utf8") as out:
        for at in range(0, len(texts), AT_ONCE):
            part = texts[at : at + AT_ONCE]
            for text, analysis in zip(part, core.analyse_many(part), strict=True):
                draft = Draft(Article(text), analysis, knowledge)
                run(draft, BEFORE)
                out.writelines(json.dumps(window, ensure_ascii=False) + "\n" for window in framed(draft))


if __name__ == "__main__":
    main()
