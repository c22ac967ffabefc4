"""What several tests need: the language core and the coder, each loaded once."""

from __future__ import annotations

import pytest
from hypothesis import settings

from sayso.coder import Coder
from sayso.language.core import LanguageCore

settings.register_profile("sayso", deadline=None, derandomize=True)
settings.load_profile("sayso")


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The whole path."""
    return Coder()


@pytest.fixture(scope="session")
def core(coder: Coder) -> LanguageCore:
    """The language core alone."""
    return coder.core
