"""A user's own triggers, laid over the package's."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge import Knowledge
from sayso.knowledge.own_triggers import read_own
from sayso.knowledge.triggers import Triggers, Vocabulary, lay_over, load_triggers


def _own(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "mine.tsv"
    path.write_text("# mine\n" + "".join(line.replace("|", "\t") + "\n" for line in lines), encoding="utf-8")
    return path


def _laid(tmp_path: Path, *lines: str) -> Triggers:
    return lay_over(load_triggers(), *read_own([_own(tmp_path, *lines)], Vocabulary.load()))


def test_new_phrase_is_added(tmp_path: Path) -> None:
    """With its type, mode and where it is written."""
    (trigger,) = _laid(tmp_path, "ASSAULT|zorble|verb|aerial|strike|0.8|-").verbs["zorble"]
    assert (trigger.type, trigger.mode, trigger.prior) == ("ASSAULT", "aerial", 0.8)
    assert trigger.place.endswith("mine.tsv:2")


def test_count_follows(tmp_path: Path) -> None:
    """One line more, one trigger more."""
    assert _laid(tmp_path, "ASSAULT|zorble|verb|aerial|strike|0.8|-").count == load_triggers().count + 1


def test_own_line_takes_the_place_of_the_packages(tmp_path: Path) -> None:
    """The same phrase of the same type and part of speech is the user's alone."""
    laid = _laid(tmp_path, "ASSAULT|shell|verb|heavy-weapons|strike|0.11|-")
    assert [t.prior for t in laid.verbs["shell"] if t.phrase == "shell" and t.type == "ASSAULT"] == [0.11]


def test_other_types_and_parts_of_speech_stay(tmp_path: Path) -> None:
    """The noun "strike" of the workers is not touched by a verb of war."""
    laid = _laid(tmp_path, "ASSAULT|strike|verb|-|strike|0.11|-")
    assert laid.nouns["strike"] == load_triggers().nouns["strike"]


def test_prior_of_nought_takes_out(tmp_path: Path) -> None:
    """What the package knows and the user does not want is gone."""
    laid = _laid(tmp_path, "ASSAULT|shell|verb|heavy-weapons|strike|0|-")
    assert not any(t.phrase == "shell" and t.type == "ASSAULT" for t in laid.verbs.get("shell", ()))


def test_the_package_itself_stays_as_it_was(tmp_path: Path) -> None:
    """Another coder in the same process knows nothing of it."""
    _laid(tmp_path, "ASSAULT|zorble|verb|aerial|strike|0.8|-")
    assert "zorble" not in load_triggers().verbs


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("HUGGING|zorble|verb|-|strike|0.8|-", "'HUGGING' is no event type; choose from ACCUSE"),
        ("ASSAULT|zorble|verb|-|strike|0.8", "6 columns"),
        ("ASSAULT|zorble|adverb|-|strike|0.8|-", "part of speech must be verb, noun, adjective or modal"),
        ("ASSAULT|zorble|verb|phone|strike|0.8|-", "'phone' is no mode of ASSAULT"),
        ("ASSAULT|zorble|verb|-|nowhere|0.8|-", "no frame 'nowhere'; choose from accuse"),
        ("ASSAULT|zorble|verb|-|strike|-1|-", "the prior must be a number"),
        ("ASSAULT|zorble|verb|-|strike|0.8|+objj:gun", "'objj' is no relation; choose from about"),
        ("ASSAULT| zorble|verb|-|strike|0.8|-", "words parted by single spaces"),
        ("ASSAULT|zorble|verb|-|strike|0.8|+obj:gun  -subj:army", "a condition reads"),
    ],
)
def test_mistakes_name_file_and_line(tmp_path: Path, line: str, problem: str) -> None:
    """And say what to choose from."""
    with pytest.raises(KnowledgeError, match=rf"mine\.tsv:2: .*{problem}"):
        _laid(tmp_path, line)


def test_knowledge_takes_them_and_its_digest_tells(tmp_path: Path) -> None:
    """A record made with them can be told from one made without."""
    path = _own(tmp_path, "ASSAULT|zorble|verb|aerial|strike|0.8|-")
    knowledge = Knowledge.load(triggers=[path])
    assert "zorble" in knowledge.triggers.verbs
    assert knowledge.sha256 != Knowledge.load().sha256
