"""The scorers on tiny examples: all right is 100, one known mistake the known figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.attribution import HUMANS, count
from evaluation.figures import Counts, MissingDataError, System, per_cent, shared
from evaluation.gate import compare, lifted
from evaluation.muc import read_keys, read_messages
from evaluation.petrarch import read_sentences, triples
from evaluation.petrarch import right as right_triples
from evaluation.places import GoldToponym
from evaluation.places import count as count_places
from evaluation.plover import countries
from evaluation.run import TASKS, chosen, digest
from evaluation.treebank import read_documents
from tests.records import small_record

CONLLU = """# newdoc id = d1
# newpar
# text = Don't go.
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	_	_	3	aux	_	_
2	n't	not	PART	_	_	3	advmod	_	_
3	go	go	VERB	_	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	_	_	3	punct	_	_

# newpar
# text = Stay.
1	Stay	stay	VERB	_	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	_	_	1	punct	_	_
"""


def triple(source: set[int], cue: set[int], content: set[int]) -> tuple[frozenset[int], ...]:
    return frozenset(source), frozenset(cue), frozenset(content)


def attribution_figures(gold: list[tuple[frozenset[int], ...]], own: list[tuple[frozenset[int], ...]]) -> dict[str, float]:
    counts = {name: Counts() for name in HUMANS}
    count(gold, own, counts)
    return {name: found.f1 for name, found in counts.items()}


def test_f1_of_all_right_is_a_hundred() -> None:
    """Nothing missed, nothing extra."""
    counts = Counts()
    counts.add(3, 3, 3)
    assert counts.f1 == 100.0


def test_f1_of_one_extra_and_one_missed() -> None:
    """One right of two found and two wanted is 50."""
    counts = Counts()
    counts.add(1, 2, 2)
    assert counts.f1 == 50.0


def test_share_of_nothing_is_nothing() -> None:
    """No division by zero."""
    assert per_cent(0, 0) == 0.0 and Counts().f1 == 0.0


def test_members_are_shared_once() -> None:
    """A repeated member needs a repeated partner."""
    assert shared([1, 1, 2], [1, 2, 2]) == 2


def test_attributions_all_right() -> None:
    """Every role, the triple and detection."""
    one = triple({0}, {1}, {2, 3})
    assert set(attribution_figures([one], [one]).values()) == {100.0}


def test_attribution_with_a_wrong_content_is_still_detected() -> None:
    """Content and triple fail, source, cue and detection hold."""
    found = attribution_figures([triple({0}, {1}, {2, 3})], [triple({0}, {1}, {2})])
    assert found == {"source": 100.0, "cue": 100.0, "content": 0.0, "triple": 0.0, "detection": 100.0}


def test_treebank_text_is_rebuilt_with_its_tokens(tmp_path: Path) -> None:
    """A contraction is one surface token of two words; paragraphs are parted."""
    path = tmp_path / "t.conllu"
    path.write_text(CONLLU, encoding="utf8")
    (document,) = read_documents(path)
    assert document.text.rstrip() == "Don't go. \n\nStay.".replace(". \n", ".\n")
    first, second = document.sentences
    assert [document.text[s:e] for s, e in first.spans] == ["Do", "n't", "go", "."]
    assert [document.text[s:e] for s, e in first.surface] == ["Don't", "go", "."]
    assert second.heads == [-1, 0]


def test_missing_set_is_said(tmp_path: Path) -> None:
    """The reason names the file."""
    for task in TASKS:
        with pytest.raises(MissingDataError, match=str(tmp_path)):
            task.quick(tmp_path, "dev", System())


def test_toponym_near_and_far() -> None:
    """The place of the record is right within 161 km, wrong beyond."""
    record = small_record()
    start, end = record.places[0].mentions[0]
    for point, close in (((52.0, 4.0), 1), ((10.0, 4.0), 0)):
        found, near = Counts(), Counts()
        assert count_places([GoldToponym(start, end, point)], record, found, near) == (1, close)
        assert (found.f1, near.f1) == (100.0, 100.0 * close)


def test_muc_keys_and_messages() -> None:
    """Incidents, their fillers with alternatives, and the text of a message."""
    keys = '0.  MESSAGE: ID                     DEV-MUC3-0001 (X)\n4.  INCIDENT: TYPE                  BOMBING\n10. PERP: ORGANIZATION ID           "FRONT OF X" / "FX"\n'
    (incident,) = read_keys(keys)["DEV-MUC3-0001"]
    assert incident.type == "BOMBING" and incident.fillers["perpetrator"] == [{"front of x", "fx"}]
    assert read_messages("DEV-MUC3-0001 (X)\n\n   A BOMB WENT OFF.\n") == {"DEV-MUC3-0001": "A BOMB WENT OFF."}


def test_cameo_triples_of_a_record(tmp_path: Path) -> None:
    """Root code and both countries must fit."""
    path = tmp_path / "gsr.xml"
    path.write_text(
        '<Sentence category="X" id="1" evaluate="true"/><EventCoding eventcode="190" sourcecode="NLDREB" targetcode="---" /><Text>\nA text\n</Text>',
        encoding="utf8",
    )
    ((text, gold),) = read_sentences(path)
    assert (text, gold) == ("A text", [("NLD", "---", "19")])
    ours = triples(small_record())
    assert right_triples(gold, ours) == 1
    assert right_triples([("FRA", "---", "19")], ours) == 0


def test_plover_codes_are_mended() -> None:
    """Slips of the set and organisations without a country."""
    assert countries([{"code": "JAPGOV"}, {"code": "IGOUNO"}, {"code": "ISRMIL"}, {"code": ""}]) == {"JPN", "ISR"}


def test_gate_names_what_fell() -> None:
    """A figure below its floor gives one sentence."""
    (task,) = chosen(["times"])
    assert compare(task, {"times x": 70.0}, {"times x": 71.0}) == ["times x is 70.00, below its floor of 71.00"]
    assert compare(task, {"times x": 71.0}, {"times x": 71.0}) == []


def test_floors_only_rise() -> None:
    """A worse figure leaves the floor where it was."""
    (task,) = chosen(["times"])
    assert lifted(task, {"times x": 80.0}, {"times x": 71.0}) == {"times x": 79.0}
    assert lifted(task, {"times x": 60.0}, {"times x": 71.0}) == {"times x": 71.0}


def test_digest_follows_the_data(tmp_path: Path) -> None:
    """Other bytes, other digest."""
    (task,) = chosen(["entities"])
    path = tmp_path / "data" / "ner_worldwide" / "dev.tsv"
    path.parent.mkdir(parents=True)
    path.write_text("a\tO\n", encoding="utf8")
    before = digest(task, tmp_path, "dev")
    path.write_text("b\tO\n", encoding="utf8")
    assert digest(task, tmp_path, "dev") != before
