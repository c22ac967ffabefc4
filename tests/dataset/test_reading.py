"""An article of a dataset with the reading that stands for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.dataset.corrections import correct
from sayso.dataset.reading import reading
from tests.dataset.datasets import filled


def test_a_copy_has_the_reading_of_its_article(tmp_path: Path) -> None:
    """The article that stands, with its record."""
    with filled(tmp_path / "news.sqlite") as store:
        (copy,) = store.rows("SELECT id, copy_of FROM articles WHERE copy_of IS NOT NULL")
        article, record = reading(store, copy["id"])
    assert article.id == copy["copy_of"] and article.publisher == "The Herald" and record.events[0].type == "ASSAULT"


def test_corrected_values_are_read(tmp_path: Path) -> None:
    """As people changed them; the machine's own record stays as it was."""
    with filled(tmp_path / "news.sqlite") as store:
        event = next(store.rows("SELECT id, article FROM events WHERE \"trigger\" = 'bombed'"))
        correct(store, event["id"], {"reality": "negated"}, by="A. Coder", at="2024-05-01")
        assert reading(store, event["article"])[1].events[0].reality == "negated"
        kept = next(store.kept(event["article"]))
    assert kept.record is not None and kept.record.events[0].reality == "happened"


@pytest.mark.parametrize("sql", ["SELECT 1", "UPDATE articles SET record = NULL"])
def test_what_was_not_read_is_a_key_error(tmp_path: Path, sql: str) -> None:
    """No such article, or one without a record."""
    with filled(tmp_path / "news.sqlite") as store:
        store.connection.execute(sql)
        key = "nothing" if sql == "SELECT 1" else next(store.rows("SELECT id FROM articles WHERE copy_of IS NULL"))["id"]
        with pytest.raises(KeyError):
            reading(store, key)
