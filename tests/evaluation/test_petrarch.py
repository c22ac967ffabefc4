"""CAMEO triples of PETRARCH-2."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.figures import MissingDataError
from evaluation.petrarch import ROOTS, read_sentences, right, triples
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


def test_words_stand_in_for_a_text_that_is_missing(tmp_path: Path) -> None:
    """The second column of the parse, where the text is empty."""
    path = tmp_path / "x.xml"
    path.write_text('<Sentence id="1" evaluate="true"/><Text>\n</Text><Parse>\n1\tRebels\trebel\n2\tleft\tleave\n</Parse>', encoding="utf8")
    assert read_sentences(path) == [("Rebels left", [])]


@pytest.mark.parametrize(
    ("triple", "expected"),
    [(("TUR", "SYR", "19"), 1), (("TUR", "SYR", "18"), 1), (("TUR", "SYR", "04"), 0), (("SYR", "TUR", "19"), 0), (("TUR", "IRN", "19"), 0)],
)
def test_triple_is_right_as_a_whole(triple: tuple[str, str, str], expected: int) -> None:
    """Source, target and root; the other way round is wrong."""
    assert right([triple], triples(record(["TUR"], ["SYR"]))) == expected


def pairs(actors: list[str | None], recipients: list[str | None], *, type: str = "ASSAULT") -> list[tuple[str, str]]:
    """Sources and targets of the one event of a record."""
    return [coded[:2] for coded in triples(without_places(record(actors, recipients, type=type)))]


def without_places(found: Record) -> Record:
    found.events[0].where = []
    return found


def test_deeds_with_one_side_have_no_triple() -> None:
    """CAMEO's events are between two."""
    assert pairs(["TUR"], []) == pairs([], ["SYR"]) == []


def test_deeds_have_a_triple_for_each_pair_of_sides() -> None:
    """The same country with the same sectors stands once on a side."""
    assert pairs(["TUR", "RUS", "TUR"], ["SYR", "IRN"]) == [("TUR", "SYR"), ("TUR", "IRN"), ("RUS", "SYR"), ("RUS", "IRN")]


def test_talks_have_a_triple_in_either_order() -> None:
    """Each actor is one side of the others."""
    assert pairs(["TUR", "SYR"], [], type="CONSULT") == [("TUR", "SYR"), ("SYR", "TUR")]
    assert pairs(["TUR"], [], type="CONSULT") == []


def test_foreign_country_of_the_place_is_the_target_of_what_has_no_other() -> None:
    """A protest abroad is against that country; one at home has no target."""
    found = record(["TUR"], [], type="PROTEST")
    assert [coded[:2] for coded in triples(found)] == [("TUR", "NLD")]
    assert triples(record(["NLD"], [], type="PROTEST")) == []


@pytest.mark.parametrize(
    ("sectors", "known", "code"), [(["IGO", "MIL"], None, "IGO"), (["REB"], "groups:x", "IMG"), (["REB"], None, "---"), (["CVL"], "x", "---")]
)
def test_actors_of_no_country(sectors: list[str], known: str | None, code: str) -> None:
    """International organisations and named armed groups have codes of their own."""
    found = record([None], ["SYR"])
    found.actors[0].sector, found.actors[0].knowledge_id = sectors, known
    assert [coded[0] for coded in triples(found)] == [code]


@pytest.mark.parametrize("reality", ["threatened", "requested", "possible", "negated"])
def test_deeds_that_are_only_spoken_of_have_no_triple(reality: str) -> None:
    """The threat or request that speaks of them has."""
    found = record(["TUR"], ["SYR"])
    found.events[0].reality = reality
    assert triples(found) == []


@pytest.mark.parametrize(("type", "root"), [("AID", "03"), ("ASSAULT", "13")])
def test_announced_deeds_have_the_root_of_the_intent_too(type: str, root: str) -> None:
    """To cooperate, or to use force; a deed that is done has not."""
    found = record(["TUR"], ["SYR"], type=type)
    assert root not in triples(found)[0][2]
    found.events[0].reality = "planned"
    assert root in triples(found)[0][2]


def test_one_of_ours_earns_one_triple() -> None:
    """Two triples want two of ours."""
    assert right([("TUR", "SYR", "19"), ("TUR", "SYR", "18")], triples(record(["TUR"], ["SYR"]))) == 1
