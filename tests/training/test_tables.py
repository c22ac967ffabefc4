"""Weights as tables of TOML."""

from __future__ import annotations

import tomllib

from training.tables import table


def test_a_table_is_read_as_it_was_written() -> None:
    """In the order of the alphabet, names with a colon in quotes, as many digits as asked for."""
    text = table("weights", {"b": 0.12345, "as_acl:relcl": -1.0}, digits=2)
    assert text.splitlines() == ["[weights]", '"as_acl:relcl" = -1.00', "b = 0.12"]
    assert tomllib.loads(text) == {"weights": {"as_acl:relcl": -1.0, "b": 0.12}}
