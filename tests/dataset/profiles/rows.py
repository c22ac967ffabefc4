"""One happening as a row of a profile."""

from __future__ import annotations

from sayso.dataset.happening import Happening
from sayso.dataset.profiles import PROFILES
from sayso.dataset.profiles.columns import Value


def row(profile: str, one: Happening) -> dict[str, Value]:
    """Every cell by its column's name; empty where the profile leaves it out."""
    chosen = PROFILES[profile]
    fitted = chosen.fit(one) if chosen.fit else one
    return {} if fitted is None else {column.name: column.of(fitted) for column in (*chosen.columns, *chosen.own)}


def part(profile: str, one: Happening, *names: str) -> tuple[Value, ...]:
    """Some cells of the row."""
    found = row(profile, one)
    return tuple(found[name] for name in names)
