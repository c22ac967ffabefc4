"""The ontology file and its loader."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.ontology import load_ontology


def test_has_the_sixteen_types() -> None:
    """PLOVER has sixteen types, no more and no fewer."""
    assert len(load_ontology().types) == 16


def test_modes_belong_to_their_type() -> None:
    """Each type lists its own modes; aerial is how an assault is done."""
    types = load_ontology().types
    assert "aerial" in types["ASSAULT"].modes
    assert "aerial" not in types["COERCE"].modes


@pytest.mark.parametrize("name", ["AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"])
def test_verbal_types_are_marked(name: str) -> None:
    """Types that are acts of speech may be about a deed."""
    assert load_ontology().types[name].verbal


def test_material_types_are_not_verbal() -> None:
    """An assault is about nothing but itself."""
    assert not load_ontology().types["ASSAULT"].verbal


def test_realities_are_the_eight_of_the_codebook() -> None:
    """The realities are those that the record's contract names."""
    assert set(load_ontology().realities) == {
        "happened", "ongoing", "planned", "threatened", "requested", "possible", "attempted", "negated",
    }  # fmt: skip


def test_contexts_are_found_by_word() -> None:
    """A word points to every context that lists it."""
    assert "legal" in load_ontology().contexts["court"]


def test_broken_toml_names_the_file(tmp_path: Path) -> None:
    """A file that is no TOML is named in the error."""
    path = tmp_path / "ontology.toml"
    path.write_text("types = [", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"ontology\.toml"):
        load_ontology(path)


def test_missing_table_is_named(tmp_path: Path) -> None:
    """A missing table is named in the error."""
    path = tmp_path / "ontology.toml"
    path.write_text("[types.AGREE]\nmodes = []\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="contexts"):
        load_ontology(path)


@pytest.mark.parametrize(("entry", "problem"), [("colour = 1\nmodes = []", "colour"), ("about = 'x'", "no modes")])
def test_mistakes_in_a_type_are_named(tmp_path: Path, entry: str, problem: str) -> None:
    """Unknown and missing keys of a type are named in the error."""
    path = tmp_path / "ontology.toml"
    path.write_text(f"realities = ['happened']\n[types.AGREE]\n{entry}\n[contexts]\nlegal = ['court']\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=problem):
        load_ontology(path)
