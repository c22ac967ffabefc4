"""Learn which edit script the endings of words call for, from the treebanks."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from sayso.language.lemmas import script_of
from sayso.language.shapes import MIXED, shape
from training.windows import read_conllu

LONGEST = 9
"""Letters of an ending, the mark of the word's beginning included."""
RARE, ADDED = 1, 3
"""How often a script must be seen, and how many letters it may add, to speak for an ending and not only for a word."""


def learn_endings(data: Path) -> dict[str, dict[str, str]]:
    """For each part of speech and letter shape: endings and their scripts; an ending that only repeats a shorter one is left out."""
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for name in ("ud_ewt", "gum"):
        for tree in read_conllu(data / "data" / name / "train.conllu"):
            for form, lemma, upos in zip(tree.words, tree.lemmas, tree.upos, strict=True):
                word = f"^{form.lower()}"
                for size in range(min(LONGEST, len(word)) + 1):
                    counts[f"{upos} {min(shape(form), MIXED)}"][word[len(word) - size :]][script_of(form, lemma)] += 1
    return {kind: _pruned(endings) for kind, endings in sorted(counts.items())}


def _pruned(endings: dict[str, Counter[str]]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for ending in sorted(endings, key=_shortest):
        scripts = endings[ending]
        if not ending.startswith("^"):
            # What a single word does, or a script that writes half a word, is no rule for words with the same ending.
            scripts = Counter({script: n for script, n in scripts.items() if n >= RARE and len(script.lstrip("lc0123456789")) <= ADDED})
            if not scripts:
                continue
        best = max(sorted(scripts), key=scripts.__getitem__)
        shorter = next((kept[ending[n:]] for n in range(1, len(ending) + 1) if ending[n:] in kept), None)
        if shorter != best:
            kept[ending] = best
    return kept


def _shortest(ending: str) -> tuple[int, str]:
    return len(ending), ending
