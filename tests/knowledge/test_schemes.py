"""Ontologies of the user's own: reading and checking them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import Knowledge
from sayso.knowledge.ontology import load_ontology
from sayso.knowledge.schemes import Scheme, find_scheme, load_scheme

SMALL = """
name = "land"
realities = ["happened"]

[types.Eviction]
about = "people driven out"
modes = ["by the state", "by a company"]
like = "COERCE"

[types.Flood]
about = "a flood"
modes = ["of a river"]

[frames.evict]
verb = { actor = ["subj"], recipient = ["obj"] }

[[triggers]]
phrase = "bulldoze"
pos = "verb"
code = "Eviction: by the state"
frame = "evict"
prior = 0.7
condition = "+obj:home"

[[triggers]]
phrase = "flood"
pos = "noun"
code = "Flood"
frame = "act"
prior = 0.8

[[rules]]
code = "Eviction: by a company"
type = "COERCE"
actors = "BUS"

[[rules]]
code = "-"
type = ["COERCE"]
mode = ["arrest", "-"]
"""


def _scheme(tmp_path: Path, text: str = SMALL) -> Scheme:
    path = tmp_path / "land.toml"
    path.write_text(text, encoding="utf-8")
    return load_scheme(path)


def test_types_and_modes_make_the_codes(tmp_path: Path) -> None:
    """A type, or a type and its mode."""
    assert _scheme(tmp_path).codes() == ["Eviction", "Eviction: by the state", "Eviction: by a company", "Flood", "Flood: of a river"]


def test_code_comes_apart_into_type_and_mode(tmp_path: Path) -> None:
    """As `--instead` shows it."""
    scheme = _scheme(tmp_path)
    assert scheme.parts("Eviction: by the state") == ("Eviction", "by the state")
    assert scheme.parts("Flood") == ("Flood", None)


def test_type_without_like_is_one_of_its_own(tmp_path: Path) -> None:
    """PLOVER has no floods; evictions are a kind of coercion."""
    scheme = _scheme(tmp_path)
    assert set(scheme.own) == {"Flood"}
    assert {t.phrase: t.type for t in scheme.triggers} == {"bulldoze": "COERCE", "flood": "Flood"}


def test_triggers_have_code_frame_and_condition(tmp_path: Path) -> None:
    """The frame may be the scheme's own."""
    bulldoze = _scheme(tmp_path).triggers[0]
    assert (bulldoze.code, bulldoze.frame.name, bulldoze.prior) == ("Eviction: by the state", "evict", 0.7)
    assert bulldoze.terms[0].words == {"home"}
    assert bulldoze.place.endswith("land.toml:18")


def test_one_value_and_a_list_of_one_are_the_same(tmp_path: Path) -> None:
    """Rules are written as it suits."""
    first, second = _scheme(tmp_path).rules
    assert first.asks == {"type": {"COERCE"}, "actors": {"BUS"}}
    assert second.asks["mode"] == {"arrest", "-"}


