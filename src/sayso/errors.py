"""What can go wrong, as one small tree.

    SaysoError                 catch this to catch everything Sayso raises on purpose
    ├── InputError             a file, column, date or text that cannot be read as an article
    ├── KnowledgeError         a knowledge file (actors, triggers, cues …) with a mistake in it
    └── ModelError             the language model or gazetteer of the package is missing or damaged

Every message is one plain sentence that names the thing, what was expected and how to mend it.
"""

from __future__ import annotations


class SaysoError(Exception):
    """Anything Sayso raises on purpose."""


class InputError(SaysoError):
    """An input that cannot be read as an article; catch it to skip the article and go on."""

    def __init__(self, message: str, *, data: str | None = None) -> None:
        super().__init__(message)
        self.data = data
        """What could not be read, where it is only a part of its file."""


class KnowledgeError(SaysoError):
    """A mistake in a knowledge file; the message names file and line."""


class ModelError(SaysoError):
    """A model file that is missing or does not belong to this version."""
