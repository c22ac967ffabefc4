"""What is known before an article is read, as data files a political scientist can edit."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge import names
from sayso.knowledge.actors import ActorBase, load_actors, tables_in
from sayso.knowledge.ontology import Ontology, load_ontology
from sayso.knowledge.own_triggers import read_own
from sayso.knowledge.places import FILE as GAZETTEER
from sayso.knowledge.places import Gazetteer, load_gazetteer
from sayso.knowledge.schemes import Scheme, extended, find_scheme, load_scheme
from sayso.knowledge.triggers import Triggers, Vocabulary, lay_over, load_triggers

DATA = Path(__file__).parent / "data"


@dataclass(slots=True)
class Knowledge:
    """The large knowledge files, loaded once and shared by every article, with what a user lays over them; the others load where used."""

    actors: ActorBase
    places: Gazetteer
    sha256: str
    """Digest over all knowledge files, the user's own included."""
    triggers: Triggers = field(default_factory=load_triggers)
    ontology: Ontology = field(default_factory=load_ontology)
    schemes: tuple[Scheme, ...] = ()
    """The user's ontologies, each of which gives events codes."""
    instead: bool = False
    """Do the types and modes of the one scheme stand in the place of PLOVER's?"""

    @classmethod
    def load(
        cls,
        *,
        actors: Sequence[Path] = (),
        triggers: Sequence[Path] = (),
        ontologies: Sequence[str | Path] = (),
        instead: bool = False,
        places: Path | None = None,
    ) -> Knowledge:
        """Read the package's knowledge, with the user's own files of actors and triggers laid over it, their ontologies,
        and their gazetteer in place of the package's.

        An ontology is a TOML file or the name of one that comes with the package. Raises KnowledgeError, naming file and line,
        where one of them has a mistake.
        """
        files = [find_scheme(name) for name in ontologies]
        schemes = tuple(load_scheme(path) for path in files)
        _check(schemes, instead=instead)
        known = extended(Vocabulary.load(), [type for scheme in schemes for type in scheme.own.values()], {})
        own, gone = read_own(triggers, known)
        own += [trigger for scheme in schemes for trigger in scheme.triggers]
        merged = lay_over(load_triggers(), own, gone) if own or gone else load_triggers()
        sha256 = digest([*actors, *triggers, *files, *([places] if places else [])])
        if instead:
            sha256 = hashlib.sha256(f"{sha256} instead".encode()).hexdigest()
        return cls(load_actors(actors), load_gazetteer(places or GAZETTEER), sha256, merged, known.ontology, schemes, instead)

    def forget(self) -> None:
        """Remember nothing of what was looked up before: the little that is kept of each article would hold the large pieces of memory that it lies in."""
        names.forget()
        self.actors.forget()
        self.places.forget()


def _check(schemes: Sequence[Scheme], *, instead: bool) -> None:
    given = [scheme.name for scheme in schemes]
    twice = next((name for name in given if given.count(name) > 1), None)
    if twice is not None:
        raise KnowledgeError(f"two ontologies are named {twice!r}; give one another name")
    if instead and len(schemes) != 1:
        raise KnowledgeError(f"one ontology can stand instead of PLOVER's types, not {len(schemes)}")


def digest(extra: Sequence[Path] = ()) -> str:
    """SHA-256 over the names and bytes of all knowledge files, in the order of their names, and of the user's own."""
    found = hashlib.sha256()
    own = [path for place in extra for path in (tables_in(place) if place.is_dir() else [place])]
    for path in [*sorted(p for p in DATA.rglob("*") if p.is_file()), *own]:
        found.update(path.name.encode())
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                found.update(block)
    return found.hexdigest()
