"""PLOVER in POLECAT's columns."""

from __future__ import annotations

import pytest

from sayso.dataset.happening import Party, Spot
from sayso.knowledge.ontology import load_ontology
from tests.dataset.datasets import happening
from tests.dataset.profiles.rows import part, row


def test_parties_are_parallel() -> None:
    """Names, countries, numbers, sectors and titles in the same order."""
    actors = (Party("Ann Roe", "person", "GBR", ("GOV", "LEG"), "minister"), Party("League; others", "group", None, ()))
    names = ("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title")
    assert part("plover", happening(actors=actors), *names) == ("Ann Roe; League, others", "GBR; ", "200; ", "GOV; ", "GOV,LEG; ", "minister; ")


def test_nobody_is_empty() -> None:
    """No names, no semicolons."""
    assert part("plover", happening(recipients=()), "Recipient Name", "Recipient Country", "Recipient COW") == (None, None, None)


@pytest.mark.parametrize("type", sorted(load_ontology().types))
def test_every_type_has_a_quad(type: str) -> None:
    """One of four."""
    (quad,) = part("plover", happening(type=type, mode=None), "Quad Code")
    verbal, cooperation = {"VERBAL", "MATERIAL"}, {"COOPERATION", "CONFLICT"}
    assert set(str(quad).split()) & verbal and set(str(quad).split()) & cooperation


def test_places() -> None:
    """The most specific first, town and district where there are any."""
    places = (Spot("Homs", "SYR", "Homs", 34.7, 36.7, "city", 9), Spot("Talbiseh", "SYR", "Homs", 1.0, 2.0, "admin2", 2))
    names = ("Placename", "City", "District", "Province", "Country", "GeoNames ID", "Latitude", "Longitude")
    assert part("plover", happening(places=places), *names) == ("Homs", "Homs", "Talbiseh", "Homs", "Syria", 9, 34.7, 36.7)


def test_what_has_not_happened_is_a_row_with_its_reality() -> None:
    """PLOVER has no column for it; Sayso's own says so."""
    assert part("plover", happening(reality="negated"), "Event Type", "reality") == ("ASSAULT", "negated")


def test_what_sayso_does_not_know_is_empty() -> None:
    """Columns that are always empty are so."""
    found = row("plover", happening())
    assert [name for name in ("Intensity", "Wikipedia Actor ID", "Raw Placename", "Feature Type", "Story People") if found[name] is not None] == []
