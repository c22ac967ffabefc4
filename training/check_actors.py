"""What is asked of the actor tables, how much of it they hold, and how much of what the shared data name they know. Counts only; nothing is copied.

python -m training.check_actors --data ../shared            # the table, and coverage of the reference dictionaries
python -m training.check_actors --data ../shared --gaps     # with all that is wanting
python -m training.check_actors --data ../shared --show 40  # with the coded actors it gets wrong or does not know
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.knowledge.actors import ActorBase, load_actors
from sayso.knowledge.names import pieces
from training.actor_targets import targets

SMALL_WORDS = frozenset(("of", "the", "and", "for", "al", "de", "in", "bin", "el", "to"))
_LONGEST = 6
"""Words of the longest names that are sought in texts."""


def main() -> None:
    """Print what is asked for and there, the coverage of each dictionary, and the agreement with the coded training articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_SHARED", "../shared")))
    parser.add_argument("--gaps", action="store_true", help="list all that is wanting")
    parser.add_argument("--show", type=int, default=0, help="how many coded actors to list that differ, and missing names of each dictionary")
    options = parser.parse_args()
    base = load_actors()
    print_targets(base, gaps=options.gaps)
    coverage(base, options.data / "data", options.show or 12)
    agreement(base, options.data / "gold" / "train", options.show)


def print_targets(base: ActorBase, *, gaps: bool) -> None:
    """One line for each thing asked for."""
    print(f"{'asked for':56} {'wanted':>6} {'there':>6}  wanting")
    for target in targets(base):
        told = "; ".join(target.wanting if gaps else target.wanting[:6]) + (" …" if len(target.wanting) > 6 and not gaps else "")
        print(f"{target.name:56} {target.wanted:6} {target.there:6}  {told}")


def coverage(base: ActorBase, data: Path, show: int) -> None:
    """How many names of each dictionary are known, and which of those that are not the news of `corpus` have most often."""
    folder = data / "reference" / "phoenix_dictionaries"
    written = phrases(data / "corpus")
    for path in sorted(folder.glob("*.actors.txt")):
        print_coverage(path.name, dictionary_names(path), {name for name in dictionary_names(path) if is_known(base, name)}, written, show)
    path = folder / "Phoenix.agents.txt"
    print_coverage(path.name, agent_nouns(path), {noun for noun in agent_nouns(path) if base.noun(noun) is not None}, written, show)


def is_known(base: ActorBase, name: str) -> bool:
    """Whether a name means somebody, or a state by its people or its seat."""
    return bool(base.look_up(name) or base.country(name) or base.nationality(name) or base.seat(name))


def print_coverage(title: str, names: Iterable[str], known: set[str], written: Counter[str], show: int) -> None:
    """One line: how many are known, of all and of those that the news write, and the most frequent that are not."""
    wanted = set(names)
    times = {name: written[" ".join(pieces(name))] for name in wanted}
    seen = [name for name in wanted if times[name]]
    missing = sorted((name for name in seen if name not in known), key=times.__getitem__, reverse=True)[:show]
    told = ", ".join(f"{name.title()} {times[name]}" for name in missing)
    print(f"{title}: {len(known)} of {len(wanted)} known; of {len(seen)} in the corpus {len(known.intersection(seen))}; missing most: {told}")


def phrases(folder: Path) -> Counter[str]:
    """How often each run of up to six words stands in the articles of a folder."""
    found: Counter[str] = Counter()
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            words = pieces(json.loads(line)["text"])
            for size in range(1, _LONGEST + 1):
                found.update(" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
    return found


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


def agreement(base: ActorBase, folder: Path, show: int) -> None:
    """Compare country and sectors of the coded actors whose name, or an alias of it, is known."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for path in sorted(folder.glob("*.json")):
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
