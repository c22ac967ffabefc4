"""Whom a statement is said to."""

from __future__ import annotations

from sayso.coding.addressees import addressee_of
from sayso.coding.draft import Draft
from sayso.knowledge.cues import Cue
from sayso.language.analysis import Tokens
from tests.coding.event_support import draft_of

DIRECT = """
1 Norland norland PROPN 2 nsubj Actor=Norland
2 {verb} {lemma} VERB 0 root _
3 {whom} {whom} {upos} 2 {relation} {actor}
4 to to PART 5 mark _
5 leave leave VERB 2 xcomp _
6 . . PUNCT 2 punct _
"""
CLAUSE = """
1 Norland norland PROPN 2 nsubj Actor=Norland
2 {verb} {lemma} VERB 0 root _
3 that that SCONJ 5 mark _
4 Sudland sudland PROPN 5 nsubj Actor=Sudland
5 leave leave VERB 2 ccomp _
6 . . PUNCT 2 punct _
"""


def addressee(draft: Draft, act: str, content: list[Tokens], *, entry: Cue | None = None) -> str | None:
    found = addressee_of(draft, 1, entry, act, draft.mentions[0], content)
    return found.actor.name if found is not None else None


def direct(verb: str, lemma: str, *, whom: str = "Sudland", relation: str = "obj", upos: str = "PROPN", actor: str = "Actor=Sudland") -> Draft:
    draft = draft_of(DIRECT.format(verb=verb, lemma=lemma, whom=whom, upos=upos, relation=relation, actor=actor))
    draft.heads = {mention.head: mention for mention in draft.mentions}
    return draft


def clause(verb: str, lemma: str) -> Draft:
    draft = draft_of(CLAUSE.format(verb=verb, lemma=lemma))
    draft.heads = {mention.head: mention for mention in draft.mentions}
    return draft


def test_object_of_a_verb_of_telling() -> None:
    """ "Urged Sudland to leave", though the content takes Sudland in."""
    assert addressee(direct("urged", "urge"), "request", [(2, 5)]) == "Sudland"


def test_object_of_another_verb_is_none() -> None:
    """Whom one accuses is not whom one tells."""
    assert addressee(direct("accused", "accuse"), "accuse", [(4, 5)]) is None
    assert addressee(direct("accused", "accuse", relation="iobj"), "accuse", [(4, 5)]) is None


def test_people_who_are_told_to_do_something_become_actors() -> None:
    """ "Residents" are nobody known, yet it is they who are told."""
    draft = direct("told", "tell", whom="residents", upos="NOUN", actor="_")
    assert addressee(draft, "request", [(3, 5)]) == "residents"


def test_occasion_is_nobody() -> None:
    """ "Told a conference" names no hearer."""
    assert addressee(direct("told", "tell", whom="conference", upos="NOUN", actor="_"), "say", [(3, 5)]) is None


def test_subject_of_what_is_demanded() -> None:
    """ "Demanded that Sudland leave": it is Sudland that is asked."""
    demand = Cue("demand", (), "request", ("clause",))
    assert addressee(clause("demanded", "demand"), "request", [(3, 5)], entry=demand) == "Sudland"


def test_subject_of_what_is_only_said_is_no_addressee() -> None:
    """ "Said that Sudland should leave" is said to the reader."""
    assert addressee(clause("said", "say"), "request", [(3, 5)], entry=Cue("say", (), "say", ("clause",))) is None


def test_subject_of_what_somebody_is_warned_of_is_no_addressee() -> None:
    """ "Warned that Sudland leaves" is told to somebody else."""
    assert addressee(clause("warned", "warn"), "threaten", [(3, 5)]) is None


def test_phrase_with_to() -> None:
    """ "Appealed to Sudland", "said to Sudland"; not "said on Sudland"."""
    text = """
1 Norland norland PROPN 2 nsubj Actor=Norland
2 said say VERB 0 root _
3 {case} {case} ADP 4 case _
4 Sudland sudland PROPN 2 obl Actor=Sudland
5 . . PUNCT 2 punct _
"""
    for case, whom in (("to", "Sudland"), ("on", None)):
        draft = draft_of(text.format(case=case))
        draft.heads = {mention.head: mention for mention in draft.mentions}
        assert addressee(draft, "say", []) == whom


def test_nobody_speaks_to_himself() -> None:
    """The speaker is never the addressee."""
    draft = direct("told", "tell", whom="Norland", actor="Actor=Norland")
    assert addressee(draft, "say", [(3, 5)]) is None
