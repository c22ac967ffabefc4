"""Weights as tables of TOML, as the knowledge files hold them."""

from __future__ import annotations

from collections.abc import Mapping


def table(name: str, weights: Mapping[str, float], *, digits: int = 3) -> str:
    """A table in the order of the alphabet; names that TOML does not take as they are stand in quotes."""
    rows = (f'"{key}" = {value:.{digits}f}' if ":" in key else f"{key} = {value:.{digits}f}" for key, value in sorted(weights.items()))
    return "\n".join((f"[{name}]", *rows))
