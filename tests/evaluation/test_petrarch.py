"""CAMEO triples of PETRARCH-2."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.figures import MissingDataError
from evaluation.petrarch import ROOTS, read_sentences, right
from sayso.knowledge.ontology import load_ontology
from sayso.record import Record
from tests.evaluation.test_plover import event_of

BLOCK = """<Sentence date="x" id="1" category="X" evaluate="true"/>
<EventCoding eventcode="042" sourcecode="TURGOV" targetcode="SYRGOV" />
<EventCoding eventcode="190" sourcecode="---" targetcode="" />
<Text>
 Two lines
 of text.
</Text>
<Sentence date="x" id="2" category="X" evaluate="false"/><Text>Not this.</Text>
<Sentence date="x" id="3" category="X" evaluate="true"/><Text>No events.</Text>
"""


def record(actors: list[str | None], recipients: list[str | None], *, type: str = "ASSAULT") -> Record:
    return event_of(actors, recipients, type=type)[0]


def test_sentences_are_read_with_their_triples(tmp_path: Path) -> None:
    """Countries are the first three letters, roots the first two digits; what is not to be scored is left out."""
    path = tmp_path / "x.xml"
    path.write_text(BLOCK, encoding="utf8")
    assert read_sentences(path) == [("Two lines of text.", [("TUR", "SYR", "04"), ("---", "", "19")]), ("No events.", [])]


def test_missing_file_is_said(tmp_path: Path) -> None:
    """By name."""
    with pytest.raises(MissingDataError, match=r"x\.xml"):
        read_sentences(tmp_path / "x.xml")


def test_every_type_has_roots() -> None:
    """And no others are there."""
    assert set(ROOTS) == set(load_ontology().types)


@pytest.mark.parametrize(
    ("triple", "expected"),
    [(("TUR", "SYR", "19"), 1), (("TUR", "SYR", "18"), 1), (("TUR", "SYR", "04"), 0), (("SYR", "TUR", "19"), 0), (("TUR", "IRN", "19"), 0)],
)
def test_triple_is_right_as_a_whole(triple: tuple[str, str, str], expected: int) -> None:
    """Source, target and root; the other way round is wrong."""
    assert right([triple], record(["TUR"], ["SYR"])) == expected


def test_actors_are_no_targets_of_a_one_sided_deed() -> None:
    """Without a recipient there is none, whoever acts."""
    assert right([("TUR", "TUR", "19")], record(["TUR"], [])) == 0
    assert right([("TUR", "SYR", "19")], record(["TUR", "SYR"], [])) == 0


def test_empty_side_is_an_empty_side() -> None:
    """The gold writes hyphens where we list nobody, or somebody of no country."""
    assert right([("TUR", "---", "19")], record(["TUR"], [])) == 1
    assert right([("TUR", "---", "19")], record(["TUR"], [None])) == 1
    assert right([("---", "SYR", "19")], record([], ["SYR"])) == 1
    assert right([("TUR", "---", "19")], record(["TUR"], ["SYR"])) == 0


def test_sides_of_talks_stand_among_the_actors() -> None:
    """Either way round, each actor for one side."""
    assert right([("SYR", "TUR", "04")], record(["TUR", "SYR"], [], type="CONSULT")) == 1
    assert right([("TUR", "TUR", "04")], record(["TUR", "SYR"], [], type="CONSULT")) == 0
    assert right([("TUR", "---", "04")], record(["TUR"], [], type="CONSULT")) == 1


def test_one_event_earns_one_triple() -> None:
    """Two triples want two events."""
    assert right([("TUR", "SYR", "19"), ("TUR", "SYR", "18")], record(["TUR"], ["SYR"])) == 1
