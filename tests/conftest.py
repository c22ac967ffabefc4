"""What several tests need: the language core and the coder, each loaded once."""

from __future__ import annotations

import pytest

from sayso.coder import Coder
from sayso.language.core import LanguageCore


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The whole path."""
    return Coder()


@pytest.fixture(scope="session")
def core(coder: Coder) -> LanguageCore:
    """The language core alone."""
    return coder.core
