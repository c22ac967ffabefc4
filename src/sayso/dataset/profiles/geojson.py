"""GeoJSON (RFC 7946): a feature per row, its point as longitude and latitude; what has no known point has an empty geometry."""

from __future__ import annotations

import json
from typing import IO, Any

from sayso.dataset.profiles.columns import Profile, Task
from sayso.dataset.profiles.flat import COLUMNS


def write_geojson(task: Task, stream: IO[str]) -> None:
    """One feature a line."""
    stream.write('{"type": "FeatureCollection", "features": [')
    for number, happening in enumerate(task.happenings):
        properties = {column.name: column.of(happening) for column in task.columns}
        feature = {
            "type": "Feature",
            "id": happening.id,
            "geometry": _point(happening.longitude, happening.latitude),
            "properties": properties,
        }
        stream.write(("," if number else "") + "\n" + json.dumps(feature, ensure_ascii=False, allow_nan=False))
    stream.write("\n]}\n")


def _point(longitude: float | None, latitude: float | None) -> dict[str, Any] | None:
    return None if longitude is None or latitude is None else {"type": "Point", "coordinates": [longitude, latitude]}


GEOJSON = Profile("geojson", "a feature per event, for maps", "RFC 7946", write_geojson, COLUMNS, ending="geojson")
