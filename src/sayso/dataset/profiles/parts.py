"""What several profiles ask of an event in the same way."""

from __future__ import annotations

from sayso.dataset.countries import country_names
from sayso.dataset.happening import Happening
from sayso.dataset.profiles.columns import Value, joined, names_of
from sayso.dataset.profiles.dates import days


def actor_names(happening: Happening) -> Value:
    """Everyone who does it, parted by `; `."""
    return names_of(happening.actors)


def recipient_names(happening: Happening) -> Value:
    """Everyone it is done to, parted by `; `."""
    return names_of(happening.recipients)


def publishers(happening: Happening) -> Value:
    """Who published it, with the publishers of copies, parted by `; `."""
    return joined(happening.publishers)


def place_name(happening: Happening) -> Value:
    """The most specific place."""
    return happening.place.name if happening.place else None


def place_names(happening: Happening) -> Value:
    """All places, most specific first, parted by `; `."""
    return names_of(happening.places)


def province(happening: Happening) -> Value:
    """The first-level division of the most specific place."""
    return happening.place.admin1 if happening.place else None


def district(happening: Happening) -> Value:
    """The first place that is a second-level division."""
    return next((place.name for place in happening.places if place.precision == "admin2"), None)


def country_name(happening: Happening) -> Value:
    """The country of the first place that has one, by name."""
    return country_names().get(happening.country or "")


def begin(happening: Happening) -> Value:
    """The first day that it may have had, ISO."""
    span = days(happening)
    return span[0].isoformat() if span else None


def killed(happening: Happening) -> Value:
    """The lower bound of the killed, or the upper where there is no lower."""
    low, high = happening.tolls["killed"]
    return low if low is not None else high
