"""Explanations written out: for people, field by field, or as JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence

from sayso.explaining.reasons import Explanation, Reason
from sayso.record import Record

_WIDTH = 100
_FIELD = 18
"""Columns that the names of fields take."""
_NAMES = {
    "actors": "who",
    "recipients": "to whom",
    "say_so": "on whose word",
    "actors.say_so": "who, on whose word",
    "recipients.say_so": "whom, on whose word",
}


def as_text(record: Record, explanations: Sequence[Explanation]) -> str:
    """One block per event, each reason on lines of its own, without control characters."""
    blocks = [f"{record.article.title or record.article.id}\n"]
    if not explanations:
        blocks.append("No event: nothing in this article is something that political, armed or civil actors did to one another.\n")
    blocks += ["\n".join(_block(explanation)) + "\n" for explanation in explanations]
    return "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in "\n".join(blocks)) + "\n"


def _block(explanation: Explanation) -> Iterator[str]:
    mode = f"/{explanation.mode}" if explanation.mode else ""
    yield f"{explanation.event}  {explanation.type}{mode}  “{' '.join(explanation.trigger.split())}”  ({explanation.confidence:.0%} sure)"
    last: Reason | None = None
    for reason in explanation.reasons:
        same = last is not None and reason.field == last.field
        name = "" if same else _NAMES.get(reason.field, reason.field)
        yield from _lines(name, reason.text if same and last is not None and reason.value == last.value else f"{reason.value}: {reason.text}")
        last = reason


def _lines(name: str, text: str) -> list[str]:
    """A field's name and what is said of it, in two columns."""
    wrapped = textwrap.wrap(text, _WIDTH - _FIELD - 3) or [""]
    return [f"   {name if number == 0 else '':{_FIELD}}{line}" for number, line in enumerate(wrapped)]


def as_json(record: Record, explanations: Sequence[Explanation]) -> str:
    """One object per line and event, with the id of its article."""
    return "".join(json.dumps({"article": record.article.id, **e.to_dict()}, ensure_ascii=False) + "\n" for e in explanations)
