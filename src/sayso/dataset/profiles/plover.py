"""PLOVER, in the forty columns of the POLECAT data set."""

from __future__ import annotations

from operator import attrgetter

from sayso.dataset.countries import country
from sayso.dataset.happening import Happening, Party
from sayso.dataset.profiles.columns import Column, Profile, Value, joined
from sayso.dataset.profiles.evidence import EVIDENCE
from sayso.dataset.profiles.parts import begin, country_name, district, place_name, province, publishers
from sayso.dataset.profiles.tabular import write_tabs

_QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "VERBAL COOPERATION"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "MATERIAL COOPERATION"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "VERBAL CONFLICT"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "MATERIAL CONFLICT"),
}
_NOT_LINKED = "Sayso links actors to its own knowledge, not to Wikipedia"
_NOT_ASKED = "Sayso keeps the places of events, not lists of all that a story names; `sayso sql` has them in `actors` and `places`"


def _quad(happening: Happening) -> Value:
    return _QUADS.get(happening.type)


def _contexts(happening: Happening) -> Value:
    return joined(happening.contexts)


def _side(role: str, word: str) -> tuple[Column, ...]:
    """The eight columns of one side."""

    def parties(happening: Happening) -> tuple[Party, ...]:
        return happening.actors if role == "Actor" else happening.recipients

    def names(happening: Happening) -> Value:
        return joined(party.name for party in parties(happening))

    def countries(happening: Happening) -> Value:
        return joined(party.country for party in parties(happening))

    def cow(happening: Happening) -> Value:
        return joined(str(country(party.country).cow or "") for party in parties(happening))

    def primary(happening: Happening) -> Value:
        return joined((party.sectors or ("",))[0] for party in parties(happening))

    def sectors(happening: Happening) -> Value:
        return joined(",".join(party.sectors) for party in parties(happening))

    def titles(happening: Happening) -> Value:
        return joined(party.office for party in parties(happening))

    return (
        Column(f"{role} Name", f"who {word}", names, "names, parted by `; `, as are the next columns in the same order"),
        Column(f"{role} Country", "their countries", countries, "ISO 3166 alpha-3"),
        Column(f"{role} COW", "their countries' numbers", cow, "Correlates of War, from the ISO code"),
        Column(f"Primary {role} Sector", "their first sector", primary, "the first of their sectors"),
        Column(f"{role} Sectors", "their sectors", sectors, "several of one actor parted by `,`"),
        Column(f"{role} Title", "their offices", titles, "as the article or the knowledge names it"),
        Column(f"{role} Name Raw", "names as told", made="Sayso keeps the spans of mentions instead; `evidence_spans` leads to them"),
        Column(f"Wikipedia {role} ID", "article in Wikipedia", made=_NOT_LINKED),
    )


def _town(happening: Happening) -> Value:
    return next((place.name for place in happening.places if place.precision == "city"), None)


def _geonames(happening: Happening) -> Value:
    return happening.place.geonames_id if happening.place else None


def _language(_: Happening) -> Value:
    return "English"


def _version(happening: Happening) -> Value:
    return f"sayso {happening.version}"


COLUMNS = (
    Column("Event ID", "id of the event", attrgetter("id"), "the id in the dataset"),
    Column("Event Date", "day it began", begin, "`YYYY-MM-DD`; the first day of the month or year where the day is not told; empty where no year is known"),
    Column("Event Type", "one of PLOVER's sixteen types", attrgetter("type"), "as coded"),
    Column("Event Mode", "mode of the type", attrgetter("mode"), "as coded"),
    Column("Intensity", "PLOVER's scale from -10 to 10", made="its weights come with the coder of POLECAT; GDELT's scale is in the profile gdelt2"),
    Column("Quad Code", "verbal or material, cooperation or conflict", _quad, "from the type"),
    Column("Contexts", "contexts", _contexts, "parted by `; `"),
    *_side("Actor", "does it"),
    *_side("Recipient", "it is done to"),
    Column("Placename", "the most specific place", place_name, "its name in the gazetteer or the article"),
    Column("City", "town", _town, "the first place that is a town"),
    Column("District", "second-level division", district, "the first place that is one"),
    Column("Province", "first-level division", province, "that of the most specific place"),
    Column("Country", "country of the place", country_name, "name of the first place's country"),
    Column("Latitude", "WGS 84", attrgetter("latitude"), "of the first place that has a point", "number"),
    Column("Longitude", "WGS 84", attrgetter("longitude"), "of the same place", "number"),
    Column("GeoNames ID", "number of the place", _geonames, "GeoNames; empty for places that it does not list", "whole"),
    Column("Raw Placename", "place as told", made="`evidence` has it"),
    Column("Feature Type", "GeoNames feature code", made="the gazetteer of the package keeps the sort of a place (`precision`), not its code"),
    Column("Source", "publisher", publishers, "with the publishers of copies, parted by `; `"),
    Column("Publication Date", "date of the article", attrgetter("published"), "ISO; of a story the first"),
    Column("Story People", "people in the story", made=_NOT_ASKED),
    Column("Story Organizations", "organisations in the story", made=_NOT_ASKED),
    Column("Story Locations", "places in the story", made=_NOT_ASKED),
    Column("Language", "language of the article", _language, "English is all that Sayso reads"),
    Column("Version", "software that coded it", _version, "Sayso with its version"),
)  # fmt: skip

PLOVER = Profile(
    "plover",
    "PLOVER, in the columns of POLECAT",
    "POLECAT Weekly Data, Harvard Dataverse, doi:10.7910/DVN/AJGVIT",
    write_tabs,
    COLUMNS,
    tuple(column for column in EVIDENCE if column.name not in {"sayso_id", "sayso_type", "sayso_mode"}),
    ending="txt",
)
