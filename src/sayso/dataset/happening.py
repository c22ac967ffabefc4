"""An event or a story with all that an export may ask of it."""

from __future__ import annotations

from dataclasses import dataclass, field

TOLLS = ("killed", "injured", "captured", "displaced")
Range = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Party:
    """Someone on one side."""

    name: str
    kind: str = ""
    country: str | None = None
    sectors: tuple[str, ...] = ()
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place."""

    name: str
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str = ""
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """One event, or one story with the events that tell it."""

    id: str
    story: str | None
    article: str
    """Of a story: the article that tells it first."""
    title: str | None
    url: str | None
    publishers: tuple[str, ...]
    """Each once; of an event its article's and those of its copies."""
    articles: int
    independent: int
    """Publishers that did not copy one another."""
    published: str | None
    last_published: str | None
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    reality: str
    start: str | None
    end: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    places: tuple[Spot, ...]
    latitude: float | None
    longitude: float | None
    precision: str | None
    tolls: dict[str, Range]
    attributed_to: str | None
    stance: str | None
    disputed: str | None
    confidence: float
    trigger: str
    trigger_start: int
    trigger_end: int
    evidence: str
    evidence_spans: tuple[tuple[str, int, int], ...]
    """Article, start and end of every sentence in `evidence`."""
    in_lead: bool
    version: str
    pipeline: dict[str, str]
    codes: dict[str, str] = field(default_factory=dict)

    @property
    def place(self) -> Spot | None:
        """The most specific place."""
        return self.places[0] if self.places else None

    @property
    def country(self) -> str | None:
        """The country of the first place that has one."""
        return next((place.country for place in self.places if place.country), None)

    @property
    def other_side(self) -> tuple[Party, ...]:
        """Whom it is done to; of mutual events, which list both sides as actors, all but the first."""
        return self.recipients or self.actors[1:]
