"""Cues of statements."""

from __future__ import annotations

from pathlib import Path

import pytest

import sayso.knowledge.cues as cues_module
from sayso.errors import KnowledgeError
from sayso.knowledge.cues import ACTS, Cue, load_cues

_LEAST = 900
"""Cues that the lexicon holds at the least."""
_PREPOSITIONS = frozenset({"about", "against", "as", "at", "behind", "between", "by", "for", "from", "in", "into", "of", "on", "onto", "over", "to", "under", "upon", "with"})  # fmt: skip
_PARTICLES = frozenset({"out", "up", "known", "plain", "public", "clear", "on", "back"})
_TABLE = Path(cues_module.__file__).parent / "data" / "cues.tsv"


def _every() -> list[Cue]:
    return [cue for cues in load_cues().values() for cue in cues]


def _words(cue: Cue) -> str:
    return " ".join([cue.head, *cue.rest])


def _named(words: str) -> Cue:
    """The one cue of these words."""
    (cue,) = [cue for cue in load_cues()[words.split()[0]] if _words(cue) == words]
    return cue


def test_cues_know_their_act_and_content() -> None:
    """`accuse` accuses, and what it says stands behind "of"."""
    (cue,) = [c for c in load_cues()["accuse"] if not c.rest]
    assert cue.act == "accuse" and "of" in cue.contents


def test_longer_cues_come_first() -> None:
    """ "call on" goes before "call"."""
    assert [len(cue.rest) for cue in load_cues()["call"]] == sorted((len(cue.rest) for cue in load_cues()["call"]), reverse=True)


def test_every_act_has_cues() -> None:
    """None of the eleven acts is without a word."""
    assert {cue.act for cues in load_cues().values() for cue in cues} == set(ACTS)


@pytest.mark.parametrize("line", ["shout\tyell\tclause", "shout\tsay", "\tsay\tclause"])
def test_mistake_names_file_and_line(tmp_path: Path, line: str) -> None:
    """An unknown act, a missing column, an empty cue."""
    path = tmp_path / "cues.tsv"
    path.write_text(f"# cue\tact\tcontent\n{line}\n", encoding="utf8")
    with pytest.raises(KnowledgeError, match=r"cues\.tsv:2"):
        load_cues(path)


def test_lexicon_is_wide() -> None:
    """A lexicon of some hundred verbs would miss most nouns and phrases that carry a content."""
    assert len(_every()) >= _LEAST


def test_every_cue_performs_a_known_act() -> None:
    """Each act is one of the eleven of the codebook."""
    assert {cue.act for cue in _every()} <= set(ACTS)


def test_no_cue_stands_twice() -> None:
    """The second of two would never be found, or contradict the first."""
    words = [_words(cue) for cue in _every()]
    assert sorted(words) == sorted(set(words))


def test_cues_are_lower_case() -> None:
    """Lemmas and the words of the text are compared in lower case."""
    assert [_words(cue) for cue in _every() if _words(cue) != _words(cue).lower()] == []


def test_no_cue_has_more_words_than_are_compared() -> None:
    """Five words behind the first are looked at; a longer cue would never be found."""
    assert max(len(cue.rest) for cue in _every()) <= 5


def test_contents_are_frames_that_the_coder_knows() -> None:
    """Every content stands in a clause, as an object or behind a preposition, and every cue has one at least."""
    strange = {_words(cue): cue.contents for cue in _every() if not cue.contents or not set(cue.contents) <= _PREPOSITIONS | {"clause", "obj"}}
    assert strange == {}


def test_verb_with_its_object_has_no_other_object() -> None:
    """In "issue a statement" and "express concern" the object is part of the cue; it is not what is said."""
    heads = {"issue", "express", "voice", "raise", "cast", "make", "give", "deliver", "lodge", "file", "level", "heap", "pin", "release"}
    mistaken = [_words(cue) for cue in _every() if cue.head in heads and cue.rest and "obj" in cue.contents and cue.rest[-1] not in _PARTICLES]
    assert mistaken == []


def test_groups_are_sorted() -> None:
    """Under each heading the cues follow the alphabet, so that a reader finds a cue and sees where a new one goes."""
    for group in _TABLE.read_text(encoding="utf8").split("\n\n"):
        cues = [line.split("\t")[0] for line in group.splitlines() if line and not line.startswith("#")]
        assert cues == sorted(cues)


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("hit back", "criticise"),
        ("lash out", "criticise"),
        ("speak out against", "criticise"),
        ("pour scorn", "criticise"),
        ("take issue", "criticise"),
        ("rule out", "refuse"),
        ("say no to", "refuse"),
        ("turn a deaf ear", "refuse"),
        ("play down", "deny"),
        ("pour cold water", "deny"),
        ("plead not guilty", "deny"),
        ("plead guilty", "confirm"),
        ("plead for", "request"),
        ("claim responsibility", "confirm"),
        ("hold responsible", "accuse"),
        ("point the finger", "accuse"),
        ("allegedly", "accuse"),
        ("reportedly", "say"),
        ("be quoted as saying", "say"),
        ("according", "say"),
        ("make clear", "say"),
        ("call", "say"),
        ("call for", "request"),
        ("call on", "request"),
        ("call out", "criticise"),
        ("call into question", "doubt"),
        ("cast doubt", "doubt"),
        ("do not believe", "doubt"),
        ("have doubts", "doubt"),
        ("have no doubt", "say"),
        ("express concern", "criticise"),
        ("express support", "support"),
        ("express willingness", "promise"),
        ("throw weight", "support"),
        ("agree", "promise"),
        ("agree that", "say"),
        ("agree with", "support"),
        ("vow", "promise"),
        ("vow revenge", "threaten"),
        ("vow not", "refuse"),
        ("ultimatum", "threaten"),
        ("warning", "say"),
    ],
)
def test_act_of_cues_easily_mistaken(words: str, act: str) -> None:
    """What a longer cue does often differs from what its first word does alone."""
    assert _named(words).act == act


@pytest.mark.parametrize(
    ("words", "content"), [("hit back", "at"), ("call for", "for"), ("cast doubt", "on"), ("according", "to"), ("throw weight", "behind")]
)
def test_content_stands_behind_the_preposition(words: str, content: str) -> None:
    """A phrase that often stands alone finds its content behind one preposition only."""
    assert _named(words).contents == (content,)


@pytest.mark.parametrize(
    "words", ["refusal", "denial", "allegation", "plea", "pledge", "threat", "criticism", "endorsement", "misgiving", "admission", "statement"]
)
def test_nouns_carry_a_content(words: str) -> None:
    """Each act has nouns beside its verbs."""
    assert _named(words).contents
