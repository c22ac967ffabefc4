"""All that is known, and its digest."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import DATA, Knowledge, digest


def test_digest_is_the_same_twice() -> None:
    """The same files, the same 64 digits."""
    assert digest() == digest() and len(digest()) == 64


def test_digest_follows_the_users_own_files(tmp_path: Path) -> None:
    """By name and by content."""
    path = tmp_path / "groups.tsv"
    path.write_text("Harbour Front\tHF\tPRT\n", encoding="utf-8")
    before = digest([path])
    assert before != digest()
    path.write_text("Harbour Front\tHF\tESP\n", encoding="utf-8")
    assert digest([path]) != before
    other = tmp_path / "forces.tsv"
    other.write_text("Harbour Front\tHF\tESP\n", encoding="utf-8")
    assert digest([other]) != digest([path])


def test_users_actors_are_laid_over_the_packages(tmp_path: Path) -> None:
    """And the record can tell that they were."""
    path = tmp_path / "groups.tsv"
    path.write_text("Harbour Front of Nowhere\tHFN\tPRT\tREB\n", encoding="utf-8")
    assert Knowledge.load().actors.look_up("Harbour Front of Nowhere") == []
    knowledge = Knowledge.load(actors=[path])
    assert [entry.country for entry in knowledge.actors.look_up("HFN")] == ["PRT"]
    assert knowledge.sha256 == digest([path]) != Knowledge.load().sha256


def test_mistake_in_the_users_file_is_named(tmp_path: Path) -> None:
    """With file and line, before anything is coded."""
    path = tmp_path / "groups.tsv"
    path.write_text("Harbour Front\tHF\tPortugal\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"groups\.tsv:1"):
        Knowledge.load(actors=[path])


def test_every_table_says_what_it_is_and_where_it_is_from() -> None:
    """A comment at the top of each file that people edit; weights are made by a program."""
    edited = [path for path in sorted(DATA.rglob("*")) if path.suffix in (".tsv", ".toml") and not path.stem.endswith("_scores")]
    assert [path.name for path in edited if not path.read_text(encoding="utf-8").startswith("#")] == []


def test_tables_are_plain_text_with_line_feeds() -> None:
    """No marks, no carriage returns, no blanks at the ends of lines but the tabs of empty columns."""
    for path in sorted(DATA.rglob("*.tsv")):
        data = path.read_bytes()
        assert not data.startswith(b"\xef\xbb\xbf") and b"\r" not in data and data.endswith(b"\n"), path.name
