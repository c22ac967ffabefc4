"""Codes of ontologies for events that were not coded by them."""

from __future__ import annotations

import pytest

from sayso.article import Article
from sayso.coder import Coder
from sayso.dataset.happening import Party
from sayso.dataset.profiles.coded import asked, code_of, coded, scheme
from sayso.knowledge import Knowledge
from tests.dataset.datasets import NEVER, happening

_CIVILIANS = (Party("villagers", "group", "SYR", ("CVL",)),)


@pytest.mark.parametrize(
    ("values", "cameo", "acled"),
    [
        ({}, "193", "Battles: Armed clash"),
        ({"mode": "aerial"}, "195", "Explosions/Remote violence: Air/drone strike"),
        ({"mode": "suicide-attack"}, "183", "Explosions/Remote violence: Suicide bomb"),
        ({"recipients": _CIVILIANS, "trigger": "shot"}, "193", "Violence against civilians: Attack"),
        ({"type": "PROTEST", "mode": "demo"}, "141", "Protests: Peaceful protest"),
        ({"type": "PROTEST", "mode": "demo", "tolls": {**NEVER, "killed": (2, 2)}}, "141", "Protests: Excessive force against protesters"),
        ({"type": "COERCE", "mode": "arrest"}, "173", "Strategic developments: Arrests"),
        ({"type": "REQUEST", "mode": None, "trigger": "demanded"}, "100", None),
        ({"type": "REQUEST", "mode": None, "trigger": "asked"}, "020", None),
        ({"type": "SANCTION", "mode": "discontinue", "evidence": "They suspended funding."}, "162", None),
        ({"reality": "threatened"}, None, None),
        ({"type": "CONSULT", "mode": "visit", "reality": "planned"}, "036", None),
    ],
)
def test_rules_are_asked_of_what_the_dataset_holds(values: dict[str, object], cameo: str | None, acled: str | None) -> None:
    """Type, mode, sectors, toll, reality, words and their lemmas."""
    one = happening(**values)
    assert (code_of(one, "cameo"), code_of(one, "acled")) == (cameo, acled)


def test_the_code_it_was_coded_with_stands() -> None:
    """An event coded with an ontology keeps that code."""
    assert code_of(happening(codes={"acled": "Riots: Mob violence"}), "acled") == "Riots: Mob violence"


def test_two_of_a_mutual_event_are_both_sides() -> None:
    """A rule about both sides fits where two of the actors are of them and nobody is acted upon."""
    army, front = happening().actors[0], happening().recipients[0]
    sides = frozenset(("MIL", "REB"))
    assert asked(happening(actors=(army, front), recipients=())).has("sides", sides)
    assert not asked(happening(actors=(army,), recipients=())).has("sides", sides)
    assert not asked(happening(actors=(army,), recipients=_CIVILIANS)).has("sides", sides)


def test_what_has_no_code_is_left_out() -> None:
    """And what has one carries it from then on."""
    fitted = coded("cameo")(happening())
    assert fitted is not None and fitted.codes == {"cameo": "193"}
    assert coded("cameo")(happening(reality="negated")) is None


def test_every_code_of_the_shipped_schemes_has_parts() -> None:
    """A code is taken apart into the type and mode it is made of."""
    for code in scheme("acled").codes():
        name, mode = scheme("acled").parts(code)
        assert code == (f"{name}: {mode}" if mode else name)


def test_the_coder_gives_the_same_codes(coder: Coder) -> None:
    """Rules over the rows agree with rules over the article, where no trigger of the ontology's own decides."""

    own = Coder.__new__(Coder)
    own.core, own.pipeline, own.knowledge = coder.core, coder.pipeline, Knowledge.load(ontologies=["cameo", "acled"])
    texts = (
        "Rebels shelled the town of Homs on Friday, killing six people.",
        "Police arrested 40 opposition activists in Kampala on Monday.",
        "Thousands of people demonstrated peacefully in Lima on Monday.",
        "The minister demanded that Norway withdraw its troops.",
    )
    for text in texts:
        (record,) = own.code_many([Article(text)])
        for event in record.events:
            one = happening(
                type=event.type, mode=event.mode, reality=event.reality, contexts=tuple(event.contexts), trigger=text[slice(*event.trigger_span)],
                evidence=" … ".join(text[a:b] for a, b in event.evidence_spans),
                actors=tuple(Party(record.actor(p.actor).name, sectors=tuple(record.actor(p.actor).sector)) for p in event.actors),
                recipients=tuple(Party(record.actor(p.actor).name, sectors=tuple(record.actor(p.actor).sector)) for p in event.recipients),
                tolls={**NEVER, **{toll.kind: (toll.min, toll.max) for toll in event.toll}},
            )  # fmt: skip
            assert event.codes is not None
            assert {name: code for name in ("cameo", "acled") if (code := code_of(one, name))} == event.codes, text
