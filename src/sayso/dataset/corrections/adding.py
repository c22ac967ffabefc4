"""Events and statements that people add."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sayso.dataset.corrections.desk import Desk
from sayso.dataset.corrections.finding import sentence_around
from sayso.dataset.corrections.values import read_changes
from sayso.errors import InputError

_NEW: dict[str, dict[str, Any]] = {
    "event": {
        "type": "", "mode": None, "contexts": [], "trigger_span": [0, 0], "evidence_spans": [], "actors": [], "recipients": [],
        "when": {"start": None, "end": None, "span": None, "time": None}, "where": [], "reality": "happened", "toll": [], "say_so": [],
        "disputed": [], "about": [], "confidence": 1.0,
    },
    "statement": {
        "speaker": None, "speaker_span": None, "cue_span": None, "content_spans": [], "form": "indirect", "act": "say", "addressee": None,
        "via": None, "about": [], "when": None,
    },
}  # fmt: skip
"""What an added entry is before its fields are given."""


def add(desk: Desk, target: str, kind: str, values: Mapping[str, Any]) -> None:
    """Lay a new event or statement with these values on the desk; InputError where the target is no article, or a value is missing or cannot be."""
    if "/" in target or kind not in _NEW:
        raise InputError(f"{target}: an event or a statement is added to an article; give the article's id alone.")
    entry = json.loads(json.dumps(_NEW[kind]))
    wanted = ("trigger", "type") if kind == "event" else ("content",)
    for name in wanted:
        if not values.get(name):
            raise InputError(f"{target}: a new {kind} needs {' and '.join(sorted(wanted))}; give {name} too.")
    first = {name: values[name] for name in wanted}
    try:
        entry |= read_changes(desk, kind, entry, first)
        if kind == "event" and not values.get("evidence"):
            entry["evidence_spans"] = [sentence_around(desk.text, entry["trigger_span"])]
        entry |= read_changes(desk, kind, entry, {name: value for name, value in values.items() if name not in wanted})
    except InputError as error:
        raise InputError(f"{target}: {error}") from error
    desk.add(kind, entry)
