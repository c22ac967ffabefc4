"""Which of ours is which of the coder's."""

from __future__ import annotations

import pytest

from sayso.record import Actor
from training.unseen import overlaps, same_actor, spans_of


@pytest.mark.parametrize(
    ("gold", "ours", "same"),
    [
        ({"name": "the Syrian army", "kind": "organization", "country": "SYR"}, ("Syrian Army", "organization", "SYR"), True),
        ({"name": "Recep Tayyip Erdoğan", "kind": "person", "country": "TUR"}, ("Erdogan", "person", "TUR"), True),
        ({"name": "President Assad", "kind": "person", "country": "SYR"}, ("Bashar al Assad", "person", "SYR"), True),
        ({"name": "police", "kind": "group", "country": "EGY"}, ("police", "group", "SDN"), False),
        ({"name": "Turkey", "kind": "country", "country": "TUR", "sector": ["GOV"]}, ("Ankara", "organization", "TUR"), True),
        ({"name": "rebels", "kind": "group", "country": None}, ("protesters", "group", None), False),
        ({"name": "UN", "kind": "organization", "country": None}, ("UN mission in Mali", "organization", None), False),
    ],
)
def test_actors_are_told_by_name_and_country(gold: dict[str, object], ours: tuple[str, str, str | None], same: bool) -> None:
    """Accents, case and titles do not matter; another country does."""
    name, kind, country = ours
    assert same_actor(gold, Actor("a1", name, kind, country=country, sector=["GOV"]), "") is same


def test_mentions_are_names_too() -> None:
    """A description that the coder gave as another name."""
    gold = {"name": "Wagner", "aliases": ["the mercenaries"], "kind": "organization", "country": None}
    text = "Officials said the mercenaries had left."
    assert same_actor(gold, Actor("a1", "a private force", "group", mentions=[(15, 30)]), text)


def test_pieces_are_found_where_they_stand() -> None:
    """What does not stand in the text is left out."""
    assert spans_of("one two three", ["two", "four", "three"]) == [(4, 7), (8, 13)]


@pytest.mark.parametrize(("start", "end", "expected"), [(0, 4, False), (6, 9, True), (7, 8, False)])
def test_spans_overlap_where_they_share_a_character(start: int, end: int, expected: bool) -> None:
    """Ends are not part of a span."""
    assert overlaps([(4, 7)], start, end) is expected
