"""Sayso's own rows."""

from __future__ import annotations

from sayso.dataset.happening import Party, Spot
from sayso.dataset.profiles.flat import COLUMNS
from tests.dataset.datasets import NEVER, happening
from tests.dataset.profiles.rows import part, row


def test_sides_and_places_are_parallel() -> None:
    """A semicolon inside a name is a comma, an unknown country an empty place."""
    actors = (Party("A; B", "group", None, ("GOV", "MIL")), Party("C", "group", "TUR"))
    found = row("csv", happening(actors=actors, places=(Spot("X", None), Spot("Y", "SYR"))))
    assert (found["actors"], found["actor_countries"], found["actor_sectors"]) == ("A, B; C", "; TUR", "GOV+MIL; ")
    assert (found["places"], found["place_countries"]) == ("X; Y", "; SYR")


def test_tolls_and_codes() -> None:
    """Each bound in its own column; codes by ontology."""
    one = happening(tolls={**NEVER, "injured": (81, None)}, codes={"acled": "Battles: Armed clash"})
    assert part("csv", one, "injured_min", "injured_max", "killed_min", "codes") == (81, None, None, "acled=Battles: Armed clash")


def test_contexts_and_publishers_are_joined() -> None:
    """In one cell, empty where there are none."""
    assert part("csv", happening(contexts=("military", "legal"), publishers=("A", "B")), "contexts", "publishers") == ("military; legal", "A; B")
    assert part("csv", happening(contexts=(), publishers=()), "contexts", "publishers") == (None, None)


def test_numbers_are_typed_as_numbers() -> None:
    """Everything that counts or measures."""
    typed = {column.name: column.kind for column in COLUMNS if column.kind != "text"}
    assert {name for name in typed if name.endswith(("_min", "_max"))} == {f"{kind}_{end}" for kind in NEVER for end in ("min", "max")}
    assert {typed[name] for name in ("latitude", "longitude", "confidence")} == {"number"}
    assert {typed[name] for name in ("articles", "independent", "trigger_start", "trigger_end", "killed_min")} == {"whole"}