def test_name_is_that_of_the_file_where_none_is_given(tmp_path: Path) -> None:
    """`land.toml` gives codes of the name land."""
    assert _scheme(tmp_path, SMALL.replace('name = "land"', "")).name == "land"


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ('name = "land"', 'nam = "land"', 2, "unknown key 'nam'"),
        ('["happened"]', '["hapened"]', 3, "'hapened' is no reality"),
        ('like = "COERCE"', 'like = "COERCION"', 8, "'COERCION' is no PLOVER type; choose from ACCUSE"),
        ('about = "people driven out"', 'colour = "red"', 5, "unknown key 'colour'"),
        ('recipient = ["obj"]', 'recipient = ["objct"]', 14, "unknown relation 'objct'"),
        ('pos = "verb"', 'pos = "werb"', 18, "part of speech"),
        ('frame = "evict"', 'frame = "evikt"', 18, "no frame 'evikt'"),
        ("prior = 0.7", "prior = 7", 18, "the prior"),
        ('code = "Flood"', 'code = "Fluid"', 26, "'Fluid' is no code; choose from Eviction"),
        ('actors = "BUS"', 'actors = "BUZ"', 33, "'BUZ' is no actors"),
        ('actors = "BUS"', 'doers = "BUS"', 33, "unknown key 'doers'"),
        ('["arrest", "-"]', '["arest"]', 38, "'arest' is no mode"),
        ('code = "-"', 'code = "Fled"', 38, "'Fled' is no code"),
    ],
)
def test_mistakes_name_file_and_line(tmp_path: Path, old: str, new: str, line: int, problem: str) -> None:
    """Whatever is wrong, the line is near."""
    assert old in SMALL
    with pytest.raises(KnowledgeError, match=problem) as caught:
        _scheme(tmp_path, SMALL.replace(old, new, 1))
    named = int(str(caught.value).split("land.toml:")[1].split(":")[0])
    assert abs(named - line) <= 2


@pytest.mark.parametrize(
    ("text", "problem"),
    [("types = [", "not valid TOML"), ("name = 'x'", "needs \\[types\\]"), ("[types.A]\nlike = 'AID'\n[[triggers]]\nphrase = 'x'\n", "lacks 'code'")],
)
def test_what_is_missing_is_named(tmp_path: Path, text: str, problem: str) -> None:
    """A file without types, a trigger without a code, a file that is no TOML."""
    with pytest.raises(KnowledgeError, match=problem):
        _scheme(tmp_path, text)


def test_unknown_name_lists_what_is_shipped() -> None:
    """A name is a file, or an ontology of the package."""
    with pytest.raises(KnowledgeError, match="it has acled, cameo"):
        find_scheme("camero")


def test_two_of_one_name_are_refused(tmp_path: Path) -> None:
    """Their codes could not be told apart."""
    _scheme(tmp_path)
    with pytest.raises(KnowledgeError, match="two ontologies are named 'land'"):
        Knowledge.load(ontologies=[tmp_path / "land.toml"] * 2)


@pytest.mark.parametrize("names", [[], ["cameo", "land"]])
def test_only_one_can_stand_instead(tmp_path: Path, names: list[str]) -> None:
    """An event has one type."""
    _scheme(tmp_path)
    files = [tmp_path / "land.toml" if name == "land" else name for name in names]
    with pytest.raises(KnowledgeError, match="one ontology can stand instead"):
        Knowledge.load(ontologies=files, instead=True)


# -- CAMEO -----------------------------------------------------------------------------------------------------------------------


def _cameo() -> Scheme:
    return load_scheme(find_scheme("cameo"))


@pytest.mark.parametrize("type", sorted(load_ontology().types))
def test_every_type_and_mode_has_a_cameo_code(type: str) -> None:
    """Some rule asks for no more than type and mode."""
    plain = [rule for rule in _cameo().rules if set(rule.asks) <= {"type", "mode"}]
    for mode in (*load_ontology().types[type].modes, None):
        assert any(type in rule.asks["type"] and (mode in rule.asks.get("mode", {mode})) for rule in plain)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("173", ("COERCE", "arrest")),
        ("042", ("CONSULT", "visit")),
        ("04", ("CONSULT", "phone")),
        ("14", ("PROTEST", "riot")),
        ("16", ("SANCTION", "expel")),
    ],
)
def test_way_back_from_cameo(code: str, expected: tuple[str, str]) -> None:
    """From a code, or a root, to PLOVER's types and modes."""
    assert expected in _cameo().plover(code)


def test_cameo_codes_have_three_digits_and_a_meaning() -> None:
    """Base codes of the roots 02 to 20."""
    scheme = _cameo()
    assert all(len(code) == 3 and 2 <= int(code[:2]) <= 20 for code in scheme.types)
    assert {rule.code for rule in scheme.rules} - {"-"} <= set(scheme.types)
