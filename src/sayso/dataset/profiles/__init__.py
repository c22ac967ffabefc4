"""Exports: the events or stories of a dataset in the columns that others use, one module per profile.

A profile is a table of columns, each with what it holds and how it is made, and a way to write rows (`docs/exports.md`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from sayso.dataset.finding import Query
from sayso.dataset.happening import Happening
from sayso.dataset.happenings import happenings
from sayso.dataset.profiles.acled import ACLED
from sayso.dataset.profiles.columns import Counts, Profile, Task
from sayso.dataset.profiles.flat import CSV, PARQUET
from sayso.dataset.profiles.gdelt2 import GDELT2
from sayso.dataset.profiles.geojson import GEOJSON
from sayso.dataset.profiles.hxl import HXL
from sayso.dataset.profiles.label_studio import LABEL_STUDIO
from sayso.dataset.profiles.plover import PLOVER
from sayso.dataset.profiles.ucdp_ged import UCDP_GED
from sayso.dataset.store import Store

PROFILES = {profile.name: profile for profile in (PLOVER, ACLED, GDELT2, UCDP_GED, HXL, GEOJSON, LABEL_STUDIO, CSV, PARQUET)}
"""Every profile by its name."""
__all__ = ["PROFILES", "Counts", "Profile", "export"]


def export(store: Store, profile: Profile, stream: IO[Any], *, query: Query | None = None, stories: bool = False, bare: bool = False) -> Counts:
    """Write what a query finds by a profile, one row per event or per story; `bare` leaves out the columns of Sayso's own.

    The rows are ordered by date and id, and are never all in memory.
    """
    query, counts = query or Query(), Counts()
    found = _fitting(profile, happenings(store, query, stories=stories), counts)
    columns = profile.columns if bare else (*profile.columns, *profile.own)
    profile.write(Task(store, query, found, columns, bare, counts), stream)
    return counts


def _fitting(profile: Profile, found: Iterator[Happening], counts: Counts) -> Iterator[Happening]:
    for happening in found:
        fitting = profile.fit(happening) if profile.fit else happening
        counts.written, counts.left_out = counts.written + (fitting is not None), counts.left_out + (fitting is None)
        if fitting is not None:
            yield fitting
