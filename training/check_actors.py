"""How much of the actors that the shared data name does the knowledge know? Counts only; nothing is copied.

    python training/check_actors.py            # coverage of reference dictionaries, agreement with coded articles
    python training/check_actors.py --show 40  # the coded actors it gets wrong or does not know

The data stand where SAYSO_SHARED says, `../shared` beside the repository by default.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sayso.knowledge.actors import ActorBase, load_actors

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SAYSO_SHARED", ROOT.parent / "shared"))
DICTIONARIES = SHARED / "data" / "reference" / "phoenix_dictionaries"
SMALL_WORDS = frozenset(("of", "the", "and", "for", "al", "de", "in", "bin", "el", "to"))


def main() -> None:
    """Print the coverage of each dictionary and the agreement with the coded training articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=0, help="how many coded actors to list that differ")
    show = parser.parse_args().show
    base = load_actors()
    for path in sorted(DICTIONARIES.glob("*.actors.txt")):
        names = set(dictionary_names(path))
        known = sum(bool(base.look_up(name) or base.country(name) or base.nationality(name)) for name in names)
        print(f"{path.name}: {known} of {len(names)} names known")
    nouns = set(agent_nouns(DICTIONARIES / "Phoenix.agents.txt"))
    print(f"agents: {sum(base.noun(noun) is not None for noun in nouns)} of {len(nouns)} nouns known")
    agreement(base, show)


def dictionary_names(path: Path) -> Iterator[str]:
    """Names and synonyms of a dictionary of actors."""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        name = re.split(r"[\[#;(\t]", line)[0].strip().lstrip("+").strip("_ ")
        if name:
            yield name.replace("_", " ")


def agent_nouns(path: Path) -> Iterator[str]:
    """Nouns of a dictionary of agents; those with a choice of endings by their first form."""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        name = re.split(r"[\[#{!]", line)[0].strip().strip("_ ")
        if name:
            yield name.replace("_", " ").lower()


def agreement(base: ActorBase, show: int) -> None:
    """Compare country and sectors of the coded actors whose name, or an alias of it, is known."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for path in sorted((SHARED / "gold" / "train").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        for actor in record["actors"]:
            if not looks_named(actor["name"]):
                continue
            counts["named"] += 1
            found = next((e for n in (actor["name"], *actor["aliases"]) for e in base.look_up(n, on=record["published"])), None)
            if found is None:
                wrong.append(f"unknown   {path.stem}: {actor['name']} {actor['country']} {actor['sector']}")
                continue
            country, sectors = found.side_on(record["published"])
            same = country == actor["country"], bool(set(sectors) & set(actor["sector"])) or not actor["sector"]
            counts.update(known=1, country=same[0], sector=same[1], both=all(same))
            if not all(same):
                coded = f"{actor['name']} {actor['country']} {actor['sector']}"
                wrong.append(f"different {path.stem}: {coded}: {found.id} {country} {sectors}")
    print(", ".join(f"{name} {count}" for name, count in counts.items()))
    print("\n".join(wrong[:show]))


def looks_named(name: str) -> bool:
    """Whether all but small words of a name have capitals, as names have."""
    words = [word for word in re.split(r"[\s-]+", name) if word not in SMALL_WORDS]
    return bool(words) and all(word[:1].isupper() or not word[:1].isalpha() for word in words)


if __name__ == "__main__":
    main()
