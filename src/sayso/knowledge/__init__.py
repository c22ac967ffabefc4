"""What is known before an article is read, as data files a political scientist can edit."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.knowledge.actors import ActorBase, load_actors
from sayso.knowledge.places import FILE as GAZETTEER
from sayso.knowledge.places import Gazetteer, load_gazetteer

DATA = Path(__file__).parent / "data"


@dataclass(slots=True)
class Knowledge:
    """The large knowledge files, loaded once and shared by every article; the small ones load where they are used."""

    actors: ActorBase
    places: Gazetteer
    sha256: str
    """Digest over all knowledge files, the user's own included."""

    @classmethod
    def load(cls, *, actors: Sequence[Path] = (), places: Path | None = None) -> Knowledge:
        """Read the package's knowledge, with the user's own files of actors laid over it, and their gazetteer in place of the package's.

        Raises KnowledgeError, naming file and line, where one of them has a mistake.
        """
        return cls(load_actors(actors), load_gazetteer(places or GAZETTEER), digest([*actors, *([places] if places else [])]))


def digest(extra: Sequence[Path] = ()) -> str:
    """SHA-256 over the names and bytes of all knowledge files, in the order of their names, and of the user's own."""
    found = hashlib.sha256()
    for path in [*sorted(p for p in DATA.rglob("*") if p.is_file()), *extra]:
        found.update(path.name.encode())
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                found.update(block)
    return found.hexdigest()
