"""A small world of actors made by hand: two states, a person, three organisations, and nouns for kinds of actors."""

from __future__ import annotations

from sayso.knowledge.actor_tables import Country, Entry, Office, RoleNoun, Tables, Titles
from sayso.knowledge.actors import ActorBase


def _noun(lemma: str, sector: str, kind: str = "group", *, office: bool = False, state: bool = False) -> RoleNoun:
    return RoleNoun(lemma, (sector,) if sector else (), kind, office, state)


def small_base() -> ActorBase:
    """Norland (XNL, capital Port Vale, seat Hill House) and Southland (XSL, capital Zoe Falls)."""
    countries = [
        Country(
            Entry("country:XNL", "Norland", "country", "XNL", ("GOV",), (), ("Republic of Norland",)),
            ("Norlandic", "Norlander"), ("Port Vale", "Hill House"), "president",
        ),
        Country(Entry("country:XSL", "Southland", "country", "XSL", ("GOV",), (), ("S.L.",)), ("Southern",), ("Zoe Falls",), None),
    ]  # fmt: skip
    held = (Office("president", "XNL", ("GOV",), "2020-01-01", "2023-12-31"), Office("governor", "XNL", ("GOV", "LEG"), "2015", "2019"))
    entries = [
        *(country.entry for country in countries),
        Entry("leaders:ann-vale", "Ann Vale", "person", "XNL", (), held, ("Vale",)),
        Entry("groups:river-front", "River Front", "organization", "XSL", ("REB",), (), ("RFR",)),
        Entry("igos:world-league", "World League", "organization", None, ("IGO",)),
        Entry("media:herald", "The Herald", "organization", "XNL", ("MED",)),
    ]
    nouns = [
        _noun("president", "GOV", "person", office=True, state=True), _noun("minister", "GOV", "person", state=True),
        _noun("foreign minister", "GOV", "person", office=True, state=True), _noun("spokesman", "GOV", "person", state=True),
        _noun("general", "MIL", "person", state=True), _noun("army", "MIL", "organization", state=True),
        _noun("soldier", "MIL", state=True), _noun("officer", "GOV", state=True), _noun("police officer", "COP", state=True),
        _noun("rebel", "REB"), _noun("opposition", "OPP"), _noun("leader", "", "person"), _noun("villager", "CVL"), _noun("displaced", "REF"),
        _noun("state", "GOV", "organization", state=True), _noun("secretary", "GOV", "person", state=True),
        _noun("secretary of state", "GOV", "person", office=True, state=True), _noun("prosecutor", "JUD", "person", state=True),
        _noun("office", "GOV", "organization", state=True), _noun("journalist", "MED", "person"),
    ]  # fmt: skip
    return ActorBase(Tables(Titles(), countries, entries, {noun.lemma: noun for noun in nouns}, set(), {"mr"}))
