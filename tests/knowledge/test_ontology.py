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


WHOLE = "realities = ['happened']\n[types.AGREE]\nabout = 'is willing'\nmodes = ['meet']\nverbal = true\n[types.AID]\nmodes = []\n[contexts]\nlegal = ['court', 'bill']\nlegislative = ['bill']\n"


def test_everything_of_a_small_file_is_read(tmp_path: Path) -> None:
    """Types with their modes, realities, contexts in their order."""
    path = tmp_path / "ontology.toml"
    path.write_text(WHOLE, encoding="utf-8")
    found = load_ontology(path)
    agree, aid = found.types["AGREE"], found.types["AID"]
    assert (agree.name, agree.about, agree.modes, agree.verbal) == ("AGREE", "is willing", ("meet",), True)
    assert (aid.about, aid.modes, aid.verbal) == ("", (), False)
    assert (found.realities, found.context_names) == (("happened",), ("legal", "legislative"))


def test_word_of_two_contexts_points_to_both(tmp_path: Path) -> None:
    """In the order of the file."""
    path = tmp_path / "ontology.toml"
    path.write_text(WHOLE, encoding="utf-8")
    assert load_ontology(path).contexts == {"court": ("legal",), "bill": ("legal", "legislative")}


@pytest.mark.parametrize("table", ["types", "contexts", "realities"])
def test_empty_table_is_as_bad_as_a_missing_one(tmp_path: Path, table: str) -> None:
    """No event can be without a type."""
    path = tmp_path / "ontology.toml"
    text = {
        "types": WHOLE.replace("[types.AGREE]", "[kinds.AGREE]").replace("[types.AID]", "[kinds.AID]"),
        "contexts": WHOLE.split("[contexts]")[0],
        "realities": WHOLE.replace("['happened']", "[]"),
    }
    path.write_text(text[table], encoding="utf-8")
    with pytest.raises(KnowledgeError, match=f"the table '{table}' is missing or empty"):
        load_ontology(path)


def test_shipped_words_of_contexts_are_lemmas_in_small_letters() -> None:
    """Or they would never be met."""
    assert [word for word in load_ontology().contexts if word != word.lower() or " " in word] == []


def test_every_type_says_what_it_is_about() -> None:
    """In words, for the docs."""
    assert [name for name, type in load_ontology().types.items() if not type.about] == []


def test_modes_are_written_alike() -> None:
    """Small letters and hyphens, none twice in a type."""
    for type in load_ontology().types.values():
        assert len(set(type.modes)) == len(type.modes)
        assert all(mode == mode.lower() and " " not in mode for mode in type.modes)


def test_hints_are_read(tmp_path: Path) -> None:
    """By type, by type and mode, and by sector with an `@` before it."""
    path = tmp_path / "ontology.toml"
    path.write_text(WHOLE + "[hints.types]\nAID = ['legal']\n'AGREE/meet' = ['legislative']\n[hints.sectors]\nJUD = ['legal']\n", encoding="utf-8")
    assert load_ontology(path).hints == {"AID": ("legal",), "AGREE/meet": ("legislative",), "@JUD": ("legal",)}


@pytest.mark.parametrize(
    ("hints", "problem"),
    [
        ("[hints.types]\nHUG = ['legal']", "'HUG' is no type"),
        ("[hints.types]\n'AID/meet' = ['legal']", "'AID/meet' is no type"),
        ("[hints.sectors]\nJUD = ['law']", "names the context 'law'"),
        ("[hints.words]\nx = ['legal']", "unknown table 'words'"),
    ],
)
def test_mistakes_in_hints_are_named(tmp_path: Path, hints: str, problem: str) -> None:
    """Or a slip would never be noticed."""
    path = tmp_path / "ontology.toml"
    path.write_text(WHOLE + hints + "\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=problem):
        load_ontology(path)


@pytest.mark.parametrize(
    "name",
    [
        "military",
        "diplomatic",
        "human_rights",
        "economic",
        "election",
        "refugee",
        "terrorism",
        "legal",
        "environment",
        "health",
        "legislative",
        "intelligence",
    ],
)
def test_contexts_of_plover_are_there(name: str) -> None:
    """Each with a fair number of words."""
    words = [word for word, names in load_ontology().contexts.items() if name in names]
    assert len(words) >= 10
