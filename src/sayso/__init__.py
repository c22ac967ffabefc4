"""Sayso reads news reports and writes event data: who did what to whom, where, when, with what toll, and on whose say-so.

import sayso

record = sayso.code("Turkey blamed the PKK for the bombing …", published="2022-12-14")
for event in record.events:
    print(event.type, [record.actor(p.actor).name for p in event.actors])
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sayso._version import __version__
from sayso.article import Article
from sayso.errors import InputError, KnowledgeError, ModelError, SaysoError
from sayso.record import Record

if TYPE_CHECKING:
    from sayso.api import analyse, code, explain, open, read, rows, who
    from sayso.coder import Coder

__all__ = [
    "Article",
    "Coder",
    "InputError",
    "KnowledgeError",
    "ModelError",
    "Record",
    "SaysoError",
    "__version__",
    "analyse",
    "code",
    "explain",
    "open",
    "read",
    "rows",
    "who",
]

_LATER = {"Coder": "sayso.coder"} | dict.fromkeys(("analyse", "code", "explain", "open", "read", "rows", "who"), "sayso.api")
"""Names whose modules take a moment to load, and are loaded when first asked for."""


def __getattr__(name: str) -> Any:
    if name in _LATER:
        from importlib import import_module

        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
