"""GDELT's columns."""

from __future__ import annotations

import pytest

from sayso.dataset.happening import Party, Spot
from tests.dataset.datasets import happening
from tests.dataset.profiles.rows import part, row


def test_a_clash() -> None:
    """Days, actors and CAMEO codes as GDELT writes them."""
    found = row("gdelt2", happening())
    assert (found["Day"], found["MonthYear"], found["Year"], found["DATEADDED"]) == (20240304, 202403, 2024, 20240306000000)
    assert found["FractionDate"] == round(2024 + (3 * 30 + 4) / 365, 4)
    assert (found["Actor1Code"], found["Actor1Name"], found["Actor1CountryCode"], found["Actor1Type1Code"]) == (
        "SYRMIL",
        "NORTHERN ARMY",
        "SYR",
        "MIL",
    )
    assert (found["Actor2Code"], found["Actor2Name"]) == ("SYRREB", "RIDGE FRONT")
    assert (found["EventCode"], found["EventBaseCode"], found["EventRootCode"], found["QuadClass"]) == ("193", "193", "19", 4)
    assert (found["GoldsteinScale"], found["IsRootEvent"], found["SOURCEURL"]) == (-10.0, 1, "https://example.org/1")
    assert (found["NumMentions"], found["NumSources"], found["NumArticles"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2024-03", (None, 202403, 2024, None)),
        ("2024", (None, None, 2024, None)),
        ("--03-04", (None, None, None, None)),
        (None, (None, None, None, None)),
    ],
)
def test_what_is_not_known_to_the_day_has_no_day(start: str | None, expected: tuple[object, ...]) -> None:
    """GDELT would put the article's; Sayso leaves it empty."""
    assert part("gdelt2", happening(start=start, end=start), "Day", "MonthYear", "Year", "FractionDate") == expected


@pytest.mark.parametrize(
    ("type", "mode", "root", "quad"),
    [
        ("CONSULT", "visit", "04", 1),
        ("AID", None, "07", 2),
        ("ACCUSE", None, "11", 3),
        ("PROTEST", "demo", "14", 4),
        ("ASSAULT", "massacre", "20", 4),
    ],
)
def test_quad_class_follows_the_root(type: str, mode: str | None, root: str, quad: int) -> None:
    """Verbal and material cooperation, verbal and material conflict."""
    assert part("gdelt2", happening(type=type, mode=mode), "EventRootCode", "QuadClass") == (root, quad)


@pytest.mark.parametrize(
    ("iso", "sectors", "code", "country", "roles"),
    [
        ("ROU", ("GOV", "MIL", "COP", "SPY"), "ROMGOVMILCOPSPY", "ROM", ("GOV", "MIL", "COP")),
        (None, ("REL",), None, None, (None, None, None)),
        ("TLS", (), "TMP", "TMP", (None, None, None)),
    ],
)
def test_actor_codes_are_cameos(iso: str | None, sectors: tuple[str, ...], code: str | None, country: str | None, roles: tuple[object, ...]) -> None:
    """Countries that CAMEO calls otherwise, three roles at most, and none where it has none."""
    one = happening(actors=(Party("Somebody", "group", iso, sectors),))
    names = ("Actor1Code", "Actor1CountryCode", "Actor1Type1Code", "Actor1Type2Code", "Actor1Type3Code")
    assert part("gdelt2", one, *names) == (code, country, *roles)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Spot("Homs", "SYR", "Homs", 34.7, 36.7, "city", 1), (4, "Homs, Syria", "SY", None, None)),
        (Spot("Rastan", "SYR", "Homs", 34.7, 36.7, "city", 1), (4, "Rastan, Homs, Syria", "SY", None, None)),
        (Spot("Syria", "SYR", None, 35.0, 38.0, "country", 1), (1, "Syria", "SY", "SY", "SY")),
        (Spot("Iowa", "USA", "Iowa", 42.0, -93.0, "admin1", 1), (2, "Iowa, United States", "US", None, None)),
        (Spot("Ames", "USA", "Iowa", 42.0, -93.0, "city", 1), (3, "Ames, Iowa, United States", "US", None, None)),
        (Spot("the Ridge", None, None, 1.0, 1.0, "region", None), (5, "the Ridge", None, None, None)),
    ],
)
def test_places_of_the_action(place: Spot, expected: tuple[object, ...]) -> None:
    """The sort, the whole name and the letters of the country."""
    one = happening(places=(place,), precision=place.precision, latitude=place.latitude, longitude=place.longitude)
    names = ("ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_ADM1Code", "ActionGeo_FeatureID")
    assert part("gdelt2", one, *names) == expected
    assert part("gdelt2", one, "ActionGeo_Lat", "ActionGeo_Long") == (place.latitude, place.longitude)


def test_no_place_no_type() -> None:
    """An event without a place has no place columns."""
    one = happening(places=(), precision=None, latitude=None, longitude=None)
    assert part("gdelt2", one, "ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_Lat") == (None,) * 4


def test_deeds_only_spoken_of_are_left_out() -> None:
    """A threatened assault has no code; the threat that speaks of it has one."""
    assert row("gdelt2", happening(reality="threatened")) == {}
    assert part("gdelt2", happening(type="THREATEN", mode="violence"), "EventCode") == ("138",)


def test_ids_are_numbers_that_stay() -> None:
    """The same id gives the same number, another another."""
    (one,), (other,) = part("gdelt2", happening(), "GlobalEventID"), part("gdelt2", happening(id="other/e1"), "GlobalEventID")
    assert one == part("gdelt2", happening(), "GlobalEventID")[0] != other
    assert isinstance(one, int) and 0 <= one < 10**15
