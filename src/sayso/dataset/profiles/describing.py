"""The columns of every profile as tables for people: `docs/exports.md` has them between two marks.

python -m sayso.dataset.profiles.describing docs/exports.md      # writes them anew
"""

from __future__ import annotations

import sys
from pathlib import Path

from sayso.dataset.profiles import PROFILES
from sayso.dataset.profiles.columns import Column, Profile
from sayso.dataset.profiles.evidence import EVIDENCE

BEGIN, END = "<!-- columns: written by sayso.dataset.profiles.describing -->", "<!-- columns end -->"
_OWN = ("csv", "parquet", "geojson")
"""Profiles of Sayso's own columns, which have one table."""


def described() -> str:
    """All tables in Markdown."""
    parts = [_profile(profile) for profile in PROFILES.values() if profile.columns and profile.name not in _OWN]
    own = "## csv, parquet, geojson: Sayso's own columns\n\n" + _table(PROFILES["csv"].columns)
    evidence = "## What ends every row of the other profiles\n\n" + _table(EVIDENCE)
    return "\n\n".join([*parts, own, evidence])


def with_tables(text: str) -> str:
    """A document with the tables between its marks."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{described()}\n\n{END}{rest.partition(END)[2]}"


def _profile(profile: Profile) -> str:
    left_out = f" Left out: {profile.left_out}." if profile.left_out else ""
    return f"## {profile.name}: {profile.about}\n\n{profile.codebook}.{left_out}\n\n{_table(profile.columns)}"


def _table(columns: tuple[Column, ...]) -> str:
    tagged = any(column.tag for column in columns)
    head = ["| column | hashtag | holds | how |", "|---|---|---|---|"] if tagged else ["| column | holds | how |", "|---|---|---|"]
    return "\n".join([*head, *(_row(column, tagged=tagged) for column in columns)])


def _row(column: Column, *, tagged: bool) -> str:
    how = column.made if column.value else f"always empty: {column.made}"
    cells = [f"`{column.name}`", *([f"`{column.tag}`"] if tagged else []), column.holds, how]
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(with_tables(path.read_text(encoding="utf8")), encoding="utf8")
