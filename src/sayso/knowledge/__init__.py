"""What is known before an article is read, as data files a political scientist can edit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Knowledge:
    """All knowledge files, loaded once and shared by every article."""
