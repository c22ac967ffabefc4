"""What tests of several commands start from."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.dataset.store import Store
from tests.dataset.corrections.conftest import ARTICLE
from tests.records import small_record


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """A dataset with one article."""
    path = tmp_path / "border.sqlite"
    with Store(path, create=True) as store:
        store.add(ARTICLE, small_record())
    return path
