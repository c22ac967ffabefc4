"""The frames file and its loader."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import KnowledgeError
from sayso.knowledge.frames import load_frames
from sayso.knowledge.ontology import load_ontology


def test_every_type_has_default_frames() -> None:
    """A word that only the model takes for an event gets a frame for verb and noun, whatever the type."""
    frames = load_frames()
    for type in load_ontology().types:
        assert frames.default(type, noun=False).verb.actor
        assert frames.default(type, noun=True).noun.actor


def test_a_meeting_lists_both_sides() -> None:
    """Meetings are mutual: both sides act."""
    assert load_frames().named["meet"].mutual


@pytest.mark.parametrize(("frame", "who"), [("threaten", "actor"), ("request", "recipient"), ("accuse", "recipient"), ("agree", "actor")])
def test_control_says_who_does_the_deed(frame: str, who: str) -> None:
    """The one who threatens does the deed; the one who is asked or accused does it."""
    assert load_frames().named[frame].control == who


def test_light_verbs_do_or_suffer() -> None:
    """The subject of "launch" does what its noun says, that of "face" undergoes it."""
    frames = load_frames()
    assert "launch" in frames.does
    assert "face" in frames.suffers


def test_some_verbs_say_that_their_subject_takes_place() -> None:
    """ "Fighting broke out" does nothing to anybody."""
    assert "break" in load_frames().occurs


@pytest.mark.parametrize(("text", "occurs"), [("[light]\noccurs = ['erupt']\n", {"erupt"}), ("", set())])
def test_verbs_of_taking_place_are_read(tmp_path: Path, text: str, occurs: set[str]) -> None:
    """From the table of the verbs that carry nouns; there may be none."""
    path = tmp_path / "frames.toml"
    defaults = "".join(f"{name} = ['v', 'v']\n" for name in load_ontology().types)
    path.write_text(f"[frames.v]\nverb = {{ actor = ['subj'] }}\n{text}[defaults]\n{defaults}", encoding="utf-8")
    assert load_frames(path).occurs == occurs


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[frames.hit]\ncolour = 1\n", "colour"),
        ("[frames.hit]\nverb = { owner = ['subj'] }\n", "owner"),
        ("[frames.hit]\ncontrol = 'nobody'\n", "nobody"),
        ("[frames.hit]\nverb = { actor = ['subj'] }\n", "no default"),
        ("[frames", "TOML"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, problem: str) -> None:
    """A mistake in the file is named in the error."""
    path = tmp_path / "frames.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=problem):
        load_frames(path)


def test_default_of_verbs_and_nouns_differ_where_the_file_says_so(tmp_path: Path) -> None:
    """The first of the pair is for verbs, the second for nouns."""
    types = load_ontology().types
    text = "[frames.v]\nverb = { actor = ['subj'] }\n[frames.n]\nnoun = { actor = ['by'] }\ncontrol = 'actor'\nmutual = true\n[defaults]\n"
    path = tmp_path / "frames.toml"
    path.write_text(text + "".join(f"{name} = ['v', 'n']\n" for name in types), encoding="utf-8")
    frames = load_frames(path)
    assert frames.default("ASSAULT", noun=False).verb.actor == ("subj",)
    noun = frames.default("ASSAULT", noun=True)
    assert (noun.noun.actor, noun.control, noun.mutual) == (("by",), "actor", True)
    assert (frames.does, frames.suffers, frames.subject_control) == (frozenset(), frozenset(), frozenset())


def test_default_that_names_no_frame_is_told(tmp_path: Path) -> None:
    """With the type it was meant for."""
    path = tmp_path / "frames.toml"
    path.write_text(
        "[frames.v]\nverb = { actor = ['subj'] }\n[defaults]\n" + "".join(f"{name} = ['v', 'w']\n" for name in load_ontology().types),
        encoding="utf-8",
    )
    with pytest.raises(KnowledgeError, match="'w' for AGREE"):
        load_frames(path)


def test_slots_that_are_left_out_are_empty() -> None:
    """A frame need not fill every role."""
    assert all(isinstance(relations, tuple) for frame in load_frames().named.values() for relations in (frame.verb.joint, frame.noun.deed))


def test_only_mutual_frames_have_a_second_side() -> None:
    """Who is met or agreed with is one of two that act."""
    for name, frame in load_frames().named.items():
        assert not frame.mutual or frame.verb.joint or frame.noun.joint, name


def test_relation_that_is_none_is_named(tmp_path: Path) -> None:
    """A slip of the pen would never name anybody; the message gives the choices."""
    path = tmp_path / "frames.toml"
    path.write_text("[frames.hit]\nverb = { actor = ['subjekt'] }\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="frame 'hit' has the unknown relation 'subjekt'; use about"):
        load_frames(path)
