"""What people change in a dataset: each change an entry that is only ever added, with who made it and when.

The machine's own record stays in the table `articles` as it was; rows and exports show the corrected values.

    correct(store, "0123456789abcdef/e3", {"type": "ASSAULT", "reality": "negated"}, by="A. Coder")
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sayso.dataset.corrections.applying import Correction, apply
from sayso.dataset.corrections.making import Change, make

if TYPE_CHECKING:
    from sayso.dataset.store import Store

__all__ = ["Change", "Correction", "apply", "correct", "make"]


def correct(store: Store, target: str, values: Mapping[str, Any], *, by: str, at: str | None = None, note: str | None = None) -> list[Correction]:
    """Give fields of an event, statement, actor or place (`ARTICLE/e3`) other values; what was changed, nothing where all was so already.

    `by` is who says so, `at` when (an ISO date or time; without it, now). InputError where the target is not there or a value cannot be.
    """
    return make(store, [Change(target, set=values, note=note)], by=by, at=at)
