"""GeoJSON."""

from __future__ import annotations

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from sayso.dataset.finding import Query
from sayso.dataset.happening import Happening
from sayso.dataset.profiles import PROFILES
from sayso.dataset.profiles.columns import Task
from tests.dataset.datasets import happening


def collection(*found: Happening) -> dict[str, object]:
    stream = io.StringIO()
    profile = PROFILES["geojson"]
    profile.write(Task(None, Query(), found, profile.columns), stream)  # type: ignore[arg-type]
    body: dict[str, object] = json.loads(stream.getvalue())
    return body


def features(*found: Happening) -> list[dict[str, dict[str, object]]]:
    body = collection(*found)
    assert body["type"] == "FeatureCollection"
    return body["features"]  # type: ignore[return-value]


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_points_are_longitude_then_latitude(latitude: float, longitude: float) -> None:
    """As RFC 7946 wants it."""
    (feature,) = features(happening(latitude=latitude, longitude=longitude))
    assert feature["geometry"] == {"type": "Point", "coordinates": [longitude, latitude]}


def test_what_has_no_point_is_a_feature_all_the_same() -> None:
    """Its geometry is null, and nothing is lost."""
    (feature,) = features(happening(latitude=None, longitude=None, precision=None))
    assert feature["geometry"] is None and feature["properties"]["trigger"] == "fired"


def test_no_features_are_a_collection() -> None:
    """An empty one."""
    assert collection() == {"type": "FeatureCollection", "features": []}


def test_features_have_ids_and_plain_properties() -> None:
    """Names and numbers, no nested things, so that every map can show them."""
    one, two = features(happening(), happening(id="other/e2"))
    assert (one["id"], two["id"]) == ("0123456789abcdef/e1", "other/e2")
    assert all(value is None or isinstance(value, str | int | float) for value in one["properties"].values())
