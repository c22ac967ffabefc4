"""Rows for programs: gone through one by one, or whole as an Arrow table, a pandas or a Polars frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from sayso.errors import InputError

_GROUP = 10_000


class Rows:
    """The rows of a question, each a dict; asked anew each time they are gone through."""

    def __init__(self, rows: Callable[[], Iterator[dict[str, Any]]], schema: Callable[[], Any], count: Callable[[], int]) -> None:
        """`rows` gives the rows, `schema` their columns as Arrow has them, `count` how many there are."""
        self._rows, self._schema, self._count = rows, schema, count

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return self._rows()

    def __len__(self) -> int:
        return self._count()

    def to_arrow(self) -> Any:
        """A `pyarrow.Table`, columns typed as text, whole numbers or numbers."""
        import pyarrow

        schema, rows, groups = self._schema(), iter(self), []
        while group := list(islice(rows, _GROUP)):
            groups.append(pyarrow.RecordBatch.from_pylist(group, schema=schema))
        return pyarrow.Table.from_batches(groups, schema=schema)

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame`; InputError where pandas is not installed."""
        _need("pandas")
        return self.to_arrow().to_pandas()

    def to_polars(self) -> Any:
        """A `polars.DataFrame`; InputError where Polars is not installed."""
        return _need("polars").from_arrow(self.to_arrow())


def _need(name: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as error:
        raise InputError(f"frames of {name} need the package; install it with: pip install 'sayso[{name}]'") from error
