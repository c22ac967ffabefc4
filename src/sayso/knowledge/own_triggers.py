"""A user's own triggers: a table laid over the package's.

A line has seven columns, parted by tabs: the event type, then those of `data/triggers/*.tsv`. The same phrase of the same part
of speech and type gives way to the user's; where the prior is 0 it is only taken out.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sayso.errors import KnowledgeError
from sayso.knowledge.triggers import Trigger, Vocabulary, read_trigger, rows_of

_COLUMNS = 7
_PRIOR = 5
_OUT = "0"


def read_own(paths: Sequence[Path], vocabulary: Vocabulary) -> tuple[list[Trigger], list[Trigger]]:
    """The triggers that a user adds and those that are taken out. KnowledgeError names file and line of the first mistake."""
    added: list[Trigger] = []
    gone: list[Trigger] = []
    for path in paths:
        for place, columns in rows_of(path, _COLUMNS):
            if columns[0] not in vocabulary.ontology.types:
                raise KnowledgeError(f"{place}: {columns[0]!r} is no event type; choose from {', '.join(sorted(vocabulary.ontology.types))}")
            out = columns[_PRIOR] in (_OUT, "0.0", "0.00")
            row = [*columns[1:_PRIOR], "1" if out else columns[_PRIOR], columns[-1]]
            (gone if out else added).extend(read_trigger(place, columns[0], row, vocabulary))
    return added, gone
