"""Words that tell of tolls."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.tollwords import KINDS, load_toll_words


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
