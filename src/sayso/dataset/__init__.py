"""Datasets: many articles coded, kept, linked into stories, asked, corrected and exported.

with sayso.open("news.sqlite") as data:
    data.find(type="ASSAULT", actor="TUR", place="Syria", start="2018-01", end="2018-03").to_pandas()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.dataset.face import Dataset

__all__ = ["Dataset"]


def __getattr__(name: str) -> Any:
    """The face of a dataset is loaded when it is first asked for: what fills a dataset needs none of it."""
    if name == "Dataset":
        from sayso.dataset.face import Dataset

        return Dataset
    raise AttributeError(f"module 'sayso.dataset' has no attribute {name!r}")
