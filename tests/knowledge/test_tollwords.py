"""Words that tell of tolls."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.tollwords import KINDS, TollWords, load_toll_words


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("killed", "kill"),
        ("killing", "kill"),
        ("kills", "kill"),
        ("slain", "slay"),
        ("injured", "injure"),
        ("abducting", "abduct"),
        ("kidnapped", "kidnap"),
        ("died", "die"),
        ("dying", "die"),
        ("fled", "flee"),
        ("shot", "shoot"),
        ("held", "hold"),
        ("martyred", "martyr"),
    ],
)
def test_every_form_of_a_verb_leads_to_it(form: str, verb: str) -> None:
    """Regular forms are built by rule, irregular ones are listed."""
    assert load_toll_words().forms[form] == verb


def test_kinds_are_the_four_of_the_codebook() -> None:
    """Every verb and noun tells of one of four kinds of toll."""
    words = load_toll_words()
    assert {*words.transitive.values(), *words.intransitive.values(), *words.nouns.values(), *words.states.values()} == set(KINDS)


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [('[transitive]\nkill = "dead"\n', 2, "must be one of"), ('[people]\nplural = "men"\n', 2, "list of words")],
)
def test_mistakes_name_file_and_line(tmp_path: Path, content: str, line: int, said: str) -> None:
    """A wrong value is reported with its place."""
    path = tmp_path / "tolls.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=said) as error:
        load_toll_words(path)
    assert f"{path}:{line}" in str(error.value)


def test_broken_toml_is_a_knowledge_error(tmp_path: Path) -> None:
    """A file that is no TOML is reported by name."""
    path = tmp_path / "tolls.toml"
    path.write_text("kill\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"tolls\.toml"):
        load_toll_words(path)


def toll_words(tmp_path: Path, text: str) -> TollWords:
    path = tmp_path / "tolls.toml"
    path.write_text(text, encoding="utf-8")
    return load_toll_words(path)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("kill", {"kill", "kills", "killed", "killing"}),
        ("seize", {"seize", "seizes", "seized", "seizing"}),
        ("carry", {"carry", "carries", "carried"}),
        ("slay", {"slay", "slays"}),
        ("execute", {"execute", "executed", "executing"}),
        ("crush", {"crush", "crushes", "crushed"}),
        ("stab", {"stabbed", "stabbing"}),
    ],
)
def test_regular_forms_are_built_by_rule(tmp_path: Path, verb: str, forms: set[str]) -> None:
    """Silent e, y, hissing sounds and doubled letters."""
    found = toll_words(tmp_path, f'[transitive]\n{verb} = "killed"\n').forms
    assert {form for form in forms if found.get(form) == verb} == forms


def test_listed_forms_go_before_rules(tmp_path: Path) -> None:
    """Irregular verbs say their own."""
    found = toll_words(tmp_path, '[transitive]\nshoot = "killed"\n[forms]\nshot = "shoot"\nshoots = "other"\n')
    assert found.forms["shot"] == "shoot" and found.forms["shoots"] == "other"


def test_verb_of_two_tables_keeps_both(tmp_path: Path) -> None:
    """What kills with an object may kill without one."""
    found = toll_words(tmp_path, '[transitive]\ndrown = "killed"\n[intransitive]\ndrown = "killed"\n')
    assert found.transitive["drown"] == found.intransitive["drown"] == "killed"


def test_tables_that_are_left_out_are_empty(tmp_path: Path) -> None:
    """An empty file knows no toll."""
    found = toll_words(tmp_path, "")
    assert (found.forms, found.nouns, found.plural, found.doubtful) == ({}, {}, frozenset(), frozenset())


def test_doubtful_verbs_are_verbs() -> None:
    """Each has a kind, or nothing could be doubted."""
    words = load_toll_words()
    assert words.doubtful <= {*words.transitive, *words.intransitive, *words.lethal}


def test_people_are_not_both_one_and_many() -> None:
    """A word is plural or collective or singular."""
    words = load_toll_words()
    assert not words.plural & words.singular and not words.singular & words.collective


SWEPT = '[phrases.swept]\nkind = "captured"\nverbs = ["sweep", "haul"]\nforms = ["swept"]\nwith = ["up", "off"]\n'


@pytest.mark.parametrize("form", ["sweep", "sweeps", "sweeping", "swept", "haul", "hauled"])
def test_every_form_of_a_phrases_verb_leads_to_it(tmp_path: Path, form: str) -> None:
    """Regular forms are built by rule, irregular ones are listed."""
    assert toll_words(tmp_path, SWEPT).phrases[form] == [("captured", frozenset({"up", "off"}))]


def test_a_verb_may_have_several_phrases(tmp_path: Path) -> None:
    """The words beside it tell which is meant."""
    found = toll_words(tmp_path, SWEPT + '[phrases.away]\nkind = "killed"\nverbs = ["sweep"]\nwith = ["overboard"]\n')
    assert found.phrases["sweep"] == [("captured", frozenset({"up", "off"})), ("killed", frozenset({"overboard"}))]


def test_verbs_of_phrases_tell_nothing_alone(tmp_path: Path) -> None:
    """They are no verbs of tolls themselves."""
    assert "sweep" not in toll_words(tmp_path, SWEPT).forms


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ('# Words\n[phrases.swept]\nkind = "gone"\nverbs = ["sweep"]\n', 2, "'swept' must be one of killed, .*, not 'gone'"),
        ('[natural]\n\n[phrases.swept]\nverbs = ["sweep"]\n', 3, "not None"),
        ('[phrases.swept]\nkind = "killed"\nwith = "up"\n', 3, "'with' must be a list of words"),
        ('[natural]\ncauses = "flood"\n', 2, "'causes' must be a list of words"),
    ],
)
def test_mistakes_in_phrases_and_causes_name_file_and_line(tmp_path: Path, content: str, line: int, said: str) -> None:
    """A wrong kind is reported where its table begins, a wrong list where it stands."""
    with pytest.raises(KnowledgeError, match=said) as error:
        toll_words(tmp_path, content)
    assert f"{tmp_path / 'tolls.toml'}:{line}:" in str(error.value)


def test_natural_causes_are_read(tmp_path: Path) -> None:
    """What nobody is to blame for."""
    assert toll_words(tmp_path, '[natural]\ncauses = ["flood", "age"]\n').natural == {"flood", "age"}


def test_phrases_of_the_words_that_come_with_sayso() -> None:
    """Each needs words beside its verbs, or it would tell nothing."""
    phrases = load_toll_words().phrases
    assert ("captured", True) in [(kind, "hostage" in beside) for kind, beside in phrases["took"]]
    assert all(beside for told in phrases.values() for _, beside in told)
